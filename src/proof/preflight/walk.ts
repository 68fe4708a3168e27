/** Walks a page's content streams, forms within them too, and tells what they paint. */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import type { Drawn } from './drawn.js';
import { isTrue, nameOf, type PdfObjects } from './file.js';
import { Path } from './path.js';
import { colourOf, familyOf } from './spaces.js';
import { type Box, boxOf, type GraphicsState, IDENTITY, initialState, type Matrix, scaleOf, times } from './state.js';
import { matrixIn, numberIn, TextWalk } from './text-walk.js';
import { type Operand, readOperations } from './tokens.js';
import { Unreadable } from './unreadable.js';

const FORMS_DEEP = 10;

/** The resources that what is painted follows from. */
export const PAINTS = ['ColorSpace', 'ExtGState', 'XObject'] as const;

/** Everything that a page paints. Throws where its streams cannot be read. */
export const walkPage = (objects: PdfObjects, page: Parameters<PdfObjects['inherited']>[0]): Drawn[] => {
  const contents = objects.entry(page, 'Contents');
  const streams = contents instanceof PDFArray && contents.size() > 0 ? contents.asArray() : [contents];
  const parts = streams.map((stream) => {
    const found = objects.resolve(stream);
    if (found === undefined) throw new Unreadable('the page has no contents: it would be printed without them');
    return objects.streams.data(found);
  });
  const data = parts.length === 1 ? parts[0]! : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  const walk = new Walk(objects);
  walk.run(data, objects.inherited(page, 'Resources'), initialState(), 0);
  return walk.drawn;
};

class Walk {
  readonly drawn: Drawn[] = [];

  constructor(private readonly objects: PdfObjects) {}

  run(data: Uint8Array, resources: PDFObject | undefined, start: GraphicsState, depth: number): void {
    let state = { ...start };
    const stack: GraphicsState[] = [];
    const path = new Path();
    const text = new TextWalk(this.drawn);
    readOperations(data, (operator, operands) => {
      // Nearly all of a page is text.
      if (text.operation(state, operator, operands)) return;
      switch (operator) {
        case 'q':
          stack.push({ ...state });
          break;
        case 'Q':
          state = stack.pop() ?? state;
          break;
        case 'cm':
          state.ctm = times(matrixIn(operands), state.ctm);
          break;
        case 'w':
          state.lineWidth = numberIn(operands, 0);
          break;
        case 'gs':
          this.extGState(state, resources, nameIn(operands[0]));
          break;
        case 'Do':
          this.object(state, resources, nameIn(operands[0]), depth);
          break;
        case 're': {
          const [x, y, width, height] = matrixIn(operands);
          path.rectangles.push(boxOf(state.ctm, x, y, width, height));
          break;
        }
        case 'm':
        case 'l':
          path.to(numberIn(operands, 0), numberIn(operands, 1));
          break;
        case 'c':
        case 'v':
        case 'y':
          for (let index = 0; index < operands.length; index += 2)
            path.to(numberIn(operands, index), numberIn(operands, index + 1));
          break;
        case 'f':
        case 'F':
        case 'f*':
          this.paint(state, path, true, false);
          break;
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          this.paint(state, path, true, true);
          break;
        case 'S':
        case 's':
          this.paint(state, path, false, true);
          break;
        case 'n':
          path.clear();
          break;
        case 'g':
        case 'rg':
        case 'k':
          this.device(state, 'fill', DEVICE[operator], operands);
          break;
        case 'G':
        case 'RG':
        case 'K':
          this.device(state, 'stroke', DEVICE[operator], operands);
          break;
        case 'cs':
          this.chooseSpace(state, 'fill', resources, nameIn(operands[0]));
          break;
        case 'CS':
          this.chooseSpace(state, 'stroke', resources, nameIn(operands[0]));
          break;
        case 'sc':
        case 'scn':
          this.chooseColour(state, 'fill', resources, operands);
          break;
        case 'SC':
        case 'SCN':
          this.chooseColour(state, 'stroke', resources, operands);
          break;
      }
    });
  }

  private device(state: GraphicsState, side: Side, space: string, operands: readonly Operand[]): void {
    state[`${side}Space`] = space;
    state[side] = colourOf(this.objects, space, undefined, numbersIn(operands));
  }

