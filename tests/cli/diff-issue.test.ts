import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDesk, smallDesk } from '../proof/desk.js';
import { banxin, type Ran } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-diff-'));
afterAll(() => rmSync(root, { recursive: true }));

let desk: SmallDesk;
const proofs = join(root, 'proofs');
const command = (name: string, ...words: string[]): Promise<Ran> =>
  banxin(name, '7', '--issues', desk.issues, '--layouts', desk.layouts, '--out', join(root, 'out'), ...words);
/** Without `--proofs`: what is accepted stands beside the issues, wherever they are. */
const diff = (...words: string[]): Promise<Ran> => command('diff-issue', ...words);

beforeAll(async () => {
  desk = smallDesk(root);
});

describe('render-issue', () => {
  it('draws every page and a thumbnail of it', async () => {
    const built = await command('build-issue');
    const ran = await command('render-issue', '--dpi', '50');
    // It is a build, and tells what one tells.
    expect(ran).toMatchObject({ code: 0, stderr: built.stderr });
    expect(ran.stderr).toMatch(/^warning: .* \[press-profile-stand-in\]$/m);
    const folder = join(root, 'out/7/renders');
    expect(readdirSync(folder)).toEqual([
      'page-01.png',
      'page-01.thumb.png',
      'page-01.txt',
      'page-02.png',
      'page-02.thumb.png',
      'page-02.txt',
      'proof.json',
    ]);
    const { width, height } = await sharp(join(folder, 'page-01.png')).metadata();
    // 260 × 300 mm.
    expect([Math.abs(width - (260 / 25.4) * 50) < 1.5, Math.abs(height - (300 / 25.4) * 50) < 1.5]).toEqual([
      true,
      true,
    ]);
    const { channels } = await sharp(join(folder, 'page-01.png')).stats();
    expect(channels[0]!.mean).toBeLessThan(254);
    expect((await sharp(join(folder, 'page-01.thumb.png')).metadata()).width).toBe(180);
  });

  it('refuses a resolution that is none', async () => {
    expect((await command('render-issue', '--dpi', '0')).code).toBe(2);
  });
});

