import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadLayouts } from '../../src/template/load.js';
import { freeIn } from '../../src/template/nodes.js';
import { readTemplate } from '../../src/template/template.js';
import type { Template } from '../../src/template/types.js';
import { writtenTemplate } from '../../src/template/written.js';
import { fonts } from '../makeup/desk.js';

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
