/** Files that pages depend on outside the folders of issue and papers: fonts and the press's profile. */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { locateFont } from '../../src/fonts/files.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { createMemory } from '../../src/memory/memory.js';
import { createReader } from '../../src/preview/reader.js';
import type { Change } from '../../src/preview/saves.js';
import { createSession } from '../../src/preview/session.js';
import { watchFiles } from '../../src/preview/watch.js';
import { smallDesk } from '../proof/desk.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-watch-')));
afterAll(() => rmSync(root, { recursive: true }));

const font = join(root, 'own.ttf');
const fontsFile = join(root, 'fonts.yaml');
const profile = join(root, 'press.icc');
const now = (): number => performance.timeOrigin + performance.now();

/** A desk with a font and a profile of its own, neither of which is there yet. */
const desk = smallDesk(root);
const list = readFileSync(DEFAULT_FONTS, 'utf8');
const songFile = /package:[^\s,\]]*noto-serif-sc[^\s,\]]*400[^\s,\]]*ttf/.exec(list)![0];
writeFileSync(fontsFile, list.replaceAll(songFile, 'own.ttf'));
desk.edit('layouts/small/paper.yaml', (text) => `${text}print: { profile: ../../press.icc }\n`);
const folders = { issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile };

const putFont = (): void => copyFileSync(locateFont(songFile, root).path, font);
const pressProfile = async (): Promise<Buffer> => {
  const white = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } });
  const made = await white.toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();
  return (await sharp(made).metadata()).icc!;
};

it('are followed: those that come, and those that change', async () => {
  const session = createSession(folders, now);
  await session.start();
  expect((await session.state()).broken.map(({ code }) => code)).toContain('font-missing');
  const heard: Change[] = [];
  let told = (): void => undefined;
  const watcher = await watchFiles(folders, now, (change) => {
    heard.push(change);
    void session.changed(change).then(() => {
      watcher.follow(session.files());
      told();
    });
  });
  const after = async (work: () => void): Promise<Change> => {
    heard.length = 0;
    const done = new Promise<void>((resolve) => {
      told = resolve;
    });
    work();
    await done;
    return heard[0]!;
  };
  try {
    watcher.follow(session.files());
    const icc = await pressProfile();
    // The watcher needs a moment for files that are new to it.
    const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 300));
    await settle();
    expect((await after(putFont)).fonts).toBe(true);
    await settle();
    await after(() => writeFileSync(profile, icc));
    await settle();
    expect((await session.state()).broken).toEqual([]);
    const before = await session.state();
    expect(await after(() => appendFileSync(font, '\0'))).toMatchObject({ fonts: true });
    await settle();
    const changed = await session.state();
    expect(changed.fonts).not.toEqual(before.fonts);
    expect(await after(() => writeFileSync(profile, icc))).toMatchObject({ fonts: false, pictures: true });
  } finally {
    await watcher.close();
  }
});

describe('what is taken away for a moment', () => {
  const place = join(root, 'taken');
  const { issues, layouts } = smallDesk(place);
  const list = join(place, 'fonts.yaml');
  copyFileSync(fontsFile, list);
  const issue = join(issues, '7');
  const plan = join(issue, 'issue.yaml');
  const followed = async (work: (heard: Change[]) => Promise<void>): Promise<void> => {
    const heard: Change[] = [];
    const asked = { issue: '7', issuesDir: issues, layoutsDir: layouts, fontsFile: list };
    const watcher = await watchFiles(asked, now, (change) => heard.push(change));
    try {
      await work(heard);
    } finally {
      await watcher.close();
    }
  };
  const quiet = (): Promise<void> => new Promise((done) => setTimeout(done, 700));
  const silenced = async (heard: Change[]): Promise<void> => {
    await quiet();
    heard.length = 0;
  };
  const hears = (heard: Change[]): Promise<void> =>
    vi.waitFor(() => expect(heard).not.toEqual([]), { timeout: 5000, interval: 20 });

  it.each([
    ['the issue', issue, plan],
    ['the papers', layouts, join(layouts, 'small/paper.yaml')],
    ['the list of fonts', list, list],
  ])('is followed when it is there again: %s', (_name, taken, file) =>
    followed(async (heard) => {
      cpSync(taken, `${taken}.aside`, { recursive: true });
      rmSync(taken, { recursive: true });
      await hears(heard);
      await silenced(heard);
      cpSync(`${taken}.aside`, taken, { recursive: true });
      await hears(heard);
      expect(heard.some(({ fonts }) => fonts)).toBe(file === list);
      await silenced(heard);
      appendFileSync(file, '\n');
      await hears(heard);
    }),
  );

  it('is followed where a link leads elsewhere', async () => {
    renameSync(issue, join(place, 'first'));
    cpSync(join(place, 'first'), join(place, 'second'), { recursive: true });
    symlinkSync(join(place, 'first'), issue);
    await followed(async (heard) => {
      rmSync(issue);
      symlinkSync(join(place, 'second'), issue);
      await hears(heard);
      await silenced(heard);
      appendFileSync(join(place, 'second/issue.yaml'), '\n');
      await hears(heard);
    });
  });
});

it('are read anew where their content is another', async () => {
  const icc = await pressProfile();
  putFont();
  writeFileSync(profile, icc);
  const reader = createReader(folders, createMemory());
  const press = async () => (await reader.read()).ready!.press;
  const first = await press();
  expect(await press()).toBe(first);
  // The place where its maker is named.
  icc.write('desk', 48, 'latin1');
  writeFileSync(profile, icc);
  const second = await press();
  expect(second.profileId).not.toBe(first.profileId);
  rmSync(profile);
  expect((await reader.read()).diagnostics.map(({ code }) => code)).toContain('press-profile-missing');
});
