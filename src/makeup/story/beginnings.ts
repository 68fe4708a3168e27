/** What may stand above a story's text: each head with each size of the picture, and what both cost. */
import type { Lines, Pt, Range } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import { isUpright } from '../../template/nodes.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { arrangementsOf } from '../pictures/group.js';
import { cropCost } from '../pictures/picture.js';
import type { Setting } from '../types.js';
import { roomAcross, type TextColumns } from './columns.js';
import { PICTURE_FOOT } from './draw/pictures.js';
import type { PlacedHead } from './head/heads.js';
import { firstColumn, isAside, type Outline, outlineOf, type PictureSize } from './shape.js';

/** A size the pictures may take, and what cropping to it costs; null: no picture. */
export interface PictureWay {
  readonly size: PictureSize | null;
  readonly cost: number;
}

/** Everything above the text: a head with a height of the picture, and what both cost. */
export class Beginning {
  private known: Outline | null = null;

  constructor(
    readonly head: PlacedHead,
    readonly picture: PictureWay,
    readonly cost: number,
    private readonly outlineOf: (head: PlacedHead, picture: PictureWay) => Outline,
  ) {}

  /** Worked out when it is first asked for: most of a story's hundreds are too dear to be looked at. */
  get outline(): Outline {
    this.known ??= this.outlineOf(this.head, this.picture);
    return this.known;
  }
}

/** All that may stand above the text at a height. */
export interface Beginnings {
  /** Cheapest first: past the best found the rest need no fitting. */
  readonly ways: readonly Beginning[];
  /** For each number of columns that the picture may take the outline with most room for text, and that with least. */
  readonly roomiest: readonly Outline[];
  readonly tightest: readonly Outline[];
}

/** For each height the heads and pictures to try. */
export function beginningsFor(
  node: StoryNode,
  columns: TextColumns,
  headsAt: (height: Lines) => readonly PlacedHead[],
  pictures: readonly PictureWay[],
): (height: Lines) => Beginnings {
  const outline = ({ place }: PlacedHead, { size }: PictureWay): Outline => outlineOf(node, columns, place, size);
  // Sizes come by columns, and then by lines.
  const smallest = pictures.filter((picture, at) => widthOf(picture) !== widthOf(pictures[at - 1]));
  const largest = pictures.filter((picture, at) => widthOf(picture) !== widthOf(pictures[at + 1]));
  const known = new Map<readonly PlacedHead[], Beginnings>();
  const beginningsUnder = (heads: readonly PlacedHead[]): Beginnings => {
    const byLines = [...heads].sort((a, b) => linesOver(a) - linesOver(b));
    const outlines = (head: PlacedHead | undefined, sizes: readonly PictureWay[]): readonly Outline[] =>
      head === undefined ? [] : sizes.map((picture) => outline(head, picture));
    return {
      ways: heads
        .flatMap((head) =>
          pictures.map((picture) => new Beginning(head, picture, head.cost + picture.cost + columns.cost, outline)),
        )
        .sort((a, b) => a.cost - b.cost),
      roomiest: outlines(byLines[0], smallest),
      tightest: outlines(byLines.at(-1), largest),
    };
  };
  return (height) => {
    const heads = headsAt(height);
    let beginnings = known.get(heads);
    if (beginnings === undefined) {
      beginnings = beginningsUnder(heads);
      known.set(heads, beginnings);
    }
    return beginnings;
  };
}

/** Lines that a head takes over the columns it covers. */
const linesOver = ({ place }: PlacedHead): Lines => (place.kind === 'over' ? place.lines : 0);

/** Columns that a picture takes, none without one; undefined beyond the sizes there are. */
const widthOf = (picture: PictureWay | undefined): number | undefined => picture && (picture.size?.columns ?? 0);

/** Sizes the pictures may take together, in columns through which the fold of a spread runs at `fold`, with what cropping to them costs; one entry of none when there is no picture. */
export function pictureSizes(
  node: StoryNode,
  columns: TextColumns,
  { pictures, names }: Pick<Article, 'pictures' | 'names'>,
  style: StoryStyle,
  fold: Pt | null,
  { desk, grid }: Setting,
): readonly PictureWay[] {
  if (node.picture === null || pictures.length === 0) return [{ size: null, cost: 0 }];
  const { at, columns: wanted, lines: allowed, keep, caption: place } = node.picture;
  const sizes: PictureWay[] = [];
  for (const { from, count, free } of placesAcross(node, columns, wanted, fold)) {
    const arrange = arrangementsOf(pictures, { place, style, names, desk }, roomAcross(columns, from, count, fold));
    const aside = isAside(at, free, count) ? COSTS.pictureAside : 0;
    for (let lines = allowed.min; lines <= Math.min(allowed.max, grid.lines); lines++) {
      const arrangement = arrange(lines * grid.leading - PICTURE_FOOT);
      if (arrangement === null) continue;
      sizes.push({ size: { columns: count, lines }, cost: cropCost(arrangement.kept, keep) + aside });
    }
  }
  return sizes;
}

/** Text columns that may be taken for a picture: the first of them, how many, and of how many that hold no upright head. */
interface PlaceAcross {
  readonly from: number;
  readonly count: number;
  readonly free: number;
}

/** Where in a story's columns its picture may stand across so many of them, from the fewest on. */
export function placesAcross(
  node: StoryNode,
  columns: TextColumns,
  wanted: Range,
  fold: Pt | null,
): readonly PlaceAcross[] {
  const at = node.picture?.at ?? 'across';
  const upright = isUpright(node, columns.columns.length);
  const free = columns.columns.length - (upright ? 1 : 0);
  const [least, most] = at === 'across' ? [free, free] : [Math.min(wanted.min, free), Math.min(wanted.max, free)];
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const count = least + index;
    // Without a fold all places are alike, but that of an upright head.
    const first = fold === null ? 0 : firstColumn(at, free, count);
    return { from: first + (upright && node.headline === 'left' ? 1 : 0), count, free };
  });
}
