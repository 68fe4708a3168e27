/**
 * What of a drawing stands on layers that do not print is left out: in our file nothing would switch them off. The
 * graphics state changes as it did (ISO 32000-1, 8.11.3.2).
 */

import { Rewritten } from '../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../pdf-objects/tokens.js';

const INVISIBLE = 3;

const PATHS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const OBJECTS = new Set(['Do', 'sh']);
const TEXTS = new Set(['Tj', 'TJ', "'", '"']);

/**
 * A stream without what hidden layers paint, and on no layer; `isPrinted` asks by a name of its properties. Null where
 * nothing had to change.
 */
export const withoutLayers = (data: Uint8Array, isPrinted: (name: string) => boolean): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  /** Marked contents that are open: whether each is hidden. */
  const open: boolean[] = [];
  let hidden = 0;
  let mode = 0;
  const saved: number[] = [];
  let picture = 0;
  readOperations(
    data,
    (operator, operands, from, to) => {
      if (operator === 'BMC' || operator === 'BDC') {
        const isOfLayer = isLayer(operands);
        const hides = isOfLayer && !isPrinted(String(operands[1]).slice(1));
        open.push(hides);
        if (hides) hidden++;
        if (isOfLayer) rewritten.put(from, '/OC BMC', to);
      } else if (operator === 'EMC') {
        if (open.pop() === true) hidden--;
      } else if (operator === 'q') saved.push(mode);
      else if (operator === 'Q') mode = saved.pop() ?? mode;
      else if (operator === 'Tr') mode = Number(operands[0]);
      else if (operator === 'BI') picture = from;
      if (hidden === 0) return;
      if (PATHS.has(operator)) rewritten.put(from, 'n', to);
      else if (OBJECTS.has(operator)) rewritten.put(from, '', to);
      else if (operator === 'EI') rewritten.put(picture, '', to);
      else if (TEXTS.has(operator)) {
        // Text moves on what comes after it.
        rewritten.put(from, `${INVISIBLE} Tr`);
        rewritten.put(to, `${mode} Tr`);
      }
    },
    () => undefined,
  );
  return rewritten.finish();
};

const isLayer = (operands: readonly Operand[]): boolean => operands[0] === '/OC' && operands.length === 2;
