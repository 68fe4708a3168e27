/** A vertical headline: the cheapest way to set it in a column that has so much room (rules 22 to 24). */
import type { Em, Pt } from '../../../geometry/units.js';
import type { HeadlineStyle } from '../../../template/types.js';
import { headlineBreakings, lineTexts, type Prepared } from '../../../typeset/index.js';
import { COSTS } from '../../costs.js';
import { once } from '../../once.js';
import { breakingCost, MORE_LINES } from './headline.js';

/** A way to break a headline into vertical lines, the rightmost first. */
interface UprightBreaking {
  readonly lines: readonly string[];
  /** Natural length of the longest: letters and digits may stand under each other, and marks take a whole cell. */
  readonly longest: Em;
  /** Lengths of the lines, and how badly it is broken. */
  readonly widths: readonly Em[];
  readonly cost: number;
}

/** For the room of a column the cheapest way to set a headline there; `words`: what lines had better not break within. */
export function uprightSettings(
  headline: Prepared,
  style: HeadlineStyle,
  words: readonly string[],
): (space: Space) => UprightSetting {
  const upTo = once(
    (most: number) => most,
    (most) =>
      headlineBreakings(headline, words, most).map(
        ({ widths, cost, breaking }): UprightBreaking => ({
          lines: lineTexts(headline, breaking),
          longest: Math.max(...widths),
          widths,
          cost,
        }),
      ),
  );
  const { max } = style.lines;
  return (space) => withinStyle(upTo(max), style, space) ?? beyondStyle(upTo(max + MORE_LINES), style, space);
}

/** The column that a vertical headline has: its height and width, and what kicker and deck take of that. */
export interface Space {
  readonly room: Pt;
  readonly width: Pt;
  readonly taken: Pt;
}

/** A headline broken, at a size. */
export interface UprightSetting {
  readonly cost: number;
  readonly size: Pt;
  readonly lines: readonly string[];
}

/** A line that type by this share smaller would not need is not needed: one line that fills its column had better not be two. */
const NEARLY = 0.1;

/** The cheapest setting that the style allows; null where it has no room. */
function withinStyle(
  breakings: readonly UprightBreaking[],
  { sizes: { min, max }, spacing, leading }: HeadlineStyle,
  { room, width, taken }: Space,
): UprightSetting | null {
  let best: UprightSetting | null = null;
  const fewest = new Map<Pt, number>();
  for (const { lines, longest, widths, cost } of breakings) {
    for (let size = max; size >= min; size -= 1) {
      const across = taken + lines.length * size * leading;
      if (across > width || longest * size > room) continue;
      const filled = Math.min(1, ((longest + (longest - 1) * spacing) * size) / room);
      if (!fewest.has(size)) fewest.set(size, lines.length);
      const needed = fewest.get(size - Math.floor(size * NEARLY)) ?? lines.length;
      const total =
        breakingCost({ widths, cost }, lines.length - needed) +
        (1 - filled) ** 2 * COSTS.headlineUnfilled +
        (1 - across / width) ** 2 * COSTS.headlineAcross +
        (max > min ? ((max - size) / (max - min)) ** 2 * COSTS.headlineSize : 0);
      if (best === null || total < best.cost) best = { cost: total, size, lines };
    }
  }
  return best;
}

/** A headline too long for its style has more lines than that allows, and is set smaller where it must be. */
function beyondStyle(
  breakings: readonly UprightBreaking[],
  { sizes, leading }: HeadlineStyle,
  { room, width, taken }: Space,
): UprightSetting {
  const settings = breakings.map(({ lines, longest }): UprightSetting => {
    const size = Math.min(sizes.min, room / longest, (width - taken) / (lines.length * leading));
    return { cost: COSTS.headlineBeyond * (sizes.min / size) ** 2, size, lines };
  });
  return settings.reduce((best, one) => (one.cost < best.cost ? one : best));
}
