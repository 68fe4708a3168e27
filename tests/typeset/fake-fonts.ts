/** Fonts of numbers: every glyph 1 em, Latin and space 0.5 em, ink filling its cell. */
import type { FontGlyph, Fonts } from '../../src/fonts/types.js';

const advance = (code: number): number => (code < 0x2e80 && !(code >= 0x2010 && code <= 0x2fff) ? 0.5 : 1);

const glyph = (_role: string, code: number): FontGlyph => ({
  face: 'fake',
  id: code,
  text: String.fromCodePoint(code),
  advance: advance(code),
  source: 'own',
});

export const fakeFonts: Fonts = {
  glyph,
  shape: (role, text) => {
    const shaped = [];
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at)!;
      const length = code > 0xffff ? 2 : 1;
      shaped.push({ ...glyph(role, code), xOffset: 0, yOffset: 0, text: text.slice(at, at + length) });
      at += length;
    }
    return shaped;
  },
  verticalForm: (_face, id) => id,
  inkBox: (_face, id) => ({ xMin: 0, yMin: 0, xMax: advance(id), yMax: 0.76 }),
};
