/** Where a story's text columns stand, base columns across the fold of a spread among them. */
import { describe, expect, it } from 'vitest';
import { pageGrid } from '../../src/makeup/grid.js';
import { columnChoices, type TextColumns } from '../../src/makeup/story/columns.js';
import type { StoryNode } from '../../src/template/types.js';
import { layouts, template } from './desk.js';

const FOLD_WHITE = 60;
const grid = pageGrid(layouts.paper.grid, 2, FOLD_WHITE);
const half = grid.columns / 2;
const across = (from: number, width: number, box: string): TextColumns => {
  const { tree } = template('spread', `  story: only\n  style: second\n  box: ${box}`, 'kind: test\npages: 2');
  return columnChoices(tree as StoryNode, { from, width }, grid)[0]!;
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
