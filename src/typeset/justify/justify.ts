/** Lines of a breaking with every glyph in place: squeeze, then stretch, in the order of rules 14–16. */
import type { Fonts } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { addGlyph, type OpenStretch } from '../../page/stretches.js';
import type { Stretch } from '../../page/types.js';
import { Kind } from '../characters/classes.js';
import { LOOSE_GAP, WIDEST_GAP } from '../linebreak/badness.js';
import { FORCED, type Items, SQUEEZE_CLASSES, STRETCH_CLASSES } from '../linebreak/items.js';
import { type Measure, measureAt } from '../paragraph.js';
import { itemStart, pieceOf, saidOnLine } from '../prepare/item-text.js';
import { isHanRow, type Piece } from '../prepare/pieces.js';
import { latinRole, type Prepared } from '../prepare/prepare.js';
import type { Breaking, Line } from '../types.js';
import { placeHanRow, placePiece } from './cells.js';

/** How a line is brought to its measure. */
export interface Adjustment {
  readonly natural: Em;
  /** After squeezing or stretching. */
  readonly width: Em;
  readonly ratio: number;
  /** Share of each squeeze class used. */
  readonly squeeze: readonly number[];
  /** Share of each stretch class used. */
  readonly stretch: readonly number[];
  /** Added to every gap. */
  readonly perGap: Em;
}

const EPSILON = 1e-9;
/** What a line's widths may be off by, in ems. */
const ROUNDING: Em = 1e-6;

/**
 * Adjusts items from..to−1 to `measure`; `fill` is false for last and ragged lines, which are never stretched. A line that
 * would have to be opened too far ends short, and its ratio says how far.
 */
export const adjust = (items: Items, from: number, to: number, measure: Em, fill: boolean): Adjustment => {
  const last = to - 1;
  let natural = items.endWidth[last] ?? 0;
  let gaps = 0;
  for (let i = from, end = i; i < to; i = end) {
    while (end < to && items.row[end] === items.row[i]) {
      if (end < last) gaps += items.gap[end]!;
      end++;
    }
    natural += (end - i) * items.width[i]!;
    if (end < to) natural += items.glue[end - 1]!;
  }
  const hang = Math.min(Math.max(0, natural - measure), items.endSqueeze[last] ?? 0);
  let squeeze = NO_SQUEEZE;
  let stretch = NO_STRETCH;
  let room = measure - (natural - hang);
  let perGap = 0;
  let ratio = 0;
  if (room < -EPSILON) {
    const squeezable = sumsOf(items, items.squeeze, SQUEEZE_CLASSES, from, last);
    const total = squeezable.reduce((sum, each) => sum + each, 0);
    ratio = total > 0 ? Math.max(-1, room / total) : 0;
    squeeze = squeezable.map((has) => {
      if (has === 0 || room >= -EPSILON) return 0;
      const used = Math.min(-room, has);
      room += used;
      return used / has;
    });
  } else if (fill && room > EPSILON) {
    const stretchable = sumsOf(items, items.stretch, STRETCH_CLASSES, from, last);
    const regular = stretchable.reduce((sum, each) => sum + each, 0);
    const total = regular + gaps * LOOSE_GAP;
    ratio = total > 0 ? room / total : 0;
    if (room - regular <= gaps * WIDEST_GAP + EPSILON) {
      stretch = stretchable.map((has) => {
        if (has === 0 || room <= EPSILON) return 0;
        const used = Math.min(room, has);
        room -= used;
        return used / has;
      });
      if (room > EPSILON && gaps > 0) {
        perGap = room / gaps;
        room = 0;
      }
    }
  }
  return { natural, width: measure - room, ratio, squeeze, stretch, perGap };
};

const NO_SQUEEZE: readonly number[] = new Array<number>(SQUEEZE_CLASSES).fill(0);
const NO_STRETCH: readonly number[] = new Array<number>(STRETCH_CLASSES).fill(0);

/** By class, what the items from..last−1 may give or take. */
const sumsOf = (
  { glue, row }: Items,
  column: Float64Array,
  classes: number,
  from: number,
  last: number,
): readonly number[] => {
  const sums = new Array<number>(classes).fill(0);
  for (let i = from; i < last; i++) {
    if (glue[i] !== 0) for (let c = 0; c < classes; c++) sums[c]! += column[row[i]! * classes + c]!;
  }
  return sums;
};

