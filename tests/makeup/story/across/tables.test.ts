import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidIn } from '../../../../src/issue/body/said.js';
import type { Article, Block } from '../../../../src/issue/types.js';
import { overlap } from '../../../../src/makeup/faults/read.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import {
  article,
  body,
  deskOf,
  layouts,
  make,
  makeOne,
  paragraph,
  picture,
  pieceIn,
  plan,
  table,
  template,
  textIn,
} from '../../desk.js';
import { cellsIn, rulesIn } from '../../ruled.js';

const { measure, gap: GAP, bodySize: em, leading, lines: pageLines } = layouts.paper.grid;
/** A story that fills three columns, and one that does so with a few lines of tables. */
const other = article('other', { body: body(44) });
const text = [...body(43), paragraph('夜里桥上的灯都亮着，行人从桥上过。')];

const EVENTS = [
  ['名次', '男子100米', '女子100米', '男子跳远', '女子跳远'],
  ['1', '10.821', '12.034', '7.2145', '5.9001'],
  ['2', '10.933', '12.120', '7.1020', '5.8127'],
];
const strong = (text: string): Block => {
  const { runs, ...block } = paragraph(text) as Extract<Block, { kind: 'paragraph' }>;
  return { ...block, runs: runs.map((run) => ({ ...run, strong: true })) };
};

/** Three base columns for the story, three for another. */
const tree = (more = ''): string =>
  `  columns:\n    - story: only\n      style: third-song\n      width: 3\n${more}    - story: other\n      style: third-song\n      width: 3`;
const madeOf = (blocks: readonly Block[], more = '', story: Partial<Article> = {}): MadePage =>
  makeOne(tree(more), { only: article('only', { ...story, body: blocks }), other });

/** The left and right edges, in ems of the piece, and the first and last lines of a slot's frames round tables. */
const framesIn = (made: MadePage, slot = 'only') => {
  const thick = rulesIn(made, slot).filter(({ from, to, width }) => width === 0.5 && from[1] === to[1]);
  return thick.flatMap(({ from, to }, index) =>
    index % 2 === 0 ? [{ left: from[0], right: to[0], top: from[1], bottom: thick[index + 1]!.from[1] }] : [],
  );
};
/** Lines of running text that stand in a column, from the piece's top. */
const linesIn = (made: MadePage, column: number): readonly number[] => {
  const { box, texts } = pieceIn(made, 'only');
  const left = box.left + column * (measure * em + GAP * em);
  return texts
    .filter(({ part }) => part === 'paragraph')
    .flatMap(({ lines }) => lines)
    .filter(({ start }) => start > left - 1 && start < left + measure * em)
    .map(({ baseline }) => Math.round((baseline - box.top) / leading - 0.5));
};

