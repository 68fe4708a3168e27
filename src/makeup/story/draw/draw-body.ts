/** A story's body drawn: its lines, the rules of its tables, its QR codes. */
import { BLACK, type PlacedItem, type Tag } from '../../../page/types.js';
import { baselineIn } from '../../solve/grid.js';
import { glyphsOf, group } from '../../text.js';
import type { CopyBlock, QrBlock } from '../copy/blocks.js';
import { type DropCap, drawCap } from '../copy/drop-cap.js';
import { placesOf, tableRules } from '../tables/rules.js';
import type { TableCopy } from '../tables/tables.js';
import type { Drawing } from '../types.js';
import type { SetBlock, SetPart } from './body.js';

/** The body's lines, a group a block; those of a quotation, and of a table, in a group of its own. */
export function drawBody(body: readonly SetBlock[], drawing: Drawing): readonly PlacedItem[] {
  const { part, strip, height, setting, plan, style } = drawing;
  const { grid } = setting;
  const size = { width: grid.width(strip), height: height * grid.leading };
  const story = part.article.id;
  const groupOf = (tag: Omit<Tag, 'story'>, children: readonly PlacedItem[]): PlacedItem => ({
    at: { x: 0, y: 0 },
    item: group({ ...tag, story }, { size, children }),
  });
  const capIn = ({ spots }: SetBlock, cap: DropCap): PlacedItem => {
    const { column, row } = spots[0]!;
    const at = { x: plan.columns.columns[column]!.left, y: row * grid.leading };
    const frame = { size: { width: cap.width * style.body.size, height: cap.lines * grid.leading } };
    return { at, item: group({ part: 'drop-cap', story }, { ...frame, children: [drawCap(cap, style)] }) };
  };
  const placed = body.map((set): PlacedItem => {
    const { leads, part } = set.block;
    const parts = set.parts.map((own) =>
      groupOf({ part: own.part, ...(leads ? { leads } : {}) }, linesIn(own, drawing)),
    );
    if (part === 'qr') return drawQr(set, set.block, parts, drawing);
    if (part === 'row') return groupOf({ part }, parts);
    return set.block.cap === null
      ? parts[0]!
      : groupOf({ part }, [capIn(set, set.block.cap), ...linesIn(set.parts[0]!, drawing)]);
  });
  const headsAgain = body.map(({ again }): readonly PlacedItem[] =>
    again === undefined
      ? []
      : [
          groupOf(
            { part: 'head-again' },
            again.parts.flatMap((own) => linesIn(own, drawing)),
          ),
        ],
  );
  return body.flatMap(({ block }, index): readonly PlacedItem[] => {
    const whole = wholeOf(block);
    if (whole === null) return [placed[index]!];
    if (index > 0 && wholeOf(body[index - 1]!.block) === whole) return [];
    const isOwn = (_: unknown, other: number): boolean => wholeOf(body[other]!.block) === whole;
    const own = placed.flatMap((one, other) => (isOwn(one, other) ? [...headsAgain[other]!, one] : []));
    if (block.part !== 'row') return [groupOf({ part: 'quote' }, own)];
    return [groupOf({ part: 'table' }, [...rulesOf(block.table, body.filter(isOwn), drawing), ...own])];
  });
}

/** What a block belongs to with others: its quotation or its table. */
const wholeOf = (block: CopyBlock): number | TableCopy | null => {
  if (block.part === 'qr') return null;
  return block.part === 'row' ? block.table : block.quotation;
};

/** A QR code in the place that it takes, with its words. */
function drawQr(
  { spots }: SetBlock,
  { qr }: QrBlock,
  words: readonly PlacedItem[],
  { part, plan, setting: { grid } }: Drawing,
): PlacedItem {
  const { column, row } = spots[0]!;
  const { left, width } = plan.columns.columns[column]!;
  const at = { x: left, y: row * grid.leading };
  const { x, y, side } = qr.at(plan.columns.measure).squares;
  const { squares: rows, link } = qr.code;
  const code: PlacedItem = { at: { x, y }, item: { kind: 'squares', side, rows, ink: BLACK } };
  const inside = words.map((one) => ({ ...one, at: { x: one.at.x - at.x, y: one.at.y - at.y } }));
  const frame = { size: { width, height: spots.length * grid.leading }, children: [code, ...inside] };
  return { at, item: group({ part: 'qr', story: part.article.id, link }, frame) };
}

const linesIn = (
  { style, lines }: SetPart,
  { style: { body }, plan, setting: { grid } }: Drawing,
): readonly PlacedItem[] => {
  const baseline = baselineIn(grid.leading, body.size);
  return lines.map(({ line, column, row }) => ({
    at: { x: plan.columns.columns[column]!.left, y: row * grid.leading + baseline },
    item: glyphsOf(line, style),
  }));
};

const rulesOf = (
  table: TableCopy,
  rows: readonly SetBlock[],
  { style, plan: { columns }, setting: { grid } }: Drawing,
): readonly PlacedItem[] =>
  tableRules(
    rows.flatMap(({ spots, again }) => [...placesOf(again?.spots ?? []), ...placesOf(spots)]),
    table.columnsAt(columns.measure).ends,
    style.body.size,
    grid.leading,
    columns.columns,
  );
