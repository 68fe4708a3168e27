/** A drawing alone on a sheet of the size that it is printed at: what preflight and the drawer of pixels are shown. */
import { inMemory, type Piece } from '../../cache/pieces.js';
import type { Pt, Size } from '../../geometry/units.js';
import { deflate } from '../deflate.js';
import { openFile, sheetOf } from '../document.js';
import { num } from '../number.js';
import { type KitPage, openKit, type Ref, setContent } from '../pdfkit.js';
import type { CopiedDrawing, PdfFacts, Press, PressStandard, PrintDrawing } from '../types.js';
import { drawingObject } from './write.js';

/** The drawing as a file for the press. */
export const pressFileOf = (
  picture: PrintDrawing,
  size: Size,
  edition: PressStandard,
  press: Press,
): readonly Piece[] => {
  const facts: PdfFacts = { ...FACTS, edition };
  const file = openFile(facts, press);
  show(file.addPage(size, sheetOf(size, facts)), drawingObject(file.kit, picture), size, 0);
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

/** The whole drawing at a size, cut into bands from the top, each as tall as `rows` or what is left: a page each. */
export const bandsFileOf = (drawing: CopiedDrawing, size: Size, rows: number): Uint8Array => {
  const kit = openKit('1.7', new Date(0), false);
  const form = drawingObject(kit, { drawing, crop: WHOLE });
  for (let from = 0; from < size.height; from += rows) {
    const tall = Math.min(rows, size.height - from);
    kit.addPage({ size: [size.width, tall] });
    show(kit.page, form, size, from + tall - size.height);
  }
  kit.end();
  return Buffer.concat(kit.bytes.all().map(inMemory));
};

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Puts a drawing on a page, its foot `up` above the page's. */
const show = (page: KitPage, form: Ref, { width, height }: Size, up: Pt): void => {
  page.xobjects.D = form;
  setContent(page, deflate(Buffer.from(`q ${num(width)} 0 0 ${num(height)} 0 ${num(up)} cm /D Do Q\n`)));
};
