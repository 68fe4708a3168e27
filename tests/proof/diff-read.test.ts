/** Dumps read back: what is accepted stands in git, and may come back from it otherwise than it was written. */
import { describe, expect, it } from 'vitest';
import { isDump, readDump } from '../../src/proof/diff-read.js';

const DUMP = `page 12 600.00×800.50
  -9.00,50.25 [story bridge slot lead] 300.00×200.50
    10.00,20.00 [headline] 280.00×20.00
      0.50,-15.00 text 24.00pt 0/0/0/0 on 0/95/90/0 “新桥“通车” …2em” hei+song …-5.250em
    0.00,60.00 [paragraph] 300.00×60.00
      1.00,10.00 text 10.50pt dark “red” “两岸” Kai …3.000em
      2.00,25.00 text 9.00pt 0/0/0/100 “”
    0.00,90.00 [qr bridge link https://a.example/?slot=1] 60.00×60.00
      5.00,5.00 squares 25 of 1.50pt 0/0/0/100
    3.00,130.00 image photos/a 10.00×20.00 crop b.jpg 100.00×66.67 crop 0.000 0.125 1.000 0.750 black
    0.00,140.00 rule to 300.00,-2.00 0.35pt dark red
    0.00,150.00 area 300.00×200.00 fill 0/0/0/10 stroke 0.50pt 0/0/0/100
    0.00,160.00 area 4.00×5.00
  20.00,300.00 [ornament slot notice] 100.00×30.00
    0.00,4.50 [teaser school page 4] 90.00×21.00
      1.00,2.00 text 12.00pt 0/0/0/100 “导读” Hei …1.000em
  20.00,400.00 [ornament] 100.00×30.00
    0.00,0.00 [folio] 90.00×21.00
      0.00,0.00 something new of 3
  20.00,500.00 [ornament] 100.00×30.00
    1.00,1.00 [ornament] 90.00×21.00
      0.00,0.00 area 1.00×1.00
      0.00,0.00 [imprint] 90.00×21.00
        0.00,0.00 area 1.00×1.00
  20.00,600.00 [story slot slot page] 100.00×30.00
          0.00,0.00 area 1.00×1.00
  1.00,2.00 rule to 0.00,30.00 1.00pt 0/0/0/100
`;

