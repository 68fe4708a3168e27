import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/issue/types.js';
import { makeUpPages } from '../../src/makeup/issue.js';
import type { MadePage } from '../../src/makeup/page.js';
import type { Desk } from '../../src/makeup/types.js';
import { createMemory } from '../../src/memory/memory.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { article, body, crosshead, deskOf, layouts, make, pieceIn, plan, template, textIn, textOf } from './desk.js';

const PAIR = `
  columns:
    - story: left
      style: third-hei
    - story: right
      style: third-song
`;
const pair = template('pair', PAIR);
const single = template('single', '  story: only\n  style: third-hei');
const long = (id: string, paragraphs: number, first = 0): Article =>
  article(id, { short: '新桥通车', body: body(paragraphs, first) });

const jumpLines = (made: MadePage, slot: string): readonly string[] =>
  pieceIn(made, slot)
    .texts.filter(({ part }) => part === 'jump')
    .flatMap(({ lines }) => lines.map(({ text }) => text));
const linesOf = (made: MadePage, slot: string): number =>
  made.pages.flatMap(({ stories }) => stories).find((fit) => fit.slot === slot)!.lines;

/** Whole texts are long: say where they part. */
function expectSame(printed: string, story: Article): void {
  const written = textOf(story);
  const at = [...written].findIndex((char, index) => printed[index] !== char);
  expect(at < 0 ? '' : `${at}: ${printed.slice(at, at + 20)}`).toBe('');
  expect(printed.length).toBe(written.length);
}

