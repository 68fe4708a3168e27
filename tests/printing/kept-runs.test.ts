import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type BuildRequest, build } from '../../src/build.js';
import { keep } from '../../src/cache/kept.js';
import { extractText } from '../extract-text.js';
import { madePdf } from '../pdf/drawing/made.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-kept-runs-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(root, { recursive: true });
  mkdirSync(root);
  cpSync('tests/golden/issues', join(root, 'issues'), { recursive: true });
  cpSync('tests/golden/layouts', join(root, 'layouts'), { recursive: true });
  cpSync('fonts/fonts.yaml', join(root, 'fonts.yaml'));
});

const KEPT = join(root, 'runs');
/** Nine pages, of which a jump ties two. */
const RUNS = 8;

const request = (out: string, more: Partial<BuildRequest>): BuildRequest => {
  let ticks = 0;
  return {
    issue: '1',
    issuesDir: join(root, 'issues'),
    layoutsDir: join(root, 'layouts'),
    fontsFile: join(root, 'fonts.yaml'),
    outDir: join(root, out),
    pages: null,
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
  const anew = await build(request('anew', more));
  expect(filesIn('kept')).toEqual(filesIn('anew'));
  expect({ ...kept.report, timings: null }).toEqual({ ...anew.report, timings: null });
  expect(kept.diagnostics).toEqual(anew.diagnostics);
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

  const nameplate = (content: string): void =>
    writeFileSync(join(root, 'layouts/small/nameplate.pdf'), madePdf({ content }));
  nameplate('0 0 9 9 re f');
  edit('layouts/small/paper.yaml', (text) => `${text}\nnameplate: nameplate.pdf\n`);
  expect(await printed(), 'artwork for the nameplate').toBe(RUNS);
  nameplate('0 0 8 8 re f');
  expect(await printed(), 'other artwork').toBe(RUNS);

  edit('layouts/small/styles.yaml', (text) => text.replace('lines: 1..2', 'lines: 1'));
  expect(await printed(), 'a style').toBe(RUNS);
  edit('issues/1/issue.yaml', (text) => text.replace('2021-12-03', '2021-12-04'));
  expect(await printed(), 'the day').toBe(RUNS);
  edit('fonts.yaml', (text) => text.replace('400Regular/NotoSerifSC_400Regular', '300Light/NotoSerifSC_300Light'));
  expect(await printed(), 'a font').toBe(RUNS);
  expect(await printed({ edition: 'x4' }), 'another edition').toBe(RUNS);
  expect(await printed(), 'the first again').toBe(0);
  expect(await printed({ pages: [1, 5] }), 'the same page alone, and half of a jump').toBe(1);
});

it('the whole issue has its pages in order, whichever were made up first and whichever were kept', async () => {
  const inOrder = async (): Promise<void> => {
    const { report } = await build(request('kept', { keptIn: KEPT }));
    const numbers = Array.from({ length: RUNS + 1 }, (_, index) => index + 1);
    expect(report!.pages.map(({ page }) => page)).toEqual(numbers);
    const textOf = (file: string): Promise<string[]> => extractText(readFileSync(join(root, 'kept/1', file)));
    const [whole] = readdirSync(join(root, 'kept/1')).sort().slice(-1);
    const pages = await Promise.all(report!.pages.map(({ file }) => textOf(file)));
    expect(await textOf(whole!)).toEqual(pages.flat());
  };
  // The story of page 5 goes on on page 9.
  edit('issues/1/issue.yaml', (text) =>
    text.replace(/^ {2}6: ([^\n]*)\n(.*)^ {2}9: ([^\n]*)$/ms, '  6: $3\n$2  9: $1'),
  );
  await inOrder();
  edit('issues/1/articles/long.md', (text) => text.trimEnd().concat('又有一句。\n'));
  await inOrder();
});

it('an edit of the plan prints the runs whose pages it touches, and those of which something is told below it', async () => {
  const plan = 'issues/1/issue.yaml';
  await printed();
  edit(plan, (text) => `${text}# No word of this is printed\n`);
  expect(await printed(), 'a remark at the end').toBe(0);
  edit(plan, (text) => `# The late edition\n${text}`);
  expect(await printed(), 'a remark above what is told of page 2, a gutter').toBe(1);
  edit(plan, (text) => text.replace('left: boxed, right: beside', 'left: beside, right: boxed'));
  expect(await printed(), 'two stories of page 2 changed about').toBe(1);
  edit(plan, (text) => text.replace('layout: jump,', 'layout: jump, section: 要闻,'));
  expect(await printed(), 'one page of a jump').toBe(1);
  edit(plan, (text) => text.replace('only: picture', 'only: plain').replace('only: plain', 'only: picture'));
  expect(await printed(), 'pages 1 and 3 changed about, and page 2 between them').toBe(3);
});

const spoil = (path: string, how: number): void => {
  const whole = readFileSync(path);
  const spoilt = [whole.subarray(0, whole.length >> 1), Buffer.from(whole).fill(7, 90, 99), Buffer.alloc(0)];
  // A file of its own: what is kept is in the output, too.
  rmSync(path);
  writeFileSync(path, spoilt[how % spoilt.length]!);
};

it('what is damaged of a run, or is none, is printed anew', async () => {
  await printed();
  const names = readdirSync(KEPT).sort();
  const notes = names.filter((name) => !name.includes('.'));
  const files = names.filter((name) => name.includes('.'));
  for (const [index, name] of notes.entries()) spoil(join(KEPT, name), index);
  expect(await printed(), 'notes').toBe(RUNS);
  for (const [index, name] of files.entries()) spoil(join(KEPT, name), index);
  expect(await printed(), 'files').toBe(RUNS);
  for (const name of files) rmSync(join(KEPT, name), { force: true });
  expect(await printed(), 'no files').toBe(RUNS);
  for (const name of notes) keep(KEPT, name, Buffer.from('what another program kept'));
  expect(await printed(), 'other notes').toBe(RUNS);
  expect(await printed()).toBe(0);
});

it('a file of the last build that was changed in place does no harm', async () => {
  expect(await printed()).toBe(RUNS);
  const page = join(root, 'kept/1', readdirSync(join(root, 'kept/1')).find((name) => name.includes('-02'))!);
  appendFileSync(page, 'stamped by another program');
  expect(await printed()).toBe(1);
});

it('what is wrong with a picture is not kept: it may go by itself', async () => {
  await printed();
  const photo = join(root, 'issues/1/photos/bridge.jpg');
  // Nothing is kept of it.
  const whole = await sharp(photo).flip().jpeg().toBuffer();
  writeFileSync(photo, whole);
  const laid = (): void => writeFileSync(photo, 'another');
  const { diagnostics } = await build(request('kept', { keptIn: KEPT, laid }));
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'picture-refused',
  ]);
  writeFileSync(photo, whole);
  expect(await printed()).toBe(1);
});

it('only the last of a run stays', async () => {
  await printed();
  const before = readdirSync(KEPT).length;
  edit('issues/1/articles/plain.md', (text) => text.trimEnd().concat('再有一句。\n'));
  expect(await printed()).toBe(1);
  expect(readdirSync(KEPT)).toHaveLength(before);
});

it('where nothing can be kept, everything is printed', async () => {
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  expect(await printed({ keptIn: join(file, 'runs') })).toBe(RUNS);
});
