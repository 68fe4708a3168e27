/** Font files on disk: where a name of fonts.yaml leads, and what the first bytes say before a font is opened. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { postscriptNames } from './facts.js';
import { bytesOfFile, type Directory, directoryOf, identityOf, packedDirectoryOf, type Read } from './true-type.js';

/** A file as fonts.yaml names it. */
export interface FontFile {
  /** As written. */
  readonly name: string;
  /** Where it should be; it may not be there. */
  readonly path: string;
  /** Member of a collection (`songs.ttc#PostScriptName`). */
  readonly member: string | null;
  /** What its tables add up to (`TableSums`), where fonts.yaml says so; null where its own checksums hold. */
  readonly sum: string | null;
}

const PACKAGE = 'package:';

/** Resolves a name of fonts.yaml: an installed package's file, or a path beside fonts.yaml. */
export const locateFont = (name: string, folder: string, sum: string | null = null): FontFile => {
  const [file = '', member = null] = name.split('#', 2);
  if (!file.startsWith(PACKAGE)) return { name, path: resolve(folder, file), member, sum };
  const inside = join('node_modules', file.slice(PACKAGE.length));
  const path = foundAbove(resolve(folder), inside) ?? foundAbove(dirname(fileURLToPath(import.meta.url)), inside);
  return { name, path: path ?? join(resolve(folder), inside), member, sum };
};

/** A path in a folder or in one above it: where Node would look for packages. */
const foundAbove = (folder: string, inside: string): string | null => {
  const path = join(folder, inside);
  if (existsSync(path)) return path;
  const up = dirname(folder);
  return up === folder ? null : foundAbove(up, inside);
};

/** What kind of file a font is in; `sfnt` is TTF or OTF. */
export type FontFormat = 'sfnt' | 'collection' | 'woff' | 'woff2' | 'unknown';

/** What a font file says of itself where it begins. */
export interface FontHeader {
  readonly format: FontFormat;
  /** Whether all that its directory names lies in the file. */
  readonly isWhole: boolean;
  /** Its tables; of a collection, those of the member that is meant. */
  readonly tables: Directory;
  /** PostScript names of a collection's fonts. */
  readonly members: readonly string[];
  /** What tells it from all other fonts (`identityOf`); null of other kinds than single TrueType fonts. */
  readonly identity: Buffer | null;
}

const FORMATS: Readonly<Record<string, FontFormat>> = {
  '\0\x01\0\0': 'sfnt',
  OTTO: 'sfnt',
  true: 'sfnt',
  ttcf: 'collection',
  wOFF: 'woff',
  wOF2: 'woff2',
};

/**
 * Reads the directory only, so a dozen large fonts are checked at once; of a collection its fonts' names, too. Throws
 * where the file cannot be read.
 */
export const readFontHeader = ({ path, member, sum }: FontFile): FontHeader =>
  bytesOfFile(path)((readFile, size) => {
    // Nearly always all that is asked for, in one go.
    const head = readFile(0, Math.min(HEAD_BYTES, size));
    const read: Read = (offset, length) =>
      offset + length <= head.length ? head.subarray(offset, offset + length) : readFile(offset, length);
    const format = FORMATS[read(0, Math.min(4, size)).toString('latin1')] ?? 'unknown';
    const nothing: FontHeader = { format, isWhole: true, tables: new Map(), members: [], identity: null };
    const withTables = (directory: Directory): FontHeader => ({
      ...nothing,
      isWhole: [...directory.values()].every(({ offset, length }) => offset + length <= size),
      tables: directory,
    });
    try {
      const identity = identityOf(read, size, sum)?.identity ?? null;
      if (format === 'sfnt') return { ...withTables(directoryOf(read)), identity };
      if (format === 'woff') return { ...withTables(packedDirectoryOf(read)), identity };
      if (format !== 'collection') return nothing;
      const fonts = membersOf(read);
      const meant = fonts.find(({ names }) => names.includes(member ?? ''));
      const members = fonts.flatMap(({ names }) => names.slice(0, 1));
      return { ...(meant === undefined ? nothing : withTables(meant.directory)), members };
    } catch {
      // It was opened and begins as a font does: what could not be read is not in it.
      return { ...nothing, isWhole: false };
    }
  });

/** A directory of more tables than any font has. */
const HEAD_BYTES = 4096;

const COUNT_AT = 8;
const OFFSETS_AT = 12;

/** The fonts of a collection, each with all its PostScript names: it may have one a platform. */
const membersOf = (read: Read): { readonly directory: Directory; readonly names: readonly string[] }[] => {
  const count = read(0, OFFSETS_AT).readUInt32BE(COUNT_AT);
  const offsets = read(OFFSETS_AT, count * 4);
  return Array.from({ length: count }, (_, index) => {
    const directory = directoryOf(read, offsets.readUInt32BE(index * 4));
    const name = directory.get('name');
    return { directory, names: name === undefined ? [] : postscriptNames(read(name.offset, name.length)) };
  });
};
