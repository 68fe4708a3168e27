/** What the paper sets by itself keeps its parts apart, whatever the day and the paper say. */
import { describe, expect, it } from 'vitest';
import { type Box, type Piece, readPieces } from '../../src/makeup/faults/read.js';
import { fixtureTexts } from '../../src/makeup/fixtures/texts.js';
import { makeUpPage } from '../../src/makeup/page.js';
import type { Desk } from '../../src/makeup/types.js';
import type { Frame, Image, Rule } from '../../src/page/types.js';
import { article, body, deskOf, layouts, picture, plan, template } from './desk.js';

const TREE = `
  rows:
    - columns:
        - masthead:
          width: 3
          height: 12
        - story: ear
          style: ear
          width: 3
    - strip:
    - story: only
      style: third-hei
    - imprint:
`;

/** The page's own parts on a day, of a paper that says more or less than the sample's. */
const partsOf = (paper: Partial<Desk['layouts']['paper']>, date: Desk['issue']['date']): ((name: string) => Piece) => {
  const articles = [article('ear', { body: body(6) }), article('only', { body: body(96) })];
  const desk = deskOf([template('one', TREE)], articles, [plan([1], ['one'], { ear: 'ear', only: 'only' })]);
  const own: Desk = {
    ...desk,
    issue: { ...desk.issue, date },
    layouts: { ...desk.layouts, paper: { ...layouts.paper, ...paper } },
  };
  const { pages } = makeUpPage(own.issue.pages[0]!, new Map(), own);
  const pieces = pages.flatMap(({ frame }) => readPieces(frame));
  return (name) => pieces.find((piece) => piece.part === name)!;
};
const linesOf = (piece: Piece): readonly { box: Box; text: string }[] => piece.texts.flatMap(({ lines }) => lines);
const lineOf = (piece: Piece, text: string): Box => linesOf(piece).find((line) => line.text.includes(text))!.box;
/** The rules of a page, and how far down they are. */
const rulesIn = ({ children }: Frame, from: number): readonly { readonly item: Rule; readonly y: number }[] =>
  children.flatMap(({ at, item }) => {
    if (item.kind === 'group') return rulesIn(item.frame, from + at.y);
    return item.kind === 'rule' ? [{ item, y: from + at.y }] : [];
  });
const DAY = { year: 2021, month: 12, day: 3 };
/** Images of a frame, and where they stand. */
const imagesIn = ({ children }: Frame, x: number, y: number): readonly { readonly image: Image; readonly box: Box }[] =>
  children.flatMap(({ at, item }) => {
    const [left, top] = [x + at.x, y + at.y];
    if (item.kind === 'group') return imagesIn(item.frame, left, top);
    if (item.kind !== 'image') return [];
    return [{ image: item, box: { left, top, right: left + item.size.width, bottom: top + item.size.height } }];
  });

