/** The rules of tables: a frame round what of a table stands in one column, hairlines between its rows and columns. */
import type { Em, Lines, Pt } from '../../../geometry/units.js';
import { BLACK, type PlacedItem } from '../../../page/types.js';
import type { TextColumn } from '../columns.js';

const FRAME: Pt = 0.5;
const HAIRLINE: Pt = 0.25;

/** What of a row stands in one column: whole lines, counted from the piece's top. */
export interface RowPlace {
  readonly column: number;
  readonly top: Lines;
  readonly bottom: Lines;
}

/** The places in their columns of a row's lines. */
export function placesOf(spots: readonly { readonly column: number; readonly row: Lines }[]): readonly RowPlace[] {
  const places: RowPlace[] = [];
  for (const { column, row } of spots) {
    const last = places.at(-1);
    if (last?.column === column && last.bottom === row) places[places.length - 1] = { ...last, bottom: row + 1 };
    else places.push({ column, top: row, bottom: row + 1 });
  }
  return places;
}

/**
 * The rules of a table's rows, in order; `ends` is where its columns end in ems. They lie between the lines of the grid,
 * in the white that type has there over and under it, and inside the column at its sides.
 */
export function tableRules(
  rows: readonly RowPlace[],
  ends: readonly Em[],
  em: Pt,
  leading: Pt,
  columns: readonly TextColumn[],
): readonly PlacedItem[] {
  const parts: RowPlace[][] = [];
  for (const row of rows) {
    const last = parts.at(-1)?.at(-1);
    if (last?.column === row.column && last.bottom === row.top) parts.at(-1)!.push(row);
    else parts.push([row]);
  }
  return parts.flatMap((part) => {
    const { column, top } = part[0]!;
    const { left, width } = columns[column]!;
    const { bottom } = part.at(-1)!;
    const across = (line: Lines, weight: Pt): PlacedItem => ({
      at: { x: left, y: line * leading },
      item: { kind: 'rule', to: { x: width, y: 0 }, width: weight, ink: BLACK },
    });
    const down = (x: Pt, weight: Pt): PlacedItem => ({
      at: { x: left + x, y: top * leading },
      item: { kind: 'rule', to: { x: 0, y: (bottom - top) * leading }, width: weight, ink: BLACK },
    });
    return [
      across(top, FRAME),
      ...part.slice(1).map((row) => across(row.top, HAIRLINE)),
      across(bottom, FRAME),
      down(FRAME / 2, FRAME),
      ...ends.slice(0, -1).map((end) => down(end * em, HAIRLINE)),
      down(width - FRAME / 2, FRAME),
    ];
  });
}
