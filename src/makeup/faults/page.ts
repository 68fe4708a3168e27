/** Faults of the page as a whole: a gutter through its height (通缝), weight at one side only. */
import type { Pt } from '../../geometry/units.js';
import { around, type Box, headlineOf, overlap, type Piece } from './read.js';
import type { Fault } from './types.js';

/** Parts that frame a page; what is made up stands between them. */
const HEADS: readonly Piece['part'][] = ['masthead', 'strip', 'folio'];
/** A seam is at least so wide. */
const SEAM: Pt = 2;

/** 通缝: a seam between stories that nothing crosses from under the masthead to the page's foot. */
export function throughGutters(pieces: readonly Piece[]): readonly Fault[] {
  const headFoot = Math.max(...pieces.filter(isHead).map((piece) => piece.box.bottom), -Infinity);
  const below = pieces.filter((piece) => !isFrame(piece) && piece.box.bottom > headFoot);
  const sorted = below.map(({ box }) => box).sort((a, b) => a.left - b.left);
  const faults: Fault[] = [];
  let right = sorted[0]?.right ?? 0;
  for (const box of sorted) {
    if (box.left - right >= SEAM) {
      const beside = below.filter((piece) => Math.abs(piece.box.right - right) < SEAM).map((piece) => piece.slot);
      faults.push({
        code: 'through-gutter',
        rule: '通缝',
        slots: beside,
        message: 'on the right a gutter runs the whole height of the page',
        hint: 'let a story, a picture or a headline cross it: give one band of the template other widths, or a free region wider pieces',
      });
    }
    right = Math.max(right, box.right);
  }
  return faults;
}

const isHead = (piece: Piece): boolean => HEADS.includes(piece.part);
const isFrame = (piece: Piece): boolean => isHead(piece) || piece.part === 'imprint';

/** A corner is this share of the page's width and height. */
const CORNER = 1 / 3;
const LEAST_BELOW = 2;

/** Weight of headlines and pictures in the corners of one side, none in those of the other. */
export function oneSidedCorners(pieces: readonly Piece[]): readonly Fault[] {
  const filled = pieces.filter((piece) => piece.part !== 'folio' && piece.part !== 'imprint');
  const all = around(filled.map(({ box }) => box));
  if (all === null || filled.length < LEAST_BELOW) return [];
  const heavy = filled.flatMap((piece): readonly Box[] => {
    if (piece.part === 'masthead') return [piece.box];
    const headline = headlineOf(piece);
    return [...piece.pictures, ...(headline === null ? [] : headline.lines.map((line) => line.box))];
  });
  const width = (all.right - all.left) * CORNER;
  const height = (all.bottom - all.top) * CORNER;
  const side = (left: Pt): number =>
    [all.top, all.bottom - height].filter((top) =>
      heavy.some((box) => overlap(box, { left, right: left + width, top, bottom: top + height })),
    ).length;
  const [left, right] = [side(all.left), side(all.right - width)];
  if ((left === 0) === (right === 0)) return [];
  return [
    {
      code: 'corners-one-sided',
      rule: '四角失衡',
      slots: [],
      message: `headlines and pictures stand in the corners of the page’s ${left > 0 ? 'left' : 'right'} side only`,
      hint: 'put a picture or a strong headline into a corner of the other side',
    },
  ];
}