describe('the paper’s own parts', () => {
  it('print the texts that are looked through for characters without a glyph', () => {
    const section = { name: '综合', span: { file: 'issue.yaml', start: 0, end: 2 } };
    const staff = [{ part: '版式', name: '某某', span: section.span }];
    const page = { ...plan([1], ['one'], { ear: 'ear', only: 'only' }), section, staff };
    const articles = [article('ear', { body: body(6) }), article('only', { body: body(96) })];
    const tree = `${TREE.trimEnd()}\n    - folio:\n`;
    const desk = deskOf([template('one', tree)], articles, [page]);
    const pieces = makeUpPage(page, new Map(), desk).pages.flatMap(({ frame }) => readPieces(frame));
    for (const kind of ['masthead', 'strip', 'folio', 'imprint'] as const) {
      const printed = pieces.filter(({ part }) => part === kind).flatMap(linesOf);
      const texts = fixtureTexts(kind, page, desk.layouts.paper);
      expect(texts.length).toBeGreaterThan(0);
      for (const { text } of texts) expect(printed.map((line) => line.text).join('\n')).toContain(text);
    }
  });

  it('name who made the page between its name and the date, smaller where there are many', () => {
    const span = { file: 'issue.yaml', start: 0, end: 2 };
    const boxesWith = (names: number, number: number): readonly Box[] => {
      const staff = Array.from({ length: names }, (_, index) => ({ part: `第${index}校`, name: '某某某', span }));
      const page = { ...plan([number], ['one'], { only: 'only' }), section: { name: '综合', span }, staff };
      const tree = '  rows:\n    - folio:\n    - story: only\n      style: third-hei';
      const desk = deskOf([template('one', tree)], [article('only', { body: body(96) })], [page]);
      const piece = makeUpPage(page, new Map(), desk)
        .pages.flatMap(({ frame }) => readPieces(frame))
        .find(({ part }) => part === 'folio')!;
      const line = (text: string): Box => linesOf(piece).find((one) => one.text.includes(text))!.box;
      const boxes = [line(number === 2 ? '第二版' : '第三版'), line('第0校：某某某'), line('星期五')];
      return number === 2 ? boxes : boxes.reverse();
    };
    for (const number of [2, 3]) {
      for (const names of [1, 3, 30]) {
        const [left, middle, right] = boxesWith(names, number);
        const [before, after] = [middle!.left - left!.right, right!.left - middle!.right];
        expect(before).toBeGreaterThan(5);
        expect(Math.abs(before - after)).toBeLessThan(8);
      }
    }
    const sizeOf = ({ top, bottom }: Box): number => bottom - top;
    expect(sizeOf(boxesWith(3, 2)[1]!)).toBe(sizeOf(boxesWith(1, 2)[1]!));
    expect(sizeOf(boxesWith(30, 2)[1]!)).toBeLessThan(sizeOf(boxesWith(1, 2)[1]!));
  });

  it('keep a long lunar date clear of the nameplate’s rule', () => {
    const width = (date: typeof DAY, text: string): number => {
      const { left, right } = lineOf(partsOf({}, date)('masthead'), text);
      return right - left;
    };
    const masthead = partsOf({}, DAY)('masthead').box;
    const room = (masthead.right - masthead.left) * 0.16;
    expect(width({ year: 2021, month: 12, day: 10 }, '辛丑年十一月初七')).toBeLessThan(room);
    expect(width({ year: 2023, month: 4, day: 19 }, '癸卯年闰二月廿九')).toBeLessThan(room);
  });

  it('have the day’s lines under each other, in the middle of the masthead’s height', () => {
    const masthead = partsOf({}, DAY)('masthead');
    const rows = ['2021年12月', '3', '星期五', '辛丑年十月廿九'].map(
      (row) => linesOf(masthead).find(({ text }) => text === row)!.box,
    );
    for (const [index, row] of rows.slice(1).entries()) expect(row.top).toBeGreaterThan(rows[index]!.bottom);
    const over = rows[0]!.top - masthead.box.top;
    const under = masthead.box.bottom - rows.at(-1)!.bottom;
    expect(over).toBeGreaterThan(0);
    // Lines of different leading: to a few points.
    expect(Math.abs(over - under)).toBeLessThan(6);
  });

  it.each([
    ['wide', 1800, 300],
    ['square', 300, 300],
    ['tall', 200, 900],
  ])(
    'show a nameplate that is artwork whole, as large as its room is, under organ and site: %s',
    (_, width, height) => {
      const articles = [article('ear', { body: body(6) }), article('only', { body: body(96) })];
      const desk = deskOf([template('one', TREE)], articles, [plan([1], ['one'], { ear: 'ear', only: 'only' })]);
      const nameplate = { ...picture(width, height), whole: true, alt: '日报' };
      const paper = { ...layouts.paper, nameplate: { file: 'nameplate.pdf', span: nameplate.span } };
      const own = { ...desk, issue: { ...desk.issue, nameplate }, layouts: { ...desk.layouts, paper } };
      const { pages } = makeUpPage(own.issue.pages[0]!, new Map(), own);
      const [{ image, box }] = imagesIn(pages[0]!.frame, 0, 0) as [ReturnType<typeof imagesIn>[0]];
      expect(image).toMatchObject({ file: nameplate.file, alt: '日报', crop: { x: 0, y: 0, width: 1, height: 1 } });
      expect(image.size.width / image.size.height).toBeCloseTo(width / height, 5);
      const masthead = pages.flatMap(({ frame }) => readPieces(frame)).find(({ part }) => part === 'masthead')!;
      const [organ, site, latin] = [paper.organ, paper.site, paper.latin].map((text) => lineOf(masthead, text));
      for (const over of [organ!, site!]) expect(box.top).toBeGreaterThan(over.bottom);
      expect(box.bottom).toBeLessThan(latin!.top);
      expect(organ!.right).toBeLessThan(site!.left);
      expect(organ!.left).toBeLessThanOrEqual(box.left + 0.01);
      expect(site!.right).toBeGreaterThanOrEqual(box.right - 0.01);
      // It stops at one of its room's edges: half of what is between the lines it takes at least.
      const isWide = box.right - box.left > (masthead.box.right - masthead.box.left) * 0.75;
      expect(isWide || box.bottom - box.top > (latin!.top - organ!.bottom) * 0.8).toBe(true);
      expect(linesOf(masthead).some(({ text }) => text.includes(paper.name))).toBe(false);
      const span = { file: 'issue.yaml', start: 0, end: 2 };
      const set = (of: Desk['layouts']['paper']): readonly string[] =>
        fixtureTexts('masthead', { ...plan([1], ['one'], {}), section: { name: '综合', span } }, of).map(
          ({ style }) => style,
        );
      expect(set(layouts.paper)).toContain('nameplate');
      expect(set(paper)).not.toContain('nameplate');
    },
  );

  const UPRIGHT = `
  rows:
    - columns:
        - masthead:
          width: 1
          height: 30
        - story: ear
          style: third-hei
          width: 5
    - story: only
      style: third-hei
`;
  it.each([
    ['set', null],
    ['artwork', { ...picture(200, 900), whole: true, alt: '日报' }],
  ] as const)('stand under each other where the masthead’s place is upright; its name is %s', (_, nameplate) => {
    const articles = [article('ear', { body: body(60) }), article('only', { body: body(60) })];
    const desk = deskOf([template('one', UPRIGHT)], articles, [plan([1], ['one'], { ear: 'ear', only: 'only' })]);
    const own = { ...desk, issue: { ...desk.issue, nameplate } };
    const { pages } = makeUpPage(own.issue.pages[0]!, new Map(), own);
    const masthead = pages.flatMap(({ frame }) => readPieces(frame)).find(({ part }) => part === 'masthead')!;
    const { name, organ, latin, site } = layouts.paper;
    const picturesOf = pages.flatMap(({ frame }) => imagesIn(frame, 0, 0)).map(({ box }) => box);
    const names = nameplate === null ? [...name].map((character) => lineOf(masthead, character)) : picturesOf;
    // 日 stands in the date, too.
    const under = [
      lineOf(masthead, organ),
      ...names,
      ...[latin, '年12月', '星期五', site].map((text) => lineOf(masthead, text)),
    ];
    for (const [index, box] of under.slice(1).entries())
      expect(box.top).toBeGreaterThanOrEqual(under[index]!.bottom - 1);
    const middle = (masthead.box.left + masthead.box.right) / 2;
    for (const box of under) {
      expect(box.left).toBeGreaterThan(masthead.box.left);
      expect(box.right).toBeLessThan(masthead.box.right);
      expect(Math.abs((box.left + box.right) / 2 - middle)).toBeLessThan(8);
    }
    expect(under[0]!.top).toBeGreaterThan(masthead.box.top);
    expect(under.at(-1)!.bottom).toBeLessThan(masthead.box.bottom);
    // The name is what the place is for.
    expect(names.at(-1)!.bottom - names[0]!.top).toBeGreaterThan((masthead.box.bottom - masthead.box.top) * 0.45);
  });

  it('keep a long organ line clear of the site', () => {
    const organ = '中共某某市委机关报某某报业传媒集团有限公司主管主办';
    const masthead = partsOf({ organ, site: 'www.example.cn' }, DAY)('masthead');
    expect(lineOf(masthead, organ).right).toBeLessThan(lineOf(masthead, 'www').left);
  });

  it('stand within their lines: the page head over its rule, the strip between its own', () => {
    const tree = '  rows:\n    - folio:\n    - strip:\n    - story: only\n      style: third-hei';
    const only = article('only', { body: body(96) });
    const desk = deskOf([template('one', tree)], [only], [plan([2], ['one'], { only: 'only' })]);
    const { frame } = makeUpPage(desk.issue.pages[0]!, new Map(), desk).pages[0]!;
    for (const part of ['folio', 'strip'] as const) {
      const piece = readPieces(frame).find((one) => one.part === part)!;
      for (const { box } of linesOf(piece)) {
        expect(box.top).toBeGreaterThanOrEqual(piece.box.top);
        expect(box.bottom).toBeLessThanOrEqual(piece.box.bottom);
      }
    }
    const rules = rulesIn(frame, 0).filter(({ item }) => item.width === 1);
    const { leading } = layouts.paper.grid;
    const top = layouts.paper.typeArea.y;
    // The head's strong rule on its second line, and the strip's first one a gap of a line below.
    expect(rules.map(({ y }) => Math.floor((y - top) / leading))).toEqual([1, 3]);
  });

  it('keep long phrases of strip and imprint apart', () => {
    const phrase = '试印日报编辑部总值班室读者热线与广告发行电话';
    const imprint = [1, 2, 3, 4, 5].map((number) => `${number}${phrase.repeat(2)}`);
    const boxes = linesOf(partsOf({ imprint }, DAY)('imprint')).map(({ box }) => box);
    expect(boxes).toHaveLength(5);
    for (const [index, box] of boxes.slice(1).entries()) expect(box.left).toBeGreaterThan(boxes[index]!.right);
  });

  it('name no number that the paper does not have', () => {
    const said = linesOf(partsOf({ cn: '', postal: '' }, DAY)('strip')).map(({ text }) => text);
    expect(said.join(' ')).not.toMatch(/刊号|邮发/);
    expect(said).toHaveLength(5);
  });
});
