/** A page's leaves on its sheet, with the rules between them; a spread's sheet cut into its pages. */
import { mm } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { cutAtFold } from '../page/spread.js';
import { BLACK, type Frame, type Page, type PlacedItem } from '../page/types.js';
import { HAIRLINE } from './box.js';
import type { Separator } from './solve/separators.js';
import type { PlacedLeaf, Solution } from './solve/solve.js';
import { group } from './text.js';
import type { LaidOut, Setting } from './types.js';

/** A leaf laid out in its place. */
export interface LaidLeaf {
  readonly placed: PlacedLeaf;
  readonly laidOut: LaidOut;
}

/** Everything on the sheet: one page, or two side by side. */
export function sheetFrame(pages: number, leaves: readonly LaidLeaf[], solution: Solution, setting: Setting): Frame {
  const { desk, grid } = setting;
  const { paper } = desk.layouts;
  const origin = paper.typeArea;
  const children: PlacedItem[] = [];
  for (const { placed, laidOut } of leaves) {
    const at = { x: origin.x + grid.left(placed.strip.from), y: origin.y + placed.top * grid.leading };
    const slot = 'slot' in placed.node ? { slot: placed.node.slot } : {};
    const story = laidOut.fit === null ? {} : { story: laidOut.fit.id };
    const part = laidOut.fit === null ? ('ornament' as const) : ('story' as const);
    children.push({ at, item: group({ part, ...slot, ...story }, laidOut.frame) });
  }
  for (const separator of solution.separators) {
    // White parts what the fold parts already.
    const inFold = separator.kind === 'down' && grid.folds({ from: separator.before - 1, width: 2 });
    if (!inFold) children.push(ruleFor(separator, origin, setting));
  }
  return { size: { width: mm(paper.sheet.width) * pages, height: mm(paper.sheet.height) }, children };
}

function ruleFor(separator: Separator, origin: { x: number; y: number }, { grid }: Setting): PlacedItem {
  const top = separator.top * grid.leading;
  const height = separator.height * grid.leading;
  if (separator.kind === 'across') {
    const at = { x: origin.x + grid.left(separator.strip.from), y: origin.y + top + height / 2 };
    return { at, item: { kind: 'rule', to: { x: grid.width(separator.strip), y: 0 }, width: HAIRLINE, ink: BLACK } };
  }
  const before = separator.before;
  const gapStart = grid.left(before - 1) + grid.measure * grid.bodySize;
  const at = { x: origin.x + (gapStart + grid.left(before)) / 2, y: origin.y + top };
  return { at, item: { kind: 'rule', to: { x: 0, y: height }, width: HAIRLINE, ink: BLACK } };
}

/** The pages of a plan, with the stories that begin on each. */
export function pagesFrom(
  plan: PagePlan,
  leaves: readonly LaidLeaf[],
  frame: Frame,
  setting: Setting,
): readonly Page[] {
  const { sheet } = setting.desk.layouts.paper;
  const inks = plan.black ? ({ black: true } as const) : {};
  const stories = leaves.map(({ laidOut }) => laidOut.fit).filter((fit) => fit !== null);
  const [first, second] = plan.numbers;
  if (second === undefined) return [{ number: first!, ...inks, frame, stories }];
  const fold = mm(sheet.width);
  const { left, right } = cutAtFold(frame, fold);
  // A story belongs to the page its piece begins on.
  const onRight = new Set(
    leaves.flatMap(({ placed, laidOut }) =>
      laidOut.fit !== null && placed.strip.from >= setting.grid.columns / 2 ? [laidOut.fit] : [],
    ),
  );
  return [
    { number: first!, ...inks, frame: left, stories: stories.filter((fit) => !onRight.has(fit)) },
    { number: second, ...inks, frame: right, stories: stories.filter((fit) => onRight.has(fit)) },
  ];
}
