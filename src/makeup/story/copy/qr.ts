/**
 * QR codes (二维码) in a story's columns: blocks that cannot be parted, of whole lines. The words stand beside the code,
 * or under it where the column is too narrow for that; both stand in its middle.
 */
import type { Fonts } from '../../../fonts/types.js';
import { type Em, type Lines, type Mm, mm, type Pt } from '../../../geometry/units.js';
import type { Article, QrCode } from '../../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../../template/types.js';
import { justify, type Line, leastWidth, lineWidth, type Prepared, prepare } from '../../../typeset/index.js';
import { once } from '../../once.js';
import { faceOf, titleBreaking } from '../tables/cells.js';

/** How wide a code's squares are at least where its column has room: smaller ones run together on newsprint. */
const LIKED: Mm = 0.55;
/** Squares of less are told of. */
export const LEAST: Mm = 0.5;
/** White round a code, in its squares (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;
/** In a column with less room beside the code its words stand under it. */
const BESIDE: Em = 5;

/** A code in a column: lengths in pt from the column's left edge and the top of its first line. */
export interface QrSetting {
  /** All of its lines, and on which of them its words begin. */
  readonly lines: Lines;
  readonly first: Lines;
  readonly words: readonly Line[];
  /** The code without the white round it. */
  readonly squares: { readonly x: Pt; readonly y: Pt; readonly side: Pt };
}

/** A code of an article, ready to be set. */
export interface QrCopy {
  readonly code: QrCode;
  /** The style of its words: that of captions. */
  readonly style: TextStyle;
  /** In a column of so many ems of the body. */
  at(measure: Em): QrSetting;
}

/** Makes a code ready for a story's columns. */
export function qrCopy(code: QrCode, { names }: Article, { body, caption: style }: StoryStyle, fonts: Fonts): QrCopy {
  const { level, hanSpace, hanging } = style;
  const said = code.words.map((run) => ({ text: run.text, role: faceOf(run, style) }));
  const aligned = (align: TextStyle['align']): Prepared =>
    prepare({ runs: said, style: { level, hanSpace, hanging, indent: 0, align }, names }, fonts);
  const wordsIn = (width: Em, align: TextStyle['align'], left: Em): readonly Line[] => {
    if (said.length === 0) return [];
    const prepared = aligned(align);
    return justify(prepared, titleBreaking(prepared, width), width, fonts, left);
  };
  /** Squares across the code with its white. */
  const across = code.squares.length + 2 * QUIET;
  const scale = body.size / style.size;
  /** The words on one line, in ems of the body, and the longest of them that does not break in their own. */
  const natural = said.length === 0 ? 0 : lineWidth(aligned('start')) / scale;
  const longest = said.length === 0 ? 0 : leastWidth(aligned('start'));
  return {
    code,
    style,
    at: once(
      (measure) => measure,
      (measure): QrSetting => {
        const width = measure * body.size;
        const liked = Math.ceil((across * mm(LIKED)) / body.leading);
        const extent = Math.min(liked * body.leading, width);
        const own = Math.ceil(extent / body.leading);
        const side = extent / across;
        const room = measure - extent / body.size;
        const isBeside = said.length > 0 && room * scale >= Math.max(longest, Math.min(BESIDE, natural * scale));
        if (!isBeside) {
          const words = wordsIn(measure * scale, 'center', 0);
          const top = (own * body.leading - extent) / 2;
          const squares = { x: (width - extent) / 2 + QUIET * side, y: top + QUIET * side, side };
          return { lines: own + words.length, first: own, words, squares };
        }
        const used = Math.min(room, natural);
        const left = (room - used) / 2;
        const words = wordsIn(used * scale, 'start', (left + extent / body.size) * scale);
        const lines = Math.max(own, words.length);
        const top = (lines * body.leading - extent) / 2;
        const squares = { x: left * body.size + QUIET * side, y: top + QUIET * side, side };
        return { lines, first: Math.floor((lines - words.length) / 2), words, squares };
      },
    ),
  };
}
