import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/issue/types.js';
import { COSTS } from '../../../../src/makeup/costs.js';
import { bodyOf, type ReadLine } from '../../../../src/makeup/faults/read.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import { isText, type TextBlock } from '../../../../src/makeup/story/copy/blocks.js';
import { type Copy, makeCopy } from '../../../../src/makeup/story/copy/copy.js';
import { partingCost } from '../../../../src/makeup/story/copy/quoted.js';
import {
  article,
  body,
  fonts,
  inOneColumn,
  jumping,
  layouts,
  makeOne,
  ONE_COLUMN,
  other,
  pieceIn,
  quotation,
  textIn,
  textOf,
} from '../../desk.js';

const { leading, bodySize: em, measure } = layouts.paper.grid;
const style = layouts.styles.stories.get('third-song')!;

/** The copy's first block, which is lines of text. */
const textBlock = ({ blocks }: Copy): TextBlock => {
  const [block] = blocks;
  if (!isText(block!)) throw new Error('no text');
  return block;
};

const POEM = ['床前明月光，', '疑是地上霜。', '举头望明月，', '低头思故乡。'];
const LONG = '我们在很长很长的被雨水洗得发亮的石板路上走过';

/** Printed lines: what each says, how many characters it stands in, and its line of the page. */
const linesIn = (made: MadePage): readonly { text: string; in: number; row: number; line: ReadLine }[] => {
  const piece = pieceIn(made, 'only');
  return bodyOf(piece).flatMap(({ lines }) =>
    lines.map((line) => ({
      text: line.text,
      in: Math.round(((line.box.left - line.start) / em) * 100) / 100,
      row: Math.round(((line.baseline - piece.box.top) / leading) * 100) / 100,
      line,
    })),
  );
};
const rowsOf = (made: MadePage, ...texts: readonly string[]): readonly number[] => {
  const lines = linesIn(made);
  return texts.map((text) => lines.find((line) => line.text.startsWith(text))!.row);
};

describe('quotations in a column', () => {
  it('stand in by two characters, indented, in Kai, flush on the right as the body is', () => {
    const words = '予观夫巴陵胜状，在洞庭一湖。衔远山，吞长江，浩浩汤汤，横无际涯；朝晖夕阴，气象万千。';
    const made = inOneColumn([...body(3), ...quotation(0, [words, '——《岳阳楼记》']), ...body(30)]);
    const lines = linesIn(made);
    const first = lines.findIndex(({ text }) => words.startsWith(text));
    const end = lines.findIndex(({ text }) => text.startsWith('——《岳'));
    const own = lines.slice(first, end);
    expect(own.map(({ text }) => text).join('')).toBe(words);
    expect(own[0]!.in).toBe(4);
    expect(own.slice(1).every((line) => line.in === 2)).toBe(true);
    for (const { line, text } of own.slice(0, -1)) {
      // A mark at the end has its right half trimmed.
      const most = line.start + measure * em + (/[，。；]$/.test(text) ? em / 2 : 0);
      expect(line.box.right).toBeCloseTo(most, 3);
    }
    expect(new Set(own.map(({ line }) => line.face))).toEqual(new Set([lines[end]!.line.face]));
    expect(lines[end]!.line.face).not.toBe(lines[0]!.line.face);
    // 7 characters and a trimmed mark: flush right.
    expect(lines[end]!.line.box.right - em / 2).toBeCloseTo(lines[end]!.line.start + measure * em, 3);
  });

  it('follow their style’s size and inset', () => {
    const small = { ...style, quote: { ...style.quote, size: style.body.size * 0.8, inset: 1 } };
    const story = article('only', { body: quotation(0, ['先天下之忧而忧，后天下之乐而乐。']) });
    expect(textBlock(makeCopy(story, small, fonts)).stand(12)).toEqual({ left: 1, measure: 14 });
  });

  it('bend as running text does; verse, and the line that says whose words they are, does not', () => {
    const [long] = body(1);
    const prose = long!.kind === 'paragraph' ? long!.runs[0]!.text.repeat(3) : '';
    const story = article('only', { body: quotation(0, [prose], POEM, ['——某人《一本书的名字》']) });
    const ways = makeCopy(story, style, fonts).at(12).choices;
    expect(ways.map(({ length }) => length > 1)).toEqual([true, false, false, false, false, false]);
  });

  it('keep stresses apart in their own face', () => {
    const [block] = quotation(0, ['先天下之忧而忧']);
    const stressed = { ...block!, runs: [{ ...(block as Block & { kind: 'paragraph' }).runs[0]!, emphasis: true }] };
    const copy = makeCopy(article('only', { body: [stressed as Block] }), style, fonts);
    expect(textBlock(copy).paragraph.runs[0]!.role).toBe(style.body.font);
    expect(style.quote.font).toBe(style.body.emphasis);
  });
});

