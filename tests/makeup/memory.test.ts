import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { loadIssue } from '../../src/issue/load.js';
import { makeUpPages } from '../../src/makeup/issue.js';
import type { MadePage } from '../../src/makeup/page.js';
import { createMemory, type Memory, NO_MEMORY } from '../../src/memory/memory.js';
import { dumpPage } from '../../src/page/dump.js';
import { madePdf } from '../pdf/drawing/made.js';
import { smallDesk } from '../proof/desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-memory-'));
afterAll(() => rmSync(root, { recursive: true }));
const desk = smallDesk(root);
const fonts = (await loadFonts(DEFAULT_FONTS)).value!;

const make = async (memory: Memory): Promise<readonly MadePage[]> => {
  const loaded = await loadIssue(desk.issues, '7', desk.layouts, fonts.roles, memory);
  expect(loaded.diagnostics).toEqual([]);
  return [...makeUpPages({ ...loaded.value!, fonts }, () => true, memory)];
};
const told = (made: readonly MadePage[]): unknown =>
  made.map(({ pages, template, cost, faults, diagnostics }) => ({
    dumps: pages.map(dumpPage),
    stories: pages.map(({ stories }) => stories),
    template,
    cost,
    faults,
    diagnostics,
  }));

// One change after the other: each is measured by what the last has made.
describe('make-up with a memory', { shuffle: false }, () => {
  const memory = createMemory();
  let before: readonly MadePage[] = [];

  it.each<[name: string, file: string, from: string | RegExp, to: string, remade: readonly number[]]>([
    ['nothing', 'issues/7/issue.yaml', 'paper', 'paper', [1, 2]],
    ['nothing again', 'issues/7/issue.yaml', 'paper', 'paper', []],
    ['a word of one story', 'issues/7/articles/tea.md', '两岸居民', '两岸市民', [2]],
    ['a longer story', 'issues/7/articles/school.md', '新桥横跨', '昨天开通的新桥横跨着', [1]],
    ['a headline', 'issues/7/articles/bridge.md', '新桥通车两岸相连', '新桥昨天通车', [1]],
    ['a template', 'layouts/small/front.yaml', '1..3', '1..2', [1, 2]],
    [
      'the place of two stories',
      'issues/7/issue.yaml',
      'left: school, right: river',
      'left: river, right: school',
      [1, 2],
    ],
    ['the section in the folio line', 'issues/7/issue.yaml', '综合', '要闻', [1, 2]],
    ['the date', 'issues/7/issue.yaml', '2021-12-03', '2021-12-04', [1, 2]],
    ['a style', 'layouts/small/styles.yaml', 'indent: 2', 'indent: 0', [1, 2]],
    ['the grid', 'layouts/small/paper.yaml', 'gap: 1', 'gap: 1.5', [1, 2]],
    ['a comment', 'issues/7/issue.yaml', 'paper', '# 样\npaper', [1, 2]],
  ])('gives after a change of %s what make-up without gives', async (_name, file, from, to, remade) => {
    expect(readFileSync(join(root, file), 'utf8')).toMatch(from);
    desk.edit(file, (text) => text.replace(from, to));
    const made = await make(memory);
    memory.turn();
    expect(told(made)).toEqual(told(await make(NO_MEMORY)));
    expect(made.flatMap((page, index) => (page === before[index] ? [] : [index + 1]))).toEqual(remade);
    before = made;
  });

  it('sees other artwork of the nameplate', async () => {
    const styles = ['organ', 'site', 'latin', 'date', 'day', 'lunar'];
    desk.edit('layouts/small/styles.yaml', (text) =>
      text.replace(
        /^headlines:/m,
        `${styles.map((name) => `  masthead-${name}: { extends: body }\n`).join('')}headlines:`,
      ),
    );
    desk.edit('layouts/small/front.yaml', (text) => text.replace('rows:\n', 'rows:\n    - masthead:\n'));
    desk.edit('layouts/small/paper.yaml', (text) => `${text}\nnameplate: nameplate.pdf\n`);
    const shown: string[] = [];
    for (const height of [20, 30]) {
      const page = `/MediaBox [0 0 100 ${height}]`;
      writeFileSync(join(root, 'layouts/small/nameplate.pdf'), madePdf({ content: '0 0 9 9 re f', page }));
      const made = await make(memory);
      memory.turn();
      expect(told(made)).toEqual(told(await make(NO_MEMORY)));
      shown.push(dumpPage(made[0]!.pages[0]!).match(/image .*nameplate.*/)![0]);
    }
    expect(shown[0]).not.toBe(shown[1]);
  });
});
