/** The pages of issue.yaml → page plans: numbers, templates, what stands in which slot. */
import type { Collector } from '../diagnostics/collector.js';
import { nearest, suggest } from '../diagnostics/nearest.js';
import { freeIn, leastBefore, leavesOf, mostIn, prune, slotOf } from '../template/nodes.js';
import type { Layouts, LeafNode, Template } from '../template/types.js';
import type { Checked } from '../yaml/check.js';
import type { Path } from '../yaml/places.js';
import type { RawIssue, RawPage, RawSlot } from './schema.js';
import type { PagePlan, Picture, Placement } from './types.js';

/** What planning needs beside issue.yaml. */
export interface Planning extends Checked<RawIssue> {
  readonly report: Collector;
  readonly layouts: Layouts;
  /** Pictures of advertisements, by the name given to the file; those that failed are absent. */
  readonly advertisements: ReadonlyMap<string, Picture>;
}

/** Kinds of copy each kind of slot takes. */
const TAKES: Readonly<Record<LeafNode['kind'], readonly Placement['kind'][]>> = {
  story: ['article', 'continuation'],
  photo: ['article'],
  teaser: ['teaser'],
  advertisement: ['advertisement'],
  free: ['article', 'continuation'],
  masthead: [],
  strip: [],
  folio: [],
  imprint: [],
};

const WRITTEN: Readonly<Record<Placement['kind'], string>> = {
  article: 'an article',
  continuation: 'a continuation',
  teaser: 'a teaser',
  advertisement: 'an advertisement',
};

const HOW: Partial<Record<LeafNode['kind'], string>> = {
  story: 'Write an article’s name, or {continues: …}.',
  photo: 'Write the name of an article that has a picture.',
  teaser: 'Write {see: article}.',
  advertisement: 'Write {advertisement: photos/….jpg, alt: …}.',
};

const kindOf = (raw: RawSlot): Placement['kind'] => {
  if (typeof raw === 'string') return 'article';
  if ('continues' in raw) return 'continuation';
  return 'see' in raw ? 'teaser' : 'advertisement';
};

const slotsOf = (template: Template): string[] =>
  leavesOf(template.tree).flatMap((leaf) => ('slot' in leaf ? [leaf.slot] : []));

/** Whether a template has a place for what stands in a slot. */
export const takes = (template: Template, slot: string, kind: Placement['kind']): boolean => {
  const leaf = slotOf(template, slot);
  return leaf !== undefined && TAKES[leaf.kind].includes(kind);
};

/** The first of what is placed that a template's free region has no room for: every story there is more work. */
const beyondFree = <P extends { readonly slot: string }>(template: Template, placed: readonly P[]): P | undefined => {
  const free = freeIn(template.tree);
  if (free === null) return undefined;
  return placed.filter(({ slot }) => slotOf(template, slot)?.kind === 'free')[mostIn(free)];
};

/** What a page places, slot by slot; in a list a slot is called by its place in it, which no template's slot is. */
const entriesOf = ({ slots }: RawPage, key: string): readonly { slot: string; value: RawSlot; path: Path }[] =>
  Object.entries(slots).map(([name, value], index) => ({
    slot: Array.isArray(slots) ? `#${index + 1}` : name,
    value,
    path: ['pages', key, 'slots', Array.isArray(slots) ? index : name],
  }));

