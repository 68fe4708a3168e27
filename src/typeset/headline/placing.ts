/** Headlines placed to fill their measure (rule 23). */
import type { Fonts } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { type Adjustment, adjust, placeItems } from '../justify/justify.js';
import { LOOSE_GAP } from '../linebreak/badness.js';
import { gapsWithin } from '../linebreak/items.js';
import { saidOnLine } from '../prepare/item-text.js';
import type { Prepared } from '../prepare/prepare.js';
import type { Breaking, Line } from '../types.js';

/** How a headline is placed. */
export interface HeadlinePlacing {
  readonly measure: Em;
  /** Most that may be added to every gap to fill the measure. */
  readonly maxSpacing: Em;
  readonly align: 'justify' | 'start' | 'center' | 'end';
}

/**
 * A headline's lines: all filled evenly where the style's spacing allows that, else all with the one spacing that
 * fills the widest, and aligned; with none where not even that may be filled.
 */
export const placeHeadline = (
  prepared: Prepared,
  breaking: Breaking,
  placing: HeadlinePlacing,
  fonts: Fonts,
): readonly Line[] => {
  const lines: Line[] = [];
  const adjustments = spread(prepared, breaking.breaks, placing);
  let from = 0;
  for (const [index, to] of breaking.breaks.entries()) {
    const adjustment = adjustments[index]!;
    const { width, natural, ratio } = adjustment ?? NOTHING;
    const room = Math.max(0, placing.measure - width);
    const shift = placing.align === 'center' ? room / 2 : placing.align === 'end' ? room : 0;
    const stretches = adjustment ? placeItems(prepared, from, to, shift, adjustment, fonts) : [];
    lines.push({ ...saidOnLine(prepared, from, to), width, natural, ratio, stretches });
    from = to;
  }
  return lines;
};

/** A line that holds no item. */
const NOTHING = { width: 0, natural: 0, ratio: 0 } as const;

/** Rounding in what is added to a gap that nobody sees, in ems. */
const TOLERANCE: Em = 1e-6;

/** How each line is filled; null for one that holds nothing. */
const spread = (
  { items }: Prepared,
  breaks: readonly number[],
  { measure, maxSpacing }: HeadlinePlacing,
): readonly (Adjustment | null)[] => {
  const lines = breaks.map((to, index) => {
    const from = index === 0 ? 0 : breaks[index - 1]!;
    if (to === from) return null;
    const tight = adjust(items, from, to, measure, false);
    const gaps = gapsWithin(items, from, to);
    const room = measure - tight.natural;
    return { tight, gaps, wanted: gaps === 0 ? 0 : Math.max(0, room / gaps) };
  });
  const wanted = lines.flatMap((line) => (line === null || line.gaps === 0 ? [] : [line.wanted]));
  const fill = wanted.every((each) => each <= maxSpacing + TOLERANCE);
  const least = Math.min(...wanted);
  const shared = least <= maxSpacing + TOLERANCE ? least : 0;
  return lines.map((line) => {
    if (line === null) return null;
    const { tight, gaps } = line;
    const perGap = fill ? line.wanted : shared;
    // A line too long for the measure stays squeezed.
    return perGap === 0 && tight.natural > measure
      ? tight
      : { ...tight, width: tight.natural + perGap * gaps, perGap, ratio: perGap / LOOSE_GAP };
  });
};
