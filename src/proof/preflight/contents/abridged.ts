/**
 * Contents in short: type in outlines is hundreds of kilobytes of curves, and of a path preflight asks only what it
 * reaches. All that is found in contents is found in their short form, wherever on a page they come to stand.
 */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import { Rewritten } from '../../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../../pdf-objects/tokens.js';
import type { Remember } from '../remember.js';
import { Path } from '../walk/path.js';

/** As many bytes of a form, packed, take longer to follow than to look up. */
const LONG = 1 << 14;

/** The data of the long forms among objects, in short: it is worked out once for all places where they stand. */
export const formsInShort = async (
  objects: PdfObjects,
  among: Iterable<PDFObject>,
  remember: Remember,
): Promise<ReadonlyMap<PDFObject, Uint8Array>> => {
  const { streams } = objects;
  const short = new Map<PDFObject, Uint8Array>();
  for (const form of among) {
    if (!(form instanceof PDFRawStream) || objects.name(form, 'Subtype') !== 'Form') continue;
    // What is damaged is told of where it is painted.
    if (streams.packed(form).length < LONG || streams.faultOf(form) !== null) continue;
    const data = streams.data(form);
    short.set(form, await remember.bytes(['form', data], async () => abridged(data)));
  }
  return short;
};

/** Contents in which one line, across all that they reach, stands for the lines and curves that follow each other. */
export const abridged = (data: Uint8Array): Uint8Array => {
  const rewritten = new Rewritten(data);
  const path = new Path();
  let run: { readonly from: number; to: number } | null = null;
  let isSound = true;
  const endRun = (): void => {
    if (run === null) return;
    rewritten.put(run.from, lineAcross(path), run.to);
    path.clear();
    run = null;
  };
  readOperations(
    data,
    (operator, operands, from, to) => {
      if (isSound && isSegment(operator, operands)) {
        path.through(operands);
        run ??= { from, to };
        run.to = to;
      } else endRun();
      isSound = true;
    },
    () => {
      isSound = false;
    },
  );
  return rewritten.finish() ?? data;
};

/** How many numbers the operators take that build a path (ISO 32000-1, 8.5.2), but that of rectangles. */
const NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries({ m: 2, l: 2, c: 6, v: 4, y: 4, h: 0 }));

/** Whether it is as it should be: of others something is to be told, and they stay as they are. */
const isSegment = (operator: string, operands: readonly Operand[]): boolean =>
  NUMBERS.get(operator) === operands.length && operands.every(isPlain);

/** Whether a number is one that JavaScript writes without an exponent, of which PDF knows none. */
const isPlain = (operand: Operand): boolean =>
  operand === 0 || (typeof operand === 'number' && Math.abs(operand) >= 1e-6 && Math.abs(operand) < 1e21);

const lineAcross = (path: Path): string => {
  const reach = path.reach();
  return reach === null ? '' : `${reach.x0} ${reach.y0} m ${reach.x1} ${reach.y1} l`;
};
