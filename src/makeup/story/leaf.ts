/** A story as a leaf of the page: what heights cost, at least and in full, and the story set at the one it was given. */
import type { Lines } from '../../geometry/units.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { once } from '../once.js';
import { curveOf } from '../solve/curve.js';
import type { Strip } from '../solve/grid.js';
import type { Leaf, Setting } from '../types.js';
import { type Division, divisionsFor } from './divisions.js';
import { drawStory } from './draw/draw.js';
import { withLevelFeet } from './fit/level-feet.js';
import { shallowBy, shapeOf } from './shape.js';
import type { Plan, StoryPart } from './types.js';

/** A story's leaf: for every height a bound from its copy's lines alone; columns are filled where a page asks. */
export function storyLeaf(node: StoryNode, part: StoryPart, style: StoryStyle, setting: Setting): Leaf {
  const { grid } = setting;
  // Equally wide strips are set alike, but where the fold widens one.
  const keyOf = (strip: Strip): string => (grid.folds(strip) ? `${strip.from}+${strip.width}` : `${strip.width}`);
  const divisionsOf = once(keyOf, divisionsFor(node, part, style, setting));
  const planAt = once(
    (strip: Strip, height: Lines) => `${keyOf(strip)} ${height}`,
    (strip, height) => cheapestPlan(divisionsOf(strip), height),
  );
  return {
    bound: once(keyOf, (strip) => curveOf(grid.lines, (height) => leastCost(divisionsOf(strip), height))),
    cost: (strip, height) => planAt(strip, height)?.cost ?? Infinity,
    layOut: (strip, height) => {
      const plan = withLevelFeet(planAt(strip, height)!, part);
      const { article, copy } = plan.version;
      return drawStory({ node, part: { ...part, article }, copy, style, plan, strip, height, setting });
    },
  };
}

/** The cheapest way to set the story at a height; null where there is none. */
function cheapestPlan(divisions: readonly Division[], height: Lines): Plan | null {
  let best: Plan | null = null;
  for (const { version, tables, columns, beginnings, fit: fitInto } of divisions) {
    for (const { head, picture, outline, cost: spent } of beginnings(height).ways) {
      const limit = best?.cost ?? Infinity;
      if (spent >= limit) break;
      if (height < outline.least) continue;
      const shallow = shallowBy(outline, height) ** 2 * COSTS.shallow;
      const fit = fitInto(outline, height, limit - spent - shallow);
      const cost = spent + shallow + (fit?.cost ?? Infinity);
      if (fit === null || cost >= limit) continue;
      const shape = shapeOf(outline, height);
      best = { cost, version, columns, head, shape, fit, pictureCost: picture.cost + shallow, tables };
    }
  }
  return best;
}

/**
 * What the cheapest plan costs at least: near enough to it that few plans have to be made. Where the copy has no room
 * under any beginning, or leaves white under all of them, the one that leaves most room, or least, stands for all.
 */
function leastCost(divisions: readonly Division[], height: Lines): number {
  let best = Infinity;
  // Counted, not iterated: this runs some thousand times a page.
  for (let at = 0; at < divisions.length; at++) {
    const { beginnings, room, fewest, most, least } = divisions[at]!;
    const { ways, roomiest, tightest } = beginnings(height);
    let widest = NO_ROOM;
    for (let way = 0; way < roomiest.length; way++) {
      const outline = roomiest[way]!;
      if (height >= outline.least) widest = Math.max(widest, room(outline, height));
    }
    if (widest === NO_ROOM || ways[0]!.cost >= best) continue;
    if (widest < fewest) {
      best = Math.min(best, ways[0]!.cost + least(widest));
      continue;
    }
    let narrowest = widest;
    for (let way = 0; way < tightest.length; way++) narrowest = Math.min(narrowest, room(tightest[way]!, height));
    if (narrowest > most) {
      best = Math.min(best, ways[0]!.cost + least(narrowest));
      continue;
    }
    for (let way = 0; way < ways.length; way++) {
      const { outline, cost: spent } = ways[way]!;
      if (spent >= best) break;
      if (height >= outline.least) best = Math.min(best, spent + least(room(outline, height)));
    }
  }
  return best;
}

const NO_ROOM = -1;
