/**
 * Typesetting: paragraphs into lines. What the rest of the program may use of it. Rules that comments number are those of
 * docs/typesetting.md.
 */
export { breakOffsets } from './breaks.js';
export { type HeadlineBreaking, type HeadlinePlacing, headlineBreakings, placeHeadline } from './headline.js';
export { justify } from './justify.js';
export type { Way } from './linebreak.js';
export { bestBreaking, breakParagraph, countCharacters, type Measure, sliceParagraph } from './paragraph.js';
export { type Prepared, prepare, unbrokenWidth } from './prepare.js';
export type { Breaking, Level, Line, LineStyle, Paragraph, Run } from './types.js';
export { setVertical, type VerticalOptions } from './vertical.js';
export { newWorkspace, type Workspace } from './workspace.js';
