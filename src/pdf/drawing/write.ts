/** A copied drawing as a form of another file (ISO 32000-1, 8.10): it fills the square from 0 to 1, as pictures do. */
import { ARTWORK } from '../../pdf-objects/artwork.js';
import { type Kit, type Ref, writeObject } from '../pdfkit.js';
import type { CopiedDrawing, PrintDrawing } from '../types.js';
import { withReferences } from './references.js';

/** Writes a drawing with all that it is drawn by. */
export const drawingObject = (kit: Kit, { drawing, crop }: PrintDrawing): Ref => {
  const refs = drawing.objects.map(() => kit.ref());
  const here = (written: string): string => withReferences(written, (place) => String(refs[place]));
  for (const [place, { text, data }] of drawing.objects.entries()) writeObject(kit, refs[place]!, here(text), data);
  const box = cropped(drawing, crop);
  const words = [
    `<< /Type /XObject /Subtype /Form /${ARTWORK} true`,
    `/BBox [ ${box.map(exactly).join(' ')} ]`,
    `/Matrix [ ${toUnitSquare(box, drawing.turn).map(exactly).join(' ')} ]`,
    `/Resources ${here(drawing.resources)}`,
    ...(drawing.group === null ? [] : [`/Group ${here(drawing.group)}`]),
    `/Filter /FlateDecode /Length ${drawing.content.length} >>`,
  ];
  const form = kit.ref();
  writeObject(kit, form, words.join('\n'), drawing.content);
  return form;
};

type Box = CopiedDrawing['box'];

/** The part of a drawing's box that prints. */
const cropped = ({ box, turn }: CopiedDrawing, { x, y, width, height }: PrintDrawing['crop']): Box => {
  /** Shares that are cut away of it, upright: left, bottom, right, top. A turned page has them on other sides. */
  const upright = [x, 1 - y - height, 1 - x - width, y];
  const [left, bottom, right, top] = upright.map((_, side) => upright[(side + 4 - turn / 90) % 4]!) as unknown as Box;
  const [x0, y0, x1, y1] = box;
  const [across, up] = [x1 - x0, y1 - y0];
  return [x0 + left * across, y0 + bottom * up, x1 - right * across, y1 - top * up];
};

/** The matrix by which a box, turned upright, fills the square. */
const toUnitSquare = ([x0, y0, x1, y1]: Box, turn: CopiedDrawing['turn']): readonly number[] => {
  const [across, up] = [1 / (x1 - x0), 1 / (y1 - y0)];
  switch (turn) {
    case 0:
      return [across, 0, 0, up, -x0 * across, -y0 * up];
    case 90:
      return [0, -across, up, 0, -y0 * up, x1 * across];
    case 180:
      return [-across, 0, 0, -up, x1 * across, y1 * up];
    case 270:
      return [0, across, -up, 0, y1 * up, -x0 * across];
  }
};

/** A share of a point may be all of a matrix: more decimals than elsewhere. */
const exactly = (value: number): string => value.toFixed(10).replace(/\.?0+$/, '');
