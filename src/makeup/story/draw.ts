/** A story drawn at the height and in the shape chosen for it. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Em, Lines, Pt } from '../../geometry/units.js';
import { chineseNumber } from '../../issue/calendar.js';
import { BLACK, type FrameItem, type PlacedItem } from '../../page/types.js';
import type { StoryNode, StoryStyle, TextStyle } from '../../template/types.js';
import { countCharacters, justify, type Line } from '../../typeset/index.js';
import { baselineIn, type Strip } from '../grid.js';
import { glyphsOf, group, label } from '../text.js';
import type { LaidOut, Place, Setting } from '../types.js';
import { frameOfBox } from './box.js';
import type { Copy, CopyBlock } from './copy.js';
import { fitCosts, isColumnTop } from './fit.js';
import type { Plan, StoryPart } from './leaf.js';
import { firstTextColumn, lastTextColumn, roomFor } from './leaf.js';
import { cellsOf, drawPictures, tooMuchCropped } from './pictures.js';
import { standingOut } from './standing-out.js';

/** A line of the body that stands somewhere: which block it is of, and on which line of its column. */
interface SetLine {
  readonly block: CopyBlock;
  readonly line: Line;
  readonly column: number;
  readonly row: Lines;
}

/** The finished piece of the page. */
export function drawStory(
  node: StoryNode,
  part: StoryPart,
  copy: Copy,
  style: StoryStyle,
  plan: Plan,
  strip: Strip,
  height: Lines,
  setting: Setting,
): LaidOut {
  const { grid } = setting;
  const { columns, shape, fit } = plan;
  const story = part.article.id;
  const children: PlacedItem[] = [];

  if (node.box !== 'none') children.push(...frameOfBox(node.box, grid.width(strip), height * grid.leading));

  const fold = grid.foldIn(strip);
  children.push({
    at: { x: plan.head.left, y: columns.padding * grid.leading },
    item: group({ part: 'head', story }, plan.head.draw(fold === null ? null : fold - plan.head.left)),
  });

  const lines = placeLines(copy, plan, part, setting);
  const baseline = baselineIn(grid.leading, style.body.size);
  const lineItem = ({ block, line, column, row }: SetLine): PlacedItem => {
    const text = block.kind === 'crosshead' ? style.crosshead : style.body;
    return {
      at: { x: columns.columns[column]!.left, y: row * grid.leading + baseline },
      item: glyphsOf(line, text.size, text.ink),
    };
  };

  if (part.fromPage !== null) {
    const first = firstTextColumn(shape.columns);
    const at = shape.columns[first]!.top;
    children.push(
      jumpLine(
        `（上接第${chineseNumber(part.fromPage)}版）`,
        'start',
        columns.columns[first]!,
        at,
        part,
        style,
        setting,
      ),
    );
  }
  const linesOfBlock = new Map<CopyBlock, SetLine[]>();
  for (const line of lines) {
    const own = linesOfBlock.get(line.block);
    if (own === undefined) linesOfBlock.set(line.block, [line]);
    else own.push(line);
  }
  for (const [block, own] of linesOfBlock) {
    const tag = { part: block.kind, story } as const;
    children.push({
      at: { x: 0, y: 0 },
      item: group(tag, { size: size(strip, height, setting), children: own.map(lineItem) }),
    });
  }
  if (fit.cut !== null && part.toPage !== null) {
    const last = lastTextColumn(shape.columns);
    const at = shape.columns[last]!.top + shape.columns[last]!.lines - 1;
    children.push(
      jumpLine(`（下转第${chineseNumber(part.toPage)}版）`, 'end', columns.columns[last]!, at, part, style, setting),
    );
  }

  const cells = cellsOf(node, part, plan, style, setting);
  children.push(...drawPictures(cells, node, part, plan, style, setting));

  const set = lines.reduce((sum, { line }) => sum + countCharacters(line.text), 0);
  const missing = fit.overset > 0 ? copy.characters - set : 0;
  if (fit.overset > 0) children.push(oversetMark(fit.overset, missing, plan, style, setting));

  return {
    frame: { size: size(strip, height, setting), children },
    fit: {
      id: story,
      slot: node.slot,
      lines: lines.length,
      chars: set,
      overset: { lines: fit.overset, chars: missing },
      white: fit.white,
      jump:
        part.fromPage === null && part.toPage === null
          ? null
          : { from: part.fromPage, to: fit.cut ? part.toPage : null },
    },
    cost: new Map([
      ['head', plan.head.cost],
      ['columns', columns.cost],
      ['picture', plan.pictureCost],
      ...fitCosts(fit),
    ]),
    rest: fit.cut === null ? null : restAfter(copy, plan, setting),
    diagnostics: [
      ...overfull(lines, part, node.slot, columns.measure),
      ...standingOut(children, part.article, node.slot),
      ...tooLong(plan.head, style, part, node.slot),
      ...cells.flatMap((cell) => tooMuchCropped(node, cell)),
    ],
  };
}

/** A headline too long for its style has more lines than that allows, and where these do not do either is set smaller. */
function tooLong(
  { size, lineCount }: Plan['head'],
  { headline }: StoryStyle,
  { article }: StoryPart,
  slot: string,
): readonly Diagnostic[] {
  const { min } = headline.sizes;
  const { max } = headline.lines;
  const isSmall = size < min;
  if (!isSmall && lineCount <= max) return [];
  const said = isSmall
    ? `it is set at ${size.toFixed(1)} pt, and its style begins at ${min} pt`
    : `it takes ${lineCount} lines, and its style allows ${max}`;
  const kept = (Math.min(1, size / min) * max) / Math.max(max, lineCount);
  const cut = Math.ceil(countCharacters(article.headline) * (1 - kept));
  return [
    {
      code: isSmall ? 'headline-small' : 'headline-lines',
      severity: 'warning',
      message: `the headline in slot “${slot}” is too long: ${said}`,
      hint: `cut about ${cut} of its characters, or give the slot more columns`,
      span: article.fields?.headline ?? article.span,
    },
  ];
}

