/** Where a line had better not end although it may (rule 6), and behind the marks of an address (rule 7). */
import type { ReadText } from '../breaks/breaks.js';
import { endsItemNumber, joinsNumber } from '../breaks/whole.js';
import { AFFIXES, COUNTED, charSet, isConnector, Kind } from '../characters/classes.js';
import { isAlphanumeric, isDigit, isLetter } from '../characters/unicode.js';
import { LAST_RESORT } from '../linebreak/items.js';
import type { Piece } from './pieces.js';

/** Demerits of a line that ends there; 0.1 em in every gap of one costs some 10,000. */
export const HAD_BETTER_NOT = 2_000;

const WAVE_DASH = 0xff5e;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const PER_CENT = 0x25;
const AFFIX_SET = charSet(AFFIXES);
const SIGN_SET = charSet('−－+＋±');
/** 第 */
const ORDINAL = 0x7b2c;
/** Characters that are looked at behind a number for what it counts. */
const LONGEST_COUNTED = 8;

/** How many characters of a piece say what the number at the end of the piece before it counts. */
export const countedLength = (a: Piece, b: Piece, { codes, text }: ReadText): number => {
  if (b.kind !== Kind.han || !isDigit(codes[a.to - 1]!)) return 0;
  return Math.min(b.count, COUNTED.exec(text.slice(b.start, b.start + LONGEST_COUNTED))![0].length);
};

/** Demerits of a line that ends between two pieces. */
export const discouragement = (a: Piece, b: Piece, { codes }: ReadText): number => {
  const before = codes[a.to - 1]!;
  const [joined, next] = [codes[a.to - 2] ?? 0, codes[b.from]!];
  const spaced = b.start > a.end;
  // 15 | kg, 第 | 5, WiFi | 6
  if (isDigit(before) && spaced && isLetter(next)) return HAD_BETTER_NOT;
  if (isDigit(next) && (before === ORDINAL || (spaced && isAlphanumeric(before)))) return HAD_BETTER_NOT;
  if (isLoneLetter(a, b, codes) || endsItemNumber(codes, a.to)) return HAD_BETTER_NOT;
  if (spaced) return 0;
  if (before === WAVE_DASH && endsQuantity(joined) && beginsNumber(next)) return HAD_BETTER_NOT;
  if (isConnector(a.kind)) return joinsNumber(joined, next) ? LAST_RESORT : 0;
  if (a.kind !== Kind.latin || b.kind !== Kind.latin) return 0;
  return before === HYPHEN && isDigit(joined) && isDigit(next) ? LAST_RESORT : HAD_BETTER_NOT;
};

/** 10～ | 20人, 5%～ | 8%, −3℃～ | −1℃ */
const endsQuantity = (code: number): boolean => isAlphanumeric(code) || code === PER_CENT || AFFIX_SET.has(code);
const beginsNumber = (code: number): boolean => isAlphanumeric(code) || SIGN_SET.has(code);

/** Whether a piece is one letter that belongs to what follows: T | 恤, A | 股, J. | R. | Tolkien. */
const isLoneLetter = (a: Piece, b: Piece, codes: Uint32Array): boolean => {
  if (a.kind !== Kind.latin || !isLetter(codes[a.from]!)) return false;
  const length = a.to - a.from;
  if (b.kind === Kind.han) return length === 1 && a.end === b.start;
  return length === 2 && codes[a.to - 1] === POINT && isLetter(codes[b.from]!);
};
