/** A story as a leaf of the page: the cost of every height, and the story set at the height it was given. */
import type { Lines } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { type Curve, curveOf } from '../curve.js';
import type { Strip } from '../grid.js';
import { cropCost, pictureBoxes } from '../picture.js';
import type { LaidOut, Leaf, Place, Setting } from '../types.js';
import { columnChoices, spanWidth, type TextColumns } from './columns.js';
import { type Copy, makeCopy } from './copy.js';
import { drawStory, PICTURE_FOOT } from './draw.js';
import { bestLines, type Fit, fitCut, fitWhole, leastCosts } from './fit.js';
import { headText } from './head.js';
import { headsFor, isUpright, type PlacedHead } from './heads.js';
import { linesAt, type Outline, outlineOf, type PictureSize, roomAt, type Shape, shapeOf } from './shape.js';

/** How many lines from its copy a piece's room may be for the fit to be computed and not estimated. */
const EXACT_WITHIN = 6;

/** A story's part on one page: what comes before it and after it elsewhere. */
export interface StoryPart {
  readonly article: Article;
  readonly from: Place;
  /** Page the story comes from, and the page it jumps to. */
  readonly fromPage: number | null;
  readonly toPage: number | null;
}

/** One full way to set the story at a height. */
export interface Plan {
  readonly cost: number;
  readonly columns: TextColumns;
  readonly head: PlacedHead;
  readonly shape: Shape;
  readonly fit: Fit;
  readonly pictureCost: number;
}

/** A story's leaf. */
export function storyLeaf(node: StoryNode, part: StoryPart, style: StoryStyle, setting: Setting): Leaf {
  const { desk, grid } = setting;
  const copy = makeCopy(part.article, style, desk.fonts, part.from);
  const text = headText(part.article, part.fromPage !== null);
  const headsAt = headsFor(node, text, part.article, style, setting);
  const plans = new Map<string, readonly (Plan | null)[]>();

  const plansFor = (strip: Strip): readonly (Plan | null)[] => {
    // Equally wide strips are set alike, but where the fold widens one.
    const key = grid.folds(strip) ? `${strip.from}+${strip.width}` : `${strip.width}`;
    let known = plans.get(key);
    if (known === undefined) {
      known = compute(strip);
      plans.set(key, known);
    }
    return known;
  };

  const compute = (strip: Strip): readonly (Plan | null)[] => {
    const best = new Array<Plan | null>(grid.lines + 1).fill(null);
    for (const columns of columnChoices(node, strip, grid)) {
      const fitter = makeFitter(copy, columns, part);
      const ways = waysToBegin(node, columns, headsAt(columns), pictureSizes(columns));
      for (let height = 0; height <= grid.lines; height++) {
        for (const { head, picture, outline, cost: spent } of ways(height)) {
          const limit = best[height]?.cost ?? Infinity;
          if (spent >= limit) break;
          if (height < outline.least) continue;
          const fit = fitter(outline, height, limit - spent);
          if (fit === null || spent + fit.cost >= limit) continue;
          const shape = shapeOf(outline, height);
          best[height] = { cost: spent + fit.cost, columns, head, shape, fit, pictureCost: picture.cost };
        }
      }
    }
    return best;
  };

  /** Sizes the picture may take, with what cropping to them costs; one entry of none when there is no picture. */
  const pictureSizes = (columns: TextColumns): readonly PictureWay[] => {
    const picture = part.fromPage === null ? part.article.pictures[0] : undefined;
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
  };

  return {
    curve: (strip): Curve => {
      const known = plansFor(strip);
      return curveOf(grid.lines, (h) => known[h]?.cost ?? Infinity);
    },
    layOut: (strip, height): LaidOut =>
      drawStory(node, part, copy, style, plansFor(strip)[height]!, strip, height, setting),
  };
}

/** A size the picture may take, and what cropping to it costs; null: no picture. */
interface PictureWay {
  readonly size: PictureSize | null;
  readonly cost: number;
}

/** Everything above the text: a head with a height of the picture, and what both cost. */
interface Beginning {
  readonly head: PlacedHead;
  readonly picture: PictureWay;
  readonly outline: Outline;
  readonly cost: number;
}

/** For each height the heads and pictures to try, cheapest first: past the best found the rest need no fitting. */
function waysToBegin(
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

/**
 * Fits copy into shapes; far from fitting, the cost is estimated, for such heights are only chosen when nothing
 * fits and then fitted in earnest.
 */
function makeFitter(
  copy: Copy,
  columns: TextColumns,
  part: StoryPart,
): (outline: Outline, height: Lines, limit: number) => Fit | null {
  const choices = copy.choices(columns.measure);
  const wanted = copy.blocks.reduce((sum, _, index) => sum + bestLines(copy, choices, index), 0);
  const known = new Map<string, Fit>();
  const jumps = part.toPage !== null;
  const least = leastCosts(copy, choices);
  return (outline, height, limit) => {
    const room = roomAt(outline, height) - (part.fromPage === null ? 0 : 1);
    if (!jumps && least(room) >= limit) return null;
    const over = wanted - room;
    if (!jumps || over <= 0) {
      const estimate = over > 0 ? COSTS.overset + over * COSTS.oversetLine : -over * COSTS.whiteLine;
      if (Math.abs(over) > EXACT_WITHIN && estimate / 2 > limit) return null;
    }
    const lines = roomFor(linesAt(outline, height), part);
    const key = lines.join(',');
    let fit = known.get(key);
    if (fit === undefined) {
      fit = (jumps ? fitCut(copy, choices, lines) : null) ?? fitWhole(copy, choices, lines);
      known.set(key, fit);
    }
    return fit;
  };
}

/** Lines for text in each column; the line 上接第N版 takes the first of a continuation. */
export function roomFor(columns: readonly Lines[], part: StoryPart): readonly Lines[] {
  const first = part.fromPage === null ? -1 : columns.findIndex((lines) => lines > 0);
  return columns.map((lines, index) => (index === first ? lines - 1 : lines));
}

/** The first and last column that hold text. */
export const firstTextColumn = (columns: Shape['columns']): number => columns.findIndex(({ lines }) => lines > 0);
export const lastTextColumn = (columns: Shape['columns']): number => columns.findLastIndex(({ lines }) => lines > 0);
