/**
 * What was ever asked of a font, kept in one small file: a newspaper uses some thousand of a font's thirty thousand
 * glyphs, day after day the same. A font that has all that is asked for on its shelf is not read at all, but for the
 * directory that tells which font it is.
 */
import { keep, keyOf, recall } from '../cache/kept.js';
import type { GlyphData, TrueType } from './true-type.js';

/** A font with its shelf. */
export interface Shelf extends TrueType {
  /** Keeps what was taken from the font since the shelf was opened. */
  keep(): void;
}

interface Kept {
  readonly tables: ReadonlyMap<string, Buffer | null>;
  readonly characters: Map<number, number>;
  readonly glyphs: Glyphs;
}

/** Changes with the form of the file. */
const FORM = 'glyph shelf 2';

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
  const glyphOf = (code: number): number => {
    let found = characters.get(code);
    if (found === undefined) {
      found = font().glyphOf(code);
      characters.set(code, found);
      grown = true;
    }
    return found;
  };
  const take = (ids: readonly number[]): void => {
    const missing = ids.filter((id) => glyphs.get(id) === undefined);
    for (const [index, taken] of font().glyphs(missing).entries()) glyphs.set(missing[index]!, taken);
    grown = true;
  };
  const glyphsOf = (ids: readonly number[]): readonly GlyphData[] => {
    const known = ids.map((id) => glyphs.get(id));
    if (!known.includes(undefined)) return known as GlyphData[];
    take(ids);
    return ids.map((id) => glyphs.get(id)!);
  };
  const head = tables.get('head')!;
  return {
    unitsPerEm: head.readUInt16BE(18),
    longOffsets: head.readInt16BE(50) === 1,
    table: (tag) => (tables.has(tag) ? tables.get(tag)! : font().table(tag)),
    glyphOf,
    advance: (id) => (glyphs.get(id) ?? glyphsOf([id])[0]!).advance,
    glyphs: glyphsOf,
    keep: () => {
      if (!grown) return;
      // Another thread or build may have kept others since.
      const others = read(recall(folder, key));
      if (others !== null) {
        for (const [code, glyph] of others.characters) characters.set(code, glyph);
        for (const id of others.glyphs.ids()) if (glyphs.get(id) === undefined) glyphs.set(id, others.glyphs.get(id)!);
      }
      keep(folder, key, written({ tables, characters, glyphs }));
      grown = false;
    },
  };
};

const takeTables = (font: TrueType): Kept => ({
  tables: new Map(TABLES.map((tag) => [tag, font.table(tag)])),
  characters: new Map(),
  glyphs: new Glyphs(new Int32Array(0), new Uint8Array(0)),
});

/** Fields of a glyph's entry: its id, advance, bearing, and where in the outlines its own ends. */
const FIELDS = 4;

/** Glyphs as a file has them, by id, and those that came since; most of a file's are not asked for. */
class Glyphs {
  private readonly entryOf = new Map<number, number>();
  private readonly taken = new Map<number, GlyphData>();

  constructor(
    private readonly entries: Int32Array,
    private readonly outlines: Uint8Array,
  ) {
    for (let at = 0; at < entries.length; at += FIELDS) this.entryOf.set(entries[at]!, at);
  }

  get(id: number): GlyphData | undefined {
    const taken = this.taken.get(id);
    if (taken !== undefined) return taken;
    const at = this.entryOf.get(id);
    if (at === undefined) return undefined;
    const { entries, outlines } = this;
    const [from, to] = [at === 0 ? 0 : entries[at - 1]!, entries[at + 3]!];
    const outline = Buffer.from(outlines.buffer, outlines.byteOffset + from, to - from);
    const glyph = { advance: entries[at + 1]!, bearing: entries[at + 2]!, outline };
    this.taken.set(id, glyph);
    return glyph;
  }

  set(id: number, glyph: GlyphData): void {
    this.taken.set(id, glyph);
  }

  ids(): readonly number[] {
    return [...new Set([...this.entryOf.keys(), ...this.taken.keys()])];
  }
}

/** Numbers first (how many characters and glyphs, how long each table; then each one's), then tables and outlines. */
const written = ({ tables, characters, glyphs }: Kept): Buffer => {
  const ids = glyphs.ids();
  const lengths = TABLES.map((tag) => tables.get(tag)?.length ?? -1);
  let end = 0;
  const entries = ids.flatMap((id) => {
    const { advance, bearing, outline } = glyphs.get(id)!;
    end += outline.length;
    return [id, advance, bearing, end];
  });
  const numbers = Int32Array.from([characters.size, ids.length, ...lengths, ...[...characters].flat(), ...entries]);
  return Buffer.concat([
    Buffer.from(numbers.buffer),
    ...TABLES.flatMap((tag) => tables.get(tag) ?? []),
    ...ids.map((id) => glyphs.get(id)!.outline),
  ]);
};

const read = (file: Buffer | null): Kept | null => {
  if (file === null) return null;
  // A file is read into memory that begins where numbers may.
  const numbers = new Int32Array(file.buffer, file.byteOffset, file.length >> 2);
  const [characterCount, glyphCount] = [numbers[0]!, numbers[1]!];
  let at = 2 + TABLES.length;
  const characters = new Map<number, number>();
  for (let index = 0; index < characterCount; index++, at += 2) characters.set(numbers[at]!, numbers[at + 1]!);
  const entries = numbers.subarray(at, at + glyphCount * FIELDS);
  let byte = (at + entries.length) * 4;
  const tables = new Map(
    TABLES.map((tag, index) => {
      const length = numbers[2 + index]!;
      if (length < 0) return [tag, null] as const;
      byte += length;
      return [tag, file.subarray(byte - length, byte)] as const;
    }),
  );
  return { tables, characters, glyphs: new Glyphs(entries, file.subarray(byte)) };
};
