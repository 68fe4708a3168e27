/** One opened font: what fontkit knows of it, remembered. */
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { FaceId } from '../page/types.js';
import type { FontFile } from './files.js';
import type { InkBox } from './types.js';
import { verticalForms } from './vertical.js';
import { unpackWoffCached } from './woff.js';

/** What the PDF writer needs of a font. */
export interface FontFace {
  readonly id: FaceId;
  readonly postscriptName: string;
  /** fontkit's font over an uncompressed sfnt. */
  readonly font: fontkit.Font;
  /** Glyph of a code point; 0 where the font lacks it. */
  glyphOf(codePoint: number): number;
  /** Advance in ems. */
  advance(glyph: number): number;
  inkBox(glyph: number): InkBox | null;
  verticalForm(glyph: number): number;
}

/** Opens a font file. Throws with the file's name where it is damaged. */
export const openFace = (id: FaceId, file: FontFile, cacheFolder: string): FontFace => {
  const font = openFont(file, cacheFolder);
  const glyphs = new Map<number, number>();
  const advances = new Map<number, number>();
  const inks = new Map<number, InkBox | null>();
  let vertical: ReadonlyMap<number, number> | null = null;
  return {
    id,
    font,
    postscriptName: font.postscriptName ?? id,
    glyphOf: remember(glyphs, (codePoint) => {
      return font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0;
    }),
    advance: remember(advances, (glyph) => font.getGlyph(glyph).advanceWidth / font.unitsPerEm),
    inkBox: remember(inks, (glyph) => {
      // Not `cbox`: for a blank TrueType glyph fontkit reads the next glyph's header.
      const { minX, minY, maxX, maxY } = font.getGlyph(glyph).bbox;
      if (!(maxX > minX || maxY > minY)) return null;
      const em = font.unitsPerEm;
      return { xMin: minX / em, yMin: minY / em, xMax: maxX / em, yMax: maxY / em };
    }),
    verticalForm: (glyph) => {
      vertical ??= verticalForms(font);
      return vertical.get(glyph) ?? glyph;
    },
  };
};

const remember =
  <K, V>(known: Map<K, V>, find: (key: K) => V) =>
  (key: K): V => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };

const openFont = (file: FontFile, cacheFolder: string): fontkit.Font => {
  try {
    const bytes = readFileSync(file.path);
    const sfnt = bytes.toString('latin1', 0, 4) === 'wOFF' ? unpackWoffCached(bytes, cacheFolder) : bytes;
    const font = file.member === null ? fontkit.create(sfnt) : fontkit.create(sfnt, file.member);
    if (!font || 'fonts' in font) throw new Error(`no font “${file.member ?? ''}” in it`);
    return font;
  } catch (cause) {
    throw new Error(`The font ${file.name} cannot be opened: ${(cause as Error).message}`, { cause });
  }
};
