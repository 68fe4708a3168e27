/**
 * Cleans text from a manuscript: what cannot print goes, half-width marks between Han become full-width, full-width digits
 * and letters half, hyphens minus where they are, and letters one with their accents.
 */
import type { Collector } from '../../diagnostics/collector.js';
import type { Span } from '../../diagnostics/types.js';
import { type Cell, isHan, toCells, toText } from './cells.js';
import { chineseQuotes, fullWidthMarks, halfWidthWords, printedSigns } from './marks.js';
import { mistypedMarks, type Pairs } from './mistyped.js';

/** What cleaning needs to know. */
export interface Cleaning {
  readonly report: Collector;
  readonly fullWidth: boolean;
  /** Where the partners of quotation marks and brackets stand: all in the same text, if nothing is said. */
  readonly pairs?: Pairs;
}

/**
 * Control and format characters, of which most are never meant in print. (Controls and halves of characters stand here
 * and below by their numbers: to look a property of Unicode up takes as long as to read an article.)
 */
const INVISIBLE = /[^ -~\xa0-\u{10ffff}]|[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;
const LONE = /[\ud800-\udfff]/u;
/** In a Latin word it says where that may break. */
const SOFT_HYPHEN = '\u00ad';
const NAMES: Readonly<Record<string, string>> = {
  [SOFT_HYPHEN]: 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\ufeff': 'a byte order mark',
  '\u2028': 'a line separator',
};

const JOINER = /[\u200c\u200d]/;
/** What joiners are for: they make one emoji of several, and letters of some scripts take other forms beside them. */
const JOINED = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]|(?![\p{Script=Han}\p{Script=Latin}])\p{L}/u;

/** Whether a character that does not show is meant where it stands, by what is on both its sides. */
const isMeant = (cells: readonly Cell[], index: number): boolean => {
  const { char } = cells[index]!;
  const meantBeside = char === SOFT_HYPHEN ? /\p{Script=Latin}/u : JOINER.test(char) ? JOINED : null;
  return (
    meantBeside !== null && [cells[index - 1], cells[index + 1]].every((cell) => meantBeside.test(cell?.char ?? ''))
  );
};

const codePoint = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Cells without what cannot print; `spanAt` says where a cell stands in the file. */
const printable = (cells: readonly Cell[], spanAt: (cell: Cell) => Span, { report }: Cleaning): readonly Cell[] =>
  cells.filter((cell, index) => {
    const { char } = cell;
    if (char === '\n' || char === '\t' || char === '\r') return true;
    if (LONE.test(char)) {
      report.error('text-damaged', `half a character stands here (${codePoint(char)})`, {
        span: spanAt(cell),
        hint: 'Type the character again.',
      });
      return false;
    }
    if (char === '\ufffd') {
      report.warning('text-damaged', 'a character was lost here when the text was converted (U+FFFD)', {
        span: spanAt(cell),
        hint: 'Type the character again.',
      });
      return true;
    }
    if (!INVISIBLE.test(char) || isMeant(cells, index)) return true;
    report.warning('text-control', `${NAMES[char] ?? 'a control character'} (${codePoint(char)}) was left out`, {
      span: spanAt(cell),
      hint: 'Delete it; it came with text copied from elsewhere.',
    });
    return false;
  });

const isSpace = (cell: Cell | undefined): boolean => cell !== undefined && /\s/.test(cell.char);
const isWide = (cell: Cell | undefined): boolean =>
  cell !== undefined && (isHan(cell.char) || /[“”‘’…—]/.test(cell.char));

/** Lines of a paragraph joined: with a space between Latin words, with none where Han or its marks meet the break. */
const joinLines = (cells: readonly Cell[]): readonly Cell[] => {
  const joined: Cell[] = [];
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]!;
    if (cell.char !== '\n' && cell.char !== '\r') {
      joined.push(cell);
      continue;
    }
    while (isSpace(joined.at(-1))) joined.pop();
    while (isSpace(cells[i + 1])) i += 1;
    const next = cells[i + 1];
    if (joined.length > 0 && next !== undefined && !isWide(joined.at(-1)) && !isWide(next))
      joined.push({ ...cell, char: ' ' });
  }
  return joined;
};

/** Spaces at the ends go (also full-width ones: paragraphs are indented by style); several become one. */
const trimmed = (cells: readonly Cell[]): readonly Cell[] => {
  const kept = cells.filter((cell, index) => !isSpace(cell) || (index > 0 && !isSpace(cells[index - 1])));
  while (isSpace(kept[0])) kept.shift();
  while (isSpace(kept.at(-1))) kept.pop();
  return kept.map((cell) => (/[\t\u3000]/.test(cell.char) ? { ...cell, char: ' ' } : cell));
};

const ACCENT = /[\u0300-\u036f\u3099\u309a]/;

/** A letter with the accent that follows it as one character; null where Unicode has none. */
const composite = (letter: string, accent: string): string | null => {
  const whole = `${letter}${accent}`.normalize('NFC');
  return [...whole].length === 1 ? whole : null;
};

