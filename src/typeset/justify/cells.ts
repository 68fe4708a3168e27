/**
 * Puts glyphs into the cells of their class (rule 12): whatever a font's advance, the ink comes to lie where
 * a Chinese line wants it. Positions are relative to the left edge of the piece's box; y grows downwards.
 */
import type { Fonts, InkBox } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { addGlyph, type OpenStretch, stretchFor } from '../../page/stretches.js';
import { Kind } from '../characters/classes.js';
import { latinRole } from '../prepare/prepare.js';
import type { Run } from '../types.js';

/** Height of the middle of a Han character above the baseline. */
export const HAN_MIDDLE: Em = 0.38;
/** White at either end of a dash. */
const DASH_BEARING: Em = 0.04;
const CLEAR: Em = 0.02;

/** Adds the glyphs of Han in a row that begin at x, with so much between each two; gives where the last one's cell ends. */
export const placeHanRow = (out: OpenStretch[], said: string, run: Run, x: Em, between: Em, fonts: Fonts): Em => {
  let at = x;
  let stretch: OpenStretch | null = null;
  for (let index = 0; index < said.length; index++) {
    if (index > 0) at += between;
    const { face, id, text, advance } = fonts.glyph(run.role, said.charCodeAt(index));
    if (stretch === null || stretch.face !== face) stretch = stretchFor(out, face, 0, false);
    stretch.along.push(middle(at, advance));
    stretch.ids.push(id);
    stretch.texts.push(text);
    at += 1;
  }
  return at;
};

/** Adds the glyphs of any other box, which begins at x. */
export const placePiece = (
  out: OpenStretch[],
  kind: Kind,
  said: string,
  run: Run,
  x: Em,
  width: Em,
  fonts: Fonts,
): void => {
  switch (kind) {
    case Kind.latin:
      placeShaped(out, fonts, latinRole(run), said, x);
      return;
    case Kind.blank: {
      const space = fonts.glyph(run.role, 0x20);
      addGlyph(out, space.face, space.id, x, 0, said);
      return;
    }
    case Kind.dash:
    case Kind.link:
      placeDash(out, fonts, run, said, x, width);
      return;
    default:
      placeCell(out, fonts, kind, run, said, x, width);
  }
};

const placeShaped = (out: OpenStretch[], fonts: Fonts, role: string, said: string, x: Em): void => {
  let at = x;
  for (const glyph of fonts.shape(role, said)) {
    addGlyph(out, glyph.face, glyph.id, at + glyph.xOffset, -glyph.yOffset, glyph.text);
    at += glyph.advance;
  }
};

const placeCell = (out: OpenStretch[], fonts: Fonts, kind: Kind, run: Run, said: string, x: Em, width: Em): void => {
  const code = said.codePointAt(0)!;
  if ((kind === Kind.han || kind === Kind.affix) && said.length > (code > 0xffff ? 2 : 1)) {
    placeCluster(out, fonts, run, said, x, width);
    return;
  }
  if (kind === Kind.han) {
    const { face, id, text, advance } = fonts.glyph(run.role, code);
    addGlyph(out, face, id, middle(x, advance), 0, text);
    return;
  }
  const glyph = fonts.glyph(run.role, kind === Kind.solidus ? 0x2f : code);
  const ink = fonts.inkBox(glyph.face, glyph.id);
  const place = ink ? placeInk(kind, glyph.advance, ink, width) : { x: 0, y: 0 };
  addGlyph(out, glyph.face, glyph.id, x + place.x, place.y, said);
};

/** Where a character begins that stands in the middle of the cell at x. */
const middle = (x: Em, advance: Em): Em => x + (1 - advance) / 2;

/** Where a mark's origin goes within its box. */
const placeInk = (kind: Kind, advance: Em, ink: InkBox, width: Em): { x: Em; y: Em } => {
  const centre = (ink.xMin + ink.xMax) / 2;
  const raise = -(HAN_MIDDLE - (ink.yMin + ink.yMax) / 2);
  switch (kind) {
    case Kind.opener: {
      // the box is the right half of the cell; a full-width glyph has its ink there already
      const own = advance > 0.9 && ink.xMin >= 0.5 - CLEAR && ink.xMax <= 1 + CLEAR;
      return { x: own ? -0.5 : 0.25 - centre, y: 0 };
    }
    case Kind.closer:
    case Kind.comma:
    case Kind.stop: {
      const own = advance > 0.9 && ink.xMin >= -CLEAR && ink.xMax <= 0.5 + CLEAR;
      return { x: own ? 0 : 0.25 - centre, y: 0 };
    }
    case Kind.interpunct:
    case Kind.middle:
    case Kind.connector:
    case Kind.ellipsis:
      return { x: width / 2 - centre, y: raise };
    case Kind.solidus:
      return { x: width / 2 - centre, y: 0 };
    default:
      return { x: (width - advance) / 2, y: 0 };
  }
};

/** Han with a variation selector or marks, an emoji sequence: shaped, then centred in its cell. */
const placeCluster = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, x: Em, width: Em): void => {
  const glyphs = fonts.shape(run.role, said);
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  placeShaped(out, fonts, run.role, said, x + (width - advance) / 2);
};

/**
 * A dash as wide as its cells: its ink is laid side by side, overlapping, so that the line is unbroken and
 * stands at the middle of the Han. Each 1-em dash of `——` is its own piece; the bearings are left out where
 * two meet, which the caller says by giving both at once.
 */
const placeDash = (out: OpenStretch[], fonts: Fonts, run: Run, said: string, x: Em, width: Em): void => {
  const single = fonts.glyph(run.role, 0x2014);
  const ink = fonts.inkBox(single.face, single.id);
  if (!ink || ink.xMax <= ink.xMin) {
    addGlyph(out, single.face, single.id, x, 0, said);
    return;
  }
  const length = ink.xMax - ink.xMin;
  const y = -(HAN_MIDDLE - (ink.yMin + ink.yMax) / 2);
  const from = x + DASH_BEARING;
  const span = width - 2 * DASH_BEARING;
  const texts = [...said];
  const copies = Math.max(texts.length, Math.ceil(span / length - 1e-6));
  for (let copy = 0; copy < copies; copy++) {
    const start = copies === 1 ? from + (span - length) / 2 : from + ((span - length) * copy) / (copies - 1);
    addGlyph(out, single.face, single.id, start - ink.xMin, y, texts[copy] ?? '');
  }
};
