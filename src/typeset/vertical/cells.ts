/** Glyphs of a vertical line in their cells (rule 24). x is relative to the centre axis, y runs down. */
import type { Fonts } from '../../fonts/types.js';
import { ASCENT, type Em } from '../../geometry/units.js';
import { addGlyph, addTurned, type OpenStretch } from '../../page/stretches.js';
import type { Stretch } from '../../page/types.js';
import { closes, isConnector, Kind } from '../characters/classes.js';
import { HAN_MIDDLE } from '../justify/cells.js';
import { type Adjustment, glueWidth } from '../justify/justify.js';
import { itemEnd, itemStart, pieceOf } from '../prepare/item-text.js';
import type { Piece } from '../prepare/pieces.js';
import { latinRole, type Prepared } from '../prepare/prepare.js';
import type { Run } from '../types.js';
import type { Setting } from './items.js';

/** Rule 24: corner brackets stand for curly quotes, double ones outside (GB/T 15834 5.2). */
const CORNERS: ReadonlyMap<number, number> = new Map([
  [0x201c, 0x300e],
  [0x201d, 0x300f],
  [0x2018, 0x300c],
  [0x2019, 0x300d],
]);

/** Places the glyphs of items from..to−1 down a line that begins at `y`. */
export const placeVertical = (
  prepared: Prepared,
  setting: Setting,
  from: number,
  to: number,
  y: Em,
  adjustment: Adjustment,
  fonts: Fonts,
): readonly Stretch[] => {
  const { text, paragraph } = prepared;
  const line: OpenStretch[] = [];
  let at = y;
  for (let i = from; i < to; i++) {
    const piece = pieceOf(prepared, i);
    const run = paragraph.runs[piece.run]!;
    const end = itemEnd(prepared, i);
    const said = text.slice(itemStart(prepared, i), end);
    const length = setting.items.width[i]!;
    switch (setting.stances[setting.items.row[i]!]!) {
      case 'cell':
        placeRow(line, fonts, run, said, at);
        break;
      case 'stacked':
        placeStack(line, fonts, run, said, at);
        break;
      case 'turned':
        placeTurned(line, fonts, run, said, at);
        break;
      default:
        placeUpright(line, fonts, run, piece, said, at, length);
    }
    at += length;
    if (i + 1 >= to) break;
    const next = itemStart(prepared, i + 1);
    if (next > end) {
      const space = fonts.glyph(run.role, 0x20);
      addGlyph(line, space.face, space.id, 0, at, text.slice(end, next));
    }
    at += glueWidth(setting.items, i, adjustment);
  }
  return line;
};

/** Digits side by side in one cell. */
const placeRow = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  const shaped = fonts.shape(latinRole(run), said);
  let x = -shaped.reduce((sum, glyph) => sum + glyph.advance, 0) / 2;
  for (const glyph of shaped) {
    addGlyph(out, glyph.face, glyph.id, x + glyph.xOffset, y + ASCENT - glyph.yOffset, glyph.text);
    x += glyph.advance;
  }
};

const placeStack = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  let at = y;
  for (const letter of said) {
    const glyph = fonts.glyph(latinRole(run), letter.codePointAt(0)!);
    addGlyph(out, glyph.face, glyph.id, -glyph.advance / 2, at + ASCENT, letter);
    at += 1;
  }
};

/** A word on its side: its baseline runs down, left of the axis so that its x-height stands about it. */
const placeTurned = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  let at = y;
  for (const glyph of fonts.shape(latinRole(run), said)) {
    addTurned(out, glyph.face, glyph.id, -HAN_MIDDLE + glyph.yOffset, at + glyph.xOffset, glyph.text);
    at += glyph.advance;
  }
};

const placeUpright = (
  out: OpenStretch[],
  fonts: Fonts,
  run: Run,
  piece: Piece,
  said: string,
  y: Em,
  length: Em,
): void => {
  const code = said.codePointAt(0)!;
  if (piece.kind === Kind.dash || piece.kind === Kind.ellipsis || isConnector(piece.kind)) {
    turnMark(out, fonts, run, said, code, y, length);
    return;
  }
  if (said.length > (code > 0xffff ? 2 : 1)) {
    placeRow(out, fonts, run, said, y);
    return;
  }
  const base = fonts.glyph(run.role, CORNERS.get(code) ?? code);
  const id = fonts.verticalForm(base.face, base.id);
  const top = placeInCell(fonts, piece.kind, base.face, id, length);
  addGlyph(out, base.face, id, -0.5 + (1 - base.advance) / 2, y + top, said);
};

/** Baseline below the top of the box, so that a mark's ink lies in the half of the cell that the box is. */
const placeInCell = (fonts: Fonts, kind: Kind, face: string, id: number, length: Em): Em => {
  const floats = kind === Kind.interpunct || kind === Kind.middle || kind === Kind.solidus;
  if (!floats && kind !== Kind.opener && !closes(kind)) return ASCENT;
  const ink = fonts.inkBox(face, id);
  if (!ink) return ASCENT;
  const middle = (ink.yMin + ink.yMax) / 2;
  if (kind === Kind.opener) return ASCENT - 0.5; // the box is the lower half
  const isInUpperHalf = ASCENT - ink.yMin <= 0.55 && ASCENT - ink.yMax >= -0.05;
  return closes(kind) && length < 1 && isInUpperHalf ? ASCENT : length / 2 + middle;
};

/** A quarter turn about the middle of the mark's ink, then centred on the axis and in its cell. */
const turnMark = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, code: number, y: Em, length: Em): void => {
  const glyph = fonts.glyph(run.role, code);
  const ink = fonts.inkBox(glyph.face, glyph.id);
  if (!ink) {
    addTurned(out, glyph.face, glyph.id, 0, y, said);
    return;
  }
  // turned clockwise, the glyph's right becomes down and its up becomes right
  const x = -(ink.yMin + ink.yMax) / 2;
  const copies = code === 0x2014 ? 2 : 1;
  const span = ink.xMax - ink.xMin;
  const joins = code === 0x2014;
  for (let copy = 0; copy < copies; copy++) {
    const start = joins ? y + ((length - span) * copy) / (copies - 1) : y + (length - span) / 2;
    addTurned(out, glyph.face, glyph.id, x, start - ink.xMin, copy === 0 ? said : '');
  }
};
