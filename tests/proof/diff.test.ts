import { describe, expect, it } from 'vitest';
import { lineInChinese } from '../../src/cli/chinese.js';
import { dumpPage } from '../../src/page/dump.js';
import { BLACK, type FrameItem, type Group, type Page, type PlacedItem } from '../../src/page/types.js';
import { diffDumps } from '../../src/proof/diff.js';
import { difference } from '../../src/proof/diff-items.js';
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
      '1 bridge: qr: 1 QR code of another size (3 of 2.00pt → 3 of 2.50pt pt)',
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

describe('what a change is called', () => {
  /** A story with a headline on a block, a line of Kai and one of Song, a frame and a rule. */
  const DUMP = `page 1 600.00×800.00
  50.00,50.00 [story bridge slot lead] 300.00×200.00
    0.00,20.00 [headline] 300.00×20.00
      0.00,15.00 text 24.00pt 0/0/0/0 on 0/95/90/0 “新桥“通车”” Hei …5.000em
    0.00,60.00 [paragraph] 300.00×60.00
      0.00,10.00 text 10.00pt dark red “两岸步行” Kai …3.000em
      0.00,25.00 text 10.00pt dark red “居民过桥” Song …3.000em
      0.00,40.00 text 10.00pt dark red “夜里亮灯” Song …3.000em
      0.00,55.00 text 10.00pt dark red “灯有百盏” Song …3.000em
    0.00,0.00 area 300.00×200.00 fill 0/0/0/10 stroke 0.50pt 0/0/0/100
    0.00,100.00 rule to 300.00,0.00 0.35pt 0/0/0/100
`;
  const told = (...edits: readonly (readonly [string, string])[]): string[] =>
    words(
      [DUMP],
      [
        edits.reduce((dump, [from, to]) => {
          expect(dump).toContain(from);
          return dump.replace(from, to);
        }, DUMP),
      ],
    );

  it.each([
    ['words on a block', '“通车”', '“开通”', 'headline text “新桥“【通车】”” → “新桥“【开通】””'],
    [
      'a block',
      'on 0/95/90/0',
      'on 0/0/0/100',
      'headline: 1 line in another ink (0/0/0/0 on 0/95/90/0 → 0/0/0/0 on 0/0/0/100)',
    ],
    ['a face', 'Kai', 'Hei', 'body: 1 line in another face (Kai → Hei)'],
    ['a spot colour', 'dark red “居', 'dark blue “居', 'body: 1 line in another ink (dark red → dark blue)'],
    ['a spacing', 'Kai …3.000em', 'Kai …3.020em', 'body: 1 line spaced differently'],
    ['a rule’s width', '0.35pt', '0.5pt', 'story: 1 rule thicker (0.35 → 0.5 pt)'],
    ['a frame’s width', 'stroke 0.50pt', 'stroke 0.25pt', 'story: 1 area thinner (0.5 → 0.25 pt)'],
    ['a rule’s ink', '0.35pt 0/0/0/100', '0.35pt 0/95/90/0', 'story: 1 rule in another ink (0/0/0/100 → 0/95/90/0)'],
    [
      'a tint',
      'fill 0/0/0/10 ',
      'fill 0/0/0/20 ',
      'story: 1 area in another ink (fill 0/0/0/10 stroke 0/0/0/100 → fill 0/0/0/20 stroke 0/0/0/100)',
    ],
    ['a rule’s length', 'to 300.00,', 'to 280.00,', 'story: 1 rule of another size (300.00,0.00 → 280.00,0.00 pt)'],
    ['a line’s place', '0.00,25.00', '0.28,25.00', 'body: 1 line 0.1 mm further right'],
    ['a headline’s place', '0.00,20.00', '0.00,18.00', 'headline: 1 line 0.7 mm higher'],
    ['a rule’s place', '0.00,100.00', '0.00,115.00', 'story: 1 rule 1 line lower'],
    ['the least that a dump shows', '0.00,100.00', '0.01,100.00', 'story: 1 rule 0.004 mm further right'],
  ])('%s', (_, from, to, expected) => {
    expect(told([from, to])).toEqual([`1 bridge: ${expected}`]);
  });

  it('names the look of all lines where they are no longer the same lines, and only what all of them had', () => {
    const longer = ['居民过桥', '居民天天过桥'] as const;
    const black = ['两', '居', '夜', '灯'].map((first) => [`dark red “${first}`, `black “${first}`] as const);
    expect(told(longer, ...black)).toEqual([
      '1 bridge: body text “岸步行居民【】过桥夜里亮” → “岸步行居民【天天】过桥夜里亮”; body in another ink (dark red → black)',
    ]);
    expect(told(longer, ['dark red “两', 'black “两'])).toEqual([
      '1 bridge: body text “岸步行居民【】过桥夜里亮” → “岸步行居民【天天】过桥夜里亮”',
    ]);
  });

  it('lets go of where the parts of a changed story stand, and counts what goes many ways', () => {
    expect(told(['0.00,100.00', '0.00,102.00'], ['“通车”', '“开通”'])).toEqual([
      '1 bridge: headline text “新桥“【通车】”” → “新桥“【开通】””',
    ]);
    const ways = [10, 25, 40, 55].map((y, index) => [`0.00,${y}.00`, `${index + 1}.00,${y}.00`] as const);
    expect(told(...ways.slice(0, 2))).toEqual([
      '1 bridge: body: 1 line 0.4 mm further right; body: 1 line 0.7 mm further right',
    ]);
    expect(told(...ways)).toEqual(['1 bridge: body: 4 pieces stand elsewhere']);
  });

  it('says nothing of what follows: frames and rules of a taller story, a space where a headline breaks', () => {
    const taller = ['300.00×200.00\n', '300.00×215.00\n'] as const;
    expect(told(taller, ['area 300.00×200.00', 'area 300.00×215.00'])).toEqual(['1 bridge: 1 line taller']);
    const spaced = DUMP.replace('新桥“通车”', '新桥 通车');
    const broken = spaced.replace(/(.*)“新桥 通车”(.*\n)/, '$1“新桥”$2$1“通车”$2');
    expect(words([spaced], [broken])).toEqual(['1 bridge: headline 1 line longer']);
  });

  it('tells another order', () => {
    const [rule, area] = [DUMP.split('\n').at(-2)!, DUMP.split('\n').at(-3)!];
    expect(told([`${area}\n${rule}`, `${rule}\n${area}`])).toEqual(['1 bridge: its parts stand in another order']);
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
