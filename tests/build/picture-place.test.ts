/** A picture's faults that show only when it is printed are told where the issue names it, as all others are. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { location } from '../../src/diagnostics/sources.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { screenPictures } from '../../src/pdf/screen/pictures.js';
import { page } from '../pdf/pages.js';
import { inkTiff } from '../pdf/pictures/ink-tiff.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-picture-place-'));
afterAll(() => rmSync(root, { recursive: true }));

const issue = join(root, 'issues/12867');
beforeAll(async () => {
  mkdirSync(issue, { recursive: true });
  cpSync('issues/12867', issue, { recursive: true });
  const solid = (background: string, side: number): Sharp =>
    sharp({ create: { width: side, height: side, channels: 3, background } });
  // Finer than anybody separates.
  const inks = Buffer.alloc(900 * 900 * 16, 40);
  writeFileSync(join(issue, 'photos/inks.tif'), inkTiff(inks, 900, 900, { channels: 4, bits: 32 }));
  await solid('grey', 60).png().toFile(join(issue, 'photos/small.png'));
  const replace = (file: string, before: RegExp, after: string): void => {
    const text = readFileSync(join(issue, file), 'utf8');
    expect(text).toMatch(before);
    writeFileSync(join(issue, file), text.replace(before, after));
  };
  replace('articles/solar-terms.md', /photos\/\S+/, 'photos/inks.tif');
  replace('issue.yaml', /photos\/ad-paper\.pdf/, 'photos/small.png');
  // Of one file in two articles each place is told of by itself.
  const { width, height } = await sharp(join(issue, 'photos/mountain-path.jpg')).metadata();
  await solid('grey', 60)
    .resize(Math.round((60 * width) / height), 60, { fit: 'fill' })
    .png()
    .toFile(join(issue, 'photos/both.png'));
  replace('articles/pictures-path.md', /photos\/\S+\.jpg/, 'photos/both.png');
  replace('articles/pictures-sunset.md', /photos\/\S+\.jpg/, 'photos/both.png');
});

it('in the manuscript, and of advertisements in the plan', async () => {
  const { diagnostics, sources } = await build({
    ...{ issue: '12867', issuesDir: join(root, 'issues'), layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS },
    ...{ outDir: join(root, 'out'), pages: [8], now: () => 0 },
  });
  const told = diagnostics.flatMap(({ code, span }) =>
    /^picture-re/.test(code) ? [`${code} ${span === undefined ? '' : location(span, sources)}`] : [],
  );
  const lineOf = (file: string, words: string): number =>
    readFileSync(join(issue, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1;
  expect(told).toHaveLength(2);
  const article = `picture-refused \\S*articles/solar-terms\\.md:${lineOf('articles/solar-terms.md', 'inks.tif')}:\\d+`;
  expect(told.find((one) => one.startsWith('picture-refused'))).toMatch(new RegExp(`^${article}$`));
  const plan = `picture-resolution \\S*issue\\.yaml:${lineOf('issue.yaml', 'small.png')}:\\d+`;
  expect(told.find((one) => one.startsWith('picture-resolution'))).toMatch(new RegExp(`^${plan}$`));
});

it('each place that shows a file at the article that stands there', async () => {
  const { diagnostics } = await build({
    ...{ issue: '12867', issuesDir: join(root, 'issues'), layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS },
    ...{ outDir: join(root, 'out'), pages: [5], now: () => 0 },
  });
  const told = diagnostics.flatMap(({ code, message, span }) => {
    const slot = /both\.png/.test(message) && /slot “([^”]+)”/.exec(message);
    return code === 'picture-resolution' && slot ? [[slot[1], span?.file.split('/').at(-1)]] : [];
  });
  expect(told).toEqual([
    ['small-left', 'pictures-path.md'],
    ['small-right', 'pictures-sunset.md'],
  ]);
});

it('for the screen, too', async () => {
  const span = { file: 'articles/a.md', start: 10, end: 20 };
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const item = { kind: 'image', file: 'none.jpg', size: { width: 72, height: 72 }, crop: whole, alt: '' } as const;
  const one = page([[0, 0, item]]);
  const { diagnostics } = await screenPictures([one], { path: (file) => join(root, file), span: () => span });
  expect(diagnostics).toMatchObject([{ code: 'picture-refused', span }]);
});
