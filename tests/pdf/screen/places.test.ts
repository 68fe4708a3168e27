import { describe, expect, it } from 'vitest';
import { cutAtFold } from '../../../src/page/spread.js';
import type { Page } from '../../../src/page/types.js';
import { linksOf, storyTitles } from '../../../src/pdf/screen/links.js';
import { piecesOf, placesOf } from '../../../src/pdf/screen/places.js';
import { treeOf } from '../../../src/pdf/screen/tree.js';
import type { ScreenFacts } from '../../../src/pdf/types.js';
import { facts, frame, group, line, type Placed, page } from '../pages.js';

const said = (page: number): string => `第${page}版`;
const screen: ScreenFacts = { ...facts, pageName: said };

const story = (name: string, ...children: readonly Placed[]): Placed => [
  10,
  20,
  group({ part: 'story', story: name }, [[0, 10, line('文')], ...children]),
];
const jump = (to: number): Placed => [0, 50, group({ part: 'jump', page: to }, [[0, 10, line('下转')]])];
const headline = (words: string, title?: string): Placed => [
  0,
  0,
  group({ part: 'headline', ...(title === undefined ? {} : { title }) }, [[0, 10, line(words)]]),
];

describe('a spread’s places', () => {
  const whole = { ...frame([], 160, 100) };
  const wide: Placed = [
    20,
    30,
    {
      kind: 'group',
      tag: { part: 'story', story: 'a' },
      frame: {
        ...whole,
        children: [
          { at: { x: 0, y: 20 }, item: line('左') },
          { at: { x: 120, y: 20 }, item: line('右') },
        ],
      },
    },
  ];
  const { left, right } = cutAtFold(frame([wide], 200, 300), 100);
  const pages: Page[] = [left, right].map((half, index) => ({ number: index + 6, frame: half, stories: [] }));

  it('are as much of a part as lies on their page', () => {
    expect(placesOf(pages).map(({ page, at, size }) => ({ page, at, size }))).toEqual([
      { page: 0, at: { x: 20, y: 30 }, size: { width: 80, height: 100 } },
      { page: 1, at: { x: 0, y: 30 }, size: { width: 80, height: 100 } },
    ]);
  });

  it('hold one piece of a story, where it begins', () => {
    expect(piecesOf(placesOf(pages)).map(({ page }) => page)).toEqual([0]);
    expect(piecesOf(placesOf([pages[1]!])).map(({ page }) => page)).toEqual([0]);
  });
});

describe('links', () => {
  it('lead to the piece of their own story, on the page of that number, and nowhere where there is none', () => {
    const pages = [
      page([story('a', jump(4)), story('b', jump(4)), story('d', jump(4))], 1),
      page([story('c'), story('b', jump(1)), story('a', jump(1), jump(9))], 4),
    ];
    const links = [...linksOf(pages, placesOf(pages), screen).values()];
    expect(links.map(({ page, to, saying }) => [page, to, saying])).toEqual([
      [0, { destination: 'page-2-a' }, '第4版'],
      [0, { destination: 'page-2-b' }, '第4版'],
      [1, { destination: 'page-1-b' }, '第1版'],
      [1, { destination: 'page-1-a' }, '第1版'],
    ]);
  });
});

it('a story is called what it is called where it begins, as that was written', () => {
  const pages = [
    page([story('a', headline('头条一行', '头条 一行')), story('b', headline('二条'))], 1),
    page([story('a', headline('接第一版'))], 2),
  ];
  expect([...storyTitles(treeOf(pages, new Map(), said))].sort()).toEqual([
    ['a', '头条 一行'],
    ['b', '二条'],
  ]);
});
