/** Where a story's text columns stand, base columns across the fold of a spread among them. */
import { describe, expect, it } from 'vitest';
import { pageGrid } from '../../../src/makeup/solve/grid.js';
import { columnChoices, type TextColumns } from '../../../src/makeup/story/columns.js';
import type { StoryNode } from '../../../src/template/types.js';
import { layouts, template } from '../desk.js';

const FOLD_WHITE = 60;
const grid = pageGrid(layouts.paper.grid, 2, FOLD_WHITE);
const half = grid.columns / 2;
const across = (from: number, width: number, box: string): TextColumns => {
  const { tree } = template('spread', `  story: only\n  style: second\n  box: ${box}`, 'kind: test\npages: 2');
  return columnChoices(tree as StoryNode, { from, width }, grid, [])[0]!;
};

describe('columns in a box across the fold', () => {
  it.each([
    [0, 2 * half],
    [half - 1, 4],
    [half - 3, 4],
  ])('stand clear of it by one character, and at the fold where the page ends (from %i on, %i wide)', (from, width) => {
    const [plain, boxed] = [across(from, width, 'none'), across(from, width, 'rule')];
    const edges = ({ columns }: TextColumns) => columns.map(({ left, width }) => [left, left + width] as const);
    const [free, own] = [edges(plain), edges(boxed)];
    const left = half - from;
    expect(own[0]![0]).toBeCloseTo(grid.bodySize, 6);
    expect(own.at(-1)![1]).toBeCloseTo(grid.width({ from, width }) - grid.bodySize, 6);
    expect(own[left - 1]![1]).toBeCloseTo(free[left - 1]![1], 6);
    expect(own[left]![0]).toBeCloseTo(free[left]![0], 6);
    for (const [begin, end] of own) expect(end - begin).toBeCloseTo(boxed.measure * grid.bodySize, 6);
    expect([boxed.left, boxed.left + boxed.width]).toEqual([own[0]![0], expect.closeTo(own.at(-1)![1], 6)]);
    expect(boxed.padding).toBe(across(0, 2, 'rule').padding);
  });
});

describe('columns beside a vertical head', () => {
  const one = pageGrid(layouts.paper.grid);
  const choices = (headline: string, width: number, liked: readonly number[], more = ''): readonly TextColumns[] => {
    const { tree } = template('one', `  story: only\n  style: second\n  headline: ${headline}\n${more}`);
    return columnChoices(tree as StoryNode, { from: 0, width }, one, liked);
  };

  it.each([
    ['left', 3, ''],
    ['right', 6, '  divide: 6'],
    ['left', 3, '  divide: 3\n  box: rule'],
  ])('have whole characters of what it leaves, flush and a gap apart (%s, %i wide)', (headline, width, more) => {
    const liked = 55;
    const [equal, narrow, ...others] = choices(headline, width, [liked], more);
    expect(others).toEqual([]);
    const { columns, measure, left, cost } = narrow!;
    const texts = headline === 'left' ? columns.slice(1) : columns.slice(0, -1);
    const head = headline === 'left' ? columns[0]! : columns.at(-1)!;
    expect(measure).toBeGreaterThan(equal!.measure);
    expect(Number.isInteger(measure)).toBe(true);
    for (const { width: own } of texts) expect(own).toBeCloseTo(measure * one.bodySize, 6);
    // What is left over of a whole character in each stands round the head.
    expect(head.width).toBeGreaterThanOrEqual(liked);
    expect(head.width).toBeLessThan(liked + texts.length * one.bodySize);
    expect(columns[0]!.left).toBe(left);
    columns.slice(1).forEach(({ left: next }, index) => {
      expect(next - columns[index]!.left - columns[index]!.width).toBeCloseTo(one.gap, 6);
    });
    expect(columns.at(-1)!.left + columns.at(-1)!.width).toBeCloseTo(equal!.left + equal!.width, 6);
    expect(cost).toBeGreaterThan(0);
  });

  it('are those of any other story where the head likes more than one of them, or lies across the fold', () => {
    expect(choices('left', 3, [400])).toEqual(choices('over', 3, []));
    const { tree } = template('spread', '  story: only\n  style: second\n  headline: left', 'kind: test\npages: 2');
    expect(columnChoices(tree as StoryNode, { from: 4, width: 4 }, grid, [55])).toHaveLength(1);
  });

  it('are the paper’s own too, where those are narrower than columns should be', () => {
    const small = pageGrid({ ...layouts.paper.grid, measure: 11 });
    const { tree } = template('one', '  story: only\n  style: second\n  headline: left');
    const measures = columnChoices(tree as StoryNode, { from: 0, width: 4 }, small, [50]).map(({ measure }) => measure);
    expect(measures).toEqual([11, 13]);
  });

  it('may be as many as are readable where it is narrow', () => {
    expect(choices('left', 2, [], '  divide: 3').map(({ measure }) => measure)).toEqual([9]);
    expect(choices('left', 2, [50], '  divide: 3').map(({ measure }) => measure)).toEqual([12]);
  });
});
