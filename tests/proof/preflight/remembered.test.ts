import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { imagesOf } from '../../../src/pdf/items.js';
import { preparePictures } from '../../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { preflight } from '../../../src/proof/preflight/preflight.js';
import { preflightRemembered } from '../../../src/proof/preflight/remembered.js';
import type { PreflightProfile } from '../../../src/proof/preflight/types.js';
import { madePdf, stream } from '../../pdf/drawing/made.js';
import { facts, fonts, line, page, writePdf } from '../../pdf/pages.js';

const installed = vi.hoisted(() => ({ other: '' }));
vi.mock('../../../src/cache/library.js', async (original) => {
  const library = await original<typeof import('../../../src/cache/library.js')>();
  return { ...library, pictureLibrary: () => library.pictureLibrary() + installed.other };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-remembered-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const kept = (): string[] => readdirSync(folder);

const profile: PreflightProfile = { standard: 'x1a' };
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
let own: Uint8Array[];
let whole: Uint8Array;
beforeAll(async () => {
  const press = (await loadPress(null, 'test condition')).value!;
  const none = await preparePictures([], { path: (file) => file }, press);
  // The second page has a fault: red type too small for two inks.
  const pages = [line('咸宁日报'), line('咸宁', 7, { c: 0, m: 100, y: 100, k: 0 })].map((text, index) =>
    page([[100, 100, text]], index + 1),
  );
  const write = (some: typeof pages) => writePdf(some, facts, fonts, none, press);
  own = await Promise.all(pages.map((each) => write([each])));
  whole = await write(pages);
});

describe('what is remembered', () => {
  it('is each file, each page and the profile once: the whole issue holds the pages of their own files', async () => {
    for (const file of own) await preflightRemembered([file], profile, folder);
    expect(kept()).toHaveLength(2 + 2 + 1);
    const report = await preflightRemembered([whole], profile, folder);
    expect(kept()).toHaveLength(2 + 2 + 1 + 1);
    expect(report).toEqual(await preflight([whole], profile));
    expect(report.findings.map(({ check, page }) => [check, page])).toEqual([['multi-ink-text', 2]]);
  });

  it('says the same again', async () => {
    const files = [...own, whole];
    const said: unknown[] = [];
    for (const file of [...files, ...files]) said.push(await preflightRemembered([file], profile, folder));
    expect(said.slice(files.length)).toEqual(said.slice(0, files.length));
    expect(said.at(-1)).toEqual(await preflight([whole], profile));
  });

  it('is made anew with another picture library: it may see other inks', async () => {
    await preflightRemembered([own[0]!], profile, folder);
    const before = kept().length;
    installed.other = ' of another version';
    await preflightRemembered([own[0]!], profile, folder);
    installed.other = '';
    expect(kept().length).toBeGreaterThan(before);
  });

  it('is made anew where it is damaged', async () => {
    await preflightRemembered([whole], profile, folder);
    expect(kept().length).toBeGreaterThan(2);
    for (const name of kept()) writeFileSync(join(folder, name), 'damaged');
    expect(await preflightRemembered([whole], profile, folder)).toEqual(await preflight([whole], profile));
  });

  it('is the inks of a picture, for the next page that shows it so', async () => {
    const size = { width: 200, height: 150 };
    const photo = { kind: 'image', file: 'forest-stream.jpg', size, crop: WHOLE, alt: '' } as const;
    const write = async (text: string, across: number): Promise<Uint8Array> => {
      const pages = [
        page([
          [across, 200, photo],
          [across, 230, line(text, 30)],
        ]),
      ];
      const press = (await loadPress(null, 'test condition')).value!;
      const pictures = await preparePictures(
        pages.flatMap(imagesOf),
        { path: (file) => join('issues/12867/photos', file) },
        press,
        folder,
      );
      return writePdf(pages, facts, fonts, pictures, press);
    };
    const seen = (): number => readdirSync(folder).filter((name) => name.startsWith('picture-')).length;
    for (const [text, across, known] of [
      ['咸宁', 100, 1],
      ['日报', 100, 1],
      ['日报', 147, 1],
      ['日报', 100.5, 2],
    ] as const) {
      const file = await write(text, across);
      const report = await preflightRemembered([file], profile, folder);
      expect(report).toEqual(await preflight([file], profile));
      expect(report.facts.maxInk).toBeGreaterThan(150);
      expect(seen(), `${text} at ${across}`).toBe(known);
    }
    for (const name of readdirSync(folder)) if (!name.startsWith('picture-')) rmSync(join(folder, name));
    const file = await write('日报', 147);
    expect(await preflightRemembered([file], profile, folder)).toEqual(await preflight([file], profile));
  });

  it('is a long form in short, wherever it stands: its curves are followed once', async () => {
    const star = Array.from({ length: 2000 }, (_, at) => `${50 + 40 * Math.cos(at)} ${50 + 40 * Math.sin(at)} l`);
    const write = (place: string, width: number): Buffer =>
      madePdf({
        content: `${place} cm /X Do`,
        resources: '<< /XObject << /X 10 0 R >> >>',
        objects: [
          stream(
            `0 1 1 0 K ${width} w 50 50 m ${star.join(' ')} s`,
            '/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << >>',
          ),
        ],
      });
    const seen = (): number => kept().filter((name) => name.startsWith('form-')).length;
    const linesIn = async (file: Buffer): Promise<string[]> => {
      const report = await preflightRemembered([file], profile, folder);
      expect(report).toEqual(await preflight([file], profile));
      return report.findings.filter(({ check }) => check === 'lines').map(({ message }) => message);
    };
    for (const [place, width, lines, known] of [
      ['1 0 0 1 0 0', 2, [], 1],
      ['1 0 0 1 10 10', 2, [], 1],
      ['.1 0 0 .1 10 10', 2, ['a rule of 0.2 pt'], 1],
      ['0 .5 -.5 0 50 10', 2, ['a rule of 1 pt in 2 inks'], 1],
      ['1 0 0 1 0 0', 1, ['a rule of 1 pt in 2 inks'], 2],
    ] as const) {
      expect(await linesIn(write(place, width)), place).toEqual(lines);
      expect(seen(), place).toBe(known);
    }
    for (const name of kept()) writeFileSync(join(folder, name), 'damaged');
    expect(await linesIn(write('1 0 0 1 10 10', 2))).toEqual([]);
  });

  it('is of these limits alone', async () => {
    await preflightRemembered([whole], profile, folder);
    const coarse: PreflightProfile = { ...profile, limits: { multiInkText: 5 } };
    expect((await preflightRemembered([whole], coarse, folder)).findings).toEqual([]);
  });
});
