/** The parts that judge and change a free region's trees. */
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../src/makeup/costs.js';
import { gutterCost, guttersCost } from '../../../src/makeup/free/gutters.js';
import { shapeCost } from '../../../src/makeup/free/proportions.js';
import { mirrored, restyled } from '../../../src/makeup/free/variants.js';
import { pageGrid } from '../../../src/makeup/solve/grid.js';
import { solve } from '../../../src/makeup/solve/solve.js';
import { leavesOf } from '../../../src/template/nodes.js';
import type { StoryNode, TemplateNode } from '../../../src/template/types.js';
import { layouts, template } from '../desk.js';

const grid = pageGrid(layouts.paper.grid);
const treeOf = (yaml: string): TemplateNode => template('one', yaml).tree;
const slotsOf = (tree: TemplateNode): string =>
  leavesOf(tree)
    .map((leaf) => ('slot' in leaf ? leaf.slot : ''))
    .join(' ');
const TWO_BANDS = `
  rows:
    - columns:
        - { story: a, style: second, width: 2 }
        - { story: b, style: second, width: 4 }
    - columns:
        - { story: c, style: second, width: LEFT }
        - { story: d, style: second }`;

describe('shape', () => {
  it('costs nothing of a block, and more the flatter a band or the taller a strip is', () => {
    const whole = { from: 0, width: 6 };
    expect(shapeCost(whole, 46, grid)).toBe(0);
    const flat = [20, 12, 8].map((height) => shapeCost(whole, height, grid));
    expect(flat).toEqual([...flat].sort((a, b) => a - b));
    expect(flat[0]).toBeGreaterThan(0);
    const tall = [40, 60, 90].map((height) => shapeCost({ from: 2, width: 1 }, height, grid));
    expect(tall).toEqual([...tall].sort((a, b) => a - b));
    expect(tall[0]).toBeGreaterThan(0);
  });

  it('costs by the square of how many times it is too flat', () => {
    const width = grid.width({ from: 0, width: 6 });
    const height = 10;
    const times = width / (height * grid.leading) / 3;
    expect(shapeCost({ from: 0, width: 6 }, height, grid)).toBeCloseTo(Math.log(times) ** 2 * COSTS.proportion, 9);
  });
});

describe('gutters', () => {
  const costs = (left: string): number => {
    const curve = () => Array.from({ length: 21 }, (_, height) => (height >= 9 ? 0 : Infinity));
    const { tree } = solve(treeOf(TWO_BANDS.replace('LEFT', left)), { from: 0, width: 6 }, 20, curve)!;
    return guttersCost(tree, 92);
  };
  it('cost where they go on in the band below', () => {
    expect(costs('2')).toBe(COSTS.seam);
    expect(costs('3')).toBe(0);
  });

  it('cost from nearly half the page on, by the square of what is beyond', () => {
    expect(gutterCost(41, 92)).toBe(0);
    expect(gutterCost(69, 92)).toBeCloseTo(0.3 ** 2 * COSTS.gutter, 9);
  });
});

describe('other trees', () => {
  const tree = treeOf(TWO_BANDS.replace('LEFT', '3'));
  it('have a row the other way round, but not the lead’s', () => {
    expect(mirrored(tree, 'a').map(slotsOf)).toEqual(['a b d c']);
    expect(mirrored(tree, 'z').map(slotsOf)).toEqual(['b a c d', 'a b d c']);
  });

  it('have one of the stories that clash in another style', () => {
    const stories = leavesOf(tree).filter((leaf): leaf is StoryNode => leaf.kind === 'story');
    const choices = new Map(stories.map((node) => [node.slot, [node, { ...node, style: 'third-song' }]]));
    const others = restyled(tree, ['b', 'c', null], choices);
    const stylesOf = (one: TemplateNode) => leavesOf(one).map((leaf) => ('style' in leaf ? leaf.style : ''));
    expect(others.map(stylesOf)).toEqual([
      ['second', 'third-song', 'second', 'second'],
      ['second', 'second', 'third-song', 'second'],
    ]);
  });
});
