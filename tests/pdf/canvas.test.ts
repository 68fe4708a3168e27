import { expect, it } from 'vitest';
import { mm } from '../../src/geometry/units.js';
import { stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type FrameItem, type Glyphs, type Ink, WHITE } from '../../src/page/types.js';
import { paintSheet } from '../../src/pdf/painted.js';
import { facts, fonts, frame, group, type Placed } from './pages.js';

const RED: Ink = { c: 0, m: 100, y: 100, k: 0 };

/** What is painted of items on a sheet of 200 × 100 pt, line by line; text objects as one word. */
const painted = (children: readonly Placed[], bleed = 0): readonly string[] => {
  const sheet = { number: 1, stories: [], frame: frame(children, 200, 100) };
  const content = Buffer.from(paintSheet(sheet, { ...facts, bleed }, fonts).content).toString('latin1');
  return content
    .replace(/BT\n[\s\S]*?ET\n/g, 'text\n')
    .trim()
    .split('\n');
};
const rule: FrameItem = { kind: 'rule', to: { x: 30, y: 5 }, width: 0.5, ink: BLACK };

it('stands where it was put, from the top left corner of the trimmed sheet, and nothing beyond the bleed', () => {
  const placed: readonly Placed[] = [[10, 20, group({ part: 'ornament' }, [[1, 2, rule]])]];
  const line = ['0 0 0 1 K', '/GO gs', '0.5 w'];
  expect(painted(placed)).toEqual(['q 0 0 200 100 re W n', ...line, '11 78 m 41 73 l S', 'Q']);
  // Ten points of bleed: the trimmed sheet begins there, and so does what may print beyond it end.
  expect(painted(placed, 10)).toEqual(['q 0 0 220 120 re W n', ...line, '21 88 m 51 83 l S', 'Q']);
  expect(paintSheet({ number: 1, stories: [], frame: frame(placed, 200, 100) }, facts, fonts).trim).toEqual({
    width: 200,
    height: 100,
  });
});

it('has its ink and overprint chosen when they change, and only then', () => {
  const red = { ...rule, ink: RED };
  const drawn = ['0 100 m 30 95 l S'];
  expect(
    painted([
      [0, 0, rule],
      [0, 0, rule],
      [0, 0, red],
      [0, 0, { ...red, width: 1 }],
      [0, 0, { ...rule, width: 1 }],
    ]).slice(1, -1),
  ).toEqual([
    ...['0 0 0 1 K', '/GO gs', '0.5 w', ...drawn, ...drawn],
    ...['0 1 1 0 K', '/GK gs', ...drawn, '1 w', ...drawn],
    ...['0 0 0 1 K', '/GO gs', ...drawn],
  ]);
});

it('an area is filled, then edged; the hairline on a photograph’s edge knocks out, any other black overprints', () => {
  const size = { width: 40, height: 30 };
  const stroke = { ink: BLACK, width: 0.25 };
  const edges = '5 65 40 30 re';
  const area = (looks: object): readonly string[] =>
    painted([[5, 5, { kind: 'area', size, ...looks } as FrameItem]]).slice(1, -1);
  expect(area({ fill: RED })).toEqual(['0 1 1 0 k', '/GK gs', `${edges} f`]);
  expect(area({ fill: RED, stroke })).toEqual([
    ...['0 1 1 0 k', '/GK gs', `${edges} f`, '0 0 0 1 K', '/GO gs', '0.25 w', `${edges} S`],
  ]);
  const knocked = area({ stroke: { ...stroke, knockout: true } });
  expect(knocked.filter((line) => line.endsWith('gs')).at(-1)).toBe('/GK gs');
  expect(knocked.slice(-2)).toEqual(['0.25 w', `${edges} S`]);
});

it('a picture fills its place and knocks out of what lies under it', () => {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const image: FrameItem = { kind: 'image', file: 'a', size: { width: 40, height: 30 }, crop, alt: '' };
  const lines = painted([
    [0, 0, rule],
    [5, 5, image],
    [50, 5, image],
  ]);
  expect(lines.slice(4, -1)).toEqual([
    ...['0 100 m 30 95 l S', '/GK gs', 'q 40 0 0 30 5 65 cm /I1 Do Q', 'q 40 0 0 30 50 65 cm /I2 Do Q'],
  ]);
});

it('the block under reversed type is painted before it, in its own ink', () => {
  const { face, id } = fonts.glyph('song', 0x7248);
  const stretches = stretchesOf([{ face, id, x: 0, y: 0, text: '版' }]);
  const item: Glyphs = { kind: 'glyphs', size: 10, ink: WHITE, ground: RED, stretches };
  expect(painted([[20, 50, item]]).slice(1, -1)).toEqual([
    ...['0 1 1 0 k', '/GK gs', '15 47.2 20 13.2 re f', '0 0 0 0 k', 'text'],
  ]);
});

it('marks do not take the page’s last ink, state or line for their own', () => {
  const sheet = { number: 1, stories: [], frame: frame([[0, 0, { ...rule, width: 0.25 }]], 200, 100) };
  const content = Buffer.from(paintSheet(sheet, { ...facts, bleed: mm(3), marks: true }, fonts).content);
  const behind = content.toString('latin1').split('\nQ\n')[1]!.split('\n');
  expect(behind.slice(0, 3)).toEqual(['0 0 0 1 K', '/GO gs', '0.25 w']);
});