describe('a table that no column of its story holds', () => {
  const made = madeOf([...text.slice(0, 9), ...table(0, EVENTS), ...text.slice(9)]);
  const [frame] = framesIn(made);

  it('stands across as few of them as hold it, at the right under the head', () => {
    expect(framesIn(made)).toHaveLength(1);
    expect(frame).toMatchObject({ left: measure + GAP, right: 3 * measure + 2 * GAP });
    expect(frame!.bottom - frame!.top).toBe(EVENTS.length);
    expect(Math.min(...linesIn(made, 0))).toBe(frame!.top);
  });

  it('has a line of white under it, and text from there on in its columns', () => {
    for (const column of [1, 2]) expect(Math.min(...linesIn(made, column))).toBe(frame!.bottom + 1);
  });

  it('leaves its story as if it had never stood in it, and is read after it', () => {
    expect(textIn(made, 'only')).toBe([...text.map(saidIn), ...EVENTS.flat()].join(''));
  });

  it('is no fault, is told of nowhere, and its lines and characters count', () => {
    const codes = made.diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => /^table|^line|^column|^crosshead|overset/.test(code))).toEqual([]);
    const fit = made.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
    const without = makeOne(tree(), { only: article('only', { body: text }), other });
    const plain = without.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
    expect(fit.chars - plain.chars).toBe(EVENTS.flat().join('').length);
  });

  it('has its title over it', () => {
    const titled = madeOf([...text.slice(0, 9), strong('田径赛成绩'), ...table(0, EVENTS), ...text.slice(9)]);
    const { box, texts } = pieceIn(titled, 'only');
    const title = texts.find(({ part }) => part === 'table-title')!.lines[0]!;
    const [own] = framesIn(titled);
    expect(Math.round((title.baseline - box.top) / leading - 0.5)).toBe(own!.top - 1);
    const middle = (title.box.left + title.box.right) / 2 - box.left;
    expect(middle / em).toBeCloseTo((own!.left + own!.right) / 2, 1);
  });

  it('stands in the place that the template has for a picture', () => {
    const place = '      picture: { at: foot-left, columns: 1, lines: 8..20 }\n';
    const [own] = framesIn(madeOf([...text.slice(0, 9), ...table(0, EVENTS), ...text.slice(9)], place));
    expect(own).toMatchObject({ left: 0, right: 2 * measure + GAP, bottom: pageLines });
    const across = '      picture: { at: across, lines: 8..20 }\n';
    const [wide] = framesIn(madeOf([...text.slice(0, 9), ...table(0, EVENTS), ...text.slice(9, 42)], across));
    expect(wide).toMatchObject({ left: 0, right: 3 * measure + 2 * GAP });
  });

  it('may be one that a column holds in rows of several lines', () => {
    const many = EVENTS.map((row) => row.slice(0, 3).map((cell) => `${cell}，${cell}`));
    const across = (rows: readonly (readonly string[])[], count: number): boolean =>
      framesIn(madeOf([...text.slice(0, 9), ...table(0, rows), ...text.slice(9, count)])).some(
        ({ left, right }) => right - left > measure,
      );
    const counts = [40, 41, 42, 43, 44];
    expect(counts.map((count) => across(many, count))).toContain(true);
    const short = EVENTS.map((row) => row.slice(0, 2));
    expect(counts.map((count) => across(short, count))).not.toContain(true);
  });

  it('stands under the story’s picture, as wide as it', () => {
    const place = '      picture: { at: right, columns: 1..2, lines: 12..20, keep: 0.3 }\n';
    const pictured = madeOf([...text.slice(0, 9), ...table(0, EVENTS), ...text.slice(9, 35)], place, {
      pictures: [picture(1200, 800)],
    });
    expect(pictured.diagnostics.map(({ code }) => code)).not.toContain('table-wide');
    const { box, pictures, texts } = pieceIn(pictured, 'only');
    const [own] = framesIn(pictured);
    const [shown] = pictures;
    expect([own!.left, own!.right].map((edge) => Math.round(edge * em))).toEqual(
      [shown!.left - box.left, shown!.right - box.left].map(Math.round),
    );
    // The caption stands between them, and a line of white.
    const caption = texts.filter(({ part }) => part === 'caption' || part === 'credit').flatMap(({ lines }) => lines);
    const foot = Math.max(...caption.map(({ box }) => box.bottom)) - box.top;
    expect(own!.top * leading - foot).toBeGreaterThan(leading);
    expect(own!.top * leading - foot).toBeLessThan(2.5 * leading);
  });

  it('stands over others that no column holds; those that one holds stay in their place', () => {
    const small = table(2, [
      ['词', '字数'],
      ['甲乙', '二'],
    ]);
    const blocks = [...table(0, EVENTS), ...text.slice(0, 9), ...small, ...text.slice(9, 41), ...table(1, EVENTS)];
    const both = madeOf(blocks);
    const frames = framesIn(both);
    expect(frames.map(({ left, right }) => right - left)).toEqual([measure, 2 * measure + GAP, 2 * measure + GAP]);
    expect(frames[2]!.top - frames[1]!.bottom).toBe(1);
    expect(textIn(both, 'only').length).toBe(blocks.map(saidIn).join('').length);
  });
});

describe('a story that jumps', () => {
  const jumping = (blocks: readonly Block[]): readonly [front: MadePage, later: MadePage] => {
    const story = article('only', { short: '短题', body: blocks });
    const pages = [
      plan([1], ['page'], { only: 'only', other: 'other' }),
      plan([2], ['page'], { only: '+only', other: 'last' }),
    ];
    const desk = deskOf([template('page', tree())], [story, other, article('last', { body: body(80) })], pages);
    const [front, later] = make(desk);
    return [front!, later!];
  };
  const acrossIn = (made: MadePage): number =>
    framesIn(made).filter(({ left, right }) => right - left > measure).length;
  const cellsOf = (made: MadePage): string =>
    cellsIn(made)
      .map(({ text: said }) => said)
      .join('');
  const runningText = (made: MadePage): string =>
    pieceIn(made, 'only')
      .texts.filter(({ part }) => part === 'paragraph')
      .flatMap(({ lines }) => lines.map((line) => line.text))
      .join('');

  it('has its tables across on the page that they stand on, and each once', () => {
    const [before, after] = [body(9), body(70, 3)];
    const [front, later] = jumping([...before, ...table(0, EVENTS), ...after]);
    expect([acrossIn(front), acrossIn(later)]).toEqual([1, 0]);
    expect([cellsOf(front), cellsOf(later)]).toEqual([EVENTS.flat().join(''), '']);
    expect(runningText(front) + runningText(later)).toBe([...before, ...after].map(saidIn).join(''));
  });

  it('may have one on each page', () => {
    const blocks = [...body(5), ...table(0, EVENTS), ...body(60, 3), ...table(1, [...EVENTS].reverse()), ...body(9)];
    const [front, later] = jumping(blocks);
    const codes = [front, later].flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(codes).not.toContain('table-wide');
    const sorted = (text: string): string => [...text].sort().join('');
    const printed = textIn(front, 'only') + textIn(later, 'only');
    expect(sorted(printed)).toBe(sorted(blocks.map(saidIn).join('')));
  });
});

