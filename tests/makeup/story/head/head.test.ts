/** A head alone: how its headline is set for the height that it is given. */
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../../src/makeup/costs.js';
import { pageGrid } from '../../../../src/makeup/solve/grid.js';
import { columnChoices } from '../../../../src/makeup/story/columns.js';
import { type Head, headsByHeight } from '../../../../src/makeup/story/head/head.js';
import { headCopy } from '../../../../src/makeup/story/head/head-copy.js';
import { headsFor } from '../../../../src/makeup/story/head/heads.js';
import type { Setting } from '../../../../src/makeup/types.js';
import { NO_MEMORY } from '../../../../src/memory/memory.js';
import { groundOf } from '../../../../src/page/ground.js';
import { glyphsIn } from '../../../../src/page/stretches.js';
import type { StoryNode, TextStyle } from '../../../../src/template/types.js';
import { article, body, deskOf, layouts, makeOne, pieceIn, template } from '../../desk.js';
import { seenIn } from '../../seen.js';

const style = layouts.styles.stories.get('second')!;
const setting: Setting = { desk: deskOf([], [], []), grid: pageGrid(layouts.paper.grid), memory: NO_MEMORY };
const heads = (headline: string, width: number): readonly Head[] =>
  headsByHeight(headCopy(article('bridge', { headline }), false, style, setting))(width);
/** Lines of the headline, by lines of the head. */
const lineCounts = (headline: string, width: number): ReadonlyMap<number, number> =>
  new Map(heads(headline, width).map(({ lines, lineCount }) => [lines, lineCount]));

describe('a headline', () => {
  it('has one line where it needs no more, and two only where white would stand round it', () => {
    const counts = lineCounts('新桥通车', 400);
    for (const lines of [3, 4, 5, 6, 7, 8, 9]) expect(counts.get(lines)).toBe(1);
    expect(counts.get(10)).toBe(2);
  });
  it.each([
    ['between phrases of four characters', '两岸相连 新桥通车', 8, 2],
    ['between phrases of two and three', '新桥 通车了', 8, 1],
    ['before a particle', '山那边的戏台', 8, 1],
    ['between words alone', '冬日湖上万鸟来', 8, 1],
  ])('that needs one line has so many at so much white, broken %s', (_, text, lines, count) => {
    expect(lineCounts(text, 490).get(lines)).toBe(count);
  });
  it('counts as white what its lines take that it does not need', () => {
    const [low, tall] = [3, 10].map((height) => heads('新桥通车', 400).find(({ lines }) => lines === height)!);
    // Whatever fills it: seven lines more of head are seven of white.
    expect(tall!.white - low!.white).toBeCloseTo(7, 0);
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

describe('a head of several parts', () => {
  const own = article('bridge', { headline: '新桥', kicker: '历时四年', deck: '两岸相连', byline: '本报记者 张三' });
  const tall = headsByHeight(headCopy(own, false, style, setting))(500);
  /** White over each part of a head so many lines higher than it may be, and under the last, in pt. */
  const whites = (more: number): readonly number[] => {
    const least = Math.min(...tall.map(({ lines }) => lines));
    const head = tall.find(({ lines }) => lines === least + more)!;
    const { children, size } = head.draw(null);
    const ends = children.map(
      ({ at, item }) => [at.y, at.y + (item.kind === 'group' ? item.frame.size.height : 0)] as const,
    );
    return [...ends, [size.height, 0] as const].map(([top], index) => top - (ends[index - 1]?.[1] ?? 0));
  };
  it('keeps together where much white is left round it', () => {
    const [over, ...rest] = whites(5);
    const under = rest.pop()!;
    expect(rest).toHaveLength(3);
    expect(Math.max(...rest)).toBeLessThan(setting.grid.leading);
    expect(over).toBeGreaterThan(Math.max(...rest));
    expect(under).toBeGreaterThan(over!);
  });
  it('shares out little white among its parts, and uses all of it', () => {
    const few = whites(1);
    expect(Math.min(...few)).toBeGreaterThan(1);
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    expect(sum(whites(5)) - sum(few)).toBeCloseTo(4 * setting.grid.leading);
  });
});

describe('a head across the fold of a spread', () => {
  it('has no name of its byline parted by it, whether the article lists it or not', () => {
    const own = article('bridge', { byline: '本报记者 罗小曼 梁启明' });
    const [head] = headsByHeight(headCopy(own, false, style, setting))(600);
    /** The byline’s characters with their places, the fold at 300 pt or nowhere. */
    const byline = (fold: number | null) => {
      const part = head!.draw(fold).children.find(({ item }) => item.kind === 'group' && item.tag.part === 'byline')!;
      const [line] = part.item.kind === 'group' ? part.item.frame.children : [];
      const { at, item } = line!;
      return item.kind === 'glyphs'
        ? glyphsIn(item.stretches).map((one) => ({ ...one, x: at.x + one.x * item.size }))
        : [];
    };
    const left = (fold: number | null) =>
      byline(fold)
        .filter(({ x }) => x < 300)
        .map(({ text }) => text)
        .join('');
    expect(left(null)).toMatch(/罗小?$/);
    expect(left(300)).toMatch(/(记者|罗小曼) ?$/);
  });
});

describe('a head for the middle of its columns', () => {
  const only = article('bridge');
  /** What the cheapest head costs in so many columns. */
  const costIn = (count: number, headline: string, cover: number): number => {
    const { tree } = template('one', `  story: only\n  style: second\n  headline: ${headline}\n  cover: ${cover}`);
    const node = tree as StoryNode;
    const [columns] = columnChoices(node, { from: 0, width: count }, setting.grid, []);
    const heads = headsFor(node, headCopy(only, false, style, setting))(columns!)(60);
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

describe('a kicker of reversed type', () => {
  const ground = { c: 0, m: 100, y: 100, k: 0 };
  /** Where the blocks under its lines begin and end, in pt. */
  const blocksIn = (kicker: string, align: TextStyle['align'], width: number): readonly [number, number][] => {
    const text = article('bridge', { kicker });
    const reversed = { ...style, kicker: { ...style.kicker, ground, align } };
    const [head] = headsByHeight(headCopy(text, false, reversed, setting))(width);
    return seenIn(head!.draw(null)).flatMap(({ x, item }): [number, number][] => {
      const block = item.kind === 'glyphs' ? groundOf(item) : null;
      return block === null ? [] : [[x + block.at.x, x + block.at.x + block.size.width]];
    });
  };

  it('stands with its block, not its first character, at the edge of its column', () => {
    const [[start]] = blocksIn('图片新闻', 'start', 300) as [[number, number]];
    const [[, end]] = blocksIn('图片新闻', 'end', 300) as [[number, number]];
    const [[left, right]] = blocksIn('图片新闻', 'center', 300) as [[number, number]];
    expect(start).toBeCloseTo(0);
    expect(end).toBeCloseTo(300);
    expect(left).toBeCloseTo(300 - right);
  });
  it('keeps its blocks in the column however long it is', () => {
    const blocks = blocksIn('图片新闻图片新闻图片新闻图片新闻'.repeat(4), 'justify', 200);
    expect(blocks.length).toBeGreaterThan(2);
    for (const [start, end] of blocks) {
      expect(start).toBeGreaterThan(-0.2);
      expect(end).toBeLessThan(200.2);
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
