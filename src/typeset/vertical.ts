/**
 * Vertical lines (rule 24): glyphs run down a centre axis. Marks take their vertical forms, curly quotes become
 * corner brackets, dashes and ellipses are turned, short numbers and acronyms stand upright, words lie turned.
 */
import type { Fonts } from '../fonts/types.js';
import type { Em } from '../geometry/units.js';
import { LOOSE_GAP } from './badness.js';
import { saidOnLine } from './item-text.js';
import { gapsWithin, type Items } from './items.js';
import { type Adjustment, adjust } from './justify.js';
import { findBreaks } from './linebreak.js';
import { type Prepared, prepare } from './prepare.js';
import { sumItems } from './totals.js';
import type { Line, Paragraph } from './types.js';
import { placeVertical } from './vertical-cells.js';
import { type Setting, verticalItems } from './vertical-items.js';

/** Rounding in what is added to a gap that nobody sees. */
const TOLERANCE: Em = 1e-6;

/** How vertical lines fill their measure. */
export interface VerticalOptions {
  /** Most that may be added to every gap so that a line fills the measure; 0 leaves lines at their natural length. */
  readonly maxSpacing?: Em;
  /** What is added to every gap of a line that does not fill; 0 if not named. */
  readonly spacing?: Em;
  /** Where a line that does not fill stands. */
  readonly align?: 'start' | 'center' | 'end';
}

/** A paragraph ready to be broken into vertical lines: its items are as long as they are in them. */
export const prepareVertical = (paragraph: Paragraph, fonts: Fonts): Prepared => {
  const prepared = prepare(paragraph, fonts);
  const { items } = verticalItems(prepared, fonts);
  return { ...prepared, items, totals: sumItems(items) };
};

/**
 * A paragraph in vertical lines, the first being the rightmost. A glyph's y runs down from the line's top, its x
 * is relative to the line's centre axis. `width` is a line's length.
 */
export const setVertical = (
  paragraph: Paragraph,
  measure: Em,
  fonts: Fonts,
  options: VerticalOptions = {},
): readonly Line[] => {
  const prepared = prepare(paragraph, fonts);
  const setting: Setting = verticalItems(prepared, fonts);
  const { items } = setting;
  const ways = findBreaks(items, {
    measure: (line) => measure - (line === 0 ? paragraph.style.indent : 0),
    constant: true,
    ragged: paragraph.style.align !== 'justify',
    spread: 0,
    lastLine: 2,
  });
  const lines: Line[] = [];
  let from = 0;
  for (const to of ways[0]?.breaking.breaks ?? []) {
    const own = lines.length === 0 ? paragraph.style.indent : 0;
    const fill = paragraph.style.align === 'justify' && to < items.count;
    const adjustment = adjustLine(items, from, to, measure - own, fill, options);
    const spare = Math.max(0, measure - own - adjustment.width);
    const shift = options.align === 'center' ? spare / 2 : options.align === 'end' ? spare : 0;
    lines.push({
      ...saidOnLine(prepared, from, to),
      width: adjustment.width + own,
      natural: adjustment.natural + own,
      ratio: adjustment.ratio,
      stretches: placeVertical(prepared, setting, from, to, own + shift, adjustment, fonts),
    });
    from = to;
  }
  return lines;
};

/** Brings a line to its measure. One that need not fill it does so where its gaps may be opened so far, or has the spacing asked for. */
const adjustLine = (
  items: Items,
  from: number,
  to: number,
  measure: Em,
  fill: boolean,
  { maxSpacing = 0, spacing = 0 }: VerticalOptions,
): Adjustment => {
  const adjustment = adjust(items, from, to, measure, fill);
  const room = measure - adjustment.natural;
  if (fill || room <= 0) return adjustment;
  const gaps = gapsWithin(items, from, to);
  const wanted = gaps > 0 ? room / gaps : 0;
  const perGap = wanted <= maxSpacing + TOLERANCE ? wanted : spacing;
  return { ...adjustment, perGap, ratio: perGap / LOOSE_GAP, width: adjustment.natural + perGap * gaps };
};
