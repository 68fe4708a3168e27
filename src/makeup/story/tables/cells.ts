/** Cells of tables as paragraphs: their style and alignment, what they need, how they are broken and set. */
import type { Fonts, Role } from '../../../fonts/types.js';
import type { Em, Lines, Pt } from '../../../geometry/units.js';
import type { InlineRun, TableCell, TableRow } from '../../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../../template/types.js';
import {
  type Breaking,
  bestBreaking,
  breakParagraph,
  type HeadlineBreaking,
  headlineBreakings,
  justify,
  type Line,
  leastWidth,
  lineWidth,
  type Paragraph,
  type Prepared,
  prepare,
  type Workspace,
} from '../../../typeset/index.js';
import { once } from '../../once.js';
import { FLUSH, type MeasuredCell } from './widths.js';

/** A cell ready to be set. Widths are in ems of its style. */
export interface CellCopy {
  readonly part: 'table-head' | 'cell';
  readonly style: TextStyle;
  readonly prepared: Prepared;
  /** The least width at which its lines end between words. */
  wordWidth(): Em;
  /** How many lines it takes at a width; none of an empty one. */
  lines(width: Em, workspace: Workspace): Lines;
  /** Its lines at a width, `left` within their column. */
  set(width: Em, left: Em, fonts: Fonts): readonly Line[];
}

/** The style of a row's cells. */
export const styleOfRow = ({ isHead }: TableRow, style: StoryStyle): TextStyle =>
  isHead ? style.tableHead : style.table;

/** The face of a stretch of text in a style. */
export function faceOf(run: Pick<InlineRun, 'strong' | 'emphasis'>, style: TextStyle): Role {
  if (run.strong) return style.strong;
  return run.emphasis ? style.emphasis : style.font;
}

/** Makes a row's cell ready. */
export function cellCopy(
  cell: TableCell,
  row: TableRow,
  story: StoryStyle,
  names: readonly string[],
  fonts: Fonts,
): CellCopy {
  const style = styleOfRow(row, story);
  const { level, hanSpace, hanging } = style;
  const runs = cell.runs.map((run) => ({ text: run.text, role: faceOf(run, style) }));
  const paragraph: Paragraph = {
    runs: runs.length > 0 ? runs : [{ text: '', role: style.font }],
    style: { level, hanSpace, hanging, indent: 0, align: alignOf(cell, row, style) },
    names,
  };
  const prepared = prepare(paragraph, fonts);
  const isEmpty = prepared.text === '';
  const atWords = breakingsAtWords(prepared);
  /** A head of several lines is broken between words where that is narrow enough, another ragged cell where it takes no line more. */
  const breakingAt = (width: Em, workspace?: Workspace): Breaking => {
    const running = bestBreaking(breakParagraph(at(prepared, width), width + ROUNDING, 0, workspace));
    const lines = running.breaks.length;
    if (lines === 1 || (!row.isHead && width >= FLUSH)) return running;
    return narrowEnough(atWords(), width, row.isHead ? MOST_LINES_AT_WORDS : lines) ?? running;
  };
  return {
    part: row.isHead ? 'table-head' : 'cell',
    style,
    prepared,
    wordWidth: () => Math.min(...atWords().flatMap(({ widths, isTorn }) => (isTorn ? [] : [Math.max(...widths)]))),
    lines: (width, workspace) => (isEmpty ? 0 : breakingAt(width, workspace).breaks.length),
    set: (width, left, fonts) => (isEmpty ? [] : justify(at(prepared, width), breakingAt(width), width, fonts, left)),
  };
}

/** Lines in which words are looked for. */
const MOST_LINES_AT_WORDS: Lines = 4;

/** A short text's lines broken between words and balanced, by how many they are; its words are looked for when they are asked for. */
function breakingsAtWords(prepared: Prepared): () => readonly HeadlineBreaking[] {
  return once(
    () => null,
    () => headlineBreakings(prepared, [], MOST_LINES_AT_WORDS),
  );
}

/** The one of fewest lines that are narrow enough, and no more than there may be. */
function narrowEnough(breakings: readonly HeadlineBreaking[], width: Em, most: Lines): Breaking | undefined {
  return breakings.find(({ lines, widths }) => lines <= most && Math.max(...widths) <= width + ROUNDING)?.breaking;
}

/** How a table's title is broken at a measure: between words where that takes no line more than running text does. */
export function titleBreaking(prepared: Prepared, measure: Em): Breaking {
  const running = bestBreaking(breakParagraph(prepared, measure));
  const lines = running.breaks.length;
  if (lines === 1) return running;
  return narrowEnough(breakingsAtWords(prepared)(), measure, lines) ?? running;
}

/** Rounding in a sum of widths, which must not break a line that fits. */
const ROUNDING: Em = 0.001;

/** A head stands in the middle of its cell unless it is told otherwise; other cells are set as running text. */
const alignOf = ({ align }: TableCell, { isHead }: TableRow, style: TextStyle): TextStyle['align'] =>
  align ?? (isHead && style.align === 'justify' ? 'center' : style.align);

/** A cell as it is set at a width: in a narrow column its lines are not opened to be flush. */
const at = (prepared: Prepared, width: Em): Prepared => {
  const { paragraph } = prepared;
  const { style } = paragraph;
  if (width >= FLUSH || style.align !== 'justify') return prepared;
  return { ...prepared, paragraph: { ...paragraph, style: { ...style, align: 'start' } } };
};

/** Han are never set one under another, though a line may end after any of them. */
const NARROWEST: Em = 2;
/** What is no longer than this is a word, and had better not be torn apart. */
const WORD: Em = 5;

/** What a cell needs, in ems of a body of this size. */
export function measuredCell(
  { part, style, prepared, wordWidth, lines }: CellCopy,
  body: Pt,
  workspace: Workspace,
): MeasuredCell {
  const scale = style.size / body;
  const natural = lineWidth(prepared);
  const least = Math.max(leastWidth(prepared), Math.min(NARROWEST, natural));
  const isHead = part === 'table-head';
  const linesAt = once(
    (width: Em) => width,
    (width) => (width >= natural * scale ? 1 : lines(width / scale, workspace)),
  );
  return {
    least: least * scale,
    whole: (natural <= WORD ? natural : Math.max(least, isHead ? wordWidth() : 0)) * scale,
    natural: natural * scale,
    lines: linesAt,
    isTorn: (width) => (isHead || natural <= WORD) && linesAt(width) > 1 && width / scale < wordWidth() - ROUNDING,
  };
}
