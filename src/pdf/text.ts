/** One line of glyphs → one text object, positions kept to a thousandth of the size. */
import type { Cell } from '../fonts/registry.js';
import type { Em } from '../geometry/units.js';
import type { Glyphs, PlacedGlyph } from '../page/types.js';
import { num, utf16Hex } from './number.js';
import { type FaceSubset, showOperators } from './subset.js';

/** A stretch that shares face, turn and baseline; `said` where its glyphs' own texts do not tell it. */
interface Stretch {
  readonly glyphs: PlacedGlyph[];
  readonly said: string | null;
}

/**
 * A line ends this much early (4 µm in body size): where two columns stand exactly one em apart, the rounding of
 * pdftotext decides whether it takes them for one.
 */
const HAIR: Em = 0.001;

/** Operators for a line whose start lies at x, y (from the bottom left corner of the sheet). */
export const textObject = (line: Glyphs, x: number, y: number, subsetOf: (face: string) => FaceSubset): string => {
  const stretches = line.glyphs.length > 0 ? stretchesOf(line.glyphs) : [];
  const operators = stretches.map((stretch) => {
    const [first] = stretch.glyphs as [PlacedGlyph];
    const subset = subsetOf(first.face);
    const cells = stretch.glyphs.map((glyph) => edgeCell(glyph, line, subset));
    const codes = stretch.glyphs.map((glyph, index) => subset.code(glyph.id, glyph.text, cells[index]));
    const along = stretch.glyphs.map((glyph, index) =>
      glyph.turned ? glyph.y : glyph.x + (cells[index] === 'right' ? subset.face.advance(glyph.id) / 2 : 0),
    );
    if (stretch === stretches.at(-1) && along.length > 1) along[along.length - 1]! -= HAIR;
    const [a, b, c, d] = first.turned ? [0, -1, 1, 0] : [1, 0, 0, 1];
    const place = [a, b, c, d].join(' ');
    const origin = `${num(x + (first.turned ? first.x : along[0]!) * line.size)} ${num(y - first.y * line.size)}`;
    const shown = `${place} ${origin} Tm ${showOperators(subset, line.size, codes, along)}`;
    return stretch.said === null ? shown : `/Span <</ActualText <feff${utf16Hex(stretch.said)}>>> BDC\n${shown}EMC\n`;
  });
  return operators.length === 0 ? '' : `BT\n${operators.join('')}ET\n`;
};

/** A mark that opens or closes a line is written as the half of its cell that stands in the line. */
const edgeCell = (glyph: PlacedGlyph, { glyphs }: Glyphs, subset: FaceSubset): Cell => {
  const edge = glyph.turned
    ? null
    : glyph === glyphs.at(-1)
      ? 'left'
      : glyph === glyphs[0] && glyph.x < 0
        ? 'right'
        : null;
  return edge !== null && subset.half(glyph.id) === edge ? edge : 'whole';
};

const stretchesOf = (glyphs: readonly PlacedGlyph[]): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const cluster of clustersOf(glyphs)) {
    const [first] = cluster as [PlacedGlyph];
    // Also a line's first glyph may say nothing: a character on the fold is said on the page before.
    const mute = cluster.length > 1 || first.text === '';
    for (const [index, glyph] of cluster.entries()) {
      const last = stretches.at(-1);
      const said = mute ? first.text : null;
      const joins = last && continues(last, glyph) && (mute ? index > 0 && last.said !== null : last.said === null);
      if (joins) last.glyphs.push(glyph);
      // A cluster over two faces or baselines is said once, by its first part.
      else stretches.push({ glyphs: [glyph], said: mute && index > 0 ? '' : said });
    }
  }
  return stretches;
};

/** A glyph with the silent ones after it. */
const clustersOf = (glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] => {
  const clusters: PlacedGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (glyph.text === '' && last) last.push(glyph);
    else clusters.push([glyph]);
  }
  return clusters;
};

const continues = ({ glyphs }: Stretch, glyph: PlacedGlyph): boolean => {
  const last = glyphs.at(-1)!;
  if (last.face !== glyph.face || Boolean(last.turned) !== Boolean(glyph.turned)) return false;
  return glyph.turned ? last.x === glyph.x : last.y === glyph.y;
};
