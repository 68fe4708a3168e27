/**
 * Fonts that a drawing has whole: in its copy each is called as a subset is (ISO 32000-1, 9.6.4), one of all its glyphs.
 * Presses have fonts of their own, and by a font's plain name they may take theirs in place of it.
 */
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { dictOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { subsetTag } from '../fonts/subset-tag.js';

const PROGRAMS = ['FontFile', 'FontFile2', 'FontFile3'];
const TAGGED = /^[A-Z]{6}\+/;

/** Entries that name a font, in itself and in its descriptor. */
const NAMES: Readonly<Record<string, 'BaseFont' | 'FontName'>> = { '/BaseFont': 'BaseFont', '/FontName': 'FontName' };

/** What stands for a font's name in an entry; null where that is a subset's already, no font is with it, or of others. */
export const subsetName = (objects: PdfObjects, dict: PDFDict, entry: string): PDFName | null => {
  const key = NAMES[entry];
  if (key === undefined) return null;
  const name = objects.entry(dict, key);
  // As it is written: names of Chinese fonts are often bytes of GBK.
  const written = name instanceof PDFName ? name.asString().slice(1) : null;
  if (written === null || TAGGED.test(written)) return null;
  const holder = objects.list(dict, 'DescendantFonts')[0] ?? dict;
  const descriptor = key === 'FontName' ? dict : objects.dict(dictOf(holder), 'FontDescriptor');
  const program = PROGRAMS.map((file) => objects.entry(descriptor, file)).find((found) => found !== undefined);
  if (!(program instanceof PDFRawStream)) return null;
  return PDFName.of(`${subsetTag(objects.streams.packed(program))}+${written}`);
};
