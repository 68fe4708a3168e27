/**
 * Tables in a story's columns. A table is rows that stand under each other, each a block of the copy that cannot be
 * parted: as many whole lines as its tallest cell takes. Cells are paragraphs, set at the widths that `tabular-widths`
 * finds for the column's measure.
 */
import type { Fonts } from '../../../fonts/types.js';
import type { Em, Lines, Pt } from '../../../geometry/units.js';
import type { Article, TableRow } from '../../../issue/types.js';
import type { StoryStyle } from '../../../template/types.js';
import { type Line, newWorkspace } from '../../../typeset/index.js';
import { once } from '../../once.js';
import { type CellCopy, cellCopy, measuredCell } from './cells.js';
import { shareWidth } from './widths.js';

/** White between a cell's text and the rules at its sides, in characters of the body: from what it likes to the least. */
const PADDINGS: readonly Em[] = [0.5, 0.375, 0.25];

/** A table's columns at a measure, in ems of the body. */
export interface TableColumns {
  /** Where each column ends; the table begins at 0 and ends with the measure. */
  readonly ends: readonly Em[];
  readonly padding: Em;
  /** The least measure at which no word stands out of its cell, that at which every cell stands on one line. */
  readonly needed: Em;
  readonly natural: Em;
  /** Whether the measure is no less than is needed. */
  readonly fits: boolean;
  /** Cells in which a word is torn apart. */
  readonly torn: number;
}

/** A table of an article: all of its rows count for its columns, those on an earlier page too. */
export interface TableCopy {
  readonly rows: ReadonlyMap<TableRow, readonly CellCopy[]>;
  /** The first of them. */
  readonly head: TableRow;
  columnsAt(measure: Em): TableColumns;
  /** Lines that a row takes at a measure. */
  height(row: TableRow, measure: Em): Lines;
  /** The lines of a row's cells, where they stand in their column. */
  set(row: TableRow, measure: Em): readonly (readonly Line[])[];
}

/** The tables of an article by their numbers. */
export function tablesOf({ body, names }: Article, style: StoryStyle, fonts: Fonts): ReadonlyMap<number, TableCopy> {
  const rows = new Map<number, Map<TableRow, readonly CellCopy[]>>();
  for (const block of body) {
    if (block.kind !== 'row') continue;
    const own = rows.get(block.table) ?? new Map<TableRow, readonly CellCopy[]>();
    const cells = block.cells.map((cell) => cellCopy(cell, block, style, names, fonts));
    rows.set(block.table, own.set(block, cells));
  }
  return new Map([...rows].map(([number, own]) => [number, tableCopy(own, style.body.size, fonts)]));
}

function tableCopy(rows: ReadonlyMap<TableRow, readonly CellCopy[]>, body: Pt, fonts: Fonts): TableCopy {
  const workspace = newWorkspace();
  const measured = [...rows.values()].map((cells) => cells.map((cell) => measuredCell(cell, body, workspace)));
  const columnsWith = (padding: Em, measure: Em): TableColumns => {
    const white = 2 * padding * measured[0]!.length;
    const { widths, needed, natural, fits, torn } = shareWidth(measured, measure - white);
    let end = 0;
    const ends = widths.map((width) => (end += width + 2 * padding));
    return { ends, padding, needed: needed + white, natural: natural + white, fits, torn };
  };
  const columnsAt = once(
    (measure: Em) => measure,
    (measure): TableColumns => {
      // Of more columns than there is white for nothing stands beyond the measure, at least.
      const most = measure / (4 * measured[0]!.length);
      let best: TableColumns | null = null;
      for (const padding of PADDINGS) {
        const columns = columnsWith(Math.min(padding, most), measure);
        if (best === null || !best.fits || columns.torn < best.torn) best = columns;
        if (best.fits && best.torn === 0) break;
      }
      return best!;
    },
  );
  /** The cells of a row, each with its place in ems of its own style. */
  const placed = (row: TableRow, measure: Em) => {
    const { ends, padding } = columnsAt(measure);
    return rows.get(row)!.map((cell, index) => {
      const [left, right] = [index === 0 ? 0 : ends[index - 1]!, ends[index]!];
      const scale = body / cell.style.size;
      return { cell, left: (left + padding) * scale, width: (right - left - 2 * padding) * scale };
    });
  };
  return {
    rows,
    head: rows.keys().next().value!,
    columnsAt,
    height: (row, measure) =>
      Math.max(1, ...placed(row, measure).map(({ cell, width }) => cell.lines(width, workspace))),
    set: (row, measure) => placed(row, measure).map(({ cell, width, left }) => cell.set(width, left, fonts)),
  };
}
