import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { FIRST_CHARACTER, webFont } from '../../src/fonts/web-font.js';

const fonts = (await loadFonts(DEFAULT_FONTS)).value!;

describe('webFont', () => {
  it.each(['song', 'kai', 'nameplate'])(
    'gives the glyphs of %s under private characters, outline for outline',
    (role) => {
      const set = [...'版心，A咸宁'].map((character) => fonts.glyph(role, character.codePointAt(0)!));
      const id = set[0]!.face;
      const face = fonts.face(id);
      const glyphs = set.filter((glyph) => glyph.face === id).map((glyph) => glyph.id);
      const made = fontkit.create(Buffer.from(webFont(face, glyphs))) as fontkit.Font;
      for (const [index, glyph] of glyphs.entries()) {
        const there = made.glyphForCodePoint(FIRST_CHARACTER + index);
        expect(there.path.toSVG()).toBe(face.font.getGlyph(glyph).path.toSVG());
        expect(there.advanceWidth).toBe(face.font.getGlyph(glyph).advanceWidth);
      }
      expect(made.hasGlyphForCodePoint(FIRST_CHARACTER + glyphs.length)).toBe(false);
    },
  );
});
