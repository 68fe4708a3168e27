/**
 * Black type of a drawing overprints, as all black type of the paper does: newsprint's register would leave white round
 * it. Nothing else of what is painted changes.
 */

import { Rewritten } from '../../pdf-objects/rewritten.js';
import { type Operand, readOperations } from '../../pdf-objects/tokens.js';

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
  /** The space of colours is DeviceCMYK. */
  readonly inCmyk: boolean;
  readonly black: boolean;
  readonly fills: boolean;
  readonly mode: number;
}

const BLACK = [0, 0, 0, 1];
/** What DeviceGray is on a press; only four inks overprint (ISO 32000-1, 8.6.7). */
const IN_FOUR_INKS = '0 0 0 1 k';

/**
 * A stream in which black type overprints; `overprintOf` says what a named graphics state does. What colour it begins
 * with is not known. Null where nothing had to change.
 */
export const withBlackType = (data: Uint8Array, overprintOf: (name: string) => Overprint): Uint8Array | null => {
  const rewritten = new Rewritten(data);
  let state: State = { inCmyk: false, black: false, fills: false, mode: 0 };
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
      if (operator === 'g' && state.black) rewritten.put(from, IN_FOUR_INKS, to);
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
  const isBlack = (): boolean => BLACK.every((ink, index) => operands[index] === ink) && operands.length === 4;
  switch (operator) {
    case 'k':
      return { ...state, inCmyk: true, black: isBlack() };
    case 'g':
      return { ...state, inCmyk: false, black: operands[0] === 0 };
    case 'rg':
      return { ...state, inCmyk: false, black: false };
    case 'cs':
      return { ...state, inCmyk: operands[0] === '/DeviceCMYK', black: operands[0] === '/DeviceCMYK' };
    case 'sc':
    case 'scn':
      return { ...state, black: state.inCmyk && isBlack() };
    default:
      return state;
  }
};
