/** A head alone: how its headline is set for the height that it is given. */
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../src/makeup/costs.js';
import { pageGrid } from '../../src/makeup/grid.js';
import { columnChoices } from '../../src/makeup/story/columns.js';
import { type Head, headsByHeight, headText } from '../../src/makeup/story/head.js';
import { headsFor } from '../../src/makeup/story/heads.js';
import type { Setting } from '../../src/makeup/types.js';
import { NO_MEMORY } from '../../src/memory/memory.js';
import type { StoryNode } from '../../src/template/types.js';
import { article, body, deskOf, layouts, makeOne, pieceIn, template } from './desk.js';

const style = layouts.styles.stories.get('second')!;
const grid = { leading: 15, bodySize: 10.5 };
const heads = (headline: string, width: number): readonly Head[] => {
  const text = article('bridge', { headline });
  return headsByHeight(text, text, style, deskOf([], [], []), grid)(width);
};
/** Lines of the headline, by lines of the head. */
const lineCounts = (headline: string, width: number): ReadonlyMap<number, number> =>
  new Map(heads(headline, width).map(({ lines, lineCount }) => [lines, lineCount]));

describe('a headline', () => {
  it('has one line where it needs no more, and two only where white would stand round it', () => {
    const counts = lineCounts('新桥通车', 400);
    for (const lines of [3, 4, 5, 6, 7]) expect(counts.get(lines)).toBe(1);
    expect(counts.get(8)).toBe(2);
  });
  it('counts as white what its lines take that it does not need', () => {
    const [low, tall] = [3, 8].map((height) => heads('新桥通车', 400).find(({ lines }) => lines === height)!);
    // Whatever fills it: five lines more of head are five of white.
    expect(tall!.white - low!.white).toBeCloseTo(5, 0);
    // Two lines that it needs are none.
    expect(heads('新桥通车 两岸相连', 200).find(({ lines }) => lines === 5)!.white).toBeLessThan(1);
  });
  it('has two lines where one would be smaller than it may be', () => {
    const counts = lineCounts('新桥通车 两岸相连', 200);
    for (const lines of [5, 6, 7]) expect(counts.get(lines)).toBe(2);
    expect(counts.get(3)).toBeUndefined();
  });
  it('has more lines than its style allows rather than too small ones', () => {
    expect([...lineCounts('新桥通车 两岸相连 '.repeat(4), 200).values()].every((count) => count > 2)).toBe(true);
  });
});

describe('a head for the middle of its columns', () => {
  const setting: Setting = { desk: deskOf([], [], []), grid: pageGrid(layouts.paper.grid), memory: NO_MEMORY };
  const only = article('bridge');
  /** What the cheapest head costs in so many columns. */
  const costIn = (count: number, headline: string, cover: number): number => {
    const { tree } = template('one', `  story: only\n  style: second\n  headline: ${headline}\n  cover: ${cover}`);
    const node = tree as StoryNode;
    const [columns] = columnChoices(node, { from: 0, width: count }, setting.grid, []);
    const heads = headsFor(node, headText(only, false), only, style, setting)(columns!)(60);
    return Math.min(...heads.map(({ cost }) => cost));
  };

  it('is dearer where they leave an odd rest, so that make-up takes others where it may', () => {
    for (const [count, cover, more] of [
      [4, 2, 0],
      [5, 2, COSTS.headlineAside],
      [5, 3, 0],
      [6, 3, COSTS.headlineAside],
    ] as const) {
      expect(costIn(count, 'middle', cover) - costIn(count, 'beside', cover)).toBeCloseTo(more);
    }
  });
});

describe('a standfirst', () => {
  it('does not part the names that the article lists', () => {
    const tree =
      '  columns:\n    - story: only\n      style: second\n      width: 3\n    - story: side\n      style: third-hei\n';
    const side = article('side', { body: body(40) });
    const parted = (names: readonly string[]): readonly number[] =>
      [36, 37, 38, 39, 40].filter((before) => {
        const standfirst = `${'桥'.repeat(before)}王岚${'路'.repeat(60)}`;
        const made = makeOne(tree, { only: article('only', { standfirst, names, body: body(40) }), side });
        const { lines } = pieceIn(made, 'only').texts.find(({ part }) => part === 'standfirst')!;
        return !lines.some(({ text }) => text.includes('王岚'));
      });
    expect(parted([])).toHaveLength(1);
    expect(parted(['王岚'])).toEqual([]);
  });
});
