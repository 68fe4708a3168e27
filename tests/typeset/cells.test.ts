import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, type FontSet, loadFonts } from '../../src/fonts/registry.js';
import { glyphsIn } from '../../src/page/stretches.js';
import { breakParagraph, justify, prepare, setVertical, sliceParagraph } from '../../src/typeset/index.js';
import { bodyStyle, plain } from './helpers.js';

let fonts: FontSet;
beforeAll(async () => {
  fonts = (await loadFonts(DEFAULT_FONTS)).value!;
});

const ROLES = ['song', 'hei', 'kai', 'nameplate'];

/** Ink of each glyph on one line, left and right edge in ems. */
const ink = (role: string, text: string) => {
  const prepared = prepare({ runs: [{ text, role }], style: bodyStyle, names: [] }, fonts);
  const [line] = justify(prepared, breakParagraph(prepared, 40)[0]!.breaking, 40, fonts);
  return glyphsIn(line!.stretches).map((glyph) => {
    const box = fonts.inkBox(glyph.face, glyph.id)!;
    return {
      text: glyph.text,
      left: glyph.x + box.xMin,
      right: glyph.x + box.xMax,
      middle: -glyph.y + (box.yMin + box.yMax) / 2,
    };
  });
};

describe('rule 12: the ink sits in its cell whatever the font', () => {
  it.each(ROLES)('%s: —— is one unbroken stroke of 2 em at the height of Han', (role) => {
    const dash = ink(role, '中——文').slice(1, -1);
    expect(dash.map(({ text }) => text).join('')).toBe('——');
    expect(dash[0]!.left).toBeCloseTo(1.04, 2);
    expect(dash.at(-1)!.right).toBeCloseTo(2.96, 2);
    for (let i = 1; i < dash.length; i++) expect(dash[i]!.left).toBeLessThanOrEqual(dash[i - 1]!.right);
    for (const { middle } of dash) expect(middle).toBeCloseTo(0.38, 2);
  });
  it.each(ROLES)('%s: a quote lies in its half', (role) => {
    const [, open, , close] = ink(role, '说“中”文');
    expect(open!.left).toBeGreaterThan(1.5);
    expect(open!.right).toBeLessThan(2);
    expect(close!.left).toBeGreaterThan(3);
    expect(close!.right).toBeLessThan(3.5);
  });
  it.each(ROLES)('%s: at the line’s start the opener’s free half is gone', (role) => {
    const [open] = ink(role, '“中');
    expect(open!.left).toBeGreaterThan(0);
    expect(open!.right).toBeLessThan(0.5);
  });
  it.each(ROLES)('%s: · is in the middle of half an em', (role) => {
    const [, dot] = ink(role, '阿·买');
    expect((dot!.left + dot!.right) / 2).toBeCloseTo(1.25, 6);
    expect(dot!.middle).toBeCloseTo(0.38, 6);
  });
  it.each(ROLES)('%s: a squeezed ，stays in its left half', (role) => {
    const [, comma] = ink(role, '中，“文');
    expect(comma!.left).toBeGreaterThan(1);
    expect(comma!.right).toBeLessThan(1.5);
  });
});

describe('rule 24: vertical lines', () => {
  const set = (text: string) => setVertical(plain(text, { align: 'start' }), 30, fonts)[0]!;
  it('set one character under the other about the axis', () => {
    const { stretches, width } = set('中文');
    const glyphs = glyphsIn(stretches);
    expect(width).toBe(2);
    expect(glyphs.map(({ x, y }) => [x, y])).toEqual([
      [-0.5, 0.88],
      [-0.5, 1.88],
    ]);
  });
  it('turn dashes and words, stand short numbers and acronyms upright, keep the text', () => {
    const { stretches, text } = set('第12届——GDP与Wi-Fi“好”');
    const glyphs = glyphsIn(stretches);
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
    const turned = glyphs
      .filter((glyph) => glyph.turned)
      .map((glyph) => glyph.text)
      .join('');
    expect(turned).toBe('——Wi-Fi');
    expect(new Set(glyphs.filter(({ text }) => '12'.includes(text) && text).map(({ y }) => y)).size).toBe(1);
  });
  it('puts three digits one under the other, which are wider than a cell', () => {
    const across = (text: string) => new Set(glyphsIn(set(text).stretches).map(({ y }) => y)).size;
    expect(across('12')).toBe(1);
    expect(across('120')).toBe(3);
    expect(set('第120届').width).toBe(set('第12届').width + 2);
  });
  it('stand a figure and its letter upright, side by side or one under the other, but not longer ones', () => {
    for (const text of ['5G', '4K', '3D']) {
      const glyphs = glyphsIn(set(`进入${text}时代`).stretches).filter((glyph) => text.includes(glyph.text));
      expect(
        glyphs.map((glyph) => glyph.turned ?? false),
        text,
      ).toEqual([false, false]);
      const places = new Set(glyphs.map(({ y }) => y)).size;
      expect(set(`进入${text}时代`).width, text).toBe(set('进入时代').width + 0.5 + places);
    }
    expect(glyphsIn(set('进入5Gs时代').stretches).some((glyph) => glyph.turned)).toBe(true);
  });
  it('corner brackets stand in for curly quotes', () => {
    const glyphs = glyphsIn(set('“中”').stretches);
    const corner = fonts.glyph('song', 0x300e);
    expect(glyphs[0]!.id).toBe(fonts.verticalForm(corner.face, corner.id));
  });
});

describe('sliceParagraph', () => {
  it('cuts runs at an offset and drops the indent', () => {
    const paragraph = {
      runs: [
        { text: '本报讯', role: 'hei' },
        { text: ' 记者报道', role: 'song' },
      ],
      style: { ...bodyStyle, indent: 2 },
      names: [],
    };
    expect(sliceParagraph(paragraph, 5)).toMatchObject({
      runs: [{ text: '者报道', role: 'song' }],
      style: { indent: 0 },
    });
    expect(sliceParagraph(paragraph, 0)).toEqual(paragraph);
  });
});
