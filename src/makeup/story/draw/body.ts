/** A story's body: its lines where they stand in the columns, and what of it finds no place there. */
import { warning } from '../../../diagnostics/collector.js';
import type { Diagnostic, Span } from '../../../diagnostics/types.js';
import type { Em, Lines } from '../../../geometry/units.js';
import type { TableRow } from '../../../issue/types.js';
import type { StoryFit } from '../../../page/types.js';
import type { TextStyle } from '../../../template/types.js';
import { countCharacters, endsShort, justify, type Line, measureAt } from '../../../typeset/index.js';
import { sum } from '../../sum.js';
import type { Excess, Rest } from '../../types.js';
import { type CopyBlock, isText, type QrBlock, type RowBlock, type TextBlock } from '../copy/blocks.js';
import { roomFor } from '../room.js';
import type { CellCopy } from '../tables/cells.js';
import type { Drawing } from '../types.js';
import { isInOneColumn, partedCodes, placedBlocks, type Spot } from './spots.js';

/** A line that stands somewhere: on which line of which column, counted from the piece's top. */
interface SetLine extends Spot {
  readonly line: Line;
}

/** Lines that make one paragraph, the text of one cell, or the words of a QR code. */
export interface SetPart {
  readonly part: TextBlock['part'] | CellCopy['part'] | 'qr-words';
  readonly style: TextStyle;
  readonly lines: readonly SetLine[];
}

/** A block's lines, as far as they find room. */
export interface SetBlock {
  readonly block: CopyBlock;
  /** A paragraph, a row's cells, or a QR code's words. */
  readonly parts: readonly SetPart[];
  /** The lines of the grid that it takes. */
  readonly spots: readonly Spot[];
  /** Over a row that begins a column: its table's head once more. */
  readonly again?: Pick<SetBlock, 'parts' | 'spots'>;
}

/** The lines of every block that was taken, in columns, up to the room there is. */
export function setBody(drawing: Drawing): readonly SetBlock[] {
  const { columns, fit } = drawing.plan;
  return placedBlocks(drawing).flatMap(({ index, block, taken, isTop, lines, spots, from }): SetBlock[] => {
    if (block.part === 'row') return setRow(block, columns.measure, spots, lines, isTop ? taken.choice.head : 0);
    if (block.part === 'qr') return setQr(block, columns.measure, spots, lines);
    const { left, measure } = block.stand(columns.measure);
    const all = justify(block.prepared, taken.choice.breaking, measure, drawing.setting.desk.fonts, left);
    const placed = linesOn(fit.cut?.block === index ? all.slice(0, fit.cut.lines) : all, from);
    if (placed.length === 0) return [];
    return [{ block, parts: [{ part: block.part, style: block.style, lines: placed }], spots: placed }];
  });
}

const linesOn = (lines: readonly Line[], spots: readonly Spot[]): readonly SetLine[] =>
  lines.flatMap((line, index) => {
    const spot = spots[index];
    return spot === undefined ? [] : [{ line, ...spot }];
  });

/** A row is whole, under so many lines of its table's head, or, where it finds no room for all of its lines, left out. */
function setRow(block: RowBlock, measure: Em, spots: readonly Spot[], lines: Lines, head: Lines): SetBlock[] {
  if (spots.length < lines) return [];
  const { row, table } = block;
  const setOn = (row: TableRow, own: readonly Spot[]): Pick<SetBlock, 'parts' | 'spots'> => {
    const set = table.set(row, measure);
    const parts = table.rows.get(row)!.map(({ part, style }, index) => {
      const lines = set[index]!;
      return { part, style, lines: linesOn(lines, row.isHead ? amid(own, lines.length) : own) };
    });
    return { parts, spots: own };
  };
  const again = head === 0 ? {} : { again: setOn(table.head, spots.slice(0, head)) };
  return [{ block, ...setOn(row, spots.slice(head)), ...again }];
}

/** Where so many lines of a head stand in the middle of its row’s; across two columns from the first on. */
function amid(spots: readonly Spot[], lines: Lines): readonly Spot[] {
  const over = isInOneColumn(spots) ? (spots.length - lines) / 2 : 0;
  return spots.map(({ column, row }) => ({ column, row: row + over }));
}

/** A QR code is whole and in one column, or left out. */
function setQr(block: QrBlock, measure: Em, spots: readonly Spot[], lines: Lines): SetBlock[] {
  if (spots.length < lines || !isInOneColumn(spots)) return [];
  const { style, at } = block.qr;
  const { words, first } = at(measure);
  return [{ block, parts: [{ part: 'qr-words', style, lines: linesOn(words, spots.slice(first)) }], spots }];
}

type Counts = Pick<StoryFit, 'lines' | 'chars' | 'overset'>;

