/** Font files on disk: where a name of fonts.yaml leads, and what the first bytes say before a font is opened. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file as fonts.yaml names it. */
export interface FontFile {
  /** As written. */
  readonly name: string;
  /** Where it should be; it may not be there. */
  readonly path: string;
  /** Member of a collection (`songs.ttc#PostScriptName`). */
  readonly member: string | null;
}

const PACKAGE = 'package:';

/** Resolves a name of fonts.yaml: an installed package's file, or a path beside fonts.yaml. */
export const locateFont = (name: string, folder: string): FontFile => {
  const [file = '', member = null] = name.split('#', 2);
  if (!file.startsWith(PACKAGE)) return { name, path: resolve(folder, file), member };
  const inside = join('node_modules', file.slice(PACKAGE.length));
  const path = foundAbove(resolve(folder), inside) ?? foundAbove(dirname(fileURLToPath(import.meta.url)), inside);
  return { name, path: path ?? join(resolve(folder), inside), member };
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

/** What a font file's first bytes say. Throws where the file cannot be read. */
export interface FontHeader {
  readonly format: FontFormat;
  /** Tags of the tables, of sfnt and WOFF files. */
  readonly tables: readonly string[];
}

const FORMATS: Readonly<Record<string, FontFormat>> = {
  '\0\x01\0\0': 'sfnt',
  OTTO: 'sfnt',
  true: 'sfnt',
  ttcf: 'collection',
  wOFF: 'woff',
  wOF2: 'woff2',
};

/** Reads only the first kilobytes, so a dozen large fonts are checked at once. */
export const readFontHeader = (path: string): FontHeader => {
  const head = Buffer.alloc(4096);
  const handle = openSync(path, 'r');
  let length = 0;
  try {
    length = readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  const format = FORMATS[head.toString('latin1', 0, Math.min(4, length))] ?? 'unknown';
  if (format !== 'sfnt' && format !== 'woff') return { format, tables: [] };
  const [count, first, step] = format === 'sfnt' ? [head.readUInt16BE(4), 12, 16] : [head.readUInt16BE(12), 44, 20];
  const tables: string[] = [];
  for (let at = first; tables.length < count && at + 4 <= length; at += step) {
    tables.push(head.toString('latin1', at, at + 4));
  }
  return { format, tables };
};
