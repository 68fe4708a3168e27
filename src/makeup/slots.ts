/** From template nodes to leaves: what stands in each slot today. */
import type { Lines, Pt } from '../geometry/units.js';
import type { Issue, PagePlan, Placement } from '../issue/types.js';
import type { Frame } from '../page/types.js';
import type { LeafNode, StoryStyle, Template } from '../template/types.js';
import { advertisementLeaf } from './advertisement.js';
import { drawMasthead } from './fixtures/masthead.js';
import { drawFolio, drawImprint, drawSpreadFolio, drawStrip } from './fixtures/strip.js';
import { weighingShape } from './free/proportions.js';
import { once } from './once.js';
import { photoAsStory } from './photo.js';
import { flat } from './solve/curve.js';
import type { Strip } from './solve/grid.js';
import { storyLeaf } from './story/leaf.js';
import type { StoryPart } from './story/types.js';
import { teaserLeaf } from './teaser.js';
import { group } from './text.js';
import type { Leaf, Rest, Setting } from './types.js';
import { withoutStory } from './without-story.js';

/** Where a story that jumped goes on, by article: known once the page it jumps from is made up. */
export type Carried = ReadonlyMap<string, Rest & { readonly page: number }>;

/** Whether a slot holds anything on this page: a continuation only what the pages before have left. */
export function isFilled(plan: PagePlan, carried: Carried, slot: string): boolean {
  const placement = plan.slots.get(slot);
  return placement?.kind === 'continuation' ? carried.has(placement.article) : placement !== undefined;
}

/** The leaf of a template node on a page; where its inputs are those of an earlier time, that time's leaf. */
export function leafFor(node: LeafNode, plan: PagePlan, carried: Carried, setting: Setting): Leaf {
  const inputs = [node, plan.numbers.length, ...houseInputs(setting), ...leafInputs(node, plan, carried, setting)];
  return setting.memory.recall('leaf', inputs, () => remembering(makeLeaf(node, plan, carried, setting)));
}

/** What every leaf follows from beside its node: the paper's facts, its styles, its fonts, the issue's parts. */
const houseInputs = ({ desk: { issue, layouts, fonts } }: Setting): readonly unknown[] => [
  layouts.paper,
  layouts.styles,
  fonts,
  // Pages are called by them.
  JSON.stringify(issue.parts),
];

/** What else a leaf follows from. Whoever lets a leaf read more of the issue adds it here. */
function leafInputs(node: LeafNode, plan: PagePlan, carried: Carried, setting: Setting): readonly unknown[] {
  const { issue } = setting.desk;
  if (!('slot' in node)) return [...issueInputs(issue), plan.numbers[0], plan.section, plan.staff];
  const placement = plan.slots.get(node.slot)!;
  switch (placement.kind) {
    case 'advertisement':
      return [placement.picture];
    case 'teaser':
      return placement.articles.flatMap((id) => {
        const { headline, names } = issue.articles.get(id)!;
        return [id, headline, names.join(), ...pagesOf(issue, id)];
      });
    default: {
      const { article, from, fromPage, toPages } = partOf(node.slot, plan, carried, setting);
      return [article, from.block, from.offset, fromPage, ...toPages];
    }
  }
}

/** What a page follows from: its plan, its templates, its copy, and what earlier pages left over for it. */
export function pageInputs(
  plan: PagePlan,
  templates: readonly Template[],
  carried: Carried,
  setting: Setting,
): readonly unknown[] {
  const { issue } = setting.desk;
  const copy = [...plan.slots.values()].flatMap((placement): readonly unknown[] => {
    if (placement.kind === 'teaser') return placement.articles.map((id) => issue.articles.get(id));
    if (placement.kind === 'advertisement') return [placement.picture];
    const rest = placement.kind === 'continuation' ? carried.get(placement.article) : undefined;
    return [issue.articles.get(placement.article), rest?.article, rest?.place.block, rest?.place.offset, rest?.page];
  });
  return [plan, ...templates, ...houseInputs(setting), ...issueInputs(issue), ...copy];
}

/** What mastheads, page heads and jump lines say of the whole issue. */
const issueInputs = ({ number, nameplate, date, pages }: Issue): readonly unknown[] => [
  number,
  nameplate,
  date.year,
  date.month,
  date.day,
  pages,
];

/** A leaf that answers each question once. */
function remembering(leaf: Leaf): Leaf {
  const keyOf = ({ from, width }: Strip): string => `${from}+${width}`;
  return {
    ...leaf,
    bound: once(keyOf, leaf.bound),
    layOut: once((strip, height) => `${keyOf(strip)} ${height}`, leaf.layOut),
  };
}

