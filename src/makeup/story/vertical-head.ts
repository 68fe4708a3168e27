/**
 * A vertical head (竖题): headline lines running down one text column at a story's side, right to left, the kicker to
 * their right and the deck to their left; byline and standfirst stand across the column's foot (rule 24).
 */
import type { Em, Pt } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { Frame, Ink, PlacedItem, Tag } from '../../page/types.js';
import type { StoryStyle, TextStyle } from '../../template/types.js';
import {
  type Breaking,
  headlineBreakings,
  type Line,
  LOOSE_GAP,
  type Paragraph,
  placeHeadline,
  prepare,
  setVertical,
} from '../../typeset/index.js';
import { COSTS } from '../costs.js';
import { once } from '../once.js';
import { glyphsOf, group, plainParagraph, setDisplay, setText, stackLines } from '../text.js';
import type { Desk } from '../types.js';
import { type HeadText, MORE_LINES } from './head.js';

/** White between neighbouring vertical lines of different sizes, and over the foot, in pt. */
const BETWEEN: Pt = 8;
/** Share of the column's height that the headline may fill: white stands over and under it. */
const FILL = 0.94;

/** A head down a column of its own, at a height. */
export interface VerticalHead {
  readonly cost: number;
  readonly size: Pt;
  readonly lineCount: number;
  draw(): Frame;
}

/** One vertical line: its text and how it is set. */
interface Upright {
  readonly tag: Tag;
  readonly text: string;
  readonly font: TextStyle['font'];
  readonly size: Pt;
  readonly ink: Ink;
  /** Most extra space between characters. */
  readonly spacing: Em;
  /** Width of the line's own column. */
  readonly width: Pt;
}

/** The cheapest vertical head in a column of this width, for any height; null where it has no room. */
export function verticalHeads(
  text: HeadText,
  article: Article,
  style: StoryStyle,
  width: Pt,
  desk: Desk,
): (height: Pt) => VerticalHead | null {
  const { fonts } = desk;
  const words = [...desk.layouts.paper.words, ...article.names];
  const foot = footOf(text, article, style, width, desk);
  /** The kicker or the deck: as many lines as it needs in a room so high. */
  const beside = (name: 'kicker' | 'deck'): ((room: Pt) => readonly Upright[]) => {
    const { font, size, ink } = style[name];
    const value = text[name] ?? '';
    const paragraph = uprightParagraph(value, font, style);
    const linesOf = once(
      (measure: Em) => measure,
      (measure): readonly Upright[] =>
        setVertical(paragraph, measure, fonts).map((line) => ({
          tag: { part: name, story: article.id },
          text: line.text.trim(),
          ...{ font, size, ink },
          spacing: 0,
          width: size + BETWEEN,
        })),
    );
    // No character is longer than three ems: from some height on there is one line.
    return (room) => linesOf(Math.min(Math.max(1, Math.floor(room / size)), value.length * 3 + 1));
  };
  const [kickerIn, deckIn] = [beside('kicker'), beside('deck')];
  const { min, max } = style.headline.sizes;
  const headline = prepare(
    plainParagraph(text.headline, { ...style.body, font: style.headline.font, hanSpace: 1, indent: 0 }),
    fonts,
  );

  const { lines: most, leading } = style.headline;
  const breakings = headlineBreakings(headline, fonts, words, most.max);
  const beyond = once(
    () => null,
    () => headlineBreakings(headline, fonts, words, most.max + MORE_LINES),
  );
  const own = (breaking: Breaking, longest: Em, size: Pt): readonly Upright[] =>
    placeHeadline(headline, breaking, { measure: longest, maxSpacing: 0, align: 'start' }, fonts).map((line) => ({
      tag: { part: 'headline', story: article.id },
      text: line.text.trim(),
      font: style.headline.font,
      size,
      ink: style.headline.ink,
      spacing: style.headline.spacing,
      width: size * style.headline.leading,
    }));

  return (height) => {
    const room = (height - foot.height) * FILL;
    const [right, left] = [kickerIn(room), deckIn(room)];
    const taken = [...right, ...left].reduce((sum, line) => sum + line.width, 0);
    let best: { cost: number; size: Pt; longest: Em; breaking: Breaking } | null = null;
    for (const { lines, widths, cost, breaking } of breakings) {
      const longest = Math.max(...widths);
      for (let size = max; size >= min; size -= 1) {
        const across = taken + lines * size * leading;
        if (across > width || longest * size > room) continue;
        const filled = Math.min(1, ((longest + (longest - 1) * style.headline.spacing) * size) / room);
        const total =
          cost * COSTS.headlineBreak +
          (1 - filled) ** 2 * COSTS.headlineUnfilled +
          (1 - across / width) ** 2 * COSTS.headlineAcross +
          (max > min ? ((max - size) / (max - min)) ** 2 * COSTS.headlineSize : 0);
        if (best === null || total < best.cost) best = { cost: total, size, longest, breaking };
      }
    }
    // A headline too long for its style has more lines than that allows, and is set smaller where it must be.
    for (const { lines, widths, breaking } of best === null && room > 0 && taken < width ? beyond() : []) {
      const longest = Math.max(...widths);
      const size = Math.min(min, room / longest, (width - taken) / (lines * leading));
      const cost = COSTS.headlineBeyond * (2 - size / min);
      if (best === null || cost < best.cost) best = { cost, size, longest, breaking };
    }
    if (best === null) return null;
    const { cost, size, longest, breaking } = best;
    const draw = (): Frame =>
      drawUpright([...right, ...own(breaking, longest, size), ...left], foot, width, height, style, desk);
    return { cost, size, lineCount: breaking.breaks.length, draw };
  };
}

