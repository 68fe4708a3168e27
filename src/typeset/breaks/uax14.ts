/**
 * The rules of UAX #14 (revision 53, Unicode 16) over a row of classes. The classes may have been changed by
 * a layer above (the Chinese one); the rules do not care. Dictionary scripts and Brahmic aksaras (LB28a) are
 * not treated.
 */
import { Uax } from '../characters/unicode.js';

/** What a row of characters needs to be broken. */
export interface UaxText {
  readonly classes: Uint8Array;
  /** East Asian width W, F or H. */
  readonly eastAsian: Uint8Array;
  /** 1: initial quotation mark (Pi), 2: final (Pf), of class QU. */
  readonly quote: Uint8Array;
  /** An emoji base that may be unassigned yet (Extended_Pictographic and Cn). */
  readonly pictographic: Uint8Array;
  /** Where they stand that may be of another class than ID, in order. */
  readonly others: readonly number[];
}

/** No line may end before the character. */
export const NO_BREAK = 0;
/** A line may end before the character. */
export const MAY_BREAK = 1;
/** A line has to. */
export const MUST_BREAK = 2;

const oneOf = (...classes: readonly number[]): Uint8Array => {
  const set = new Uint8Array(64);
  for (const each of classes) set[each] = 1;
  return set;
};

const { OP, CL, CP, QU, GL, NS, EX, SY, IS, PR, PO, NU, AL, HL, ID, IN, HY, BA, BB, B2, ZW, CM, WJ } = Uax;
const { H2, H3, JL, JV, JT, RI, EB, EM, ZWJ, CB, BK, CR, LF, NL, SP } = Uax;
const NONE = 63;
const HARD = oneOf(BK, CR, LF, NL);
const NO_MARK_BASE = oneOf(BK, CR, LF, NL, SP, ZW, NONE);
const BEFORE_INITIAL_QUOTE = oneOf(NONE, BK, CR, LF, NL, OP, QU, GL, SP, ZW);
const AFTER_FINAL_QUOTE = oneOf(NONE, SP, GL, WJ, CL, QU, CP, EX, IS, SY, BK, CR, LF, NL, ZW);
const BEFORE_WORD_HYPHEN = oneOf(NONE, BK, CR, LF, NL, SP, ZW, CB, GL);
const HANGUL = oneOf(JL, JV, JT, H2, H3);
const LETTER = oneOf(AL, HL);

/** For each character: may a line begin with it? The first never counts as a break. */
export const uaxBreaks = (text: UaxText): Uint8Array => {
  const { classes, others } = text;
  const count = classes.length;
  const breaks = new Uint8Array(count).fill(MAY_BREAK);
  if (count === 0) return breaks;
  breaks[0] = NO_BREAK;
  const place = new Place(text);
  /** The first of the others that is not passed yet. */
  let other = 0;
  for (let at = 1; at < count; at++) {
    const raw = classes[at]!;
    if (raw === ID && place.isInIdeographs(at)) {
      // most of a Chinese text: one ideograph after another (LB31), up to the next of the others
      while (other < others.length && others[other]! <= at) other++;
      at = (others[other] ?? count) - 1;
      place.skipTo(at);
    } else if ((raw === CM || raw === ZWJ) && place.takesMarks()) {
      breaks[at] = NO_BREAK; // LB9
    } else {
      const next = baseOf(raw);
      breaks[at] = place.decide(at, next);
      place.pass(at, next);
    }
  }
  return breaks;
};

/** A mark that stands on nothing is a letter (LB10). */
const baseOf = (raw: number): number => (raw === CM || raw === ZWJ ? AL : raw);

/** A place between two characters: what the rules ask of all that stands before it. */
class Place {
  private readonly classes: Uint8Array;
  private readonly eastAsian: Uint8Array;
  private readonly quote: Uint8Array;
  private readonly pictographic: Uint8Array;
  /** Class and index of the character before, marks folded in (LB9). */
  private prev: number;
  private prevAt = 0;
  /** Those of the one before that (for rules that look back two). */
  private prev2 = NONE;
  private prev2At = -1;
  /** Last class that was no space, and whether it was an initial quotation mark that opens (LB15a). */
  private base: number;
  private baseIsOpeningQuote: boolean;
  /** How many halves of flags stand in a row. */
  private flags: number;
  /** Inside NU (SY|IS)*, and after a closing bracket behind that. */
  private number: boolean;
  private numberClosed = false;

  /** Behind the first character. */
  constructor({ classes, eastAsian, quote, pictographic }: UaxText) {
    this.classes = classes;
    this.eastAsian = eastAsian;
    this.quote = quote;
    this.pictographic = pictographic;
    this.prev = baseOf(classes[0]!);
    this.base = this.prev;
    this.baseIsOpeningQuote = this.prev === QU && quote[0] === 1;
    this.flags = this.prev === RI ? 1 : 0;
    this.number = this.prev === NU;
  }

  /** Whether the two characters before are ideographs and nothing stands on them. */
  isInIdeographs(at: number): boolean {
    return this.prev === ID && this.prev2 === ID && this.classes[at - 1] === ID;
  }

  /** Whether a mark that comes now stands on the character before (LB9). */
  takesMarks(): boolean {
    return NO_MARK_BASE[this.prev] === 0;
  }

  /** Passes ideographs, the last of which stands at a place. */
  skipTo(at: number): void {
    this.prevAt = at;
    this.prev2At = at - 1;
  }

