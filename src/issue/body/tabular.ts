/**
 * A table as the desk writes it (GFM's): a row of heads, a row of dashes with colons for alignment, rows of cells between
 * upright bars. To plain Markdown it is a paragraph, and its lines are read from that paragraph's source.
 */
import type { Span } from '../../diagnostics/types.js';
import type { TableCell } from '../types.js';
import type { Piece, Reading, WrittenRow } from './body.js';

/** A paragraph that is meant as a table. */
export interface TableSource {
  readonly span: Span;
  /** The table's number in its article. */
  readonly number: number;
  readonly reading: Reading;
  /** Reads a cell's text, which begins so far into the body. */
  cellPieces(text: string, at: number, reading: Reading): readonly Piece[];
}

/** A stretch of the body: what is written, and how far in. */
interface Stretch {
  readonly text: string;
  readonly at: number;
}

/** A row of dashes: under the heads of a table. One without any bar is taken for a rule or an underline. */
const DASHES = /^[ \t]*(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** The same with what desks type on a Chinese keyboard instead. */
const WIDE_DASHES = /^[ \t]*(?=[^\n]*[|｜])(?=[^\n]*[｜：—－])[|｜]?(?:[ \t]*[:：]?[-—－]+[:：]?[ \t]*[|｜]?)+[ \t]*$/;

const BARRED = /^[ \t]*[|｜]/;

/** Whether a paragraph's source is meant as a table: all of its lines begin with bars, or one of them is a row of dashes. (One line with full-width bars is an ornament: ｜相关链接｜.) */
export const isTable = (source: string): boolean => {
  if (!/[|｜]/.test(source)) return false;
  const lines = linesOf(source, 0);
  if (dashesIn(lines) >= 0) return true;
  return lines.every(({ text }) => BARRED.test(text)) && (lines.length > 1 || source.includes('|'));
};

/** Which line is the row of dashes; it is not the first. */
const dashesIn = (lines: readonly Stretch[]): number =>
  lines.findIndex(({ text }, index) => index > 0 && (DASHES.test(text) || WIDE_DASHES.test(text)));

/** The rows of a table; none where it is no table that could be printed, and then it is said why. */
export const tableOf = (source: TableSource): readonly WrittenRow[] => {
  const { span, number, reading } = source;
  const { text, offset, file } = reading;
  const from = span.start - offset;
  const lines = linesOf(text.slice(from, span.end - offset), from).map(trimmed);
  const spanOf = ({ text, at }: Stretch): Span => ({ file, start: offset + at, end: offset + at + text.length });
  const dashes = dashesIn(lines);
  const fault = faultOf(lines, dashes);
  if (fault !== null) {
    const [line, message, hint] = fault;
    reading.report.error('table-form', message, { span: spanOf(line), hint });
    return [];
  }
  const rows = lines.filter((_, index) => index !== dashes).map((line) => ({ line, cells: cellsIn(line) }));
  const aligns = cellsIn(lines[dashes]!).map((cell) => alignOf(cell.text));
  if (!areEven(rows, { line: lines[dashes]!, count: aligns.length }, spanOf, reading)) return [];
  return rows.map(({ line, cells }, index) => ({
    kind: 'row',
    table: number,
    isHead: index === 0,
    cells: cells.map((cell, column) => ({
      pieces: cell.text === '' ? [] : piecesOf(cell, source),
      align: aligns[column]!,
    })),
    span: spanOf(line),
  }));
};

/** What of its form makes a table none: the line that shows it, and what is said. */
const faultOf = (lines: readonly Stretch[], dashes: number): readonly [Stretch, string, string] | null => {
  const head = lines[0]!;
  if (dashes < 0) {
    return [head, 'a table without a row of dashes', 'Write | --- | --- | under its head, without an empty line.'];
  }
  if (dashes > 1)
    return [lines[dashes - 1]!, 'a table begins within a paragraph', 'Leave an empty line before the table.'];
  if (!DASHES.test(lines[dashes]!.text)) {
    return [
      lines[dashes]!,
      'the row of dashes is not written in half-width marks',
      'Write | --- | :---: | ---: | with half-width | - and :.',
    ];
  }
  if (lines.length === 2) {
    return [head, 'a table without rows under its head', 'Write the rows under the dashes, or take the table away.'];
  }
  if (cellsIn(head).length === 1 && cellsIn(lines[dashes]!).length === 1) {
    return [head, 'a table of one column', 'Write paragraphs.'];
  }
  return null;
};

/** A row with its cells. */
interface Row {
  readonly line: Stretch;
  readonly cells: readonly Stretch[];
}

/** Whether all rows have as many cells as the row of dashes; of those that have not it is told. */
const areEven = (
  rows: readonly Row[],
  dashes: { readonly line: Stretch; readonly count: number },
  spanOf: (line: Stretch) => Span,
  { report }: Reading,
): boolean => {
  const counts = new Set(rows.map(({ cells }) => cells.length));
  const [common] = counts;
  if (counts.size === 1 && common !== dashes.count) {
    report.error('table-ragged', `cells in the row of dashes: ${dashes.count}; in the others: ${common}`, {
      span: spanOf(dashes.line),
      hint: 'Write --- for each column, parted by |.',
    });
    return false;
  }
  const ragged = rows.filter(({ cells }) => cells.length !== dashes.count);
  for (const { line, cells } of ragged) {
    report.error('table-ragged', `cells in this row: ${cells.length}; in the row of dashes: ${dashes.count}`, {
      span: spanOf(line),
      hint: line.text.includes('|')
        ? 'Write as many cells in each row: an empty one is | |, and a bar that shall print is \\|.'
        : 'Leave an empty line after a table; in it part the cells by |.',
    });
  }
  return ragged.length === 0;
};

/** What means something to Markdown within a line. */
const MARKED = /[\\`*_[\]<>!&:@\0]|~~/;

/** Most cells are plain text, and need no Markdown. */
const piecesOf = ({ text, at }: Stretch, { reading, cellPieces }: TableSource): readonly Piece[] => {
  if (MARKED.test(text)) return cellPieces(text, at, reading);
  const start = reading.offset + at;
  const span = { file: reading.file, start, end: start + text.length };
  return [{ text, strong: false, emphasis: false, span, exact: true }];
};

const linesOf = (source: string, at: number): readonly Stretch[] =>
  [...source.matchAll(/[^\r\n]+/g)].map((match) => ({ text: match[0], at: at + match.index }));

/** The cells of a row that has no spaces at its ends, without the bars and spaces round them. A bar after a backslash belongs to its cell. */
const cellsIn = ({ text, at }: Stretch): readonly Stretch[] => {
  const from = text.startsWith('|') ? 1 : 0;
  const parts = [...text.slice(from).matchAll(/((?:\\.|[^|\\]|\\$)*)(\||$)/g)].filter(
    ({ index }) => from + index < text.length,
  );
  return parts.map((match) => trimmed({ text: match[1]!, at: at + from + match.index }));
};

const trimmed = ({ text, at }: Stretch): Stretch => {
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), at: at + start };
};

const alignOf = (dashes: string): TableCell['align'] => {
  const [start, end] = [dashes.startsWith(':'), dashes.endsWith(':')];
  if (start) return end ? 'center' : 'start';
  return end ? 'end' : null;
};
