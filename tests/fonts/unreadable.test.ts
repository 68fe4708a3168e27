/** A font that turns out to be damaged when its characters are asked for: it is told which, wherever that comes to light. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { locateFont } from '../../src/fonts/files.js';
import { createSession } from '../../src/preview/session.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { smallDesk } from '../proof/desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-unreadable-'));
afterAll(() => rmSync(root, { recursive: true }));
const desk = smallDesk(root);
const fontsFile = join(root, 'fonts.yaml');
writeFileSync(fontsFile, 'song: own.ttf\nsong-bold: own.ttf\nhei-bold: own.ttf\n');

const brush = locateFont('package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf', '.').path;
const whole = readFileSync(brush);
const entryOf = (tag: string): number => whole.subarray(0, 1000).indexOf(tag, 0, 'latin1');

/** A font that gives no checksum of a table, of which there is only its beginning. */
const spoilt = (tag: string, left: number): Buffer => {
  const bytes = Buffer.from(whole);
  const entry = entryOf(tag);
  bytes.writeUInt32BE(0, entry + 4);
  bytes.writeUInt32BE(left, entry + 12);
  return bytes;
};

const TOLD = {
  code: 'font-damaged',
  severity: 'error',
  message: 'Font of the role “song”: own.ttf is damaged: not all that pages need of it can be read.',
  hint: 'Copy or download the file again, or take another file of the same font.',
  span: { file: fontsFile, start: 6, end: 13 },
};

describe.each([
  ['cmap', 200],
  ['loca', 400],
  ['hmtx', 400],
] as const)('a font without the end of its table %s', (tag, left) => {
  writeFileSync(join(root, 'own.ttf'), whole);

  it('is named by a build, which leaves the last good files', async () => {
    const request = {
      ...{ issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile, outDir: join(root, 'out') },
      ...{ pages: null, now: () => 0 },
    };
    writeFileSync(join(root, 'own.ttf'), whole);
    expect((await build(request)).report).not.toBeNull();
    const files = readdirSync(join(root, 'out/7'));
    writeFileSync(join(root, 'own.ttf'), spoilt(tag, left));
    const { report, diagnostics } = await build(request);
    expect(report).toBeNull();
    expect(heldInChinese(diagnostics)).toEqual([TOLD]);
    expect(readdirSync(join(root, 'out/7'))).toEqual(files);
  });

  it('is named by the preview, until it is whole again', async () => {
    writeFileSync(join(root, 'own.ttf'), spoilt(tag, left));
    const folders = { issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile };
    const session = createSession(folders, () => 0);
    await session.start();
    const { broken } = await session.state();
    expect(broken).toMatchObject([{ code: 'font-damaged', message: TOLD.message }]);
    writeFileSync(join(root, 'own.ttf'), whole);
    await session.changed({ seen: 0, fonts: true, pictures: false });
    expect(await session.state()).toMatchObject({ broken: [], pages: [{}, {}] });
  });
});

it('is named by typeset', () => {
  writeFileSync(join(root, 'own.ttf'), spoilt('cmap', 200));
  const words = ['bin/banxin.cjs', 'typeset', '--fonts', fontsFile];
  const { status, stderr } = spawnSync(process.execPath, words, {
    input: '咸宁\n',
    env: { ...process.env, LC_ALL: 'C' },
  });
  expect(status).toBe(2);
  expect(stderr.toString()).toContain(`${fontsFile}:1:7: error: ${TOLD.message} [font-damaged]`);
  expect(stderr.toString()).toMatch(/\n\nbanxin: the fonts of \S+ cannot be used\n$/);
});