/** How much of the copy stands there, in lines and characters, and how much of it finds no place. */
export function countsOf(body: readonly SetBlock[], drawing: Drawing): Counts {
  const { copy, plan } = drawing;
  const { overset } = plan.fit;
  const lines = body.reduce((sum, { spots }) => sum + spots.length, 0);
  const set = body.flatMap(({ parts }) => parts.flatMap((part) => part.lines));
  const caps = body.filter(({ block }) => isText(block) && block.cap !== null).length;
  const chars = set.reduce((sum, { line }) => sum + countCharacters(line.text), caps);
  const parted = partedCodes(drawing);
  const left = overset > 0 ? copy.characters - chars : sum(parted.map(({ block }) => block.characters));
  return { lines, chars, overset: { lines: overset + sum(parted.map((one) => one.lines)), chars: left } };
}

/**
 * What would bring copy to its room that finds none: characters of text to cut, for blocks that cannot be parted as many
 * as stand on their lines; of a QR code that no column holds where it stands the lines that it needs, for then no cut does.
 */
export function excessOf(body: readonly SetBlock[], { overset }: Counts, drawing: Drawing): Excess {
  const { copy, part, plan } = drawing;
  const { measure } = plan.columns;
  const set = new Set(body.map(({ block }) => block));
  const { choices } = copy.at(measure);
  const whole = copy.blocks.flatMap((block, index) =>
    set.has(block) || isText(block) ? [] : [{ block, lines: choices[index]![0]!.lines }],
  );
  const text = overset.chars - sum(whole.map(({ block }) => block.characters));
  const lines = sum(whole.map((one) => one.lines));
  const most = Math.max(
    ...roomFor(
      plan.shape.columns.map((column) => column.lines),
      part,
    ),
  );
  const code = whole.find((one) => one.block.part === 'qr' && one.lines > most) ?? partedCodes(drawing)[0];
  const chars = lines === 0 ? text : Math.round(Math.min(text + lines * measure, overset.lines * measure));
  return { chars, code: code?.lines ?? null };
}

/** The counts of two bodies. */
export const together = (a: Counts, b: Counts): Counts => ({
  lines: a.lines + b.lines,
  chars: a.chars + b.chars,
  overset: { lines: a.overset.lines + b.overset.lines, chars: a.overset.chars + b.overset.chars },
});

/** What goes on of a story that was cut; null where it was not. */
export function restAfter({ part, copy, plan: { fit, columns }, setting }: Drawing): Rest | null {
  if (fit.cut === null) return null;
  const { article } = part;
  const { block, lines } = fit.cut;
  const taken = fit.taken[block]!;
  const own = copy.blocks[block]!;
  const { place } = own;
  if (!isText(own) || lines >= taken.choice.lines) return { article, place: { block: place.block + 1, offset: 0 } };
  const { measure } = own.stand(columns.measure);
  const set = justify(own.prepared, taken.choice.breaking, measure, setting.desk.fonts);
  const begin = place.offset + (own.cap?.glyph.text.length ?? 0);
  return { article, place: { block: place.block, offset: begin + set[lines - 1]!.end } };
}

/** Rounding in a line's width that nobody sees, in em. */
const TOLERANCE: Em = 0.02;

/** Lines wider than their column: a word or address that no rule lets break stands out into the gap. */
export const overfull = (
  body: readonly SetBlock[],
  { node: { slot }, part: { article }, plan }: Drawing,
): readonly Diagnostic[] =>
  body.flatMap(({ block, parts }) => {
    // A table that is too wide is told of as a whole.
    if (!isText(block)) return [];
    const stand = block.stand(plan.columns.measure);
    // A line that stands in is as much shorter.
    const measure = measureAt(stand.left, 0) + measureAt(stand.measure, 0);
    const { span } = article.body[block.place.block]!;
    return parts.flatMap(({ lines }) => lines.flatMap(({ line }) => overfullLine(line, measure, slot, span)));
  });

/** Tells of a line where it is wider than its column; both in ems of its own. */
export function overfullLine(line: Line, measure: Em, slot: string, span: Span): readonly Diagnostic[] {
  if (line.width <= measure + TOLERANCE) return [];
  const over = (line.width - measure).toFixed(1);
  const message = `“${line.text.trim()}” is ${over} characters wider than its column in slot “${slot}”`;
  const hint = 'let it break by a soft hyphen (U+00AD) or a space, shorten it, or give the story wider columns';
  return [warning('line-overfull', message, { hint, span })];
}

/** Lines too loose to be filled: a number, a word or an address after them is long, and no rule lets it break. */
export function loose(
  body: readonly SetBlock[],
  { node: { slot }, part: { article } }: Drawing,
): readonly Diagnostic[] {
  const hint = 'reword the sentence, let a long word break by a soft hyphen (U+00AD), or give the story wider columns';
  return body.flatMap(({ block, parts }) => {
    const { span } = article.body[block.place.block]!;
    const short = parts.flatMap(({ lines }) => lines).filter(({ line }) => endsShort(line));
    return short.map(({ line }) => {
      const said = line.text.trim();
      const message = `the line “${said}” in slot “${slot}” ends short: what follows it cannot break`;
      return warning('line-loose', message, { hint, span });
    });
  });
}
