/** A page template's file → the template, checked against its paper and styles. */
import { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Outcome } from '../diagnostics/types.js';
import { readYaml } from '../yaml/check.js';
import { narrow } from './narrow.js';
import { isUpright, leavesOf, mostIn } from './nodes.js';
import { templateSchema } from './schema.js';
import { readNode } from './tree.js';
import type { FixtureNode, FreeNode, Paper, StoryNode, Styles, Template } from './types.js';

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

const HINTS = {
  width: 'Widths beside each other must be able to add up to those above them: give one of them a range, such as 2..4.',
  height: 'Heights under each other must be able to add up to the page: give one of them a range, or none.',
} as const;

/** The same of an advertisement whose `mm` says how many columns and lines it takes. */
const SOLD_HINTS = {
  width: 'Its `mm` says how many columns it takes: place a story beside it in `columns`, or give it a `width`.',
  height: 'Its `mm` says how many lines it takes: give it a `height`, or those beside it none.',
} as const;

/** A free region stands alone on one page, and says of each of its stories what it may be. */
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

/** Reads a page template. `name` stands in where the file names none. */
export const readTemplate = (
  name: string,
  file: string,
  text: string,
  paper: Paper,
  styles: Styles,
): Outcome<Template> => {
  const checked = readYaml(templateSchema, file, text);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const { data, at, keyAt } = checked.value;
  const report = new Collector();
  const { grid } = paper;
  const pages = data.pages ?? 1;
  const columns = grid.columns * pages;
  const tree = readNode(data.tree, ['tree'], { at, keyAt, grid, columns, widest: columns, styles, report });
  const seen = new Set<string>();
  const free = leavesOf(tree).filter((leaf) => leaf.kind === 'free');
  for (const [index, region] of free.entries()) checkFree(region, index, pages, report);
  for (const leaf of leavesOf(tree)) {
    if (leaf.kind === 'free') continue;
    if ('slot' in leaf) {
      if (seen.has(leaf.slot)) {
        const hint = 'Give one of them another name.';
        report.error('slot-duplicate', `a slot \`${leaf.slot}\` stands in this template already`, {
          span: leaf.span,
          hint,
        });
      }
      seen.add(leaf.slot);
      continue;
    }
    for (const style of FIXTURE_STYLES[leaf.kind].filter((one) => !styles.text.has(one))) {
      report.error('style-unknown', `the ${leaf.kind} is set in a text style \`${style}\` that styles.yaml lacks`, {
        span: leaf.span,
        hint: suggest(style, styles.text.keys()),
      });
    }
  }
  if (!report.failed) {
    const narrowed = narrow(tree, columns, grid.lines);
    for (const leaf of leavesOf(narrowed.tree)) if (leaf.kind === 'story') checkMiddle(leaf, pages, report);
    for (const { axis, node, message } of narrowed.conflicts) {
      const code = axis === 'width' ? 'template-widths' : 'template-heights';
      const sold = node.kind === 'advertisement' && node.mm !== undefined;
      report.error(code, message, { span: node.span, hint: sold ? SOLD_HINTS[axis] : HINTS[axis] });
    }
  }
  const template: Template = { name: data.name ?? name, kind: data.kind, pages, tree };
  return { value: report.failed ? null : template, diagnostics: report.diagnostics };
};
