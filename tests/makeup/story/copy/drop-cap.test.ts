import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../../../src/issue/types.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import { dropCapOf } from '../../../../src/makeup/story/copy/drop-cap.js';
import { endsOf, textIn } from '../../../../src/page/stretches.js';
import type { Glyphs, Tag } from '../../../../src/page/types.js';
import {
  article,
  body,
  crosshead,
  deskOf,
  fonts,
  layouts,
  make,
  makeOne,
  other,
  paragraph,
  plan,
  quotation,
  template,
} from '../../desk.js';
import { seenIn } from '../../seen.js';

const { leading, bodySize: em, measure } = layouts.paper.grid;
const style = layouts.styles.stories.get('third-song')!;

/** A story in so many columns whose first character drops, and a long one beside it. */
const treeOf = (columns: number, lines: number): string =>
  `  columns:\n    - story: only\n      style: third-song\n      width: ${columns}\n      drop-cap: ${lines}\n    - story: other\n      style: third-song\n      width: ${6 - columns}`;
const pageOf = (only: Article, lines = 3, columns = 1): MadePage =>
  make(
    deskOf(
      [template('page', treeOf(columns, lines))],
      [only, other],
      [plan([1], ['page'], { only: 'only', other: 'other' })],
    ),
  )[0]!;

interface Set {
  readonly part: string;
  readonly x: number;
  readonly y: number;
  readonly item: Glyphs;
}

const BODY: readonly Tag['part'][] = ['paragraph', 'drop-cap', 'crosshead', 'verse'];

/** The lines of the story’s body, in painting order. */
const linesIn = ({ pages }: MadePage): readonly Set[] =>
  seenIn(pages[0]!.frame).flatMap(({ x, y, item, parts, slot }): readonly Set[] => {
    const part = parts.at(-1)!;
    return item.kind === 'glyphs' && slot === 'only' && BODY.includes(part) ? [{ part, x, y, item }] : [];
  });
const said = (lines: readonly Set[]): string => lines.map(({ item }) => textIn(item.stretches)).join('');
const startOf = ({ x, item }: Set): number => x + endsOf(item.stretches)!.first.x * item.size;

