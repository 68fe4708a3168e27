import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type { Message, PageMessage } from '../../src/preview/messages.js';
import { createSession, type Session } from '../../src/preview/session.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

const now = (): number => performance.timeOrigin + performance.now();
const saved = (fonts = false) => ({ seen: now(), fonts, pictures: false });

let desk: SmallDesk;
let session: Session;
let heard: Message[];
const open = (fontsFile: string): void => {
  session = createSession({ issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile }, now);
  heard = [];
  session.listen((message) => heard.push(message));
};
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'banxin-session-'));
  roots.push(root);
  desk = smallDesk(root);
  open(DEFAULT_FONTS);
});

const updates = (): readonly (readonly PageMessage[])[] =>
  heard.flatMap((message) => (message.event === 'update' && message.data.pages.length > 0 ? [message.data.pages] : []));
const codes = async (): Promise<readonly string[]> => (await session.state()).broken.map(({ code }) => code);

describe('a preview session', () => {
  it('tells how far the first build is, then everything', async () => {
    await session.start();
    const told = heard.map(({ event, data }) =>
      event === 'progress' ? `${data.stage} ${data.done}/${data.of}` : event,
    );
    expect(told).toEqual(['page 1/2', 'page 2/2', 'draw 0/1', 'done 1/1', 'state']);
    const { paper, date, numbers, facing } = await session.state();
    expect({ paper, date, numbers, facing }).toEqual({
      paper: '试印日报',
      date: '2021年12月3日',
      numbers: [1, 2],
      facing: [[1], [2]],
    });
  });

  it('sends only the page and the piece that a save changed', async () => {
    await session.start();
    desk.edit('issues/7/articles/river.md', (text) => text.replace('回家的路', '回乡的路'));
    await session.changed(saved());
    const sent = updates();
    expect(sent.map((pages) => pages.map(({ view }) => view.number))).toEqual([[1]]);
    expect(sent[0]![0]!.pieces.filter(({ svg }) => svg !== null).map(({ key }) => key)).toEqual(['right']);
    heard = [];
    await session.changed(saved());
    expect(updates()).toEqual([]);
  });

  it('shows how much a short story lacks as its hint says it, in the columns that it has', async () => {
    await session.start();
    desk.edit('layouts/small/inside.yaml', (text) =>
      text.replace('- story: only\n', '- story: only\n      divide: 2\n'),
    );
    desk.edit('issues/7/articles/tea.md', (text) => text.replace(/\n\n[\s\S]*$/, '\n\n采茶时节到了。\n'));
    await session.changed(saved());
    const { lacking } = session.page(2)!.view.slots.find(({ slot }) => slot === 'only')!;
    const { problems } = await session.state();
    const [, asked] = /^add about (\d+) characters/.exec(problems.find(({ code }) => code === 'white')!.hint!)!;
    expect(lacking).toBe(Number(asked));
  });

  it('shows how many lines a head takes up of what a short story leaves, as the note on it says', async () => {
    await session.start();
    const said = /^page 2: the head in slot “only” takes (\d+) lines more than it needs$/;
    const told: (readonly [said: number, shown: number])[] = [];
    for (let paragraphs = 75; paragraphs < 111; paragraphs += 3) {
      const copy = '采茶时节到了。\n\n'.repeat(paragraphs);
      desk.edit('issues/7/articles/tea.md', (text) => text.replace(/(^---[\s\S]*?\n---\n)[\s\S]*$/, `$1\n${copy}`));
      await session.changed(saved());
      const { swollen } = session.page(2)!.view.slots.find(({ slot }) => slot === 'only')!;
      const { problems } = await session.state();
      const [, lines = '0'] = problems.flatMap(({ message }) => said.exec(message) ?? []);
      told.push([Number(lines), swollen]);
    }
    expect(told.some(([lines]) => lines > 0)).toBe(true);
    expect(told.filter(([lines, shown]) => lines > 0 && lines !== shown)).toEqual([]);
  });

  it('keeps a page that can no longer be made up, and goes on with the others', async () => {
    await session.start();
    const before = session.page(1);
    desk.edit('layouts/small/front.yaml', (text) =>
      text.replace('    - story: lead\n      style: news\n', '    - story: lead\n      style: news\n      height: 1\n'),
    );
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('采茶时节', '采茶忙'));
    await session.changed(saved());
    expect(await codes()).toEqual(['page-impossible']);
    expect(session.page(1)).toBe(before);
    expect(
      updates()
        .flat()
        .map(({ view }) => view.number),
    ).toEqual([2]);
    expect(session.page(2)!.view.slots.find(({ slot }) => slot === 'only')!.headline).toBe('采茶忙');
    desk.edit('layouts/small/front.yaml', (text) => text.replace('      height: 1\n', ''));
    await session.changed(saved());
    expect(await codes()).toEqual([]);
  });

  it('starts on broken files and takes up when they are mended', async () => {
    desk.edit('issues/7/issue.yaml', (text) => text.replace('paper: small', 'paper: smal'));
    await session.start();
    expect(await codes()).toEqual(['paper-unknown']);
    const [broken] = (await session.state()).broken;
    expect(broken).toMatchObject({ message: expect.stringMatching(/^there is no paper `smal`/) });
    expect(broken!.chinese).toEqual({ message: expect.stringMatching(/没有报纸“smal”$/), hint: '是不是`small`？' });
    expect((await session.state()).pages).toEqual([]);
    desk.edit('issues/7/issue.yaml', (text) => text.replace('paper: smal', 'paper: small'));
    await session.changed(saved());
    expect((await session.state()).pages.map(({ view }) => view.number)).toEqual([1, 2]);
    expect(await codes()).toEqual([]);
  });

  it('outlives a fault of the program', async () => {
    const font = readFileSync('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
    const fontsFile = join(desk.root, 'fonts.yaml');
    // The header is whole, so that only opening the font finds the rest lacking.
    writeFileSync(join(desk.root, 'cut.ttf'), font.subarray(0, 2000));
    const list = (song: string): string =>
      readFileSync(DEFAULT_FONTS, 'utf8').replace(/^song:.*\n(?: .*\n)+/m, `song: ${song}\n`);
    writeFileSync(fontsFile, list('cut.ttf'));
    open(fontsFile);
    await session.start();
    expect((await codes()).length).toBe(1);
    writeFileSync(join(desk.root, 'whole.ttf'), font);
    writeFileSync(fontsFile, list('whole.ttf'));
    await session.changed(saved(true));
    expect(await codes()).toEqual([]);
    expect((await session.state()).pages.length).toBe(2);
  });

  it('names other fonts where the font list changes, and all pages anew', async () => {
    const fontsFile = join(desk.root, 'fonts.yaml');
    writeFileSync(fontsFile, readFileSync(DEFAULT_FONTS));
    open(fontsFile);
    await session.start();
    const before = (await session.state()).fonts;
    heard = [];
    writeFileSync(
      fontsFile,
      `${readFileSync(DEFAULT_FONTS, 'utf8')}\nmore: package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf\n`,
    );
    await session.changed(saved(true));
    expect(heard.map(({ event }) => event)).toContain('state');
    expect((await session.state()).fonts.filter((name) => before.includes(name))).toEqual([]);
  });

  it('says of each problem which pages it is about, whatever its words name', async () => {
    desk.edit('issues/7/issue.yaml', (text) => text.replace(', right: river', ''));
    desk.edit('issues/7/articles/school.md', (text) => `${text}\n${'这是排不下的一段话，'.repeat(300)}\n`);
    desk.edit('issues/7/articles/tea.md', (text) => `${text}\n他说"采茶。\n`);
    await session.start();
    const { problems } = await session.state();
    const told = problems.map(({ code, pages }) => `${code} ${pages.join()}`);
    expect(told).toEqual(
      expect.arrayContaining(['slot-empty 1', 'article-unplaced ', 'overset 1', 'quote-unpaired 2']),
    );
    expect(told.filter((one) => !/ [12]?$/.test(one))).toEqual([]);
  });

  it('loses no save that comes while it works', async () => {
    await session.start();
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('采茶时节', '采茶'));
    const first = session.changed(saved());
    desk.edit('issues/7/articles/tea.md', (text) => text.replace('headline: 采茶', 'headline: 采茶又到时'));
    await Promise.all([first, session.changed(saved())]);
    expect(session.page(2)!.view.slots.find(({ slot }) => slot === 'only')!.headline).toBe('采茶又到时');
  });
});
