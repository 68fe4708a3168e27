/** Where the blocks of a story's body stand: the lines of its columns that each of them takes. */
import type { Lines } from '../../../geometry/units.js';
import type { CopyBlock, QrBlock } from '../copy/blocks.js';
import { isColumnTop, type Taken } from '../fit/tabulate.js';
import { whiteOver } from '../fit/whites.js';
import { roomFor } from '../room.js';
import type { Drawing } from '../types.js';

/** A line of a column, counted from the piece's top. */
export interface Spot {
  readonly column: number;
  readonly row: Lines;
}

/** A block of the copy that begins within its story's columns. */
export interface PlacedBlock {
  /** Which of the copy's. */
  readonly index: number;
  readonly block: CopyBlock;
  readonly taken: Taken;
  /** Whether a column begins with it. */
  readonly isTop: boolean;
  /** Its lines without the white over it; `spots` has as many of them as there is room for. */
  readonly lines: Lines;
  readonly spots: readonly Spot[];
  /** All lines from its first on. */
  readonly from: readonly Spot[];
}

/** The blocks that were taken, in order, as far as any room is left for them. */
export function placedBlocks({ copy, part, plan }: Drawing): readonly PlacedBlock[] {
  const { shape, fit } = plan;
  const rooms = roomFor(
    shape.columns.map(({ lines }) => lines),
    part,
  );
  const all: Spot[] = rooms.flatMap((room, column) => {
    const space = shape.columns[column]!;
    const first = space.top + space.lines - room;
    return Array.from({ length: room }, (_, index) => ({ column, row: first + index }));
  });
  let at = 0;
  return fit.taken.flatMap((taken, index): PlacedBlock[] => {
    if (at >= all.length) return [];
    const block = copy.blocks[index]!;
    const isTop = isColumnTop(rooms, at);
    const first = at + whiteOver(block.kind, taken.lines - taken.choice.lines, isTop);
    at += taken.lines;
    const from = all.slice(first);
    return [{ index, block, taken, isTop, lines: at - first, spots: all.slice(first, at), from }];
  });
}

/** Whether lines stand in one column. */
export const isInOneColumn = (spots: readonly Spot[]): boolean => spots[0]?.column === spots.at(-1)?.column;

/** QR codes that a column's end would part, for no column holds them where they come to stand. */
export const partedCodes = (drawing: Drawing): readonly { readonly block: QrBlock; readonly lines: Lines }[] =>
  placedBlocks(drawing).flatMap(({ block, lines, spots }) =>
    block.part === 'qr' && spots.length === lines && !isInOneColumn(spots) ? [{ block, lines }] : [],
  );
