/** The fold of a spread (通版): no character of a head lies in it, cut into half a character on either page. */
import type { Pt } from '../../geometry/units.js';
import { glyphsIn } from '../../page/stretches.js';
import type { Frame, Glyphs, PlacedItem } from '../../page/types.js';

/** Rounding that nobody sees. */
const TOLERANCE: Pt = 0.05;

/**
 * The lines of a frame, each moved aside just so far that the fold, `fold` pt from the frame's left, runs between two
 * of its characters. A line that then would not stand within the frame stays.
 */
export const clearOfFold = (frame: Frame, fold: Pt): Frame => ({
  ...frame,
  children: frame.children.map((child) =>
    child.item.kind === 'glyphs' ? moved(child, child.item, fold, frame.size.width) : child,
  ),
});

const moved = (placed: PlacedItem, line: Glyphs, fold: Pt, width: Pt): PlacedItem => {
  const { at } = placed;
  const characters = charactersOf(line).map(({ left, right }) => ({ left: at.x + left, right: at.x + right }));
  const cut = characters.findIndex(({ left, right }) => left < fold - TOLERANCE && right > fold + TOLERANCE);
  if (cut < 0) return placed;
  const first = characters[0]!.left;
  const last = characters.at(-1)!.right;
  const shifts = [cut - 1, cut]
    .filter((before) => before >= 0 && before + 1 < characters.length)
    .map((before) => fold - (characters[before]!.right + characters[before + 1]!.left) / 2)
    .filter((shift) => first + shift >= -TOLERANCE && last + shift <= width + TOLERANCE)
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  return shifts.length === 0 ? placed : { ...placed, at: { x: at.x + shifts[0]!, y: at.y } };
};

/** Where a line's characters begin and end, in pt from its start: none is wider than the type's size. */
const charactersOf = ({ stretches, size }: Glyphs): readonly { readonly left: Pt; readonly right: Pt }[] =>
  glyphsIn(stretches).map(({ x }, index, glyphs) => ({
    left: x * size,
    right: Math.min(x + 1, glyphs[index + 1]?.x ?? Infinity) * size,
  }));
