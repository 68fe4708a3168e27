/** The heads a story may have at a height: over its columns, over some of them, or vertical at a side. */
import type { Lines, Pt } from '../../../geometry/units.js';
import type { Frame } from '../../../page/types.js';
import { isUpright } from '../../../template/nodes.js';
import type { StoryNode } from '../../../template/types.js';
import { COSTS } from '../../costs.js';
import { spanWidth, type TextColumns } from '../columns.js';
import { firstColumn, type HeadPlace, isAside } from '../shape.js';
import { headsByHeight } from './head.js';
import type { HeadCopy } from './head-copy.js';
import { verticalHeads } from './vertical-head.js';

/** A head, what it costs, and where it stands in the story's piece. */
export interface PlacedHead {
  readonly cost: number;
  /** Size of its headline, and how many lines that has. */
  readonly size: Pt;
  readonly lineCount: number;
  /** Lines of white round it beyond what it likes; none is counted round a vertical one. */
  readonly white: Lines;
  readonly place: HeadPlace;
  readonly left: Pt;
  /** `fold`: where the fold of a spread runs through it, from its left edge. */
  draw(fold: Pt | null): Frame;
}

/** For a division of the width into text columns, and then for each height, the heads to try. */
export function headsFor(
  node: StoryNode,
  copy: HeadCopy,
): (columns: TextColumns) => (height: Lines) => readonly PlacedHead[] {
  let byWidth: ReturnType<typeof headsByHeight> | null = null;
  return (columns) => {
    const count = columns.columns.length;
    if (isUpright(node, count)) return uprightHeads(node, copy, columns);
    const cover = node.headline === 'over' ? count : Math.min(Math.max(1, node.cover), count);
    const from = firstColumn(node.headline, count, cover);
    const width = cover === count ? columns.width : spanWidth(columns, from, cover);
    const aside = isAside(node.headline, count, cover) ? COSTS.headlineAside : 0;
    byWidth ??= headsByHeight(copy);
    const heads = byWidth(width).map(
      (head): PlacedHead => ({
        cost: head.cost + aside,
        size: head.size,
        lineCount: head.lineCount,
        white: head.white,
        place: { kind: 'over', from, cover, lines: head.lines },
        left: cover === count ? columns.left : columns.columns[from]!.left,
        draw: head.draw,
      }),
    );
    return () => heads;
  };
}

function uprightHeads(node: StoryNode, copy: HeadCopy, columns: TextColumns): (height: Lines) => readonly PlacedHead[] {
  const column = node.headline === 'left' ? 0 : columns.columns.length - 1;
  const { left, width } = columns.columns[column]!;
  const headAt = verticalHeads(copy, width);
  return (height) => {
    const head = headAt((height - 2 * columns.padding) * copy.leading);
    return head === null ? [] : [{ ...head, white: 0, place: { kind: 'column', column }, left }];
  };
}
