/** Text on its way from the manuscript to the page: characters that remember where they came from. */

/** A character and its offset in the text it was read from. */
export interface Cell {
  readonly char: string;
  readonly at: number;
}

/** A text as cells, one a code point (a lone surrogate is one too). */
export const toCells = (text: string): Cell[] => {
  const cells: Cell[] = [];
  let at = 0;
  for (const char of text) {
    cells.push({ char, at });
    at += char.length;
  }
  return cells;
};

/** Cells as text. */
export const toText = (cells: readonly Cell[]): string => cells.map((cell) => cell.char).join('');

const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6]/u;
/** Marks that Chinese and Latin share: what stands beyond them decides. */
const NEUTRAL = /["'“”‘’…—·,:;?!()%\s]/;

/** What a place is surrounded by: Han (with kana and full-width marks), other writing, or the text's end. */
export type Side = 'han' | 'other' | 'end';

/** Whether a character is Han, kana or a full-width mark. */
export const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char);

/** The first character that decides, from an index (not included) in a direction. */
export const side = (cells: readonly Cell[], index: number, step: 1 | -1): Side => {
  for (let i = index + step; ; i += step) {
    const cell = cells[i];
    if (cell === undefined) return 'end';
    if (isHan(cell.char)) return 'han';
    if (!NEUTRAL.test(cell.char)) return 'other';
  }
};

const PROTECTED =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[!-~]*[\w/#=&-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d+(?:[:,.]\d+)+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/:?][!-~]*[\w/#=&-])?/giu;

/** For each cell, whether it stands inside a URL, an address, a time or a number. */
export const protectedCells = (cells: readonly Cell[]): readonly boolean[] => {
  const text = toText(cells);
  const units = new Uint8Array(text.length);
  for (const match of text.matchAll(PROTECTED)) units.fill(1, match.index, match.index + match[0].length);
  let unit = 0;
  return cells.map(({ char }) => {
    const inside = units[unit] === 1;
    unit += char.length;
    return inside;
  });
};
