/**
 * What was ever asked of a font, kept in one small file: a newspaper uses some thousand of a font's thirty thousand
 * glyphs, day after day the same. A font that has all that is asked for on its shelf is not read at all, but for the
 * directory that tells which font it is.
 */
import { keep, keyOf, recall } from '../cache/kept.js';
import type { TrueType } from './true-type.js';

/** A font with its shelf. */
export interface Shelf extends TrueType {
  /** Keeps what was taken from the font since the shelf was opened. */
  keep(): void;
}

interface Glyph {
  readonly advance: number;
  readonly bearing: number;
  readonly outline: Buffer;
}

interface Kept {
  readonly tables: Map<string, Buffer | null>;
  readonly characters: Map<number, number>;
  readonly glyphs: Map<number, Glyph>;
}

/** Changes with the form of the file. */
const FORM = 'glyph shelf 1';

/** Tables that every subset takes along; the others are only asked of the font. */
const TABLES = ['head', 'hhea', 'maxp', 'cvt ', 'prep', 'fpgm'];

/**
 * The font of this identity, with what `folder` keeps of it; `open` opens the font itself where something is missing,
 * and gives null for one that cannot be read by ranges (then there is no shelf either).
 */
export const openShelf = (identity: Buffer, folder: string, open: () => TrueType | null): Shelf | null => {
  const key = keyOf(FORM, identity);
  const kept = read(recall(folder, key));
  let source: TrueType | null = null;
  const font = (): TrueType => {
    source ??= open();
    if (source === null) throw new Error('it is no longer what it was');
    return source;
  };
  if (kept === null) {
    source = open();
    if (source === null) return null;
  }
  const { tables, characters, glyphs } = kept ?? takeTables(font());
  let grown = kept === null;
  const known = <K, V>(map: Map<K, V>, name: K, find: () => V): V => {
    let value = map.get(name);
    if (value === undefined) {
      value = find();
      map.set(name, value);
      grown = true;
    }
    return value;
  };
  const glyph = (id: number): Glyph => known(glyphs, id, () => takeGlyphs(font(), [id])[0]!);
  const head = tables.get('head')!;
  return {
    unitsPerEm: head.readUInt16BE(18),
    longOffsets: head.readInt16BE(50) === 1,
    table: (tag) => (tables.has(tag) ? tables.get(tag)! : font().table(tag)),
    glyphOf: (code) => known(characters, code, () => font().glyphOf(code)),
    advance: (id) => glyph(id).advance,
    bearing: (id) => glyph(id).bearing,
    outlines: (ids) => {
      const missing = ids.filter((id) => !glyphs.has(id));
      if (missing.length > 0) {
        for (const [index, taken] of takeGlyphs(font(), missing).entries()) glyphs.set(missing[index]!, taken);
        grown = true;
      }
      return ids.map((id) => glyphs.get(id)!.outline);
    },
    keep: () => {
      if (!grown) return;
      // Another thread or build may have kept others since.
      const others = read(recall(folder, key));
      const all = {
        tables,
        characters: new Map([...(others?.characters ?? []), ...characters]),
        glyphs: new Map([...(others?.glyphs ?? []), ...glyphs]),
      };
      keep(folder, key, written(all));
      grown = false;
    },
  };
};

const takeTables = (font: TrueType): Kept => ({
  tables: new Map(TABLES.map((tag) => [tag, font.table(tag)])),
  characters: new Map(),
  glyphs: new Map(),
});

const takeGlyphs = (font: TrueType, ids: readonly number[]): readonly Glyph[] => {
  const outlines = font.outlines(ids);
  return ids.map((id, index) => ({
    advance: font.advance(id),
    bearing: font.bearing(id),
    outline: outlines[index]!,
  }));
};

/** Fields of a glyph's entry: its id, advance, bearing, and the length of its outline. */
const GLYPH_FIELDS = 4;

/** Numbers first (how many tables, characters, glyphs; then each one's), then the bytes of tables and outlines. */
const written = ({ tables, characters, glyphs }: Kept): Buffer => {
  const named = [...tables].filter(([tag]) => TABLES.includes(tag));
  const numbers = [
    characters.size,
    glyphs.size,
    ...named.map(([, table]) => table?.length ?? -1),
    ...[...characters].flat(),
    ...[...glyphs].flatMap(([id, { advance, bearing, outline }]) => [id, advance, bearing, outline.length]),
  ];
  const bytes = [...named.flatMap(([, table]) => table ?? []), ...[...glyphs.values()].map(({ outline }) => outline)];
  return Buffer.concat([Buffer.from(Int32Array.from(numbers).buffer), ...bytes]);
};

const read = (file: Buffer | null): Kept | null => {
  if (file === null) return null;
  // A fresh buffer begins where it may be read as numbers.
  const numbers = new Int32Array(file.buffer, file.byteOffset, file.length >> 2);
  const [characterCount, glyphCount] = [numbers[0]!, numbers[1]!];
  let at = 2 + TABLES.length;
  const characters = new Map<number, number>();
  for (let index = 0; index < characterCount; index++, at += 2) characters.set(numbers[at]!, numbers[at + 1]!);
  let byte = (at + glyphCount * GLYPH_FIELDS) * 4;
  const take = (length: number): Buffer => {
    byte += length;
    return file.subarray(byte - length, byte);
  };
  const tables = new Map(
    TABLES.map((tag, index) => [tag, numbers[2 + index]! < 0 ? null : take(numbers[2 + index]!)] as const),
  );
  const glyphs = new Map<number, Glyph>();
  for (let index = 0; index < glyphCount; index++, at += GLYPH_FIELDS) {
    const [advance, bearing, outline] = [numbers[at + 1]!, numbers[at + 2]!, take(numbers[at + 3]!)];
    glyphs.set(numbers[at]!, { advance, bearing, outline });
  }
  return { tables, characters, glyphs };
};