/** Rounding in a line's width that nobody sees, in em. */
const TOLERANCE: Em = 0.02;

/** Lines wider than their column: a word or address that no rule lets break stands out into the gap. */
function overfull(lines: readonly SetLine[], { article }: StoryPart, slot: string, measure: Em): readonly Diagnostic[] {
  return lines
    .filter(({ line }) => line.width > measure + TOLERANCE)
    .map(({ block, line }) => ({
      code: 'line-overfull',
      severity: 'warning',
      message: `“${line.text.trim()}” is ${(line.width - measure).toFixed(1)} characters wider than its column in slot “${slot}”`,
      hint: 'let it break by a soft hyphen (U+00AD) or a space, shorten it, or give the story wider columns',
      span: article.body[block.place.block]!.span,
    }));
}

const size = (strip: Strip, height: Lines, { grid }: Setting): { width: Pt; height: Pt } => ({
  width: grid.width(strip),
  height: height * grid.leading,
});

/** The lines of every block that was taken, in columns, up to the room there is. */
function placeLines(copy: Copy, plan: Plan, part: StoryPart, setting: Setting): readonly SetLine[] {
  const { columns, shape, fit } = plan;
  const rooms = roomFor(
    shape.columns.map(({ lines }) => lines),
    part,
  );
  const spots: { column: number; row: Lines }[] = rooms.flatMap((room, column) => {
    const space = shape.columns[column]!;
    const first = space.top + space.lines - room;
    return Array.from({ length: room }, (_, index) => ({ column, row: first + index }));
  });
  const placed: SetLine[] = [];
  let at = 0;
  for (const [index, taken] of fit.taken.entries()) {
    const block = copy.blocks[index]!;
    const lines = justify(block.prepared, taken.choice.breaking, columns.measure, setting.desk.fonts);
    const kept = fit.cut?.block === index ? lines.slice(0, fit.cut.lines) : lines;
    const over = whiteOver(taken.lines - lines.length, isColumnTop(rooms, at));
    for (const [offset, line] of kept.entries()) {
      const spot = spots[at + over + offset];
      if (spot !== undefined) placed.push({ block, line, ...spot });
    }
    at += taken.lines;
  }
  return placed;
}

/**
 * How much of a crosshead's white stands over it: one line of one, one of two (占三行居中: two over it would be a hole),
 * and none at a column's top, which begins level with the others.
 */
const whiteOver = (white: Lines, isTop: boolean): Lines => (isTop ? 0 : Math.ceil(white / 2));

/** Where a story that was cut goes on. */
function restAfter(copy: Copy, { fit, columns }: Plan, { desk }: Setting): Place | null {
  if (fit.cut === null) return null;
  const { block, lines } = fit.cut;
  const taken = fit.taken[block]!;
  const { place, prepared } = copy.blocks[block]!;
  if (lines >= taken.choice.lines) return { block: place.block + 1, offset: 0 };
  const set = justify(prepared, taken.choice.breaking, columns.measure, desk.fonts);
  return { block: place.block, offset: place.offset + set[lines - 1]!.end };
}

/** 上接 or 下转 on a line of a column. */
function jumpLine(
  text: string,
  side: 'start' | 'end',
  column: { left: Pt; width: Pt },
  row: Lines,
  part: StoryPart,
  style: StoryStyle,
  { grid, desk }: Setting,
): PlacedItem {
  const jump: TextStyle = style.jump;
  const { placed } = label(
    text,
    jump,
    { x: side === 'start' ? 0 : column.width, baseline: baselineIn(grid.leading, style.body.size) },
    side,
    desk.fonts,
  );
  const page = side === 'start' ? part.fromPage! : part.toPage!;
  // Its line and no more: it is a link on a screen.
  const box = { width: column.width, height: grid.leading };
  return {
    at: { x: column.left, y: row * grid.leading },
    item: group({ part: 'jump', story: part.article.id, page }, { size: box, children: [placed] }),
  };
}

/** A bar at the last column's foot that says how much found no place. */
function oversetMark(lines: Lines, chars: number, plan: Plan, style: StoryStyle, { grid, desk }: Setting): PlacedItem {
  const index = lastTextColumn(plan.shape.columns);
  const last = plan.columns.columns[index]!;
  const space = plan.shape.columns[index]!;
  const y = (space.top + space.lines - 1) * grid.leading;
  const mark: TextStyle = { ...style.jump, ink: { c: 0, m: 0, y: 0, k: 0 } };
  const { placed } = label(
    `溢出${lines}行${chars}字`,
    mark,
    { x: last.width / 2, baseline: baselineIn(grid.leading, mark.size) },
    'center',
    desk.fonts,
  );
  const bar: FrameItem = {
    kind: 'area',
    size: { width: last.width, height: grid.leading },
    fill: { ...BLACK, m: 100, y: 100, k: 0 },
  };
  return {
    at: { x: last.left, y },
    item: group(
      { part: 'overset' },
      { size: { width: last.width, height: grid.leading }, children: [{ at: { x: 0, y: 0 }, item: bar }, placed] },
    ),
  };
}
