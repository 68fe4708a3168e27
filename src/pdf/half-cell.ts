/** Full-width marks as half cells: the half with the ink, moved to the origin, with half the advance. */
import type { FontFace } from '../fonts/face.js';
import type { InkBox } from '../fonts/types.js';
import type { Em } from '../geometry/units.js';
import { shiftGlyph } from './shift-glyph.js';

/** The part of its cell that a glyph is kept as. */
export type Cell = 'whole' | 'left' | 'right';

/** Ink may reach this far over the middle of the cell. */
const CLEAR: Em = 0.02;

/** The half that holds all the ink of a full-width glyph. */
export const halve = (advance: Em, ink: InkBox | null): Cell => {
  if (ink === null || advance < 0.9) return 'whole';
  const middle = advance / 2;
  if (ink.xMin >= -CLEAR && ink.xMax <= middle + CLEAR) return 'left';
  return ink.xMin >= middle - CLEAR && ink.xMax <= advance + CLEAR ? 'right' : 'whole';
};

/** Whether a glyph has an outline of its own (a composite one borrows it and cannot be moved). */
export const isSimple = (font: FontFace['font'], glyph: number): boolean => {
  const { _decode } = font.getGlyph(glyph) as unknown as { _decode?: () => { numberOfContours: number } | null };
  return (_decode?.call(font.getGlyph(glyph))?.numberOfContours ?? 0) > 0;
};

/** The inner side of fontkit's TrueType subsets, which its types leave out. */
interface TrueTypeSubset {
  readonly glyf: Uint8Array[];
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(glyph: number): number;
}

/** Makes a subset write the glyphs at these places as halves of their cells. */
export const halvedGlyphs = <Subset extends object>(subset: Subset, halves: ReadonlyMap<number, Cell>): Subset => {
  if (halves.size === 0) return subset;
  const own = subset as unknown as TrueTypeSubset;
  const whole = own._addGlyph.bind(own);
  own._addGlyph = (glyph) => {
    const index = whole(glyph);
    const cell = halves.get(index);
    const metrics = own.hmtx.metrics[index]!;
    if (cell === undefined) return index;
    const half = Math.round(metrics.advance / 2);
    if (cell === 'right') {
      const before = own.glyf[index]!;
      const moved = shiftGlyph(before, -half);
      if (moved === null) throw new Error(`glyph ${glyph} is composite and was to be halved`);
      own.glyf[index] = moved;
      own.offset += moved.length - before.length;
      metrics.bearing -= half;
    }
    metrics.advance = half;
    return index;
  };
  return subset;
};
