/** The structure tree as a value, of pages made by hand. */
import { describe, expect, it } from 'vitest';
import { cutAtFold } from '../../../src/page/spread.js';
import { BLACK, type Group, type Image, type Page, type Tag } from '../../../src/page/types.js';
import type { Link } from '../../../src/pdf/screen/links.js';
import { type ScreenElement, treeOf, wordsOf } from '../../../src/pdf/screen/tree.js';
import { frame, group, line, type Placed, page } from '../pages.js';

const pageName = (number: number): string => `page ${number}`;
const tree = (pages: readonly Page[]): readonly ScreenElement[] => treeOf(pages, new Map(), pageName);

/** An element in a line: its type, then what it holds, or what it says. */
const told = (element: ScreenElement): string => {
  const own = element.type + (element.alt === undefined ? '' : ` “${element.alt}”`);
  const kids = element.kids.flatMap((kid) => (kid.kind === 'element' ? [told(kid)] : []));
  return kids.length > 0 ? `${own}[${kids.join(', ')}]` : `${own} ${wordsOf(element)}`.trim();
};
const toldOn = (...pages: readonly Page[]): readonly string[] => tree(pages).map(told);

const part = (name: Tag['part'], ...words: readonly string[]): Placed => [
  0,
  0,
  group(
    { part: name },
    words.map((text, index): Placed => [0, 20 + index * 20, line(text)]),
  ),
];
const within = (name: Tag['part'], ...children: readonly Placed[]): Placed => [0, 0, group({ part: name }, children)];
const story = (...children: readonly Placed[]): Placed => [0, 0, group({ part: 'story', story: 'a' }, children)];
const image = (alt: string, width = 100): Image => ({
  kind: 'image',
  file: 'photos/a.jpg',
  size: { width, height: 80 },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alt,
});

describe('headings', () => {
  const headed = story(within('head', part('headline', '头条')), part('crosshead', '小题'), part('paragraph', '正文'));

  it('begin with the paper’s name, or the page’s where the paper is not named', () => {
    const masthead = within('masthead', [0, 0, line('机关报')], part('nameplate', '日报'));
    const folio = within('folio', part('page-name', '第二版 文史'), [300, 0, line('12月3日')]);
    expect(toldOn(page([headed, masthead, folio]))).toEqual([
      'Part[Sect[H1 日报, P 机关报], Art[H2 头条, H3 小题, P 正文]]',
    ]);
    expect(toldOn(page([headed, folio]))).toEqual(['Part[H1 第二版 文史, Art[H2 头条, H3 小题, P 正文]]']);
  });

  it('are the paper’s name where its nameplate is artwork, too', () => {
    const masthead = within('masthead', within('nameplate', [0, 0, image('日报')]), [0, 0, line('机关报')]);
    expect(toldOn(page([headed, masthead]))).toEqual([
      'Part[Sect[H1[Figure “日报”], P 机关报], Art[H2 头条, H3 小题, P 正文]]',
    ]);
  });

  it('skip no level where a page has no name, or a story no headline', () => {
    expect(toldOn(page([headed]))).toEqual(['Part[Art[H1 头条, H2 小题, P 正文]]']);
    expect(toldOn(page([story(part('crosshead', '小题'))]))).toEqual(['Part[Art[H1 小题]]']);
  });

  it('do not bring a story forward where they are the page’s first level', () => {
    expect(toldOn(page([story(part('paragraph', '简讯')), headed]))).toEqual([
      'Part[Art[P 简讯], Art[H1 头条, H2 小题, P 正文]]',
    ]);
  });
});

it('a quotation holds its paragraphs, and verse a paragraph a line', () => {
  const quote = within('quote', part('paragraph', '先忧', '后乐'), part('verse', '床前'), part('verse', '举头'));
  expect(toldOn(page([story(part('paragraph', '正文'), quote)]))).toEqual([
    'Part[Art[P 正文, BlockQuote[P 先忧后乐, P 床前, P 举头]]]',
  ]);
});

