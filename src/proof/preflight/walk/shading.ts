/** Shadings (ISO 32000-1, 8.7.4.5): the colours that they run through. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { valuesAt } from '../../../pdf-objects/functions.js';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import { colourOf } from './spaces.js';
import type { Colour } from './state.js';

const STEPS = 32;
/** Along a line and between circles; others are meshes, and functions of two values. */
const ALONG = [2, 3];

/** A shading as a colour: of several steps, even ones, where they can be told. */
export const shadingColour = (objects: PdfObjects, shading: PDFObject | undefined): Colour => ({
  space: 'Pattern',
  inks: null,
  plates: 0,
  spot: false,
  steps: stepsOf(objects, shading),
});

const stepsOf = (objects: PdfObjects, shading: PDFObject | undefined): readonly Colour[] => {
  if (!ALONG.includes(objects.number(shading, 'ShadingType') ?? 0)) return [];
  const [from = 0, to = 1] = objects.numbers(objects.entry(shading, 'Domain'));
  const [space, found] = [objects.entry(shading, 'ColorSpace'), objects.entry(shading, 'Function')];
  return Array.from({ length: STEPS }, (_, step) => from + ((to - from) * step) / (STEPS - 1)).flatMap((at) => {
    const values = valuesAt(objects, found, at);
    return values === null ? [] : [colourOf(objects, '', space, values)];
  });
};