describe('stories that jump', () => {
  it('goes on where the plan says, under its short headline, and loses nothing', () => {
    const story = long('bridge', 60);
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([4], ['pair'], { left: '+bridge', right: 'tea' }),
    ];
    const [front, later] = make(deskOf([pair], [story, long('river', 60), long('tea', 30)], pages));
    expect(jumpLines(front!, 'left')).toEqual(['（下转第四版）']);
    expect(jumpLines(later!, 'left')).toEqual(['（上接第一版）']);
    expectSame(textIn(front!, 'left') + textIn(later!, 'left'), story);
    const headline = pieceIn(later!, 'left').texts.find(({ part }) => part === 'headline')!;
    expect(headline.lines.map(({ text }) => text).join('')).toBe('新桥通车');
  });

  it('gives its jump lines a line each, over the text that comes and under that which goes', () => {
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([4], ['pair'], { left: '+bridge', right: 'tea' }),
    ];
    const made = make(deskOf([pair], [long('bridge', 60), long('river', 60), long('tea', 30)], pages));
    const { leading } = layouts.paper.grid;
    /** Baselines of the text in the column of the jump line, from that. */
    const beside = (page: MadePage): readonly number[] => {
      const { texts } = pieceIn(page, 'left');
      const jump = texts.find(({ part }) => part === 'jump')!;
      const lines = texts.filter(({ part }) => part === 'paragraph').flatMap((text) => text.lines);
      const own = lines.filter(({ box }) => box.left > jump.box.left - 1 && box.left < jump.box.right);
      return own.map(({ baseline }) => Math.round((baseline - jump.lines[0]!.baseline) / leading));
    };
    const [front, later] = made.map(beside);
    expect(Math.max(...front!)).toBe(-1);
    expect(Math.min(...later!)).toBe(1);
  });

  it('has a headline too long told of where it prints: the short one goes on', () => {
    const fields = Object.fromEntries(
      ['kicker', 'headline', 'deck', 'byline', 'standfirst', 'short'].map((key, at) => [
        key,
        { file: 'test', start: at, end: at + 1 },
      ]),
    ) as NonNullable<Article['fields']>;
    const told = (headline: string, short: string) => {
      const story = { ...long('bridge', 60), headline, short, fields };
      const pages = [
        plan([1], ['pair'], { left: 'bridge', right: 'river' }),
        plan([4], ['pair'], { left: '+bridge', right: 'tea' }),
      ];
      const made = make(deskOf([pair], [story, long('river', 60), long('tea', 30)], pages));
      return made.map(({ diagnostics }) =>
        diagnostics
          .filter(({ code, message }) => code.startsWith('headline-') && message.includes('“left”'))
          .map(({ hint, span }) => [Number(/about (\d+)/.exec(hint!)![1]), span!.start]),
      );
    };
    const [much, little] = ['新桥通车'.repeat(40), '新桥通车'];
    expect(told(much, little)).toEqual([[[expect.any(Number), 1]], []]);
    expect(told(little, much)).toEqual([[], [[expect.any(Number), 5]]]);
    expect(told(little, much)[1]![0]![0]).toBeGreaterThan(40);
  });

  it('is told of by the names of the pages, where the issue has parts or the paper a pattern', () => {
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([5], ['pair'], { left: '+bridge', right: 'tea' }),
    ];
    const desk = deskOf([pair], [long('bridge', 60), long('river', 60), long('tea', 30)], pages);
    const parts = [
      { name: 'A', from: 1 },
      { name: 'B', from: 5 },
    ];
    const told = (of: Desk): readonly string[] => {
      const [front, later] = make(of);
      return [...jumpLines(front!, 'left'), ...jumpLines(later!, 'left')];
    };
    const named = { ...desk, issue: { ...desk.issue, parts } };
    expect(told(named)).toEqual(['（下转B01版）', '（上接A01版）']);
    const paper = { ...desk.layouts.paper, pageName: '{part}{page}版' };
    expect(told({ ...named, layouts: { ...desk.layouts, paper } })).toEqual(['（下转B1版）', '（上接A1版）']);
  });

  it('goes to and comes from the page of a spread that it stands on', () => {
    const spread = template(
      'spread',
      PAIR.replace('columns:', 'columns:\n    - story: far\n      style: third-hei\n      width: 6'),
      'kind: test\npages: 2',
    );
    const facing = {
      ...plan([2, 3], ['spread'], { far: 'tea', left: '+bridge', right: 'river' }),
      beginsOn: new Map([
        ['far', [2]],
        ['left', [3]],
        ['right', [3]],
      ]),
    };
    const pages = [plan([1], ['single'], { only: 'bridge' }), facing, plan([4], ['single'], { only: '+river' })];
    const stories = [long('bridge', 90), long('tea', 70), long('river', 70)];
    const [front, both, last] = make(deskOf([single, spread], stories, pages));
    expect(jumpLines(front!, 'only')).toEqual(['（下转第三版）']);
    expect(jumpLines(both!, 'right')).toEqual(['（下转第四版）']);
    expect(jumpLines(last!, 'only')).toEqual(['（上接第三版）']);
  });

  it('goes to either page of a spread where its columns may end on either side of the fold', () => {
    const spread = template(
      'spread',
      '  columns:\n    - story: far\n      style: third-hei\n      width: 4..8\n    - story: near\n      style: third-song\n      width: 4..8',
      'kind: test\npages: 2',
    );
    const facing = {
      ...plan([2, 3], ['spread'], { far: 'tea', near: '+bridge' }),
      beginsOn: new Map([
        ['far', [2]],
        ['near', [2, 3]],
      ]),
    };
    const stories = [long('bridge', 90), long('tea', 70)];
    const [front] = make(deskOf([single, spread], stories, [plan([1], ['single'], { only: 'bridge' }), facing]));
    expect(jumpLines(front!, 'only')).toEqual(['（下转第二、三版）']);
  });

  it('may be strong throughout: only the last strong paragraph stays with what is not', () => {
    const strong = body(60).map((block) =>
      block.kind === 'paragraph' ? { ...block, runs: block.runs.map((run) => ({ ...run, strong: true })) } : block,
    );
    for (const story of [article('bridge', { body: strong }), article('bridge', { body: [...strong, ...body(1)] })]) {
      const pages = [
        plan([1], ['pair'], { left: 'bridge', right: 'river' }),
        plan([4], ['pair'], { left: '+bridge', right: 'tea' }),
      ];
      const [front, later] = make(deskOf([pair], [story, long('river', 60), long('tea', 30)], pages));
      expectSame(textIn(front!, 'left') + textIn(later!, 'left'), story);
    }
  });

  it('says where an overset rest may find room', () => {
    const pages = [plan([1], ['pair'], { left: 'bridge', right: 'river' }), plan([4], ['single'], { only: '+bridge' })];
    const stories = [long('bridge', 300), long('river', 60)];
    const [, later] = make(deskOf([pair, single], stories, pages));
    const { hint } = later!.diagnostics.find(({ code }) => code === 'overset')!;
    expect(hint).toMatch(/^cut about \d+ characters, or give more room to the slot or to the one on page 1, where it/);
  });
  it('lets several stories jump from one page, to one page and to several', () => {
    const bridge = long('bridge', 60);
    const river = long('river', 60, 3);
    const toOne = make(
      deskOf(
        [pair],
        [bridge, river],
        [
          plan([1], ['pair'], { left: 'bridge', right: 'river' }),
          plan([2], ['pair'], { left: '+river', right: '+bridge' }),
        ],
      ),
    );
    expectSame(textIn(toOne[0]!, 'left') + textIn(toOne[1]!, 'right'), bridge);
    expectSame(textIn(toOne[0]!, 'right') + textIn(toOne[1]!, 'left'), river);
    const toTwo = make(
      deskOf(
        [pair, single],
        [bridge, river, long('tea', 30)],
        [
          plan([1], ['pair'], { left: 'bridge', right: 'river' }),
          plan([2], ['pair'], { left: '+river', right: 'tea' }),
          plan([3], ['single'], { only: '+bridge' }),
        ],
      ),
    );
    expect(jumpLines(toTwo[0]!, 'left')).toEqual(['（下转第三版）']);
    expect(jumpLines(toTwo[0]!, 'right')).toEqual(['（下转第二版）']);
    expectSame(textIn(toTwo[0]!, 'left') + textIn(toTwo[2]!, 'only'), bridge);
  });

  it('jumps over two pages: cut twice, whole together', () => {
    const story = long('bridge', 140);
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([2], ['pair'], { left: '+bridge', right: 'tea' }),
      plan([5], ['single'], { only: '+bridge' }),
    ];
    const [first, second, third] = make(deskOf([pair, single], [story, long('river', 60), long('tea', 30)], pages));
    expect(jumpLines(second!, 'left')).toEqual(['（上接第一版）', '（下转第五版）']);
    expect(jumpLines(third!, 'only')).toEqual(['（上接第二版）']);
    expectSame(textIn(first!, 'left') + textIn(second!, 'left') + textIn(third!, 'only'), story);
  });

  it('does not jump where the story ends before: the slot is left out and named', () => {
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([2], ['pair'], { left: '+bridge', right: 'tea' }),
    ];
    const [front, later] = make(deskOf([pair], [long('bridge', 8), long('river', 60), long('tea', 30)], pages));
    expect(jumpLines(front!, 'left')).toEqual([]);
    expectSame(textIn(front!, 'left'), long('bridge', 8));
    expect(later!.diagnostics.map(({ code }) => code)).toContain('jump-not-needed');
    expect(pieceIn(later!, 'left')).toBeUndefined();
  });

  it('leaves its place to its neighbours, whose heights may be fixed', () => {
    const fixed = template(
      'fixed',
      `
  rows:
    - { story: left, style: third-hei, height: 40 }
    - { story: right, style: third-hei, height: 51 }`,
    );
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([2], ['fixed'], { left: '+bridge', right: 'tea' }),
    ];
    const [, later] = make(deskOf([pair, fixed], [long('bridge', 8), long('river', 60), long('tea', 80)], pages));
    expect(later!.diagnostics.map(({ code }) => code)).toContain('jump-not-needed');
    expect(later!.leaves.map(({ placed: { height } }) => height)).toEqual([92]);
  });

  it('is not said to end before where that is not known: its page cannot be made, or it is overset and not cut', () => {
    const low = (height: number) =>
      template(
        'low',
        `
  rows:
    - columns:
        - { story: left, style: third-hei, width: 1 }
        - { story: side, style: third-hei, width: 5 }
      height: ${height}
    - { story: right, style: third-hei }`,
      );
    const told = (height: number, paragraphs: number) => {
      const pages = [
        plan([1], ['low'], { left: 'bridge', side: 'far', right: 'river' }),
        plan([2], ['pair'], { left: '+bridge', right: 'tea' }),
        plan([3], ['pair'], { left: '+bridge', right: 'end' }),
      ];
      const copy = [long('river', 110), long('tea', 60), long('end', 60), long('far', 2)];
      const made = make(deskOf([pair, low(height)], [...copy, long('bridge', paragraphs)], pages));
      const codes = ['page-impossible', 'overset', 'jump-not-needed'];
      return made.map(({ diagnostics }) =>
        diagnostics
          .filter(({ code, message }) => codes.includes(code) && message.includes('“bridge”'))
          .map(({ code }) => code),
      );
    };
    expect(told(2, 40)).toEqual([['page-impossible'], [], []]);
    expect(told(5, 1)).toEqual([['overset'], [], []]);
    expect(told(12, 1)).toEqual([[], ['jump-not-needed'], ['jump-not-needed']]);
  });

  it('may leave a page bare: that is said, and not that a template cannot hold what stands there', () => {
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([2], ['single'], { only: '+bridge' }),
      plan([3], ['single'], {}),
    ];
    const desk = deskOf([pair, single], [long('bridge', 8), long('river', 60)], pages);
    const memory = createMemory();
    const [, second, third] = [...makeUpPages(desk, () => true, memory)];
    expect([second, third].map((made) => made!.template)).toEqual([null, null]);
    expect(heldInChinese(second!.diagnostics)).toMatchObject([
      { code: 'page-impossible', message: 'nothing stands on page 2: story “bridge” ends before it' },
    ]);
    expect(heldInChinese(third!.diagnostics)).toMatchObject([
      { code: 'page-impossible', message: 'nothing stands on page 3' },
    ]);
    const again = [...makeUpPages(desk, () => true, memory)];
    expect([again[1] === second, again[2] === third]).toEqual([true, true]);
  });

  it('is said to end before by the very same page as long as nothing changes', () => {
    const pages = [
      plan([1], ['pair'], { left: 'bridge', right: 'river' }),
      plan([2], ['pair'], { left: '+bridge', right: 'tea' }),
    ];
    const desk = deskOf([pair], [long('bridge', 8), long('river', 60), long('tea', 30)], pages);
    const memory = createMemory();
    const [, first] = [...makeUpPages(desk, () => true, memory)];
    const [, again] = [...makeUpPages(desk, () => true, memory)];
    expect(first!.diagnostics.map(({ code }) => code)).toContain('jump-not-needed');
    expect(again).toBe(first);
  });

  it('never cuts inside the first or last four lines, nor after a crosshead', () => {
    const blocks = fc.array(fc.boolean(), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0, max: 4 }), (marks, first) => {
        const story = article('bridge', {
          body: body(marks.length, first).flatMap((block, index) =>
            marks[index] && index > 0 ? [crosshead(`第${index}节`), block] : [block],
          ),
        });
        const short = template('short', '  story: only\n  style: third-hei\n  width: 6\n');
        const pages = [plan([1], ['short'], { only: 'bridge' }), plan([2], ['short'], { only: '+bridge' })];
        const desk = deskOf([short], [story], pages);
        const grid = { ...desk.layouts.paper.grid, lines: 20 };
        const small = { ...desk, layouts: { ...desk.layouts, paper: { ...desk.layouts.paper, grid } } };
        const [front, later] = make(small);
        const [cut] = front!.rests.values();
        if (cut === undefined) return;
        expect(linesOf(front!, 'only')).toBeGreaterThanOrEqual(4);
        expect(linesOf(later!, 'only')).toBeGreaterThanOrEqual(4);
        const last = pieceIn(front!, 'only').texts.filter(({ part }) => part === 'paragraph' || part === 'crosshead');
        expect(last.at(-1)!.part).toBe('paragraph');
      }),
      { numRuns: 12 },
    );
  });
});
