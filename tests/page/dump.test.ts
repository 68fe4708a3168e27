import { expect, it } from 'vitest';
import { dumpPage } from '../../src/page/dump.js';
import { stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type FrameItem, WHITE } from '../../src/page/types.js';

const glyph = (text: string, x: number, face = 'song') => ({ face, id: 1, x, y: 0, text });

it('says of every item where it stands, how large it is and what it looks like, a line each', () => {
  const red = { c: 0, m: 100, y: 95, k: 0 };
  const items: readonly FrameItem[] = [
    { kind: 'glyphs', size: 10.5, ink: BLACK, stretches: stretchesOf([glyph('版', 0), glyph('A', 1.25, 'latin')]) },
    { kind: 'glyphs', size: 9, ink: { ...red, spot: '报红' }, ground: red, stretches: [] },
    {
      kind: 'image',
      file: 'photos/bridge.jpg',
      size: { width: 100, height: 66.666 },
      crop: { x: 0, y: 0.125, width: 1, height: 0.75 },
      alt: '',
      black: true,
    },
    { kind: 'rule', to: { x: 30, y: -0.001 }, width: 0.35, ink: BLACK },
    { kind: 'area', size: { width: 4, height: 5 }, fill: WHITE, stroke: { width: 0.5, ink: BLACK } },
    { kind: 'area', size: { width: 4, height: 5 } },
    { kind: 'squares', side: 1.5, rows: ['101', '010', '111'], ink: BLACK },
  ];
  const children = items.map((item, index) => ({ at: { x: index, y: 10 * index }, item }));
  const group: FrameItem = {
    kind: 'group',
    tag: { part: 'jump', story: 'bridge', slot: 'lead', page: 4, link: 'https://a.example/' },
    frame: { size: { width: 50, height: 60 }, children },
  };
  const frame = { size: { width: 100, height: 200 }, children: [{ at: { x: 1, y: 2 }, item: group }] };
  expect(dumpPage({ number: 3, frame, stories: [] })).toBe(`page 3 100.00×200.00
  1.00,2.00 [jump bridge slot lead page 4 link https://a.example/] 50.00×60.00
    0.00,0.00 text 10.50pt 0/0/0/100 “版A” song+latin …1.250em
    1.00,10.00 text 9.00pt 报红 on 0/100/95/0 “”
    2.00,20.00 image photos/bridge.jpg 100.00×66.67 crop 0.000 0.125 1.000 0.750 black
    3.00,30.00 rule to 30.00,0.00 0.35pt 0/0/0/100
    4.00,40.00 area 4.00×5.00 fill 0/0/0/0 stroke 0.50pt 0/0/0/100
    5.00,50.00 area 4.00×5.00
    6.00,60.00 squares 3 of 1.50pt 0/0/0/100
`);
});
