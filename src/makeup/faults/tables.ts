/** Faults of tables: a head without its rows at a column's foot (背题), a row parted by a column's end (断栏). */
import { CELL_PARTS } from '../../page/types.js';
import { bodyOf, type Piece, type ReadLine, type ReadText } from './read.js';
import type { Fault } from './types.js';

/** 背题: a table's head at a column's foot, without a row of it under it. */
export function strandedTableHeads(pieces: readonly Piece[]): readonly Fault[] {
  return pieces.flatMap((piece) => {
    const body = bodyOf(piece);
    return body.flatMap(({ part, lines }, index): Fault[] => {
      const head = lines[0];
      if (part !== 'table-head' || head === undefined || body[index - 1]?.part === 'table-head') return [];
      const row = body.slice(index).find((text) => text.part !== 'table-head')?.lines[0];
      // Cells begin where their column does; columns go to the right.
      if (row === undefined || (row.baseline > head.baseline && row.start <= head.start + head.size)) return [];
      return [
        {
          code: 'crosshead-at-foot',
          rule: '背题',
          slots: [piece.slot],
          message: `the head of a table, “${head.text.trim()}”, stands at the foot of a column, away from its rows`,
          hint: 'add or take away a few lines before it',
        },
      ];
    });
  });
}

/** 断栏: a row of a table of which a cell goes on at the top of the next column. */
export function partedRows(pieces: readonly Piece[]): readonly Fault[] {
  return pieces.flatMap((piece) => {
    const parted = bodyOf(piece).filter((text) => goesOn(text) !== undefined);
    return parted.flatMap((text, index): Fault[] => {
      // Its cells begin on one line, and it is told of once.
      if (parted[index - 1]?.lines[0]?.baseline === text.lines[0]?.baseline) return [];
      return [
        {
          code: 'column-broken',
          rule: '断栏',
          slots: [piece.slot],
          message: `a row of a table is parted by a column’s end before “${goesOn(text)!.text.trim()}”`,
          hint: 'write less in its cells, or give the story wider or longer columns',
        },
      ];
    });
  });
}

/** The line of a cell that stands at the top of the next column. */
const goesOn = ({ part, lines }: ReadText): ReadLine | undefined =>
  CELL_PARTS.includes(part)
    ? lines.find((line, index) => index > 0 && line.baseline <= lines[index - 1]!.baseline)
    : undefined;
