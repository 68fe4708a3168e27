/** What may stand above a story's text: each head with each size of the picture, and what both cost. */
import type { Lines } from '../../geometry/units.js';
import type { Picture } from '../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { cropCost, pictureBoxes } from '../picture.js';
import type { Setting } from '../types.js';
import { spanWidth, type TextColumns } from './columns.js';
import { PICTURE_FOOT } from './draw.js';
import { isUpright, type PlacedHead } from './heads.js';
import { type Outline, outlineOf, type PictureSize } from './shape.js';

/** A size the picture may take, and what cropping to it costs; null: no picture. */
export interface PictureWay {
  readonly size: PictureSize | null;
  readonly cost: number;
}

/** Everything above the text: a head with a height of the picture, and what both cost. */
export interface Beginning {
  readonly head: PlacedHead;
  readonly picture: PictureWay;
  readonly outline: Outline;
  readonly cost: number;
}

/** For each height the heads and pictures to try, cheapest first: past the best found the rest need no fitting. */
export function beginningsFor(
  node: StoryNode,
  columns: TextColumns,
  headsAt: (height: Lines) => readonly PlacedHead[],
  pictures: readonly PictureWay[],
): (height: Lines) => readonly Beginning[] {
  const known = new Map<readonly PlacedHead[], readonly Beginning[]>();
  return (height) => {
    const heads = headsAt(height);
    let ways = known.get(heads);
    if (ways === undefined) {
      ways = heads
        .flatMap((head) =>
          pictures.map((picture) => ({
            head,
            picture,
            outline: outlineOf(node, columns, head.place, picture.size),
            cost: head.cost + picture.cost + columns.cost,
          })),
        )
        .sort((a, b) => a.cost - b.cost);
      known.set(heads, ways);
    }
    return ways;
  };
}

/** Sizes the picture may take, with what cropping to them costs; one entry of none when there is no picture. */
export function pictureSizes(
  node: StoryNode,
  columns: TextColumns,
  picture: Picture | undefined,
  style: StoryStyle,
  { desk, grid }: Setting,
): readonly PictureWay[] {
  if (node.picture === null || picture === undefined) return [{ size: null, cost: 0 }];
  const free = columns.columns.length - (isUpright(node, columns) ? 1 : 0);
  const { at, columns: wanted, lines: allowed, keep, caption: place } = node.picture;
  const most = at === 'across' ? free : Math.min(wanted.max, free);
  const least = at === 'across' ? free : Math.min(wanted.min, free);
  const sizes: PictureWay[] = [];
  for (let count = least; count <= most; count++) {
    const width = spanWidth(columns, 0, count);
    const box = pictureBoxes(picture, place, style, width, desk);
    for (let lines = allowed.min; lines <= Math.min(allowed.max, grid.lines); lines++) {
      const size = box(lines * grid.leading - PICTURE_FOOT);
      const cost = size === null ? Infinity : cropCost(picture, size.width, size.height, keep);
      if (cost < Infinity) sizes.push({ size: { columns: count, lines }, cost });
    }
  }
  return sizes;
}
