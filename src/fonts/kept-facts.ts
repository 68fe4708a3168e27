/** What was found out about a font, by fontkit or from its tables, kept by the font's content. Every entry follows from the font and its key. */
import type { Font } from 'fontkit';
import { keep, keyOf, recall } from '../cache/kept.js';
import type { FaceFacts, ShapedGlyph } from './types.js';

/** A shaped glyph of one face. */
export type KitGlyph = Omit<ShapedGlyph, 'face' | 'source'>;

/** What is known of one font. */
export interface KeptFacts {
  /** What is known under a kind and a key; found out where it is not. JSON values. */
  once<T>(kind: string, key: string, find: () => T): T;
  /** What is known under them; undefined where nothing is. */
  known<T>(kind: string, key: string): T | undefined;
  keep(): void;
}

/** Changes with what is kept and with the fontkit that finds it. */
const FORM = 'font facts 3, fontkit 2.0.4';

type Entries = Record<string, Record<string, unknown>>;

/** Facts of the font with this identity; with none, they last as long as the process. */
export const keptFacts = (folder: string, identity: Buffer | null): KeptFacts => {
  const key = identity === null ? null : keyOf(FORM, identity);
  const entries = key === null ? {} : read(folder, key);
  let grown = false;
  return {
    once: <T>(kind: string, name: string, find: () => T): T => {
      entries[kind] ??= {};
      const known = entries[kind];
      if (!Object.hasOwn(known, name)) {
        known[name] = find();
        grown = true;
      }
      return known[name] as T;
    },
    known: <T>(kind: string, name: string): T | undefined => {
      const known = entries[kind];
      return known !== undefined && Object.hasOwn(known, name) ? (known[name] as T) : undefined;
    },
    keep: () => {
      if (key === null || !grown) return;
      // Another thread or build may have kept others since.
      for (const [kind, known] of Object.entries(read(folder, key))) entries[kind] = { ...known, ...entries[kind] };
      keep(folder, key, Buffer.from(JSON.stringify(entries)));
      grown = false;
    },
  };
};

const read = (folder: string, key: string): Entries => {
  const kept = recall(folder, key);
  return kept === null ? {} : (JSON.parse(kept.toString('utf8')) as Entries);
};

/** What a font says of itself, read by fontkit. */
export const factsOf = (font: Font, id: string): FaceFacts => ({
  postscriptName: font.postscriptName ?? id,
  unitsPerEm: font.unitsPerEm,
  bbox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
  italicAngle: font.italicAngle,
  ascent: font.ascent,
  descent: font.descent,
  capHeight: font.capHeight,
});
