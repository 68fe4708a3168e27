/** What the desk is shown of a page beside the page itself: its grid, slots, reading order, faults. Lengths in pt. */
import { mm } from '../geometry/units.js';
import { saidIn } from '../issue/body/said.js';
import { pageName } from '../issue/plan/page-name.js';
import type { Article, Issue } from '../issue/types.js';
import { bodyOf, readPieces } from '../makeup/faults/read.js';
import { lackingOf } from '../makeup/fits.js';
import type { MadePage } from '../makeup/page.js';
import { baselineIn, pageGrid } from '../makeup/solve/grid.js';
import { versionsOf } from '../makeup/story/versions.js';
import type { Page, StoryFit } from '../page/types.js';
import type { Layouts } from '../template/types.js';

/** A box on a page, in pt from its top left corner. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A slot where it stands, and how what is in it fits. */
export interface SlotView extends ViewBox {
  /** Slot name; of the paper's own parts their kind. */
  readonly slot: string;
  readonly kind: string;
  readonly columns: number;
  readonly lines: number;
  readonly cost: number;
  readonly story: string | null;
  readonly headline: string | null;
  readonly fit: StoryFit | null;
  /** Characters that would fill what the copy leaves white. */
  readonly lacking: number;
  /** Lines of what it leaves that its head takes up; 0 where that is no hole. */
  readonly swollen: number;
  /** The copy that found no place. */
  readonly overset: string;
}

/** A fault of make-up, with the slots that it is about. */
export interface FaultView {
  readonly code: string;
  readonly rule: string;
  readonly slots: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/** What the overlays show of a page. */
export interface PageView {
  readonly number: number;
  /** What it is called in print, where the issue has parts or the paper a pattern of its own; null: by its number. */
  readonly name: string | null;
  readonly width: number;
  readonly height: number;
  readonly template: string;
  readonly section: string | null;
  readonly grid: {
    readonly area: ViewBox;
    readonly columns: readonly { readonly x: number; readonly width: number }[];
    readonly lines: number;
    readonly leading: number;
    /** Where the baseline lies in a line. */
    readonly baseline: number;
  };
  readonly slots: readonly SlotView[];
  /** Each story's columns in the order they are read. */
  readonly order: readonly { readonly story: string; readonly columns: readonly ViewBox[] }[];
  readonly faults: readonly FaultView[];
}

/** Views of a made page; two for a spread. */
export function viewsOf(made: MadePage, issue: Issue, layouts: Layouts): readonly PageView[] {
  return made.pages.map((page, index) => viewOf(page, index, made, issue, layouts));
}

function viewOf(page: Page, index: number, made: MadePage, issue: Issue, { paper }: Layouts): PageView {
  const { width, height } = page.frame.size;
  const offset = index * mm(paper.sheet.width);
  const onPage = (box: ViewBox): ViewBox | null => {
    const left = Math.max(0, box.x - offset);
    const right = Math.min(width, box.x - offset + box.width);
    return right - left < 1 ? null : { ...box, x: left, width: right - left };
  };
  const slots = slotsOf(made, issue, paper).flatMap((slot) => {
    const box = onPage(slot);
    return box === null ? [] : [{ ...slot, ...box }];
  });
  const names = new Set(slots.map(({ slot }) => slot));
  const isNamed = issue.parts.length > 0 || paper.pageName !== null;
  return {
    number: page.number,
    name: isNamed ? pageName(page.number, { parts: issue.parts, pattern: paper.pageName }) : null,
    width,
    height,
    template: made.template ?? '',
    section: issue.pages.find(({ numbers }) => numbers.includes(page.number))?.section?.name ?? null,
    grid: gridOf(paper),
    slots,
    order: orderOf(page),
    faults: made.faults.flatMap(({ slots: named, ...fault }) => {
      const own = named.filter((slot) => slot !== null);
      const here = own.filter((slot) => names.has(slot));
      return own.length > 0 && here.length === 0 ? [] : [{ ...fault, slots: here }];
    }),
  };
}

function gridOf({ grid, typeArea }: Layouts['paper']): PageView['grid'] {
  const one = pageGrid(grid);
  return {
    area: { x: typeArea.x, y: typeArea.y, width: typeArea.width, height: typeArea.height },
    columns: Array.from({ length: one.columns }, (_, column) => ({
      x: typeArea.x + one.left(column),
      width: one.width({ from: column, width: 1 }),
    })),
    lines: one.lines,
    leading: one.leading,
    baseline: baselineIn(one.leading, one.bodySize),
  };
}

/** Every leaf with its place on the sheet, a spread's both pages side by side. */
function slotsOf(made: MadePage, issue: Issue, paper: Layouts['paper']): readonly SlotView[] {
  const { grid, typeArea, sheet } = paper;
  const facing = made.pages.length === 2;
  const whole = facing ? pageGrid(grid, 2, mm(sheet.width) - typeArea.width) : pageGrid(grid);
  return made.leaves.map(({ placed: { node, strip, top, height, cost }, laidOut }) => {
    const { fit } = laidOut;
    const article = fit === null ? undefined : issue.articles.get(fit.id);
    return {
      x: typeArea.x + whole.left(strip.from),
      y: typeArea.y + top * whole.leading,
      width: whole.width(strip),
      height: height * whole.leading,
      slot: 'slot' in node ? node.slot : node.kind,
      kind: node.kind,
      columns: strip.width,
      lines: height,
      cost: Math.round(cost),
      story: fit?.id ?? null,
      headline: article?.headline ?? null,
      fit,
      lacking: lackingOf(laidOut),
      swollen: laidOut.hole?.lines ?? 0,
      overset: article === undefined || fit === null ? '' : lastOf(printedOf(article, fit), fit.overset.chars),
    };
  });
}

/** The version of an article that a page has: passages go from the last on, wherever on the page it begins. */
const printedOf = (article: Article, { leftOut }: StoryFit): Article =>
  versionsOf(article, { block: 0, offset: 0 })[leftOut.passages]!.article;

/** The last characters of an article's copy, white space not counted. */
function lastOf({ body }: Article, count: number): string {
  const copy = body.map(saidIn).join('¶');
  const characters = [...copy];
  let start = characters.length;
  for (let left = count; left > 0 && start > 0; start--) {
    if (!/[\s¶]/.test(characters[start - 1]!)) left--;
  }
  return characters.slice(start).join('');
}

function orderOf({ frame }: Page): PageView['order'] {
  return readPieces(frame).flatMap((piece) => {
    const lines = bodyOf(piece).flatMap((text) => text.lines);
    if (piece.story === null || lines.length === 0) return [];
    const columns: { left: number; top: number; right: number; bottom: number; last: number }[] = [];
    for (const { box, baseline } of lines) {
      const column = columns.at(-1);
      if (column === undefined || baseline <= column.last) columns.push({ ...box, last: baseline });
      else {
        column.left = Math.min(column.left, box.left);
        column.right = Math.max(column.right, box.right);
        column.bottom = Math.max(column.bottom, box.bottom);
        column.last = baseline;
      }
    }
    const boxes = columns.map(({ left, top, right, bottom }) => ({
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
    }));
    return [{ story: piece.story, columns: boxes }];
  });
}
