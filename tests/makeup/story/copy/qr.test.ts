import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm } from '../../../../src/geometry/units.js';
import type { Block } from '../../../../src/issue/types.js';
import { checkGlyphs } from '../../../../src/makeup/glyphs.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import { qrCopy } from '../../../../src/makeup/story/copy/qr.js';
import { textIn as wordsIn } from '../../../../src/page/stretches.js';
import type { Glyphs, Squares } from '../../../../src/page/types.js';
import {
  article,
  body,
  crosshead,
  deskOf,
  fonts,
  inOneColumn,
  jumping,
  layouts,
  makeOne,
  ONE_COLUMN,
  other,
  paragraph,
  plan,
  qr,
  template,
  textIn,
  textOf,
} from '../../desk.js';
import { type Seen, seenIn } from '../../seen.js';

const { leading, bodySize: em, measure } = layouts.paper.grid;
const style = layouts.styles.stories.get('third-song')!;

const seenOn = ({ pages }: MadePage): readonly Seen[] => pages.flatMap(({ frame }) => seenIn(frame));

/** The QR code of a page: its place, its squares, its words. */
const codeOn = (made: MadePage) => {
  const seen = seenOn(made);
  const group = seen.find(({ item }) => item.kind === 'group' && item.tag.part === 'qr');
  if (group?.item.kind !== 'group') return null;
  const squares = seen.find(({ item }) => item.kind === 'squares')!;
  const words = seen.filter(({ parts }) => parts.at(-1) === 'qr-words');
  const { width, height } = group.item.frame.size;
  return { tag: group.item.tag, top: group.y, left: group.x, width, height, squares, words };
};

const squaresOf = ({ item }: Seen): Squares => item as Squares;
const glyphsOf = ({ item }: Seen): Glyphs => item as Glyphs;

