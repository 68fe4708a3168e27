/**
 * Rules of a drawing that are thinner than a press holds, made as heavy as it does: hairlines of programs, and rules of an
 * advertisement that stands smaller than it was drawn. A line of no width is as thin as the device can draw, and gone.
 */
import { LEAST_RULE } from '../../page/types.js';
import { Rewritten } from '../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../pdf-objects/tokens.js';
import { num } from '../number.js';

/** What contents name beside themselves. */
export interface Named {
  /** The width of lines that a graphics state sets. */
  widthOf(state: string): number | undefined;
  /** Hears of a form or picture that is painted, and how much larger than where the contents began. */
  painted(name: string, scale: number): void;
}

interface State {
  /** The first four of the matrix that the contents have set: where things stand is not asked. */
  readonly matrix: readonly [number, number, number, number];
  readonly width: number;
}

const DECIMALS = 6;
/** Rounding must not bring it under what is asked for. */
const ROOM = 1.001;
/** Operators that begin a path and that end one (ISO 32000-1, 8.5): between them no width can be set. */
const BEGIN = new Set(['m', 're']);
const END = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);

/** Contents whose rules are heavy enough; `scale`: of what they begin with, to points of the page. Null where all were. */
export const withHeavierRules = (data: Uint8Array, scale: number, { widthOf, painted }: Named): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let state: State = { matrix: [1, 0, 0, 1], width: 1 };
  const saved: State[] = [];
  let inPath = false;
  const enlarged = (): number => scale * scaleOf(state.matrix);
  readOperations(
    data,
    (operator, operands, from) => {
      const [first] = operands;
      if (operator === 'q') saved.push(state);
      else if (operator === 'Q') state = saved.pop() ?? state;
      else if (operator === 'cm') state = { ...state, matrix: within(operands, state.matrix) };
      else if (operator === 'w' && typeof first === 'number') state = { ...state, width: first };
      else if (operator === 'gs') state = { ...state, width: widthOf(String(first).slice(1)) ?? state.width };
      else if (operator === 'Do') painted(String(first).slice(1), scaleOf(state.matrix));
      else if (END.has(operator)) inPath = false;
      else if (BEGIN.has(operator) && !inPath) {
        inPath = true;
        const by = enlarged();
        if (by === 0 || state.width * by >= LEAST_RULE) return;
        state = { ...state, width: (LEAST_RULE / by) * ROOM };
        rewritten.put(from, `${num(state.width, DECIMALS)} w`);
      }
    },
    () => undefined,
  );
  return rewritten.finish();
};

/** How much a matrix enlarges lengths, on the whole. */
export const scaleOf = ([a, b, c, d]: readonly number[]): number => Math.sqrt(Math.abs(a! * d! - b! * c!));

const within = (operands: readonly Operand[], [a, b, c, d]: State['matrix']): State['matrix'] => {
  const [p, q, r, s] = operands.map(Number) as [number, number, number, number];
  return [p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d];
};
