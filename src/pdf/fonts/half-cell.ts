/** Full-width marks as half cells: the half with the ink, moved to the origin, with half the advance. */
import type { Cell } from '../../fonts/registry.js';
import type { InkBox } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';

/** Ink may reach this far over the middle of the cell. */
const CLEAR: Em = 0.02;

/** The half that holds all the ink of a full-width glyph. */
export const halve = (advance: Em, ink: InkBox | null): Cell => {
  if (ink === null || advance < 0.9) return 'whole';
  const middle = advance / 2;
  if (ink.xMin >= -CLEAR && ink.xMax <= middle + CLEAR) return 'left';
  return ink.xMin >= middle - CLEAR && ink.xMax <= advance + CLEAR ? 'right' : 'whole';
};
