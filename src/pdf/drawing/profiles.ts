/**
 * Colours of four inks and greys that come with a profile (ICCBased) print by their numbers, as pictures that are
 * separated already do: what their maker chose as black alone stays black alone. PDF/X-1a takes no profile but the
 * press's own.
 */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { readOperations } from '../../pdf-objects/tokens.js';
import { Rewritten } from './rewritten.js';

/** A space of inks without a profile. */
export type InkSpace = 'DeviceCMYK' | 'DeviceGray';

/** By how many values a colour has. */
const SPACES: Readonly<Record<number, InkSpace>> = { 1: 'DeviceGray', 4: 'DeviceCMYK' };

/** The space that prints the numbers of a space with a profile; null for every other space. */
export const inkSpaceOf = (objects: PdfObjects, space: PDFObject | undefined): InkSpace | null => {
  if (!(space instanceof PDFArray)) return null;
  const [family, profile] = objects.items(space);
  return nameOf(family) === 'ICCBased' ? (SPACES[objects.number(profile, 'N') ?? 0] ?? null) : null;
};

/** Of a space its first colour, which is 0 of all there is (ISO 32000-1, 8.6.5.5), and what chooses others. */
const FIRST = { DeviceCMYK: '0 0 0 0', DeviceGray: '0' };
const CHOICE = { fill: { DeviceCMYK: 'k', DeviceGray: 'g' }, stroke: { DeviceCMYK: 'K', DeviceGray: 'G' } };

type Side = keyof typeof CHOICE;
const sides = (fills: readonly string[], strokes: readonly string[]): ReadonlyMap<string, Side> =>
  new Map([
    ...fills.map((operator) => [operator, 'fill'] as const),
    ...strokes.map((operator) => [operator, 'stroke'] as const),
  ]);
/** Operators that choose a space, a colour in it, and both at once. */
const SPACE = sides(['cs'], ['CS']);
const COLOUR = sides(['sc', 'scn'], ['SC', 'SCN']);
const BOTH = sides(['g', 'rg', 'k'], ['G', 'RG', 'K']);

/** A stream whose colours name no space with a profile; `spaceOf` asks by a space's name. Null where none did. */
export const withoutProfiles = (data: Uint8Array, spaceOf: (name: string) => InkSpace | null): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let chosen: Readonly<Record<Side, InkSpace | null>> = { fill: null, stroke: null };
  const saved: (typeof chosen)[] = [];
  readOperations(
    data,
    (operator, operands, from, to) => {
      if (operator === 'q') saved.push(chosen);
      else if (operator === 'Q') chosen = saved.pop() ?? chosen;
      const [ofSpace, ofColour, ofBoth] = [SPACE.get(operator), COLOUR.get(operator), BOTH.get(operator)];
      if (ofBoth !== undefined) chosen = { ...chosen, [ofBoth]: null };
      if (ofSpace !== undefined) {
        const space = spaceOf(String(operands[0]).slice(1));
        chosen = { ...chosen, [ofSpace]: space };
        if (space !== null) rewritten.put(from, `${FIRST[space]} ${CHOICE[ofSpace][space]}`, to);
      }
      const space = ofColour === undefined ? null : chosen[ofColour];
      if (space !== null) rewritten.put(to - operator.length, CHOICE[ofColour!][space], to);
    },
    () => undefined,
  );
  return rewritten.finish();
};