  /** Passes a character. */
  pass(at: number, next: number): void {
    const { prev, number } = this;
    this.numberClosed = number && (next === CL || next === CP);
    this.number = next === NU || (number && (next === SY || next === IS));
    this.flags = next === RI ? (prev === RI ? this.flags + 1 : 1) : 0;
    if (next !== SP) {
      this.baseIsOpeningQuote = next === QU && this.quote[at] === 1 && BEFORE_INITIAL_QUOTE[prev] === 1;
      this.base = next;
    } else if (HARD[prev]) {
      this.base = SP;
      this.baseIsOpeningQuote = false;
    }
    this.prev2 = prev;
    this.prev2At = this.prevAt;
    this.prev = next;
    this.prevAt = at;
  }

  /** Whether a line may begin with the character, of class `next`, that comes now. */
  decide(at: number, next: number): number {
    const { prev, prev2, base, prevAt, eastAsian } = this;
    if (prev === BK || prev === LF || prev === NL || (prev === CR && next !== LF)) return MUST_BREAK; // LB4, LB5
    if (HARD[next] || next === SP || next === ZW) return NO_BREAK; // LB5, LB6, LB7
    if (base === ZW) return MAY_BREAK; // LB8
    if (this.classes[at - 1] === ZWJ) return NO_BREAK; // LB8a
    if (next === WJ || prev === WJ || prev === GL) return NO_BREAK; // LB11, LB12
    if (next === GL && prev !== SP && prev !== BA && prev !== HY) return NO_BREAK; // LB12a
    if (next === CL || next === CP || next === EX || next === SY) return NO_BREAK; // LB13
    if (base === OP || this.baseIsOpeningQuote) return NO_BREAK; // LB14, LB15a
    if (next === QU && this.quote[at] === 2 && AFTER_FINAL_QUOTE[this.after(at)]) return NO_BREAK; // LB15b
    if (next === IS) return prev === SP && this.after(at) === NU ? MAY_BREAK : NO_BREAK; // LB15c, LB15d
    if (next === NS && (base === CL || base === CP)) return NO_BREAK; // LB16
    if (next === B2 && base === B2) return NO_BREAK; // LB17
    if (prev === SP) return MAY_BREAK; // LB18
    if (next === QU && this.keepsQuote(at)) return NO_BREAK; // LB19, LB19a before
    if (prev === QU && this.keepsAfterQuote(at)) return NO_BREAK; // LB19, LB19a after
    if (next === CB || prev === CB) return MAY_BREAK; // LB20
    if (prev === HY && next === AL && BEFORE_WORD_HYPHEN[prev2]) return NO_BREAK; // LB20a
    if (next === BA || next === HY || next === NS || prev === BB) return NO_BREAK; // LB21
    if (prev2 === HL && (prev === HY || (prev === BA && !eastAsian[prevAt])) && next !== HL) return NO_BREAK; // LB21a
    if (prev === SY && next === HL) return NO_BREAK; // LB21b
    if (next === IN) return NO_BREAK; // LB22
    if (LETTER[prev] ? next === NU : prev === NU && LETTER[next]) return NO_BREAK; // LB23
    if (prev === PR && (next === ID || next === EB || next === EM)) return NO_BREAK; // LB23a
    if (next === PO && (prev === ID || prev === EB || prev === EM)) return NO_BREAK; // LB23a
    if ((prev === PR || prev === PO) && LETTER[next]) return NO_BREAK; // LB24
    if (LETTER[prev] && (next === PR || next === PO)) return NO_BREAK; // LB24
    if (this.numberHolds(at, next)) return NO_BREAK; // LB25
    if (hangulHolds(prev, next)) return NO_BREAK; // LB26, LB27
    if (LETTER[next] && (LETTER[prev] || prev === IS)) return NO_BREAK; // LB28, LB29
    if ((LETTER[prev] || prev === NU) && next === OP && !eastAsian[at]) return NO_BREAK; // LB30
    if (prev === CP && !eastAsian[prevAt] && (LETTER[next] || next === NU)) return NO_BREAK; // LB30
    if (prev === RI && next === RI && this.flags % 2 === 1) return NO_BREAK; // LB30a
    if (next === EM && (prev === EB || this.pictographic[prevAt])) return NO_BREAK; // LB30b
    return MAY_BREAK; // LB31
  }

  private after(at: number): number {
    return this.classes[at + 1] ?? NONE;
  }

  private keepsQuote(at: number): boolean {
    if (this.quote[at] !== 1) return true; // LB19: any but an initial mark
    return !this.eastAsian[this.prevAt] || !this.eastAsian[at + 1];
  }

  private keepsAfterQuote(at: number): boolean {
    if (this.quote[this.prevAt] !== 2) return true; // LB19: any but a final mark
    return !this.eastAsian[at] || !this.eastAsian[this.prev2At];
  }

  private numberHolds(at: number, next: number): boolean {
    const { prev } = this;
    if (next === PO || next === PR) return this.number || this.numberClosed;
    if (next === NU) return this.number || prev === PO || prev === PR || prev === HY || prev === IS;
    if (next === OP && (prev === PO || prev === PR)) {
      return this.after(at) === NU || (this.after(at) === IS && this.after(at + 1) === NU);
    }
    return false;
  }
}

const hangulHolds = (prev: number, next: number): boolean => {
  if (prev === JL) return next === JL || next === JV || next === H2 || next === H3 || next === PO;
  if ((prev === JV || prev === H2) && (next === JV || next === JT)) return true;
  if ((prev === JT || prev === H3) && next === JT) return true;
  return (HANGUL[prev] === 1 && next === PO) || (prev === PR && HANGUL[next] === 1);
};
