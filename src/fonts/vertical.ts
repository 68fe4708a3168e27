/** Vertical forms from a font's `vert` feature, glyph to glyph (OpenType GSUB, single substitution). */
import type { Font } from 'fontkit';
import { covered, subTablesOf } from './layout-tables.js';

const SINGLE = 1;

/** Glyph → vertical form; empty where the font has none. */
export const verticalForms = (font: Font): ReadonlyMap<number, number> => {
  const forms = new Map<number, number>();
  for (const { type, table } of subTablesOf(font, 'GSUB', ['vert'])) {
    if (type !== SINGLE) continue;
    const { version, coverage = {}, deltaGlyphID = 0, substitute } = table;
    for (const [index, glyph] of covered(coverage).entries()) {
      const form = version === 1 ? (glyph + deltaGlyphID) & 0xffff : substitute?.get(index);
      if (form !== undefined && !forms.has(glyph)) forms.set(glyph, form);
    }
  }
  return forms;
};
