/** A line's glyphs: put into stretches, and seen one by one. */
import type { Em } from '../geometry/units.js';
import type { FaceId, PlacedGlyph, Stretch } from './types.js';

/** A stretch that is being filled. */
export interface OpenStretch extends Stretch {
  readonly along: Em[];
  readonly ids: number[];
  readonly texts: string[];
}

/** What the next glyph of a line goes into: the last stretch, where face and baseline are the same, else a new one. */
export const stretchFor = (line: OpenStretch[], face: FaceId, across: Em, turned: boolean): OpenStretch => {
  const last = line[line.length - 1];
  if (last !== undefined && last.face === face && last.across === across && last.turned === turned) return last;
  const fresh: OpenStretch = { face, turned, across, along: [], ids: [], texts: [] };
  line.push(fresh);
  return fresh;
};

/** Adds a glyph to a line, its origin at x and y. */
export const addGlyph = (line: OpenStretch[], face: FaceId, id: number, x: Em, y: Em, text: string): void => {
  const { along, ids, texts } = stretchFor(line, face, y, false);
  along.push(x);
  ids.push(id);
  texts.push(text);
};

/** Adds a glyph that is turned about its origin at x and y. */
export const addTurned = (line: OpenStretch[], face: FaceId, id: number, x: Em, y: Em, text: string): void => {
  const { along, ids, texts } = stretchFor(line, face, x, true);
  along.push(y);
  ids.push(id);
  texts.push(text);
};

/** The stretches of glyphs that follow each other on a line. */
export const stretchesOf = (glyphs: readonly PlacedGlyph[]): readonly Stretch[] => {
  const line: OpenStretch[] = [];
  for (const { face, id, x, y, text, turned } of glyphs) (turned ? addTurned : addGlyph)(line, face, id, x, y, text);
  return line;
};

/** A line's glyphs one by one. */
export const glyphsIn = (stretches: readonly Stretch[]): readonly PlacedGlyph[] =>
  stretches.flatMap((stretch) => {
    const { face, turned, ids, texts } = stretch;
    return ids.map((id, index) => {
      const glyph = { face, id, ...originIn(stretch, index), text: texts[index]! };
      return turned ? { ...glyph, turned } : glyph;
    });
  });

/** Where the origins of a line's first and last glyph lie; null where it has none. */
export const endsOf = (stretches: readonly Stretch[]): { readonly first: Origin; readonly last: Origin } | null => {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: originIn(first, 0), last: originIn(last, last.ids.length - 1) };
};

type Origin = Pick<PlacedGlyph, 'x' | 'y'>;

const originIn = ({ turned, across, along }: Stretch, index: number): Origin =>
  turned ? { x: across, y: along[index]! } : { x: along[index]!, y: across };

/** What a line says. */
export const textIn = (stretches: readonly Stretch[]): string => stretches.map(({ texts }) => texts.join('')).join('');
