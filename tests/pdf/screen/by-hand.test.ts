/** Places in the file, of a page made by hand: PDF counts from the foot of the sheet, pages from its head. */
import { type PDFArray, type PDFDict, PDFDocument, type PDFNumber } from '@cantoo/pdf-lib';
import { beforeAll, expect, it } from 'vitest';
import { ASCENT } from '../../../src/geometry/units.js';
import type { Page } from '../../../src/page/types.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { writeScreenPdf } from '../../../src/pdf/screen/write.js';
import { together } from '../../cache/together.js';
import { facts, fonts, frame, type group, line, type Placed } from '../pages.js';
import { flat, name, said, treeIn } from './tagged.js';

const [WIDTH, HEIGHT] = [400, 300];
const size = { width: 100, height: 60 };

const part = (tag: Parameters<typeof group>[0], x: number, y: number, ...children: readonly Placed[]): Placed => [
  x,
  y,
  { kind: 'group', tag, frame: frame(children, size.width, size.height) },
];
const text = (x: number, y: number, words: string): Placed => [x, y, line(words, 10)];

/** Of two columns, and of a third that begins where the second does, but higher. */
const lines = [text(0, 10, '甲乙'), text(0, 22, '丙丁戊'), text(50, 10, '己'), text(50, 0, '庚')];

const image = { kind: 'image', file: 'a.jpg', size, crop: { x: 0, y: 0, width: 1, height: 1 }, alt: '桥' } as const;
const only: Page = {
  number: 1,
  stories: [],
  frame: frame(
    [
      part(
        { part: 'story', story: 'a' },
        20,
        30,
        part({ part: 'headline', title: '头 条' }, 0, 0, text(0, 10, '头条')),
        part({ part: 'paragraph', story: 'a' }, 0, 20, ...lines),
        part({ part: 'jump', page: 1 }, 0, 80, text(0, 10, '下转')),
        part({ part: 'picture' }, 200, 100, [0, 0, image]),
        part({ part: 'qr', link: 'https://example.com/' }, 200, 170, [
          0,
          0,
          { kind: 'squares', rows: ['1'], side: 30, ink: { c: 0, m: 0, y: 0, k: 100 } },
        ]),
      ),
    ],
    WIDTH,
    HEIGHT,
  ),
};

let pdf: PDFDocument;
beforeAll(async () => {
  const pictures = { byKey: new Map(), get: () => null, reports: [], diagnostics: [] };
  const screen = { ...facts, edition: 'screen', pageName: (page: number) => `第${page}版` } as const;
  const press = (await loadPress(null, 'test')).value!;
  pdf = await PDFDocument.load(together(await writeScreenPdf([only], screen, fonts, pictures, press)));
});

const numbers = (array: unknown): number[] =>
  (array as PDFArray).asArray().flatMap((item) => {
    const number = (item as PDFNumber).asNumber?.();
    return number === undefined ? [] : [Math.round(number * 1000) / 1000];
  });

it('a figure stands where its picture does', () => {
  const [figure] = flat(treeIn(pdf)).filter(({ type }) => type === 'Figure');
  expect(figure!.box).toEqual([220, HEIGHT - 130 - 60, 320, HEIGHT - 130]);
});

it('a story’s bead lies around its lines, a column each, and its thread is called by its headline', () => {
  const top = (y: number): number => HEIGHT - (30 + 20 + y - 10 * ASCENT);
  const beads = (pdf.getPage(0).node.lookup(name('B')) as PDFArray)
    .asArray()
    .map((ref) => numbers((pdf.context.lookup(ref) as PDFDict).lookup(name('R'))));
  expect(beads).toEqual([
    [20, top(22) - 10, 50, top(10)],
    [70, top(10) - 10, 80, top(10)],
    [70, top(0) - 10, 80, top(0)],
  ]);
  const [thread] = (pdf.catalog.lookup(name('Threads')) as PDFArray).asArray();
  const info = (pdf.context.lookup(thread) as PDFDict).lookup(name('I')) as PDFDict;
  expect(said(info.lookup(name('Title')))).toBe('头 条');
});

it('what is clicked is the jump line, and the code', () => {
  const rects = pdf
    .getPage(0)
    .node.Annots()!
    .asArray()
    .map((ref) => numbers((pdf.context.lookup(ref) as PDFDict).lookup(name('Rect'))));
  expect(
    rects.map(([left, bottom, right, top]) => [left, Math.min(bottom!, top!), right, Math.max(bottom!, top!)]),
  ).toEqual([
    [20, HEIGHT - 110 - 60, 120, HEIGHT - 110],
    [220, HEIGHT - 200 - 60, 320, HEIGHT - 200],
  ]);
});

it('outline and destination lead to the head of the page, and of the story', () => {
  const page = (pdf.catalog.lookup(name('Outlines')) as PDFDict).lookup(name('First')) as PDFDict;
  const story = page.lookup(name('First')) as PDFDict;
  const place = (item: PDFDict): number[] => numbers(item.lookup(name('Dest')));
  expect([place(page), place(story)]).toEqual([
    [0, HEIGHT, 0],
    [20, HEIGHT - 30, 0],
  ]);
  const names = ((pdf.catalog.lookup(name('Names')) as PDFDict).lookup(name('Dests')) as PDFDict).lookup(name('Names'));
  const [called, target] = [0, 1].map((at) => (names as PDFArray).lookup(at));
  expect([said(called), numbers(target)]).toEqual(['page-1-a', [20, HEIGHT - 30]]);
});
