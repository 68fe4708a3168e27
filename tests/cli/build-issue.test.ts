import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { BuildReport } from '../../src/report/report.js';
import { extractText } from '../extract-text.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';
import { banxin, type Ran } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-build-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What the published schema takes. */
const published = z.fromJSONSchema(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')));

let desk: SmallDesk;
let out: string;
beforeEach(() => {
  desk = smallDesk(mkdtempSync(join(root, 'desk-')));
  out = join(desk.root, 'out');
});

const words = (number: string, ...more: string[]): string[] =>
  ['build-issue', number, '--issues', desk.issues, '--layouts', desk.layouts, '--out', out].concat(more);
const build = (...more: string[]): Promise<Ran> => banxin(...words('7', ...more));

/** Standard output as the report, which it must be to the last character. */
const reportIn = ({ stdout }: Ran): BuildReport => {
  const report = JSON.parse(stdout) as BuildReport;
  expect(published.safeParse(report).error).toBeUndefined();
  return report;
};

/** File names and what is in them. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
const PDFS = ['7-01.pdf', '7-02.pdf', '7.pdf'];
const rewrite = (text: string): void => desk.edit('issues/7/articles/tea.md', (old) => old.replace('新桥横跨', text));

it('is among the commands that --help names', async () => {
  const { code, stdout } = await banxin('--help');
  expect([code, stdout.match(/^Commands: .*\bbuild-issue\b.*$/m)?.length]).toEqual([0, 1]);
});

describe('build-issue', () => {
  it('writes a PDF a page and one of the whole, and a line a page', async () => {
    const { code, stdout } = await build();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^page 1 {2}front {2}3 stories {2}no overset .*7-01\.pdf\npage 2 {2}inside .*7-02\.pdf\nissue 7: \d+ ms .*\n$/,
    );
    expect(readdirSync(join(out, '7'))).toEqual(PDFS);
    for (const name of PDFS) expect(readFileSync(join(out, '7', name), 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  it('prints with --json its report alone, as the schema has it', async () => {
    const ran = await build('--json');
    const { issue, pages, timings, diagnostics } = reportIn(ran);
    expect([ran.code, issue]).toEqual([0, 7]);
    expect(
      pages.map(({ page, file, stories }) => [page, file, stories.map(({ id, slot }) => `${slot}: ${id}`)]),
    ).toEqual([
      [1, '7-01.pdf', ['lead: bridge', 'left: school', 'right: river']],
      [2, '7-02.pdf', ['only: tea']],
    ]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(timings!.total).toBeGreaterThanOrEqual(timings!.write);
  });

  it('does so through npm run -s', async () => {
    const ran = await new Promise<Ran>((resolve) =>
      execFile(
        'npm',
        ['run', '-s', 'build-issue', '7', '--', ...words('7', '--json').slice(2)],
        (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      ),
    );
    expect([ran.code, reportIn(ran).issue]).toEqual([0, 7]);
  });

  it('writes the pages asked for and leaves the others', async () => {
    await build();
    const before = filesIn(join(out, '7'));
    rewrite('老桥横跨');
    desk.edit('issues/7/articles/bridge.md', (old) => old.replace('新桥横跨', '老桥横跨'));
    const ran = await build('--pages', '2', '--json');
    expect([ran.code, reportIn(ran).pages.map(({ page }) => page)]).toEqual([0, [2]]);
    const after = filesIn(join(out, '7'));
    expect(PDFS.map((name) => after[name] === before[name])).toEqual([true, false, true]);
    for (const pages of ['1,2', '1-2', '1，2'])
      expect(reportIn(await build('--pages', pages, '--json')).pages.map(({ page }) => page)).toEqual([1, 2]);
  });

  it.each(['0', '1,', 'one', '2-1', '1-', '1-2-3'])('knows no pages %j', async (pages) => {
    const { code, stderr } = await build('--pages', pages);
    expect(code).toBe(2);
    expect(stderr).toContain('give page numbers, as in 1,4-5');
    expect(existsSync(out)).toBe(false);
  });

  it('says of a page that is not planned which are, once however often it is asked for', async () => {
    const ran = await build('--pages', '9,1,9', '--json');
    expect(ran.code).toBe(1);
    expect(reportIn(ran)).toMatchObject({
      pages: [],
      timings: null,
      diagnostics: [{ code: 'page-unknown', message: 'issue 7 has no page 9', hint: 'Its pages: 1, 2.' }],
    });
    expect(existsSync(out)).toBe(false);
  });

  it('names the nearest of the issues there are', async () => {
    mkdirSync(join(desk.issues, '12867'));
    const ran = await banxin(...words('12876', '--json'));
    expect(ran.code).toBe(1);
    const [told] = reportIn(ran).diagnostics;
    expect(told).toMatchObject({ code: 'issue-unknown', severity: 'error' });
    expect(`${told!.message} ${told!.hint}`).toContain('12867');
    expect(existsSync(out)).toBe(false);
  });

  it.each(['../x', '..', '/7', '7/articles', 'seven'])('takes no number %j', async (number) => {
    const ran = await banxin(...words(number, '--json'));
    expect(ran.code).toBe(1);
    expect(reportIn(ran)).toMatchObject({ issue: null, pages: [], diagnostics: [{ severity: 'error' }] });
    expect(existsSync(out)).toBe(false);
  });

  it('prints overset copy’s page, marks it, reports it, and exits 1', async () => {
    desk.edit('issues/7/articles/school.md', (old) => `${old}\n${'这一段话写得太长，没有地方可排。'.repeat(120)}\n`);
    const ran = await build('--json');
    expect(ran.code).toBe(1);
    const { pages, diagnostics } = reportIn(ran);
    const { overset } = pages[0]!.stories.find(({ id }) => id === 'school')!;
    expect(Math.min(overset.lines, overset.chars)).toBeGreaterThan(0);
    expect(diagnostics.find(({ code }) => code === 'overset')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(`${overset.lines} lines (${overset.chars} characters) too long`),
      at: expect.stringMatching(/issue\.yaml:5:\d+$/),
    });
    const [text] = await extractText(readFileSync(join(out, '7/7-01.pdf')));
    expect(text!.replace(/\s/g, '')).toContain(`溢出${overset.lines}行${overset.chars}字`);
    const lines = pages[0]!.stories.reduce((sum, story) => sum + story.overset.lines, 0);
    expect((await build()).stdout).toContain(`OVERSET ${lines} lines`);
  });
});

describe('the last good files stay', () => {
  const good = async (): Promise<Record<string, string>> => {
    expect((await build()).code).toBe(0);
    rewrite('老桥横跨');
    return filesIn(join(out, '7'));
  };

  /** An environment in which the program does something else than write its second file. */
  const atSecondFile = (does: string): NodeJS.ProcessEnv => {
    const preload = join(desk.root, 'preload.mjs');
    const text = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { linkSync, openSync } = fs;
      let files = 0;
      const begin = (path) => {
        if (String(path).includes('.7.new-') && ++files === 2) ${does};
      };
      fs.linkSync = (from, to) => {
        begin(to);
        return linkSync(from, to);
      };
      fs.openSync = (path, ...all) => {
        begin(path);
        return openSync(path, ...all);
      };
      syncBuiltinESMExports();`;
    writeFileSync(preload, text);
    return { ...process.env, NODE_OPTIONS: `--import=${preload}` };
  };

  it('where the issue has faults', async () => {
    const before = await good();
    desk.edit('issues/7/issue.yaml', (old) => old.replace('only: tea', 'onyl: tea'));
    const { code, stdout, stderr } = await build();
    expect([code, stdout]).toEqual([1, 'nothing was written\n']);
    expect(stderr).toMatch(/issue\.yaml:6:\d+: error: .*onyl/);
    expect([filesIn(join(out, '7')), readdirSync(out)]).toEqual([before, ['7']]);
  });

  it('counts its messages where they are many', async () => {
    desk.edit('issues/7/issue.yaml', (old) => old.replace(/: (bridge|school|river|tea)\b/g, ': $1-x'));
    const { code, stderr } = await build();
    expect(code).toBe(1);
    expect(stderr.match(/error: there is no article/g)).toHaveLength(4);
    expect(stderr).toMatch(/\n\nerrors: 4, warnings: 0\n\n$/);
  });

  it('where its folder would be the issue’s own: no manuscript is touched', async () => {
    const before = readdirSync(join(desk.issues, '7'), { recursive: true });
    const { code, stderr } = await banxin(...words('7'), '--out', desk.issues);
    expect(code).toBe(1);
    expect(stderr).toContain('is the folder of the issue itself [output-unwritable]');
    expect(readdirSync(join(desk.issues, '7'), { recursive: true })).toEqual(before);
  });

  it('where the program fails while it writes, which exits 2', async () => {
    const before = await good();
    const env = atSecondFile(`throw new Error('spoilt')`);
    const ran = await new Promise<Ran>((resolve) =>
      execFile(process.execPath, ['bin/banxin.cjs', ...words('7', '--json')], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/^banxin: a fault of the program: Error: spoilt\n/);
    expect([filesIn(join(out, '7')), readdirSync(out)]).toEqual([before, ['7']]);
  });

  it('also where the disk has no links: they are copied', async () => {
    const before = await good();
    const preload = join(desk.root, 'preload.mjs');
    writeFileSync(
      preload,
      `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      fs.linkSync = () => { throw Object.assign(new Error('no links'), { code: 'EXDEV' }); };
      syncBuiltinESMExports();`,
    );
    const env = { ...process.env, NODE_OPTIONS: `--import=${preload}` };
    const code = await new Promise((resolve) =>
      execFile(process.execPath, ['bin/banxin.cjs', ...words('7')], { env }, (error) => resolve(error?.code ?? 0)),
    );
    expect(code).toBe(0);
    const copied = filesIn(join(out, '7'));
    expect((await build()).code).toBe(0);
    expect(filesIn(join(out, '7'))).toEqual(copied);
    expect(PDFS.map((name) => copied[name] === before[name])).toEqual([true, false, false]);
  });

  it('where the build is killed while it writes; the next one clears up', async () => {
    const before = await good();
    const env = atSecondFile(`process.kill(process.pid, 'SIGKILL')`);
    const child = spawn(process.execPath, ['bin/banxin.cjs', ...words('7')], { env, stdio: 'ignore' });
    expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
    expect(readdirSync(out)).toEqual([expect.stringMatching(`^\\.7\\.new-${child.pid}-\\w{8}$`), '7']);
    expect(filesIn(join(out, '7'))).toEqual(before);
    expect((await build()).code).toBe(0);
    expect(readdirSync(out)).toEqual(['7']);
    const after = filesIn(join(out, '7'));
    expect(PDFS.map((name) => after[name] === before[name])).toEqual([true, false, false]);
  });
});
