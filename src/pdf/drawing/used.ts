/**
 * What contents use of their resources: the rest need not be copied. Programs list what they know of (the colours of a
 * screen), and a page out of a long file all that the others showed; the press would refuse it, though nothing of it prints.
 */
import { PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../pdf-objects/objects.js';
import { readOperations } from '../../pdf-objects/tokens.js';

/** Names with their slash, as dictionaries have them, by the kind of resource. */
export type Used = ReadonlyMap<string, ReadonlySet<string>>;

/** The kinds, and operators that name one (ISO 32000-1, 7.8.3). */
const OPERATORS: Readonly<Record<string, string>> = {
  '/ColorSpace': 'cs CS ID',
  '/ExtGState': 'gs',
  '/Font': 'Tf',
  '/Pattern': 'scn SCN',
  '/Properties': 'BDC DP',
  '/Shading': 'sh',
  '/XObject': 'Do',
};
const KINDS = new Map(
  Object.entries(OPERATORS).flatMap(([kind, all]) => all.split(' ').map((operator) => [operator, kind] as const)),
);

/** What contents name. */
export const namesIn = (data: Uint8Array): Used => {
  const used = new Map(Object.keys(OPERATORS).map((kind) => [kind, new Set<string>()] as const));
  readOperations(
    data,
    (operator, operands) => {
      const kind = KINDS.get(operator);
      if (kind === undefined) return;
      for (const operand of operands) {
        if (typeof operand === 'string' && operand.startsWith('/'))
          used.get(kind)!.add(PDFName.of(operand.slice(1)).asString());
      }
    },
    () => undefined,
  );
  return used;
};

/** Forms, and fonts of old files, that have no resources of their own: they use those of what shows them. */
const BORROWERS = new Set(['Form', 'Type3']);

/** Whether others than the contents themselves name their resources. */
export const areShared = (objects: PdfObjects, resources: PDFObject | undefined): boolean =>
  ['XObject', 'Font'].some((kind) =>
    (objects.dict(resources, kind)?.values() ?? []).some((value) => {
      const found = objects.resolve(value);
      return BORROWERS.has(objects.name(found, 'Subtype') ?? '') && objects.entry(found, 'Resources') === undefined;
    }),
  );
