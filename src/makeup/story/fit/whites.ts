/** White that blocks of a story's copy have over them, or within them: how many lines, where, and at what price. */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import type { CopyBlock, MeasuredCopy } from '../copy/blocks.js';

/** Lines of white that a crosshead may have. */
export const CROSSHEAD_WHITE: readonly Lines[] = [0, 1, 2];
/** Lines of white up to so many. No table has taller rows. */
const UP_TO: readonly (readonly Lines[])[] = Array.from({ length: 32 }, (_, most) =>
  Array.from({ length: most + 1 }, (_, white) => white),
);
const upTo = (most: Lines): readonly Lines[] => UP_TO[Math.min(most, UP_TO.length - 1)]!;

/**
 * What a block likes, or has; at a column's top it is none. A row's white is within it: its table's head once more where
 * it begins a column, and at its foot what it is taller than its cells.
 */
export const LIKES: Readonly<Record<CopyBlock['kind'], Lines>> = {
  paragraph: 0,
  crosshead: 1,
  apart: 1,
  table: 1,
  row: 0,
  qr: 0,
};

/** Whether white may fill a column that has no room for the block, which then begins the next. */
export const isPut = (kind: CopyBlock['kind']): boolean => kind === 'table' || kind === 'qr';

/** Whether no column ends within a block. */
export const isWhole = (kind: CopyBlock['kind']): boolean => kind === 'row' || isPut(kind);

/** Whether a block has white; others may be set in several ways instead. */
export const hasWhite = ({ kind }: CopyBlock): boolean => kind !== 'paragraph';

/**
 * The white that a block may have; null where it has none. Where a table's head and first row find no room under the
 * text before them, white fills the column, and so it does where a QR code finds none; where a row finds none, that over
 * it is taller. One that begins a column has its table's head over it once more.
 */
export function whitesOf({ blocks, choices }: MeasuredCopy, index: number): readonly Lines[] | null {
  const linesOf = (at: number): Lines => (blocks[at]?.kind === 'row' ? choices[at]![0]!.lines : 1);
  switch (blocks[index]!.kind) {
    case 'paragraph':
      return null;
    case 'crosshead':
      return CROSSHEAD_WHITE;
    case 'apart':
      return upTo(1);
    case 'table':
      return upTo(choices[index]![0]!.lines + linesOf(index + 1) - 1);
    case 'row':
      return upTo(linesOf(index + 1) - 1 + choices[index]![0]!.head);
    case 'qr':
      return upTo(choices[index]![0]!.lines - 1);
  }
}

/**
 * Lines that may be left white where a column ends before a block: fewer than the least of it that can stand there, with
 * what stands over it and must stay with it. None where it is lines of text, which end anywhere.
 */
export function whiteBefore(copy: MeasuredCopy, index: number): Lines {
  const { blocks, choices } = copy;
  const block = blocks[index];
  if (block === undefined) return 0;
  if (isPut(block.kind)) return whitesOf(copy, index)!.length - 1;
  const { lines } = choices[index]![0]!;
  if (block.kind === 'row') return lines - 1 + (block.leads ? choices[index + 1]![0]!.lines : 0);
  const under = block.leads ? whiteBefore(copy, index + 1) : 0;
  return under === 0 ? 0 : under + lines + LIKES[block.kind];
}

/** What a block's lines of white cost, wherever it ends. */
export function whitePrice(kind: CopyBlock['kind'], white: Lines, isTop: boolean, others: Lines | null): number {
  const off = Math.abs(white - (isTop ? 0 : LIKES[kind]));
  if (kind !== 'crosshead') return off > 0 ? Infinity : 0;
  const unlike = isTop || others === null ? 0 : Math.abs(white - others) * COSTS.crossheadUnlike;
  const parted = isTop ? white ** 2 * COSTS.crossheadParted : 0;
  return off * COSTS.crossheadWhite + unlike + parted;
}

/** What a block's lines of white cost at least, wherever it stands; a row's are no white where its table's head takes them. */
export function leastWhitePrice(kind: CopyBlock['kind'], white: Lines, head: Lines): number {
  if (kind === 'row') return (white < head ? white : white - head) * COSTS.rowTaller;
  const price = isPut(kind) ? COSTS.whiteLine : COSTS.crossheadWhite;
  return Math.max(0, white - LIKES[kind]) * price;
}

/**
 * How much of a block's white stands over it. Of a crosshead's one line of one, one of two (占三行居中: two over it would
 * be a hole), and none at a column's top, which begins level with the others; of a row's none.
 */
export function whiteOver(kind: CopyBlock['kind'], white: Lines, isTop: boolean): Lines {
  if (kind === 'row') return 0;
  return isTop ? 0 : kind === 'crosshead' ? Math.ceil(white / 2) : white;
}
