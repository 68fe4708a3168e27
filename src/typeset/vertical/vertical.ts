/**
 * Vertical lines (rule 24): glyphs run down a centre axis. Marks take their vertical forms, curly quotes become
 * corner brackets, dashes and ellipses are turned, short numbers and acronyms stand upright, words lie turned.
 */
import type { Fonts } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { type Adjustment, adjust } from '../justify/justify.js';
import { LOOSE_GAP } from '../linebreak/badness.js';
import { gapsWithin, type Items } from '../linebreak/items.js';
import { findBreaks } from '../linebreak/linebreak.js';
import { sumItems } from '../linebreak/totals.js';
import { saidOnLine } from '../prepare/item-text.js';
import { type Prepared, prepare } from '../prepare/prepare.js';
import type { Breaking, Line, Paragraph } from '../types.js';
import { placeVertical } from './cells.js';
import { type Setting, verticalItems } from './items.js';

/** Rounding in what is added to a gap that nobody sees. */
const TOLERANCE: Em = 1e-6;

/** What is added to every gap of a vertical line that has room to spare. */
export interface VerticalSpacing {
  /** The most that a line is opened to fill its measure. */
  readonly most: Em;
  /** Of a line that would have to be opened further. */
  readonly otherwise: Em;
}

/** A paragraph ready to be broken into vertical lines: its items are as long as they are in them. */
export const prepareVertical = (paragraph: Paragraph, fonts: Fonts): Prepared => {
  const prepared = prepare(paragraph, fonts);
  const { items } = verticalItems(prepared, fonts);
  return { ...prepared, items, totals: sumItems(items) };
};

/** How text runs on in vertical lines of a length; undefined where there is none. */
export const verticalBreaking = ({ items }: Pick<Prepared, 'items'>, measure: Em): Breaking | undefined =>
  findBreaks(items, { measure: () => measure, constant: true, ragged: true, spread: 0, lastLine: 2 })[0]?.breaking;

/**
 * Text in vertical lines, the first being the rightmost; one that does not fill its measure stands in the middle of it. A
 * glyph's y runs down from the line's top, its x is relative to the line's centre axis. `width` is a line's length.
 */
export const setVertical = (
  paragraph: Paragraph,
  measure: Em,
  fonts: Fonts,
  spacing: VerticalSpacing,
): readonly Line[] => {
  const prepared = prepare(paragraph, fonts);
  const setting: Setting = verticalItems(prepared, fonts);
  const lines: Line[] = [];
  let from = 0;
  for (const to of verticalBreaking(setting, measure)?.breaks ?? []) {
    const adjustment = spaced(setting.items, from, to, measure, spacing);
    const { width, natural, ratio } = adjustment;
    const top = Math.max(0, measure - width) / 2;
    const stretches = placeVertical(prepared, setting, from, to, top, adjustment, fonts);
    lines.push({ ...saidOnLine(prepared, from, to), width, natural, ratio, stretches });
    from = to;
  }
  return lines;
};

/** Opens a line's gaps so that it fills its measure, or as far as all such lines are opened; squeezes one that is too long. */
const spaced = (
  items: Items,
  from: number,
  to: number,
  measure: Em,
  { most, otherwise }: VerticalSpacing,
): Adjustment => {
  const adjustment = adjust(items, from, to, measure, false);
  const room = measure - adjustment.natural;
  if (room <= 0) return adjustment;
  const gaps = gapsWithin(items, from, to);
  const wanted = gaps > 0 ? room / gaps : 0;
  const perGap = wanted <= most + TOLERANCE ? wanted : otherwise;
  return { ...adjustment, perGap, ratio: perGap / LOOSE_GAP, width: adjustment.natural + perGap * gaps };
};
