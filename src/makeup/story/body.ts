/** A story's body: its lines where they stand in the columns, and what of it finds no place there. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Em, Lines } from '../../geometry/units.js';
import type { PlacedItem } from '../../page/types.js';
import { countCharacters, justify, type Line } from '../../typeset/index.js';
import { baselineIn } from '../grid.js';
import { glyphsOf, group } from '../text.js';
import type { Place } from '../types.js';
import type { CopyBlock } from './copy.js';
import { roomFor } from './room.js';
import { isColumnTop } from './table.js';
import type { Drawing } from './types.js';

/** A line that stands somewhere: on which line of which column, counted from the piece's top. */
interface SetLine {
  readonly line: Line;
  readonly column: number;
  readonly row: Lines;
}

/** A block's lines, as far as they find room. */
interface SetBlock {
  readonly block: CopyBlock;
  readonly lines: readonly SetLine[];
}

/** The lines of every block that was taken, in columns, up to the room there is. */
export function setBody({ copy, part, plan, setting }: Drawing): readonly SetBlock[] {
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
  let at = 0;
  return fit.taken.flatMap((taken, index): SetBlock[] => {
    if (at >= spots.length) return [];
    const block = copy.blocks[index]!;
    const { left, measure } = block.stand(columns.measure);
    const lines = justify(block.prepared, taken.choice.breaking, measure, setting.desk.fonts, left);
    const kept = fit.cut?.block === index ? lines.slice(0, fit.cut.lines) : lines;
    const first = at + whiteOver(taken.lines - lines.length, isColumnTop(rooms, at));
    at += taken.lines;
    const placed = kept.flatMap((line, offset) => {
      const spot = spots[first + offset];
      return spot === undefined ? [] : [{ line, ...spot }];
    });
    return placed.length === 0 ? [] : [{ block, lines: placed }];
  });
}

/**
 * How much of a block's white stands over it: one line of one, one of two (占三行居中: two over it would be a hole),
 * and none at a column's top, which begins level with the others.
 */
const whiteOver = (white: Lines, isTop: boolean): Lines => (isTop ? 0 : Math.ceil(white / 2));

/** The body's lines, a group a block; those of a quotation in a group of its own. */
export function drawBody(
  body: readonly SetBlock[],
  { part, style, plan: { columns }, strip, height, setting: { grid } }: Drawing,
): readonly PlacedItem[] {
  const baseline = baselineIn(grid.leading, style.body.size);
  const size = { width: grid.width(strip), height: height * grid.leading };
  const story = part.article.id;
  const placed = body.map(({ block: { part, leads, style }, lines }): PlacedItem => {
    const children = lines.map(({ line, column, row }) => ({
      at: { x: columns.columns[column]!.left, y: row * grid.leading + baseline },
      item: glyphsOf(line, style),
    }));
    return {
      at: { x: 0, y: 0 },
      item: group({ part, story, ...(leads ? { leads } : {}) }, { size, children }),
    };
  });
  return body.flatMap(({ block: { quotation } }, index): readonly PlacedItem[] => {
    if (quotation === null) return [placed[index]!];
    if (body[index - 1]?.block.quotation === quotation) return [];
    const children = placed.filter((_, other) => body[other]!.block.quotation === quotation);
    return [{ at: { x: 0, y: 0 }, item: group({ part: 'quote', story }, { size, children }) }];
  });
}

/** How much of the copy stands there, in lines and characters, and how much of it finds no place. */
export function countsOf(
  body: readonly SetBlock[],
  { copy, plan: { fit } }: Drawing,
): {
  readonly lines: Lines;
  readonly chars: number;
  readonly overset: { readonly lines: Lines; readonly chars: number };
} {
  const lines = body.flatMap((block) => block.lines);
  const chars = lines.reduce((sum, { line }) => sum + countCharacters(line.text), 0);
  const missing = fit.overset > 0 ? copy.characters - chars : 0;
  return { lines: lines.length, chars, overset: { lines: fit.overset, chars: missing } };
}

/** Where a story that was cut goes on; null where it was not. */
export function restAfter({ copy, plan: { fit, columns }, setting }: Drawing): Place | null {
  if (fit.cut === null) return null;
  const { block, lines } = fit.cut;
  const taken = fit.taken[block]!;
  const { place, prepared, stand } = copy.blocks[block]!;
  if (lines >= taken.choice.lines) return { block: place.block + 1, offset: 0 };
  const set = justify(prepared, taken.choice.breaking, stand(columns.measure).measure, setting.desk.fonts);
  return { block: place.block, offset: place.offset + set[lines - 1]!.end };
}

/** Rounding in a line's width that nobody sees, in em. */
const TOLERANCE: Em = 0.02;

/** Lines wider than their column: a word or address that no rule lets break stands out into the gap. */
export function overfull(
  body: readonly SetBlock[],
  { node: { slot }, part: { article }, plan }: Drawing,
): readonly Diagnostic[] {
  return body.flatMap(({ block, lines }) => {
    const stand = block.stand(plan.columns.measure);
    const measure = stand.left + stand.measure;
    return lines
      .filter(({ line }) => line.width > measure + TOLERANCE)
      .map(
        ({ line }): Diagnostic => ({
          code: 'line-overfull',
          severity: 'warning',
          message: `“${line.text.trim()}” is ${(line.width - measure).toFixed(1)} characters wider than its column in slot “${slot}”`,
          hint: 'let it break by a soft hyphen (U+00AD) or a space, shorten it, or give the story wider columns',
          span: article.body[block.place.block]!.span,
        }),
      );
  });
}
