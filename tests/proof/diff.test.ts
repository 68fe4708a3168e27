import { describe, expect, it } from 'vitest';
import { lineInChinese } from '../../src/cli/chinese.js';
import { dumpPage } from '../../src/page/dump.js';
import { BLACK, type FrameItem, type Group, type Page, type PlacedItem } from '../../src/page/types.js';
import { diffDumps } from '../../src/proof/diff.js';
import { difference } from '../../src/proof/diff-words.js';
import { holdChinese } from '../diagnostics/chinese/held.js';
import { line } from '../pdf/pages.js';

const at = (x: number, y: number, item: FrameItem): PlacedItem => ({ at: { x, y }, item });
const group = (tag: Group['tag'], height: number, children: readonly PlacedItem[]): Group => ({
  kind: 'group',
  tag,
  frame: { size: { width: 300, height }, children },
});

interface Shape {
  readonly story?: string;
  readonly slot?: string;
  readonly headline?: string;
  readonly size?: number;
  readonly lines?: readonly string[];
  readonly crop?: number;
}

/** A story of a headline, lines of 15 pt and a picture, as make-up groups them. */
const story = ({ headline = '新桥通车', size = 28, lines = TEN, crop = 1, ...tag }: Shape): Group =>
  group({ part: 'story', story: tag.story ?? 'bridge', slot: tag.slot ?? 'lead' }, 200 + lines.length * 15, [
    at(0, 30, group({ part: 'headline' }, 40, [at(0, 30, line(headline, size))])),
    at(
      0,
      80,
      group({ part: 'paragraph' }, lines.length * 15, [
        at(
          0,
          0,
          group(
            { part: 'paragraph' },
            lines.length * 15,
            lines.map((text, index) => at(0, index * 15, line(text))),
          ),
        ),
      ]),
    ),
    at(0, 60, {
      kind: 'image',
      file: 'photos/river.jpg',
      size: { width: 100, height: 80 },
      crop: { x: 0, y: 0, width: 1, height: crop },
      alt: '',
    }),
  ]);
const TEN = Array.from({ length: 10 }, (_, index) => `第${index}行两岸居民步行过桥`);

const page = (children: readonly PlacedItem[], number = 1, width = 600): string => {
  const made: Page = { number, stories: [], frame: { size: { width, height: 800 }, children } };
  return dumpPage(made);
};
const words = (before: readonly string[], after: readonly string[]): string[] =>
  diffDumps(before, after).changes.map((change) => {
    const line = `${change.name}: ${change.words.join('; ')}`;
    holdChinese(line, lineInChinese(`  ${line}`));
    return `${change.page} ${line}`;
  });

const other = story({ story: 'school', slot: 'left' });
const plain = page([at(50, 50, story({})), at(50, 500, other)]);

describe('diffDumps', () => {
  it('says nothing of equal pages', () => {
    expect(diffDumps([plain], [plain])).toEqual({ changes: [], pagesAdded: [], pagesGone: [] });
  });

  it('tells a shorter story with a smaller headline from one that only moves up', () => {
    const shorter = story({ size: 24, lines: TEN.slice(0, 7) });
    expect(words([plain], [page([at(50, 50, shorter), at(50, 455, other)])])).toEqual([
      '1 bridge: 3 lines shorter; body 3 lines shorter; body text “民步行过桥【第7行两岸居民步行过桥第8行两岸居民步行过桥第9…】” → “民步行过桥【】”; headline smaller (28 → 24 pt)',
      '1 school: stands 3 lines higher',
    ]);
  });

  it('shows the one character that changed, and names no other story', () => {
    const changed = story({ lines: TEN.map((text, index) => (index === 4 ? text.replace('居', '市') : text)) });
    expect(words([plain], [page([at(50, 50, changed), at(50, 500, other)])])).toEqual([
      '1 bridge: body text “第4行两岸【居】民步行过桥” → “第4行两岸【市】民步行过桥”',
    ]);
  });

  it('sees another crop, another break, another spacing', () => {
    const broken = [`${TEN[0]}第`, TEN[1]!.slice(1), ...TEN.slice(2)];
    expect(words([plain], [page([at(50, 50, story({ crop: 0.9 })), at(50, 500, other)])])).toEqual([
      '1 bridge: picture cropped otherwise',
    ]);
    expect(words([plain], [page([at(50, 50, story({ lines: broken })), at(50, 500, other)])])).toEqual([
      '1 bridge: body: 2 lines broken differently',
    ]);
  });

  it('says that a QR code leads elsewhere, is of another size, or gone', () => {
    const code = (link: string, side: number): string => {
      const squares: FrameItem = { kind: 'squares', side, rows: ['101', '010', '111'], ink: BLACK };
      const one = group({ part: 'qr', story: 'bridge', link }, 60, [at(5, 5, squares)]);
      return page([at(50, 50, group({ part: 'story', story: 'bridge', slot: 'lead' }, 400, [at(0, 90, one)]))]);
    };
    const before = code('https://a.example/', 2);
    expect(words([before], [code('https://b.example/?c=1', 2)])).toEqual([
      '1 bridge: the QR code leads to https://a.example/ → https://b.example/?c=1',
    ]);
    expect(words([before], [code('https://a.example/', 2.5)])).toEqual([
      '1 bridge: qr: 1 QR code of another extent or ink',
    ]);
    const none = page([at(50, 50, group({ part: 'story', story: 'bridge', slot: 'lead' }, 400, []))]);
    expect(words([before], [none])).toEqual(['1 bridge: qr: 1 QR code → 0']);
  });

  it('follows a story to another page and names new and gone ones', () => {
    const news = story({ story: 'fire', slot: 'left' });
    const before = [plain, page([], 2)];
    const after = [page([at(50, 50, story({})), at(50, 500, news)]), page([at(50, 500, other)], 2)];
    expect(words(before, after)).toEqual([
      '1 fire: is new here',
      '2 school: moves from page 1, slot left to page 2, slot left',
    ]);
    expect(words([plain], [page([at(50, 50, story({}))])])).toEqual(['1 school: is gone from here']);
  });

  it('tells pages that come and go, and another sheet', () => {
    const { pagesAdded, pagesGone } = diffDumps([plain, page([], 3)], [plain, page([], 2)]);
    expect({ pagesAdded, pagesGone }).toEqual({ pagesAdded: [2], pagesGone: [3] });
    expect(words([page([], 1)], [page([], 1, 620)])).toEqual(['1 sheet: sheet 600×800 pt → 620×800 pt']);
  });
});

describe('difference', () => {
  it.each([
    ['一二三四五六七八', '一二三四X六七八', '“一二三四【五】六七八” → “一二三四【X】六七八”'],
    ['一二三', '一二二三', '“一二【】三” → “一二【二】三”'],
    ['𠮷野家', '吉野家', '“【𠮷】野家” → “【吉】野家”'],
  ])('%s → %s', (before, after, expected) => {
    expect(difference(before, after)).toBe(expected);
  });
});
