/** A font that comes into memory as far as it is asked for: what fontkit says of it is what it says of the whole. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { locateFont } from '../../src/fonts/files.js';
import { factsOf } from '../../src/fonts/kept-facts.js';
import { openSparse } from '../../src/fonts/sparse-font.js';
import { bytesOfFile } from '../../src/fonts/true-type.js';
import { verticalForms } from '../../src/fonts/vertical.js';

const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');

describe.each([
  'package:@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'package:@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
])('%s', (name) => {
  const { path } = locateFont(name, '.');
  const sparse = openSparse(bytesOfFile(path));
  const bytes = readFileSync(path);
  const light = fontkit.create(sparse.sfnt) as Font;
  const whole = fontkit.create(bytes) as Font;

  it('has every table but the outlines', () => {
    const tables = (whole as unknown as { directory: { tables: Record<string, { offset: number; length: number }> } })
      .directory.tables;
    for (const [tag, { offset, length }] of Object.entries(tables)) {
      const same = sparse.sfnt.subarray(offset, offset + length).equals(bytes.subarray(offset, offset + length));
      expect(same, tag).toBe(tag !== 'glyf');
    }
  });

  it('is shaped, named and turned alike', () => {
    const shaped = (font: Font, text: string) => {
      const { glyphs, positions } = font.layout(text);
      return glyphs.map(({ id }, at) => [id, positions[at]!.xAdvance, positions[at]!.xOffset, positions[at]!.yOffset]);
    };
    const words = ['AVATAR', 'To-day, fly', '12:30', '31415.92%', 'office', 'PDF/X-4', '~{|}@#'];
    // Letters with accents of their own; marks that are set on letters need outlines.
    for (const text of [...words, 'thé', 'naïve', 'Łódź', 'Ærø', '25℃', '½']) {
      expect(shaped(light, text), text).toEqual(shaped(whole, text));
    }
    expect(factsOf(light, 'face')).toEqual(factsOf(whole, 'face'));
    expect([...verticalForms(light)]).toEqual([...verticalForms(whole)]);
  });

  it('has the outlines that were asked for, with all that they are made of', () => {
    // Of letters with accents some are made of others.
    const characters = [...'，。《》「」一永国éÅñĀ½…—·Ag'].filter((one) =>
      whole.hasGlyphForCodePoint(one.codePointAt(0)!),
    );
    for (const character of characters) {
      const { id } = whole.glyphForCodePoint(character.codePointAt(0)!);
      sparse.outline(id);
      expect(light.getGlyph(id).bbox, character).toEqual(whole.getGlyph(id).bbox);
      expect(light.getGlyph(id).path.toSVG(), character).toBe(whole.getGlyph(id).path.toSVG());
    }
    expect(characters.length).toBeGreaterThan(8);
  });
});
