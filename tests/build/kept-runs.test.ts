import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuildRequest, build } from '../../src/build.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-kept-runs-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeAll(() => {
  cpSync('tests/golden/issues', join(root, 'issues'), { recursive: true });
  cpSync('tests/golden/layouts', join(root, 'layouts'), { recursive: true });
  cpSync('fonts/fonts.yaml', join(root, 'fonts.yaml'));
});

const KEPT = join(root, 'runs');
/** Six pages, of which a jump ties two. */
const RUNS = 5;

const request = (out: string, more: Partial<BuildRequest>): BuildRequest => {
  let ticks = 0;
  return {
    issue: '1',
    issuesDir: join(root, 'issues'),
    layoutsDir: join(root, 'layouts'),
    fontsFile: join(root, 'fonts.yaml'),
    outDir: join(root, out),
    pages: null,
    onlyFiles: true,
    now: () => ++ticks,
    ...more,
  };
};
const filesIn = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, out, '1')).map((name) => [
      name,
      readFileSync(join(root, out, '1', name)).toString('latin1'),
    ]),
  );

/** Builds, and holds it to a build that knows nothing of earlier ones; how many runs were printed. */
const printed = async (more: Partial<BuildRequest> = {}): Promise<number> => {
  const kept = await build(request('kept', { keptIn: KEPT, ...more }));
  const anew = await build(request('anew', { keptIn: null, ...more }));
  expect(filesIn('kept')).toEqual(filesIn('anew'));
  expect({ ...kept.report, timings: null }).toEqual({ ...anew.report, timings: null });
  // A tick a run.
  return kept.report!.timings.makeUp;
};

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

it('a rebuild prints the runs that something has changed of, and nothing else', async () => {
  expect(await printed()).toBe(RUNS);
  expect(await printed()).toBe(0);

  edit('issues/1/articles/plain.md', (text) => text.trimEnd().concat('又有一句。\n'));
  expect(await printed(), 'a manuscript').toBe(1);
  edit('issues/1/articles/long.md', (text) => text.trimEnd().concat('又有一句。\n'));
  expect(await printed(), 'one that jumps').toBe(1);
  edit('issues/1/articles/vertical.md', (text) => text.replace(/headline: .*/, 'headline: 另一个题目'));
  edit('issues/1/articles/boxed.md', (text) => text.trimEnd().concat('又有一句。\n'));
  expect(await printed(), 'two').toBe(2);

  const photo = join(root, 'issues/1/photos/bridge.jpg');
  writeFileSync(photo, await sharp(photo).flop().jpeg({ quality: 95 }).toBuffer());
  expect(await printed(), 'a picture').toBe(1);

  edit('layouts/small/styles.yaml', (text) => text.replace('lines: 1..2', 'lines: 1'));
  expect(await printed(), 'a style').toBe(RUNS);
  edit('issues/1/issue.yaml', (text) => text.replace('2021-12-03', '2021-12-04'));
  expect(await printed(), 'the plan').toBe(RUNS);
  edit('fonts.yaml', (text) => text.replace('400Regular/NotoSerifSC_400Regular', '300Light/NotoSerifSC_300Light'));
  expect(await printed(), 'a font').toBe(RUNS);
  expect(await printed({ edition: 'x4' }), 'another edition').toBe(RUNS);
  expect(await printed(), 'the first again').toBe(0);
  expect(await printed({ pages: [1, 5] }), 'the same page alone, and half of a jump').toBe(1);
});

it('a damaged run, or one that is not one, is printed anew', async () => {
  await printed();
  const names = readdirSync(KEPT);
  for (const [index, name] of names.entries()) {
    const path = join(KEPT, name);
    const whole = readFileSync(path);
    writeFileSync(
      path,
      [whole.subarray(0, whole.length >> 1), Buffer.from(whole).fill(7, 90, 99), Buffer.alloc(0)][index % 3]!,
    );
  }
  expect(await printed()).toBe(RUNS);
  expect(await printed()).toBe(0);
});
