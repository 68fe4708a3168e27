/**
 * A story's head: kicker, headline, deck, byline and standfirst over each other, set to one width. For every height
 * in lines the cheapest setting: headline size and line count, and where the white goes.
 */
import type { Em, Lines, Pt } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { Frame, PlacedItem, Tag } from '../../page/types.js';
import type { HeadlineStyle, StoryStyle } from '../../template/types.js';
import {
  type Breaking,
  type HeadlineBreaking,
  headlineBreakings,
  type Line,
  type Paragraph,
  type Prepared,
  placeHeadline,
  prepare,
} from '../../typeset/index.js';
import { COSTS } from '../costs.js';
import { baselineIn, type PageGrid } from '../grid.js';
import { once } from '../once.js';
import { glyphsOf, group, setDisplay, setText, shifted, stackLines } from '../text.js';
import type { Desk } from '../types.js';
import { clearOfFold } from './fold.js';

/** White a head likes in all, in lines, and how much more than the least it may take. */
const WHITE_LIKED = 0.75;
const WHITE_LEAST = 0.3;
const WHITE_MOST = 4;
/** More that it likes where it ends in a standfirst: text that the body must not seem to go on with. */
const WHITE_UNDER_STANDFIRST = 0.25;

/** One way to set the headline proper. */
interface HeadlineSetting {
  readonly size: Pt;
  readonly breaking: Breaking;
  readonly lineCount: number;
  /** How many of its lines it does not need at its size: they take up white. */
  readonly spare: number;
  readonly cost: number;
}

/** A head of a given height. */
export interface Head {
  readonly cost: number;
  readonly lines: Lines;
  /** Size of its headline, and how many lines that has. */
  readonly size: Pt;
  readonly lineCount: number;
  /** Lines of white round it beyond what it likes, and what its headline's lines take that it does not need. */
  readonly white: Lines;
  /** `fold`: where the fold of a spread runs through it, from its left edge. */
  draw(fold: Pt | null): Frame;
}

/** A part of the head that is drawn the same way whatever the headline's size. */
interface Part {
  readonly tag: Tag;
  readonly frame: Frame;
  /** White liked over it, as a weight in sharing what there is. */
  readonly over: number;
}

/** What a head says; null: it has no such part. */
export interface HeadText {
  readonly kicker: string | null;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly standfirst: string | null;
}

/** What a story's head says where it begins, and where it goes on after a jump. */
export function headText(article: Article, continued: boolean): HeadText {
  if (continued) {
    return { kicker: null, headline: article.short ?? article.headline, deck: null, byline: null, standfirst: null };
  }
  return article;
}

/** For a width the cheapest head for every height in lines it can have. */
export function headsByHeight(
  text: HeadText,
  article: Article,
  style: StoryStyle,
  desk: Desk,
  grid: Pick<PageGrid, 'leading' | 'bodySize'>,
): (width: Pt) => readonly Head[] {
  const words = [...desk.layouts.paper.words, ...article.names];
  const prepared = prepare(headlineParagraph(text.headline, style.headline, article.names), desk.fonts);
  const upTo = once(
    (lines: number) => lines,
    (lines) => headlineBreakings(prepared, desk.fonts, words, lines),
  );
  const headline = { prepared, upTo };
  return once(
    (width) => width,
    (width) => headsAtWidth(text, headline, article, style, width, desk, grid),
  );
}

/** Lines that a headline may have beyond its style's most, before it is set smaller than that allows. */
export const MORE_LINES = 3;

/** A headline and the ways to break it into so many lines at most, which are the same at every width. */
interface Headline {
  readonly prepared: Prepared;
  upTo(lines: number): readonly HeadlineBreaking[];
}

