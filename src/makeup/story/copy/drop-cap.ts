/**
 * Drop caps (首字下沉): the first character of a story, as tall as the first lines of its body, which stand beside it. Its
 * em box reaches from the top of the first line's to the foot of the last one's.
 */
import type { FontGlyph, Fonts } from '../../../fonts/types.js';
import { ASCENT, type Em, type Lines, type Pt } from '../../../geometry/units.js';
import { saidIn } from '../../../issue/body/said.js';
import type { Block } from '../../../issue/types.js';
import { stretchesOf } from '../../../page/stretches.js';
import type { PlacedItem } from '../../../page/types.js';
import type { StoryStyle } from '../../../template/types.js';
import { breakOffsets } from '../../../typeset/index.js';
import type { Stand } from './quoted.js';

/** A story's first character, set by itself. */
export interface DropCap {
  readonly glyph: FontGlyph;
  readonly size: Pt;
  /** Lines of the body that stand beside it. */
  readonly lines: Lines;
  /** How far in they stand, in ems of the body. */
  readonly width: Em;
}

/** White between a cap and the lines beside it is no less; with it a cap takes whole halves of a character. */
const WHITE: Em = 0.25;
const STEP: Em = 0.5;

/**
 * The drop cap of a story that begins with a block: set in the face of its headline. Null where the block is no
 * paragraph, or begins with anything but a Han character of running text that this face has, or where no line could begin
 * with what follows: a mark, or nothing.
 */
export function dropCapOf(block: Block, lines: Lines, { body, headline }: StoryStyle, fonts: Fonts): DropCap | null {
  if (block.kind !== 'paragraph' || block.quoted !== undefined) return null;
  const [run] = block.runs;
  const [text] = run?.text ?? '';
  if (run === undefined || run.strong || text === undefined || !/\p{Script=Han}/u.test(text)) return null;
  if (breakOffsets(saidIn(block), body.level)[0] !== text.length) return null;
  const glyph = fonts.glyph(headline.font, text.codePointAt(0)!);
  if (glyph.source !== 'own') return null;
  const size = (lines - 1) * body.leading + body.size;
  return { glyph, size, lines, width: Math.ceil((size / body.size + WHITE) / STEP) * STEP };
}

/** Where a paragraph's lines stand in a column: the first of them beside its cap. */
export const standBeside = ({ lines, width }: DropCap, column: Em): Stand => {
  const left = (line: number): Em => (line < lines ? width : 0);
  return { left, measure: (line) => column - left(line) };
};

/** A cap as something to place, by the top left corner of the first line of the grid beside it. */
export const drawCap = ({ glyph, size }: DropCap, { body }: StoryStyle): PlacedItem => ({
  at: { x: 0, y: (body.leading - body.size) / 2 + ASCENT * size },
  item: {
    kind: 'glyphs',
    size,
    ink: body.ink,
    stretches: stretchesOf([{ face: glyph.face, id: glyph.id, x: 0, y: 0, text: glyph.text }]),
  },
});
