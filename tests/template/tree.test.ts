import { expect, it } from 'vitest';
import { leavesOf } from '../../src/template/nodes.js';
import { readTemplate } from '../../src/template/template.js';
import { layouts, template } from '../makeup/desk.js';

const heights = (tree: string): Readonly<Record<string, readonly [number, number]>> =>
  Object.fromEntries(
    leavesOf(template('one', tree).tree).map(({ kind, height }) => [kind, [height.min, height.max] as const]),
  );

it('the paper’s own parts have heights of their own, where none are named, and leave the page to its copy', () => {
  const tree =
    '  rows:\n    - masthead:\n    - strip:\n    - folio:\n    - story: only\n      style: second\n    - imprint:';
  const { story, ...fixtures } = heights(tree);
  expect(fixtures).toEqual({ masthead: [8, 14], strip: [2, 2], folio: [2, 2], imprint: [2, 2] });
  expect(story).toEqual([1, layouts.paper.grid.lines]);
  expect(heights('  rows:\n    - folio:\n      height: 3..4\n    - story: only\n      style: second').folio).toEqual([
    3, 4,
  ]);
});

it('an advertisement that takes a column more for a hair’s breadth is told of, unless its width is named', () => {
  const told = (more: string): readonly string[] => {
    const tree = `columns:\n    - { advertisement: ad, mm: [117, 485]${more} }\n    - { story: only, style: second }`;
    const text = `kind: test\ntree:\n  ${tree}\n`;
    const { diagnostics } = readTemplate('x', 'x.yaml', text, layouts.paper, layouts.styles);
    return diagnostics
      .filter(({ code }) => code === 'advertisement-size')
      .map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
  };
  expect(told('')).toEqual([
    'warning advertisement-size: an advertisement 117 mm wide takes 3 columns: 2 are 114.8 mm',
  ]);
  expect(told(', width: 3')).toEqual([]);
});
