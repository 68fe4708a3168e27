/** A picture with its caption under, beside or on it: the box that is left for it, what cropping costs, how it is drawn. */
import type { Point, Pt, Size } from '../../geometry/units.js';
import type { Picture } from '../../issue/types.js';
import { BLACK, type Frame, type Image, type PlacedItem, WHITE } from '../../page/types.js';
import type { CaptionPlace, StoryStyle } from '../../template/types.js';
import type { Line } from '../../typeset/index.js';
import { COSTS } from '../costs.js';
import { group, setDisplay, setText, shifted, stackLines } from '../text.js';
import type { Desk } from '../types.js';

/** White between a picture and its caption. */
const CAPTION_GAP: Pt = 4;
/** Rule round a picture whose edges may be light. */
const EDGE: Pt = 0.25;

/** A picture's words, set for where they stand. */
export interface Caption {
  readonly place: CaptionPlace;
  /** Where it begins under or on its picture, from that one's left edge. */
  readonly left: Pt;
  readonly width: Pt;
  readonly lines: readonly Line[];
  readonly credit: readonly Line[];
  /** How many lines they stand on, the credit right under the others or on the last of them. */
  readonly count: number;
}

/** How the words of a story's pictures are set. */
export interface Captioning {
  readonly place: CaptionPlace;
  readonly style: StoryStyle;
  /** Names that had better not break. */
  readonly names: readonly string[];
  readonly desk: Desk;
}

/** The words of a picture, set for where they stand in a place `whole` wide that begins at `left` of the picture's edge. */
export function captionOf(
  picture: Picture,
  { place, style, names, desk }: Captioning,
  whole: Pt,
  left: Pt = 0,
): Caption {
  const width = place === 'beside' ? besideWidth(whole, style) : whole - 2 * inset(place);
  const text = [picture.title, picture.caption].filter((part) => part !== null).join('　');
  const lines = captionLines(text, names, style, width, desk);
  // Who made it is no running text: it breaks between names, or else words.
  const { words } = desk.layouts.paper;
  const credit = setDisplay(picture.credit ?? '', style.credit, width, desk.fonts, words, names);
  const count = lines.length + credit.length - (sharesLine(lines, credit, width, style) ? 1 : 0);
  return { place, left: left + inset(place), width, lines, credit, count };
}

/** A caption's lines: flush, but ragged where that would part a name and ragged lines do not. */
function captionLines(
  text: string,
  names: readonly string[],
  { caption }: StoryStyle,
  width: Pt,
  { fonts }: Desk,
): readonly Line[] {
  const partsNone = (lines: readonly Line[]): boolean =>
    names.every((name) => countIn(text, name) === lines.reduce((sum, line) => sum + countIn(line.text, name), 0));
  const flush = setText(text, caption, width, fonts, names);
  if (partsNone(flush)) return flush;
  const ragged = setText(text, { ...caption, align: 'start' }, width, fonts, names);
  return partsNone(ragged) ? ragged : flush;
}

const countIn = (text: string, name: string): number => text.split(name).length - 1;

/** The words of a picture in its box: those under a drawing, and no others, set to its own width, where that takes no line more. */
export function captionIn(box: Size, picture: Picture, words: Caption, captioning: Captioning): Caption {
  const isOwn = words.left === 0 && words.width === box.width;
  if (!picture.whole || words.place !== 'under' || !isOwn) return words;
  const { at, size } = edgeIn(picture, box);
  const own = captionOf(picture, { ...captioning, place: words.place }, size.width, at.x);
  return own.count > words.count ? words : own;
}

/** Whether the credit finds room at the end of the caption's last line. */
function sharesLine(lines: readonly Line[], credit: readonly Line[], width: Pt, style: StoryStyle): boolean {
  const last = lines.at(-1);
  if (last === undefined || credit.length !== 1) return false;
  const extent = (line: Line): Pt => line.width * style.caption.size;
  return extent(last) + inked(credit[0]!, style) + style.caption.size <= width;
}

const inked = (line: Line, style: StoryStyle): Pt => line.natural * style.credit.size;

/**
 * Cost of showing so much of a picture: the share cropped away, or of the box left white beside a picture that is shown
 * whole, squared; dear below what its slot keeps.
 */
export const cropCost = (kept: number, keep: number): number =>
  (1 - kept) ** 2 * COSTS.crop + (kept < keep ? COSTS.cropTooMuch * (1 + keep - kept) : 0);

/** How much of a picture is shown where it fills a box, or of the box where it is shown whole. */
export function keptShare(picture: Picture, width: Pt, height: Pt): number {
  const wanted = width / height;
  const own = picture.width / picture.height;
  return Math.min(wanted / own, own / wanted);
}

/** The part of a picture that fills a box, its focus as near the middle as the picture's edges let it. */
function cropTo(picture: Picture, width: Pt, height: Pt): Image['crop'] {
  const wanted = width / height;
  const own = picture.width / picture.height;
  const crop = { width: Math.min(1, wanted / own), height: Math.min(1, own / wanted) };
  const place = (focus: number, extent: number): number => Math.min(Math.max(focus - extent / 2, 0), 1 - extent);
  return { x: place(picture.focus.x, crop.width), y: place(picture.focus.y, crop.height), ...crop };
}

