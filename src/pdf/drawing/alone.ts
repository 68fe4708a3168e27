/** A drawing alone on a sheet of the size that it is printed at: what preflight and the drawer of pixels are shown. */
import { inMemory, type Piece } from '../../cache/pieces.js';
import type { Size } from '../../geometry/units.js';
import { deflate } from '../deflate.js';
import { openFile, sheetOf } from '../document.js';
import { num } from '../number.js';
import { type Kit, type KitPage, openKit, setContent } from '../pdfkit.js';
import type { PdfFacts, Press, PrintDrawing } from '../types.js';
import { drawingObject } from './write.js';

/** The drawing as a file for the press. */
export const pressFileOf = (
  picture: PrintDrawing,
  size: Size,
  edition: 'x1a' | 'x4',
  press: Press,
): readonly Piece[] => {
  const facts: PdfFacts = { ...FACTS, edition };
  const file = openFile(facts, press);
  show(file.kit, file.addPage(size, sheetOf(size, facts)), picture, size);
  return file.finish();
};

/** Nobody sees the file. */
const FACTS = {
  title: 'A drawing',
  date: { year: 2000, month: 1, day: 1 },
  bleed: 0,
  marks: false,
  slug: () => '',
} as const;

/** The drawing as a file that says nothing of itself. */
export const plainFileOf = (picture: PrintDrawing, { width, height }: Size): Uint8Array => {
  const kit = openKit('1.7', new Date(0), false);
  kit.addPage({ size: [width, height] });
  show(kit, kit.page, picture, { width, height });
  kit.end();
  return Buffer.concat(kit.bytes.all().map(inMemory));
};

const show = (kit: Kit, page: KitPage, picture: PrintDrawing, { width, height }: Size): void => {
  page.xobjects.D = drawingObject(kit, picture);
  setContent(page, deflate(Buffer.from(`q ${num(width)} 0 0 ${num(height)} 0 0 cm /D Do Q\n`)));
};
