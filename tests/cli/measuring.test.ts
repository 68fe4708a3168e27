/** The commands that measure, as people call them: compiled apart from the program, they must find what it finds. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const measured = (...words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(npm, ['run', '-s', ...words], { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${words.join(' ')}: ${stderr}`));
    });
  });

describe('the commands that measure', () => {
  it('elasticity tells of every template of a page', async () => {
    const said = await measured('elasticity', '--', '--days', '1', '--seed', '1', '--pages', '2', '--json');
    const { days, pages } = JSON.parse(said);
    expect(days).toBe(1);
    expect(pages.map(({ page }: { page: string }) => page)).toEqual(['2']);
    const names = pages[0].templates.map(({ template }: { template: string }) => template);
    expect(names).toEqual(['inside-b', 'inside-c', 'inside-free', 'inside']);
    for (const { alone } of pages[0].templates) expect([0, 100]).toContain(alone.flush);
  });

  it.each([
    [['--days', 'many'], 'It is no whole number'],
    [['--dayz', '3'], 'Did you mean --days?'],
    [
      ['--issues', 'tests/issue/bad/article-twice', '--issue', '100', '--layouts', 'tests/issue/layouts'],
      'is placed twice',
    ],
  ])('elasticity says what it cannot read: %j', async (words, why) => {
    const refusal = await measured('elasticity', '--', ...words).catch((error: Error) => error.message);
    expect(refusal).toContain(why);
    expect(refusal).not.toContain('node:internal');
  });

  it('bench:makeup tells of every page', async () => {
    const lines = (await measured('bench:makeup', '--', '--runs', '1')).trim().split('\n').slice(1);
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['1', '2', '3', '4', '5', '6–7', '8']);
    for (const line of lines) expect(line).toMatch(/(\s+\d+\.\d){3}$/);
  });

  it('typeset-report finds fewer loose lines by whole paragraphs than by greed', async () => {
    const said = await measured('typeset-report');
    const loose = [...said.matchAll(/looser than 0\.1: (\d+) plain, (\d+) greedy, (\d+) whole paragraph/g)];
    expect(loose.length).toBeGreaterThan(0);
    for (const [, plain, greedy, whole] of loose) {
      expect(Number(whole)).toBeLessThanOrEqual(Number(greedy));
      expect(Number(greedy)).toBeLessThan(Number(plain));
    }
  });
});
