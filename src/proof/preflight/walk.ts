/** Walks a page's content streams, forms within them too, and tells what they paint. */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Drawn } from './drawn.js';
import { isTrue, nameOf, type PdfObjects, streamData } from './file.js';
import { colourOf, familyOf } from './spaces.js';
import { boxOf, type GraphicsState, IDENTITY, initialState, type Matrix, scaleOf, times } from './state.js';
import { TextWalk } from './text-walk.js';
import { type Operand, operationsOf } from './tokens.js';

const FORMS_DEEP = 10;

/** Everything that a page paints. Throws where its streams cannot be read. */
export const walkPage = (objects: PdfObjects, page: Parameters<PdfObjects['inherited']>[0]): Drawn[] => {
  const contents = objects.entry(page, 'Contents');
  const streams = objects.items(contents);
  const parts = (streams.length > 0 ? streams : contents ? [contents] : []).map((stream) =>
    streamData(objects, stream),
  );
  const data = Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  const walk = new Walk(objects);
  walk.run(data, objects.inherited(page, 'Resources'), initialState(), 0);
  return walk.drawn;
};

interface Path {
  /** Rectangles, in user space at the time of `re`, already on the page. */
  rectangles: ReturnType<typeof boxOf>[];
  points: (readonly [number, number])[];
  other: boolean;
}

class Walk {
  readonly drawn: Drawn[] = [];

  constructor(private readonly objects: PdfObjects) {}

  run(data: Uint8Array, resources: PDFObject | undefined, start: GraphicsState, depth: number): void {
    let state = { ...start };
    const stack: GraphicsState[] = [];
    let path: Path = { rectangles: [], points: [], other: false };
    const text = new TextWalk((drawn) => this.drawn.push(drawn));
    for (const { operator, operands } of operationsOf(data)) {
      const n = (index: number): number => (typeof operands[index] === 'number' ? (operands[index] as number) : 0);
      switch (operator) {
        case 'q':
          stack.push({ ...state });
          break;
        case 'Q':
          state = stack.pop() ?? state;
          break;
        case 'cm':
          state.ctm = times([n(0), n(1), n(2), n(3), n(4), n(5)], state.ctm);
          break;
        case 'w':
          state.lineWidth = n(0);
          break;
        case 'gs':
          this.extGState(state, resources, nameIn(operands[0]));
          break;
        case 'Do':
          this.object(state, resources, nameIn(operands[0]), depth);
          break;
        case 're':
          path.rectangles.push(boxOf(state.ctm, n(0), n(1), n(2), n(3)));
          break;
        case 'm':
        case 'l':
          path.points.push([n(0), n(1)]);
          break;
        case 'c':
        case 'v':
        case 'y':
          path.other = true;
          for (let index = 0; index < operands.length; index += 2) path.points.push([n(index), n(index + 1)]);
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
        case 'S':
        case 's':
        case 'n':
          this.paint(state, path, /[fFBb]/.test(operator), /[BbSs]/.test(operator));
          path = { rectangles: [], points: [], other: false };
          break;
        default:
          if (!this.colour(state, resources, operator, operands)) text.operation(state, operator, operands);
      }
    }
  }

  /** Colour operators; false for any other. */
  private colour(
    state: GraphicsState,
    resources: PDFObject | undefined,
    operator: string,
    operands: readonly Operand[],
  ): boolean {
    const values = operands.filter((operand) => typeof operand === 'number');
    const device: Record<string, string> = { g: 'DeviceGray', rg: 'DeviceRGB', k: 'DeviceCMYK' };
    const lower = operator.toLowerCase();
    const side = operator === lower ? 'fill' : 'stroke';
    if (device[lower]) {
      state[`${side}Space`] = device[lower];
      state[side] = colourOf(this.objects, device[lower], undefined, values);
      return true;
    }
    if (lower === 'cs') {
      state[`${side}Space`] = nameIn(operands[0]);
      const space = this.space(resources, nameIn(operands[0]));
      const first =
        familyOf(this.objects, space) === 'DeviceCMYK' || nameIn(operands[0]) === 'DeviceCMYK' ? [0, 0, 0, 1] : [];
      state[side] = colourOf(this.objects, nameIn(operands[0]), space, first);
      return true;
    }
    if (lower === 'sc' || lower === 'scn') {
      const name = state[`${side}Space`];
      state[side] = colourOf(this.objects, name, this.space(resources, name), values);
      return true;
    }
    return false;
  }

  private space(resources: PDFObject | undefined, name: string): PDFObject | undefined {
    return this.objects.entry(this.objects.entry(resources, 'ColorSpace'), name);
  }

  private extGState(state: GraphicsState, resources: PDFObject | undefined, name: string): void {
    const found = this.objects.entry(this.objects.entry(resources, 'ExtGState'), name);
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
    const object = this.objects.entry(this.objects.entry(resources, 'XObject'), name);
    if (!object) return;
    if (nameOf(this.objects.entry(object, 'Subtype')) === 'Form') {
      if (depth >= FORMS_DEEP) return;
      const matrix = this.objects.numbers(this.objects.entry(object, 'Matrix'));
      const inner = matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY;
      const own = this.objects.entry(object, 'Resources') ?? resources;
      this.run(streamData(this.objects, object), own, { ...state, ctm: times(inner, state.ctm) }, depth + 1);
      return;
    }
    const [a, b, c, d] = state.ctm;
    const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
    const pixels = [this.objects.number(object, 'Width') ?? 0, this.objects.number(object, 'Height') ?? 0] as const;
    const ppi = across > 0 && down > 0 ? Math.min((pixels[0] / across) * 72, (pixels[1] / down) * 72) : 0;
    this.drawn.push({ kind: 'image', box: boxOf(state.ctm, 0, 0, 1, 1), ppi, image: object });
  }

  private paint(state: GraphicsState, path: Path, filled: boolean, stroked: boolean): void {
    const boxes = path.rectangles.map((box) => ({ box, rectangle: true }));
    if (path.points.length > 0) {
      const xs = path.points.map(([x]) => x);
      const ys = path.points.map(([, y]) => y);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      const box = boxOf(state.ctm, x, y, Math.max(...xs) - x, Math.max(...ys) - y);
      boxes.push({ box, rectangle: false });
    }
    for (const { box, rectangle } of boxes) {
      if (filled) this.drawn.push({ kind: 'area', box, rectangle, colour: state.fill, overprint: state.fillOverprint });
      if (!stroked) continue;
      const width = state.lineWidth * scaleOf(state.ctm);
      this.drawn.push({ kind: 'line', box, width, colour: state.stroke, overprint: state.strokeOverprint });
    }
  }
}

const nameIn = (operand: Operand | undefined): string =>
  typeof operand === 'string' && operand.startsWith('/') ? decodeName(operand.slice(1)) : '';

/** `#xx` in names, back to characters. */
const decodeName = (name: string): string =>
  name.replace(/(?:#[0-9A-Fa-f]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('#', ''), 'hex').toString('utf8'));
