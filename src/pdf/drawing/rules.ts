/**
 * Rules of a drawing that are thinner than a press holds, made as heavy as it does: hairlines of programs, and rules of an
 * advertisement that stands smaller than it was drawn, lines and filled rectangles. A line of no width is as thin as the
 * device can draw, and gone.
 */
import { LEAST_RULE, LEAST_RULE_IN_INKS } from '../../page/types.js';
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
  /** Lines are in several inks: contents that choose no colour are taken for such of one. */
  readonly inInks: boolean;
}

const DECIMALS = 6;
/** Rounding must not bring it under what is asked for. */
const ROOM = 1.001;
/** Operators that begin a path and that end one (ISO 32000-1, 8.5), by whether they draw its line: between them no width can be set. */
const BEGIN = new Set(['m', 're']);
const END: ReadonlyMap<string, boolean> = new Map([
  ...['S', 's', 'B', 'B*', 'b', 'b*'].map((operator) => [operator, true] as const),
  ...['f', 'F', 'f*', 'n'].map((operator) => [operator, false] as const),
]);
/** Operators that choose the colour of lines. */
const STROKES = new Set(['K', 'G', 'RG', 'CS', 'SC', 'SCN']);
const CLIP = new Set(['W', 'W*']);

/** A path that is being built: where it begins, and its rectangles. A clipping one stays as it is. */
interface OpenPath {
  readonly from: number;
  readonly rectangles: { readonly from: number; readonly to: number; readonly sides: readonly Operand[] }[];
  clips: boolean;
}

/** Contents whose rules are heavy enough; `scale`: of what they begin with, to points of the page. Null where all were. */
export const withHeavierRules = (data: Uint8Array, scale: number, { widthOf, painted }: Named): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let state: State = { matrix: [1, 0, 0, 1], width: 1, inInks: false };
  const saved: State[] = [];
  let path: OpenPath | null = null;
  /** What is put stands in the order of its bytes: the width before the path, then its rectangles. */
  const end = ({ from, rectangles, clips }: OpenPath, operator: string): void => {
    const by = scale * scaleOf(state.matrix);
    if (clips || by === 0) return;
    if (END.get(operator) === true) {
      const least = (state.inInks ? LEAST_RULE_IN_INKS : LEAST_RULE) / by;
      if (state.width >= least) return;
      state = { ...state, width: least * ROOM };
      rewritten.put(from, `${num(state.width, DECIMALS)} w`);
    } else if (operator !== 'n') {
      for (const { from, to, sides } of rectangles) {
        const heavier = heavierSides(sides, LEAST_RULE / by);
        if (heavier !== null) rewritten.put(from, `${heavier.map((side) => num(side, DECIMALS)).join(' ')} re`, to);
      }
    }
  };
  readOperations(
    data,
    (operator, operands, from, to) => {
      const [first] = operands;
      if (operator === 'q') saved.push(state);
      else if (operator === 'Q') state = saved.pop() ?? state;
      else if (operator === 'cm') state = { ...state, matrix: within(operands, state.matrix) };
      else if (operator === 'w' && typeof first === 'number') state = { ...state, width: first };
      else if (operator === 'gs') state = { ...state, width: widthOf(String(first).slice(1)) ?? state.width };
      else if (STROKES.has(operator)) state = { ...state, inInks: operator === 'K' && areSeveral(operands) };
      else if (operator === 'Do') painted(String(first).slice(1), scaleOf(state.matrix));
      else if (BEGIN.has(operator)) {
        path ??= { from, rectangles: [], clips: false };
        if (operator === 're') path.rectangles.push({ from, to, sides: [...operands] });
      } else if (path !== null && CLIP.has(operator)) path.clips = true;
      else if (path !== null && END.has(operator)) {
        end(path, operator);
        path = null;
      }
    },
    () => undefined,
  );
  return rewritten.finish();
};

const areSeveral = (inks: readonly Operand[]): boolean => inks.filter((ink) => Number(ink) > 0).length > 1;

/** A rectangle thinner than a rule may be, as programs fill them for one, so wide about its middle; null of others. */
const heavierSides = (sides: readonly Operand[], least: number): readonly number[] | null => {
  const [x, y, width, height] = sides.map(Number) as [number, number, number, number];
  const [across, up] = [Math.abs(width), Math.abs(height)];
  const thin = Math.min(across, up);
  if (!(thin > 0 && thin < least)) return null;
  const wide = least * ROOM;
  return across < up ? [x + (width - wide) / 2, y, wide, height] : [x, y + (height - wide) / 2, width, wide];
};

/** How much a matrix enlarges lengths, on the whole. */
export const scaleOf = ([a, b, c, d]: readonly number[]): number => Math.sqrt(Math.abs(a! * d! - b! * c!));

const within = (operands: readonly Operand[], [a, b, c, d]: State['matrix']): State['matrix'] => {
  const [p, q, r, s] = operands.map(Number) as [number, number, number, number];
  return [p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d];
};
