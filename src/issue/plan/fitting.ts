/** Which templates take what a page places, and what is wrong where none does. */
import { nearest, suggest } from '../../diagnostics/nearest.js';
import { freeIn, mostIn, slotOf, slotsOf } from '../../template/nodes.js';
import { type LeafNode, MOST_STORIES, type Template } from '../../template/types.js';
import type { Path } from '../../yaml/places.js';
import type { RawPage, RawSlot } from '../schema.js';
import type { Placement } from '../types.js';
import type { Planning } from './plan.js';

/** Kinds of copy each kind of slot takes. */
const TAKES: Readonly<Record<LeafNode['kind'], readonly Placement['kind'][]>> = {
  story: ['article', 'continuation'],
  photo: ['article'],
  teaser: ['teaser'],
  advertisement: ['advertisement'],
  free: ['article', 'continuation', 'advertisement'],
  masthead: [],
  strip: [],
  folio: [],
  imprint: [],
};

const HOW: Partial<Record<LeafNode['kind'], string>> = {
  story: 'Write an article’s name, or {continues: …}.',
  photo: 'Write the name of an article that has a picture.',
  teaser: 'Write {see: article}.',
  advertisement: 'Write {advertisement: photos/….jpg, alt: …}.',
};

/** What is placed in a slot, as far as templates ask: an advertisement whose place make-up finds must say its size. */
export interface Asked {
  readonly kind: Placement['kind'];
  readonly isSold: boolean;
}

/** The same as the plan writes it. */
export const askedBy = (raw: RawSlot): Asked => ({
  kind: kindOf(raw),
  isSold: typeof raw === 'object' && 'advertisement' in raw && raw.mm !== undefined,
});

const kindOf = (raw: RawSlot): Placement['kind'] => {
  if (typeof raw === 'string') return 'article';
  if ('continues' in raw) return 'continuation';
  return 'see' in raw ? 'teaser' : 'advertisement';
};

/** Whether a template has a place for what stands in a slot. */
export const takes = (template: Template, slot: string, { kind, isSold }: Asked): boolean => {
  const leaf = slotOf(template, slot);
  if (leaf === undefined || !TAKES[leaf.kind].includes(kind)) return false;
  return leaf.kind !== 'free' || kind !== 'advertisement' || isSold;
};

/** What a page places, slot by slot; in a list a slot is called by its place in it, which no template's slot is. */
export const entriesOf = ({ slots }: RawPage, key: string): readonly { slot: string; value: RawSlot; path: Path }[] =>
  Object.entries(slots).map(([name, value], index) => ({
    slot: Array.isArray(slots) ? `#${index + 1}` : name,
    value,
    path: ['pages', key, 'slots', Array.isArray(slots) ? index : name],
  }));

/** Keys of a page, which stand beside its slots. */
const PAGE_KEYS: readonly string[] = [
  'layout',
  'section',
  'staff',
  'inks',
  'slots',
] satisfies readonly (keyof RawPage)[];

/** Whether a slot's name is none, but a key of the page that was written one step too far in. */
export const isPageKey = (slot: string, templates: readonly Template[]): boolean =>
  PAGE_KEYS.includes(slot) && templates.every((template) => slotOf(template, slot) === undefined);

/** A hint for an unknown slot: the free one most like it, or all that are free. */
const freeSlots = (slot: string, unused: readonly string[]): string => {
  if (isPageKey(slot, [])) return `\`${slot}\` stands beside \`slots:\`, not under it.`;
  if (unused.length === 0) return 'Every slot has its copy already.';
  const hint = suggest(slot, unused);
  return nearest(slot, unused) === null ? hint.replace(/^Known/, 'Still empty') : hint;
};

/** What a page places in a slot. */
interface Placed extends Asked {
  readonly slot: string;
  readonly value: RawSlot;
  readonly path: Path;
}