describe('a QR code in a column', () => {
  it('stands in whole lines of the grid, in its column, with white of four squares round it and its words beside', () => {
    const made = inOneColumn([...body(3), qr('扫码看视频'), ...body(20)]);
    const { tag, left, top, width, height, squares, words } = codeOn(made)!;
    const { side, rows } = squaresOf(squares);
    expect(tag).toEqual({ part: 'qr', story: 'only', link: 'https://news.example/' });
    expect(width).toBeCloseTo(measure * em);
    expect(height / leading).toBeCloseTo(Math.ceil((33 * mm(0.55)) / leading));
    expect(side * (rows.length + 8)).toBeCloseTo(height);
    expect(squares.y - top).toBeCloseTo(4 * side);
    const [line] = words;
    expect(words.map((one) => wordsIn(glyphsOf(one).stretches))).toEqual(['扫码看视频']);
    const start = line!.x + glyphsOf(line!).stretches[0]!.along[0]! * style.caption.size;
    const codeEnd = squares.x + side * rows.length;
    expect(start - codeEnd).toBeCloseTo(4 * side);
    const end = start + 5 * style.caption.size;
    expect((squares.x - 4 * side + end) / 2).toBeCloseTo(left + width / 2);
  });

  it('has its words under it where the column is narrow, and stands in the middle without any', () => {
    const of = (words: string, ems: number) => qrCopy(qr(words), article('a'), style, fonts).at(ems);
    const beside = of('扫码看更多', 20);
    expect(beside.first).toBeLessThan(beside.lines);
    const narrow = of('扫码看更多', 7);
    expect([narrow.first, narrow.lines]).toEqual([beside.lines, beside.lines + 1]);
    const bare = of('', 20);
    expect(bare.words).toEqual([]);
    expect(bare.squares.x + (bare.squares.side * 25) / 2).toBeCloseTo((20 * em) / 2);
    // Narrower than it likes to be: all of the column.
    const least = of('', 4);
    expect(least.squares.side * 33).toBeCloseTo(4 * em);
    expect(least.lines).toBe(Math.ceil((4 * em) / leading));
    expect(least.squares.y + 29 * least.squares.side).toBeLessThanOrEqual(least.lines * leading);
  });

  it('has its words under it where one of them would not break beside it', () => {
    const at = (words: string) => qrCopy(qr(words), article('a'), style, fonts).at(measure - 2);
    expect(at('微信公众号：某某某某某某某某').first).toBeLessThan(4);
    const under = at('微信公众号：ExampleDailyNews2021');
    expect(under.first).toBe(Math.ceil((33 * mm(0.55)) / leading));
    const widest = Math.max(...under.words.map(({ width }) => width));
    expect(widest * style.caption.size).toBeLessThanOrEqual((measure - 2) * em);
  });

  it.each([
    ['squares too small for newsprint', qr('', 57), ['qr-small']],
    ['words that are wider than the column', qr('ExampleDailyNewsDepartment'), ['line-overfull']],
    ['neither', qr('扫码看'), []],
  ])('is told of where a narrow column gives it %s', (_, code, codes) => {
    const tree = `
  columns:
    - { story: only, style: third-song, width: 2, divide: 4 }
    - { story: other, style: third-song, width: 4 }`;
    const made = makeOne(tree, { only: article('only', { body: [...body(12), code, ...body(12)] }), other });
    expect(codeOn(made)).not.toBeNull();
    const told = made.diagnostics.filter(({ code }) => code === 'qr-small' || code === 'line-overfull');
    expect(told.map(({ code }) => code)).toEqual(codes);
  });

  it('has as many lines as its words need', () => {
    const many = qrCopy(
      qr('扫一扫二维码看记者从现场发回的更多图片和视频报道'.repeat(3)),
      article('a'),
      style,
      fonts,
    ).at(12);
    expect(many.words.length).toBeGreaterThan(4);
    expect(many.lines).toBe(many.words.length);
    expect(many.first).toBe(0);
  });

  it('is never parted, and no text lies over it, wherever in three columns it comes to stand', () => {
    const tree = ONE_COLUMN.replace('width: 1', 'width: 3').replace('width: 5', 'width: 3');
    const columns = new Set<number>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.boolean(), (before, headed) => {
        // Of one line each: none bends, so that the code comes to stand on every line of a column.
        const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('新桥通车。'));
        const head = headed ? [crosshead('小标题')] : [];
        const blocks = [...lines(before), ...head, qr('扫码看'), ...lines(210 - before)];
        const made = makeOne(tree, { only: article('only', { body: blocks }), other });
        const { left, top, width, height } = codeOn(made)!;
        columns.add(Math.round(left));
        const texts = seenOn(made).filter(({ item, parts }) => item.kind === 'glyphs' && !parts.includes('qr'));
        const over = texts.filter(({ x, y }) => {
          const beside = x > left + width - 1 || x < left - 3 * em;
          return !beside && y > top + 1 && y - style.body.size < top + height - 1;
        });
        expect(over.map((one) => wordsIn(glyphsOf(one).stretches))).toEqual([]);
        const line = (top - layouts.paper.typeArea.y) / leading;
        expect(line).toBeCloseTo(Math.round(line));
        expect(line + height / leading).toBeLessThan(layouts.paper.grid.lines + 0.01);
      }),
      // At a foot where it has no room, in columns that end alike.
      {
        numRuns: 60,
        examples: [
          [69, false],
          [141, false],
        ],
      },
    );
    expect(columns.size).toBe(3);
  });

  it('is not left out so that the text after it has room: that is overset', () => {
    const tree = `
  columns:
    - rows:
        - { story: only, style: brief, height: 24 }
        - { story: beside, style: third-song }
      width: 2
    - { story: other, style: third-song }`;
    const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('新桥通车。'));
    const blocks = [...lines(19), qr('扫码看'), ...lines(20)];
    const made = makeOne(tree, { only: article('only', { body: blocks }), beside: { ...other, id: 'beside' }, other });
    expect(codeOn(made)?.height).toBeCloseTo(4 * leading);
    const told = made.diagnostics.filter(({ code, message }) => code === 'overset' && message.includes('“only”'));
    expect(told.map(({ hint }) => hint)).toEqual([expect.stringMatching(/^cut about \d+ characters/)]);
  });

  it('goes on to another page with the rest of a story that jumps', () => {
    const only = article('only', { body: [...body(20), qr('扫码看')] });
    const [front, later] = jumping(only);
    expect([codeOn(front), codeOn(later)?.words.length]).toEqual([null, 1]);
    const printed = `${textIn(front, 'only')}${textIn(later, 'only')}`;
    expect(`${printed}扫码看`.replace(/\s/g, '')).toBe(textOf(only).replace(/\s/g, ''));
  });

  it('is overset as a whole where it finds no room', () => {
    const made = inOneColumn([...body(40), qr('扫码看')]);
    expect(codeOn(made)).toBeNull();
    const [fit] = made.pages[0]!.stories.filter(({ id }) => id === 'only');
    const all = textOf(article('a', { body: [...body(40), qr('扫码看')] })).replace(/\s/g, '').length;
    expect(fit!.chars + fit!.overset.chars).toBe(all);
  });

  describe('that is taller than its columns', () => {
    const flat = `
  rows:
    - { story: only, style: brief, height: 8 }
    - { story: other, style: third-song }`;
    const madeOf = (blocks: readonly Block[]): MadePage =>
      makeOne(flat, { only: article('only', { body: blocks }), other });

    it.each([[0], [1], [3]])('is left out behind %i paragraphs, and told with what it needs', (before) => {
      const only = [...body(before), qr('扫码看视频', 57), ...body(1)];
      const made = madeOf(only);
      expect(codeOn(made)).toBeNull();
      const [fit] = made.pages[0]!.stories.filter(({ id }) => id === 'only');
      const all = textOf(article('a', { body: only })).replace(/\s/g, '').length;
      expect(fit!.chars + fit!.overset.chars).toBe(all);
      expect(fit!.overset).toMatchObject({ lines: 7, chars: 5 });
      expect(made.diagnostics.filter(({ code }) => code === 'overset')).toMatchObject([
        {
          severity: 'error',
          hint: 'give the slot more height, or the QR code a shorter link: it needs 7 lines in one column',
        },
      ]);
    });
  });

  it('is told by the room that it needs where it is what finds none', () => {
    const hintOf = (blocks: readonly Block[]): string =>
      inOneColumn(blocks).diagnostics.find(({ code }) => code === 'overset')!.hint!;
    const [before, after] = [hintOf(body(40)), hintOf([...body(40), qr('')])].map((hint) =>
      Number(/cut about (\d+) characters/.exec(hint)![1]),
    );
    expect(after).toBe(before! + Math.ceil((33 * mm(0.55)) / leading) * measure);
  });

  it('has words of characters that its style’s font has, or that is told', () => {
    const only = article('only', { body: [...body(3), qr('扫码看\u{1F600}')] });
    const told = checkGlyphs(
      deskOf([template('page', ONE_COLUMN)], [only, other], [plan([1], ['page'], { only: 'only', other: 'other' })]),
    );
    expect(told.map(({ code }) => code)).toEqual(['glyph-missing']);
  });
});
