/** Lines of a breaking with every glyph in place: squeeze, then stretch, in the order of rules 14–16. */
import type { Fonts } from '../fonts/types.js';
import type { Em } from '../geometry/units.js';
import type { PlacedGlyph } from '../page/types.js';
import { LOOSE_GAP } from './badness.js';
import { placePiece } from './cells.js';
import { Kind } from './classes.js';
import { FORCED, type Items, SQUEEZE_CLASSES, STRETCH_CLASSES } from './items.js';
import { type Measure, measureAt } from './paragraph.js';
import { latinRole, type Prepared } from './prepare.js';
import type { Breaking, Line } from './types.js';

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

/** Adjusts items from..to−1 to `measure`; `fill` is false for last and ragged lines, which are never stretched. */
export const adjust = (items: Items, from: number, to: number, measure: Em, fill: boolean): Adjustment => {
  const last = to - 1;
  let natural = items.endWidth[last] ?? 0;
  let gaps = 0;
  for (let i = from; i < to; i++) {
    natural += items.width[i]!;
    if (i === last) break;
    gaps += items.gap[i]!;
    natural += items.glue[i]!;
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
  return { natural, width: measure - room, ratio, squeeze, stretch, perGap };
};

const NO_SQUEEZE: readonly number[] = new Array<number>(SQUEEZE_CLASSES).fill(0);
const NO_STRETCH: readonly number[] = new Array<number>(STRETCH_CLASSES).fill(0);

/** By class, what the items from..last−1 may give or take. */
const sumsOf = (
  { glue }: Items,
  column: Float64Array,
  classes: number,
  from: number,
  last: number,
): readonly number[] => {
  const sums = new Array<number>(classes).fill(0);
  for (let i = from; i < last; i++) {
    if (glue[i] !== 0) for (let c = 0; c < classes; c++) sums[c]! += column[i * classes + c]!;
  }
  return sums;
};

/** Width of the glue behind item i under an adjustment. */
export const glueWidth = (items: Items, i: number, { squeeze, stretch, perGap }: Adjustment): Em => {
  let width = items.glue[i]!;
  if (width === 0) return items.gap[i] ? perGap : 0;
  for (let c = 0; c < SQUEEZE_CLASSES; c++) width -= squeeze[c]! * items.squeeze[i * SQUEEZE_CLASSES + c]!;
  for (let c = 0; c < STRETCH_CLASSES; c++) width += stretch[c]! * items.stretch[i * STRETCH_CLASSES + c]!;
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
): readonly PlacedGlyph[] => {
  const { items, pieces, text, paragraph } = prepared;
  const glyphs: PlacedGlyph[] = [];
  let at = x;
  for (let i = from; i < to; i++) {
    const piece = pieces[i]!;
    const run = paragraph.runs[piece.run]!;
    let whole = piece;
    let width = items.width[i]!;
    if (piece.kind === Kind.dash) {
      // dashes that belong together are set as one stroke (rule 3)
      const first = i;
      while (i + 1 < to && isSameDash(prepared, first, i + 1)) width += items.width[++i]!;
      whole = { ...piece, end: pieces[i]!.end, to: pieces[i]!.to };
    }
    placePiece(glyphs, text, whole, run, at, width, fonts);
    at += width;
    if (i + 1 >= to) break;
    const next = pieces[i + 1]!;
    if (next.start > whole.end) {
      const space = fonts.glyph(run.role, 0x20);
      glyphs.push({ face: space.face, id: space.id, x: at, y: 0, text: text.slice(whole.end, next.start) });
    }
    at += glueWidth(items, i, adjustment);
  }
  const final = pieces[to - 1];
  if (final && items.endWidth[to - 1]! > 0) {
    const hyphen = fonts.glyph(latinRole(paragraph.runs[final.run]!), 0x2d);
    glyphs.push({ face: hyphen.face, id: hyphen.id, x: at, y: 0, text: '' });
  }
  return glyphs;
};

const EM_DASH = 0x2014;
const isSameDash = ({ text, pieces }: Prepared, i: number, next: number): boolean =>
  text.charCodeAt(pieces[i]!.start) === EM_DASH &&
  text.charCodeAt(pieces[next]!.start) === EM_DASH &&
  pieces[next]!.start === pieces[next - 1]!.end &&
  pieces[next]!.run === pieces[i]!.run;

/** The lines of a breaking. Aligned lines stand at their natural width within the measure. */
export const justify = (prepared: Prepared, breaking: Breaking, measure: Measure, fonts: Fonts): readonly Line[] => {
  const { items, text, pieces, paragraph } = prepared;
  const { align, indent } = paragraph.style;
  const lines: Line[] = [];
  let from = 0;
  for (const to of breaking.breaks) {
    const number = lines.length;
    const own = number === 0 ? indent : 0;
    const full = measureAt(measure, number);
    const fill = align === 'justify' && to < items.count && items.penalty[to - 1] !== FORCED;
    const adjustment = adjust(items, from, to, full - own, fill);
    const occupied =
      adjustment.width < full - own && !fill ? Math.min(adjustment.natural, full - own) : adjustment.width;
    const width = fill ? adjustment.width : adjustment.natural > full - own ? adjustment.width : adjustment.natural;
    const shift = align === 'center' ? (full - own - occupied) / 2 : align === 'end' ? full - own - occupied : 0;
    const start = number === 0 ? 0 : pieces[from]!.start;
    const end = to < items.count ? pieces[to]!.start : text.length;
    lines.push({
      text: text.slice(start, end),
      start,
      end,
      width: width + own,
      natural: adjustment.natural + own,
      ratio: adjustment.ratio,
      glyphs: placeItems(prepared, from, to, own + Math.max(0, shift), adjustment, fonts),
    });
    from = to;
  }
  return lines;
};