/** A page, the templates that it may have, and what it places. */
interface Page {
  readonly raw: RawPage;
  readonly key: string;
  readonly candidates: readonly Template[];
  readonly placed: readonly Placed[];
  readonly planning: Planning;
}

/** What is placed that a template does not take, and why: a sentence that begins with the template. */
interface Missed {
  readonly own: Placed;
  readonly why: string;
}

/** The same where a template's free region has no room for it; `most` is how many it takes: every piece there is more work. */
interface Beyond extends Missed {
  readonly most: number;
}

/** The first of what is placed that a template does not take. */
const misses = (template: Template, placed: readonly Placed[]): Missed | undefined => {
  const own = placed.find((one) => !takes(template, one.slot, one));
  return own === undefined ? beyondFree(template, placed) : { own, why: whyNot(template, own) };
};

const whyNot = (template: Template, { slot, kind }: Placed): string =>
  isUnsized(slotOf(template, slot), kind)
    ? `does not know the size (\`mm\`) of \`${slot}\``
    : `has no slot for \`${slot}\``;

/** Whether an advertisement that has no place has none because it does not say its size: make-up would find one. */
const isUnsized = (leaf: LeafNode | undefined, kind: Placement['kind']): boolean =>
  leaf?.kind === 'free' && kind === 'advertisement';

const beyondFree = (template: Template, placed: readonly Placed[]): Beyond | undefined => {
  const free = freeIn(template.tree);
  if (free === null) return undefined;
  const all = placed.filter(({ slot }) => slotOf(template, slot)?.kind === 'free');
  const stories = all.filter(({ kind }) => kind !== 'advertisement');
  const most = stories.length > mostIn(free) ? mostIn(free) : MOST_STORIES;
  const own = stories[mostIn(free)] ?? all[MOST_STORIES];
  if (own === undefined) return undefined;
  return { own, most, why: `takes ${most} pieces in its free region, and \`${own.slot}\` is one more` };
};

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const namesOf = (templates: readonly Template[]): string => quoted(templates.map(({ name }) => name));
const isNoneFree = (templates: readonly Template[]): boolean => templates.every(({ tree }) => freeIn(tree) === null);

/** Those of a page's templates that take all that is placed; says what is wrong where none does. */
export const fitting = (
  raw: RawPage,
  key: string,
  candidates: readonly Template[],
  planning: Planning,
): readonly Template[] => {
  const placed = entriesOf(raw, key).map((entry) => ({ ...entry, ...askedBy(entry.value) }));
  const page = { raw, key, candidates, placed, planning };
  const fit = candidates.filter((template) => misses(template, placed) === undefined);
  if (fit.length > 0) warnOfLeftOut(page, fit);
  else explain(page);
  return fit;
};

/** Templates that a page names, and that do not take what it places, where others do. */
const warnOfLeftOut = ({ raw, key, candidates, placed, planning }: Page, fit: readonly Template[]): void => {
  const { layout } = raw;
  if (!Array.isArray(layout)) return;
  for (const template of candidates.filter((one) => !fit.includes(one))) {
    const span = planning.at(['pages', key, 'layout', layout.indexOf(template.name)]);
    const message = `\`${template.name}\` is left out: it ${misses(template, placed)!.why}`;
    planning.report.warning('layout-skipped', message, { span });
  }
};

/** Why no template takes what is placed: the first that can be said. */
const explain = (page: Page): void => {
  const said = listHasNoRegion(page) || isOtherTemplates(page) || someHaveNoPlace(page) || isBeyondFree(page);
  if (!said) noneHasAll(page);
};

/** A list of pieces is for make-up to place, and no template has a region for it. */
const listHasNoRegion = ({ raw, key, candidates, planning: { layouts, report, keyAt } }: Page): boolean => {
  if (!Array.isArray(raw.slots) || !isNoneFree(candidates)) return false;
  const others = layouts.templates.filter((one) => !isNoneFree([one]));
  const first = [...candidates.flatMap(({ tree }) => slotsOf(tree)), 'lead'][0];
  report.error('slot-unknown', `${namesOf(candidates)} has no free region for a list`, {
    span: keyAt(['pages', key, 'slots']),
    hint: `Name the slot of each: \`${first}: article\`${others.length === 0 ? '.' : `; templates with a free region: ${namesOf(others)}.`}`,
  });
  return true;
};

