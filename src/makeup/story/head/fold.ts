/** The fold of a spread (通版): no character of a head lies in it, cut into half a character on either page. */
import type { Em, Pt } from '../../../geometry/units.js';
import { glyphsIn } from '../../../page/stretches.js';
import type { Frame, Glyphs, PlacedItem } from '../../../page/types.js';
import { breakOffsets, wordStarts } from '../../../typeset/index.js';

/** Rounding that nobody sees. */
const TOLERANCE: Pt = 0.05;

/** How far a line is moved for the fold to part words and no word, and for no mark to begin the right page. */
const FOR_A_WORD: Em = 1.5;
const FOR_A_MARK: Em = 2.5;

/**
 * The lines of a frame, each moved aside so that the fold, `fold` pt from the frame's left, runs between two of its
 * characters: just so far, or to the next end of a word where that is near. `words` are no words' parts. A line that
 * then would not stand within the frame stays.
 */
export const clearOfFold = (frame: Frame, fold: Pt, words: readonly string[]): Frame => ({
  ...frame,
  children: frame.children.map((child) =>
    child.item.kind === 'glyphs' ? moved(child, child.item, fold, words, frame.size.width) : child,
  ),
});

const moved = (placed: PlacedItem, line: Glyphs, fold: Pt, words: readonly string[], width: Pt): PlacedItem => {
  const { at } = placed;
  const characters = charactersOf(line).map(({ left, right }) => ({ left: at.x + left, right: at.x + right }));
  const [first, last] = [characters[0], characters.at(-1)];
  if (first === undefined || last === undefined || first.left >= fold || last.right <= fold) return placed;
  const cost = partingCosts(line, words);
  const ways = characters.slice(1).flatMap(({ left }, before) => {
    const { right } = characters[before]!;
    const stands = right <= fold + TOLERANCE && left >= fold - TOLERANCE;
    const shift = stands ? 0 : fold - (right + left) / 2;
    const fits = first.left + shift >= -TOLERANCE && last.right + shift <= width + TOLERANCE;
    return stands || fits ? [{ shift, cost: Math.abs(shift) / line.size + cost[before + 1]! }] : [];
  });
  if (ways.length === 0) return placed;
  const { shift } = ways.reduce((least, way) => (way.cost < least.cost ? way : least));
  return shift === 0 ? placed : { ...placed, at: { x: at.x + shift, y: at.y } };
};

/** What it costs that the fold runs before each of a line's characters. */
const partingCosts = ({ stretches }: Glyphs, words: readonly string[]): readonly Em[] => {
  const texts = glyphsIn(stretches).map(({ text }) => text);
  const text = texts.join('');
  const [starts, breaks] = [wordStarts(text, words), new Set(breakOffsets(text, 'strict'))];
  let offset = 0;
  return texts.map((one) => {
    const own = offset;
    offset += one.length;
    if (!breaks.has(own)) return FOR_A_MARK;
    return starts.has(own) ? 0 : FOR_A_WORD;
  });
};

/** Where a line's characters begin and end, in pt from its start: none is wider than the type's size. */
const charactersOf = ({ stretches, size }: Glyphs): readonly { readonly left: Pt; readonly right: Pt }[] =>
  glyphsIn(stretches).map(({ x }, index, glyphs) => ({
    left: x * size,
    right: Math.min(x + 1, glyphs[index + 1]?.x ?? Infinity) * size,
  }));