it('a table too wide for its column stands across several however much white is left', () => {
  const row = (at: number) => [
    `第${at}号高标准农田`,
    `${at}234.5万元`,
    `${at}1.5%增长率`,
    `${at}567户`,
    '联系人某某某',
  ];
  const rows = [
    ['项目名称', '投资金额', '增长比例', '受益户数', '负责人'],
    ...Array.from({ length: 20 }, (_, at) => row(at)),
  ];
  const only = article('only', { body: [...body(6), ...table(0, rows), ...body(9)] });
  const made = makeOne('  story: only\n  style: third-song', { only });
  expect(made.diagnostics.map(({ code }) => code)).toEqual(['white']);
  expect(framesIn(made)).toHaveLength(1);
});

describe('a table stays in its column, and is told of', () => {
  const blocks = [...text.slice(0, 9), ...table(0, EVENTS), ...text.slice(9)];
  const hintsOf = ({ diagnostics }: MadePage): readonly (string | undefined)[] =>
    diagnostics.filter(({ code }) => code === 'table-wide').map(({ hint }) => hint);

  it('where the story shows a picture in one column', () => {
    const place = '      picture: { at: right, columns: 1, lines: 8..12 }\n';
    const made = madeOf(blocks, place, { pictures: [picture(1200, 800)] });
    expect(hintsOf(made)).toEqual([expect.stringMatching(/^let the story’s picture stand across more columns/)]);
  });

  it('where all columns together are too narrow for it', () => {
    const many = [Array.from({ length: 24 }, (_, at) => `${at}0.1234`), Array.from({ length: 24 }, () => '1,234.5')];
    const made = madeOf([...text, ...table(0, many)]);
    expect(hintsOf(made)).toEqual([expect.stringMatching(/^give the story fewer and wider columns/)]);
  });

  it('where it would be taller across columns than the page', () => {
    const [head, ...rows] = EVENTS;
    const many = Array.from({ length: 60 }, () => rows).flat();
    const made = makeOne('  story: only\n  style: third-song', {
      only: article('only', { body: table(0, [head!, ...many]) }),
    });
    expect(hintsOf(made)).toEqual([
      expect.stringMatching(/^part the table into several, .* takes 121 lines, and finds 79 at most/),
    ]);
  });

  it('where the story is nothing else', () => {
    const made = madeOf(table(0, EVENTS));
    expect(textIn(made, 'only')).toBe(EVENTS.flat().join(''));
  });
});

it('no table lies across the fold of a spread', () => {
  const spread =
    '  columns:\n    - story: only\n      style: third-song\n      width: 8\n    - story: other\n      style: third-song\n      width: 4';
  const story = article('only', { body: [...body(60), ...table(0, EVENTS), ...body(58)] });
  const one = template('spread', spread, 'kind: test\npages: 2');
  const [made] = make(deskOf([one], [story, other], [plan([2, 3], ['spread'], { only: 'only', other: 'other' })]));
  const wide = made!.pages.flatMap((page) => framesIn({ ...made!, pages: [page] }));
  expect(wide.map(({ right, left }) => Math.round(right - left))).toEqual([2 * measure + GAP]);
});

it('whatever stands in tables and wherever they stand, every character is printed once, and text keeps clear of them', () => {
  const words = fc.stringMatching(/^[天地玄黄宇宙洪荒]{0,6}$|^[0-9]{1,5}[.][0-9]{1,3}$/);
  const rows = fc
    .integer({ min: 3, max: 8 })
    .chain((columns) =>
      fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 9 }),
    );
  const places = ['left', 'right', 'middle', 'foot-left', 'foot-right', 'across'].map(
    (at) => `      picture: { at: ${at}, columns: 1..2, lines: 8..20 }\n`,
  );
  const place = fc.constantFrom('', ...places);
  const headline = fc.constantFrom('', '      headline: left\n', '      headline: beside\n      cover: 2\n');
  fc.assert(
    fc.property(rows, rows, place, headline, fc.boolean(), (first, second, more, head, shows) => {
      const blocks = [...body(12), ...table(0, first), ...body(9, 3), ...table(1, second), ...body(9, 5)];
      const made = madeOf(blocks, `${more}${head}`, { pictures: shows ? [picture(900, 600)] : [] });
      const { overset } = made.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
      const sorted = (text: string): string => [...text].sort().join('');
      if (overset.chars === 0) expect(sorted(textIn(made, 'only'))).toBe(sorted(blocks.map(saidIn).join('')));
      const { box, texts, pictures } = pieceIn(made, 'only');
      for (const frame of framesIn(made)) {
        const [left, right] = [box.left + frame.left * em + 1, box.left + frame.right * em - 1];
        const [top, bottom] = [box.top + frame.top * leading, box.top + frame.bottom * leading];
        for (const shown of pictures) expect(overlap(shown, { left, right, top, bottom })).toBe(false);
        for (const { lines } of texts.filter(({ part }) => part === 'paragraph'))
          for (const line of lines) {
            const beside = line.box.right < left || line.box.left > right;
            expect(beside || line.box.bottom < top + 1 || line.box.top > bottom - 1, line.text).toBe(true);
          }
      }
      expect(cellsIn(made).length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
