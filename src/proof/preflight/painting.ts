/** What page contents paint, but text: paths, pictures, and forms, which are contents of their own. */
import { PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { isTrue, nameOf } from '../../pdf-objects/objects.js';
import type { Operand } from '../../pdf-objects/tokens.js';
import type { Drawn } from './drawn.js';
import { inlineImage } from './inline-image.js';
import {
  type Box,
  boxOf,
  type Colour,
  type GraphicsState,
  IDENTITY,
  type Matrix,
  meets,
  scaleOf,
  times,
} from './state.js';
import type { Walk } from './walk.js';

const FORMS_DEEP = 10;

/** Paints the path that was built, and begins a new one. */
export const paintPath = (walk: Walk, filled: boolean, stroked: boolean): void => {
  const { path, state } = walk;
  for (const box of path.rectangles) paintBox(walk, box, true, filled, stroked);
  const around = path.around(state.ctm);
  if (around !== null) paintBox(walk, around, false, filled, stroked);
  path.clear();
};

const paintBox = ({ drawn, state }: Walk, box: Box, rectangle: boolean, filled: boolean, stroked: boolean): void => {
  const { fill, stroke, fillOverprint, strokeOverprint } = state;
  if (filled) {
    const vanishes = isLost(state, fill, fillOverprint);
    drawn.push({ kind: 'area', box, rectangle, colour: fill, overprint: fillOverprint, vanishes });
  }
  if (!stroked) return;
  const width = state.lineWidth * scaleOf(state.ctm);
  const vanishes = isLost(state, stroke, strokeOverprint);
  drawn.push({ kind: 'line', box, width, colour: stroke, overprint: strokeOverprint, vanishes });
};

/** Whether white would leave every plate as it is (ISO 32000-1, 8.6.7: of DeviceCMYK alone). */
const isLost = ({ overprintMode }: GraphicsState, { space, plates }: Colour, overprint: boolean): boolean =>
  overprint && overprintMode === 1 && space === 'DeviceCMYK' && plates === 0;

/** Paints a picture or follows a form (XObject). */
export const paintObject = (walk: Walk, name: string): void => {
  const object = walk.resources.find('XObject', name);
  if (!object) return;
  const kind = nameOf(walk.objects.entry(object, 'Subtype'));
  if (kind === 'Form') {
    followForm(walk, object);
    return;
  }
  if (kind !== 'Image') walk.fault(`“${name}” is neither a picture nor a form (Subtype)`);
  const { objects, state } = walk;
  const [width, height] = [objects.number(object, 'Width') ?? 0, objects.number(object, 'Height') ?? 0];
  const isStencil = isTrue(objects.entry(object, 'ImageMask'));
  const space = objects.entry(object, 'ColorSpace');
  paintImage(walk, width, height, { image: object, stencil: isStencil ? state.fill : null, space });
};

const followForm = (walk: Walk, form: PDFObject): void => {
  if (walk.depth >= FORMS_DEEP) return;
  const { objects, state } = walk;
  const matrix = objects.numbers(objects.entry(form, 'Matrix'));
  const inner = matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY;
  const start = { ...state, ctm: times(inner, state.ctm) };
  const before = walk.drawn.length;
  walk.readForm(objects.streams.data(form), objects.entry(form, 'Resources'), start);
  const [x0 = -Infinity, y0 = -Infinity, x1 = Infinity, y1 = Infinity] = objects.numbers(objects.entry(form, 'BBox'));
  if (!Number.isFinite(x0)) return;
  // What lies beyond its box is cut away: marks of the printer that it was made for.
  const edges = boxOf(start.ctm, x0, y0, x1 - x0, y1 - y0);
  for (const item of walk.drawn.splice(before)) if (meets(item.box, edges)) walk.drawn.push(item);
};

/** Paints a picture whose data stands in the contents, by the operands of its ID. */
export const paintInlineImage = (walk: Walk, operands: readonly Operand[]): void => {
  const { found, resources, state } = walk;
  const { width, height, space, filters } = inlineImage(operands);
  if (space !== null && space !== 'DeviceGray' && space !== 'DeviceCMYK')
    found.add('colour-spaces', `a picture within the contents (BI) in ${space}`);
  if (filters.includes('LZWDecode')) found.add('filters', 'a picture within the contents (BI) uses LZWDecode');
  const stencil = space === null ? state.fill : null;
  const named = space === null ? undefined : (resources.known('ColorSpace', space) ?? PDFName.of(space));
  paintImage(walk, width, height, { image: null, stencil, space: named });
};

type Picture = Pick<Extract<Drawn, { kind: 'image' }>, 'image' | 'stencil' | 'space'>;

const paintImage = ({ drawn, state }: Walk, width: number, height: number, what: Picture): void => {
  const [a, b, c, d] = state.ctm;
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const ppi = across > 0 && down > 0 ? Math.min((width / across) * 72, (height / down) * 72) : 0;
  drawn.push({ kind: 'image', box: boxOf(state.ctm, 0, 0, 1, 1), ppi, ...what });
};