describe('verse in a column', () => {
  it('stands line for line in the middle, by its longest line, stanzas a line apart', () => {
    const made = inOneColumn([...body(3), ...quotation(0, POEM, ['欲穷千里目，', '更上', '——某人']), ...body(30)]);
    const at = linesIn(made);
    const lines = [...POEM, '欲穷千里目，', '更上'];
    const own = at.filter(({ text }) => lines.includes(text));
    expect(own.map(({ text }) => text)).toEqual(lines);
    // 5 characters and a mark that has given up its free half.
    expect(own.every((line) => line.in === (measure - 5.5) / 2)).toBe(true);
    const [first, fourth, fifth, source, next] = rowsOf(made, POEM[0]!, POEM[3]!, '欲穷', '——某', '新桥横跨');
    expect([fourth! - first!, fifth! - fourth!, source! - fifth!]).toEqual([3, 2, 2]);
    expect(Number.isInteger(Math.round((next! - first!) * 100) / 100)).toBe(true);
  });

  it('turns over a line that is too long, a character further in', () => {
    const made = inOneColumn([...body(3), ...quotation(0, [POEM[0]!, LONG]), ...body(30)]);
    const own = linesIn(made).filter(({ text }) => text === POEM[0] || LONG.includes(text));
    expect(own.map((line) => line.in)).toEqual([0, 0, 1]);
    expect(own.map(({ text }) => text).join('')).toBe(POEM[0]! + LONG);
    expect(own[1]!.text.length).toBe(measure);
    expect(made.diagnostics.filter(({ code }) => code === 'line-overfull')).toEqual([]);
  });

  it('is no fault of make-up, wherever its lines stand', () => {
    const made = inOneColumn([
      ...body(3),
      ...quotation(0, [...POEM, '——李白']),
      ...body(3),
      ...quotation(1, ['短', '——李白']),
      ...body(20),
    ]);
    expect(made.faults.map(({ code }) => code)).not.toContain('column-broken');
  });

  it('has stanzas that no column’s end parts, lines that are not alone there, nor whose words they are, where that can be helped', () => {
    const blocks = [...body(1), ...quotation(0, POEM, ['甲', '乙'], ['——某人'])];
    const costs = blocks.map((_, index) => partingCost(blocks, index));
    const { verseOrphan, widow, stanzaParted } = COSTS;
    const within = [stanzaParted + verseOrphan, stanzaParted, stanzaParted + widow];
    expect(costs).toEqual([0, ...within, 0, stanzaParted + verseOrphan + widow, widow, 0]);
    const eight = quotation(0, [...POEM, ...POEM]);
    expect(partingCost(eight, 3)).toBe(stanzaParted / 2);
  });

  it('keeps a stanza of four lines together wherever in two columns it stands', () => {
    const tree = ['only', 'rest'].map((slot) => `    - story: ${slot}\n      style: third-song`).join('\n');
    const rest = article('rest', { body: body(28) });
    const rows = Array.from({ length: 12 }, (_, before) => {
      const only = article('only', { body: [...body(8 + before), ...quotation(0, POEM), ...body(20 - before, 40)] });
      const made = makeOne(`  rows:\n${tree.replaceAll('third-song', 'third-song\n      divide: 2')}`, { only, rest });
      return rowsOf(made, ...POEM);
    });
    const parted = rows.filter(([first, , , last]) => Math.round(last! - first!) !== 3);
    expect(parted).toEqual([]);
  });
});

describe('a story with verse that jumps', () => {
  const stanzas = Array.from({ length: 9 }, (_, at) => POEM.map((line) => `${at % 9}${line}`));
  const story = article('only', {
    short: '短题',
    body: [...body(13), ...quotation(0, ...stanzas, ['短', '诗']), ...body(2)],
  });

  it('goes on in the same look, without white at the top, and loses nothing', () => {
    const [front, later] = jumping(story);
    expect(textIn(front, 'only') + textIn(later, 'only')).toBe(textOf(story));
    const [before, after] = [front, later].map((made) => linesIn(made).filter(({ text }) => /^\d/.test(text)));
    expect(before!.length).toBeGreaterThan(4);
    expect(after!.length).toBeGreaterThan(4);
    expect(new Set([...before!, ...after!].map((line) => line.in)).size).toBe(1);
  });
});

it('whatever is quoted, every character is printed once and in order, on whole lines, within its column', () => {
  const text = fc.stringMatching(/^[天地玄黄宇宙洪荒日月]{1,30}[，。]?$/);
  const quoted = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 3 }), (quotations) => {
      const blocks = quotations.flatMap((one, at) => [...body(1, at), ...quotation(at, ...one, ['——某人'])]);
      const story = article('only', { body: [...blocks, ...body(20)] });
      const made = makeOne(ONE_COLUMN, { only: story, other });
      const { overset } = made.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
      const printed = textIn(made, 'only');
      expect(textOf(story).startsWith(printed)).toBe(true);
      expect(textOf(story).length - printed.length).toBe(overset.chars);
      const lines = linesIn(made);
      for (const { line, in: inset, row } of lines) {
        expect(inset).toBeGreaterThanOrEqual(0);
        expect((line.box.right - em / 2 - line.start) / em).toBeLessThanOrEqual(measure + 0.01);
        expect(Math.abs(row - lines[0]!.row - Math.round(row - lines[0]!.row))).toBeLessThan(0.02);
      }
    }),
    { numRuns: 25 },
  );
});
