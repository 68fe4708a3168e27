import { expect, it } from 'vitest';
import { BLACK, type Ink } from '../../src/page/types.js';
import { failedName, profileOf } from '../../src/printing/check.js';
import type { Layouts } from '../../src/template/types.js';

it('a paper’s files are held to its sheet, its standard and its spot inks', () => {
  const red: Ink = { c: 0, m: 100, y: 90, k: 5, spot: '报头红' };
  const inks = new Map([
    ['black', BLACK],
    ['red', red],
    ['light-red', { ...red, m: 50 }],
    ['gold', { ...red, spot: 'gold' }],
  ]);
  const layouts = { paper: { sheet: { width: 390, height: 550 } }, styles: { inks } } as unknown as Layouts;
  expect(profileOf(layouts, 'x4')).toEqual({
    standard: 'x4',
    trim: { width: 390, height: 550 },
    spots: ['报头红', 'gold'],
  });
});

it('a file that failed has a name that no printer fetches', () =>
  expect(['12867-01.pdf', 'A.01.pdf', 'page'].map(failedName)).toEqual([
    ...['12867-01.failed.pdf', 'A.01.failed.pdf', 'page.failed'],
  ]));
