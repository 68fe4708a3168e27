/** `diff-issue --against` a git revision: a project of its own, with one commit and one character changed since. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { smallDesk } from '../proof/desk.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tree = mkdtempSync(join(tmpdir(), 'banxin-revision-'));
afterAll(() => rmSync(tree, { recursive: true }));

const git = (...words: readonly string[]): string =>
  execFileSync('git', [
    '-C',
    tree,
    '-c',
    'user.name=desk',
    '-c',
    'user.email=desk@example.org',
    '-c',
    'commit.gpgsign=false',
    ...words,
  ]).toString();

/** As on a desk's machine: the tree has its cache within it. */
const { BANXIN_CACHE: _, ...env } = process.env;

/** The tree's own program, run in one of its folders; what it says on standard output, and how it ended. */
const diffIn = (folder: string, ...words: readonly string[]): { code: number; stdout: string } => {
  try {
    const stdout = execFileSync(process.execPath, [join(tree, 'bin/banxin.cjs'), 'diff-issue', '7', ...words], {
      cwd: join(tree, folder),
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { code: 0, stdout: stdout.toString() };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: Buffer };
    return { code: status, stdout: stdout.toString() };
  }
};

const diff = (...words: readonly string[]): ReturnType<typeof diffIn> => diffIn('.', ...words);

it('compares with the pages that a revision’s own program draws of its own manuscripts', () => {
  for (const name of ['src', 'bin', 'schemas', 'fonts', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(root, name), join(tree, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const desk = smallDesk(tree);
  git('init', '--quiet');
  git(
    'add',
    'src',
    'bin',
    'schemas',
    'fonts',
    'issues',
    'layouts',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  );
  git('commit', '--quiet', '--message', 'As it was');

  expect(diff('--against', 'HEAD')).toEqual({ code: 0, stdout: 'issue 7: no difference\n' });
  desk.edit('issues/7/articles/river.md', (text) => text.replace('回家的路', '回乡的路'));
  const changed = diff('--against', 'HEAD', '--json');
  expect(changed.code).toBe(1);
  const told = JSON.parse(changed.stdout) as { changes: { name: string; page: number; words: string[] }[] };
  expect(told.changes.map(({ page, name }) => [page, name])).toEqual([[1, 'river']]);
  expect(told.changes[0]!.words).toEqual([expect.stringMatching(/^body text “.*【家】.*” → “.*【乡】.*”$/)]);

  // The accepted state as git has it, wherever the command is run: its full renders are kept nowhere else.
  git('checkout', '--quiet', 'issues');
  expect(diff('--update').code).toBe(0);
  git('add', 'proofs');
  git('commit', '--quiet', '--message', 'As accepted');
  desk.edit('issues/7/articles/river.md', (text) => text.replace('回家的路', '回乡的路'));
  rmSync(join(tree, '.cache/renders'), { recursive: true });
  const { stdout } = diffIn('issues/7', '--json');
  const { pictures } = JSON.parse(stdout) as { pictures: { page: number; pixels: number | null }[] };
  expect(pictures.map(({ page, pixels }) => [page, (pixels ?? 0) > 0])).toEqual([[1, true]]);
});
