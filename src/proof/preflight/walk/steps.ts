/** What operators of page contents do, but those of text (`text-walk.ts`): ISO 32000-1, annex A. */

import { isTrue } from '../../../pdf-objects/objects.js';
import type { Operand } from '../../../pdf-objects/tokens.js';
import { chooseColour, chooseDevice, chooseSpace } from './colours.js';
import { matrixIn, nameIn, numberIn } from './operands.js';
import { paintInlineImage, paintObject, paintPath, paintShading } from './painting.js';
import { boxOf, times } from './state.js';
import type { Walk } from './walk.js';

type Step = (walk: Walk, operands: readonly Operand[]) => void;

const save: Step = ({ saved, state }) => {
  saved.push({ ...state });
};
const restore: Step = (walk) => {
  walk.state = walk.saved.pop() ?? walk.state;
};
const transform: Step = ({ state }, operands) => {
  state.ctm = times(matrixIn(operands), state.ctm);
};
const setLineWidth: Step = ({ state }, operands) => {
  state.lineWidth = numberIn(operands, 0);
};
const addRectangle: Step = ({ path, state }, operands) => {
  const [x, y, width, height] = matrixIn(operands);
  path.rectangles.push(boxOf(state.ctm, x, y, width, height));
};
const addPoints: Step = ({ path }, operands) => path.through(operands);
const clip: Step = ({ path }) => {
  path.clips = true;
};
const fill: Step = (walk) => paintPath(walk, true, false);
const stroke: Step = (walk) => paintPath(walk, false, true);
const fillAndStroke: Step = (walk) => paintPath(walk, true, true);
const shade: Step = (walk, operands) => paintShading(walk, walk.resources.find('Shading', nameIn(operands[0])));
const nameProperties: Step = ({ resources }, operands) => {
  if (nameIn(operands[1]) !== '') resources.find('Properties', nameIn(operands[1]));
};

/** What to do at an operator; at those that are not here, nothing that the press cares for. */
export const STEPS: ReadonlyMap<string, Step> = new Map(
  Object.entries<Step>({
    q: save,
    Q: restore,
    cm: transform,
    w: setLineWidth,
    gs: (walk, operands) => setParameters(walk, nameIn(operands[0])),
    re: addRectangle,
    m: addPoints,
    l: addPoints,
    c: addPoints,
    v: addPoints,
    y: addPoints,
    n: (walk) => paintPath(walk, false, false),
    W: clip,
    'W*': clip,
    f: fill,
    F: fill,
    'f*': fill,
    S: stroke,
    s: stroke,
    B: fillAndStroke,
    'B*': fillAndStroke,
    b: fillAndStroke,
    'b*': fillAndStroke,
    g: (walk, operands) => chooseDevice(walk, 'fill', 'DeviceGray', operands),
    G: (walk, operands) => chooseDevice(walk, 'stroke', 'DeviceGray', operands),
    rg: (walk, operands) => chooseDevice(walk, 'fill', 'DeviceRGB', operands),
    RG: (walk, operands) => chooseDevice(walk, 'stroke', 'DeviceRGB', operands),
    k: (walk, operands) => chooseDevice(walk, 'fill', 'DeviceCMYK', operands),
    K: (walk, operands) => chooseDevice(walk, 'stroke', 'DeviceCMYK', operands),
    cs: (walk, operands) => chooseSpace(walk, 'fill', nameIn(operands[0])),
    CS: (walk, operands) => chooseSpace(walk, 'stroke', nameIn(operands[0])),
    sc: (walk, operands) => chooseColour(walk, 'fill', operands),
    SC: (walk, operands) => chooseColour(walk, 'stroke', operands),
    scn: (walk, operands) => chooseColour(walk, 'fill', operands),
    SCN: (walk, operands) => chooseColour(walk, 'stroke', operands),
    Do: (walk, operands) => paintObject(walk, nameIn(operands[0])),
    ID: paintInlineImage,
    sh: shade,
    BDC: nameProperties,
    DP: nameProperties,
  }),
);

/** Sets what a dictionary of graphics state parameters says. */
const setParameters = ({ objects, resources, state }: Walk, name: string): void => {
  const found = resources.find('ExtGState', name);
  const [stroke, fill] = [objects.entry(found, 'OP'), objects.entry(found, 'op')];
  if (stroke !== undefined) {
    state.strokeOverprint = isTrue(stroke);
    // Without `op`, `OP` speaks for both (8.6.7).
    if (fill === undefined) state.fillOverprint = isTrue(stroke);
  }
  if (fill !== undefined) state.fillOverprint = isTrue(fill);
  state.overprintMode = objects.number(found, 'OPM') ?? state.overprintMode;
  const width = objects.number(found, 'LW');
  if (width !== undefined) state.lineWidth = width;
};