function makeLeaf(node: LeafNode, plan: PagePlan, carried: Carried, setting: Setting): Leaf {
  switch (node.kind) {
    case 'masthead':
      return fixture(node, setting, (width, height) => drawMasthead(width, height, setting));
    case 'strip':
      return fixture(node, setting, (width, height) => drawStrip(width, height, setting));
    case 'folio': {
      const [first, second] = plan.numbers;
      if (second !== undefined) {
        return fixture(node, setting, (_, height) => drawSpreadFolio(height, [first!, second], plan, setting));
      }
      return fixture(node, setting, (width, height) => drawFolio(width, height, first!, plan, setting));
    }
    case 'imprint':
      return fixture(node, setting, (width, height) => drawImprint(width, height, setting));
    case 'advertisement': {
      const placement = plan.slots.get(node.slot)!;
      if (placement.kind !== 'advertisement') throw wrong(node.slot);
      return advertisementLeaf(node, placement.picture, setting);
    }
    case 'teaser': {
      const placement = plan.slots.get(node.slot)!;
      if (placement.kind !== 'teaser') throw wrong(node.slot);
      const { issue } = setting.desk;
      const pointers = placement.articles.map((id) => {
        const { headline, names } = issue.articles.get(id)!;
        return { id, headline, names, pages: pagesOf(issue, id) };
      });
      return teaserLeaf(node, pointers, storyStyle(node.style, setting), setting);
    }
    case 'photo':
      return storyLeaf(
        photoAsStory(node),
        partOf(node.slot, plan, carried, setting),
        storyStyle(node.style, setting),
        setting,
      );
    case 'story': {
      const part = partOf(node.slot, plan, carried, setting);
      const leaf = storyLeaf(node, part, storyStyle(node.style, setting), setting);
      return node.weighsShape ? weighingShape(leaf, setting.grid) : leaf;
    }
    case 'free':
      throw new Error('a free region is cut before its pieces are made up');
  }
}

function fixture(
  node: LeafNode & { kind: 'masthead' | 'strip' | 'folio' | 'imprint' },
  { grid }: Setting,
  draw: (width: Pt, height: Lines) => Frame,
): Leaf {
  return {
    bound: () => flat(node.height.min, node.height.max, grid.lines),
    layOut: (strip, height) => {
      const size = { width: grid.width(strip), height: height * grid.leading };
      const item = group({ part: node.kind }, draw(size.width, height));
      return withoutStory({ size, children: [{ at: { x: 0, y: 0 }, item }] });
    },
  };
}

function partOf(slot: string, plan: PagePlan, carried: Carried, { desk }: Setting): StoryPart {
  const placement = plan.slots.get(slot)!;
  if (placement.kind !== 'article' && placement.kind !== 'continuation') throw wrong(slot);
  const article = desk.issue.articles.get(placement.article)!;
  const before = placement.kind === 'continuation' ? carried.get(article.id) : undefined;
  return {
    article: before?.article ?? article,
    from: before?.place ?? { block: 0, offset: 0 },
    fromPage: before?.page ?? null,
    toPages: nextPagesOf(desk.issue, article.id, plan),
  };
}

const wrong = (slot: string): Error => new Error(`slot “${slot}” holds what the loader should have refused`);

function storyStyle(name: string, { desk }: Setting): StoryStyle {
  return desk.layouts.styles.stories.get(name)!;
}

/** The pages of a plan on which an article begins, or goes on: one of them; none where it does neither. */
function pagesIn({ slots, numbers, beginsOn }: PagePlan, id: string, kind: Placement['kind']): readonly number[] {
  for (const [slot, placed] of slots) {
    if (placed.kind !== kind || !('article' in placed) || placed.article !== id) continue;
    return beginsOn.get(slot) ?? numbers;
  }
  return [];
}

/** The pages of which an article begins on one. */
const pagesOf = (issue: Issue, id: string): readonly number[] => firstPages(issue.pages, id, 'article');

/** The next pages after this one of which the article goes on on one. */
function nextPagesOf(issue: Issue, id: string, plan: PagePlan): readonly number[] {
  const later = issue.pages.filter((other) => other.numbers[0]! > plan.numbers[0]!);
  return firstPages(later, id, 'continuation');
}

const firstPages = (plans: readonly PagePlan[], id: string, kind: Placement['kind']): readonly number[] =>
  plans.map((plan) => pagesIn(plan, id, kind)).find((pages) => pages.length > 0) ?? [];
