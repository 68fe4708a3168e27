/**
 * A vertical head (竖题): headline lines running down one text column at a story's side, right to left, the kicker to
 * their right and the deck to their left; standfirst and byline stand across the column under them (rule 24).
 */
import type { Em, Pt } from '../../../geometry/units.js';
import type { Frame, Ink, PlacedItem, Tag } from '../../../page/types.js';
import type { StoryStyle, TextStyle } from '../../../template/types.js';
import {
  displayBreaking,
  type Line,
  LOOSE_GAP,
  lineTexts,
  type Paragraph,
  prepareVertical,
  setVertical,
  type VerticalSpacing,
  verticalBreaking,
} from '../../../typeset/index.js';
import { once } from '../../once.js';
import { glyphsOf, group, plainParagraph, setDisplay, setText, shifted, stackLines } from '../../text.js';
import type { HeadCopy } from './head-copy.js';
import { uprightSettings } from './vertical-headline.js';

/** White between neighbouring vertical lines of different sizes, and between what stands across under them, in pt. */
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

/** The vertical lines of a part: their texts, the rightmost first, and how they are set. */
interface Upright {
  readonly tag: Tag;
  readonly lines: readonly string[];
  readonly font: TextStyle['font'];
  readonly size: Pt;
  readonly ink: Ink;
  readonly ground?: Ink;
  /** Most extra space between characters. */
  readonly spacing: Em;
  /** Width of a line's own column. */
  readonly width: Pt;
}

/** What stands across the column likes as many characters at least. */
const FOOT: Em = 8;

/**
 * Widths of the column that a vertical head likes, widest last: its headline at the style's largest size, in one line, in
 * two …, with half a character of white on either side, and beside it kicker and deck in a line each.
 */
export function likedWidths({ text, style, bodySize }: HeadCopy): readonly Pt[] {
  const { kicker, deck, byline, standfirst } = text;
  const { sizes, lines, leading } = style.headline;
  const beside =
    (kicker === null ? 0 : style.kicker.size + BETWEEN) + (deck === null ? 0 : style.deck.size + BETWEEN) + bodySize;
  const foot = byline === null && standfirst === null ? 0 : FOOT * bodySize;
  const widths = Array.from({ length: lines.max }, (_, more) => (more + 1) * sizes.max * leading + beside);
  return [...new Set(widths.map((width) => Math.max(width, foot)))];
}

/** The cheapest vertical head in a column of this width, for any height; null where it has no room. */
export function verticalHeads(copy: HeadCopy, width: Pt): (height: Pt) => VerticalHead | null {
  const { text, story, style, words, fonts } = copy;
  const foot = footOf(copy, width);
  const [kickerIn, deckIn] = [besideHeadline('kicker', copy), besideHeadline('deck', copy)];
  const headline = prepareVertical(uprightParagraph(text.headline, style.headline.font, style), fonts);
  const settingIn = uprightSettings(headline, style.headline, words);
  return (height) => {
    const room = (height - foot.height) * FILL;
    const [right, left] = [kickerIn(room), deckIn(room)];
    const space = { room, width, taken: acrossOf([right, left]) };
    if (room <= 0 || space.taken >= width) return null;
    const { cost, size, lines } = settingIn(space);
    const { font, ink, spacing, leading } = style.headline;
    const tag: Tag = { part: 'headline', story, title: text.headline };
    const own: Upright = { tag, lines, size, font, ink, spacing, width: size * leading };
    const draw = (): Frame => drawUpright([right, own, left], foot, width, height, copy);
    return { cost, size, lineCount: lines.length, draw };
  };
}

