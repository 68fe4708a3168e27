/** A row of a table as a block of the copy. */
import type { Em } from '../../../geometry/units.js';
import type { Block, TableRow } from '../../../issue/types.js';
import { countCharacters } from '../../../typeset/index.js';
import { COSTS } from '../../costs.js';
import { rowPartingCost } from '../tables/parting.js';
import type { TableCopy } from '../tables/tables.js';
import { type Choice, type RowBlock, UNBROKEN } from './blocks.js';
import { isLeading } from './paragraphs.js';

/** A row; white stands over its table, but not under what is its title: a crosshead or a line strong throughout. */
export function rowBlock(row: TableRow, index: number, body: readonly Block[], table: TableCopy): RowBlock {
  const before = body[index - 1];
  const isTitled = before !== undefined && isLeading(before, row);
  return {
    kind: row.isHead && !isTitled ? 'table' : 'row',
    part: 'row',
    leads: row.isHead,
    parting: rowPartingCost(row, body, index),
    kept: 0,
    place: { block: index, offset: 0 },
    row,
    table,
    characters: countCharacters(row.cells.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')),
  };
}

/** The one way to set a row at a measure. */
export const rowChoice = ({ row, table }: RowBlock, measure: Em): Choice => ({
  lines: table.height(row, measure),
  breaking: UNBROKEN,
  demerits: 0,
  head: row.isHead ? 0 : table.height(table.head, measure),
  price: row.isHead ? tableCost(table, measure) : 0,
});

/** What a table costs in columns of a measure. */
function tableCost(table: TableCopy, measure: Em): number {
  const { fits, torn } = table.columnsAt(measure);
  return fits ? torn * COSTS.wordTorn : COSTS.tableWide;
}
