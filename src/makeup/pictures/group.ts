/**
 * The pictures of a story in one place (组图), each with its caption: side by side, under each other or in rows,
 * whichever crops least. Their sizes follow their shapes, so that all lose the same share; one picture is a group of one.
 */
import type { Em, Point, Pt, Size } from '../../geometry/units.js';
import type { Picture } from '../../issue/types.js';
import type { StoryStyle } from '../../template/types.js';
import { sum } from '../sum.js';
import { captionSpans, type Parts, type Span } from './caption-span.js';
import { boxFor, type Caption, type Captioning, captionHeight, captionOf, keptShare } from './picture.js';

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

/** A place for pictures, as wide as it is; `parts` where the fold of a spread runs through it. */
export interface Room {
  readonly width: Pt;
  readonly parts: Parts | null;
}

/** One of several pictures side by side is at least so wide, in characters of its caption. */
const NARROWEST: Em = 8;

/** So much less may be kept of pictures that stand on one page each than of some with the fold through one of them. */
const FOLDED = 0.3;

/** The pictures, one or more, in a place, by its height; null: no room. Their captions stand as they are told to, but under pictures that a panel, or a column of theirs, would take too much of. */
export function arrangementsOf(pictures: readonly Picture[], captioning: Captioning, room: Room): Way {
  const under = captioned(pictures, { ...captioning, place: 'under' }, room);
  // A drawing shown whole has white round it where a panel would stand.
  const isUnder = captioning.place === 'under' || (captioning.place === 'on' && pictures.some(({ whole }) => whole));
  if (isUnder) return under;
  const asTold = captioned(pictures, captioning, room);
  return (height) => asTold(height) ?? under(height);
}

/** The pictures with their captions in one place. */
function captioned(pictures: readonly Picture[], captioning: Captioning, { width, parts }: Room): Way {
  const ways = pictures.map((_, index) => inRows(rowsOf(pictures, index + 1), captioning, { width, parts }));
  const onePage = (some: readonly Picture[], wide: Pt): Way =>
    captioned(some, captioning, { width: wide, parts: null });
  const parted =
    parts === null
      ? []
      : pictures.slice(1).map((_, index) => {
          const left = onePage(pictures.slice(0, index + 1), parts.left);
          const right = onePage(pictures.slice(index + 1), width - parts.right);
          return abreast(left, right, parts.right);
        });
  return (height) => {
    const whole = bestOf(ways, height);
    const clear = bestOf(parted, height);
    return clear !== null && clear.kept >= (whole?.kept ?? 0) - FOLDED ? clear : whole;
  };
}

/** The arrangement that keeps most, the first of several. */
const bestOf = (ways: readonly Way[], height: Pt): Arrangement | null =>
  ways
    .flatMap((way) => way(height) ?? [])
    .reduce<Arrangement | null>((best, one) => (best !== null && best.kept >= one.kept ? best : one), null);

/** Two arrangements side by side, the second from `x` on. */
const abreast =
  (first: Way, second: Way, x: Pt): Way =>
  (height) => {
    const [left, right] = [first(height), second(height)];
    if (left === null || right === null) return null;
    const moved = right.cells.map((cell) => ({ ...cell, at: { x: cell.at.x + x, y: cell.at.y } }));
    return { cells: [...left.cells, ...moved], kept: Math.min(left.kept, right.kept) };
  };

/** The pictures in so many rows, in their order: each holds as many as the others, or one more. */
function rowsOf(pictures: readonly Picture[], count: number): readonly (readonly Picture[])[] {
  const begins = (row: number): number => Math.floor((pictures.length * row) / count);
  return Array.from({ length: count }, (_, row) => pictures.slice(begins(row), begins(row + 1)));
}

/** Pictures side by side with their captions, that end together. */
interface Row {
  readonly pictures: readonly Picture[];
  readonly spans: readonly Span[];
  readonly captions: readonly Caption[];
  /** Lines of words that each of them stands over, and what the most take of the height. */
  readonly counts: readonly number[];
  readonly under: Pt;
  /** Height at which nothing of the pictures is lost. */
  readonly whole: Pt;
}

/** Rows as wide as the place, one under the other. */
function inRows(rows: readonly (readonly Picture[])[], captioning: Captioning, { width, parts }: Room): Way {
  const { place, style } = captioning;
  const [across, down] = [style.body.size, style.caption.leading / 2];
  const widths = rows.map((row) => shared(width - across * (row.length - 1), row.map(shapeOf)));
  const isNarrow = widths.some((row) => row.length > 1 && row.some((wide) => wide < NARROWEST * style.caption.size));
  if (isNarrow) return () => null;
  const set = rows.map((pictures, row): Row => {
    const spans = widths[row]!.map((wide, index): Span => {
      return { left: sum(widths[row]!.slice(0, index)) + across * index, width: wide };
    });
    const under = captionSpans(pictures, spans, place, parts);
    const captions = pictures.map((picture, index) => {
      const { left, width: wide } = under[index]!;
      return captionOf(picture, captioning, wide, left - spans[index]!.left);
    });
    const counts = levelled(
      pictures,
      spans.map((own) => linesUnder(own, under, captions)),
    );
    return {
      pictures,
      spans,
      captions,
      counts,
      under: place === 'beside' ? 0 : captionHeight(Math.max(...counts), place, style),
      whole: sum(widths[row]!) / sum(pictures.map(shapeOf)),
    };
  });
  const taken = sum(set.map(({ under }) => under)) + down * (rows.length - 1);
  return (height) => {
    if (taken > height) return null;
    const wholes = set.map(({ whole }) => whole);
    const heights = shared(height - taken, wholes).map((high, row) => high + set[row]!.under);
    return arranged(
      set.flatMap((row, index) => cellsIn(row, sum(heights.slice(0, index)) + down * index, heights[index]!, style)),
    );
  };
}

/** Lines of the words that run under a picture, its own or those of one beside it. */
const linesUnder = (own: Span, under: readonly Span[], captions: readonly Caption[]): number =>
  Math.max(
    ...captions.map(({ count }, index) => {
      const { left, width } = under[index]!;
      return left < own.left + own.width && own.left < left + width ? count : 0;
    }),
  );

/** Nobody sees a line of white under a caption; pictures whose feet differ by so little look misplaced. */
const LEVEL = 1;

/**
 * Lines that pictures side by side leave to their words: so many as these have, or as many as the most where that levels
 * them. A drawing shown whole would have the white round itself.
 */
function levelled(pictures: readonly Picture[], counts: readonly number[]): readonly number[] {
  const most = Math.max(...counts);
  return counts.map((count, index) => (count > 0 && (pictures[index]!.whole || most - count <= LEVEL) ? most : count));
}

/** A row's pictures where they stand, null for one that has no room. A picture takes the white that longer words beside its own would leave it. */
function cellsIn(
  { pictures, spans, captions, counts }: Row,
  y: Pt,
  height: Pt,
  style: StoryStyle,
): readonly (Cell | null)[] {
  return pictures.map((picture, index) => {
    const caption = captions[index]!;
    const { left, width } = spans[index]!;
    const box = boxFor({ ...caption, count: counts[index]! }, style, width, height);
    return box && { picture, caption, at: { x: left, y }, size: { width, height }, box };
  });
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
/** A length divided as the parts are to each other. */
const shared = (length: Pt, parts: readonly number[]): readonly Pt[] =>
  parts.map((part) => (length * part) / sum(parts));
