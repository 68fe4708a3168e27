/**
 * The pictures of a story in one place (组图), each with its caption: side by side or under each other, whichever crops
 * less. Their sizes follow their shapes, so that all lose the same share; one picture is a group of one.
 */
import type { Em, Point, Pt, Size } from '../geometry/units.js';
import type { Picture } from '../issue/types.js';
import type { CaptionPlace, StoryStyle } from '../template/types.js';
import { boxFor, type Caption, captionHeight, captionOf, keptShare } from './picture.js';
import type { Desk } from './types.js';

/** A picture where it stands in its group's place: with its caption, and by itself. */
export interface Cell {
  readonly picture: Picture;
  readonly caption: Caption;
  readonly at: Point;
  readonly size: Size;
  readonly box: Size;
}

/** A group in a place, and how much is kept of the picture that loses most. */
export interface Arrangement {
  readonly cells: readonly Cell[];
  readonly kept: number;
}

/** A way to arrange a group in a place of a width, by its height; null: no room. */
type Way = (height: Pt) => Arrangement | null;

/** One of several pictures side by side is at least so wide, in characters of its caption. */
const NARROWEST: Em = 8;

/** The pictures, one or more, in a place `width` wide, by the place's height; null: no room. */
export function arrangementsOf(
  pictures: readonly Picture[],
  place: CaptionPlace,
  style: StoryStyle,
  width: Pt,
  desk: Desk,
): Way {
  const ways = [sideBySide(pictures, place, style, width, desk)];
  if (pictures.length > 1) ways.push(underEachOther(pictures, place, style, width, desk));
  return (height) => {
    const possible = ways.flatMap((way) => way(height) ?? []);
    return possible.reduce<Arrangement | null>(
      (best, one) => (best !== null && best.kept >= one.kept ? best : one),
      null,
    );
  };
}

/** At one height; their captions begin on one line. */
function sideBySide(pictures: readonly Picture[], place: CaptionPlace, style: StoryStyle, width: Pt, desk: Desk): Way {
  const gap = style.body.size;
  const room = width - gap * (pictures.length - 1);
  const widths = shared(room, pictures.map(shapeOf));
  if (pictures.length > 1 && widths.some((wide) => wide < NARROWEST * style.caption.size)) return () => null;
  const captions = pictures.map((picture, index) => captionOf(picture, place, style, widths[index]!, desk));
  const count = Math.max(...captions.map((caption) => caption.count));
  const lefts = widths.map((_, index) => sum(widths.slice(0, index)) + gap * index);
  return (height) =>
    arranged(
      pictures.map((picture, index) => {
        const caption = captions[index]!;
        const size = { width: widths[index]!, height };
        const box = boxFor({ ...caption, count }, place, style, size.width, height);
        return box && { picture, caption, at: { x: lefts[index]!, y: 0 }, size, box };
      }),
    );
}

/** At one width, each over its caption. */
function underEachOther(
  pictures: readonly Picture[],
  place: CaptionPlace,
  style: StoryStyle,
  width: Pt,
  desk: Desk,
): Way {
  const gap = style.caption.leading / 2;
  const captions = pictures.map((picture) => captionOf(picture, place, style, width, desk));
  const under = captions.map(({ count }) => (place === 'under' ? captionHeight(count, style) : 0));
  const taken = sum(under) + gap * (pictures.length - 1);
  return (height) => {
    if (taken > height) return null;
    const heights = shared(
      height - taken,
      pictures.map((picture) => 1 / shapeOf(picture)),
    ).map((high, index) => high + under[index]!);
    return arranged(
      pictures.map((picture, index) => {
        const caption = captions[index]!;
        const size = { width, height: heights[index]! };
        const box = boxFor(caption, place, style, width, size.height);
        return box && { picture, caption, at: { x: 0, y: sum(heights.slice(0, index)) + gap * index }, size, box };
      }),
    );
  };
}

/** The cells as an arrangement, if each has room. */
function arranged(cells: readonly (Cell | null)[]): Arrangement | null {
  const placed = cells.filter((cell) => cell !== null);
  if (placed.length < cells.length) return null;
  return { cells: placed, kept: Math.min(...placed.map(keptIn)) };
}

/** How much of its picture a cell shows. */
export const keptIn = ({ picture, box }: Cell): number => keptShare(picture, box.width, box.height);

const shapeOf = ({ width, height }: Picture): number => width / height;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** A length divided as the parts are to each other. */
const shared = (length: Pt, parts: readonly number[]): readonly Pt[] =>
  parts.map((part) => (length * part) / sum(parts));