describe('readDump', () => {
  const { pieces, ...sheet } = readDump(DUMP);
  const none = { text: '', size: 0, ink: '', face: '', extent: '', thick: 0 };

  it('knows the sheet and what stands on it, by the names that people use', () => {
    expect(sheet).toEqual({ page: 12, width: 600, height: 800.5 });
    expect(pieces.map(({ name, slot, box }) => [name, slot, box])).toEqual([
      ['bridge', 'lead', { x: -9, y: 50.25, width: 300, height: 200.5 }],
      ['notice', 'notice', { x: 20, y: 300, width: 100, height: 30 }],
      ['folio', null, { x: 20, y: 400, width: 90, height: 21 }],
      // Named by what is in it, where that comes first.
      ['ornament', null, { x: 20, y: 500, width: 100, height: 30 }],
      // A story may be called anything.
      ['slot', 'page', { x: 20, y: 600, width: 100, height: 30 }],
      ['rules', null, { x: 0, y: 0, width: 600, height: 800.5 }],
    ]);
  });

  it('knows every item by its place on the sheet, its part and its look', () => {
    const [bridge, notice, folio, ornament, slot, rules] = pieces.map(({ items }) => items);
    const text = { ...none, kind: 'text' };
    expect(bridge).toEqual([
      {
        ...text,
        ...{ x: 1.5, y: 55.25, part: 'headline', text: '新桥“通车” …2em', size: 24 },
        ...{ ink: '0/0/0/0 on 0/95/90/0', face: 'hei+song', extent: '-5.250' },
      },
      {
        ...text,
        ...{ x: -8, y: 120.25, part: 'paragraph', text: 'red” “两岸', size: 10.5 },
        ...{ ink: 'dark', face: 'Kai', extent: '3.000' },
      },
      { ...text, x: -7, y: 135.25, part: 'paragraph', size: 9, ink: '0/0/0/100' },
      {
        ...none,
        ...{ kind: 'squares', x: -4, y: 145.25, part: 'qr', text: 'https://a.example/?slot=1' },
        ...{ extent: '25 of 1.50pt', ink: '0/0/0/100' },
      },
      {
        ...none,
        ...{ kind: 'image', x: -6, y: 180.25, part: 'story', text: 'photos/a 10.00×20.00 crop b.jpg' },
        extent: '100.00×66.67 crop 0.000 0.125 1.000 0.750 black',
      },
      {
        ...none,
        ...{ kind: 'rule', x: -9, y: 190.25, part: 'story', extent: '300.00,-2.00', thick: 0.35, ink: 'dark red' },
      },
      {
        ...none,
        ...{ kind: 'area', x: -9, y: 200.25, part: 'story', extent: '300.00×200.00', thick: 0.5 },
        ink: 'fill 0/0/0/10 stroke 0/0/0/100',
      },
      { ...none, kind: 'area', x: -9, y: 210.25, part: 'story', extent: '4.00×5.00' },
    ]);
    expect(notice).toEqual([
      {
        ...text,
        ...{ x: 21, y: 306.5, part: 'teaser', text: '导读', size: 12 },
        ...{ ink: '0/0/0/100', face: 'Hei', extent: '1.000' },
      },
    ]);
    // What it does not know changes or does not.
    expect(folio).toEqual([{ ...text, x: 20, y: 400, part: 'folio', extent: 'something new of 3' }]);
    const area = { ...none, kind: 'area', extent: '1.00×1.00' };
    expect(ornament).toEqual([
      { ...area, x: 21, y: 501, part: 'ornament' },
      { ...area, x: 21, y: 501, part: 'imprint' },
    ]);
    // Deeper than it can be: it belongs to what stands above.
    expect(slot).toEqual([{ ...area, x: 20, y: 600, part: 'story' }]);
    expect(rules).toEqual([
      { ...none, kind: 'rule', x: 1, y: 2, part: 'page', extent: '0.00,30.00', thick: 1, ink: '0/0/0/100' },
    ]);
  });
});

describe('isDump', () => {
  it.each([
    ['whole', DUMP],
    ['an empty page', 'page 1 1.00×1.00\n'],
    ['words with a line separator', 'page 1 1.00×1.00\n  0.00,0.00 text 9.00pt 0/0/0/100 “a\u2028b”\n'],
  ])('%s', (_, dump) => {
    expect(isDump(dump)).toBe(true);
  });

  const [first = '', ...lines] = DUMP.split('\n');
  it.each([
    ['nothing', ''],
    ['no first line', lines.join('\n')],
    ['something before it', `x${DUMP}`],
    ['something behind the first line', DUMP.replace(first, `${first} `)],
    ['a conflict in its middle', DUMP.replace(/(.*两岸.*\n)/, '<<<<<<< HEAD\n$1=======\n$1>>>>>>> other\n')],
    ['a conflict of all of it', `<<<<<<< HEAD\n${DUMP}=======\n${DUMP}>>>>>>> other\n`],
    ['broken off in a line', DUMP.slice(0, 300)],
    ['broken off between two numbers', `${first}\n  0.00`],
    ['a line without a place', DUMP.replace('1.00,10.00 ', '')],
    ['a line that is not set in', DUMP.replace('    0.00,60.00', '0.00,60.00')],
    ['a line between two depths', DUMP.replace('    0.00,60.00', '   0.00,60.00')],
    ['an empty line', DUMP.replace('\n    0.00,60.00', '\n\n    0.00,60.00')],
    ['more behind its end', `${DUMP}\n`],
  ])('none: %s', (_, dump) => {
    expect(isDump(dump)).toBe(false);
  });
});
