/**
 * A story's head: kicker, headline, deck, byline and standfirst over each other, set to one width. For every height
 * in lines the cheapest setting: headline size and line count, and where the white goes.
 */
import type { Lines, Pt } from '../../../geometry/units.js';
import type { Frame, PlacedItem, Tag } from '../../../page/types.js';
import type { Line } from '../../../typeset/index.js';
import { COSTS } from '../../costs.js';
import { once } from '../../once.js';
import { group, setDisplay, setText, shifted, stackLines } from '../../text.js';
import { clearOfFold } from './fold.js';
import type { HeadCopy } from './head-copy.js';
import { type Headline, type HeadlineSetting, headlineFrame, headlineOf, headlineSettings } from './headline.js';

/** White a head likes in all, in lines, and how much more than the least it may take. */
const WHITE_LIKED = 0.75;
const WHITE_LEAST = 0.3;
const WHITE_MOST = 5;
/** More that it likes where it ends in a standfirst: text that the body must not seem to go on with. */
const WHITE_UNDER_STANDFIRST = 0.25;

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

/** For a width the cheapest head for every height in lines it can have. */
export function headsByHeight(copy: HeadCopy): (width: Pt) => readonly Head[] {
  const { text, style, words, names, fonts } = copy;
  const headline = headlineOf(text.headline, style.headline, words, names, fonts);
  return once(
    (width) => width,
    (width) => headsAtWidth(copy, headline, width),
  );
}

function headsAtWidth(copy: HeadCopy, headline: Headline, width: Pt): readonly Head[] {
  const { story, text, style, words, fonts, leading } = copy;
  // Large type needs air at its ends: half a 字 keeps it off the rules beside the story.
  const clear = copy.bodySize / 2;
  const measure = width - 2 * clear;
  const around = partsAround(copy, width);
  const choices = cheapestByHeight(headlineSettings(headline, style.headline, measure), around, copy);
  return [...choices].map(([lines, { cost, white, setting }]) => ({
    cost,
    lines,
    size: setting.size,
    lineCount: setting.lineCount,
    white: white + (setting.spare * setting.size * style.headline.leading) / leading,
    draw: (fold) => {
      const own: Part = {
        tag: { part: 'headline', story, title: text.headline },
        frame: indented(headlineFrame(headline, setting, style.headline, measure, fonts), clear),
        over: around.above.length > 0 ? 1 : 0.6,
      };
      const parts = [...around.above, own, ...around.below];
      // A byline's names are seldom among those that the article lists.
      const whole = [...words, ...(copy.text.byline?.split(/\s+/) ?? [])];
      return drawParts(parts, width, lines * leading, fold === null ? null : { at: fold, words: whole });
    },
  }));
}

/** The parts over and under a headline. */
interface Around {
  readonly above: readonly Part[];
  readonly below: readonly Part[];
}

function partsAround(copy: HeadCopy, width: Pt): Around {
  const { text, story, style, words, names, fonts } = copy;
  const part = (name: 'kicker' | 'deck' | 'byline', over: number): Part[] => {
    const value = text[name];
    if (value === null) return [];
    const lines = setDisplay(value, style[name], width, fonts, words, names);
    return [{ tag: { part: name, story }, frame: stackLines(lines, style[name], width), over }];
  };
  const standfirst = (value: string): Part => {
    const lines = standfirstLines(value, copy, width);
    const frame = stackLines(lines, style.standfirst, width);
    return { tag: { part: 'standfirst', story }, frame, over: 1.2 };
  };
  const above = part('kicker', 1);
  const below = [...part('deck', 1.5), ...part('byline', 1.5)];
  return { above, below: text.standfirst === null ? below : [...below, standfirst(text.standfirst)] };
}

/** The headline of a head so high, and the white that is left round it beyond what it likes. */
interface HeightChoice {
  readonly cost: number;
  readonly white: Lines;
  readonly setting: HeadlineSetting;
}

/** The cheapest headline for each height in lines. */
function cheapestByHeight(
  settings: readonly HeadlineSetting[],
  { above, below }: Around,
  { style, text, leading }: HeadCopy,
): ReadonlyMap<Lines, HeightChoice> {
  const fixed = [...above, ...below].reduce((sum, { frame }) => sum + frame.size.height, 0);
  const more = text.standfirst === null ? 0 : WHITE_UNDER_STANDFIRST;
  const choices = new Map<Lines, HeightChoice>();
  for (const setting of settings) {
    const natural = fixed + setting.lineCount * setting.size * style.headline.leading;
    const least = Math.ceil(natural / leading + WHITE_LEAST);
    for (let lines = least; lines <= least + WHITE_MOST; lines++) {
      const between = lines - natural / leading;
      const close = between < WHITE_LEAST + more ? COSTS.standfirstClose : 0;
      const white = between - WHITE_LIKED - more;
      const cost = setting.cost + white ** 2 * COSTS.headlineWhite + close;
      if (cost < (choices.get(lines)?.cost ?? Infinity)) choices.set(lines, { cost, white, setting });
    }
  }
  return choices;
}

/** A standfirst's lines; one by itself stands in the middle where the headline does, and is no paragraph. */
function standfirstLines(text: string, { style, names, fonts }: HeadCopy, width: Pt): readonly Line[] {
  const { standfirst, headline } = style;
  const lines = setText(text, standfirst, width, fonts, names);
  if (lines.length !== 1 || headline.align !== 'center') return lines;
  return setText(text, { ...standfirst, align: 'center', indent: 0 }, width, fonts, names);
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

/**
 * Stacks the parts in a height; what is over is shared out by each part's liking, and under the last. Of much white they
 * keep together, and it lies over them and under.
 */
function drawParts(parts: readonly Part[], width: Pt, height: Pt, fold: Fold | null): Frame {
  const used = parts.reduce((sum, { frame }) => sum + frame.size.height, 0);
  const under = parts.at(-1)?.tag.part === 'standfirst' ? UNDER_STANDFIRST : UNDER;
  const [first = 0, ...others] = parts.map(({ over }) => over);
  const between = others.reduce((sum, over) => sum + over, 0);
  const share = Math.min((height - used) / (first + between + under), MOST_BETWEEN);
  const children: PlacedItem[] = [];
  let y = ((height - used - between * share) * first) / (first + under);
  for (const [index, { tag, frame, over }] of parts.entries()) {
    if (index > 0) y += over * share;
    // A standfirst of several lines is running text, which fills the measure.
    const isClear = fold === null || (tag.part === 'standfirst' && frame.children.length > 1);
    children.push({ at: { x: 0, y }, item: group(tag, isClear ? frame : clearOfFold(frame, fold.at, fold.words)) });
    y += frame.size.height;
  }
  return { size: { width, height }, children };
}

/** White between two parts, for each weight of it, in pt. */
const MOST_BETWEEN: Pt = 6;
/** Weight of the white between the head and the body, and where the head ends in text that the body would touch. */
const UNDER = 1.4;
const UNDER_STANDFIRST = 3;