it('a table has rows of cells, the empty ones too, and heads for its columns', () => {
  const row = (...cells: readonly Placed[]): Placed => within('row', ...cells);
  const table = within(
    'table',
    [0, 0, { kind: 'rule', to: { x: 100, y: 0 }, width: 0.5, ink: BLACK }],
    row(part('table-head', '茶类'), part('table-head', '代表')),
    row(part('cell', '绿茶'), part('cell')),
    // What a reader sees at the next column's top was read out before.
    part('head-again', '茶类', '代表'),
    row(part('cell', '红', '茶'), part('cell', '祁红')),
  );
  expect(toldOn(page([story(part('paragraph', '正文'), table)]))).toEqual([
    'Part[Art[P 正文, Table[TR[TH 茶类, TH 代表], TR[TD 绿茶, TD], TR[TD 红茶, TD 祁红]]]]',
  ]);
});

it('a table that goes on over the fold of a spread is one, its empty cells in their places', () => {
  const cell = (x: number, ...words: readonly string[]): Placed => [
    0,
    0,
    group(
      { part: 'cell' },
      words.map((text): Placed => [x, 20, line(text)]),
    ),
  ];
  const table = within(
    'table',
    within('row', cell(0, '绿茶'), cell(0), cell(0, '龙井')),
    within('row', cell(300, '红茶'), cell(300), cell(300, '祁红')),
  );
  const { left, right } = cutAtFold(frame([story(table)]), 200);
  const pages = [left, right].map((half, index) => ({ ...page([]), number: index + 1, frame: half }));
  expect(toldOn(...pages)[0]).toBe('Part[Art[Table[TR[TD 绿茶, TD, TD 龙井], TR[TD 红茶, TD, TD 祁红]]]]');
});

describe('what stands round the stories', () => {
  it('the date beside the nameplate is said by the strip, where there is one', () => {
    const masthead = within('masthead', part('nameplate', '日报'), part('date-block', '12月', '3'));
    expect(toldOn(page([masthead]))).toEqual(['Part[Sect[H1 日报, P 12月, P 3]]']);
    expect(toldOn(page([masthead, part('strip', '12月3日', '第1期')]))).toEqual([
      'Part[Sect[H1 日报], Sect[P 12月3日, P 第1期]]',
    ]);
  });

  it('an imprint is said, the mark of overset copy and white space are not', () => {
    expect(
      toldOn(page([part('imprint', '地址', '电话'), story(part('paragraph', '正文', '　'), part('overset', '溢出'))])),
    ).toEqual(['Part[Sect[P 地址, P 电话], Art[P 正文]]']);
  });
});

describe('figures', () => {
  const picture = (alt: string, ...under: readonly Placed[]): Placed =>
    within('picture', within('picture', [0, 0, image(alt)]), ...under);

  it('have their caption beside them', () => {
    expect(toldOn(page([story(picture('一座桥', part('caption', '新桥。'), part('credit', '某人 摄')))]))).toEqual([
      'Part[Art[Div[Figure “一座桥”, Caption[P 新桥。, P 某人 摄]]]]',
    ]);
    expect(toldOn(page([story(picture('一座桥'))]))).toEqual(['Part[Art[Figure “一座桥”]]']);
  });

  it('are each one where a story has several', () => {
    const two = [picture('桥上', part('caption', '上。')), picture('桥下', part('caption', '下。'))];
    expect(toldOn(page([story(...two)]))).toEqual([
      'Part[Art[Div[Figure “桥上”, Caption[P 上。]], Div[Figure “桥下”, Caption[P 下。]]]]',
    ]);
  });

  it.each([
    ['all of it', '新桥通车。'],
    ['its beginning', '新桥'],
    ['its end', '通车。'],
    ['the same with the spaces that lines lose', '新 桥\n通 车。'],
  ])('do not say their caption again: %s', (_, alt) => {
    const [told] = toldOn(page([story(picture(alt, part('caption', '新桥', '通车。')))]));
    expect(told).toContain('Figure “图片”');
  });

  it('say what only stands within their caption', () => {
    const [told] = toldOn(page([story(picture('桥通', part('caption', '新桥', '通车。')))]));
    expect(told).toContain('Figure “桥通”');
  });

  it('are advertisements, too', () => {
    const ad = (alt: string): Placed => within('ornament', within('advertisement', [0, 0, image(alt)]));
    expect(toldOn(page([ad('读一张报'), ad('')]))).toEqual(['Part[Figure “读一张报”, Figure “广告”]']);
  });
});

