/** The headline proper: the ways to set it to one measure, each with its size, its lines and what it costs (rules 22 and 23). */
import type { Fonts } from '../../../fonts/types.js';
import type { Em, Pt } from '../../../geometry/units.js';
import type { Frame } from '../../../page/types.js';
import type { HeadlineStyle } from '../../../template/types.js';
import {
  type Breaking,
  type HeadlineBreaking,
  headlineBreakings,
  type Paragraph,
  type Prepared,
  placeHeadline,
  prepare,
} from '../../../typeset/index.js';
import { COSTS } from '../../costs.js';
import { once } from '../../once.js';
import { baselineIn } from '../../solve/grid.js';
import { glyphsOf } from '../../text.js';

/** Lines that a headline may have beyond its style's most, before it is set smaller than that allows. */
export const MORE_LINES = 3;

/** One way to set a headline. */
export interface HeadlineSetting {
  readonly size: Pt;
  readonly breaking: Breaking;
  readonly lineCount: number;
  /** How many of its lines it does not need at its size: they take up white. */
  readonly spare: number;
  readonly cost: number;
}

/** A headline and the ways to break it into so many lines at most, which are the same at every width. */
export interface Headline {
  readonly prepared: Prepared;
  upTo(lines: number): readonly HeadlineBreaking[];
}

/** A headline with the words that it had better not break within, and the personal names that it never breaks. */
export function headlineOf(
  text: string,
  style: HeadlineStyle,
  words: readonly string[],
  names: readonly string[],
  fonts: Fonts,
): Headline {
  const prepared = prepare(headlineParagraph(text, style, names), fonts);
  const upTo = once(
    (lines: number) => lines,
    (lines) => headlineBreakings(prepared, words, lines),
  );
  return { prepared, upTo };
}

function headlineParagraph(text: string, style: HeadlineStyle, names: readonly string[]): Paragraph {
  return {
    runs: [{ text, role: style.font }],
    style: { level: 'strict', indent: 0, hanSpace: 1, hanging: '', align: style.align },
    names,
  };
}

/** The ways to set a headline that its style allows at a measure; where there is none, one beyond it. */
export function headlineSettings({ upTo }: Headline, style: HeadlineStyle, measure: Pt): readonly HeadlineSetting[] {
  const { max } = style.lines;
  const settings = withinStyle(upTo(max), style, measure);
  return settings.length > 0 ? settings : [beyondStyle(upTo(max + MORE_LINES), style, measure)];
}

/** A line of a headline of fewer characters reads as torn off. */
const DECENT_LINE: Em = 4;

/** What the breaks of a headline cost that has so many lines more than it needs. */
export function breakingCost({ widths, cost }: Pick<HeadlineBreaking, 'widths' | 'cost'>, spare: number): number {
  if (spare === 0) return cost * COSTS.headlineBreak;
  const short = widths.reduce((sum, width) => sum + Math.max(0, DECENT_LINE - width) ** 2, 0);
  return (
    spare * COSTS.headlineTorn +
    cost * (COSTS.headlineBreak + COSTS.headlineTornBreak) +
    short * COSTS.headlineTornShort
  );
}

/** Rounding in a headline's width that nobody sees, in ems. */
const TOLERANCE: Em = 0.001;

/** Every line count at the style's largest size and those whole points below it, as far as they fit the measure. */
function withinStyle(
  breakings: readonly HeadlineBreaking[],
  style: HeadlineStyle,
  width: Pt,
): readonly HeadlineSetting[] {
  const { min, max } = style.sizes;
  const settings: HeadlineSetting[] = [];
  const fewest = new Map<Pt, number>();
  for (const { lines, widths, cost, breaking } of breakings) {
    const widest = Math.max(...widths);
    const tooFew = Math.max(0, style.lines.min - lines);
    for (let size = max; size >= min; size -= 1) {
      const measure = width / size;
      if (widest > measure + TOLERANCE) continue;
      const needed = fewest.get(size) ?? lines;
      fewest.set(size, needed);
      const spare = Math.max(0, lines - Math.max(needed, style.lines.min));
      const gaps = widest - 1;
      const filled = Math.min(1, (widest + gaps * style.spacing) / measure);
      settings.push({
        size,
        breaking,
        lineCount: lines,
        spare,
        cost:
          breakingCost({ widths, cost }, spare) +
          tooFew * COSTS.headlineUnfilled +
          (1 - filled) ** 2 * COSTS.headlineUnfilled +
          (max > min ? ((max - size) / (max - min)) ** 2 * COSTS.headlineSize : 0),
      });
    }
  }
  return settings;
}

/** A headline too long for its style: more lines than that allows, and smaller than its least size where it must be. */
function beyondStyle(breakings: readonly HeadlineBreaking[], { sizes }: HeadlineStyle, width: Pt): HeadlineSetting {
  let best: HeadlineSetting | null = null;
  for (const { lines, widths, breaking } of breakings) {
    const size = Math.min(sizes.min, width / Math.max(...widths));
    if (best === null || size > best.size) {
      best = { size, breaking, lineCount: lines, spare: 0, cost: COSTS.headlineBeyond * (sizes.min / size) ** 2 };
    }
  }
  return best!;
}

/** A headline as it is set, its lines over each other. */
export function headlineFrame(
  { prepared }: Headline,
  setting: HeadlineSetting,
  style: HeadlineStyle,
  width: Pt,
  fonts: Fonts,
): Frame {
  const lines = placeHeadline(
    prepared,
    setting.breaking,
    { measure: width / setting.size, maxSpacing: style.spacing, align: style.align },
    fonts,
  );
  const leading = setting.size * style.leading;
  return {
    size: { width, height: lines.length * leading },
    children: lines.map((line, index) => ({
      at: { x: 0, y: index * leading + baselineIn(leading, setting.size) },
      item: glyphsOf(line, { size: setting.size, ink: style.ink }),
    })),
  };
}
