/** The pages of issue.yaml → page plans: numbers, templates, what stands in which slot. */
import type { Collector } from '../../diagnostics/collector.js';
import { columnsBefore, prune, slotOf, slotsOf } from '../../template/nodes.js';
import type { Layouts, Template } from '../../template/types.js';
import { heldBy, justTooWide } from '../../template/values.js';
import type { Checked } from '../../yaml/check.js';
import type { Path } from '../../yaml/places.js';
import type { RawIssue, RawPage, RawSlot } from '../schema.js';
import type { PagePlan, Picture, Placement, Sold } from '../types.js';
import { askedFor } from './asked-for.js';
import { askedBy, entriesOf, fitting } from './fitting.js';
import { staffOf } from './staff.js';

/** What planning needs beside issue.yaml. */
export interface Planning extends Checked<RawIssue> {
  readonly report: Collector;
  readonly layouts: Layouts;
  /** Pictures of advertisements, by the name given to the file; those that failed are absent. */
  readonly advertisements: ReadonlyMap<string, Picture>;
}

/** The size of an advertisement, and what holds it on the page. */
const soldAt = (size: readonly number[] | undefined, path: Path, { at, layouts, report }: Planning): Sold | null => {
  if (size === undefined) return null;
  const mm = { width: size[0]!, height: size[1]! };
  const { grid } = layouts.paper;
  const held = heldBy(mm, grid, grid.columns);
  const { columns, lines, isHeld } = held;
  const wide = isHeld ? justTooWide(mm.width, held) : null;
  if (wide !== null) {
    report.warning('advertisement-size', wide.message, { span: at([...path, 'mm']), hint: wide.hint });
  }
  if (!isHeld || lines > grid.lines) {
    const message = `an advertisement of ${mm.width} × ${mm.height} mm does not fit the page`;
    report.error('advertisement-size', message, { span: at([...path, 'mm']), hint: 'Give it a smaller size.' });
  }
  return { mm, columns, lines };
};

const placementOf = (raw: RawSlot, path: Path, planning: Planning): Placement | null => {
  const { at, advertisements } = planning;
  if (typeof raw === 'string') return { kind: 'article', article: raw, span: at(path) };
  if ('continues' in raw) return { kind: 'continuation', article: raw.continues, span: at([...path, 'continues']) };
  if ('see' in raw) return { kind: 'teaser', articles: [raw.see].flat(), span: at([...path, 'see']) };
  const picture = advertisements.get(raw.advertisement);
  return picture === undefined
    ? null
    : {
        kind: 'advertisement',
        picture: { ...picture, alt: raw.alt ?? '', span: at([...path, 'advertisement']) },
        sold: soldAt(raw.mm, path, planning),
        span: at([...path, 'advertisement']),
      };
};

/** The page numbers of a key such as `4` or `6-7`, checked to be planned once; none where they do not face each other. */
const numbersOf = (key: string, taken: Map<number, string>, { report, keyAt }: Planning): readonly number[] => {
  const numbers = key.split('-').map(Number);
  const [left, right] = numbers as [number, number | undefined];
  const span = keyAt(['pages', key]);
  if (right !== undefined && (right !== left + 1 || left % 2 !== 0)) {
    const hint = 'The left page is even, the right one follows it: 2-3, 4-5, 6-7.';
    report.error('page-spread', `pages ${left} and ${right} do not face each other`, { span, hint });
    return [];
  }
  for (const number of numbers) {
    const other = taken.get(number);
    if (other !== undefined) {
      report.error('page-duplicate', `page ${number} is planned twice`, { span, hint: `It is also in \`${other}\`.` });
    }
    taken.set(number, key);
  }
  return numbers;
};

/** The pages of a spread on which a slot may begin, whichever template is taken and however its columns are divided. */
const pagesOf = (
  slot: string,
  [left, right]: readonly [number, number],
  templates: readonly Template[],
  slots: PagePlan['slots'],
  { layouts }: Planning,
): readonly number[] => {
  const { columns } = layouts.paper.grid;
  const before = templates.map(({ tree }) => {
    const filled = prune(tree, (leaf) => !('slot' in leaf) || slots.has(leaf.slot));
    return (filled && columnsBefore(filled, slot)) ?? { min: 0, max: 0 };
  });
  return [
    ...(before.some(({ min }) => min < columns) ? [left] : []),
    ...(before.some(({ max }) => max >= columns) ? [right] : []),
  ];
};