function headsAtWidth(
  text: HeadText,
  { prepared, upTo }: Headline,
  article: Article,
  style: StoryStyle,
  width: Pt,
  desk: Desk,
  { leading, bodySize }: Pick<PageGrid, 'leading' | 'bodySize'>,
): readonly Head[] {
  // Large type needs air at its ends: half a 字 keeps it off the rules beside the story.
  const clear = bodySize / 2;
  const measure = width - 2 * clear;
  const words = [...desk.layouts.paper.words, ...article.names];
  const part = (name: 'kicker' | 'deck' | 'byline', value: string | null, over: number): Part[] => {
    if (value === null) return [];
    const lines = setDisplay(value, style[name], width, desk.fonts, words, article.names);
    const tag: Tag = { part: name, story: article.id };
    return [{ tag, frame: stackLines(lines, style[name], width), over }];
  };
  const standfirst: Part[] =
    text.standfirst === null
      ? []
      : [
          {
            tag: { part: 'standfirst', story: article.id },
            frame: stackLines(
              standfirstLines(text.standfirst, article.names, style, width, desk),
              style.standfirst,
              width,
            ),
            over: 1.2,
          },
        ];
  const above = part('kicker', text.kicker, 1);
  const below = [...part('deck', text.deck, 1.5), ...part('byline', text.byline, 1.5), ...standfirst];
  const fixed = [...above, ...below].reduce((sum, { frame }) => sum + frame.size.height, 0);
  const more = standfirst.length > 0 ? WHITE_UNDER_STANDFIRST : 0;

  const heads = new Map<Lines, { cost: number; over: Lines; setting: HeadlineSetting }>();
  const { max } = style.headline.lines;
  const settings = headlineSettings(upTo(max), style.headline, measure);
  for (const setting of settings.length > 0
    ? settings
    : [beyondStyle(upTo(max + MORE_LINES), style.headline, measure)]) {
    const natural = fixed + setting.lineCount * setting.size * style.headline.leading;
    const least = Math.ceil(natural / leading + WHITE_LEAST);
    for (let lines = least; lines <= least + WHITE_MOST; lines++) {
      const white = lines - natural / leading;
      const close = white < WHITE_LEAST + more ? COSTS.standfirstClose : 0;
      const over = white - WHITE_LIKED - more;
      const cost = setting.cost + over ** 2 * COSTS.headlineWhite + close;
      if (cost < (heads.get(lines)?.cost ?? Infinity)) heads.set(lines, { cost, over, setting });
    }
  }
  return [...heads].map(([lines, { cost, over, setting }]) => ({
    cost,
    lines,
    size: setting.size,
    lineCount: setting.lineCount,
    white: over + (setting.spare * setting.size * style.headline.leading) / leading,
    draw: (fold) => {
      const headline: Part = {
        tag: { part: 'headline', story: article.id },
        frame: indented(headlineFrame(prepared, setting, style.headline, measure, desk), clear),
        over: above.length > 0 ? 1 : 0.6,
      };
      return drawParts(
        [...above, headline, ...below],
        width,
        lines * leading,
        fold === null ? null : { at: fold, words },
      );
    },
  }));
}

/** A standfirst's lines; one by itself stands in the middle where the headline does, and is no paragraph. */
function standfirstLines(
  text: string,
  names: readonly string[],
  { standfirst, headline }: StoryStyle,
  width: Pt,
  { fonts }: Desk,
): readonly Line[] {
  const lines = setText(text, standfirst, width, fonts, names);
  if (lines.length !== 1 || headline.align !== 'center') return lines;
  return setText(text, { ...standfirst, align: 'center', indent: 0 }, width, fonts, names);
}

function headlineParagraph(text: string, style: HeadlineStyle, names: readonly string[]): Paragraph {
  return {
    runs: [{ text, role: style.font }],
    style: { level: 'strict', indent: 0, hanSpace: 1, hanging: '', align: style.align },
    names,
  };
}

/** Rounding in a headline's width that nobody sees, in ems. */
const TOLERANCE: Em = 0.001;

