/** Squares of ink as rectangles: those side by side are one. */
import type { Point, Size } from '../geometry/units.js';
import type { Squares } from './types.js';

/** The rectangles that squares make, row by row, each placed from their top left corner; none lies over another. */
export const rectanglesOf = ({ rows, side }: Squares): readonly { readonly at: Point; readonly size: Size }[] =>
  rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => ({
      at: { x: index * side, y: y * side },
      size: { width: run.length * side, height: side },
    })),
  );
