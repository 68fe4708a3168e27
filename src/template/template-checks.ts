/** What a page template's tree is held to once it is read: its slots, its fixtures' styles, its free region, and that it fits its page. */
import type { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import { narrow } from './narrow.js';
import { isUpright, leavesOf, mostIn } from './nodes.js';
import type { FixtureNode, FreeNode, Grid, LeafNode, Paper, StoryNode, Styles, TemplateNode } from './types.js';

/** Each slot has a name of its own. */
export const checkSlots = (leaves: readonly LeafNode[], report: Collector): void => {
  const seen = new Set<string>();
  for (const leaf of leaves) {
    if (!('slot' in leaf)) continue;
    if (seen.has(leaf.slot)) {
      const hint = 'Give one of them another name.';
      report.error('slot-duplicate', `a slot \`${leaf.slot}\` stands in this template already`, {
        span: leaf.span,
        hint,
      });
    }
    seen.add(leaf.slot);
  }
};

/** Text styles, by name, that the paper's own parts are set in. */
const FIXTURE_STYLES: Readonly<Record<FixtureNode['kind'], readonly string[]>> = {
  masthead: [
    'nameplate',
    'masthead-organ',
    'masthead-site',
    'masthead-latin',
    'masthead-date',
    'masthead-day',
    'masthead-lunar',
  ],
  strip: ['strip'],
  folio: ['folio', 'folio-number'],
  imprint: ['imprint'],
};

/** The paper has the styles that its own parts are set in. */
export const checkFixtures = (
  leaves: readonly LeafNode[],
  { nameplate }: Paper,
  styles: Styles,
  report: Collector,
): void => {
  // Artwork is set in no style.
  const unset = (style: string): boolean => style === 'nameplate' && nameplate !== null;
  for (const leaf of leaves) {
    if (leaf.kind === 'free' || 'slot' in leaf) continue;
    for (const style of FIXTURE_STYLES[leaf.kind].filter((one) => !unset(one) && !styles.text.has(one))) {
      report.error('style-unknown', `the ${leaf.kind} is set in a text style \`${style}\` that styles.yaml lacks`, {
        span: leaf.span,
        hint: suggest(style, styles.text.keys()),
      });
    }
  }
};

/** A free region stands alone on one page, and says of each of its stories what it may be. */
export const checkFreeRegions = (leaves: readonly LeafNode[], pages: 1 | 2, report: Collector): void => {
  const regions = leaves.filter((leaf) => leaf.kind === 'free');
  for (const [index, region] of regions.entries()) checkFree(region, index, pages, report);
};

const checkFree = (region: FreeNode, index: number, pages: 1 | 2, report: Collector): void => {
  const { pieces, span } = region;
  const wrong = (message: string, hint: string): void => report.error('free-region', message, { span, hint });
  if (index > 0) wrong('a template has one free region at most', 'Give its stories to the other one.');
  if (pages === 2) wrong('a spread has no free region', 'Name its slots, or use one on a single page.');
  const stories = Array.from({ length: mostIn(region) }, (_, index) => index + 1);
  const unsaid = stories.find((story) => !pieces.some(({ for: { min, max } }) => story >= min && story <= max));
  if (unsaid === undefined) return;
  wrong(`nothing is said of story ${unsaid} of the free region`, `Write \`for: ${unsaid}..\` at one of its pieces.`);
};

const HINTS = {
  width: 'Widths beside each other must be able to add up to those above them: give one of them a range, such as 2..4.',
  height: 'Heights under each other must be able to add up to the page: give one of them a range, or none.',
} as const;

/** The same of an advertisement whose `mm` says how many columns and lines it takes. */
const SOLD_HINTS = {
  width: 'Its `mm` says how many columns it takes: place a story beside it in `columns`, or give it a `width`.',
  height: 'Its `mm` says how many lines it takes: give it a `height`, or those beside it none.',
} as const;

/** Widths and heights add up to the page, and what stands in the middle of columns has one. */
export const checkFit = (tree: TemplateNode, grid: Grid, pages: 1 | 2, report: Collector): void => {
  const narrowed = narrow(tree, grid.columns * pages, grid.lines);
  for (const leaf of leavesOf(narrowed.tree)) if (leaf.kind === 'story') checkMiddle(leaf, pages, report);
  for (const { axis, node, message } of narrowed.conflicts) {
    const code = axis === 'width' ? 'template-widths' : 'template-heights';
    const sold = node.kind === 'advertisement' && node.mm !== undefined;
    report.error(code, message, { span: node.span, hint: sold ? SOLD_HINTS[axis] : HINTS[axis] });
  }
};

/** A headline or picture for the middle of columns whose number leaves an odd rest: make-up has no other to choose. */
const checkMiddle = (node: StoryNode, pages: 1 | 2, report: Collector): void => {
  const { headline, cover, picture, divide, width, span } = node;
  // Across the fold of a spread columns are not divided.
  if (divide !== null && pages === 2) return;
  const { min: count, max } = divide ?? width;
  if (count !== max) return;
  /** Numbers of columns beside `wide` that have a middle among `all`; none where that has one itself. */
  const instead = (wide: number, all: number): readonly number[] | null =>
    wide >= all || (all - wide) % 2 === 0 ? null : [wide - 1, wide + 1].filter((one) => one >= 1 && one < all);
  const hint = (key: string, even: readonly number[], otherwise: string): string =>
    even.length > 0 ? `Write ${key}: ${even.join(` or ${key}: `)}.` : otherwise;
  const covers = headline === 'middle' ? instead(cover, count) : null;
  if (covers !== null) {
    report.warning(
      'headline-cover',
      `\`cover: ${cover}\` of ${count} columns has no middle: the headline stands half a column to the left`,
      {
        span,
        hint: hint('cover', covers, 'Write headline: beside, or divide the slot into three columns.'),
      },
    );
  }
  // An upright head takes one of them; of a range one has a middle.
  const free = isUpright(node, count) ? count - 1 : count;
  const { min: wide } = picture?.columns ?? { min: 0 };
  const across = picture?.at === 'middle' && picture.columns.max === wide ? instead(wide, free) : null;
  if (across !== null) {
    report.warning(
      'picture-aside',
      `\`columns: ${wide}\` of ${free} columns has no middle: the picture stands half a column to the left`,
      { span, hint: hint('columns', across, 'Write `at: left`, or divide the slot into three columns.') },
    );
  }
};
