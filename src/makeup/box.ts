/** Boxes round pieces of a page, and the hairlines between them. */
import type { Pt } from '../geometry/units.js';
import { BLACK, type Ink, type PlacedItem } from '../page/types.js';
import type { Box } from '../template/types.js';

/** Weight of a box rule. */
const BOX_RULE: Pt = 0.5;
/** Of two rules (文武线): weight of the outer one, and the white between them; the inner one is a hairline. */
const THICK: Pt = 1.5;
const BETWEEN: Pt = 1.5;
/** Weight of the hairlines between stories. */
export const HAIRLINE: Pt = 0.35;
/** The light tint that a page may use once. */
const TINT: Ink = { c: 0, m: 0, y: 0, k: 8 };

/** A box round a piece of the page, within its size. */
export function frameOfBox(box: Exclude<Box, 'none'>, width: Pt, height: Pt): readonly PlacedItem[] {
  const ruled = (weight: Pt, inset: Pt): PlacedItem => {
    const edge = inset + weight / 2;
    return {
      at: { x: edge, y: edge },
      item: {
        kind: 'area',
        size: { width: width - 2 * edge, height: height - 2 * edge },
        stroke: { width: weight, ink: BLACK },
      },
    };
  };
  switch (box) {
    case 'rule':
      return [ruled(BOX_RULE, 0)];
    case 'double':
      return [ruled(THICK, 0), ruled(HAIRLINE, THICK + BETWEEN)];
    case 'tint':
      return [{ at: { x: 0, y: 0 }, item: { kind: 'area', size: { width, height }, fill: TINT } }];
  }
}
