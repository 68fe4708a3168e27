/** A story as a leaf of the page: what heights cost, at least and in full, and the story set at the one it was given. */
import type { Lines } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { curveOf } from '../curve.js';
import type { Strip } from '../grid.js';
import { once } from '../once.js';
import type { Leaf, Place, Setting } from '../types.js';
import { type Beginnings, beginningsFor, pictureSizes } from './beginnings.js';
import { capVersions } from './cap-versions.js';
import { columnChoices, type TextColumns } from './columns.js';
import { type Copy, makeCopy } from './copy.js';
import { drawStory } from './draw.js';
import { type Fit, fitting } from './fit.js';
import { headCopy } from './head-copy.js';
import { headsFor } from './heads.js';
import { bestLines, leastCosts } from './least-costs.js';
import { withLevelFeet } from './level-feet.js';
import { roomFor } from './room.js';
import { linesAt, type Outline, roomAt, shallowBy, shapeOf } from './shape.js';
import { tablesAcross, type WithTablesAcross } from './tables-across.js';
import { sharedBy } from './text-block.js';
import type { Plan, StoryPart, StoryVersion } from './types.js';
import { versionsOf } from './versions.js';
import { likedWidths } from './vertical-head.js';

/** How many lines from its copy a piece's room may be for the fit to be computed and not estimated. */
const EXACT_WITHIN = 6;

/** A story's leaf: for every height a bound from its copy's lines alone; columns are filled where a page asks. */
export function storyLeaf(node: StoryNode, part: StoryPart, style: StoryStyle, setting: Setting): Leaf {
  const { desk, grid } = setting;
  // Set alike wherever the text is the same: under other headlines, in other templates.
  const { body, crosshead, quote, table, tableHead } = style;
  const shared = setting.memory.recall(
    'copy',
    [part.article, body, crosshead, quote, table, tableHead, desk.fonts],
    () => sharedBy(part.article, style, desk.fonts),
  );
  const copyOf = (article: Article, from: Place, dropCap: Lines | null): Copy =>
    makeCopy(article, style, desk.fonts, from, dropCap, shared);
  const { dropCap } = node;
  const versions = versionsOf(part.article, part.from).map(
    (version): StoryVersion => ({
      ...version,
      copy: copyOf(version.article, part.from, dropCap),
      dropCap,
      capPrice: 0,
    }),
  );
  const capped = capVersions(({ article }) => copyOf(article, part.from, null));
  const head = headCopy(part.article, part.fromPage !== null, style, setting);
  const liked = likedWidths(head);
  const headsAt = headsFor(node, head);
  const pictured = part.fromPage === null ? part.article : { ...part.article, pictures: [] };
  // Equally wide strips are set alike, but where the fold widens one.
  const keyOf = (strip: Strip): string => (grid.folds(strip) ? `${strip.from}+${strip.width}` : `${strip.width}`);

  const acrossIn = tablesAcross(node, part, style, copyOf);

  const divisionsOf = once(keyOf, (strip): readonly Division[] =>
    columnChoices(node, strip, grid, liked).flatMap((divided) => {
      const fold = grid.foldIn(strip);
      const sizes = pictureSizes(node, divided, pictured, style, fold, setting);
      const ways = versions
        .flatMap((version) => capped(version, divided.measure))
        .flatMap((version): readonly StoryWay[] => [
          { version, tables: null, node, sizes },
          ...acrossIn(version, divided, fold, sizes),
        ]);
      return ways.map(({ version, tables, node, sizes }): Division => {
        const price = version.leftOut.length * COSTS.passageLeftOut + version.capPrice;
        const columns = { ...divided, cost: divided.cost + price };
        return {
          version,
          tables,
          columns,
          beginnings: beginningsFor(node, columns, headsAt(columns), sizes),
          ...makeFitter(version, columns, part),
        };
      });
    }),
  );
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

/** A version of a story, and what stands in the place that its node has for pictures. */
interface StoryWay extends Omit<WithTablesAcross, 'tables'>, Pick<Plan, 'tables'> {}

/** A version of a story in a division of its width into text columns, with all that may be tried in it. */
interface Division extends Fitter, Pick<Plan, 'version' | 'tables'> {
  /** Their cost is the version's, too. */
  readonly columns: TextColumns;
  readonly beginnings: (height: Lines) => Beginnings;
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

/** Copy in columns of one measure. */
interface Fitter {
  /** The copy fitted under an outline; null where that costs the limit or more. */
  fit(outline: Outline, height: Lines, limit: number): Fit | null;
  /** Lines for it under an outline. */
  room(outline: Outline, height: Lines): Lines;
  /** What fitting it into a room costs at least; rooms below `fewest` cost the more the less they are, those above `most` the more. */
  least(room: Lines): number;
  readonly fewest: Lines;
  readonly most: Lines;
}

/**
 * Fits copy into shapes; far from fitting, the cost is estimated, for such heights are only chosen when nothing
 * fits and then fitted in earnest.
 */
function makeFitter({ copy, leftOut }: StoryVersion, columns: TextColumns, part: StoryPart): Fitter {
  const measured = copy.at(columns.measure);
  const wanted = copy.blocks.reduce((sum, _, index) => sum + bestLines(measured, index), 0);
  // What a story that jumps has no room for goes on, whole: it loses passages only where it cannot be cut.
  const jumps = part.toPages.length > 0 && leftOut.length === 0;
  const leastWhole = leastCosts(measured);
  const roomUnder = (outline: Outline, height: Lines): Lines =>
    roomAt(outline, height) - (part.fromPage === null ? 0 : 1);
  const { whole, cut } = fitting(measured);
  const fitted = once(
    (lines: readonly Lines[]) => lines.join(','),
    (lines) => (jumps ? cut(lines) : null) ?? whole(lines),
  );
  return {
    room: roomUnder,
    least: (room) => (jumps ? Math.min(COSTS.jump, leastWhole.cost(room)) : leastWhole.cost(room)),
    fewest: leastWhole.fewest,
    most: leastWhole.most,
    fit: (outline, height, limit) => {
      const room = roomUnder(outline, height);
      if (!jumps && leastWhole.cost(room) >= limit) return null;
      const over = wanted - room;
      if (!jumps || over <= 0) {
        const estimate = over > 0 ? COSTS.overset + over * COSTS.oversetLine : -over * COSTS.whiteLine;
        if (Math.abs(over) > EXACT_WITHIN && estimate / 2 > limit) return null;
      }
      return fitted(roomFor(linesAt(outline, height), part));
    },
  };
}
