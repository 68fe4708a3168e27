import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafFor } from '../../../src/makeup/slots.js';
import { solveCheapest } from '../../../src/makeup/solve/cheapest.js';
import { pageGrid, type Strip } from '../../../src/makeup/solve/grid.js';
import { solve } from '../../../src/makeup/solve/solve.js';
import { NO_MEMORY } from '../../../src/memory/memory.js';
import type { LeafNode } from '../../../src/template/types.js';
import { article, body, crosshead, deskOf, layouts, picture, plan, quotation, table, template } from '../desk.js';
import { cost, trees } from '../trees.js';

const VERSE = ['轻轻的我走了，', '正如我轻轻的来；', '我轻轻的招手，', '作别西天的云彩。'];

const SAID = '新桥横跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。';
const TABLE = table(0, [
  ['词', '意思', '数'],
  ...Array.from({ length: 4 }, (_, at) => [`第${at}`, SAID.slice(at), `${at}`]),
]);
const OTHER_TABLE = table(1, [
  ['词', '意思'],
  ...Array.from({ length: 8 }, (_, at) => [`第${at}`, SAID.slice(-at % 7)]),
]);

const slotOf = (node: LeafNode): string => (node as { slot: string }).slot;

describe('the cheapest way to cut a tree', () => {
  it('is the one that exact costs give, whatever the bounds and however many cost the same', () => {
    const request = [trees, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 4, max: 9 })] as const;
    fc.assert(
      fc.property(...request, fc.constantFrom(2, 5, 1000), fc.nat(), (tree, width, height, kinds, seed) => {
        const few = (price: number): number => (price === Infinity ? price : price % kinds);
        const priceOf = (node: LeafNode, strip: Strip, h: number): number => few(cost(slotOf(node), strip.width, h));
        const curveOf = (of: (h: number) => number): readonly number[] =>
          Array.from({ length: height + 1 }, (_, h) => of(h));
        const asked = new Set<string>();
        const leafOf = (node: LeafNode) => ({
          bound: (strip: Strip) =>
            curveOf((h) => Math.min(priceOf(node, strip, h), few(cost(`${seed}${slotOf(node)}`, strip.width, h)))),
          cost: (strip: Strip, h: number) => {
            asked.add(`${slotOf(node)} ${strip.width} ${h}`);
            return priceOf(node, strip, h);
          },
        });
        const whole = { from: 0, width };
        const exact = solve(tree, whole, height, (node, strip) => curveOf((h) => priceOf(node, strip, h)));
        expect(solveCheapest(tree, whole, height, leafOf)).toEqual(exact);
        for (const { node, strip, height: h } of exact?.leaves ?? []) {
          expect(asked).toContain(`${slotOf(node)} ${strip.width} ${h}`);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('a story’s bound', () => {
  const pictures = [picture(3000, 2000)];
  const long = [...body(14), crosshead('十年一桥'), ...body(9, 3)];
  it.each([
    ['plain', '', { body: body(20) }, {}],
    ['with crossheads', '', { body: long }, {}],
    ['with crossheads that want to be alike', '', { body: [...long, crosshead('桥上桥下'), ...body(5)] }, {}],
    [
      'with verse',
      '',
      { body: [...long, ...quotation(0, ...Array.from({ length: 6 }, () => VERSE), ['——某人']), ...body(5)] },
      {},
    ],
    [
      'with tables',
      '',
      { body: [...body(2), ...TABLE, ...body(5), crosshead('两张表格'), ...OTHER_TABLE, ...body(2)] },
      {},
    ],
    ['with a table that jumps', '', { body: [...body(9), ...TABLE, ...body(3)] }, { 2: 'bridge' }],
    ['re-divided', 'divide: 2..8', { body: long, standfirst: '新桥昨天通车。' }, {}],
    ['in a box', 'box: rule', { body: body(7) }, {}],
    ['under half a headline', 'headline: beside\n  cover: 2', { body: long, deck: '步道分开' }, {}],
    [
      'round a headline in the middle',
      'headline: middle\n  cover: 2\n  picture: { at: middle, columns: 2..3, lines: 8..20 }',
      { body: long, pictures },
      {},
    ],
    ['beside a vertical headline', 'headline: left', { body: long }, {}],
    ['round a picture', 'picture: { at: right, columns: 1..3, lines: 8..20 }', { body: long, pictures }, {}],
    ['over a picture', 'picture: { at: foot-left, columns: 2, lines: 8..20 }', { body: long, pictures }, {}],
    ['that jumps', '', { body: long }, { 2: 'bridge' }],
    ['of one line', '', { body: body(0) }, {}],
  ])('is never above what a story %s costs', (_name, node, copy, later) => {
    const story = article('bridge', copy);
    const one = template('one', `  story: only\n  style: second\n${node === '' ? '' : `  ${node}\n`}`);
    const pages = [
      plan([1], ['one'], { only: 'bridge' }),
      ...Object.keys(later).map((page) => plan([Number(page)], ['one'], { only: '+bridge' })),
    ];
    const desk = deskOf([one], [story], pages);
    const grid = pageGrid(layouts.paper.grid);
    const setting = { desk, grid, memory: NO_MEMORY };
    const leaf = leafFor(one.tree as LeafNode, pages[0]!, new Map(), setting);
    let exact = 0;
    for (let width = 1; width <= grid.columns; width++) {
      const strip = { from: 0, width };
      for (const [height, bound] of leaf.bound(strip).entries()) {
        const price = leaf.cost!(strip, height);
        expect(price).toBeGreaterThanOrEqual(bound);
        if (price === bound && bound < Infinity) exact++;
      }
    }
    expect(exact).toBeGreaterThan(0);
  });
});
