/** A teaser (导读): titles of articles on later pages and where they stand. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Lines, Pt } from '../geometry/units.js';
import type { Frame, PlacedItem } from '../page/types.js';
import type { StoryStyle, TeaserNode } from '../template/types.js';
import { COSTS } from './costs.js';
import { type Curve, curveOf } from './curve.js';
import { baselineIn, type Strip } from './grid.js';
import { nameOfPages } from './page-name.js';
import { frameOfBox } from './story/box.js';
import { group, label, oneLine, setDisplay, stackLines } from './text.js';
import type { Desk, LaidOut, Leaf, Setting } from './types.js';

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
  readonly pages: readonly number[];
}

/** A teaser's leaf: each pointer on one line where there is room, else its page under its title. */
export function teaserLeaf(node: TeaserNode, pointers: readonly Pointer[], style: StoryStyle, setting: Setting): Leaf {
  const { grid } = setting;
  const padding = node.box === 'none' ? 0 : grid.bodySize;
  const rows = (strip: Strip): readonly { pointer: Pointer; frame: Frame }[] => {
    const width = grid.width(strip) - 2 * padding;
    return pointers.map((pointer) => ({
      pointer,
      frame: onOneLine(pointer, style, width, setting) ?? onTwo(pointer, style, width, setting),
    }));
  };
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
      let y = share;
      for (const { pointer, frame } of placed) {
        const [page] = pointer.pages;
        const tag = { part: 'teaser', story: pointer.id, ...(page === undefined ? {} : { page }) } as const;
        children.push({ at: { x: padding, y }, item: group(tag, frame) });
        y += frame.size.height + share;
      }
      const spare = Math.floor(height - natural(strip) / grid.leading - WHITE_LIKED);
      return { frame: { size, children }, fit: null, cost: new Map(), rest: null, diagnostics: hole(node, spare) };
    },
  };
}

/** What is to be said of a teaser that has more lines than it needs and likes. */
function hole({ slot, span }: TeaserNode, spare: Lines): readonly Diagnostic[] {
  if (spare <= WHITE_BORNE) return [];
  const message = `the teaser in slot “${slot}” has ${spare} lines more than it needs`;
  const hint = 'give it a height, or place it over or under another slot instead of beside it';
  return [{ code: 'white', severity: 'warning', message, hint, span }];
}

const where = (pages: readonly number[], desk: Desk): string =>
  pages.length === 0 ? '' : `（详见${nameOfPages(pages, desk)}）`;

/** Label, title and page centred on one line; null where they are too wide. */
function onOneLine({ headline, pages }: Pointer, style: StoryStyle, width: Pt, { desk }: Setting): Frame | null {
  const pieces = [
    { text: LABEL, style: style.kicker },
    { text: headline, style: style.deck },
    { text: where(pages, desk), style: style.jump },
  ].filter(({ text }) => text !== '');
  const between = BETWEEN * style.deck.size;
  const widths = pieces.map((piece) => oneLine(piece.text, piece.style, desk.fonts).width * piece.style.size);
  const total = widths.reduce((sum, value) => sum + value + between, -between);
  if (total > width) return null;
  const baseline = baselineIn(style.deck.leading, style.deck.size);
  let x = (width - total) / 2;
  const children = pieces.map((piece, index) => {
    const { placed } = label(piece.text, piece.style, { x, baseline }, 'start', desk.fonts);
    x += widths[index]! + between;
    return placed;
  });
  return { size: { width, height: style.deck.leading }, children };
}

function onTwo({ headline, pages }: Pointer, style: StoryStyle, width: Pt, { desk }: Setting): Frame {
  const { fonts, layouts } = desk;
  const title = stackLines(setDisplay(headline, style.deck, width, fonts, layouts.paper.words), style.deck, width);
  const below = stackLines(setDisplay(where(pages, desk), style.jump, width, fonts, []), style.jump, width);
  return {
    size: { width, height: title.size.height + below.size.height },
    children: [
      ...title.children,
      ...below.children.map(({ at, item }) => ({ at: { x: at.x, y: at.y + title.size.height }, item })),
    ],
  };
}
