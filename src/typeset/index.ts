/**
 * Typesetting: paragraphs into lines. What the rest of the program may use of it. Rules that comments number are those of
 * docs/typesetting.md.
 */
export { LOOSE_GAP, WIDEST_GAP } from './badness.js';
export { breakOffsets } from './breaks.js';
export { displayBreaking, type HeadlineBreaking, headlineBreakings, lineTexts } from './headline.js';
export { placeHeadline } from './headline-placing.js';
export { endsShort, justify } from './justify.js';
export { leastWidth } from './least-width.js';
export {
  bestBreaking,
  breakParagraph,
  countCharacters,
  type Measure,
  measureAt,
  sliceParagraph,
} from './paragraph.js';
export { lineWidth, type Prepared, prepare, unbrokenWidth } from './prepare.js';
export type { Breaking, Level, Line, LineStyle, Paragraph } from './types.js';
export { prepareVertical, setVertical, type VerticalSpacing, verticalBreaking } from './vertical.js';
export { wordStarts } from './words.js';
export { newWorkspace, type Workspace } from './workspace.js';