/** Where in a box a picture stands, and how much of it: as much as fills the box, or all of it in the middle. */
export function shownIn(picture: Picture, width: Pt, height: Pt): { at: Point; size: Size; crop: Image['crop'] } {
  if (!picture.whole) return { at: { x: 0, y: 0 }, size: { width, height }, crop: cropTo(picture, width, height) };
  const scale = Math.min(width / picture.width, height / picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  const at = { x: (width - size.width) / 2, y: (height - size.height) / 2 };
  return { at, size, crop: { x: 0, y: 0, width: 1, height: 1 } };
}

/** A drawing that leaves no more of its box white is framed with it, flush with the columns beside it. */
const NEARLY = 0.95;

/** What of a box the hairline runs round: all of it, or a drawing that leaves much of it white. */
const edgeIn = (picture: Picture, box: Size): { readonly at: Point; readonly size: Size } =>
  picture.whole && keptShare(picture, box.width, box.height) < NEARLY
    ? shownIn(picture, box.width, box.height)
    : { at: { x: 0, y: 0 }, size: box };

/**
 * The picture itself, with a hairline round it that keeps clear of the picture's own inks; with a panel in its foot the
 * line runs round both.
 */
function drawPicture(picture: Picture, story: string, box: Size, panel: Pt): Frame {
  const { at, ...shown } = shownIn(picture, box.width, box.height);
  const size = { width: box.width, height: box.height + panel };
  const edge = edgeIn(picture, box);
  const line = { width: edge.size.width - EDGE, height: edge.size.height + panel - EDGE };
  // Small type reversed out of a picture fills in on newsprint: the caption stands on white.
  const white: PlacedItem = {
    at: { x: 0, y: box.height },
    item: { kind: 'area', size: { width: box.width, height: panel }, fill: WHITE },
  };
  const children: readonly PlacedItem[] = [
    { at, item: { kind: 'image', file: picture.file, ...shown, alt: picture.alt } },
    ...(panel > 0 ? [white] : []),
    {
      at: { x: edge.at.x + EDGE / 2, y: edge.at.y + EDGE / 2 },
      item: { kind: 'area', size: line, stroke: { width: EDGE, ink: BLACK, knockout: true } },
    },
  ];
  return { size, children: [{ at: { x: 0, y: 0 }, item: group({ part: 'picture', story }, { size, children }) }] };
}

/** What parts a caption from its picture, and from a panel's edge. */
const whiteOf = (place: CaptionPlace): Pt => (place === 'on' ? PANEL : CAPTION_GAP);

/** Height that a caption of so many lines takes where it stands, with the white over it and, on a panel, under it. */
export const captionHeight = (count: number, place: CaptionPlace, style: StoryStyle): Pt =>
  count === 0 ? 0 : whiteOf(place) + count * style.caption.leading;

/** Less of a picture is none. */
const LEAST: Pt = 3;

/** A panel takes so much of its picture's height at most, and a caption's column so much of their width. */
const MOST_PANEL = 1 / 4;
const MOST_BESIDE = 2 / 5;

/** The picture's own box in a place: what a caption of `count` lines leaves of it; null: no room. */
export function boxFor(
  { place, width: wide, count }: Pick<Caption, 'place' | 'width' | 'count'>,
  style: StoryStyle,
  width: Pt,
  height: Pt,
): Size | null {
  const taken = captionHeight(count, place, style);
  if (taken > height * (place === 'on' ? MOST_PANEL : 1)) return null;
  const isBeside = place === 'beside' && taken > 0;
  if (isBeside && wide > width * MOST_BESIDE) return null;
  const box = isBeside ? { width: width - wide - BESIDE_GAP, height } : { width, height: height - taken };
  return box.width < LEAST || box.height < LEAST ? null : box;
}

/** Width of a caption's column beside its picture: a fifth, but eight characters at least. */
const besideWidth = (width: Pt, style: StoryStyle): Pt => Math.max(8 * style.caption.size, width / 5);
const BESIDE_GAP: Pt = 8;
/** White round a caption on its panel. */
const PANEL: Pt = 5;
const inset = (place: CaptionPlace): Pt => (place === 'on' ? PANEL : 0);

/** A picture in its box, with its caption, in a place of a size. */
export function drawPictureWithCaption(
  picture: Picture,
  words: Caption,
  box: Size,
  { width, height }: Size,
  story: string,
  style: StoryStyle,
): Frame {
  const { place, count } = words;
  const caption = drawCaption(words, story, style);
  const panel = place === 'on' && count > 0 ? height - box.height : 0;
  const edge = edgeIn(picture, box);
  const at = {
    under: { x: words.left, y: edge.at.y + edge.size.height + CAPTION_GAP },
    // At the picture's foot, where the eye leaves it.
    beside: { x: width - words.width, y: height - caption.size.height },
    // Its lines' own leading is the rest of the white.
    on: { x: words.left, y: box.height + PANEL / 2 },
  }[place];
  const drawn = drawPicture(picture, story, box, panel);
  return { size: { width, height }, children: [...drawn.children, ...shifted(caption.children, at.x, at.y)] };
}

/** The caption's lines and the credit. */
function drawCaption({ lines, credit, count, width }: Caption, story: string, style: StoryStyle): Frame {
  const { leading } = style.caption;
  const size = { width, height: count * leading };
  const put = (part: 'caption' | 'credit', top: Pt, frame: Frame): PlacedItem => ({
    at: { x: 0, y: top },
    item: group({ part, story }, frame),
  });
  return {
    size,
    children: [
      ...(lines.length === 0 ? [] : [put('caption', 0, stackLines(lines, style.caption, width))]),
      ...(credit.length === 0
        ? []
        : [
            put(
              'credit',
              size.height - credit.length * leading,
              stackLines(credit, { ...style.credit, leading }, width),
            ),
          ]),
    ],
  };
}