/** What stands in which slot of a page; what could not be read is absent. */
const slotsPlaced = (raw: RawPage, key: string, planning: Planning): PagePlan['slots'] =>
  new Map(
    entriesOf(raw, key).flatMap(({ slot, value, path }): [string, Placement][] => {
      const placement = placementOf(value, path, planning);
      return placement === null ? [] : [[slot, placement]];
    }),
  );

/** Sizes of advertisements that stand in a slot, which has its own. */
const warnOfSizes = (raw: RawPage, key: string, templates: readonly Template[], { report, at }: Planning): void => {
  for (const { slot, value, path } of entriesOf(raw, key)) {
    if (!askedBy(value).isSold || templates.some((one) => slotOf(one, slot)?.kind === 'free')) continue;
    report.warning('advertisement-size', `\`mm\` says nothing here: \`${slot}\` has its size from the template`, {
      span: at([...path, 'mm']),
      hint: 'Take it away, or change the template.',
    });
  }
};

/** Slots that are empty whichever template is taken. */
const warnOfEmpty = (raw: RawPage, key: string, templates: readonly Template[], { report, keyAt }: Planning): void => {
  const filled = new Set(entriesOf(raw, key).map(({ slot }) => slot));
  const [first, ...others] = templates.map(({ tree }) => slotsOf(tree));
  for (const slot of first ?? []) {
    if (filled.has(slot) || !others.every((slots) => slots.includes(slot))) continue;
    report.warning('slot-empty', `nothing stands in the slot \`${slot}\` of \`${templates[0]!.name}\``, {
      span: keyAt(['pages', key, 'slots']),
      hint: 'It is left out and its neighbours take its place.',
    });
  }
};

/** Whether something of a page beside its slots is left out of the plan: what it asks for may be that. */
const isUnsure = (key: string, { leftOut }: Planning): boolean =>
  leftOut.some(([, page, part]) => page === key && part !== undefined && part !== 'slots');

const planPage = (raw: RawPage, key: string, taken: Map<number, string>, planning: Planning): PagePlan => {
  const { layouts, at, keyAt } = planning;
  const numbers = numbersOf(key, taken, planning);
  const candidates =
    numbers.length === 0 || isUnsure(key, planning) ? [] : askedFor(raw, key, numbers.length, planning);
  const templates = candidates.length === 0 ? [] : fitting(raw, key, candidates, planning);
  const slots = slotsPlaced(raw, key, planning);
  if (templates.length > 0) {
    warnOfSizes(raw, key, templates, planning);
    if (planning.leftOut.length === 0) warnOfEmpty(raw, key, templates, planning);
  }
  const { blackPages } = layouts.paper.print;
  return {
    numbers: numbers.length === 0 ? [Number.parseInt(key, 10)] : numbers,
    section: raw.section == null ? null : { name: raw.section, span: at(['pages', key, 'section']) },
    staff: staffOf(raw, key, templates, planning),
    layouts: templates.map(({ name }) => name),
    slots,
    black: raw.inks === undefined ? numbers.some((page) => blackPages.includes(page)) : raw.inks === 'black',
    beginsOn: new Map(
      numbers.length < 2
        ? []
        : [...slots.keys()].map((slot) => [
            slot,
            pagesOf(slot, numbers as [number, number], templates, slots, planning),
          ]),
    ),
    span: keyAt(['pages', key]),
  };
};

/** Says where the pages planned are not those promised, or leave numbers out. */
const checkCount = (taken: ReadonlyMap<number, string>, { data, leftOut, report, at, keyAt }: Planning): void => {
  if (leftOut.length > 0) return;
  const promised = data['page-count'];
  if (promised !== undefined) {
    if (promised === taken.size) return;
    report.error('page-count', `page-count is ${promised}, but ${taken.size} pages are planned`, {
      span: at(['page-count']),
      hint: 'Plan the missing pages, or correct the number.',
    });
    return;
  }
  const last = Math.max(0, ...taken.keys());
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !taken.has(number));
  if (missing.length === 0 || report.failed) return;
  const named = `${missing.length === 1 ? 'page' : 'pages'} ${missing.join(', ')}`;
  report.warning('page-count', `the plan goes to page ${last} without ${named}`, {
    span: keyAt(['pages', taken.get(last)!]),
    hint: 'Plan them, or correct the numbers; 今日…版 counts the pages that are planned.',
  });
};

/** Plans all pages, in the order of their numbers. */
export const planPages = (planning: Planning): readonly PagePlan[] => {
  const taken = new Map<number, string>();
  const plans = Object.entries(planning.data.pages).map(([key, raw]) => planPage(raw, key, taken, planning));
  checkCount(taken, planning);
  return plans.sort((a, b) => a.numbers[0]! - b.numbers[0]!);
};
