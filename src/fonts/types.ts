/**
 * What the rest of the program may know of fonts. A `Fonts` is a value that typesetting is given; of fontkit and of
 * what is in font files only this folder knows.
 */
import type { Em } from '../geometry/units.js';
import type { FaceId } from '../page/types.js';

/** A role of fonts.yaml, such as `song`, `hei-bold`, `kai`, `nameplate`. */
export type Role = string;

/** A glyph of a role: the first face of the role's list that has the character. */
export interface FontGlyph {
  readonly face: FaceId;
  readonly id: number;
  /** What it stands for: the character; of shaped text the characters, '' for the later glyphs of a cluster. */
  readonly text: string;
  /** The font's own advance. For Han and marks the character class decides instead (rule 12). */
  readonly advance: Em;
  /** `own`: the role's first face; `fallback`: a later one; `none`: no face has it (glyph 0 of the first). */
  readonly source: 'own' | 'fallback' | 'none';
}

/** A glyph of a shaped cluster run (Latin words, emoji, combining sequences). */
export interface ShapedGlyph extends FontGlyph {
  readonly xOffset: Em;
  readonly yOffset: Em;
}

/** Extent of a glyph's ink in ems, from its origin, y upwards. */
export interface InkBox {
  readonly xMin: Em;
  readonly yMin: Em;
  readonly xMax: Em;
  readonly yMax: Em;
}

/** What a font says of itself, in its own units. */
export interface FaceFacts {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** xMin, yMin, xMax, yMax. */
  readonly bbox: readonly number[];
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
}

/** What typesetting may ask of fonts. */
export interface Fonts {
  /** The glyph of one code point, unshaped: what Han and marks need. */
  glyph(role: Role, codePoint: number): FontGlyph;
  /** A run of other writing, shaped with kerning and ligatures. */
  shape(role: Role, text: string): readonly ShapedGlyph[];
  /** The vertical form of a glyph (`vert`); the glyph itself where the font has none. */
  verticalForm(face: FaceId, id: number): number;
  /** A glyph's ink; null for blank glyphs. */
  inkBox(face: FaceId, id: number): InkBox | null;
}
