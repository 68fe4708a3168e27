/** Where items stand in the text that they were made of. */
import type { Items } from '../linebreak/items.js';
import type { Line } from '../types.js';
import type { Piece } from './pieces.js';

/** A text with its items and the pieces that they are of. */
export interface ItemText {
  readonly text: string;
  readonly items: Items;
  /** What the boxes are: item i is of piece items.row[i]. */
  readonly pieces: readonly Piece[];
}

/** The piece that an item is of. */
export const pieceOf = ({ pieces, items }: ItemText, item: number): Piece => pieces[items.row[item]!]!;

/** UTF-16 offset at which an item's text begins. */
export const itemStart = (prepared: ItemText, item: number): number => {
  const piece = pieceOf(prepared, item);
  return piece.start + item - piece.item;
};

/** UTF-16 offset behind an item's text, the white space that follows not counted. */
export const itemEnd = (prepared: ItemText, item: number): number => {
  const piece = pieceOf(prepared, item);
  return piece.count === 1 ? piece.end : piece.start + item - piece.item + 1;
};

/** What the line of items from..to−1 says, with the white space behind it, and where that stands. */
export const saidOnLine = (prepared: ItemText, from: number, to: number): Pick<Line, 'text' | 'start' | 'end'> => {
  const { text, items } = prepared;
  const start = from === 0 ? 0 : itemStart(prepared, from);
  const end = to < items.count ? itemStart(prepared, to) : text.length;
  return { text: text.slice(start, end), start, end };
};

/** Index of the item that holds a UTF-16 offset. */
export const itemAt = ({ pieces }: ItemText, offset: number): number => {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const { start, item, count } = pieces[low]!;
  return item + Math.max(0, Math.min(count - 1, offset - start));
};