describe('a spread', () => {
  /** Both pages of a sheet 200 pt wide. */
  const cut = (children: readonly Placed[]): readonly Page[] => {
    const { left, right } = cutAtFold(frame(children, 200, 300), 100);
    return [
      { number: 2, frame: left, stories: [] },
      { number: 3, frame: right, stories: [] },
    ];
  };
  /** Lines at 10 pt a character, placed as wanted. */
  const lines = (name: Tag['part'], ...placed: readonly (readonly [x: number, y: number, text: string])[]): Placed => [
    0,
    0,
    group(
      { part: name },
      placed.map(([x, y, text]): Placed => [x, y, line(text, 10)]),
    ),
  ];

  it('has its stories on the page where they begin, whole and in order', () => {
    const pages = cut([
      story(
        within('head', lines('headline', [60, 20, '一二三四五六七八'], [80, 40, '九十百千'])),
        lines('paragraph', [0, 60, '甲甲'], [0, 80, '乙乙']),
        lines('paragraph', [0, 100, '丙丙'], [120, 60, '丁丁']),
        lines('paragraph', [120, 80, '戊戊']),
        within('picture', within('picture', [50, 200, image('桥')]), lines('caption', [50, 290, '新桥。'])),
      ),
    ]);
    expect(toldOn(...pages)).toEqual([
      'Part[Art[H1 一二三四五六七八九十百千, P 甲甲乙乙, P 丙丙丁丁, P 戊戊, Div[Figure “桥”, Caption[P 新桥。]]]]',
      'Part',
    ]);
    // Halves of a picture are one figure.
    const [figure] = tree(pages)[0]!.kids.flatMap(figuresIn);
    expect(figure!.kids.map((kid) => (kid.kind === 'item' ? kid.page : null))).toEqual([0, 1]);
  });

  it('reads columns one after the other, however level their lines are', () => {
    const text = lines('paragraph', [0, 60, '甲'], [0, 80, '乙'], [120, 60, '丙'], [120, 80, '丁']);
    expect(toldOn(...cut([story(text)]))).toEqual(['Part[Art[P 甲乙丙丁]]', 'Part']);
  });

  it('reads what stands on the left before what stands on the right, and both before what goes on over the fold', () => {
    const [left, right] = [lines('paragraph', [0, 60, '甲甲']), lines('paragraph', [120, 60, '乙乙'])];
    const notice = lines('crosshead', [80, 200, '丙丙丙丙']);
    expect(toldOn(...cut([story(left, right, notice)]))).toEqual(['Part[Art[P 甲甲, P 乙乙, H1 丙丙丙丙]]', 'Part']);
  });

  it('has a link on each page that a teaser stands on, with the words there', () => {
    const pages = cut([lines('teaser', [80, 200, '详见第四版'])]);
    const [near, far] = pages.map(({ frame: { children } }) => children[0]!.item as Group);
    const links = new Map([near!, far!].map((group, page) => [group, { page } as Link]));
    const [teaser] = treeOf(pages, links, pageName)[0]!.kids as readonly ScreenElement[];
    expect(teaser!.kids.map((link) => (link.kind === 'element' ? [link.link?.page, wordsOf(link)] : null))).toEqual([
      [0, '详见'],
      [1, '第四版'],
    ]);
  });

  it('names each of its pages by itself', () => {
    const folio: Group = group({ part: 'folio' }, [
      [0, 20, group({ part: 'page-name' }, [[0, 0, line('第二版', 10)]])],
      [0, 20, group({ part: 'page-name' }, [[160, 0, line('第三版', 10)]])],
    ]);
    const pages = cut([within('ornament', [0, 0, folio]), story(lines('paragraph', [0, 60, '甲'], [120, 60, '乙']))]);
    expect(toldOn(...pages)).toEqual(['Part[H1 第二版, Art[P 甲乙]]', 'Part[H1 第三版]']);
  });

  it('without its first page says what is on the second', () => {
    const [, right] = cut([story(lines('headline', [80, 20, '一二三四']), lines('paragraph', [120, 60, '乙']))]);
    expect(toldOn(right!)).toEqual(['Part[Art[H1 三四, P 乙]]']);
  });
});

const figuresIn = (element: ScreenElement | { readonly kind: 'item' }): readonly ScreenElement[] => {
  if (element.kind === 'item') return [];
  return element.type === 'Figure' ? [element] : element.kids.flatMap(figuresIn);
};