/** Radicals that copy from PDFs has for the characters of the same form, by Unicode the same: ⼀⼈⽂. No dictionary knows them. */
const isRadical = (char: string): boolean => char >= '\u2f00' && char <= '\u2fd5';

/**
 * Letters and their accents as one character each, as fonts have them, and characters for their radicals. Some programs
 * write accents apart, and fonts put such an accent on the next letter.
 */
const composed = (cells: readonly Cell[]): readonly Cell[] => {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const letter = joined.at(-1);
    const char = letter !== undefined && ACCENT.test(cell.char) ? composite(letter.char, cell.char) : null;
    if (isRadical(cell.char)) joined.push({ ...cell, char: cell.char.normalize('NFKC') });
    else if (letter === undefined || char === null) joined.push(cell);
    else joined[joined.length - 1] = { ...letter, char };
  }
  return joined;
};

/**
 * Anything that cleaning might change: most paragraphs hold nothing of it, and then nothing need be done. (A mark
 * between digits and the sign in 20% stay as they are, and so does a full stop after a Latin letter.)
 */
const SUSPECT =
  /[^ -~\xa0-\u{10ffff}]|[\u0300-\u036f\u3099\u309a]|[\ud800-\udfff\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2f00-\u2fd5\u3000\uff02\uff07\uff0e０-９Ａ-Ｚａ-ｚ\ufeff\ufffd;?!()"'~]|(?<![\w-])-\d|(?<!\d)[,:%]|[,:](?!\d)|^\s|\s\s|\s$|[^\0-\u024f]\./u;

/** Whether a text is clean as it stands. */
export const isClean = (text: string): boolean => !SUSPECT.test(text) && mistypedMarks(text, 'closed').length === 0;

/** All of the cleaning, on the text of one paragraph or field. Cells keep their offsets in `text`. */
export const cleanCells = (text: string, spanAt: (cell: Cell) => Span, cleaning: Cleaning): readonly Cell[] => {
  const cells = halfWidthWords(trimmed(joinLines(composed(printable(toCells(text), spanAt, cleaning)))));
  if (!cleaning.fullWidth) return cells;
  const quoted = chineseQuotes(cells);
  if (quoted.unpaired !== null) {
    cleaning.report.warning('quote-unpaired', 'a straight quotation mark without its partner', {
      span: spanAt(quoted.unpaired),
      hint: 'Type “ or ”.',
    });
  }
  const printed = printedSigns(fullWidthMarks(quoted.cells));
  warnOfSlips(printed, spanAt, cleaning);
  return printed;
};

/** Tells of marks that are no Chinese ones, or lack their partners. They stay as they are. */
const warnOfSlips = (cells: readonly Cell[], spanAt: (cell: Cell) => Span, { report, pairs }: Cleaning): void => {
  const slips = mistypedMarks(toText(cells), pairs ?? 'closed');
  if (slips.length === 0) return;
  const byUnit = cells.flatMap((cell) => new Array<Cell>(cell.char.length).fill(cell));
  for (const { code, start, end, message, hint } of slips) {
    const span = { ...spanAt(byUnit[start]!), end: spanAt(byUnit[end - 1]!).end };
    report.warning(code, message, { span, hint });
  }
};

/** What of a value in the file is none of its text: the first line of a block (`>-`), quotation marks. */
const AROUND = /^[|>][^\n]*\n|^["']|["']$/g;

/**
 * YAML joins the lines of a long value by spaces; between Han there is none. Spaces that were typed stay: in a headline
 * they are where it may part. Which is which its source says: there and in the value white stands between the same words
 * (but where a text in quotes escapes some, and then nothing is closed up).
 */
const unfolded = (value: string, source: string): string => {
  const written = source.trim().replace(AROUND, '').trim().match(/\s+/g) ?? [];
  const parted = value.trim().split(/(\s+)/);
  if (parted.length !== 2 * written.length + 1) return value;
  const closesUp = (index: number): boolean =>
    index % 2 === 1 &&
    written[(index - 1) / 2]!.includes('\n') &&
    /[\p{Script=Han}\p{P}]$/u.test(parted[index - 1]!) &&
    /^[\p{Script=Han}\p{P}]/u.test(parted[index + 1]!);
  return parted.filter((_, index) => !closesUp(index)).join('');
};

/** Cleans the text of a YAML value. `source` is the file's text; positions inside the value are told where they can be. */
export const cleanField = (
  value: string | null | undefined,
  span: Span,
  source: string,
  cleaning: Cleaning,
): string | null => {
  if (value === null || value === undefined) return null;
  const raw = source.slice(span.start, span.end);
  const quote = /^["']/.test(raw) ? 1 : 0;
  const exact = raw.slice(quote, quote + value.length) === value;
  const lines = /[\r\n]/.test(raw.trim()) ? unfolded(value, raw) : value;
  if (isClean(lines)) return lines === '' ? null : lines;
  const spanAt = ({ char, at }: Cell): Span => {
    const start = span.start + quote + at;
    return exact ? { ...span, start, end: start + char.length } : span;
  };
  const text = toText(cleanCells(lines, spanAt, cleaning));
  return text === '' ? null : text;
};