describe('diff-issue', () => {
  it('goes from nothing accepted over no difference to one story named, and back', async () => {
    rmSync(proofs, { recursive: true, force: true });
    const none = await diff();
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/^banxin: nothing is accepted for issue 7; accept it by: npm run diff-issue 7/);

    expect(await diff('--update')).toMatchObject({ code: 0 });
    expect(readdirSync(join(proofs, '7'))).toEqual([
      'page-01.thumb.png',
      'page-01.txt',
      'page-02.thumb.png',
      'page-02.txt',
      'proof.json',
    ]);
    expect(await diff()).toMatchObject({ code: 0, stdout: 'issue 7: no difference\n' });

    // One character of one manuscript, as wide as the one it replaces.
    const file = 'issues/7/articles/river.md';
    desk.edit(file, (text) => text.replace('回家的路', '回乡的路'));
    const changed = await diff('--json');
    expect(changed.code).toBe(1);
    const told = JSON.parse(changed.stdout) as {
      changes: { name: string; page: number; words: string[] }[];
      pictures: { page: number; pixels: number; areas: { name: string }[] }[];
    };
    expect(told.changes.map(({ page, name }) => [page, name])).toEqual([[1, 'river']]);
    expect(told.changes[0]!.words).toEqual([expect.stringMatching(/^body text “.*【家】.*” → “.*【乡】.*”$/)]);
    expect(told.pictures.map(({ page }) => page)).toEqual([1]);
    expect(told.pictures[0]!.pixels).toBeGreaterThan(0);
    expect([...new Set(told.pictures[0]!.areas.map(({ name }) => name))]).toEqual(['river']);

    const report = readFileSync(join(root, 'out/7/diff.html'), 'utf8');
    expect(report).not.toMatch(/(?:src|href)="(?!data:)/);
    for (const view of ['side', 'swipe', 'blink', 'difference']) expect(report).toContain(`data-view="${view}"`);
    expect(report.match(/<em>([^<]*)<\/em>/g)?.every((name) => name === '<em>river</em>')).toBe(true);

    desk.edit(file, (text) => text.replace('回乡的路', '回家的路'));
    expect(await diff()).toMatchObject({ code: 0 });
  });

  it('fails on what was accepted and belongs to nothing', async () => {
    await diff('--update');
    writeFileSync(join(proofs, '7/page-03.txt'), 'page 3 1×1\n');
    const { code, stdout } = await diff();
    expect(code).toBe(1);
    expect(stdout).toMatch(/orphan: .*page-03\.txt/);
    rmSync(join(proofs, '7/page-03.txt'));
    // What a system leaves there is nothing that was accepted.
    writeFileSync(join(proofs, '.DS_Store'), '');
    mkdirSync(join(proofs, 'notes'), { recursive: true });
    expect(await diff()).toMatchObject({ code: 0 });
    mkdirSync(join(proofs, '99'));
    writeFileSync(join(proofs, '99/proof.json'), '{}');
    expect(await diff()).toMatchObject({ code: 1, stdout: expect.stringMatching(/orphan: .*99 /) });
    rmSync(join(proofs, '99'), { recursive: true });
  });

  it('refuses an accepted state that is damaged, and accepts it anew', async () => {
    await diff('--update');
    const index = join(proofs, '7/proof.json');
    const good = readFileSync(index, 'utf8');
    for (const damaged of [`<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> other\n`, '{}', 'null', '{"pages":[{}]}']) {
      writeFileSync(index, damaged);
      const { code, stdout, stderr } = await diff();
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^banxin: \S*proof\.json is missing or damaged, as after a merge; .* -- --update\n$/);
    }
    writeFileSync(index, good);
    const page = join(proofs, '7/page-01.txt');
    const dump = readFileSync(page, 'utf8');
    const merged = dump.replace(/\n(.*“.*)\n/, '\n<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other\n');
    for (const damaged of [merged, `<<<<<<< HEAD\n${dump}`, dump.slice(0, 500), '']) {
      writeFileSync(page, damaged);
      expect((await diff()).stderr).toMatch(/^banxin: \S*page-01\.txt is missing or damaged.*\n$/);
    }
    rmSync(page);
    expect((await diff()).stderr).toMatch(/^banxin: \S*page-01\.txt is missing or damaged.*\n$/);
    expect((await diff('--against', join(proofs, '7'))).stderr).toMatch(
      /^banxin: \S*page-01\.txt is .*render-issue\n$/,
    );
    writeFileSync(index, '<<<<<<<');
    expect(await diff('--update')).toMatchObject({ code: 0 });
    expect(readFileSync(index, 'utf8')).toBe(good);
    expect(await diff()).toMatchObject({ code: 0 });
  });

  it('refuses a folder of issues that is not there', async () => {
    const { code, stderr } = await diff('--issues', join(root, 'nowhere'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/\[issue-unknown\][\s\S]*\nbanxin: issue 7 cannot be made up\n$/);
  });

  it('compares with a folder of renders, and sees a page that is gone', async () => {
    await command('render-issue');
    const before = join(root, 'before');
    cpSync(join(root, 'out/7/renders'), before, { recursive: true });
    expect(await diff('--against', before)).toMatchObject({ code: 0 });
    const plan = readFileSync(join(root, 'issues/7/issue.yaml'), 'utf8');
    desk.edit('issues/7/issue.yaml', (text) => text.replace(/ {2}2:.*\n/, ''));
    const { code, stdout } = await diff('--against', before);
    writeFileSync(join(root, 'issues/7/issue.yaml'), plan);
    expect(code).toBe(1);
    expect(stdout).toContain('page 2: this page is gone');
  });

  it('refuses what is neither folder nor revision, and a broken issue', async () => {
    const unknown = await diff('--against', 'no-such-thing');
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('“no-such-thing” is no folder of renders and no git revision');
    await diff('--update');
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('headline:', 'headlin:'));
    const broken = await diff();
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('headlin:', 'headline:'));
    expect(broken.code).toBe(2);
    expect(broken.stderr).toMatch(/tea\.md:2:1: error/);
  });
});