  private chooseSpace(state: GraphicsState, side: Side, resources: PDFObject | undefined, name: string): void {
    state[`${side}Space`] = name;
    const space = this.space(resources, name);
    const first = familyOf(this.objects, space) === 'DeviceCMYK' || name === 'DeviceCMYK' ? [0, 0, 0, 1] : [];
    state[side] = colourOf(this.objects, name, space, first);
  }

  private chooseColour(
    state: GraphicsState,
    side: Side,
    resources: PDFObject | undefined,
    operands: readonly Operand[],
  ): void {
    const name = state[`${side}Space`];
    state[side] = colourOf(this.objects, name, this.space(resources, name), numbersIn(operands));
  }

  private space(resources: PDFObject | undefined, name: string): PDFObject | undefined {
    return this.resource(resources, 'ColorSpace', name);
  }

  private resource(
    resources: PDFObject | undefined,
    kind: (typeof PAINTS)[number],
    name: string,
  ): PDFObject | undefined {
    return this.objects.entry(this.objects.entry(resources, kind), name);
  }

  private extGState(state: GraphicsState, resources: PDFObject | undefined, name: string): void {
    const found = this.resource(resources, 'ExtGState', name);
    const [stroke, fill] = [this.objects.entry(found, 'OP'), this.objects.entry(found, 'op')];
    if (stroke !== undefined) {
      state.strokeOverprint = isTrue(stroke);
      // Without `op`, `OP` speaks for both (8.6.7).
      if (fill === undefined) state.fillOverprint = isTrue(stroke);
    }
    if (fill !== undefined) state.fillOverprint = isTrue(fill);
    const width = this.objects.number(found, 'LW');
    if (width !== undefined) state.lineWidth = width;
  }

  private object(state: GraphicsState, resources: PDFObject | undefined, name: string, depth: number): void {
    const object = this.resource(resources, 'XObject', name);
    if (!object) return;
    if (nameOf(this.objects.entry(object, 'Subtype')) === 'Form') {
      if (depth >= FORMS_DEEP) return;
      const matrix = this.objects.numbers(this.objects.entry(object, 'Matrix'));
      const inner = matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY;
      const own = this.objects.entry(object, 'Resources') ?? resources;
      this.run(this.objects.streams.data(object), own, { ...state, ctm: times(inner, state.ctm) }, depth + 1);
      return;
    }
    const [a, b, c, d] = state.ctm;
    const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
    const pixels = [this.objects.number(object, 'Width') ?? 0, this.objects.number(object, 'Height') ?? 0] as const;
    const ppi = across > 0 && down > 0 ? Math.min((pixels[0] / across) * 72, (pixels[1] / down) * 72) : 0;
    this.drawn.push({ kind: 'image', box: boxOf(state.ctm, 0, 0, 1, 1), ppi, image: object });
  }

  private paint(state: GraphicsState, path: Path, filled: boolean, stroked: boolean): void {
    for (const box of path.rectangles) this.paintBox(state, box, true, filled, stroked);
    const around = path.around(state.ctm);
    if (around !== null) this.paintBox(state, around, false, filled, stroked);
    path.clear();
  }

  private paintBox(state: GraphicsState, box: Box, rectangle: boolean, filled: boolean, stroked: boolean): void {
    if (filled) this.drawn.push({ kind: 'area', box, rectangle, colour: state.fill, overprint: state.fillOverprint });
    if (!stroked) return;
    const width = state.lineWidth * scaleOf(state.ctm);
    this.drawn.push({ kind: 'line', box, width, colour: state.stroke, overprint: state.strokeOverprint });
  }
}

type Side = 'fill' | 'stroke';

const DEVICE = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK',
  G: 'DeviceGray',
  RG: 'DeviceRGB',
  K: 'DeviceCMYK',
} as const;

const numbersIn = (operands: readonly Operand[]): number[] =>
  operands.filter((operand): operand is number => typeof operand === 'number');

const nameIn = (operand: Operand | undefined): string =>
  typeof operand === 'string' && operand.startsWith('/') ? decodeName(operand.slice(1)) : '';

/** `#xx` in names, back to characters. */
const decodeName = (name: string): string =>
  name.replace(/(?:#[0-9A-Fa-f]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('#', ''), 'hex').toString('utf8'));
