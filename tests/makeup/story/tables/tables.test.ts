import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../../../src/issue/types.js';
import { checkGlyphs } from '../../../../src/makeup/glyphs.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import { tablesOf } from '../../../../src/makeup/story/tables/tables.js';
import {
  article,
  body,
  crosshead,
  deskOf,
  fonts,
  inOneColumn,
  jumping,
  layouts,
  makeOne,
  ONE_COLUMN,
  other,
  paragraph,
  pieceIn,
  plan,
  table,
  template,
  textIn,
  textOf,
} from '../../desk.js';
import { cellsIn, rulesIn } from '../../ruled.js';

const { leading, bodySize: em, measure } = layouts.paper.grid;
const style = layouts.styles.stories.get('third-song')!;

const TEA = [
  ['茶类', '发酵', '代表'],
  ['绿茶', '不发酵', '龙井'],
  ['青茶', '半发酵', '铁观音'],
  ['黑茶', '后发酵', '青砖茶'],
] as const;

const HARVEST = [
  ['县区', '面积', '产量', '同比'],
  ['赤壁市', '17.5', '58,600', '+6.2%'],
  ['咸安区', '9.2', '12,340', '+3.8%'],
  ['崇阳县', '8.7', '9,815', '-1.1%'],
] as const;

describe('a table in a column', () => {
  const made = inOneColumn([...body(3), ...table(0, TEA, [null, 'center', 'end']), ...body(30)]);
  const cells = cellsIn(made);

  it('breaks heads between words, and other cells too where that takes no line more', () => {
    const rows = [
      ['办理事项', '承诺（工作日）', '收费标准', '联系电话'],
      ['补领驾驶证', '一', '十元', '无'],
    ];
    const heads = ['办理', '事项', '承诺', '（工作日）', '收费', '标准', '联系', '电话'];
    const first = ['补领', '驾驶证', '一', '十元', '无'];
    expect(cellsIn(inOneColumn(table(1, rows))).map(({ text }) => text)).toEqual([...heads, ...first]);
  });

  it('has heads of fewer lines in the middle beside one of more', () => {
    const rows = [
      ['事项', '承诺（工作日）', '收费', '电话'],
      ['补领', '一', '十元', '无'],
    ];
    const { texts } = pieceIn(inOneColumn(table(1, rows)), 'only');
    const baselines = texts
      .filter(({ part }) => part === 'table-head' || part === 'cell')
      .map(({ lines }) => lines.map(({ baseline }) => baseline));
    const top = baselines[1]![0]!;
    const middle = [top + leading / 2];
    const second = [top + 2 * leading];
    expect(baselines).toEqual([middle, [top, top + leading], middle, middle, second, second, second, second]);
  });

  it('has a line a row, its cells half a character from its rules, aligned as their columns say', () => {
    expect(cells.map(({ text }) => text)).toEqual(TEA.flat());
    const first = cells[0]!.line;
    expect(cells.map(({ line }) => line - first)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    // 12 characters for 2, 3 and 3; their share of the four over is ½ and ¾.
    const at = (text: string): readonly number[] => {
      const cell = cells.find((one) => one.text === text)!;
      return [cell.left, cell.right];
    };
    expect(at('绿茶')).toEqual([0.5, 2.5]);
    expect(at('不发酵')).toEqual([5.25, 8.25]);
    expect(at('铁观音')).toEqual([11.5, 14.5]);
    expect(at('龙井')).toEqual([12.5, 14.5]);
    // The head stands in the middle unless it is told otherwise.
    expect(at('茶类')).toEqual([1, 3]);
    expect(at('代表')).toEqual([12.5, 14.5]);
  });

  it('has its head in Hei, and its rows in the body’s face', () => {
    expect(new Set(cells.slice(0, 3).map(({ face }) => face)).size).toBe(1);
    expect(cells[0]!.face).not.toBe(cells[3]!.face);
    expect(style.tableHead.font).toBe(style.body.strong);
  });

  it('is framed by ½ pt and parted by hairlines, all between the lines of the grid and within the column', () => {
    const rules = rulesIn(made);
    const top = cells[0]!.line;
    const across = rules.filter(({ from, to }) => from[1] === to[1]);
    expect(across.map(({ from, width }) => [from[1] - top, width])).toEqual([
      [0, 0.5],
      [1, 0.25],
      [2, 0.25],
      [3, 0.25],
      [4, 0.5],
    ]);
    for (const { from, to } of across) expect([from[0], to[0]]).toEqual([0, measure]);
    const down = rules.filter(({ from, to }) => from[0] === to[0]);
    expect(down.map(({ from, width }) => [from[0], width])).toEqual([
      [0.02, 0.5],
      [4, 0.25],
      [9.5, 0.25],
      [measure - 0.02, 0.5],
    ]);
    for (const { from, to } of down) expect([from[1], to[1]]).toEqual([top, top + 4]);
  });

  it('stands under a line of white, and over one; a title stands over it without', () => {
    const textLines = (made: MadePage): readonly number[] =>
      pieceIn(made, 'only')
        .texts.filter(({ part }) => part === 'paragraph' || part === 'crosshead' || part === 'table-title')
        .flatMap(({ lines }) =>
          lines.map((line) => Math.round((line.baseline - pieceIn(made, 'only').box.top) / leading - 0.5)),
        );
    const lines = textLines(made);
    const top = cells[0]!.line;
    expect([top - 2, top - 1, top + 4, top + 5].map((line) => lines.includes(line))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const title: Block = { ...paragraph('六大茶类'), runs: [{ ...titleRun, strong: true }] } as Block;
    const titled = inOneColumn([...body(3), title, ...table(0, TEA), ...body(30)]);
    const head = cellsIn(titled)[0]!.line;
    expect([head - 3, head - 2, head - 1].map((line) => textLines(titled).includes(line))).toEqual([true, false, true]);
    const words = pieceIn(titled, 'only').texts.find(({ lines }) => lines[0]!.text === '六大茶类')!;
    expect((words.lines[0]!.box.left - words.lines[0]!.start) / em).toBeCloseTo((measure - 4) / 2);
    const headed = inOneColumn([...body(3), crosshead('六大茶类'), ...table(0, TEA), ...body(30)]);
    expect(textLines(headed)).toContain(cellsIn(headed)[0]!.line - 1);
  });

  it('has a title that is broken before a bracket and not within, and between words', () => {
    const linesOf = (text: string): readonly string[] => {
      const title: Block = { ...paragraph(text), runs: [{ ...titleRun, text, strong: true }] } as Block;
      const titled = inOneColumn([...body(3), title, ...table(0, TEA), ...body(30)]);
      const texts = pieceIn(titled, 'only').texts.map(({ lines }) => lines.map((line) => line.text));
      return texts.find((lines) => lines.join('') === text)!;
    };
    expect(linesOf('2023年茶叶产量（面积：万亩，产量：吨）')).toEqual(['2023年茶叶产量', '（面积：万亩，产量：吨）']);
    expect(linesOf('各县市区空气质量优良天数排名')).toEqual(['各县市区空气质量优良天数排名']);
    expect(linesOf('咸宁市各县市区空气质量优良天数排名')).toEqual(['咸宁市各县市区空气', '质量优良天数排名']);
  });

  const titleRun = { text: '六大茶类', strong: true, emphasis: false, span: { file: 'test', start: 0, end: 0 } };

  it('is no fault of make-up', () => {
    expect(made.faults.filter(({ code }) => code === 'column-broken' || code === 'crosshead-at-foot')).toEqual([]);
    expect(made.diagnostics.filter(({ code }) => code.startsWith('table') || code === 'line-overfull')).toEqual([]);
  });
});

describe('rows', () => {
  const long = [
    ['词', '意思'],
    ['版心', '版面上排文字和图片的地方，四周是白边，装订以后看得见的也是它'],
    ['中缝', ''],
  ];

  it('are as tall as their tallest cell, and all of their cells begin on their first line', () => {
    const cells = cellsIn(inOneColumn([...body(3), ...table(0, long), ...body(30)]));
    const [first] = cells;
    const lineOf = (text: string): number => cells.find((cell) => cell.text.startsWith(text))!.line - first!.line;
    expect([lineOf('版心'), lineOf('版面'), lineOf('中缝')]).toEqual([1, 1, 4]);
  });

  it('have wide columns of whole characters', () => {
    const [copy] = tablesOf(article('only', { body: table(0, long) }), style, fonts).values();
    expect(copy!.columnsAt(measure)).toEqual({
      ends: [4, 15],
      padding: 0.5,
      needed: 6,
      natural: 34,
      fits: true,
      torn: 0,
    });
  });

  it('have a quarter of a character at their sides where they would find no room else', () => {
    const figures = table(0, [
      ['甲', '乙', '丙'],
      ['1,234.56', '9,876.54', '1,122.33'],
    ]);
    const [copy] = tablesOf(article('only', { body: figures }), style, fonts).values();
    const { padding, needed } = copy!.columnsAt(20);
    expect(padding).toBe(0.5);
    expect(copy!.columnsAt(needed - 1)).toMatchObject({ padding: 0.25, fits: true, needed: needed - 1.5 });
    expect(copy!.columnsAt(needed - 2)).toMatchObject({ padding: 0.25, fits: false });
  });

  it('have less white at their sides where a word would be torn apart else, and no less than that takes', () => {
    const [copy] = tablesOf(article('only', { body: table(0, HARVEST) }), style, fonts).values();
    const rows = [...copy!.rows.keys()];
    const at = (measure: number) => {
      const { padding, torn } = copy!.columnsAt(measure);
      return { padding, torn, lines: rows.map((row) => copy!.height(row, measure)) };
    };
    expect(at(16)).toEqual({ padding: 0.5, torn: 0, lines: [1, 1, 1, 1] });
    expect(at(15)).toEqual({ padding: 0.375, torn: 0, lines: [1, 1, 1, 1] });
    expect(at(14)).toEqual({ padding: 0.25, torn: 0, lines: [1, 1, 1, 1] });
    expect(at(13)).toEqual({ padding: 0.25, torn: 3, lines: [1, 2, 2, 2] });
  });

  it('leave no character alone on a line over a longer one', () => {
    const [copy] = tablesOf(article('only', { body: table(0, HARVEST) }), style, fonts).values();
    const names = [...copy!.rows.keys()].map((row) => copy!.set(row, 13)[0]!.map(({ text }) => text));
    expect(names).toEqual([['县区'], ['赤壁', '市'], ['咸安', '区'], ['崇阳', '县']]);
  });

  /** A story whose table of sixty rows goes over its columns, and the page with it. */
  const overColumns = (): readonly [Article, MadePage] => {
    const many = Array.from({ length: 60 }, (_, index) => [`第${index}`, `${index * 7}`]);
    const story = article('only', { body: [...body(4), ...table(0, [['名次', '成绩'], ...many]), ...body(4)] });
    const tree =
      '  rows:\n    - story: only\n      style: third-song\n      width: 6\n    - story: other\n      style: third-song';
    const made = makeOne(tree, { only: story, other: article('other', { body: body(60) }) });
    return [story, made];
  };

  it('are parted where a table is longer than its column, each part in a frame of its own', () => {
    const [story, made] = overColumns();
    expect(textIn(made, 'only')).toBe(textOf(story));
    const rules = rulesIn(made);
    const frames = rules.filter(({ from, to, width }) => from[0] === to[0] && width === 0.5).length / 2;
    expect(frames).toBeGreaterThan(1);
    const thick = rules.filter(({ from, to, width }) => from[1] === to[1] && width === 0.5);
    expect(thick.length).toBe(2 * frames);
    expect(made.faults.map(({ code }) => code)).not.toContain('crosshead-at-foot');
  });

  it('stand in each further column under their head once more, which is no text of the story', () => {
    const [story, made] = overColumns();
    const { texts, box } = pieceIn(made, 'only');
    const again = texts.filter(({ part }) => part === 'head-again');
    const cells = texts.filter(({ part }) => part === 'cell').flatMap(({ lines }) => lines);
    const columns = [...new Set(cells.map(({ start }) => Math.floor((start - box.left) / (measure * em))))];
    expect(columns.length).toBeGreaterThan(2);
    expect(again.map(({ lines }) => lines.map(({ text }) => text))).toEqual(
      columns.slice(1).map(() => ['名次', '成绩']),
    );
    // Right over the first row of its column, on the first line of the columns that it is wholly in.
    for (const { lines } of again) {
      const [head] = lines;
      const own = cells.filter(({ start }) => Math.abs(start - head!.start) < measure * em * 0.9);
      const first = Math.min(...own.map(({ baseline }) => baseline));
      expect(first - head!.baseline).toBeCloseTo(leading);
    }
    expect(made.pages[0]!.stories.find(({ slot }) => slot === 'only')!.chars).toBe(textOf(story).length);
  });
});

it('characters that no font has are named in the role of their cells', () => {
  const story = article('only', {
    body: table(0, [
      ['词ก', '意思'],
      ['ก', '鸡'],
    ]),
  });
  const desk = deskOf(
    [template('page', ONE_COLUMN)],
    [story, other],
    [plan([1], ['page'], { only: 'only', other: 'other' })],
  );
  const { table: cells, tableHead } = layouts.styles.stories.get('third-song')!;
  expect(checkGlyphs(desk).map(({ message }) => message)).toEqual(
    [tableHead, cells].map(({ font }) => `no font of the role “${font}” has “ก” (U+0E01)`),
  );
});

describe('a table wider than its column', () => {
  const wide = [
    ['名次', '男子100米', '女子100米', '男子跳远', '女子跳远'],
    ['1', '10.821', '12.034', '7.2145', '5.9001'],
  ];

  it('is told of at the manuscript with what it needs, and drawn all the same', () => {
    const made = inOneColumn([...body(3), ...table(0, wide), ...body(30)]);
    expect(made.diagnostics.filter(({ code }) => code === 'table-wide')).toMatchObject([
      {
        severity: 'error',
        message: expect.stringMatching(/^page 1: a table needs a column of 17 characters, and has 15 in slot “only”$/),
      },
    ]);
    expect(
      cellsIn(made)
        .map(({ text }) => text)
        .join(''),
    ).toBe(wide.flat().join(''));
    expect(made.diagnostics.map(({ code }) => code)).not.toContain('line-overfull');
  });

  const tree = (divide: string): string =>
    `  columns:\n    - story: only\n      style: third-song\n      width: 3\n      divide: ${divide}\n    - story: other\n      style: third-song\n      width: 3`;

  it('does so where its words would be torn apart, too', () => {
    const rows = [...HARVEST, ['通城县', '6.1', '1,158,600', '+106.2%']];
    const story = article('only', { body: [...body(20), ...table(0, rows), ...body(30)] });
    const cells = (divide: string): readonly string[] =>
      cellsIn(makeOne(tree(divide), { only: story, other })).map(({ text }) => text);
    expect(cells('3')).toContain('赤壁');
    expect(cells('2..3')).toEqual(rows.flat());
  });
});

describe('a story with a table that jumps', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [`第${index}名`, `${index * 137}`]);
  const story = article('only', {
    short: '短题',
    body: [...body(10), ...table(0, [['名次', '成绩'], ...rows]), ...body(10)],
  });

  it('is cut between rows, goes on in the same columns, and loses nothing', () => {
    const [front, later] = jumping(story);
    expect(textIn(front, 'only') + textIn(later, 'only')).toBe(textOf(story));
    const parts = [front, later].map((made) => rulesIn(made).filter(({ from, to }) => from[0] === to[0]));
    expect(parts.every((down) => down.length > 0)).toBe(true);
    expect(parts[1]!.map(({ from }) => from[0])).toEqual(parts[0]!.map(({ from }) => from[0]));
  });

  it('has its head once more where it goes on', () => {
    const texts = jumping(story).map((made) => pieceIn(made, 'only').texts);
    const again = texts.map((own) => own.filter(({ part }) => part === 'head-again').length);
    expect(again).toEqual([0, 1]);
    const [head] = texts[1]!.filter(({ part }) => part === 'head-again');
    const [row] = texts[1]!.filter(({ part }) => part === 'cell');
    expect(head!.lines.map(({ text }) => text)).toEqual(['名次', '成绩']);
    expect(row!.lines[0]!.baseline - head!.lines[0]!.baseline).toBeCloseTo(leading);
  });
});

