/** What files are called: printers and their servers go by it. */
import { expect, it } from 'vitest';
import { fileName } from '../../src/printing/naming.js';

const issue = { number: 12867, date: { year: 2021, month: 2, day: 3 } };

it.each([
  ['{issue}-{page2}.pdf', '12867-04.pdf', '12867-06-07.pdf'],
  ['{date}_{page}.pdf', '20210203_4.pdf', '20210203_6-7.pdf'],
  ['{issue}{other}.pdf', '12867{other}.pdf', '12867{other}.pdf'],
])('a page’s file, and that of a sheet of two, by the pattern %s', (pattern, page, sheet) => {
  expect(fileName(pattern, issue, 4)).toBe(page);
  expect(fileName(pattern, issue, 6, 7)).toBe(sheet);
});