/** Every line count at the style's largest size and those whole points below it, as far as they fit the measure. */
function headlineSettings(
  breakings: readonly HeadlineBreaking[],
  style: HeadlineStyle,
  width: Pt,
): readonly HeadlineSetting[] {
  const { min, max } = style.sizes;
  const settings: HeadlineSetting[] = [];
  const fewest = new Map<Pt, number>();
  for (const { lines, widths, cost, breaking } of breakings) {
    const widest = Math.max(...widths);
    const tooFew = Math.max(0, style.lines.min - lines);
    for (let size = max; size >= min; size -= 1) {
      const measure = width / size;
      if (widest > measure + TOLERANCE) continue;
      const needed = fewest.get(size) ?? lines;
      fewest.set(size, needed);
      const spare = Math.max(0, lines - Math.max(needed, style.lines.min));
      const gaps = widest - 1;
      const filled = Math.min(1, (widest + gaps * style.spacing) / measure);
      settings.push({
        size,
        breaking,
        lineCount: lines,
        spare,
        cost:
          cost * COSTS.headlineBreak +
          spare * COSTS.headlineTorn +
          tooFew * COSTS.headlineUnfilled +
          (1 - filled) ** 2 * COSTS.headlineUnfilled +
          (max > min ? ((max - size) / (max - min)) ** 2 * COSTS.headlineSize : 0),
      });
    }
  }
  return settings;
}

/** A headline too long for its style: more lines than that allows, and smaller than its least size where it must be. */
function beyondStyle(breakings: readonly HeadlineBreaking[], { sizes }: HeadlineStyle, width: Pt): HeadlineSetting {
  let best: HeadlineSetting | null = null;
  for (const { lines, widths, breaking } of breakings) {
    const size = Math.min(sizes.min, width / Math.max(...widths));
    if (best === null || size > best.size) {
      best = { size, breaking, lineCount: lines, spare: 0, cost: COSTS.headlineBeyond * (sizes.min / size) ** 2 };
    }
  }
  return best!;
}

function headlineFrame(
  prepared: Prepared,
  setting: HeadlineSetting,
  style: HeadlineStyle,
  width: Pt,
  desk: Desk,
): Frame {
  const lines: readonly Line[] = placeHeadline(
    prepared,
    setting.breaking,
    { measure: width / setting.size, maxSpacing: style.spacing, align: style.align },
    desk.fonts,
  );
  const leading = setting.size * style.leading;
  return {
    size: { width, height: lines.length * leading },
    children: lines.map((line, index) => ({
      at: { x: 0, y: index * leading + baselineIn(leading, setting.size) },
      item: glyphsOf(line, { size: setting.size, ink: style.ink }),
    })),
  };
}

const indented = ({ size, children }: Frame, by: Pt): Frame => ({
  size: { ...size, width: size.width + 2 * by },
  children: shifted(children, by, 0),
});

/** A spread's fold, from the head's left, and the words that it had better not run through. */
interface Fold {
  readonly at: Pt;
  readonly words: readonly string[];
}

/** Stacks the parts in a height; what is over is shared out by each part's liking, and under the last. */
function drawParts(parts: readonly Part[], width: Pt, height: Pt, fold: Fold | null): Frame {
  const used = parts.reduce((sum, { frame }) => sum + frame.size.height, 0);
  const under = parts.at(-1)?.tag.part === 'standfirst' ? UNDER_STANDFIRST : UNDER;
  const weights = parts.reduce((sum, { over }) => sum + over, 0) + under;
  const share = (height - used) / weights;
  const children: PlacedItem[] = [];
  let y = 0;
  for (const { tag, frame, over } of parts) {
    y += over * share;
    // A standfirst of several lines is running text, which fills the measure.
    const isClear = fold === null || (tag.part === 'standfirst' && frame.children.length > 1);
    children.push({ at: { x: 0, y }, item: group(tag, isClear ? frame : clearOfFold(frame, fold.at, fold.words)) });
    y += frame.size.height;
  }
  return { size: { width, height }, children };
}

/** Weight of the white between the head and the body, and where the head ends in text that the body would touch. */
const UNDER = 1.4;
const UNDER_STANDFIRST = 3;
