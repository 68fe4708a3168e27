/** Tables in the file for readers: those of the golden pages. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../../src/build.js';
import { DEFAULT_FONTS } from '../../../src/fonts/registry.js';
import { flat, treeIn } from './tagged.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-screen-table-'));
afterAll(() => rmSync(root, { recursive: true }));

it('a table is told row by row, its head for the columns under it, empty cells without contents', async () => {
  const { diagnostics } = await build({
    issue: '1',
    issuesDir: 'tests/golden/issues',
    layoutsDir: 'tests/golden/layouts',
    fontsFile: DEFAULT_FONTS,
    outDir: root,
    pages: [8],
    edition: 'screen',
    now: () => 0,
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const pdf = await PDFDocument.load(readFileSync(join(root, '1/1-screen.pdf')));
  const [first] = flat(treeIn(pdf)).filter(({ type }) => type === 'Table');
  const rows = first!.children.map(({ type, children }) => [
    type,
    ...children.map((cell) => [cell.type, cell.scope, cell.marks.length]),
  ]);
  const head = ['TH', 'Column', 1];
  const cell = ['TD', null, 1];
  expect(rows).toEqual([
    ['TR', head, head, head],
    ['TR', cell, cell, cell],
    ['TR', cell, cell, cell],
    ['TR', cell, ['TD', null, 0], cell],
  ]);
});