it('whatever stands in tables, every character is printed once and in order, and touches no rule', () => {
  const words = fc.stringMatching(/^[天地玄黄宇宙洪荒，。]{0,14}$|^[0-9]{1,4}[.][0-9]$/);
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 7 }),
    );
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (tables) => {
      const blocks = tables.flatMap((one, at) => [...body(1, at), ...table(at, one)]);
      const story = article('only', { body: [...blocks, ...body(20)] });
      const made = makeOne(ONE_COLUMN, { only: story, other });
      const { overset } = made.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
      const printed = textIn(made, 'only');
      expect(textOf(story).startsWith(printed)).toBe(true);
      expect(textOf(story).length - printed.length).toBe(overset.chars);
      if (made.diagnostics.some(({ code }) => code === 'table-wide')) return;
      const rules = rulesIn(made);
      for (const cell of cellsIn(made)) {
        const down = rules.filter(({ from, to }) => from[0] === to[0] && from[1] <= cell.line && to[1] > cell.line);
        // Digits, and marks at a line's end, take half a character.
        const right = cell.right - (/[，。0-9]$/.test(cell.text) ? 0.4 : 0);
        const left = Math.max(...down.map(({ from }) => from[0]).filter((x) => x < cell.left));
        const next = Math.min(...down.map(({ from }) => from[0]).filter((x) => x > left));
        expect(cell.left - left, cell.text).toBeGreaterThan(0.2);
        expect(next - right, cell.text).toBeGreaterThan(0.1);
      }
    }),
    { numRuns: 30 },
  );
});
