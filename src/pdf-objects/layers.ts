/** Layers of a PDF (optional content; ISO 32000-1, 8.11): which of them print. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from './objects.js';

/** Whether what belongs to a layer, or to a condition of layers (OCMD), prints. */
export type IsPrinted = (membership: PDFObject | undefined) => boolean;

/** Which layers of a file print, as it was saved; null where it has none. */
export const printedLayers = (objects: PdfObjects): IsPrinted | null => {
  const properties = objects.entry(objects.trailer.root, 'OCProperties');
  if (properties === undefined) return null;
  const hidden = hiddenLayers(objects, properties);
  const isOn = (layer: PDFObject): boolean => !hidden.has(layer);
  const holds = (condition: PDFObject | undefined): boolean => {
    const [operator, ...others] = objects.items(condition);
    switch (nameOf(operator)) {
      case 'Not':
        return !holds(others[0]);
      case 'And':
        return others.every(holds);
      case 'Or':
        return others.some(holds);
      default:
        return condition === undefined || isOn(condition);
    }
  };
  return (membership) => {
    if (objects.name(membership, 'Type') !== 'OCMD') return membership === undefined || isOn(membership);
    const condition = objects.entry(membership, 'VE');
    if (condition !== undefined) return holds(condition);
    const named = objects.entry(membership, 'OCGs');
    const layers =
      named === undefined
        ? []
        : [named, ...objects.items(named)].filter((each) => objects.name(each, 'Type') === 'OCG');
    const policy = POLICIES[objects.name(membership, 'P') ?? 'AnyOn'] ?? POLICIES.AnyOn!;
    return layers.length === 0 || policy(layers.map(isOn));
  };
};

const POLICIES: Readonly<Record<string, (states: readonly boolean[]) => boolean>> = {
  AllOn: (states) => states.every((on) => on),
  AnyOn: (states) => states.some((on) => on),
  AnyOff: (states) => states.some((on) => !on),
  AllOff: (states) => states.every((on) => !on),
};

/** Layers that are switched off, or never print. */
const hiddenLayers = (objects: PdfObjects, properties: PDFObject): ReadonlySet<PDFObject> => {
  const settings = objects.entry(properties, 'D');
  const hidden = new Set(objects.name(settings, 'BaseState') === 'OFF' ? objects.list(properties, 'OCGs') : []);
  for (const layer of objects.list(settings, 'ON')) hidden.delete(layer);
  for (const layer of objects.list(settings, 'OFF')) hidden.add(layer);
  // What a layer says of printing counts where the file has readers follow it.
  const automatic = objects.list(settings, 'AS').filter((each) => objects.name(each, 'Event') === 'Print');
  for (const layer of automatic.flatMap((each) => objects.list(each, 'OCGs'))) {
    const state = objects.name(objects.entry(objects.entry(layer, 'Usage'), 'Print'), 'PrintState');
    if (state === 'OFF') hidden.add(layer);
    else if (state === 'ON') hidden.delete(layer);
  }
  return hidden;
};
