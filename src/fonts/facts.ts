/** What a TrueType font says of itself, read from its tables: neither fontkit nor the rest of the font is needed for it. */
import type { TrueType } from './true-type.js';
import type { FaceFacts } from './types.js';

/** Facts of a font (OpenType `head`, `hhea`, `OS/2`, `post`, `name`); one without a name is called by its id. */
export const readFacts = (font: TrueType, id: string): FaceFacts => {
  const head = font.table('head')!;
  const hhea = font.table('hhea')!;
  const ascent = hhea.readInt16BE(4);
  return {
    postscriptName: postscriptNames(font.table('name'))[0] ?? id,
    unitsPerEm: font.unitsPerEm,
    bbox: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
    italicAngle: (font.table('post')?.readInt32BE(4) ?? 0) / 0x10000,
    ascent,
    descent: hhea.readInt16BE(6),
    capHeight: capHeight(font.table('OS/2')) ?? ascent,
  };
};

/** Only tables of version 2 and later say it. */
const capHeight = (os2: Buffer | null): number | null =>
  os2 !== null && os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : null;

const POSTSCRIPT_NAME = 6;
const RECORDS = 6;
const RECORD = 12;
const MACINTOSH = 1;

/** What a font is called by its table `name`, for one platform after the other: in ASCII, one byte a character on the Macintosh, two elsewhere. */
export const postscriptNames = (name: Buffer | null): readonly string[] => {
  if (name === null) return [];
  const names: string[] = [];
  const texts = name.readUInt16BE(4);
  for (let at = RECORDS; at < RECORDS + name.readUInt16BE(2) * RECORD; at += RECORD) {
    const [platform, , , kind, length, offset] = [0, 2, 4, 6, 8, 10].map((field) => name.readUInt16BE(at + field));
    if (kind !== POSTSCRIPT_NAME) continue;
    const text = name.subarray(texts + offset!, texts + offset! + length!);
    names.push(new TextDecoder(platform === MACINTOSH ? 'latin1' : 'utf-16be').decode(text));
  }
  return names;
};
