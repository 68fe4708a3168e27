/** Transparency (ISO 32000-1, 11): what an object lets shine through of that which it is painted over. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { nameOf, numberOf, type PdfObjects } from './objects.js';

/** Blend modes that cover. */
const COVERS = new Set(['Normal', 'Compatible']);

/** How an object is not opaque, in words that follow its name; none where it is. */
export const transparencyOf = (objects: PdfObjects, object: PDFDict): readonly string[] => {
  const told: string[] = [];
  const mask = objects.entry(object, 'SMask');
  if (mask !== undefined && nameOf(mask) !== 'None') told.push('has a soft mask');
  for (const key of ['ca', 'CA']) {
    if ((numberOf(objects.entry(object, key)) ?? 1) < 1) told.push(`is not opaque (${key})`);
  }
  const blend = objects.entry(object, 'BM');
  if (blend !== undefined && !COVERS.has(nameOf(blend) ?? '')) told.push('blends');
  return told;
};