/** The templates a page asks for; empty where what it asks for does not exist. */
const askedFor = (raw: RawPage, key: string, count: number, planning: Planning): readonly Template[] => {
  const { layouts, report, at, keyAt } = planning;
  const { templates } = layouts;
  const path: Path = ['pages', key, 'layout'];
  const pages = (number: number): string => (number === 1 ? 'one page' : 'two pages');
  const right = templates.filter((template) => template.pages === count);
  const { layout } = raw;
  if (layout === undefined) {
    if (right.length === 0) {
      const hint = `Give a template \`pages: ${count}\`.`;
      report.error('layout-pages', `no template of the paper is for ${pages(count)}`, {
        span: keyAt(['pages', key]),
        hint,
      });
    }
    return right;
  }
  if (typeof layout === 'object' && !Array.isArray(layout)) {
    const found = right.filter((template) => template.kind === layout.kind);
    if (found.length === 0) {
      const kinds = new Set(right.map((template) => template.kind));
      const message = `no template for ${pages(count)} is of the kind \`${layout.kind}\``;
      report.error('layout-unknown', message, { span: at([...path, 'kind']), hint: suggest(layout.kind, kinds) });
    }
    return found;
  }
  const names = typeof layout === 'string' ? [layout] : layout;
  return names.flatMap((name, index) => {
    const span = at(typeof layout === 'string' ? path : [...path, index]);
    const template = templates.find((one) => one.name === name);
    if (template === undefined) {
      const isKind = templates.some((one) => one.kind === name);
      const known = templates.map((one) => one.name);
      const hint = isKind ? `For any template of that kind write {kind: ${name}}.` : suggest(name, known);
      report.error('layout-unknown', `${layouts.paper.name} has no template \`${name}\``, { span, hint });
      return [];
    }
    if (template.pages === count) return [template];
    const hint =
      count === 1 ? 'Plan a spread under two pages, such as 6-7.' : 'A spread needs a template with `pages: 2`.';
    report.error('layout-pages', `\`${name}\` is for ${pages(template.pages)}, not ${pages(count)}`, { span, hint });
    return [];
  });
};

/** A hint for an unknown slot: the free one most like it, or all that are free. */
const freeSlots = (slot: string, unused: readonly string[]): string => {
  if (unused.length === 0) return 'Every slot has its copy already.';
  const hint = suggest(slot, unused);
  return nearest(slot, unused) === null ? hint.replace(/^Known/, 'Still empty') : hint;
};

/** Those of a page's templates that take all that is placed; says what is wrong where none does. */
const fitting = (
  raw: RawPage,
  key: string,
  candidates: readonly Template[],
  planning: Planning,
): readonly Template[] => {
  const { report, at, keyAt } = planning;
  const placed = entriesOf(raw, key).map(({ slot, value, path }) => ({ slot, kind: kindOf(value), path }));
  const misses = (template: Template) =>
    placed.find(({ slot, kind }) => !takes(template, slot, kind)) ?? beyondFree(template, placed);
  const fit = candidates.filter((template) => misses(template) === undefined);
  if (fit.length > 0) {
    const chosen = Array.isArray(raw.layout) ? candidates.filter((template) => !fit.includes(template)) : [];
    for (const template of chosen) {
      const span = at(['pages', key, 'layout', (raw.layout as string[]).indexOf(template.name)]);
      const message = `\`${template.name}\` is left out: it has no slot for \`${misses(template)!.slot}\``;
      report.warning('layout-skipped', message, { span });
    }
    return fit;
  }
  const names = candidates.map((template) => `\`${template.name}\``).join(', ');
  if (Array.isArray(raw.slots) && candidates.every(({ tree }) => freeIn(tree) === null)) {
    const others = planning.layouts.templates.filter(({ tree }) => freeIn(tree) !== null).map(({ name }) => name);
    report.error('slot-unknown', `${names} has no free region for a list`, {
      span: keyAt(['pages', key, 'slots']),
      hint: `Name the slot of each: \`${[...candidates.flatMap(slotsOf), 'lead'][0]}: article\`${others.length === 0 ? '.' : `; templates with a free region: ${others.map((name) => `\`${name}\``).join(', ')}.`}`,
    });
    return [];
  }
  const known = [...new Set(candidates.flatMap(slotsOf))];
  let said = false;
  for (const { slot, kind, path } of placed) {
    if (candidates.some((template) => takes(template, slot, kind))) continue;
    said = true;
    const leaf = candidates.map((template) => slotOf(template, slot)).find((one) => one !== undefined);
    if (leaf === undefined || leaf.kind === 'free') {
      const unused = known.filter((name) => placed.every((other) => other.slot !== name));
      report.error('slot-unknown', `${names} has no slot \`${slot}\``, {
        span: keyAt(path),
        hint:
          leaf === undefined ? freeSlots(slot, unused) : 'What make-up places by itself is articles and continuations.',
      });
    } else {
      const message = `\`${slot}\` is ${leaf.kind === 'advertisement' ? 'an' : 'a'} ${leaf.kind} slot and takes no ${WRITTEN[kind].replace(/^an? /, '')}`;
      report.error('slot-kind', message, { span: at(path), hint: HOW[leaf.kind] });
    }
  }
  const [only] = candidates;
  const more = candidates.length === 1 && !said ? beyondFree(only!, placed) : undefined;
  if (more !== undefined) {
    const most = mostIn(freeIn(only!.tree)!);
    report.error('free-too-many', `the free region of ${names} takes ${most} stories: \`${more.slot}\` is one more`, {
      span: keyAt(more.path),
      hint: 'Place it on another page, or give the template a slot for it.',
    });
  } else if (!said) {
    report.error('slot-unknown', `none of ${names} has all of these slots`, {
      span: keyAt(['pages', key, 'slots']),
      hint: candidates.map((template) => `\`${template.name}\` lacks \`${misses(template)!.slot}\``).join('; '),
    });
  }
  return [];
};

