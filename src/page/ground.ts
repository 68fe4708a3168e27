/** The block under a line of reversed or marked type (底): a section's name above a headline, the label of a teaser. */
import { ASCENT, type Em, type Point, type Size } from '../geometry/units.js';
import { endsOf } from './stretches.js';
import type { Glyphs, Ink } from './types.js';

/** How far it reaches beyond the line's ends, and beyond the em box on the other two sides. */
export const GROUND_PAST_ENDS: Em = 0.5;
const PAST_SIDES: Em = 0.16;

/** The em box under the baseline. */
const DESCENT: Em = 1 - ASCENT;

/** Where a line's block lies from the line's start on its baseline, in pt; null where it has none. Upright lines stand on theirs. */
export const groundOf = ({
  ground,
  size,
  stretches,
}: Glyphs): { readonly at: Point; readonly size: Size; readonly ink: Ink } | null => {
  const ends = endsOf(stretches);
  if (ground === undefined || ends === null) return null;
  const { first, last } = ends;
  const isUpright = Math.abs(last.y - first.y) > Math.abs(last.x - first.x);
  const [across, down] = isUpright ? [PAST_SIDES, GROUND_PAST_ENDS] : [GROUND_PAST_ENDS, PAST_SIDES];
  const [left, right] = [Math.min(first.x, last.x) - across, Math.max(first.x, last.x) + 1 + across];
  const [top, bottom] = [Math.min(first.y, last.y) - ASCENT - down, Math.max(first.y, last.y) + DESCENT + down];
  return {
    at: { x: left * size, y: top * size },
    size: { width: (right - left) * size, height: (bottom - top) * size },
    ink: ground,
  };
};
