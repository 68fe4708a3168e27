/** A page that no template can hold: the issue is not printed without it, nor without the page that its story goes on to. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-impossible-'));
afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['a page alone', 'vertical', 'only', '4'],
  ['the page that a story jumps from', 'jump', 'long', '5'],
  ['the page that a story jumps to', 'rest', 'rest', '6'],
])('leaves the last good files, and says which page it is: %s', async (_, template, slot, page) => {
  const folder = mkdtempSync(join(root, 'one-'));
  cpSync('tests/golden/issues', join(folder, 'issues'), { recursive: true });
  cpSync('tests/golden/layouts', join(folder, 'layouts'), { recursive: true });
  const out = join(folder, 'out');
  const run = (edition: 'x1a' | 'screen' = 'x1a'): Promise<BuildResult> =>
    build({
      ...{ issue: '1', issuesDir: join(folder, 'issues'), layoutsDir: join(folder, 'layouts'), outDir: out },
      ...{
        fontsFile: DEFAULT_FONTS,
        pages: null,
        keptIn: join(folder, 'runs'),
        edition,
        now: () => 0,
      },
    });
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const printed = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(out, '1')).map((name) => [name, readFileSync(join(out, '1', name)).toString('latin1')]),
    );
  expect((await run()).report!.pages).toHaveLength(9);
  const good = printed();

  // A line is no room for a story.
  writeFileSync(
    join(folder, 'layouts/small', `${template}.yaml`),
    `kind: ${template}
tree:
  rows:
    - story: ${slot}
      style: news
      height: 1
    - story: short
      style: news
  gap: 1
`,
  );
  cpSync(join(folder, 'issues/1/articles/plain.md'), join(folder, 'issues/1/articles/extra.md'));
  const plan = new RegExp(`^( {2}${page}: (?:(?!short).)*) \\} \\}$`, 'm');
  edit('issues/1/issue.yaml', (text) => text.replace(plan, '$1, short: extra } }'));
  // Another page is another, too.
  edit('issues/1/articles/boxed.md', (text) => text.replace(/headline: .*/, 'headline: 另一个题目'));
  for (const edition of ['x1a', 'screen'] as const) {
    const { report, diagnostics } = await run(edition);
    expect(report).toBeNull();
    const impossible = diagnostics.filter(({ code }) => code === 'page-impossible');
    // It is told once, also where the page that its story goes on to has nothing then.
    expect(impossible.map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`^page ${page}: no template .* in slot “${slot}” needs at least \\d+ lines`)),
    ]);
    expect(printed()).toEqual(good);
    expect(readdirSync(out)).toEqual(['1']);
  }
});
