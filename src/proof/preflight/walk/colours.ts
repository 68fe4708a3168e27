/** How page contents choose the colours that they paint in (ISO 32000-1, 8.6.8). */

import type { Operand } from '../../../pdf-objects/tokens.js';
import { nameIn, numbersIn } from './operands.js';
import { shadingColour } from './shading.js';
import { colourOf, familyOf, valuesIn } from './spaces.js';
import type { Walk } from './walk.js';

type Side = 'fill' | 'stroke';

/** Names that need no resource. */
const DEVICE_SPACES = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern']);

/** Chooses a colour in a device's space. */
export const chooseDevice = (
  { objects, state }: Walk,
  side: Side,
  space: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK',
  operands: readonly Operand[],
): void => {
  state[`${side}Space`] = space;
  state[side] = colourOf(objects, space, undefined, numbersIn(operands));
};

/** Chooses a space, and with it the colour that it begins with. */
export const chooseSpace = ({ objects, resources, state }: Walk, side: Side, name: string): void => {
  state[`${side}Space`] = name;
  const space = DEVICE_SPACES.has(name) ? resources.known('ColorSpace', name) : resources.find('ColorSpace', name);
  const first = familyOf(objects, space) === 'DeviceCMYK' || name === 'DeviceCMYK' ? [0, 0, 0, 1] : [];
  state[side] = colourOf(objects, name, space, first);
};

/** Chooses a colour, or a pattern, in the space that was chosen last. */
export const chooseColour = (walk: Walk, side: Side, operands: readonly Operand[]): void => {
  const { objects, resources, state, fault } = walk;
  const name = state[`${side}Space`];
  const space = resources.known('ColorSpace', name);
  const values = numbersIn(operands);
  const pattern = nameIn(operands.at(-1));
  if (pattern !== '') {
    const found = resources.find('Pattern', pattern);
    walk.readPattern(found);
    const shading = objects.entry(found, 'Shading');
    if (shading !== undefined) {
      state[side] = shadingColour(objects, shading);
      return;
    }
  } else {
    const wanted = valuesIn(objects, name, space);
    if (wanted !== null && wanted !== values.length)
      fault(`a colour of ${values.length} values in a colour space (${name}) of ${wanted}`);
  }
  state[side] = colourOf(objects, name, space, values);
};
