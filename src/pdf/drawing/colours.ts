/**
 * Colours as contents choose them, in inks: none of a space with a profile, and where they are separated none of a
 * screen's. Greys and four inks are chosen in one way, by `g` and `k`.
 */
import { Rewritten } from '../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../pdf-objects/tokens.js';
import { num } from '../number.js';
import type { InksOf, Rgb } from './screen.js';
import type { DeviceSpace } from './spaces.js';

/** Of a space with a profile its first colour, which is 0 of all there is (ISO 32000-1, 8.6.5.5). */
const FIRST: Readonly<Record<DeviceSpace, readonly number[]>> = {
  DeviceGray: [0],
  DeviceRGB: [0, 0, 0],
  DeviceCMYK: [0, 0, 0, 0],
};
/** Of greys and of four inks by themselves: black (8.6.4). */
const BLACK: Readonly<Record<string, readonly number[]>> = { DeviceGray: [0], DeviceCMYK: [0, 0, 0, 1] };
const isOfInks = (name: string): name is 'DeviceGray' | 'DeviceCMYK' => Object.hasOwn(BLACK, name);
/** What chooses a space and a colour in it at once. */
const CHOICE = {
  fill: { DeviceGray: 'g', DeviceCMYK: 'k' },
  stroke: { DeviceGray: 'G', DeviceCMYK: 'K' },
};

type Side = keyof typeof CHOICE;
const sides = (fills: readonly string[], strokes: readonly string[]): ReadonlyMap<string, Side> =>
  new Map([
    ...fills.map((operator) => [operator, 'fill'] as const),
    ...strokes.map((operator) => [operator, 'stroke'] as const),
  ]);
/** Operators that choose a space, a colour in it, and both at once, and the spaces of the last. */
const SPACE = sides(['cs'], ['CS']);
const COLOUR = sides(['sc', 'scn'], ['SC', 'SCN']);
const BOTH = sides(['g', 'rg', 'k'], ['G', 'RG', 'K']);
const SPACES: Readonly<Record<string, DeviceSpace>> = { g: 'DeviceGray', rg: 'DeviceRGB', k: 'DeviceCMYK' };

const DECIMALS = 4;
const chosenBy = (values: readonly number[], operator: string): string =>
  `${values.map((value) => num(value, DECIMALS)).join(' ')} ${operator}`;

/** A space without a profile, and what its colours become where they are a screen's; null where they stay. */
export interface ChosenSpace {
  readonly space: DeviceSpace;
  readonly inksOf: InksOf | null;
}

/** What contents choose colours by. */
export interface Colouring {
  /** The space that a name stands for; null where it stays as it is. */
  spaceOf(name: string): ChosenSpace | null;
  /** What the colours of a screen become; null where they stay. */
  readonly inksOf: InksOf | null;
}

/** A stream whose colours are inks. Null where nothing had to change. */
export const inInks = (data: Uint8Array, { spaceOf, inksOf }: Colouring): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let chosen: Readonly<Record<Side, ChosenSpace | null>> = { fill: null, stroke: null };
  const saved: (typeof chosen)[] = [];
  /** The operation that chooses a colour of a space; null where it stays. */
  const choice = (side: Side, { space, inksOf }: ChosenSpace, values: readonly Operand[]): string | null => {
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length !== FIRST[space].length || numbers.length !== values.length) return null;
    if (space === 'DeviceRGB') return inksOf && chosenBy(inksOf(numbers as unknown as Rgb), CHOICE[side].DeviceCMYK);
    return chosenBy(numbers, CHOICE[side][space]);
  };
  readOperations(
    data,
    (operator, operands, from, to) => {
      if (operator === 'q') saved.push(chosen);
      else if (operator === 'Q') chosen = saved.pop() ?? chosen;
      const [ofSpace, ofColour, ofBoth] = [SPACE.get(operator), COLOUR.get(operator), BOTH.get(operator)];
      let words: string | null = null;
      if (ofBoth !== undefined) {
        // What comes may choose another colour of that space.
        const space = { space: SPACES[operator.toLowerCase()]!, inksOf };
        chosen = { ...chosen, [ofBoth]: space };
        if (space.space === 'DeviceRGB') words = choice(ofBoth, space, operands);
      } else if (ofSpace !== undefined) {
        const name = String(operands[0]).slice(1);
        const space = isOfInks(name) ? { space: name, inksOf } : spaceOf(name);
        chosen = { ...chosen, [ofSpace]: space };
        words = space && choice(ofSpace, space, BLACK[name] ?? FIRST[space.space]);
      } else if (ofColour !== undefined) {
        const space = chosen[ofColour];
        words = space && choice(ofColour, space, operands);
      }
      if (words !== null) rewritten.put(from, words, to);
    },
    () => undefined,
  );
  return rewritten.finish();
};
