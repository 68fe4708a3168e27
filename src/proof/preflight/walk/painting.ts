/** What page contents paint, but text: paths, pictures, and forms, which are contents of their own. */
import { PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { ARTWORK } from '../../../pdf-objects/artwork.js';
import { type Box, meet, rectangleIn } from '../../../pdf-objects/boxes.js';
import { isTrue, nameOf } from '../../../pdf-objects/objects.js';
import type { Operand } from '../../../pdf-objects/tokens.js';
import type { Drawn } from './drawn.js';
import { inlineImage } from './inline-image.js';
import { shadingColour } from './shading.js';
import {
  boxOf,
  type Colour,
  EVERYWHERE,
  type GraphicsState,
  IDENTITY,
  type Matrix,
  NOWHERE,
  scaleOf,
  times,
} from './state.js';
import type { Walk } from './walk.js';

/** Paints the path that was built, clips to it where that was asked for, and begins a new one. */
export const paintPath = (walk: Walk, filled: boolean, stroked: boolean): void => {
  const { path, state } = walk;
  for (const box of path.rectangles) paintBox(walk, box, true, filled, stroked);
  const around = path.around(state.ctm);
  if (around !== null) paintBox(walk, around, false, filled, stroked);
  const all = path.clips ? path.all(state.ctm) : null;
  if (all !== null) state.clip = meet(state.clip, all) ?? NOWHERE;
  path.clear();
};

/** Notes what is painted, or that clipping leaves nothing of it. */
const put = ({ drawn, hidden, state }: Walk, item: Drawn): void => {
  const seen = meet(item.box, state.clip);
  if (seen === null) hidden.push(item);
  else drawn.push({ ...item, seen });
};

const paintBox = (walk: Walk, box: Box, rectangle: boolean, filled: boolean, stroked: boolean): void => {
  const { state } = walk;
  const { fill, stroke, fillOverprint, strokeOverprint, artwork } = state;
  if (filled) {
    const vanishes = isLost(state, fill, fillOverprint);
    put(walk, { kind: 'area', box, seen: box, artwork, rectangle, colour: fill, overprint: fillOverprint, vanishes });
  }
  if (!stroked) return;
  const width = state.lineWidth * scaleOf(state.ctm);
  const vanishes = isLost(state, stroke, strokeOverprint);
  put(walk, { kind: 'line', box, seen: box, artwork, width, colour: stroke, overprint: strokeOverprint, vanishes });
};

/** Whether white would leave every plate as it is (ISO 32000-1, 8.6.7: of DeviceCMYK alone). */
const isLost = ({ overprintMode }: GraphicsState, { space, plates }: Colour, overprint: boolean): boolean =>
  overprint && overprintMode === 1 && space === 'DeviceCMYK' && plates === 0;

/** Paints a shading over all that clipping leaves. */
export const paintShading = (walk: Walk, shading: PDFObject | undefined): void => {
  const colour = shadingColour(walk.objects, shading);
  const { artwork, fillOverprint } = walk.state;
  const how = { artwork, rectangle: false, overprint: fillOverprint, vanishes: false };
  put(walk, { kind: 'area', box: EVERYWHERE, seen: EVERYWHERE, colour, ...how });
};

/** Paints a picture or follows a form (XObject). */
export const paintObject = (walk: Walk, name: string): void => {
  const object = walk.resources.find('XObject', name);
  if (!object) return;
  const kind = nameOf(walk.objects.entry(object, 'Subtype'));
  if (kind === 'Form') {
    if (walk.within.includes(object)) walk.fault(`the form “${name}” paints itself`);
    else followForm(walk, object);
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
  const { objects, state } = walk;
  const matrix = objects.numbers(objects.entry(form, 'Matrix'));
  const inner = matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY;
  const ctm = times(inner, state.ctm);
  const own = rectangleIn(objects, objects.entry(form, 'BBox'));
  const box = own === null ? EVERYWHERE : boxOf(ctm, own.x0, own.y0, own.x1 - own.x0, own.y1 - own.y0);
  const artwork = state.artwork || isTrue(objects.entry(form, ARTWORK));
  const start = { ...state, ctm, artwork, clip: meet(state.clip, box) ?? NOWHERE };
  walk.readForm(form, objects.entry(form, 'Resources'), start);
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

const paintImage = (walk: Walk, width: number, height: number, what: Picture): void => {
  const { ctm, artwork } = walk.state;
  const [a, b, c, d] = ctm;
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const ppi = across > 0 && down > 0 ? Math.min((width / across) * 72, (height / down) * 72) : 0;
  const box = boxOf(ctm, 0, 0, 1, 1);
  put(walk, { kind: 'image', box, seen: box, artwork, ppi, ...what });
};
