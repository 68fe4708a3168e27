/** A story drawn at the height and in the shape chosen for it. */
import { warning } from '../../../diagnostics/collector.js';
import type { Diagnostic } from '../../../diagnostics/types.js';
import type { Lines } from '../../../geometry/units.js';
import type { PlacedItem } from '../../../page/types.js';
import { countCharacters } from '../../../typeset/index.js';
import { frameOfBox } from '../../box.js';
import { COSTS } from '../../costs.js';
import { group } from '../../text.js';
import type { Hole, LaidOut } from '../../types.js';
import { tablesDrawing } from '../across/draw.js';
import { fitCosts } from '../fit/fit.js';
import type { Drawing } from '../types.js';
import type { Passage } from '../versions.js';
import { countsOf, excessOf, loose, overfull, restAfter, setBody, together } from './body.js';
import { drawComingFrom, drawGoingOn, drawOverset } from './column-marks.js';
import { drawBody } from './draw-body.js';
import { cellsOf, drawPictures, tooMuchCropped } from './pictures.js';
import { narrowCodes } from './qr-told.js';
import { standingOut } from './standing-out.js';
import { tooWide } from './tables-told.js';

/** The finished piece of the page: its parts in the order in which they are painted and read. */
export function drawStory(drawing: Drawing): LaidOut {
  const { node, part, plan, strip, height, setting } = drawing;
  const { grid } = setting;
  const { fromPage, toPages } = part;
  const [toPage = null] = toPages;
  const { leftOut } = plan.version;
  const body = { set: setBody(drawing), in: drawing };
  const tables = tablesDrawing(drawing).map((own) => ({ set: setBody(own), in: own }));
  const bodies = [body, ...tables];
  const counts = bodies.map((one) => countsOf(one.set, one.in)).reduce(together);
  const wide = bodies.flatMap((one) => overfull(one.set, one.in));
  const cells = cellsOf(drawing);
  const hole = holeOf(drawing);
  const children = [
    ...drawBox(drawing),
    drawHead(drawing),
    ...drawComingFrom(drawing),
    ...drawBody(body.set, drawing),
    ...drawGoingOn(drawing),
    ...drawPictures(cells, drawing),
    ...tables.flatMap((one) => drawBody(one.set, one.in)),
    ...drawOverset(counts.overset, drawing),
  ];
  return {
    frame: { size: { width: grid.width(strip), height: height * grid.leading }, children },
    fit: {
      id: part.article.id,
      slot: node.slot,
      ...counts,
      leftOut: { passages: leftOut.length, chars: leftOut.reduce((sum, { characters }) => sum + characters, 0) },
      white: plan.fit.white,
      jump: fromPage === null && toPage === null ? null : { from: fromPage, to: plan.fit.cut ? toPage : null },
    },
    excess: counts.overset.lines > 0 ? excessOf(body.set, counts, drawing) : null,
    hole,
    measure: plan.columns.measure,
    cost: new Map([
      ['head', plan.head.cost],
      ['columns', plan.columns.cost - leftOut.length * COSTS.passageLeftOut - plan.version.capPrice],
      ['drop cap left out', plan.version.capPrice],
      ['passages left out', leftOut.length * COSTS.passageLeftOut],
      [cells.length > 0 ? 'picture' : 'tables across columns', plan.pictureCost],
      ...fitCosts(plan.fit),
      // The page was found without it.
      ['columns made to end alike', plan.cost - plan.head.cost - plan.columns.cost - plan.pictureCost - plan.fit.cost],
    ]),
    rest: restAfter(drawing),
    diagnostics: [
      ...wide,
      // A word that is too wide for a line leaves the one before it loose.
      ...bodies.flatMap((one) => loose(one.set, one.in)).filter(({ span }) => wide.every((told) => told.span !== span)),
      ...tooWide(body.set, drawing),
      ...narrowCodes(body.set, drawing),
      ...standingOut(children, part.article, node.slot),
      ...tooLong(drawing),
      ...holeRound(hole, drawing),
      ...leftOut.map((passage) => notPrinted(passage, drawing)),
      ...cells.flatMap((cell) => tooMuchCropped(cell, node)),
    ],
  };
}

const drawBox = ({ node: { box }, strip, height, setting: { grid } }: Drawing): readonly PlacedItem[] =>
  box === 'none' ? [] : frameOfBox(box, grid.width(strip), height * grid.leading);

function drawHead({ part, plan: { head, columns }, strip, setting: { grid } }: Drawing): PlacedItem {
  const fold = grid.foldIn(strip);
  return {
    at: { x: head.left, y: columns.padding * grid.leading },
    item: group({ part: 'head', story: part.article.id }, head.draw(fold === null ? null : fold - head.left)),
  };
}

/** A headline too long for its style has more lines than that allows, and where these do not do either is set smaller. */
function tooLong({ node: { slot }, part: { article, fromPage }, style, plan }: Drawing): readonly Diagnostic[] {
  const { size, lineCount } = plan.head;
  const { min } = style.headline.sizes;
  const { max } = style.headline.lines;
  const isSmall = size < min;
  if (!isSmall && lineCount <= max) return [];
  const said = isSmall
    ? `it is set at ${size.toFixed(1)} pt, and its style begins at ${min} pt`
    : `it takes ${lineCount} lines, and its style allows ${max}`;
  const kept = (Math.min(1, size / min) * max) / Math.max(max, lineCount);
  const printed = fromPage !== null && article.short !== null ? 'short' : 'headline';
  const cut = Math.ceil(countCharacters(article[printed]!) * (1 - kept));
  const hint = `cut about ${cut} of its characters, or give the slot more columns`;
  const span = article.fields[printed];
  const code = isSmall ? 'headline-small' : 'headline-lines';
  return [warning(code, `the headline in slot “${slot}” is too long: ${said}`, { hint, span })];
}

/** What an editor lets go is told of all the same: nobody need compare the page with the manuscript. */
const notPrinted = ({ characters, span }: Passage, { node: { slot }, part: { article } }: Drawing): Diagnostic => {
  const message = `a passage of story “${article.id}” (${characters} characters) is left out, so that slot “${slot}” comes out`;
  const hint =
    'shorten the story elsewhere or give the slot more room, and it is printed; to keep it in any case take its ~~ away';
  return warning('passage-left-out', message, { hint, span });
};

/** White round a head is elastic, but this many lines more than it likes, in white or in lines it does not need, are a hole. */
const HOLE: Lines = 3.5;

/** What a head has to take up of what the copy leaves; null where that is no hole. */
function holeOf({ plan: { head, columns } }: Drawing): Hole | null {
  if (head.white < HOLE) return null;
  const lines = Math.round(head.white);
  return { lines, chars: Math.round(lines * columns.columns.length * columns.measure) };
}

/** Where the columns end short too, both are told in one. */
function holeRound(hole: Hole | null, { node: { slot }, part: { article }, plan }: Drawing): readonly Diagnostic[] {
  if (hole === null || plan.fit.white > 1) return [];
  const { lines, chars } = hole;
  const message = `the head in slot “${slot}” takes ${lines} lines more than it needs`;
  const hint = `add about ${chars} characters, or choose a more pliable layout`;
  return [warning('white', message, { hint, span: article.fields.headline })];
}
