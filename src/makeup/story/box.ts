import type { Pt } from '../../geometry/units.js';
import { BLACK, type Ink, type PlacedItem } from '../../page/types.js';

/** Weight of a box rule. */
const BOX_RULE: Pt = 0.5;
/** Weight of the hairlines between stories. */
export const HAIRLINE: Pt = 0.35;
/** The light tint that a page may use once. */
const TINT: Ink = { c: 0, m: 0, y: 0, k: 8 };

/** A box round a piece of the page: a rule, or a light tint. */
export function frameOfBox(box: 'rule' | 'tint', width: Pt, height: Pt): readonly PlacedItem[] {
  if (box === 'tint') {
    return [{ at: { x: 0, y: 0 }, item: { kind: 'area', size: { width, height }, fill: TINT } }];
  }
  return [
    {
      at: { x: BOX_RULE / 2, y: BOX_RULE / 2 },
      item: {
        kind: 'area',
        size: { width: width - BOX_RULE, height: height - BOX_RULE },
        stroke: { width: BOX_RULE, ink: BLACK },
      },
    },
  ];
}
