/** The ways to divide a story's width into text columns, each with every version of the story, and what copy costs there. */
import type { Lines } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { once } from '../once.js';
import type { Strip } from '../solve/grid.js';
import type { Place, Setting } from '../types.js';
import { tablesAcross, type WithTablesAcross } from './across/tables.js';
import { type Beginnings, beginningsFor, pictureSizes } from './beginnings.js';
import { capVersions } from './cap-versions.js';
import { columnChoices, type TextColumns } from './columns.js';
import { type Copy, makeCopy } from './copy/copy.js';
import { sharedBy } from './copy/text-block.js';
import { type Fit, fitting } from './fit/fit.js';
import { bestLines, leastCosts } from './fit/least-costs.js';
import { headCopy } from './head/head-copy.js';
import { headsFor } from './head/heads.js';
import { likedWidths } from './head/vertical-head.js';
import { roomFor } from './room.js';
import { linesAt, type Outline, roomAt } from './shape.js';
import type { Plan, StoryPart, StoryVersion } from './types.js';
import { versionsOf } from './versions.js';

/** A version of a story in a division of its width into text columns, with all that may be tried in it. */
export interface Division extends Fitter, Pick<Plan, 'version' | 'tables'> {
  /** Their cost is the version's, too. */
  readonly columns: TextColumns;
  readonly beginnings: (height: Lines) => Beginnings;
}

/** A version of a story, and what stands in the place that its node has for pictures. */
interface StoryWay extends Omit<WithTablesAcross, 'tables'>, Pick<Plan, 'tables'> {}

/** For a strip the divisions of its width. What does not follow from the strip is made ready once. */
export function divisionsFor(
  node: StoryNode,
  part: StoryPart,
  style: StoryStyle,
  setting: Setting,
): (strip: Strip) => readonly Division[] {
  const { grid } = setting;
  const copyOf = copiesFor(part, style, setting);
  const { dropCap } = node;
  const versions = versionsOf(part.article, part.from).map((version): StoryVersion => {
    return { ...version, copy: copyOf(version.article, part.from, dropCap), dropCap, capPrice: 0 };
  });
  const capped = capVersions(({ article }) => copyOf(article, part.from, null));
  const acrossIn = tablesAcross(node, part, style, copyOf);
  const head = headCopy(part.article, part.fromPage !== null, style, setting);
  const liked = likedWidths(head);
  const headsAt = headsFor(node, head);
  const pictured = part.fromPage === null ? part.article : { ...part.article, pictures: [] };
  return (strip) =>
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
        const beginnings = beginningsFor(node, columns, headsAt(columns), sizes);
        return { version, tables, columns, beginnings, ...makeFitter(version, columns, part) };
      });
    });
}

/** Makes copies of a story's versions; what all of them have in common is made once. */
function copiesFor(
  { article }: StoryPart,
  style: StoryStyle,
  { desk: { fonts }, memory }: Setting,
): (version: Article, from: Place, dropCap: Lines | null) => Copy {
  const { body, crosshead, quote, table, tableHead } = style;
  // Set alike wherever the text is the same: under other headlines, in other templates.
  const inputs = [article, body, crosshead, quote, table, tableHead, fonts];
  const shared = memory.recall('copy', inputs, () => sharedBy(article, style, fonts));
  return (version, from, dropCap) => makeCopy(version, style, fonts, from, dropCap, shared);
}

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

/** How many lines from its copy a piece's room may be for the fit to be computed and not estimated. */
const EXACT_WITHIN = 6;

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
