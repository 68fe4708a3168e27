import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-failed-'));
afterAll(() => rmSync(root, { recursive: true }));

it('a file that fails preflight stands under its failed name; the last good one stays, and goes when mended', async () => {
  const issues = join(root, 'issues');
  const out = join(root, 'out');
  cpSync('issues/12867', join(issues, '12867'), { recursive: true });
  const photo = join(issues, '12867/photos/forest-stream.jpg');
  const request = { issue: '12867', issuesDir: issues, layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS, outDir: out };
  const printed = (): string[] => readdirSync(join(out, '12867')).sort();
  const run = (pages: readonly number[] | null) => build({ ...request, pages, now: () => 0 });

  await run([1]);
  expect(printed()).toEqual(['12867-01.pdf']);
  const good = readFileSync(join(out, '12867/12867-01.pdf'));

  const whole = readFileSync(photo);
  const coarse = await sharp(whole).resize(400).jpeg().toBuffer();
  await sharp(coarse).toFile(photo);
  const { report, diagnostics } = await run([1]);
  expect(printed()).toEqual(['12867-01.failed.pdf', '12867-01.pdf']);
  expect(readFileSync(join(out, '12867/12867-01.pdf')).equals(good)).toBe(true);
  expect(report!.pages[0]).toMatchObject({ file: '12867-01.failed.pdf', preflight: { passed: false } });
  expect(report!.pages[0]!.preflight!.findings.map(({ check }) => check)).toEqual(['resolution']);
  const told = heldInChinese(diagnostics).find(({ code }) => code === 'preflight-failed')!;
  expect([told.severity, told.message]).toEqual(['error', expect.stringContaining('12867-01.pdf fails preflight')]);

  // Of the whole issue's file the page is told, too.
  const all = await run(null);
  const said = heldInChinese(all.diagnostics).filter(({ code }) => code === 'preflight-failed');
  expect(said.map(({ message }) => message.replace(/\d+ pixels.*/, ''))).toEqual([
    expect.stringMatching(/^12867-01\.pdf fails preflight: (?!page)/),
    expect.stringMatching(/^12867\.pdf fails preflight: page 1: /),
  ]);

  await sharp(whole).toFile(photo);
  await run([1]);
  expect(printed()).toContain('12867-01.pdf');
  expect(printed()).not.toContain('12867-01.failed.pdf');
});