/** The kicker or the deck: as few lines as it needs in a room so high; one too long for display lines runs on as text. */
function besideHeadline(
  name: 'kicker' | 'deck',
  { text, story, style, words, fonts }: HeadCopy,
): (room: Pt) => Upright {
  const { font, size, ink, ground } = style[name];
  const value = text[name] ?? '';
  const prepared = prepareVertical(uprightParagraph(value, font, style), fonts);
  const linesIn = (measure: Em): readonly string[] => {
    if (value === '') return [];
    const breaking = displayBreaking(prepared, words, measure) ?? verticalBreaking(prepared, measure);
    return breaking === undefined ? [] : lineTexts(prepared, breaking);
  };
  const linesOf = once(
    (measure: Em) => measure,
    (measure): Upright => ({
      tag: { part: name, story },
      lines: linesIn(measure),
      ...{ font, size, ink, ...(ground === undefined ? {} : { ground }) },
      spacing: 0,
      width: size + BETWEEN,
    }),
  );
  // From some height on there is one line.
  return (room) => linesOf(Math.min(Math.max(1, Math.floor(room / size)), longestOf(value)));
}

/** What stands across the column under the vertical lines. */
interface Foot {
  readonly height: Pt;
  readonly items: readonly PlacedItem[];
}

function footOf({ text, story, style, words, names, fonts }: HeadCopy, width: Pt): Foot {
  const items: PlacedItem[] = [];
  let y = 0;
  const put = (part: 'standfirst' | 'byline', frame: Frame): void => {
    y += BETWEEN;
    items.push({ at: { x: 0, y }, item: group({ part, story }, frame) });
    y += frame.size.height;
  };
  if (text.standfirst !== null) {
    const lines = setText(text.standfirst, style.standfirst, width, fonts, names);
    put('standfirst', stackLines(lines, style.standfirst, width));
  }
  if (text.byline !== null) {
    const lines = setDisplay(text.byline, style.byline, width, fonts, words, names);
    put('byline', stackLines(lines, style.byline, width));
  }
  return { height: y, items };
}

/** A length that no vertical line of a text exceeds: no character is longer than three ems. */
const longestOf = (text: string): Em => text.length * 3 + 1;

const uprightParagraph = (text: string, font: TextStyle['font'], style: StoryStyle): Paragraph =>
  plainParagraph(text, { ...style.body, font, hanSpace: 1, indent: 0, align: 'start' });

/** What parts take of a column's width. */
const acrossOf = (parts: readonly Upright[]): Pt =>
  parts.reduce((sum, { lines, width }) => sum + lines.length * width, 0);

function drawUpright(parts: readonly Upright[], foot: Foot, width: Pt, height: Pt, copy: HeadCopy): Frame {
  const room = height - foot.height;
  const top = (room * (1 - FILL)) / 2;
  const children: PlacedItem[] = [];
  let x = (width + acrossOf(parts)) / 2;
  let longest: Pt = 0;
  for (const part of parts) {
    if (part.lines.length === 0) continue;
    const set = setUpright(part, (room * FILL) / part.size, copy);
    longest = Math.max(longest, ...set.map((line) => line.width * part.size));
    const across = acrossOf([part]);
    const items = set.map((line, index) => ({
      at: { x: across - (index + 0.5) * part.width, y: 0 },
      item: glyphsOf(line, part),
    }));
    x -= across;
    const frame = { size: { width: across, height: room * FILL }, children: items };
    children.push({ at: { x, y: top }, item: group(part.tag, frame) });
  }
  // What stands across it belongs to the headline: at the foot of a tall column it would be lost.
  const under = Math.min(room, (room + longest) / 2 + copy.style.body.size);
  return { size: { width, height }, children: [...children, ...shifted(foot.items, 0, under)] };
}

/** A part's lines: each fills its column, or all have the spacing that the longest does with (rule 23). */
function setUpright(part: Upright, measure: Em, { style, fonts }: HeadCopy): readonly Line[] {
  const setLines = (spacing: VerticalSpacing): readonly Line[] =>
    part.lines.flatMap((text) => setVertical(uprightParagraph(text, part.font, style), measure, fonts, spacing));
  const lines = setLines({ most: part.spacing, otherwise: 0 });
  if (lines.every(({ ratio }) => ratio > 0)) return lines;
  const longest = lines.reduce((most, line) => (line.natural > most.natural ? line : most));
  const shared = Math.max(0, longest.ratio) * LOOSE_GAP;
  return setLines({ most: shared, otherwise: shared });
}
