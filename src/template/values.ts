/** Values as a paper's files write them: sizes in 号 or points, leading in points or lines, ranges `2..4`. */
import { type Em, type Mm, mm, type Pt, type Range, toMm } from '../geometry/units.js';
import type { Grid } from './types.js';

/** Chinese type sizes in points (GB/T 18358 names; 小 is the half step). */
const HAO: Readonly<Record<string, Pt>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
};

const HAO_NAMES = Object.keys(HAO).join('|');
const POINTS = '\\d+(?:\\.\\d+)?';

/** Patterns of the values that are written as text; the JSON Schemas carry them too. */
export const SIZE_PATTERN = new RegExp(`^(?:${HAO_NAMES}|${POINTS} ?pt)$`);
/** Sizes as styles.yaml writes them, for its schema. */
export const SIZES_PATTERN = new RegExp(
  `^(?:${HAO_NAMES}|${POINTS} ?(?:pt)?) ?\\.\\. ?(?:${HAO_NAMES}|${POINTS} ?(?:pt)?)$`,
);
/** A leading as styles.yaml writes it. */
export const LEADING_PATTERN = new RegExp(`^(?:${POINTS} ?pt|${POINTS} ?lines?)$`);
/** A range as templates write it. */
export const RANGE_PATTERN = /^\d+ ?\.\. ?(?:\d+)?$/;
/** A slot's name as templates write it. */
export const SLOT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** A type size: `五号`, `10.5pt` or a number of points. */
export const readSize = (value: string | number): Pt => {
  if (typeof value === 'number') return value;
  return HAO[value] ?? Number.parseFloat(value);
};

/** Sizes a headline may take: one, `小一..初号`, or `[24, 42]`. */
export const readSizes = (
  value: string | number | readonly (string | number)[],
): { readonly min: Pt; readonly max: Pt } => {
  const ends = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split('..').map((one) => one.trim())
      : [value];
  const sizes = (ends as (string | number)[]).map(readSize);
  return { min: sizes[0]!, max: sizes.at(-1)! };
};

/** A baseline distance: `15pt`, a number of points, or lines of the page grid (`1 line`, `1.5 lines`). */
export const readLeading = (value: string | number, line: Pt): Pt => {
  if (typeof value === 'number') return value;
  return value.includes('line') ? Number.parseFloat(value) * line : Number.parseFloat(value);
};

/** A range of whole numbers: `4`, `2..4`, or `3..` with no upper end (`most`). */
export const readRange = (value: string | number, most: number): Range => {
  if (typeof value === 'number') return { min: value, max: value };
  const [min, max] = value.split('..').map((end) => end.trim());
  return { min: Number(min), max: max === undefined || max === '' ? Math.max(most, Number(min)) : Number(max) };
};

/** A range as people write it. */
export const showRange = ({ min, max }: Range): string => (min === max ? String(min) : `${min}..${max}`);

/** Names for the messages: what a size may look like. */
export const SIZE_WORDS = 'must be a type size: 五号, 小四 …, 10.5pt or a number of points';
/** What is wrong with a leading, in words. */
export const LEADING_WORDS = 'must be a number of points, 15pt or `1 line`';
/** What is wrong with a range, by what it counts. */
export const RANGE_WORDS = {
  columns: 'must be a number of columns: 4, or a range, 2..4 or 3..',
  lines: 'must be a number of lines: 20, or a range, 20..40 or 20..',
  stories: 'must be a story’s number: 1, or a range, 2..4 or 3..',
} as const;

/** Width of so many base columns with the gaps between them, in ems of body type. */
export const columnsWidth = (columns: number, measure: Em, gap: Em): Em => columns * measure + (columns - 1) * gap;

/** What holds an advertisement: columns, lines, whether they do, and the width of a column less that it just misses. */
interface Held {
  readonly columns: number;
  readonly lines: number;
  readonly isHeld: boolean;
  readonly missed: Mm | null;
}

/** The least columns and lines that hold a size in millimetres; as many columns as there are where none hold it. */
export const heldBy = (
  { width, height }: { readonly width: Mm; readonly height: Mm },
  { measure, gap, bodySize, leading }: Pick<Grid, 'measure' | 'gap' | 'bodySize' | 'leading'>,
  most: number,
): Held => {
  const widthOf = (columns: number): Mm => toMm(columnsWidth(columns, measure, gap) * bodySize);
  let columns = 1;
  while (columns < most && widthOf(columns) < width - 0.05) columns += 1;
  return {
    columns,
    lines: Math.ceil(mm(height) / leading - 0.01),
    isHeld: widthOf(columns) >= width - 0.05,
    missed: columns > 1 && widthOf(columns - 1) > width - JUST_TOO_WIDE ? widthOf(columns - 1) : null,
  };
};

/** Who is so much wider than some columns was meant for them. */
const JUST_TOO_WIDE: Mm = 4;

/** What to say of an advertisement that takes a column more for a hair's breadth; null where it does not. */
export const justTooWide = (width: Mm, { columns, missed }: Held): Details | null =>
  missed === null
    ? null
    : {
        message: `an advertisement ${width} mm wide takes ${columns} columns: ${columns - 1} are ${missed.toFixed(1)} mm`,
        hint: `Sold at ${(Math.floor(missed * 10) / 10).toFixed(1)} mm it would fill ${columns - 1}.`,
      };

interface Details {
  readonly message: string;
  readonly hint: string;
}