/** Width of the glue behind item i under an adjustment. */
export const glueWidth = (items: Items, i: number, { squeeze, stretch, perGap }: Adjustment): Em => {
  let width = items.glue[i]!;
  if (width === 0) return items.gap[i] ? perGap : 0;
  const row = items.row[i]!;
  if (squeeze !== NO_SQUEEZE) {
    for (let c = 0; c < SQUEEZE_CLASSES; c++) width -= squeeze[c]! * items.squeeze[row * SQUEEZE_CLASSES + c]!;
  }
  if (stretch !== NO_STRETCH) {
    for (let c = 0; c < STRETCH_CLASSES; c++) width += stretch[c]! * items.stretch[row * STRETCH_CLASSES + c]!;
  }
  return width + (items.gap[i] ? perGap : 0);
};

/** The glyphs of items from..to−1, the first box at x. */
export const placeItems = (
  prepared: Prepared,
  from: number,
  to: number,
  x: Em,
  adjustment: Adjustment,
  fonts: Fonts,
): readonly Stretch[] => {
  const { items, pieces, text, paragraph } = prepared;
  const line: OpenStretch[] = [];
  let at = x;
  let first = from;
  for (let p = items.row[from]!; first < to; p++) {
    const piece = pieces[p]!;
    const run = paragraph.runs[piece.run]!;
    let { end } = piece;
    let last = Math.min(to, piece.item + piece.count) - 1;
    if (isHanRow(piece)) {
      const start = itemStart(prepared, first);
      at = placeHanRow(line, text.slice(start, start + last - first + 1), run, at, adjustment.perGap, fonts);
    } else {
      let width = items.width[first]!;
      if (piece.kind === Kind.dash) {
        // dashes that belong together are set as one stroke (rule 3)
        for (; last + 1 < to && isSameDash(text, pieces[p]!, pieces[p + 1]!); p++) width += items.width[++last]!;
        end = pieces[p]!.end;
      }
      placePiece(line, piece.kind, text.slice(piece.start, end), run, at, width, fonts);
      at += width;
    }
    first = last + 1;
    if (first >= to) break;
    const { start } = pieces[p + 1]!;
    if (start > end) {
      const space = fonts.glyph(run.role, 0x20);
      addGlyph(line, space.face, space.id, at, 0, text.slice(end, start));
    }
    at += glueWidth(items, last, adjustment);
  }
  if (to > from && items.endWidth[to - 1]! > 0) {
    const final = pieceOf(prepared, to - 1);
    const hyphen = fonts.glyph(latinRole(paragraph.runs[final.run]!), 0x2d);
    addGlyph(line, hyphen.face, hyphen.id, at, 0, '');
  }
  return line;
};

const EM_DASH = 0x2014;
const isSameDash = (text: string, dash: Piece, next: Piece): boolean =>
  text.charCodeAt(dash.start) === EM_DASH &&
  text.charCodeAt(next.start) === EM_DASH &&
  next.start === dash.end &&
  next.run === dash.run;

/** Whether a line that should fill its measure is not opened, for its gaps would be too wide. */
export const endsShort = ({ ratio, width, natural }: Line): boolean => ratio > 1 && width - natural < ROUNDING;

/** The lines of a breaking, `left` within their column (all, or each by its number). Aligned lines stand at their natural width within the measure. */
export const justify = (
  prepared: Prepared,
  breaking: Breaking,
  measure: Measure,
  fonts: Fonts,
  left: Measure = 0,
): readonly Line[] => {
  const { items, paragraph } = prepared;
  const { align, indent } = paragraph.style;
  const lines: Line[] = [];
  let from = 0;
  for (const to of breaking.breaks) {
    const number = lines.length;
    const own = number === 0 ? indent : 0;
    const inset = measureAt(left, number) + own;
    const room = measureAt(measure, number) - own;
    const fill = align === 'justify' && to < items.count && items.penalty[to - 1] !== FORCED;
    const adjustment = adjust(items, from, to, room, fill);
    const width = fill || adjustment.natural > room ? adjustment.width : adjustment.natural;
    const shift = align === 'center' ? (room - width) / 2 : align === 'end' ? room - width : 0;
    // Not spread: an object of its own shape takes a tenth of the time, and thousands are made.
    const { text, start, end } = saidOnLine(prepared, from, to);
    lines.push({
      text,
      start,
      end,
      width: width + inset,
      natural: adjustment.natural + inset,
      ratio: adjustment.ratio,
      stretches: placeItems(prepared, from, to, inset + Math.max(0, shift), adjustment, fonts),
    });
    from = to;
  }
  return lines;
};
