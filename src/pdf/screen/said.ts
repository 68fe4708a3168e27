/**
 * What the pages say, in groups as they were made up. A spread is one piece of make-up cut at the fold: the halves of
 * its groups are put together again, so that a listener hears a headline, a line or a story once, and whole.
 */
import type { Point } from '../../geometry/units.js';
import { textIn } from '../../page/stretches.js';
import {
  CELL_PARTS,
  type Frame,
  type FrameItem,
  type Glyphs,
  type Group,
  type Image,
  type Page,
  type Squares,
  type Tag,
} from '../../page/types.js';

/** A line of text, a picture or a QR code, on one page. */
export interface SaidItem {
  readonly kind: 'item';
  /** Index of the page in the file. */
  readonly page: number;
  /** Where it stands in its group; the halves of a cut line stand at the same place of theirs. */
  readonly at: Point;
  readonly item: Glyphs | Image | Squares;
}

/** A group that says something, or a table's cell; `groups` are its halves where the fold cuts it. */
export interface SaidGroup {
  readonly kind: 'group';
  readonly tag: Tag;
  readonly groups: readonly Group[];
  readonly said: readonly Said[];
}

/** One thing that a page says, in reading order. */
export type Said = SaidItem | SaidGroup;

/** What each page says. What a fold cuts is said on the page where it begins. */
export const saidOn = (pages: readonly Page[]): readonly (readonly Said[])[] => {
  const own = pages.map(({ frame }, page) => saidIn(frame, page));
  // From the last page on: what is put together is taken from the page that it ends on.
  for (let page = own.length - 1; page > 0; page--) {
    const goesOn = (said: Said): boolean => !isFolio(said) && own[page - 1]!.some((before) => areHalves(before, said));
    const ends = own[page]!.filter(goesOn);
    own[page - 1] = joined(own[page - 1]!, ends);
    own[page] = own[page]!.filter((said) => !ends.includes(said));
  }
  return own;
};

/** The items of what is said, in the order of reading. */
export const itemsSaid = (said: readonly Said[]): readonly SaidItem[] =>
  said.flatMap((one) => (one.kind === 'item' ? [one] : itemsSaid(one.said)));

/** The first group of a part that says something. */
export const partIn = (said: readonly Said[], part: Tag['part']): SaidGroup | null => {
  for (const one of said) {
    if (one.kind === 'item') continue;
    const found = one.tag.part === part ? one : partIn(one.said, part);
    if (found !== null) return found;
  }
  return null;
};

const isText = (item: FrameItem): item is Glyphs => item.kind === 'glyphs' && textIn(item.stretches).trim() !== '';

const saidIn = ({ children }: Frame, page: number): readonly Said[] =>
  children.flatMap(({ at, item }): readonly Said[] => {
    if (item.kind === 'image' || item.kind === 'squares' || isText(item)) {
      return [{ kind: 'item', page, at, item }];
    }
    if (item.kind !== 'group') return [];
    const said = saidIn(item.frame, page);
    return said.length === 0 && !CELL_PARTS.includes(item.tag.part)
      ? []
      : [{ kind: 'group', tag: item.tag, groups: [item], said }];
  });

/** Each page of a spread has its own number, however the rule under it runs. */
const isFolio = (said: Said): boolean => partIn([said], 'folio') !== null;

/** Halves of a group have the very same tag; halves of a line the same place. */
const areHalves = (left: Said, right: Said): boolean => {
  if (left.kind === 'group') return right.kind === 'group' && left.tag === right.tag;
  return right.kind === 'item' && left.at.x === right.at.x && left.at.y === right.at.y;
};

/** Both halves' contents: what goes on over the fold is one; what lies between goes left before right, as columns do. */
const joined = (left: readonly Said[], right: readonly Said[]): readonly Said[] => {
  const whole: Said[] = [];
  const waiting: Said[] = [];
  let from = 0;
  for (const half of right) {
    const at = left.findIndex((other, index) => index >= from && areHalves(other, half));
    if (at < 0) waiting.push(half);
    else {
      whole.push(...left.slice(from, at), ...waiting.splice(0), ...both(left[at]!, half));
      from = at + 1;
    }
  }
  return [...whole, ...left.slice(from), ...waiting];
};

const both = (left: Said, right: Said): readonly Said[] =>
  left.kind === 'group' && right.kind === 'group'
    ? [{ ...left, groups: [...left.groups, ...right.groups], said: joined(left.said, right.said) }]
    : [left, right];
