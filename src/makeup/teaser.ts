/** A teaser (导读): titles of articles on later pages and where they stand. */
import { warning } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { Lines, Pt } from '../geometry/units.js';
import { GROUND_PAST_ENDS } from '../page/ground.js';
import type { Frame, PlacedItem } from '../page/types.js';
import type { StoryStyle, TeaserNode } from '../template/types.js';
import { frameOfBox } from './box.js';
import { COSTS } from './costs.js';
import { nameOfPages } from './page-name.js';
import { type Curve, curveOf } from './solve/curve.js';
import { baselineIn, type Strip } from './solve/grid.js';
import { group, label, setDisplay, shifted, stackLines } from './text.js';
import type { Desk, LaidOut, Leaf, Setting } from './types.js';
import { withoutStory } from './without-story.js';

/** White a teaser likes in all, in lines. */
const WHITE_LIKED = 0.8;
const WHITE_LEAST = 0.4;
/** Lines beyond that which nobody takes for a hole. */
const WHITE_BORNE = 3;
/** White between the pieces of a teaser on one line, in ems of the title. */
const BETWEEN = 1;
/** What stands before a teaser that has its line to itself. */
const LABEL = '导读';

/** An article pointed to, and the page it begins on: none, one, or one of two that face each other. */
export interface Pointer {
  readonly id: string;
  readonly headline: string;
  /** Names that its lines do not break. */
  readonly names: readonly string[];
  readonly pages: readonly number[];
}

/**
 * A teaser's leaf: pointers under each other, in the middle of its width by the longest of them, so that their labels stand
 * at one edge.
 */
export function teaserLeaf(node: TeaserNode, pointers: readonly Pointer[], style: StoryStyle, setting: Setting): Leaf {
  const { grid } = setting;
  const padding = node.box === 'none' ? 0 : grid.bodySize;
  const inner = (strip: Strip): Pt => grid.width(strip) - 2 * padding;
  /** A block under the label goes past its ends. */
  const clear = style.kicker.ground === undefined ? 0 : GROUND_PAST_ENDS * style.kicker.size;
  const rows = (strip: Strip): readonly { pointer: Pointer; frame: Frame }[] =>
    pointers.map((pointer) => ({ pointer, frame: pointerFrame(pointer, style, inner(strip) - clear, setting) }));
  const natural = (strip: Strip): Pt => rows(strip).reduce((sum, { frame }) => sum + frame.size.height, 0);

  return {
    bound: (strip): Curve => {
      const least = natural(strip) / grid.leading;
      return curveOf(grid.lines, (h) =>
        h < least + WHITE_LEAST ? Infinity : (h - least - WHITE_LIKED) ** 2 * COSTS.slackLine,
      );
    },
    layOut: (strip, height): LaidOut => {
      const size = { width: grid.width(strip), height: height * grid.leading };
      const placed = rows(strip);
      const share = (size.height - natural(strip)) / (placed.length + 1);
      const children: PlacedItem[] = node.box === 'none' ? [] : [...frameOfBox(node.box, size.width, size.height)];
      const width = inner(strip);
      const widest = Math.max(...placed.map(({ frame }) => frame.size.width));
      const left = Math.max(clear, (width - widest) / 2);
      let y = share;
      for (const { pointer, frame } of placed) {
        const [page] = pointer.pages;
        const tag = { part: 'teaser', story: pointer.id, ...(page === undefined ? {} : { page }) } as const;
        const row = frameOf(shifted(frame.children, left, 0), width, frame.size.height);
        children.push({ at: { x: padding, y }, item: group(tag, row) });
        y += frame.size.height + share;
      }
      const spare = Math.floor(height - natural(strip) / grid.leading - WHITE_LIKED);
      return withoutStory({ size, children }, hole(node, height, spare));
    },
  };
}

/** What is to be said of a teaser that has more lines than it needs and likes. */
function hole({ slot, span }: TeaserNode, height: Lines, spare: Lines): readonly Diagnostic[] {
  if (spare <= WHITE_BORNE) return [];
  const message = `the teaser in slot “${slot}” has ${spare} lines more than it needs`;
  // A height alone would make what stands beside it as low.
  const hint = `place it over or under another slot in \`rows\`, with a height of ${height - spare} lines at most`;
  return [warning('white', message, { hint, span })];
}

const where = (pages: readonly number[], desk: Desk): string =>
  pages.length === 0 ? '' : `（详见${nameOfPages(pages, desk)}）`;

/** A pointer: its label before its title, and its page behind that or, where it finds no room there, under it. */
function pointerFrame({ headline, names, pages }: Pointer, style: StoryStyle, width: Pt, { desk }: Setting): Frame {
  const { fonts, layouts } = desk;
  const { size, leading } = style.deck;
  const between = BETWEEN * size;
  const baseline = baselineIn(leading, size);
  const before = label(LABEL, style.kicker, { x: 0, baseline }, 'start', fonts);
  const left = before.width + between;
  const titleStyle = { ...style.deck, align: 'start' } as const;
  const lines = setDisplay(headline, titleStyle, width - left, fonts, layouts.paper.words, names);
  const title = stackLines(lines, style.deck, width - left);
  const titleRight = left + Math.max(...lines.map((line) => line.width * size));
  const parts = { title: shifted(title.children, left, 0), height: title.size.height };
  const said = where(pages, desk);
  if (said === '') return frameOf([before.placed, ...parts.title], titleRight, parts.height);
  const x = left + lines.at(-1)!.width * size + between;
  const behind = label(said, style.jump, { x, baseline: baseline + parts.height - leading }, 'start', fonts);
  if (x + behind.width <= width) {
    const right = Math.max(titleRight, x + behind.width);
    return frameOf([before.placed, ...parts.title, behind.placed], right, parts.height);
  }
  const under = setDisplay(said, { ...style.jump, align: 'start' }, width - left, fonts, []);
  const below = stackLines(under, style.jump, width - left);
  const right = Math.max(titleRight, left + Math.max(...under.map((line) => line.width * style.jump.size)));
  const children = [before.placed, ...parts.title, ...shifted(below.children, left, parts.height)];
  return frameOf(children, right, parts.height + below.size.height);
}

const frameOf = (children: readonly PlacedItem[], width: Pt, height: Pt): Frame => ({
  size: { width, height },
  children,
});
