/** Operators of page contents (ISO 32000-1, annex A): which there are, their operands, and which of them make a pair. */
import { Bytes, type Operand } from '../../../pdf-objects/tokens.js';

/** Operators that close what others open. */
type Pair = 'q' | 'BT' | 'BDC';

interface Operator {
  /** A letter for each: n number, / name, s string, a array, p properties; see `VARIOUS` for those that vary. */
  readonly operands: string;
  readonly opens: Pair | null;
  readonly closes: Pair | null;
  /** It stands between BT and ET only. */
  readonly isOfText: boolean;
}

/** Numbers, and after them a pattern's name; what an inline picture says of itself. */
const VARIOUS = { values: 'n…', dictionary: '…' };

/** By their operands. Those of Type 3 glyphs (d0, d1) are none of a page. */
const BY_OPERANDS: Readonly<Record<string, string>> = {
  '': 'q Q h S s f F f* B B* b b* n W W* BT ET T* BI EI EMC BX EX',
  n: 'w J j M i Tc Tw Tz TL Tr Ts G g',
  nn: 'm l Td TD',
  nnn: 'RG rg',
  nnnn: 'v y re K k',
  nnnnnn: 'cm c Tm',
  '/': 'ri gs CS cs sh Do MP BMC',
  '/n': 'Tf',
  '/p': 'DP BDC',
  s: "Tj '",
  nns: '"',
  a: 'TJ',
  an: 'd',
  [VARIOUS.values]: 'SC sc SCN scn',
  [VARIOUS.dictionary]: 'ID',
};
const OPENS: Readonly<Record<string, Pair>> = { q: 'q', BT: 'BT', BMC: 'BDC', BDC: 'BDC' };
const CLOSES: Readonly<Record<string, Pair>> = { Q: 'q', ET: 'BT', EMC: 'BDC' };
const CLOSER: Readonly<Record<Pair, string>> = { q: 'Q', BT: 'ET', BDC: 'EMC' };
const OF_TEXT = new Set(['Td', 'TD', 'Tm', 'T*', 'Tj', 'TJ', "'", '"']);

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries(BY_OPERANDS).flatMap(([operands, names]) =>
    names.split(' ').map((name) => {
      const [opens, closes] = [OPENS[name] ?? null, CLOSES[name] ?? null];
      return [name, { operands, opens, closes, isOfText: OF_TEXT.has(name) }] as const;
    }),
  ),
);

/** Follows the operators of one content stream and tells of each that cannot stand where it stands. */
export class Grammar {
  private readonly open: Record<Pair, number> = { q: 0, BT: 0, BDC: 0 };

  constructor(private readonly fault: (message: string) => void) {}

  see(name: string, operands: readonly Operand[]): void {
    const operator = OPERATORS.get(name);
    if (operator === undefined) this.fault(`“${printable(name)}” in the contents is no operator`);
    else {
      if (!fits(operands, operator.operands)) this.fault(misfit(name, operands, operator.operands));
      if (operator.isOfText && this.open.BT === 0) this.fault(`the operator ${name} outside BT … ET`);
      if (operator.opens !== null) this.opened(operator.opens);
      else if (operator.closes !== null) this.closed(operator.closes);
    }
  }

  /** All has been seen. */
  end(): void {
    for (const pair of ['q', 'BT', 'BDC'] as const) {
      if (this.open[pair] > 0) this.fault(`${pair} without ${CLOSER[pair]}: the contents break off`);
    }
  }

  private opened(pair: Pair): void {
    if (pair === 'BT' && this.open.BT > 0) this.fault('BT within BT … ET');
    else this.open[pair]++;
  }

  private closed(pair: Pair): void {
    if (this.open[pair] === 0) this.fault(`${CLOSER[pair]} without ${pair}`);
    else this.open[pair]--;
  }
}

const fits = (operands: readonly Operand[], kinds: string): boolean => {
  if (kinds === VARIOUS.dictionary) return operands.length % 2 === 0;
  if (kinds === VARIOUS.values) {
    const last = operands.at(-1);
    return last !== undefined && operands.every((each) => typeof each === 'number' || (each === last && isName(each)));
  }
  if (operands.length !== kinds.length) return false;
  for (let index = 0; index < kinds.length; index++) {
    // Nearly all are numbers where numbers should stand.
    if (typeof operands[index] === 'number' ? kinds.charCodeAt(index) !== NUMBER : !is(operands[index]!, kinds[index]!))
      return false;
  }
  return true;
};

const NUMBER = 'n'.charCodeAt(0);

const misfit = (name: string, { length }: readonly Operand[], kinds: string): string =>
  length === kinds.length || kinds.endsWith('…')
    ? `the operator ${name} with operands of another kind than it takes`
    : `the operator ${name} with ${length} operands; it takes ${kinds.length}`;

/** Whether an operand that is no number is of a kind. */
const is = (operand: Operand, kind: string): boolean => {
  if (Array.isArray(operand)) return kind === 'a';
  if (operand instanceof Bytes) return kind === 's';
  return isName(operand) ? kind === '/' || kind === 'p' : operand === null && kind === 'p';
};

const isName = (operand: Operand): boolean => typeof operand === 'string' && operand.startsWith('/');

const SHOWN = 20;
/** A word of garbage as it may be shown on a terminal. */
const printable = (word: string): string => word.slice(0, SHOWN).replace(/[^!-~]/g, '?');
