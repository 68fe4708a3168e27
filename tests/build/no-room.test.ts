/** Pictures lie unpacked beside memory: where there is no room for that, none of them is at fault. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type BuildResult, build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type { Edition } from '../../src/pdf/types.js';
import { banxin } from '../cli/run.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { smallDesk } from '../proof/desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-no-room-'));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

const out = join(root, 'out');
const built = (edition: Edition): Promise<BuildResult> =>
  build({
    ...{ issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile: DEFAULT_FONTS, outDir: out },
    ...{ edition, pages: null, now: () => 0 },
  });
const files = (): readonly (readonly [string, string])[] =>
  readdirSync(join(out, '7')).map((name) => [name, readFileSync(join(out, '7', name), 'latin1')] as const);

const desk = smallDesk(root);
/** Another picture each time: what was separated once needs no room. */
const photograph = async (): Promise<void> => {
  const pixels = Buffer.from(Array.from({ length: 600 * 400 * 3 }, () => Math.floor(Math.random() * 256)));
  const file = join(desk.issues, '7/photos/tea.png');
  await sharp(pixels, { raw: { width: 600, height: 400, channels: 3 } })
    .png()
    .toFile(file);
};
beforeAll(async () => {
  mkdirSync(join(desk.issues, '7/photos'));
  desk.edit('layouts/small/inside.yaml', (text) =>
    text.replace('    - story: only\n      style: news\n', '    - advertisement: only\n'),
  );
  desk.edit('issues/7/issue.yaml', (text) =>
    text.replace('only: tea', 'only: { advertisement: photos/tea.png, alt: tea }'),
  );
});

it.each(['x1a', 'screen'] as const)('the machine is told of, and the last good files stay: %s', async (edition) => {
  await photograph();
  await built(edition);
  const before = files();
  await photograph();
  const none = join(root, 'none');
  vi.stubEnv('TMPDIR', none);
  const { report, diagnostics } = await built(edition);
  expect(report).toBe(null);
  expect(diagnostics.map(({ code }) => code)).not.toContain('picture-refused');
  const told = heldInChinese(diagnostics).filter(({ code }) => code === 'output-unwritable');
  expect(told).toMatchObject([
    {
      message: `${none}, where pictures lie unpacked, cannot be written: a folder on the way to it cannot be made, or was taken away`,
      hint: 'Make room or correct the rights, or name another folder by TMPDIR.',
    },
  ]);
  expect(files()).toEqual(before);
});

it('preflight of a file says so, too', async () => {
  await photograph();
  await built('x1a');
  const none = join(root, 'none');
  vi.stubEnv('TMPDIR', none);
  const [name] = files().find(([each]) => each.startsWith('7-02'))!;
  const { code, stderr } = await banxin('preflight', join(out, '7', name));
  expect([code, stderr]).toEqual([
    2,
    `banxin: ${none}, where pictures lie unpacked, cannot be written: a folder on the way to it cannot be made, or was taken away\n`,
  ]);
});
