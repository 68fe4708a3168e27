import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadLayouts } from '../../src/template/load.js';
import { freeIn, slotsOf } from '../../src/template/nodes.js';
import { readTemplate } from '../../src/template/template.js';
import type { RowsNode, StoryNode, Template } from '../../src/template/types.js';
import { writtenTemplate } from '../../src/template/written.js';
import { fonts, layouts as sample } from '../makeup/desk.js';

const withoutPlaces = (template: Template): unknown =>
  JSON.parse(JSON.stringify(template, (key, value) => (key === 'span' ? undefined : value)));

it.each(readdirSync('layouts'))('templates of %s are read as they were written', async (paper) => {
  const { paper: facts, styles, templates } = (await loadLayouts('layouts', paper, fonts.roles)).value!;
  const all = templates.filter(({ tree }) => freeIn(tree) === null);
  expect(all.length).toBeGreaterThan(0);
  for (const template of all) {
    const text = writtenTemplate(template, facts.grid.columns * template.pages, facts.grid.lines);
    const { value, diagnostics } = readTemplate(template.name, 'x.yaml', `${text}\n`, facts, styles);
    expect(diagnostics).toEqual([]);
    expect(withoutPlaces(value!)).toEqual(withoutPlaces(template));
  }
});

it('says nothing of what a file may leave out', () => {
  const { paper, styles } = sample;
  const tree =
    'rows:\n    - { story: a, style: second, width: 1..6 }\n    - { story: b, style: second, height: 1..92 }';
  const { value } = readTemplate('x', 'x.yaml', `kind: inside\ntree:\n  ${tree}\n`, paper, styles);
  expect(writtenTemplate(value!, 6, 92)).toBe(
    'kind: inside\ntree:\n  rows:\n    - story: a\n      style: second\n    - story: b\n      style: second',
  );
  // On a wider page the same says that it goes no further.
  expect(writtenTemplate(value!, 7, 92).match(/width: 1\.\.6/g)).toHaveLength(3);
});

it('a slot that no file can name so is called by the article in it, or numbered where another is called so', () => {
  const { paper, styles } = sample;
  const read = (text: string) => readTemplate('x', 'x.yaml', text, paper, styles);
  const tree =
    'rows:\n    - { story: a, style: second }\n    - { story: s1, style: second }\n    - { story: b, style: second }';
  const { value } = read(`kind: inside\ntree:\n  ${tree}\n    - { story: c, style: second }\n`);
  const rows = value!.tree as RowsNode;
  const called = ['#1', 's1', '#3', '四 版'];
  const children = rows.children.map((child, index) => ({ ...child, slot: called[index]! }) as StoryNode);
  const articles = new Map([
    ['#1', 'true'],
    ['#3', 's1'],
  ]);
  const text = writtenTemplate({ ...value!, tree: { ...rows, children } }, 6, 92, articles);
  const again = read(`${text}\n`);
  expect(again.diagnostics).toEqual([]);
  expect(slotsOf(again.value!.tree)).toEqual(['true', 's1', 's2', 's3']);
});