/** What stands across the column under the vertical lines. */
function footOf(
  text: HeadText,
  article: Article,
  style: StoryStyle,
  width: Pt,
  { fonts, layouts }: Desk,
): { readonly height: Pt; readonly items: readonly PlacedItem[] } {
  const items: PlacedItem[] = [];
  let y = 0;
  const put = (part: 'standfirst' | 'byline', frame: Frame): void => {
    y += BETWEEN;
    items.push({ at: { x: 0, y }, item: group({ part, story: article.id }, frame) });
    y += frame.size.height;
  };
  if (text.standfirst !== null) {
    put('standfirst', stackLines(setText(text.standfirst, style.standfirst, width, fonts), style.standfirst, width));
  }
  if (text.byline !== null) {
    put(
      'byline',
      stackLines(setDisplay(text.byline, style.byline, width, fonts, layouts.paper.words), style.byline, width),
    );
  }
  return { height: y, items };
}

const uprightParagraph = (text: string, font: TextStyle['font'], style: StoryStyle): Paragraph =>
  plainParagraph(text, { ...style.body, font, hanSpace: 1, indent: 0, align: 'start' });

function drawUpright(
  lines: readonly Upright[],
  foot: { readonly height: Pt; readonly items: readonly PlacedItem[] },
  width: Pt,
  height: Pt,
  style: StoryStyle,
  { fonts }: Desk,
): Frame {
  const total = lines.reduce((sum, line) => sum + line.width, 0);
  const room = height - foot.height;
  const top = (room * (1 - FILL)) / 2;
  const children: PlacedItem[] = [];
  const setLine = (line: Upright, most: Em, least: Em): Line | undefined => {
    const paragraph = uprightParagraph(line.text, line.font, style);
    const options = { maxSpacing: most, spacing: least, align: 'center' } as const;
    return setVertical(paragraph, (room * FILL) / line.size, fonts, options)[0];
  };
  const shared = sharedSpacing(
    lines.flatMap((line) => (line.tag.part === 'headline' ? [setLine(line, line.spacing, 0)] : [])),
  );
  let x = (width + total) / 2;
  for (const line of lines) {
    x -= line.width;
    const isShared = line.tag.part === 'headline' && shared !== null;
    const set = setLine(line, isShared ? shared : line.spacing, isShared ? shared : 0);
    if (set === undefined) continue;
    children.push({
      at: { x: x + line.width / 2, y: top },
      item: group(line.tag, {
        size: { width: 0, height: 0 },
        children: [{ at: { x: 0, y: 0 }, item: glyphsOf(set, line.size, line.ink) }],
      }),
    });
  }
  for (const { at, item } of foot.items) children.push({ at: { x: at.x, y: at.y + room }, item });
  return { size: { width, height }, children };
}

/** The spacing of a headline's longest line, for all of them (rule 23); null where each line fills its column. */
function sharedSpacing(lines: readonly (Line | undefined)[]): Em | null {
  const set = lines.filter((line) => line !== undefined);
  if (set.every(({ ratio }) => ratio > 0)) return null;
  const longest = set.reduce((most, line) => (line.natural > most.natural ? line : most));
  return Math.max(0, longest.ratio) * LOOSE_GAP;
}
