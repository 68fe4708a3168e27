/** Walks a page's content streams, forms within them too, and tells what they paint. */
import { PDFArray, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { Drawn } from './drawn.js';
import { isTrue, nameOf, type PdfObjects } from './file.js';
import { inlineImage } from './inline-image.js';
import { Grammar } from './operators.js';
import { Path } from './path.js';
import { Resources } from './resources.js';
import { colourOf, familyOf, valuesIn } from './spaces.js';
import {
  type Box,
  boxOf,
  type Colour,
  type GraphicsState,
  IDENTITY,
  initialState,
  type Matrix,
  scaleOf,
  times,
} from './state.js';
import { matrixIn, numberIn, TextWalk } from './text-walk.js';
import { type Operand, readOperations, type Visit } from './tokens.js';
import type { Findings } from './types.js';
import { Unreadable } from './unreadable.js';

const FORMS_DEEP = 10;

/** Faults of one page's contents that are told: of garbage each word is one. */
const MOST_FAULTS = 8;

/** Everything that a page paints. Tells what is wrong with its contents; throws where they cannot be read. */
export const walkPage = (objects: PdfObjects, page: PDFDict, found: Findings): Drawn[] => {
  const contents = objects.entry(page, 'Contents');
  const streams = contents instanceof PDFArray && contents.size() > 0 ? contents.asArray() : [contents];
  const parts = streams.map((stream) => {
    const found = objects.resolve(stream);
    if (found === undefined) throw new Unreadable('the page has no contents: it would be printed without them');
    return objects.streams.data(found);
  });
  const data = parts.length === 1 ? parts[0]! : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  const walk = new Walk(objects, found);
  walk.run(data, objects.inherited(page, 'Resources'), initialState(), 0);
  return walk.drawn;
};

class Walk {
  readonly drawn: Drawn[] = [];

  constructor(
    private readonly objects: PdfObjects,
    private readonly found: Findings,
  ) {}

  run(data: Uint8Array, dict: PDFObject | undefined, start: GraphicsState, depth: number): void {
    const resources = new Resources(this.objects, dict, this.fault);
    const grammar = new Grammar(this.fault);
    const fonts = new Set<Operand | undefined>();
    let state = { ...start };
    const stack: GraphicsState[] = [];
    const path = new Path();
    const text = new TextWalk(this.drawn);
    const visit: Visit = (operator, operands) => {
      grammar.see(operator, operands);
      if (operator === 'Tf' && !fonts.has(operands[0])) {
        fonts.add(operands[0]);
        const font = resources.find('Font', nameIn(operands[0]));
        if (font && this.objects.name(font, 'Type') !== 'Font')
          this.fault(`font “${nameIn(operands[0])}” is none (Type)`);
      }
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
        case 'sh':
          resources.find('Shading', nameIn(operands[0]));
          break;
        case 'BDC':
        case 'DP':
          if (nameIn(operands[1]) !== '') resources.find('Properties', nameIn(operands[1]));
          break;
        case 'ID':
          this.inlineImage(state, resources, operands);
          break;
      }
    };
    readOperations(data, visit, this.fault);
    grammar.end();
  }

  private readonly fault = (message: string): void => {
    if (this.found.list.length < MOST_FAULTS) this.found.add('structure', message);
  };

  private device(state: GraphicsState, side: Side, space: string, operands: readonly Operand[]): void {
    state[`${side}Space`] = space;
    state[side] = colourOf(this.objects, space, undefined, numbersIn(operands));
  }

  private chooseSpace(state: GraphicsState, side: Side, resources: Resources, name: string): void {
    state[`${side}Space`] = name;
    const space = DEVICE_SPACES.has(name) ? resources.known('ColorSpace', name) : resources.find('ColorSpace', name);
    const first = familyOf(this.objects, space) === 'DeviceCMYK' || name === 'DeviceCMYK' ? [0, 0, 0, 1] : [];
    state[side] = colourOf(this.objects, name, space, first);
  }

  private chooseColour(state: GraphicsState, side: Side, resources: Resources, operands: readonly Operand[]): void {
    const name = state[`${side}Space`];
    const space = resources.known('ColorSpace', name);
    const values = numbersIn(operands);
    const pattern = nameIn(operands.at(-1));
    if (pattern !== '') resources.find('Pattern', pattern);
    else {
      const wanted = valuesIn(this.objects, name, space);
      if (wanted !== null && wanted !== values.length)
        this.fault(`a colour of ${values.length} values in a colour space (${name}) of ${wanted}`);
    }
    state[side] = colourOf(this.objects, name, space, values);
  }

  private extGState(state: GraphicsState, resources: Resources, name: string): void {
    const found = resources.find('ExtGState', name);
    const [stroke, fill] = [this.objects.entry(found, 'OP'), this.objects.entry(found, 'op')];
    if (stroke !== undefined) {
      state.strokeOverprint = isTrue(stroke);
      // Without `op`, `OP` speaks for both (8.6.7).
      if (fill === undefined) state.fillOverprint = isTrue(stroke);
    }
    if (fill !== undefined) state.fillOverprint = isTrue(fill);
    state.overprintMode = this.objects.number(found, 'OPM') ?? state.overprintMode;
    const width = this.objects.number(found, 'LW');
    if (width !== undefined) state.lineWidth = width;
  }

  private object(state: GraphicsState, resources: Resources, name: string, depth: number): void {
    const object = resources.find('XObject', name);
    if (!object) return;
    const kind = nameOf(this.objects.entry(object, 'Subtype'));
    if (kind === 'Form') {
      if (depth >= FORMS_DEEP) return;
      const matrix = this.objects.numbers(this.objects.entry(object, 'Matrix'));
      const inner = matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY;
      const own = this.objects.entry(object, 'Resources') ?? resources.dict;
      this.run(this.objects.streams.data(object), own, { ...state, ctm: times(inner, state.ctm) }, depth + 1);
      return;
    }
    if (kind !== 'Image') this.fault(`“${name}” is neither a picture nor a form (Subtype)`);
    const [width, height] = [this.objects.number(object, 'Width') ?? 0, this.objects.number(object, 'Height') ?? 0];
    const isStencil = isTrue(this.objects.entry(object, 'ImageMask'));
    const space = this.objects.entry(object, 'ColorSpace');
    this.image(state, width, height, { image: object, stencil: isStencil ? state.fill : null, space });
  }

  private inlineImage(state: GraphicsState, resources: Resources, operands: readonly Operand[]): void {
    const { width, height, space, filters } = inlineImage(operands);
    if (space !== null && space !== 'DeviceGray' && space !== 'DeviceCMYK')
      this.found.add('colour-spaces', `a picture within the contents (BI) in ${space}`);
    if (filters.includes('LZWDecode')) this.found.add('filters', 'a picture within the contents (BI) uses LZWDecode');
    const stencil = space === null ? state.fill : null;
    const named = space === null ? undefined : (resources.known('ColorSpace', space) ?? PDFName.of(space));
    this.image(state, width, height, { image: null, stencil, space: named });
  }

  private image(state: GraphicsState, width: number, height: number, what: Picture): void {
    const [a, b, c, d] = state.ctm;
    const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
    const ppi = across > 0 && down > 0 ? Math.min((width / across) * 72, (height / down) * 72) : 0;
    this.drawn.push({ kind: 'image', box: boxOf(state.ctm, 0, 0, 1, 1), ppi, ...what });
  }

  private paint(state: GraphicsState, path: Path, filled: boolean, stroked: boolean): void {
    for (const box of path.rectangles) this.paintBox(state, box, true, filled, stroked);
    const around = path.around(state.ctm);
    if (around !== null) this.paintBox(state, around, false, filled, stroked);
    path.clear();
  }

  private paintBox(state: GraphicsState, box: Box, rectangle: boolean, filled: boolean, stroked: boolean): void {
    if (filled) {
      const [colour, overprint] = [state.fill, state.fillOverprint];
      this.drawn.push({
        kind: 'area',
        box,
        rectangle,
        colour,
        overprint,
        vanishes: vanishes(state, colour, overprint),
      });
    }
    if (!stroked) return;
    const width = state.lineWidth * scaleOf(state.ctm);
    const [colour, overprint] = [state.stroke, state.strokeOverprint];
    this.drawn.push({ kind: 'line', box, width, colour, overprint, vanishes: vanishes(state, colour, overprint) });
  }
}

/** Whether white would leave every plate as it is (ISO 32000-1, 8.6.7: of DeviceCMYK alone). */
const vanishes = ({ overprintMode }: GraphicsState, { space, plates }: Colour, overprint: boolean): boolean =>
  overprint && overprintMode === 1 && space === 'DeviceCMYK' && plates === 0;

type Side = 'fill' | 'stroke';
type Picture = Pick<Extract<Drawn, { kind: 'image' }>, 'image' | 'stencil' | 'space'>;

const DEVICE = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK',
  G: 'DeviceGray',
  RG: 'DeviceRGB',
  K: 'DeviceCMYK',
} as const;

/** Names that need no resource. */
const DEVICE_SPACES = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern']);

const numbersIn = (operands: readonly Operand[]): number[] =>
  operands.filter((operand): operand is number => typeof operand === 'number');

const nameIn = (operand: Operand | undefined): string =>
  typeof operand === 'string' && operand.startsWith('/') ? decodeName(operand.slice(1)) : '';

/** `#xx` in names, back to characters. */
const decodeName = (name: string): string =>
  name.replace(/(?:#[0-9A-Fa-f]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('#', ''), 'hex').toString('utf8'));