const slotsKnown = (candidates: readonly Template[]): readonly string[] => [
  ...new Set(candidates.flatMap(({ tree }) => slotsOf(tree))),
];

/** Where more than two slots are named and none is known, it is not a slip of the pen, but another template: told once. */
const isOtherTemplates = ({ key, candidates, placed, planning: { layouts, report, keyAt } }: Page): boolean => {
  const known = slotsKnown(candidates);
  if (placed.length <= 2 || placed.some(({ slot }) => known.includes(slot)) || !isNoneFree(candidates)) return false;
  const others = layouts.templates.filter((one) => misses(one, placed) === undefined);
  report.error('slot-unknown', `${namesOf(candidates)} has none of these slots`, {
    span: keyAt(['pages', key, 'slots']),
    hint: others.length > 0 ? `These have: ${namesOf(others)}.` : `Its slots: ${quoted(known)}.`,
  });
  return true;
};

/** What no template has a place for, piece by piece. */
const someHaveNoPlace = (page: Page): boolean => {
  const homeless = page.placed.filter((own) => !page.candidates.some((template) => takes(template, own.slot, own)));
  for (const own of homeless) hasNoPlace(own, page);
  return homeless.length > 0;
};

const hasNoPlace = ({ slot, value, kind, path }: Placed, { candidates, placed, planning }: Page): void => {
  const { report, at, keyAt } = planning;
  const leaf = candidates.map((template) => slotOf(template, slot)).find((one) => one !== undefined);
  if (isUnsized(leaf, kind)) {
    report.error('advertisement-size', `make-up finds a place for \`${slot}\`, and does not know its size`, {
      span: at(path),
      hint: 'Say what it was sold at: mm: [width, height].',
    });
  } else if (leaf === undefined || leaf.kind === 'free') {
    const unused = slotsKnown(candidates).filter((name) => placed.every((other) => other.slot !== name));
    report.error('slot-unknown', `${namesOf(candidates)} has no slot \`${slot}\``, {
      span: keyAt(path),
      hint:
        leaf === undefined
          ? freeSlots(slot, unused)
          : 'What make-up places by itself is articles, continuations and advertisements.',
    });
  } else {
    const message = `\`${slot}\` is ${leaf.kind === 'advertisement' ? 'an' : 'a'} ${leaf.kind} slot and takes no ${kind}`;
    const hint = leaf.kind === 'teaser' && typeof value === 'string' ? `Write {see: ${value}}.` : HOW[leaf.kind];
    report.error('slot-kind', message, { span: at(path), hint });
  }
};

/** More pieces than the free region takes, in all of the templates alike. */
const isBeyondFree = ({ candidates, placed, planning: { report, keyAt } }: Page): boolean => {
  const [beyond, ...others] = candidates.map((template) => beyondFree(template, placed));
  if (beyond === undefined || others.some((other) => other?.why !== beyond.why)) return false;
  const { own, most } = beyond;
  const regions = `the free region of ${namesOf(candidates)}`;
  report.error('free-too-many', `${regions} takes ${most} pieces: \`${own.slot}\` is one more`, {
    span: keyAt(own.path),
    hint: 'Place it on another page, or give the template a slot for it.',
  });
  return true;
};

/** Each piece has a place in one of the templates, and all have in none. */
const noneHasAll = ({ key, candidates, placed, planning: { report, keyAt } }: Page): void =>
  report.error('slot-unknown', `none of ${namesOf(candidates)} takes all that is placed here`, {
    span: keyAt(['pages', key, 'slots']),
    hint: candidates.map((template) => `\`${template.name}\` ${misses(template, placed)!.why}`).join('; '),
  });
