/** What the shape of a piece costs that make-up places by itself: no flat bands, no tall strips. */
import type { Lines } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import type { PageGrid, Strip } from '../solve/grid.js';
import type { Leaf } from '../types.js';

/** Width over height within which a piece looks like a block of text. */
const FLATTEST = 3;
const TALLEST = 0.4;

/** Grows with the square of how many times, as a logarithm, a piece is too flat or too tall. */
export function shapeCost(strip: Strip, height: Lines, { width, leading }: PageGrid): number {
  const proportion = width(strip) / (height * leading);
  const beyond = Math.max(0, Math.log(proportion / FLATTEST), Math.log(TALLEST / proportion));
  return beyond ** 2 * COSTS.proportion;
}

/** A leaf whose heights cost what their shape does, too. */
export function weighingShape({ bound, cost, layOut, ...leaf }: Leaf, grid: PageGrid): Leaf {
  return {
    ...leaf,
    bound: (strip) => bound(strip).map((least, height) => least + shapeCost(strip, height, grid)),
    cost: (strip, height) => (cost?.(strip, height) ?? bound(strip)[height]!) + shapeCost(strip, height, grid),
    layOut: (strip, height) => {
      const laidOut = layOut(strip, height);
      return { ...laidOut, cost: new Map([...laidOut.cost, ['shape', shapeCost(strip, height, grid)]]) };
    },
  };
}
