/** Which templates take what a page places, and what is wrong where none does. */
import { nearest, suggest } from '../diagnostics/nearest.js';
import { freeIn, leavesOf, mostIn, slotOf } from '../template/nodes.js';
import { type LeafNode, MOST_STORIES, type Template } from '../template/types.js';
import type { Path } from '../yaml/places.js';
import type { Planning } from './plan.js';
import type { RawPage, RawSlot } from './schema.js';
import type { Placement } from './types.js';

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

/** The slots of a template, by name. */
export const slotsOf = (template: Template): string[] =>
  leavesOf(template.tree).flatMap((leaf) => ('slot' in leaf ? [leaf.slot] : []));

/** Whether a template has a place for what stands in a slot. */
export const takes = (template: Template, slot: string, { kind, isSold }: Asked): boolean => {
  const leaf = slotOf(template, slot);
  if (leaf === undefined || !TAKES[leaf.kind].includes(kind)) return false;
  return leaf.kind !== 'free' || kind !== 'advertisement' || isSold;
};

/** The first of what is placed that a template's free region has no room for: every piece there is more work. */
const beyondFree = <P extends Asked & { readonly slot: string }>(
  template: Template,
  placed: readonly P[],
): P | undefined => {
  const free = freeIn(template.tree);
  if (free === null) return undefined;
  const own = placed.filter(({ slot }) => slotOf(template, slot)?.kind === 'free');
  return own.filter(({ kind }) => kind !== 'advertisement')[mostIn(free)] ?? own[MOST_STORIES];
};

/** What a page places, slot by slot; in a list a slot is called by its place in it, which no template's slot is. */
export const entriesOf = ({ slots }: RawPage, key: string): readonly { slot: string; value: RawSlot; path: Path }[] =>
  Object.entries(slots).map(([name, value], index) => ({
    slot: Array.isArray(slots) ? `#${index + 1}` : name,
    value,
    path: ['pages', key, 'slots', Array.isArray(slots) ? index : name],
  }));

/** Keys of a page, which stand beside its slots. */
const PAGE_KEYS: readonly unknown[] = ['layout', 'section', 'inks', 'slots'] satisfies readonly (keyof RawPage)[];

/** Whether a slot's name is none, but a key of the page that was written one step too far in. */
export const isPageKey = (slot: unknown, templates: readonly Template[]): slot is string =>
  PAGE_KEYS.includes(slot) && templates.every((template) => slotOf(template, slot as string) === undefined);

/** A hint for an unknown slot: the free one most like it, or all that are free. */
const freeSlots = (slot: string, unused: readonly string[]): string => {
  if (isPageKey(slot, [])) return `\`${slot}\` stands beside \`slots:\`, not under it.`;
  if (unused.length === 0) return 'Every slot has its copy already.';
  const hint = suggest(slot, unused);
  return nearest(slot, unused) === null ? hint.replace(/^Known/, 'Still empty') : hint;
};

/** Those of a page's templates that take all that is placed; says what is wrong where none does. */
export const fitting = (
  raw: RawPage,
  key: string,
  candidates: readonly Template[],
  planning: Planning,
): readonly Template[] => {
  const { report, at, keyAt } = planning;
  const placed = entriesOf(raw, key).map((entry) => ({ ...entry, ...askedBy(entry.value) }));
  const misses = (template: Template) =>
    placed.find((own) => !takes(template, own.slot, own)) ?? beyondFree(template, placed);
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
  const strange = placed.filter(({ slot }) => !known.includes(slot));
  // Not a slip of the pen, but another template: told once, not slot by slot.
  if (strange.length > 2 && strange.length === placed.length && candidates.every(({ tree }) => freeIn(tree) === null)) {
    const others = planning.layouts.templates
      .filter((one) => misses(one) === undefined)
      .map(({ name }) => `\`${name}\``);
    report.error('slot-unknown', `${names} has none of these slots`, {
      span: keyAt(['pages', key, 'slots']),
      hint:
        others.length > 0
          ? `These have: ${others.join(', ')}.`
          : `Its slots: ${known.map((slot) => `\`${slot}\``).join(', ')}.`,
    });
    return [];
  }
  let said = false;
  for (const { slot, value, kind, isSold, path } of placed) {
    if (candidates.some((template) => takes(template, slot, { kind, isSold }))) continue;
    said = true;
    const leaf = candidates.map((template) => slotOf(template, slot)).find((one) => one !== undefined);
    if (leaf?.kind === 'free' && kind === 'advertisement') {
      report.error('advertisement-size', `make-up finds a place for \`${slot}\`, and does not know its size`, {
        span: at(path),
        hint: 'Say what it was sold at: mm: [width, height].',
      });
    } else if (leaf === undefined || leaf.kind === 'free') {
      const unused = known.filter((name) => placed.every((other) => other.slot !== name));
      report.error('slot-unknown', `${names} has no slot \`${slot}\``, {
        span: keyAt(path),
        hint:
          leaf === undefined
            ? freeSlots(slot, unused)
            : 'What make-up places by itself is articles, continuations and advertisements.',
      });
    } else {
      const message = `\`${slot}\` is ${leaf.kind === 'advertisement' ? 'an' : 'a'} ${leaf.kind} slot and takes no ${WRITTEN[kind].replace(/^an? /, '')}`;
      const hint = leaf.kind === 'teaser' && typeof value === 'string' ? `Write {see: ${value}}.` : HOW[leaf.kind];
      report.error('slot-kind', message, { span: at(path), hint });
    }
  }
  const [only] = candidates;
  const more = candidates.length === 1 && !said ? beyondFree(only!, placed) : undefined;
  if (more !== undefined) {
    const most = more.kind === 'advertisement' ? MOST_STORIES : mostIn(freeIn(only!.tree)!);
    report.error('free-too-many', `the free region of ${names} takes ${most} pieces: \`${more.slot}\` is one more`, {
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
