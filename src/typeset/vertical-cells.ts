/** Glyphs of a vertical line in their cells (rule 24). x is relative to the centre axis, y runs down. */
import type { Fonts } from '../fonts/types.js';
import type { Em } from '../geometry/units.js';
import type { PlacedGlyph } from '../page/types.js';
import { HAN_MIDDLE } from './cells.js';
import { closes, Kind } from './classes.js';
import { itemEnd, itemStart, pieceOf } from './item-text.js';
import { type Adjustment, glueWidth } from './justify.js';
import type { Piece } from './pieces.js';
import { latinRole, type Prepared } from './prepare.js';
import type { Run } from './types.js';
import type { Setting } from './vertical-items.js';

/** Baseline of an upright glyph below the top of its cell. */
const ASCENT: Em = 0.88;

/** Rule 24: corner brackets stand for curly quotes, double ones outside (GB/T 15834 5.2). */
const CORNERS: ReadonlyMap<number, number> = new Map([
  [0x201c, 0x300e],
  [0x201d, 0x300f],
  [0x2018, 0x300c],
  [0x2019, 0x300d],
]);

export const placeVertical = (
  prepared: Prepared,
  setting: Setting,
  from: number,
  to: number,
  y: Em,
  adjustment: Adjustment,
  fonts: Fonts,
): PlacedGlyph[] => {
  const { text, paragraph } = prepared;
  const glyphs: PlacedGlyph[] = [];
  let at = y;
  for (let i = from; i < to; i++) {
    const piece = pieceOf(prepared, i);
    const run = paragraph.runs[piece.run]!;
    const end = itemEnd(prepared, i);
    const said = text.slice(itemStart(prepared, i), end);
    const length = setting.items.width[i]!;
    switch (setting.stances[setting.items.row[i]!]!) {
      case 'cell':
        placeRow(glyphs, fonts, run, said, at);
        break;
      case 'stacked':
        placeStack(glyphs, fonts, run, said, at);
        break;
      case 'turned':
        placeTurned(glyphs, fonts, run, said, at);
        break;
      default:
        placeUpright(glyphs, fonts, run, piece, said, at, length);
    }
    at += length;
    if (i + 1 >= to) break;
    const next = itemStart(prepared, i + 1);
    if (next > end) {
      const space = fonts.glyph(run.role, 0x20);
      glyphs.push({ face: space.face, id: space.id, x: 0, y: at, text: text.slice(end, next) });
    }
    at += glueWidth(setting.items, i, adjustment);
  }
  return glyphs;
};

/** Digits side by side in one cell. */
const placeRow = (out: PlacedGlyph[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  const shaped = fonts.shape(latinRole(run), said);
  let x = -shaped.reduce((sum, glyph) => sum + glyph.advance, 0) / 2;
  for (const glyph of shaped) {
    out.push({ face: glyph.face, id: glyph.id, x: x + glyph.xOffset, y: y + ASCENT - glyph.yOffset, text: glyph.text });
    x += glyph.advance;
  }
};

const placeStack = (out: PlacedGlyph[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  let at = y;
  for (const letter of said) {
    const glyph = fonts.glyph(latinRole(run), letter.codePointAt(0)!);
    out.push({ face: glyph.face, id: glyph.id, x: -glyph.advance / 2, y: at + ASCENT, text: letter });
    at += 1;
  }
};

/** A word on its side: its baseline runs down, left of the axis so that its x-height stands about it. */
const placeTurned = (out: PlacedGlyph[], fonts: Fonts, run: Run, said: string, y: Em): void => {
  let at = y;
  for (const glyph of fonts.shape(latinRole(run), said)) {
    out.push({
      face: glyph.face,
      id: glyph.id,
      x: -HAN_MIDDLE + glyph.yOffset,
      y: at + glyph.xOffset,
      text: glyph.text,
      turned: true,
    });
    at += glyph.advance;
  }
};

const placeUpright = (
  out: PlacedGlyph[],
  fonts: Fonts,
  run: Run,
  piece: Piece,
  said: string,
  y: Em,
  length: Em,
): void => {
  const code = said.codePointAt(0)!;
  if (
    piece.kind === Kind.dash ||
    piece.kind === Kind.ellipsis ||
    piece.kind === Kind.wave ||
    piece.kind === Kind.connector
  ) {
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
  out.push({ face: base.face, id, x: -0.5 + (1 - base.advance) / 2, y: y + top, text: said });
};

/** Baseline below the top of the box, so that a mark's ink lies in the half of the cell that the box is. */
const placeInCell = (fonts: Fonts, kind: Kind, face: string, id: number, length: Em): Em => {
  const floats = kind === Kind.interpunct || kind === Kind.middle || kind === Kind.solidus;
  if (!floats && kind !== Kind.opener && !closes(kind)) return ASCENT;
  const ink = fonts.inkBox(face, id);
  if (!ink) return ASCENT;
  const middle = (ink.yMin + ink.yMax) / 2;
  if (kind === Kind.opener) return ASCENT - 0.5; // the box is the lower half
  if (closes(kind) && length === 1) return length / 2 + middle;
  if (closes(kind)) {
    const fits = ASCENT - ink.yMin <= 0.55 && ASCENT - ink.yMax >= -0.05;
    return fits ? ASCENT : length / 2 + middle;
  }
  return floats ? length / 2 + middle : ASCENT;
};

/** A quarter turn about the middle of the mark's ink, then centred on the axis and in its cell. */
const turnMark = (out: PlacedGlyph[], fonts: Fonts, run: Run, said: string, code: number, y: Em, length: Em): void => {
  const glyph = fonts.glyph(run.role, code);
  const ink = fonts.inkBox(glyph.face, glyph.id);
  if (!ink) {
    out.push({ face: glyph.face, id: glyph.id, x: 0, y, text: said, turned: true });
    return;
  }
  // turned clockwise, the glyph's right becomes down and its up becomes right
  const x = -(ink.yMin + ink.yMax) / 2;
  const copies = code === 0x2014 ? 2 : 1;
  const span = ink.xMax - ink.xMin;
  const joins = code === 0x2014;
  for (let copy = 0; copy < copies; copy++) {
    const start = joins ? y + ((length - span) * copy) / (copies - 1) : y + (length - span) / 2;
    out.push({ face: glyph.face, id: glyph.id, x, y: start - ink.xMin, text: copy === 0 ? said : '', turned: true });
  }
};
