/** Breaking a prepared paragraph into lines, and what make-up asks of paragraphs beside. */
import type { Em } from '../geometry/units.js';
import { findBreaks, type Way } from './linebreak/linebreak.js';
import type { Workspace } from './linebreak/workspace.js';
import type { Prepared } from './prepare/prepare.js';
import type { Breaking, Paragraph } from './types.js';

/** A width, or a place, of lines: the same for all, or by line number from 0. */
export type Measure = Em | ((line: number) => Em);

/** Rule 19: the last line holds at least this many characters, marks not counted. */
const FEWEST_ON_LAST_LINE = 2;
/** Lines shorter than this hold two characters: a last line of two would leave one alone on the line before it. */
const LINE_OF_TWO: Em = 3;
/** Rule 6: a break before the last two characters is discouraged. */
const SHORT_LAST_LINE = 1_500;

/** That of one line, by its number from 0. */
export const measureAt = (measure: Measure, line: number): Em =>
  typeof measure === 'number' ? measure : measure(line);

/**
 * Ways to break, by line count: the best, and the best of each count within ±spread that can be (rule 20).
 * Never empty; an empty paragraph has no lines. Whoever breaks many paragraphs hands the same workspace in.
 */
export const breakParagraph = (
  prepared: Prepared,
  measure: Measure,
  spread = 0,
  workspace?: Workspace,
): readonly Way[] => {
  const { style } = prepared.paragraph;
  const request = {
    measure: (line: number) => measureAt(measure, line) - (line === 0 ? style.indent : 0),
    constant: typeof measure === 'number',
    ragged: style.align !== 'justify',
    spread,
    lastLine: measureAt(measure, 0) < LINE_OF_TWO ? 1 : FEWEST_ON_LAST_LINE,
    shortLast: SHORT_LAST_LINE,
  };
  const ways = findBreaks(prepared.items, request, prepared.totals, workspace);
  return ways.length > 0 ? ways : [{ lines: 0, breaking: { breaks: [], demerits: 0 } }];
};

/** The way with the fewest demerits. */
export const bestBreaking = (ways: readonly { readonly breaking: Breaking }[]): Breaking =>
  ways.reduce((best, way) => (way.breaking.demerits < best.breaking.demerits ? way : best)).breaking;

/** The rest of a paragraph from a UTF-16 offset on, without indent: what follows a jump. */
export const sliceParagraph = (paragraph: Paragraph, fromOffset: number): Paragraph => {
  let before = 0;
  const runs = [];
  for (const run of paragraph.runs) {
    const cut = Math.max(0, fromOffset - before);
    if (cut < run.text.length) runs.push(cut === 0 ? run : { ...run, text: run.text.slice(cut) });
    before += run.text.length;
  }
  return { ...paragraph, runs, style: { ...paragraph.style, indent: fromOffset > 0 ? 0 : paragraph.style.indent } };
};

/** What counts for one less than it is long: white space and marks of no width, and pairs that are one character. */
const NOT_COUNTED = /[\s\u0085\u00ad\u200b]|[\ud800-\udbff][\udc00-\udfff]/g;

/** Characters of a text, white space not counted. */
export const countCharacters = (text: string): number => text.length - (text.match(NOT_COUNTED)?.length ?? 0);
