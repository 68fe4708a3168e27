/**
 * Black type of a drawing overprints, as all black type of the paper does: newsprint's register would leave white round
 * it. Type in a black of several inks, which programs make of a screen's, is black ink alone: its edges would be
 * coloured. Nothing else of what is painted changes.
 */
import { Rewritten } from '../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../pdf-objects/tokens.js';
import { num } from '../number.js';

/** What a graphics state says of overprinting; undefined where it says nothing of it. */
export interface Overprint {
  readonly fills: boolean | undefined;
  readonly mode: number | undefined;
}

/** The graphics states that streams name after it, by name: of black type, and what was before it. */
export const TYPE_STATES: Readonly<Record<string, string>> = {
  BanxinType: '<< /Type /ExtGState /op true /OPM 1 >>',
  BanxinKnock0: '<< /Type /ExtGState /op false /OPM 0 >>',
  BanxinKnock1: '<< /Type /ExtGState /op false /OPM 1 >>',
  BanxinPrint0: '<< /Type /ExtGState /op true /OPM 0 >>',
};

interface State {
  readonly black: boolean;
  /** Its inks as they are chosen, where it is a black of several. */
  readonly rich: string | null;
  readonly fills: boolean;
  readonly mode: number;
}

const FOUR = 4;
/** Black with anything more, and what looks like it: so much black, with as much as this of each of the others. */
const RICH = 0.85;
const [NEARLY, WITH] = [0.7, 0.5];
/** What DeviceGray is on a press; only four inks overprint (ISO 32000-1, 8.6.7). */
const IN_FOUR_INKS = '0 0 0 1 k';

/**
 * A stream in which black type overprints, of which greys and four inks are chosen by `g` and `k` (colours.ts);
 * `overprintOf` says what a named graphics state does. What colour it begins with is not known. Null where nothing had
 * to change.
 */
export const withBlackType = (data: Uint8Array, overprintOf: (name: string) => Overprint): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let state: State = { black: false, rich: null, fills: false, mode: 0 };
  const saved: State[] = [];
  let inText = false;
  let isOn = false;
  readOperations(
    data,
    (operator, operands, from, to) => {
      if (operator === 'BT' || operator === 'ET') inText = operator === 'BT';
      else if (operator === 'q') saved.push(state);
      else if (operator === 'Q') state = saved.pop() ?? state;
      else if (operator === 'gs') {
        // It may say a part of what the type's own state says.
        if (isOn) rewritten.put(from, `/${before(state)} gs`);
        isOn = false;
        const { fills = state.fills, mode = state.mode } = overprintOf(String(operands[0]).slice(1));
        state = { ...state, fills, mode };
      } else state = coloured(state, operator, operands);
      if (state.black && (operator === 'g' || (operator === 'k' && inText && state.rich !== null)))
        rewritten.put(from, IN_FOUR_INKS, to);
      else if (operator === 'BT' && state.rich !== null) rewritten.put(to, IN_FOUR_INKS);
      else if (operator === 'ET' && state.rich !== null) rewritten.put(to, state.rich);
      const wanted = inText && state.black && !(state.fills && state.mode === 1);
      if (wanted === isOn) return;
      isOn = wanted;
      rewritten.put(to, wanted ? '/BanxinType gs' : `/${before(state)} gs`);
    },
    () => undefined,
  );
  return rewritten.finish();
};

const before = ({ fills, mode }: State): string =>
  fills ? 'BanxinPrint0' : mode === 1 ? 'BanxinKnock1' : 'BanxinKnock0';

/** What an operator makes of the colour of fills. */
const coloured = (state: State, operator: string, operands: readonly Operand[]): State => {
  switch (operator) {
    case 'k':
      return { ...state, ...blackOf(operands) };
    case 'g':
      return { ...state, black: operands[0] === 0, rich: null };
    case 'rg':
    case 'cs':
    case 'sc':
    case 'scn':
      return { ...state, black: false, rich: null };
    default:
      return state;
  }
};

/** Whether four inks are black, and of several. */
const blackOf = (operands: readonly Operand[]): Pick<State, 'black' | 'rich'> => {
  const inks = operands.filter((operand) => typeof operand === 'number');
  const [black, ...others] = [...inks].reverse() as [number, ...number[]];
  if (inks.length !== FOUR || operands.length !== FOUR) return { black: false, rich: null };
  const most = Math.max(...others);
  if (most === 0) return { black: black === 1, rich: null };
  const isRich = black >= RICH || (black >= NEARLY && Math.min(...others) >= WITH);
  return { black: isRich, rich: isRich ? `${inks.map((ink) => num(ink, DECIMALS)).join(' ')} k` : null };
};
const DECIMALS = 4;
