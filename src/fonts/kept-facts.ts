/** What fontkit found out about a font, kept by the font's content. Every entry follows from the font and its key. */
import type { Font } from 'fontkit';
import { keep, keyOf, recall } from '../cache/kept.js';
import type { FaceFacts, ShapedGlyph } from './types.js';

/** A shaped glyph of one face. */
export type KitGlyph = Omit<ShapedGlyph, 'face' | 'source'>;

export interface KeptFacts {
  /** What is known under a kind and a key; found out where it is not. JSON values. */
  once<T>(kind: string, key: string, find: () => T): T;
  keep(): void;
}

/** Changes with what is kept and with the fontkit that finds it. */
const FORM = 'font facts 1, fontkit 2.0.4';

type Entries = Record<string, Record<string, unknown>>;

/** Facts of the font with this identity; with none, they last as long as the process. */
export const keptFacts = (folder: string, identity: Buffer | null): KeptFacts => {
  const key = identity === null ? null : keyOf(FORM, identity);
  const kinds = key === null ? new Map<string, Map<string, unknown>>() : read(folder, key);
  let grown = false;
  return {
    once: <T>(kind: string, name: string, find: () => T): T => {
      const known = kinds.get(kind) ?? new Map<string, unknown>();
      kinds.set(kind, known);
      let value = known.get(name) as T | undefined;
      if (value === undefined) {
        value = find();
        known.set(name, value);
        grown = true;
      }
      return value;
    },
    keep: () => {
      if (key === null || !grown) return;
      // Another thread or build may have kept others since.
      for (const [kind, known] of read(folder, key)) kinds.set(kind, new Map([...known, ...(kinds.get(kind) ?? [])]));
      const all = Object.fromEntries([...kinds].map(([kind, known]) => [kind, Object.fromEntries(known)]));
      keep(folder, key, Buffer.from(JSON.stringify(all)));
      grown = false;
    },
  };
};

const read = (folder: string, key: string): Map<string, Map<string, unknown>> => {
  const kept = recall(folder, key);
  const entries = kept === null ? {} : (JSON.parse(kept.toString('utf8')) as Entries);
  return new Map(Object.entries(entries).map(([kind, known]) => [kind, new Map(Object.entries(known))]));
};

export const factsOf = (font: Font, id: string): FaceFacts => ({
  postscriptName: font.postscriptName ?? id,
  unitsPerEm: font.unitsPerEm,
  bbox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
  italicAngle: font.italicAngle,
  ascent: font.ascent,
  descent: font.descent,
  capHeight: font.capHeight,
});
