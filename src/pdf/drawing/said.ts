/**
 * What codes of a drawing's fonts say, where the fonts do not tell it themselves: the press has no use for it, and
 * PDF/X does not ask for it, but files that are searched and checked do. Codes of which it is not known say nothing.
 */
import { TextDecoder } from 'node:util';
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { nameOf, numberOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { toUnicode } from '../fonts/to-unicode.js';

/** Fonts by their kind, with the bytes of a code. Fonts that are drawn glyph by glyph the press does not take at all. */
const CODE_BYTES = new Map<string | undefined, 1 | 2>([
  ['Type1', 1],
  ['MMType1', 1],
  ['TrueType', 1],
  ['Type0', 2],
]);

/** The ToUnicode map of a font that has none, as its codes' names tell it; null for every other object. */
export const textsMissing = (objects: PdfObjects, object: PDFDict): string | null => {
  const bytes = CODE_BYTES.get(objects.name(object, 'Subtype'));
  if (objects.name(object, 'Type') !== 'Font' || bytes === undefined) return null;
  if (objects.entry(object, 'ToUnicode') !== undefined) return null;
  const texts = bytes === 1 ? textsOf(objects, objects.entry(object, 'Encoding')) : new Map<number, string>();
  return toUnicode(
    [...texts].sort(([one], [other]) => one - other).map(([code, said]) => ({ code, said })),
    bytes,
  );
};

/** Where WinAnsiEncoding is other than Latin 1, from 0x80 on (ISO 32000-1, annex D; U+FFFD: nothing). */
const WINDOWS = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';
const [FIRST, ABOVE_ASCII, LAST] = [0x20, 0x80, 0xff];

const MACINTOSH = new TextDecoder('macintosh');
/** Single bytes by the encoding that a font names. */
const ENCODINGS: Readonly<Record<string, (code: number) => string>> = {
  WinAnsiEncoding: (code) => WINDOWS[code - ABOVE_ASCII] ?? String.fromCharCode(code),
  MacRomanEncoding: (code) => MACINTOSH.decode(Uint8Array.of(code)),
};

/** What codes say by an encoding: its name, or a dictionary of what differs from another. */
const textsOf = (objects: PdfObjects, encoding: PDFObject | undefined): Map<number, string> => {
  const texts = new Map<number, string>();
  const decode = ENCODINGS[nameOf(encoding) ?? objects.name(encoding, 'BaseEncoding') ?? ''];
  for (let code = FIRST; code <= LAST && decode !== undefined; code++) {
    const said = decode(code);
    if (/[^\uFFFD\x7F]/.test(said)) texts.set(code, said);
  }
  let code = 0;
  for (const item of objects.items(objects.entry(encoding, 'Differences'))) {
    const number = numberOf(item);
    if (number !== undefined) code = number;
    else {
      const said = textOfName(nameOf(item) ?? '');
      if (said === null) texts.delete(code);
      else texts.set(code, said);
      code++;
    }
  }
  return texts;
};

/** A character by a glyph's name where the name itself tells it: letters, uni4E00, u1F600 (Adobe Glyph List, 2). */
const textOfName = (name: string): string | null => {
  if (/^[A-Za-z]$/.test(name)) return name;
  const [, digits] = /^u(?:ni)?([\dA-F]{4,6})$/.exec(name) ?? [];
  const code = digits === undefined ? 0 : Number.parseInt(digits, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
};