const placementOf = (raw: RawSlot, path: Path, { at, advertisements }: Planning): Placement | null => {
  if (typeof raw === 'string') return { kind: 'article', article: raw, span: at(path) };
  if ('continues' in raw) return { kind: 'continuation', article: raw.continues, span: at([...path, 'continues']) };
  if ('see' in raw) return { kind: 'teaser', articles: [raw.see].flat(), span: at([...path, 'see']) };
  const picture = advertisements.get(raw.advertisement);
  return picture === undefined
    ? null
    : {
        kind: 'advertisement',
        picture: { ...picture, alt: raw.alt ?? '', span: at([...path, 'advertisement']) },
        span: at([...path, 'advertisement']),
      };
};

/** The page numbers of a key such as `4` or `6-7`; they are checked to face each other and to be planned once. */
const numbersOf = (key: string, taken: Map<number, string>, { report, keyAt }: Planning): readonly number[] => {
  const numbers = key.split('-').map(Number);
  const [left, right] = numbers as [number, number | undefined];
  const span = keyAt(['pages', key]);
  if (right !== undefined && (right !== left + 1 || left % 2 !== 0)) {
    const hint = 'The left page is even, the right one follows it: 2-3, 4-5, 6-7.';
    report.error('page-spread', `pages ${left} and ${right} do not face each other`, { span, hint });
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

/** Whether a slot of a spread lies on its right page, whichever template is taken. */
const isBeyondFold = (
  slot: string,
  templates: readonly Template[],
  slots: PagePlan['slots'],
  { layouts }: Planning,
): boolean =>
  templates.every(({ tree }) => {
    const filled = prune(tree, (leaf) => !('slot' in leaf) || slots.has(leaf.slot));
    return filled !== null && (leastBefore(filled, slot) ?? 0) >= layouts.paper.grid.columns;
  });

/** Plans all pages, in the order of their numbers. */
export const planPages = (planning: Planning): readonly PagePlan[] => {
  const { data, report, at, keyAt } = planning;
  const taken = new Map<number, string>();
  const plans = Object.entries(data.pages).map(([key, raw]): PagePlan => {
    const numbers = numbersOf(key, taken, planning);
    const candidates = askedFor(raw, key, numbers.length, planning);
    const templates = candidates.length === 0 ? [] : fitting(raw, key, candidates, planning);
    const slots = new Map<string, Placement>();
    const entries = entriesOf(raw, key);
    for (const { slot, value, path } of entries) {
      const placement = placementOf(value, path, planning);
      if (placement !== null) slots.set(slot, placement);
    }
    const empty = (template: Template): string[] =>
      slotsOf(template).filter((slot) => entries.every((entry) => entry.slot !== slot));
    for (const slot of templates[0] === undefined ? [] : empty(templates[0])) {
      if (!templates.every((template) => empty(template).includes(slot))) continue;
      report.warning('slot-empty', `nothing stands in the slot \`${slot}\` of \`${templates[0]!.name}\``, {
        span: keyAt(['pages', key, 'slots']),
        hint: 'It is left out and its neighbours take its place.',
      });
    }
    const layouts = templates.map((template) => template.name);
    const beyondFold =
      numbers.length === 1 ? [] : [...slots.keys()].filter((slot) => isBeyondFold(slot, templates, slots, planning));
    return { numbers, section: raw.section ?? null, layouts, slots, beyondFold, span: keyAt(['pages', key]) };
  });
  const promised = data['page-count'];
  if (promised !== undefined && promised !== taken.size) {
    report.error('page-count', `page-count is ${promised}, but ${taken.size} pages are planned`, {
      span: at(['page-count']),
      hint: 'Plan the missing pages, or correct the number.',
    });
  }
  return plans.sort((a, b) => a.numbers[0]! - b.numbers[0]!);
};
