/** What stands in a story's columns beside its body: jump lines, and the bar that says what found no place. */
import type { Lines } from '../../../geometry/units.js';
import { BLACK, type FrameItem, type PlacedItem } from '../../../page/types.js';
import type { TextStyle } from '../../../template/types.js';
import { nameOfPages } from '../../page-name.js';
import { baselineIn } from '../../solve/grid.js';
import { group, label } from '../../text.js';
import { firstTextColumn, lastTextColumn } from '../room.js';
import type { Drawing } from '../types.js';

/** 上接第N版, over the text of a story that comes from another page. */
export function drawComingFrom(drawing: Drawing): readonly PlacedItem[] {
  const { part, plan } = drawing;
  if (part.fromPage === null) return [];
  const column = firstTextColumn(plan.shape.columns);
  return [jumpLine('上接', [part.fromPage], 'start', column, plan.shape.columns[column]!.top, drawing)];
}

/** 下转第N版, on the last line of a story that was cut. */
export function drawGoingOn(drawing: Drawing): readonly PlacedItem[] {
  const { part, plan } = drawing;
  if (plan.fit.cut === null) return [];
  const column = lastTextColumn(plan.shape.columns);
  const { top, lines } = plan.shape.columns[column]!;
  return [jumpLine('下转', part.toPages, 'end', column, top + lines - 1, drawing)];
}

function jumpLine(
  words: '上接' | '下转',
  pages: readonly number[],
  side: 'start' | 'end',
  column: number,
  row: Lines,
  { part, style, plan, setting: { grid, desk } }: Drawing,
): PlacedItem {
  const { left, width } = plan.columns.columns[column]!;
  const { placed } = label(
    `（${words}${nameOfPages(pages, desk)}）`,
    style.jump,
    { x: side === 'start' ? 0 : width, baseline: baselineIn(grid.leading, style.body.size) },
    side,
    desk.fonts,
  );
  // Its line and no more: it is a link on a screen.
  const box = { width, height: grid.leading };
  return {
    at: { x: left, y: row * grid.leading },
    item: group({ part: 'jump', story: part.article.id, page: pages[0]! }, { size: box, children: [placed] }),
  };
}

/** A bar at the last column's foot that says how much found no place. */
export function drawOverset(
  { lines, chars }: { readonly lines: Lines; readonly chars: number },
  { style, plan, setting: { grid, desk } }: Drawing,
): readonly PlacedItem[] {
  if (lines === 0) return [];
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
  return [
    {
      at: { x: last.left, y },
      item: group(
        { part: 'overset' },
        { size: { width: last.width, height: grid.leading }, children: [{ at: { x: 0, y: 0 }, item: bar }, placed] },
      ),
    },
  ];
}
