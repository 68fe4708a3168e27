/** A page template's file → the template, checked against its paper and styles. */
import { Collector } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/types.js';
import { readYaml } from '../yaml/check.js';
import { leavesOf } from './nodes.js';
import { templateSchema } from './schema.js';
import { checkFit, checkFixtures, checkFreeRegions, checkSlots } from './template-checks.js';
import { readNode } from './tree.js';
import type { Paper, Styles, Template } from './types.js';

/** Reads a page template. `name` stands in where the file names none. */
export const readTemplate = (
  name: string,
  file: string,
  text: string,
  paper: Paper,
  styles: Styles,
): Outcome<Template> => {
  const checked = readYaml(templateSchema, file, text);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const { data, at, keyAt } = checked.value;
  const report = new Collector();
  const { grid } = paper;
  const pages = data.pages ?? 1;
  const columns = grid.columns * pages;
  const tree = readNode(data.tree, ['tree'], { at, keyAt, grid, columns, widest: columns, styles, report });
  const leaves = leavesOf(tree);
  checkFreeRegions(leaves, pages, report);
  checkSlots(leaves, report);
  checkFixtures(leaves, paper, styles, report);
  if (!report.failed) checkFit(tree, grid, pages, report);
  const template: Template = { name: data.name ?? name, kind: data.kind, pages, tree };
  return { value: report.failed ? null : template, diagnostics: report.diagnostics };
};
