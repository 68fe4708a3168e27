/**
 * Typesetting: paragraphs into lines. What the rest of the program may use of it. Rules that comments number are those of
 * docs/typesetting.md.
 */

export { breakOffsets } from './breaks/breaks.js';
export { displayBreaking, type HeadlineBreaking, headlineBreakings, lineTexts } from './headline/headline.js';
export { placeHeadline } from './headline/placing.js';
export { wordStarts } from './headline/words.js';
export { endsShort, justify } from './justify/justify.js';
export { leastWidth } from './least-width.js';
export { LOOSE_GAP, WIDEST_GAP } from './linebreak/badness.js';
export { newWorkspace, type Workspace } from './linebreak/workspace.js';
export {
  bestBreaking,
  breakParagraph,
  countCharacters,
  type Measure,
  measureAt,
  sliceParagraph,
} from './paragraph.js';
export { lineWidth, type Prepared, prepare, unbrokenWidth } from './prepare/prepare.js';
export type { Breaking, Level, Line, LineStyle, Paragraph } from './types.js';
export { prepareVertical, setVertical, type VerticalSpacing, verticalBreaking } from './vertical/vertical.js';
