/** Operands of page contents, as what their operators take. */

import type { Operand } from '../../../pdf-objects/tokens.js';
import type { Matrix } from './state.js';

/** The operand at a place; 0 where there is no number. */
export const numberIn = (operands: readonly Operand[], index: number): number => {
  const operand = operands[index];
  return typeof operand === 'number' ? operand : 0;
};

/** The six numbers of a matrix among operands. */
export const matrixIn = (operands: readonly Operand[]): Matrix => [
  numberIn(operands, 0),
  numberIn(operands, 1),
  numberIn(operands, 2),
  numberIn(operands, 3),
  numberIn(operands, 4),
  numberIn(operands, 5),
];

/** All numbers among operands. */
export const numbersIn = (operands: readonly Operand[]): number[] =>
  operands.filter((operand): operand is number => typeof operand === 'number');

/** The name that an operand is, without its slash; empty where it is none. */
export const nameIn = (operand: Operand | undefined): string =>
  typeof operand === 'string' && operand.startsWith('/') ? decodeName(operand.slice(1)) : '';

/** `#xx` in names, back to characters. */
const decodeName = (name: string): string =>
  name.replace(/(?:#[0-9A-Fa-f]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('#', ''), 'hex').toString('utf8'));
