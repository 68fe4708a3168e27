/**
 * Whether an ICC profile can be a press's. The picture library separates with no profile at all where it cannot use the
 * one that it is given, and says nothing: so its tables are looked at before.
 */
import { createHash } from 'node:crypto';

const HEADER_BYTES = 128;
const TAG_BYTES = 12;

/** What keeps an ICC profile from being a press's: null where it is a whole CMYK output profile (class `prtr`). */
export const profileFault = (profile: Uint8Array): string | null => {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.length);
  if (bytes.length < HEADER_BYTES + 4 || text(bytes, 36) !== 'acsp') return 'is no ICC profile';
  if (bytes.readUInt32BE(0) !== bytes.length) return 'is damaged: its length is wrong';
  if (text(bytes, 12) !== 'prtr') return `is of class “${text(bytes, 12)}”, not an output profile (“prtr”)`;
  if (text(bytes, 16) !== 'CMYK') return `is for ${text(bytes, 16).trim()}, not for CMYK`;
  if (!isItself(bytes)) return 'is damaged: it is not what its own checksum says';
  const tables = tablesOf(bytes);
  if (tables === null || !['Lab ', 'XYZ '].includes(text(bytes, 20))) return 'is damaged: its header is wrong';
  const lacking = NEEDED.find((tag) => !tables.has(tag));
  if (lacking !== undefined) return `lacks the table “${lacking}”`;
  const wrong = [...tables].find(([tag, table]) => COLOURS.test(tag) && !isSound(table, tag.startsWith('A')))?.[0];
  return wrong === undefined ? null : `is damaged: its table “${wrong}” is wrong`;
};

const text = (bytes: Buffer, from: number): string => bytes.toString('latin1', from, from + 4);

/** From inks to colours and back, for each rendering intent; those of the first serve where others are missing. */
const COLOURS = /^(?:A2B|B2A)[012]$/;
const NEEDED = ['A2B0', 'B2A0'];

/** Its tagged data; null where some lie beyond its end. */
const tablesOf = (bytes: Buffer): ReadonlyMap<string, Buffer> | null => {
  const end = HEADER_BYTES + 4 + bytes.readUInt32BE(HEADER_BYTES) * TAG_BYTES;
  if (end > bytes.length) return null;
  const tables = new Map<string, Buffer>();
  for (let at = HEADER_BYTES + 4; at < end; at += TAG_BYTES) {
    const [offset, length] = [bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)];
    if (offset + length > bytes.length) return null;
    tables.set(text(bytes, at), bytes.subarray(offset, offset + length));
  }
  return tables;
};

/** Where a profile of version 4 has its checksum (ICC.1, 7.2.18), and what counts as zeros in it: flags and intent, too. */
const SUM: readonly [number, number] = [84, 100];
const ZEROS: readonly (readonly [number, number])[] = [[44, 48], [64, 68], SUM];

const isItself = (bytes: Buffer): boolean => {
  const said = bytes.subarray(...SUM);
  if (bytes[8]! < 4 || said.every((byte) => byte === 0)) return true;
  const counted = Buffer.from(bytes);
  for (const [from, to] of ZEROS) counted.fill(0, from, to);
  return createHash('md5').update(counted).digest().equals(said);
};

/** Bytes of a number, and where the curves begin, in tables of 8 and of 16 bits (ICC.1, 10.10 and 10.11). */
const FORMS: Readonly<Record<string, { readonly width: 1 | 2; readonly start: number }>> = {
  mft1: { width: 1, start: 48 },
  mft2: { width: 2, start: 52 },
};

/** Whether a table leads from four inks to three colours, or back, and no curve of it gives one and the same value. */
const isSound = (table: Buffer, fromInks: boolean): boolean => {
  const [inputs, outputs] = fromInks ? [4, 3] : [3, 4];
  if (table.length < 52 || table[8] !== inputs || table[9] !== outputs) return false;
  const form = FORMS[text(table, 0)];
  if (form === undefined) return text(table, 0) === (fromInks ? 'mAB ' : 'mBA ');
  const { width, start } = form;
  const [before, after] = width === 1 ? [256, 256] : [table.readUInt16BE(48), table.readUInt16BE(50)];
  const grid = table[10]! ** inputs * outputs;
  const bends = (curve: number, entries: number): boolean => {
    const number = (entry: number): number => table.readUIntBE(curve + entry * width, width);
    return number(0) !== number(entries - 1);
  };
  const behind = start + (before * inputs + grid) * width;
  if (before < 2 || after < 2 || behind + after * outputs * width > table.length) return false;
  const firsts = Array.from({ length: inputs }, (_, at) => start + at * before * width);
  const lasts = Array.from({ length: outputs }, (_, at) => behind + at * after * width);
  return firsts.every((at) => bends(at, before)) && lasts.every((at) => bends(at, after));
};
