import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { shiftGlyph } from '../../../src/fonts/shift-glyph.js';
import { glyphsIn, stretchesOf } from '../../../src/page/stretches.js';
import { CodeBook } from '../../../src/pdf/fonts/code-book.js';
import { halve } from '../../../src/pdf/fonts/half-cell.js';
import { Operators } from '../../../src/pdf/operators.js';
import { paintSheet } from '../../../src/pdf/painted.js';
import { preparePictures } from '../../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { writeText } from '../../../src/pdf/text.js';
import { rasterize } from '../../../src/proof/raster.js';
import { facts, fonts, line, page, writePdf } from '../pages.js';

const OPENERS = '“‘（《〈「『【';
const { face: id } = fonts.glyph('song', 0x300a);
const face = fonts.face(id);
const glyphOf = (mark: string): number => face.glyphOf(mark.codePointAt(0)!);

describe('halve', () => {
  it('finds the half that holds the ink', () => {
    const ink = (xMin: number, xMax: number) => ({ xMin, xMax, yMin: 0, yMax: 0.2 });
    expect(halve(1, ink(0.1, 0.3))).toBe('left');
    expect(halve(1, ink(0.6, 0.95))).toBe('right');
    expect(halve(1, ink(0.3, 0.7))).toBe('whole');
    expect(halve(0.5, ink(0.1, 0.3))).toBe('whole');
    expect(halve(1, null)).toBe('whole');
  });

  it.each([...OPENERS])('opener %s has its ink on the right', (mark) => {
    expect(halve(face.advance(glyphOf(mark)), face.inkBox(glyphOf(mark)))).toBe('right');
  });
});

describe('halved glyphs', () => {
  it('moves the outline, point by point, and halves the advance', () => {
    const subset = face.subset();
    for (const mark of OPENERS) subset.append(glyphOf(mark), 'right');
    const halved = fontkit.create(Buffer.from(subset.encode())) as fontkit.Font;
    for (const [index, mark] of [...OPENERS].entries()) {
      const whole = face.font.getGlyph(glyphOf(mark));
      const half = halved.getGlyph(index + 1);
      const em = face.font.unitsPerEm;
      expect(half.advanceWidth).toBe(em / 2);
      expect(half.path.commands.map(({ args }) => args)).toEqual(
        whole.path.commands.map(({ args }) => args.map((value, at) => (at % 2 === 0 ? value - em / 2 : value))),
      );
    }
  });

  it('are marks: where the ink of a Han character lies at a line’s end is not asked of the font', () => {
    const asked: number[] = [];
    const inkBox = (glyph: number): ReturnType<typeof face.inkBox> => {
      asked.push(glyph);
      return face.inkBox(glyph);
    };
    const watched = { ...face, inkBox };
    const bookOf = () => ({ name: 'F1', book: new CodeBook(watched) });
    for (const text of ['茶经', '茶经。', '茶', '茶𠮷']) {
      writeText(new Operators(), line(text, 40), { x: 0, y: 0 }, bookOf);
    }
    expect(asked).toEqual([glyphOf('。')]);
  });

  it('leaves composite glyphs alone', () => {
    expect(shiftGlyph(new Uint8Array([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]), 5)).toBeNull();
  });
});

describe('a line that opens with a mark', () => {
  it('prints the same as with the whole cell', async () => {
    const set = line('《茶经》', 40);
    const glyphs = glyphsIn(set.stretches).map((glyph) => ({ ...glyph, x: glyph.x - 0.5 }));
    const trimmed = { ...set, stretches: stretchesOf(glyphs) };
    // A blank in front makes the mark no line's first glyph.
    const inner = { ...set, stretches: stretchesOf([...glyphsIn(line(' ', 40).stretches), ...glyphs]) };
    const press = (await loadPress(null, 'test condition')).value!;
    const none = await preparePictures([], { path: (file) => file }, press);
    const render = async (item: typeof set) => {
      const [raster] = await rasterize(await writePdf([page([[100, 100, item]])], facts, fonts, none, press), 72);
      return Buffer.from(raster!.pixels);
    };
    const [halved, whole] = [await render(trimmed), await render(inner)];
    const off = halved.reduce((most, value, at) => Math.max(most, Math.abs(value - whole[at]!)), 0);
    expect(off).toBeLessThan(16);
    // And it is the half that prints: a reader takes no part of the line for the column before.
    const cellsOf = (item: typeof set): string[] =>
      [...paintSheet(page([[100, 100, item]]), facts, fonts).fonts.values()].flatMap(({ codes }) =>
        codes.filter(({ said }) => /[《》]/.test(said)).map(({ said, cell }) => `${said} ${cell}`),
      );
    expect(cellsOf(trimmed).sort()).toEqual(['《 right', '》 left']);
    expect(cellsOf(inner).sort()).toEqual(['《 whole', '》 left']);
  });
});
