/** What a build that was killed leaves, and how the next one puts it right. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { beside, bringBack } from '../../src/output/leftovers.js';
import { isSameFolder, newFiles } from '../../src/output/new-files.js';
import { smallDesk } from '../proof/desk.js';
import { asNobody } from '../rights.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-leftovers-'));
// Whoever runs the tests may look into it.
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

/** No process has this number. */
const GONE = 2 ** 22 + 1;
const out = join(root, 'out');
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
});

/** What such a build calls a folder beside its own. */
const left = (folder: string, kind: 'old' | 'new'): string =>
  beside(folder, kind).replace(`-${process.pid}-`, `-${GONE}-`);

/** As a build leaves it that was killed between its two renames. */
const kill = (folder = join(out, '7')): void => {
  for (const kind of ['old', 'new'] as const) mkdirSync(left(folder, kind));
  writeFileSync(join(left(folder, 'old'), '7.pdf'), 'the last good one');
};

describe('after a build that was killed between its two renames', () => {
  it('a build that fails brings the last good files back', async () => {
    const desk = smallDesk(root);
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('headline: ', 'headlime: '));
    kill();
    const folders = { issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile: DEFAULT_FONTS, outDir: out };
    const { report, diagnostics } = await build({ ...folders, issue: '7', pages: null, now: () => 0 });
    expect(report).toBe(null);
    expect(diagnostics.map(({ code }) => code)).not.toContain('output-left');
    expect(readdirSync(out)).toEqual(['7']);
    expect(readdirSync(join(out, '7'))).toEqual(['7.pdf']);

    // Only what a build of this issue has left.
    kill(join(root, 'elsewhere'));
    await build({ ...folders, issue: '../elsewhere', pages: null, now: () => 0 });
    expect(existsSync(left(join(root, 'elsewhere'), 'old'))).toBe(true);
  });

  it('they come back where a link leads', async () => {
    mkdirSync(join(root, 'disk'));
    symlinkSync('../disk/7', join(out, '7'));
    kill(join(root, 'disk/7'));
    expect(await bringBack(join(out, '7'))).toEqual([]);
    expect(readdirSync(join(root, 'disk'))).toEqual(['7']);
    expect(readdirSync(join(out, '7'))).toEqual(['7.pdf']);
  });

  it.each([
    ['brought back', false],
    ['taken away', true],
  ])('what may not be %s is told', async (_, isThere) => {
    if (isThere) mkdirSync(join(out, '7'));
    kill();
    const before = readdirSync(out);
    chmodSync(out, 0o555);
    const told = await asNobody(() => bringBack(join(out, '7')));
    chmodSync(out, 0o755);
    expect(told).toHaveLength(isThere ? 2 : 1);
    for (const { code, severity, message } of told) {
      expect([code, severity]).toEqual(['output-left', 'warning']);
      expect(message).toMatch(/you may not write there$/);
    }
    expect(readdirSync(out)).toEqual(before);
  });

  it('what one that is at work writes is its own: another of ours, or of somebody else’s', async () => {
    const folder = join(out, '7');
    mkdirSync(folder);
    const theirs = [process.ppid, 1].map((pid) => beside(folder, 'new').replace(`-${process.pid}-`, `-${pid}-`));
    for (const path of theirs) mkdirSync(path);
    expect(await asNobody(() => bringBack(folder))).toEqual([]);
    expect(theirs.filter((path) => existsSync(path))).toEqual(theirs);
  });

  it('what a build in another container writes is not taken for it, until nothing has come of it for long', async () => {
    const folder = join(out, '7');
    mkdirSync(folder);
    // The same number, of another process.
    const theirs = beside(folder, 'new').replace(/\w+$/, 'fedcba98');
    const output = newFiles(folder);
    expect(output.fresh).not.toBe(theirs);
    output.close();
    mkdirSync(theirs);
    expect(await bringBack(folder)).toEqual([]);
    expect(existsSync(theirs)).toBe(true);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 2 * 3_600_000);
    expect(await bringBack(folder)).toEqual([]);
    vi.restoreAllMocks();
    expect(readdirSync(out)).toEqual(['7']);
  });

  it('a folder that may not be looked into is told of as one that cannot be written', async () => {
    chmodSync(out, 0o600);
    const told = await asNobody(() => {
      const output = newFiles(join(out, '7'));
      output.close();
      return { same: isSameFolder(join(out, '7'), root), diagnostics: output.written().diagnostics };
    });
    chmodSync(out, 0o755);
    expect(told).toMatchObject({ same: false, diagnostics: [{ code: 'output-unwritable' }] });
  });
});
