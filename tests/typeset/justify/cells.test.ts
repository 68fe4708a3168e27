import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, type FontSet, loadFonts } from '../../../src/fonts/registry.js';
import { glyphsIn, textIn } from '../../../src/page/stretches.js';
import { breakParagraph, justify, prepare, setVertical, sliceParagraph } from '../../../src/typeset/index.js';
import { fakeFonts } from '../fake-fonts.js';
import { bodyStyle, plain } from '../helpers.js';

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

describe('glyphs', () => {
  it('are those of their characters, but a full-width solidus, which is half as wide, that of a plain one', () => {
    const prepared = prepare(plain('中，（／）。·'), fakeFonts);
    const [line] = justify(prepared, breakParagraph(prepared, 40)[0]!.breaking, 40, fakeFonts);
    expect(
      glyphsIn(line!.stretches)
        .map(({ id }) => String.fromCodePoint(id))
        .join(''),
    ).toBe('中，（/）。·');
  });
  it('stand in the middle of their cell where several make one character', () => {
    const selector = '葛\u{e0100}';
    const [, cluster, after] = ink('song', `一${selector}二`);
    expect(cluster!.text).toBe(selector);
    expect(after!.left).toBeGreaterThan(2);
  });
});

describe('rule 24: vertical lines', () => {
  const measure = 30;
  const set = (text: string) => setVertical(plain(text), measure, fonts, { most: 0, otherwise: 0 })[0]!;
  it('set one character under the other about the axis, in the middle of what they need not fill', () => {
    const { stretches, width } = set('中文');
    const glyphs = glyphsIn(stretches);
    expect(width).toBe(2);
    expect(glyphs.map(({ x, y }) => [x, y])).toEqual([
      [-0.5, 14.88],
      [-0.5, 15.88],
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
  it('turn the colon of a score or a time, which is half a cell; others stand upright in a whole one', () => {
    for (const text of ['3∶2', '3：2', '20：00']) expect(set(text).width, text).toBe(2.5);
    expect(set('问：答').width).toBe(3);
    const turned = glyphsIn(set('3：2，问：答').stretches).filter((glyph) => glyph.turned);
    expect(turned.map(({ text }) => text)).toEqual(['：']);
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
  it('corner brackets stand in for curly quotes, double ones for double', () => {
    const printed = (text: string) => glyphsIn(set(text).stretches).map(({ id }) => id);
    expect(printed('“中”‘文’')).toEqual(printed('『中』「文」'));
    expect(new Set(printed('“”‘’')).size).toBe(4);
  });
  it('stand a short number in the middle of its cell, and say the spaces between words', () => {
    const glyphs = glyphsIn(set('第12届').stretches);
    const [one, two] = [glyphs[1]!, glyphs[2]!].map(({ x, face, id }) => {
      const box = fonts.inkBox(face, id)!;
      return { left: x + box.xMin, right: x + box.xMax };
    });
    expect(one!.right).toBeLessThan(two!.left);
    expect(Math.abs(one!.left + two!.right)).toBeLessThan(0.05);
    expect(textIn(set('中 文').stretches)).toBe('中 文');
  });
  /** Ink of the second character's glyphs, from the line's top and across its axis. */
  const second = (text: string) => {
    const { stretches, width } = set(text);
    const start = (measure - width) / 2;
    const inks = glyphsIn(stretches)
      .filter((_, index, all) => index > 0 && index < all.length - 1)
      .map(({ x, y, face, id, turned }) => {
        const box = fonts.inkBox(face, id)!;
        return turned
          ? { top: y + box.xMin, foot: y + box.xMax, left: x + box.yMin, right: x + box.yMax }
          : { top: y - box.yMax, foot: y - box.yMin, left: x + box.xMin, right: x + box.xMax };
      });
    return {
      top: Math.min(...inks.map(({ top }) => top)) - start,
      foot: Math.max(...inks.map(({ foot }) => foot)) - start,
      middle: (Math.min(...inks.map(({ left }) => left)) + Math.max(...inks.map(({ right }) => right))) / 2,
    };
  };
  it.each([
    // The mark, and the ems of the line that it stands in.
    ['，', 1, 1.5],
    ['。', 1, 1.5],
    ['）', 1, 1.5],
    ['“', 1.5, 2],
    ['：', 1, 2],
    ['·', 1, 1.5],
    ['～', 1, 2],
    ['–', 1, 1.5],
    ['…', 1, 2],
    ['——', 1, 3],
  ])('put the ink of %s into its part of the cell', (mark, from, to) => {
    const { top, foot, middle } = second(`中${mark}文`);
    expect(top).toBeGreaterThanOrEqual(from - 0.01);
    expect(foot).toBeLessThanOrEqual(to + 0.01);
    // What is no bracket, comma or stop stands in the middle of the line, and of its part of the cell.
    if ('·～–…——'.includes(mark)) {
      expect(middle).toBeCloseTo(0, 6);
      expect((top + foot) / 2).toBeCloseTo((from + to) / 2, 2);
    }
    if (mark === '：') expect((top + foot) / 2).toBeCloseTo(1.5, 2);
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
