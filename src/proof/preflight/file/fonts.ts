/** Checks of fonts: embedded, subset, with their text; programs that can be opened; widths as the program has them. */
import { PDFArray, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, nameOf, numberOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import { faultIn } from '../../../pdf-objects/unreadable.js';
import type { Findings } from '../types.js';
import { type Advances, openFontProgram, PROGRAMS } from './font-program.js';

/** Checks that a font is embedded, can be opened, and has the widths it says. */
export const checkFont = (objects: PdfObjects, font: PDFDict, found: Findings): void => {
  const name = objects.name(font, 'BaseFont') ?? 'a font without a name';
  const kind = objects.name(font, 'Subtype');
  if (kind === 'Type3') {
    found.add('fonts', `${name} is drawn glyph by glyph (Type 3)`);
    return;
  }
  const holder = kind === 'Type0' ? objects.list(font, 'DescendantFonts')[0] : font;
  const descriptor = objects.dict(dictOf(holder), 'FontDescriptor');
  const key = PROGRAMS.find((each) => objects.entry(descriptor, each));
  if (key === undefined) found.add('fonts', `${name} is not embedded`);
  else {
    if (!/^[A-Z]{6}\+/.test(name)) found.add('fonts', `${name} is not a subset`);
    const program = objects.entry(descriptor, key)!;
    try {
      const advances = openFontProgram(key, objects.name(program, 'Subtype'), objects.streams.data(program));
      if (advances !== null && kind === 'Type0') checkWidths(objects, holder!, name, advances, found);
    } catch (cause) {
      const what = faultIn(cause, 'the program breaks off, or is no font');
      found.add('fonts', `${name} cannot be opened: ${what}`);
    }
  }
  if (!objects.entry(font, 'ToUnicode')) found.add('fonts', `${name} does not say its text (no ToUnicode)`);
};

/** How far a width may be from the glyph's own advance, in thousandths of the size: both are rounded. */
const ROUNDED = 2;
const USUAL_WIDTH = 1000;

/** Holds the widths of codes (W, DW; ISO 32000-1, 9.7.4.3) to the advances of the glyphs that they print. */
const checkWidths = (objects: PdfObjects, font: PDFObject, name: string, advances: Advances, found: Findings): void => {
  const map = objects.entry(font, 'CIDToGIDMap');
  const glyphs = map === undefined || nameOf(map) !== undefined ? null : objects.streams.data(map);
  const usual = numberOf(objects.entry(font, 'DW')) ?? USUAL_WIDTH;
  const met = new Set<number>();
  const wrong: string[] = [];
  const hold = (code: number, width: number): void => {
    const glyph = glyphs === null ? code : ((glyphs[code * 2] ?? 0) << 8) | (glyphs[code * 2 + 1] ?? 0);
    met.add(glyph);
    // Of glyph 0, which stands for none, nothing is printed, nor of one left out: ranges of one width take them in.
    if (glyph === 0 || Math.abs(advances.of(glyph) - width) <= ROUNDED || advances.isLeftOut(glyph)) return;
    const is = glyph < advances.count ? `${Math.round(advances.of(glyph))} wide` : 'not there';
    wrong.push(`code ${code} is said to be ${width} wide, and its glyph is ${is}`);
  };
  eachWidth(objects, font, hold);
  // Codes of the usual width are too many to go through; glyphs of another width that no width was given for are few.
  if (glyphs !== null) {
    for (const glyph of advances.otherThan(usual, ROUNDED)) {
      if (glyph !== 0 && !met.has(glyph)) for (const code of codesOf(glyph, glyphs)) hold(code, usual);
    }
  }
  const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
  if (wrong.length > 0) found.add('fonts', `${name}: ${wrong[0]}${more}`);
};

/** Calls for each code of a W array with its width. */
const eachWidth = (objects: PdfObjects, font: PDFObject, hold: (code: number, width: number) => void): void => {
  const widths = objects.entry(font, 'W');
  const items = widths instanceof PDFArray ? widths.asArray() : [];
  const number = (object: PDFObject | undefined): number => numberOf(objects.resolve(object)) ?? Number.NaN;
  for (let at = 0; at < items.length; ) {
    const [first, next] = [number(items[at]), objects.resolve(items[at + 1])];
    if (next instanceof PDFArray) {
      const run = next.asArray();
      for (let index = 0; index < run.length; index++) hold(first + index, number(run[index]));
      at += 2;
    } else {
      const [last, width] = [Math.min(number(next), LAST_CODE), number(items[at + 2])];
      for (let code = Math.max(first, 0); code <= last; code++) hold(code, width);
      at += 3;
    }
  }
};

const LAST_CODE = 0xffff;

/** The codes that a map of two bytes each leads to a glyph from. */
function* codesOf(glyph: number, map: Uint8Array): Generator<number> {
  const bytes = Buffer.from(map.buffer, map.byteOffset, map.length);
  const wanted = Buffer.of(glyph >> 8, glyph & 0xff);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) if (at % 2 === 0) yield at / 2;
}
