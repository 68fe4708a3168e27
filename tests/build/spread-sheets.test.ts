/** A spread as one sheet of two pages (`--spread-sheets`), beside its pages. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { preflight } from '../../src/proof/preflight/preflight.js';
import { extractText } from '../extract-text.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-spread-sheets-'));
afterAll(() => rmSync(root, { recursive: true }));

const made = (pages: readonly number[], outDir = root) =>
  build({
    ...{ issue: '12867', issuesDir: 'issues', layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS },
    ...{ outDir, pages, spreadSheets: true, now: () => 0 },
  });
const fileOf = (name: string): Buffer => readFileSync(join(root, '12867', name));
const marks = /[\s\p{P}]/gu;

it('is a good file of twice the width, with all that its pages say; other pages have none', async () => {
  const { report } = await made([5, 6, 7]);
  const [one, left, right] = ['12867-05.pdf', '12867-06.pdf', '12867-07.pdf'];
  expect(readdirSync(join(root, '12867')).sort()).toEqual([one, left, '12867-06-07.pdf', right].sort());
  // The report is one of pages, each with the pictures that stand on it.
  expect(report!.pages.map(({ page, file }) => [page, file])).toEqual([
    [5, one],
    [6, left],
    [7, right],
  ]);
  const pictures = report!.pages.map((page) => page.pictures.map(({ file }) => file));
  const across = pictures[1]!.filter((file) => pictures[2]!.includes(file));
  expect(pictures.every((files) => files.length > 0)).toBe(true);
  expect(pictures[0]!.filter((file) => [...pictures[1]!, ...pictures[2]!].includes(file))).toEqual([]);

  const sheet = fileOf('12867-06-07.pdf');
  const { findings, facts } = await preflight([sheet], { standard: 'x1a', trim: { width: 780, height: 550 } });
  expect(findings).toEqual([]);
  expect(facts.pages).toBe(1);
  expect((await PDFDocument.load(sheet)).getTitle()).toMatch(/第12867期 第六版、第七版$/);
  // A picture across the fold is two on the pages, and whole on the sheet: here a drawing, which is a form.
  expect(across).toEqual(['photos/tea-road-map.pdf']);
  expect(sheet.toString('latin1').match(/\/Subtype \/Form/g)).toHaveLength(1);
  expect(facts.images).toBe(pictures[1]!.length + pictures[2]!.length - 2 * across.length);

  const characters = async (names: readonly string[]): Promise<string> => {
    const texts = await Promise.all(names.map(async (name) => (await extractText(fileOf(name))).join('')));
    return [...texts.join('').replace(marks, '')].sort().join('');
  };
  expect(await characters(['12867-06-07.pdf'])).toBe(await characters([left, right]));
});

it('is written where its left page is', async () => {
  const out = join(root, 'right');
  await made([7], out);
  expect(readdirSync(join(out, '12867'))).toEqual(['12867-07.pdf']);
});
