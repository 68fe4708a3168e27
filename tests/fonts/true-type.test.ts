import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { newKitSubset } from '../../src/fonts/subset.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-true-type-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = async () => (await loadFonts(DEFAULT_FONTS, folder)).value!;
const fonts = await open();
const faces = ['song', 'hei-bold', 'kai', 'nameplate'].map((role) => fonts.face(fonts.glyph(role, 0x41).face));
const TEXT = '咸宁日报，。《》“”——……·A9fi℃ éÅ½①⼀一\u{20000}\u{10ffff}';

describe('a font read by ranges', () => {
  it.each(faces.map((face) => [face.id, face] as const))('%s maps and measures as fontkit does', (_, face) => {
    const { font } = face;
    for (let code = 0x20; code < 0x3100; code++) {
      const glyph = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).id : 0;
      expect(face.glyphOf(code), code.toString(16)).toBe(glyph);
    }
    for (const character of TEXT) {
      const code = character.codePointAt(0)!;
      const glyph = font.glyphForCodePoint(code);
      expect(face.glyphOf(code)).toBe(glyph.id);
      expect(face.advance(glyph.id)).toBe(glyph.advanceWidth / font.unitsPerEm);
    }
  });

  it.each(faces.map((face) => [face.id, face] as const))('%s is embedded byte for byte as by fontkit', (_, face) => {
    const theirs = newKitSubset(face.font);
    const ours = face.subset();
    for (const character of TEXT) {
      const glyph = face.glyphOf(character.codePointAt(0)!);
      expect(ours.include(glyph)).toBe(theirs.includeGlyph(glyph));
    }
    expect(Buffer.from(ours.encode()).equals(Buffer.from(theirs.encode()))).toBe(true);
  });
});

describe('what fontkit found out', () => {
  const ask = async () => {
    const set = await open();
    const { face, id } = set.glyph('song', 0x300a);
    const asked = [
      set.shape('song', 'AV 2021'),
      set.inkBox(face, id),
      set.verticalForm(face, id),
      set.face(face).facts,
    ];
    set.keep();
    return JSON.stringify(asked);
  };

  it('is the same when it was kept, and found again where what was kept is damaged', async () => {
    const first = await ask();
    const names = readdirSync(folder);
    expect(await ask()).toBe(first);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(join(folder, name), bytes);
    }
    expect(await ask()).toBe(first);
  });
});
