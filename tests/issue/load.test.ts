import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderAll } from '../../src/diagnostics/render.js';
import { hasErrors } from '../../src/diagnostics/types.js';
import { loadIssue } from '../../src/issue/load.js';
import type { PagePlan } from '../../src/issue/types.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { fonts } from '../makeup/desk.js';

const LAYOUTS = 'tests/issue/layouts';
const BAD = 'tests/issue/bad';
/** What only warns: the issue still prints. */
const WARNED = new Set([
  'article-nowhere',
  'articles-many-nowhere',
  'meant-otherwise',
  'pages-between',
  'pages-between-spread',
  'teaser-target',
  'slots-empty',
  'layout-skipped',
  'staff-unprinted',
]);

describe('a good issue', () => {
  it('is read without a word', async () => {
    const { value, diagnostics, sources } = await loadIssue('tests/issue/good', '100', LAYOUTS, ['song', 'song-bold']);
    expect(renderAll(diagnostics, sources)).toBe('');
    expect(value?.issue.date).toEqual({ year: 2021, month: 12, day: 3 });
    expect(value?.issue.pages.map(({ numbers, layouts }) => [numbers, layouts])).toEqual([
      [[1], ['front']],
      [[2], ['inside']],
    ]);
    const [front, inside] = value!.issue.pages;
    expect([...front!.slots.values()].map((placement) => placement.kind)).toEqual([
      'article',
      'article',
      'article',
      'teaser',
    ]);
    expect(inside!.slots.get('ad')).toMatchObject({
      picture: { file: 'photos/ad.png', width: 96, height: 64, alt: '读书' },
    });
    expect(value!.issue.articles.get('river')!.pictures[0]).toMatchObject({
      file: 'photos/river.jpg',
      width: 96,
      height: 64,
      alt: '河面起雾。',
      focus: { x: 0.5, y: 0.5 },
    });
    expect(value!.issue.articles.get('bridge')).toMatchObject({
      headline: '新桥通车 两岸相连',
      body: [
        {
          runs: [
            { text: '本报讯', strong: true },
            { text: ' 新桥昨天通车。', strong: false },
          ],
        },
        { text: '十年一桥' },
        {},
      ],
    });
  });
});

/** The good issue's pages with its plan changed, and more in paper.yaml. */
const pagesOf = async (paper: string, change: (plan: string) => string): Promise<readonly PagePlan[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-pages-'));
  const [issues, layouts] = [join(folder, 'issues'), join(folder, 'layouts')];
  cpSync('tests/issue/good', issues, { recursive: true });
  cpSync(LAYOUTS, layouts, { recursive: true });
  appendFileSync(join(layouts, 'daily/paper.yaml'), paper);
  const file = join(issues, '100/issue.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const { value, diagnostics } = await loadIssue(issues, '100', layouts, ['song', 'song-bold']);
  rmSync(folder, { recursive: true });
  expect(diagnostics).toEqual([]);
  return value!.issue.pages;
};

describe('who made a page', () => {
  const staffOf = async (issue: string, page: string): Promise<readonly (readonly string[])[]> => {
    const pages = await pagesOf('', (plan) =>
      plan.replace('pages:', `${issue}pages:`).replace('    layout: inside', `${page}    layout: inside`),
    );
    return pages.map(({ staff }) => staff.map(({ part, name }) => `${part} ${name}`));
  };

  it('is nobody where the plan names nobody', async () => {
    expect(await staffOf('', '')).toEqual([[], []]);
  });

  it('are those of the issue on every page, in their order, but where a page names its own or nobody', async () => {
    const issue = 'staff: { 责任编辑: 甲, 版式: 乙 丙 }\n';
    const all = ['责任编辑 甲', '版式 乙 丙'];
    expect(await staffOf(issue, '')).toEqual([all, all]);
    expect(await staffOf(issue, '    staff:\n      校对: 丁\n')).toEqual([all, ['校对 丁']]);
    expect(await staffOf(issue, '    staff:\n')).toEqual([all, []]);
  });
});

describe('pages printed in black', () => {
  const blackOf = async (
    paper: string,
    change: (plan: string) => string,
  ): Promise<readonly (readonly [number, boolean])[]> =>
    (await pagesOf(paper, change)).map(({ numbers, black }) => [numbers[0]!, black] as const);
  const inks = (value: string) => (plan: string) =>
    plan.replace('layout: inside', `inks: ${value}\n    layout: inside`);
  const PAPER = 'print: { black-pages: [2, 7] }\n';

  it('are those of the paper, unless the plan says otherwise', async () => {
    const as = (plan: string): string => plan;
    expect(await blackOf('', as)).toEqual([
      [1, false],
      [2, false],
    ]);
    expect((await blackOf(PAPER, as))[1]).toEqual([2, true]);
    expect((await blackOf(PAPER, inks('all')))[1]).toEqual([2, false]);
    expect((await blackOf('', inks('black')))[1]).toEqual([2, true]);
  });
});

describe('the sample issue', () => {
  it('has a spread of which the template says on which page each slot begins', async () => {
    const { value } = await loadIssue('issues', '12867', 'layouts', fonts.roles);
    const { beginsOn } = value!.issue.pages.find(({ numbers }) => numbers.length === 2)!;
    expect(Object.fromEntries(beginsOn)).toEqual({
      ...{ main: [6], left: [6], 'left-top': [6], 'left-foot': [6] },
      ...{ 'right-first': [7], 'right-second': [7], 'right-foot': [7] },
    });
  });
});

describe('a bad issue', () => {
  it.each(readdirSync(BAD))('%s', async (name) => {
    const { value, diagnostics, sources } = await loadIssue(join(BAD, name), '100', LAYOUTS, ['song', 'song-bold']);
    heldInChinese(diagnostics);
    expect(hasErrors(diagnostics)).toBe(!WARNED.has(name));
    expect(value === null).toBe(!WARNED.has(name));
    const expected = join(BAD, name, 'expected.txt');
    expect(existsSync(expected) || process.env.CI === undefined).toBe(true);
    await expect(`${renderAll(diagnostics, sources)}\n`).toMatchFileSnapshot(join(process.cwd(), expected));
  });

  it.each([
    ['10O', 'error: there is no issue 10O in tests/issue/good [issue-unknown]\n  hint: Did you mean `100`?'],
    ['9', 'error: there is no issue 9 in tests/issue/good [issue-unknown]\n  hint: Known: `100`.'],
    [
      '../x',
      'error: `../x` is no issue number [issue-number]\n  hint: Give the name of a folder in tests/issue/good, such as 100.',
    ],
    [
      '',
      'error: no issue is named [issue-number]\n  hint: Give the name of a folder in tests/issue/good, such as 100.',
    ],
    [
      '/etc',
      'error: `/etc` is no issue number [issue-number]\n  hint: Give the name of a folder in tests/issue/good, such as 100.',
    ],
  ])('number %j', async (number, expected) => {
    const { value, diagnostics, sources } = await loadIssue('tests/issue/good', number, LAYOUTS);
    heldInChinese(diagnostics);
    expect(value).toBeNull();
    expect(renderAll(diagnostics, sources)).toBe(expected);
  });
});