describe('a drop cap', () => {
  it.each([2, 3, 4])('is as tall as %i lines, which stand beside it, and the others under it', (count) => {
    const lines = linesIn(pageOf(article('only', { body: body(12) }), count));
    const [cap, ...rest] = lines;
    expect([cap!.part, textIn(cap!.item.stretches)]).toEqual(['drop-cap', '新']);
    expect(cap!.item.size).toBeCloseTo((count - 1) * leading + em);
    const first = rest[0]!;
    // Its em box begins and ends with those of the lines.
    expect(cap!.y - 0.88 * cap!.item.size).toBeCloseTo(first.y - 0.88 * em);
    expect(cap!.y + 0.12 * cap!.item.size).toBeCloseTo(rest[count - 1]!.y + 0.12 * em);
    const inset = (line: Set): number => (line.x + endsOf(line.item.stretches)!.first.x * em - cap!.x) / em;
    const beside = rest.slice(0, count).map(inset);
    for (const own of beside) {
      expect(own * em).toBeGreaterThan(cap!.item.size + 0.2 * em);
      expect(own * em).toBeLessThan(cap!.item.size + 0.8 * em);
      expect((own * 2) % 1).toBeCloseTo(0);
    }
    expect(inset(rest[count]!)).toBeCloseTo(0);
    const widest = Math.max(...rest.map((line) => (startOf(line) - cap!.x) / em + 1));
    expect(widest).toBeLessThanOrEqual(measure);
  });

  it('is said once, first, and counted; nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (paragraphs, lines, columns) => {
          const only = article('only', { body: body(paragraphs) });
          const made = pageOf(only, lines, columns);
          const all = only.body.map((block) => (block.kind === 'paragraph' ? block.runs[0]!.text : '')).join('');
          expect(said(linesIn(made))).toBe(all);
          const [fit] = made.pages[0]!.stories.filter(({ id }) => id === 'only');
          expect(fit!.chars).toBe(all.length);
          expect(fit!.overset).toEqual({ lines: 0, chars: 0 });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('stands beside its own paragraph alone, however short that is', () => {
    const lines = linesIn(pageOf(article('only', { body: [paragraph('新桥。'), ...body(12)] }), 3));
    const [cap, first, second] = lines;
    expect(textIn(first!.item.stretches)).toBe('桥。');
    expect((second!.y - first!.y) / leading).toBeCloseTo(3);
    expect(second!.x).toBeCloseTo(cap!.x);
  });

  it('is not taken from a paragraph of one character, which would be lost with it', () => {
    const only = article('only', { body: [paragraph('新'), ...body(12)] });
    expect(said(linesIn(pageOf(only)))).toMatch(/^新新桥横跨/);
  });

  it.each([
    ['a column less tall than it', 'width: 6, height: 4, headline: beside, cover: 1, drop-cap: 4'],
    ['a column with room for a few characters beside it', 'width: 2, divide: 4, drop-cap: 4'],
  ])('there is none in %s', (_, looks) => {
    const tree = `
  ${looks.includes('height') ? 'rows' : 'columns'}:
    - { story: only, style: brief, ${looks} }
    - { story: other, style: third-song }`;
    const madeOf = (own: string): MadePage => makeOne(own, { only: article('only', { body: body(8) }), other });
    const lines = linesIn(madeOf(tree));
    expect(lines.map(({ part }) => part)).not.toContain('drop-cap');
    expect(said(lines)).toBe(said(linesIn(madeOf(tree.replace(', drop-cap: 4', '')))));
  });

  it.each([
    ['overset', 1],
    ['that goes on elsewhere', 2],
  ])('there is none where the last column, of a story %s, has too few lines for it', (_, count) => {
    const capIn = (height: number): readonly [foot: number, end: number] | null => {
      const tree = `
  columns:
    - rows:
        - { story: only, style: brief, drop-cap: 4, height: ${height} }
        - { story: beside, style: third-song }
      width: 1
    - { story: other, style: third-song }`;
      const stories = ['only', 'beside', 'other', 'last'].map((id) => article(id, { body: body(80) }));
      const slots = { only: 'only', beside: 'beside', other: 'other' };
      const pages = [plan([1], ['page'], slots), plan([2], ['page'], { only: '+only', other: 'last' })];
      const [made] = make(deskOf([template('page', tree)], stories, pages.slice(0, count)));
      const seen = seenIn(made!.pages[0]!.frame).filter(({ slot }) => slot === 'only');
      const partOf = (part: Tag['part']) => seen.find(({ item }) => item.kind === 'group' && item.tag.part === part);
      const [cap, jump] = [partOf('drop-cap'), partOf('jump')];
      return cap === undefined ? null : [cap.y + 4 * leading, jump?.y ?? seen[0]!.y + height * leading];
    };
    const caps = [5, 6, 7, 8, 9, 10].map(capIn);
    expect(caps).toContain(null);
    const placed = caps.filter((cap) => cap !== null);
    expect(placed).not.toEqual([]);
    for (const [foot, end] of placed) expect(foot).toBeLessThan(end + 0.01);
  });

  it('drops from the story’s beginning, not from where it goes on', () => {
    const only = article('only', { body: [paragraph('新桥横跨淦河，两岸居民步行过桥只要三分钟。'.repeat(60))] });
    const pages = [
      plan([1], ['page'], { only: 'only', other: 'other' }),
      plan([2], ['page'], { only: '+only', other: 'last' }),
    ];
    const last = article('last', { body: body(80) });
    const [front, later] = make(deskOf([template('page', treeOf(1, 3))], [only, other, last], pages));
    const parts = [front!, later!].map((made) => linesIn(made).filter(({ part }) => part === 'drop-cap').length);
    expect(parts).toEqual([1, 0]);
    const [run] = (only.body[0] as Extract<Block, { kind: 'paragraph' }>).runs;
    expect(said(linesIn(front!)) + said(linesIn(later!))).toBe(run!.text);
  });

  it.each([
    ['a mark', paragraph('“新桥通车。”')],
    ['a number', paragraph('2021年，新桥通车。')],
    [
      'strong words',
      {
        ...paragraph(''),
        runs: [{ text: '本报讯', strong: true, emphasis: false, span: { file: '', start: 0, end: 0 } }],
      } as Block,
    ],
    ['a character that a mark follows', paragraph('新，这个字怎么写？')],
    [
      'a character that a mark of another run follows',
      {
        ...paragraph('新'),
        runs: ['新', '，新桥'].map((text, index) => ({
          text,
          strong: index === 1,
          emphasis: false,
          span: { file: '', start: 0, end: 0 },
        })),
      } as Block,
    ],
    ['a character alone', paragraph('新')],
    ['a crosshead', crosshead('新桥')],
    ['a quotation', quotation(0, ['新桥通车。'])[0]!],
    ['a character that the headline’s face lacks', paragraph('\u{2A6D6}新桥。')],
    ['nothing', { ...paragraph(''), runs: [] } as Block],
  ])('there is none of %s', (_, block) => {
    expect(dropCapOf(block, 3, style, fonts)).toBeNull();
  });
});
