import { expect, it } from 'vitest';
import { mm } from '../../src/geometry/units.js';
import { sheetOf } from '../../src/pdf/document.js';
import { paintSheet } from '../../src/pdf/painted.js';
import { facts, fonts, line, page } from './pages.js';

const marked = { ...facts, bleed: mm(3), marks: true };
const sheet = page([[50, 50, line('版心')]]);
const contentOf = (black: boolean): { readonly text: string; readonly registers: boolean } => {
  const { content, registers } = paintSheet(black ? { ...sheet, black } : sheet, marked, fonts);
  return { text: Buffer.from(content).toString('latin1'), registers };
};
/** Straight lines painted, `x0 y0 x1 y1`. */
const strokes = (text: string): readonly (readonly number[])[] =>
  [...text.matchAll(/([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S/g)].map(([, ...ends]) => ends.map(Number));
const chosen = (text: string): readonly string[] =>
  [...new Set(text.match(/^[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK]$/gm))].sort();

it('marks stand outside the bleed: eight crop marks of 10 mm, four crosses', () => {
  const lines = strokes(contentOf(false).text);
  expect(lines.length).toBe(8 + 4 * 2);
  const lengths = lines.map(([x0, y0, x1, y1]) => Math.hypot(x1! - x0!, y1! - y0!));
  expect(lengths.filter((length) => Math.abs(length - mm(10)) < 0.01).length).toBe(8);
  const { size } = sheet.frame;
  const { margin } = sheetOf(size, marked);
  const within = (at: number, length: number): boolean =>
    at > margin - mm(3) + 0.01 && at < margin + length + mm(3) - 0.01;
  const inside = ([x, y]: readonly number[]): boolean => within(x!, size.width) && within(y!, size.height);
  expect(lines.filter((ends) => inside(ends) && inside(ends.slice(2)))).toEqual([]);
});

it('crosses and the bar show every plate, on a page in black that one alone', () => {
  const [colour, black] = [contentOf(false), contentOf(true)];
  expect([colour.registers, black.registers]).toEqual([true, false]);
  expect(colour.text).toContain('/All CS');
  expect(chosen(colour.text)).toEqual(['0 0 0 1 K', '0 0 0 1 k', '0 0 1 0 k', '0 1 0 0 k', '1 0 0 0 k']);
  expect(chosen(black.text)).toEqual(['0 0 0 1 K', '0 0 0 1 k']);
  expect(strokes(black.text)).toEqual(strokes(colour.text));
});

it('a sheet says whether it is printed in black alone: its file is held to that', () => {
  const said = [{}, { black: true as const }].map((looks) => paintSheet({ ...sheet, ...looks }, facts, fonts).black);
  expect(said).toEqual([false, true]);
});
