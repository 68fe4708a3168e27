import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/typeset/breaks/breaks.js';
import { breakParagraph, justify, prepare } from '../../../src/typeset/index.js';
import { itemAt, itemEnd, itemStart } from '../../../src/typeset/prepare/item-text.js';
import { cutPieces } from '../../../src/typeset/prepare/pieces.js';
import { fakeFonts } from '../fake-fonts.js';
import { bodyStyle, plain } from '../helpers.js';

/** What each piece says, with the number of its items where that is not one. */
const cut = (...runs: readonly string[]): readonly string[] => {
  const text = runs.join('');
  return cutPieces(
    readText(text, 'strict'),
    runs.map((each) => ({ text: each, role: 'song' })),
  ).map(({ start, end, count }) => text.slice(start, end) + (count === 1 ? '' : count));
};

describe('pieces', () => {
  it('takes Han in a row as one, with an item each', () => {
    expect(cut('版心是什么，谁说')).toEqual(['版心是什么5', '，', '谁说2']);
  });

  it('ends a row where its run ends', () => {
    expect(cut('版心', '是什么')).toEqual(['版心2', '是什么3']);
    expect(cut('版', '心')).toEqual(['版', '心']);
  });

  it('leaves out of a row what has a mark of its own', () => {
    const selector = '\u{e0100}';
    expect(cut(`一二葛${selector}三四`)).toEqual(['一二2', `葛${selector}`, '三四2']);
    expect(cut(`葛${selector}三`)).toEqual([`葛${selector}`, '三']);
    // The mark is another run's: what it belongs to is not known.
    expect(cut('一葛', `${selector}三`)).toEqual(['一葛2', selector, '三']);
  });

  it('makes one of what a joiner joins to an emoji, and of nothing else', () => {
    expect(cut('好👩‍🚀👨‍👩‍👧好')).toEqual(['好', '👩‍🚀', '👨‍👩‍👧', '好']);
    expect(cut('一二\u200d三四')).toEqual(['一', '二\u200d', '三四2']);
    expect(cut('\u200d一5\u200d二')).toEqual(['\u200d', '一', '5\u200d', '二']);
  });

  it('keeps characters beyond the basic plane apart', () => {
    expect(cut('一𠀀二')).toEqual(['一', '𠀀', '二']);
  });
});

describe('items', () => {
  const prepared = prepare(plain('一二三 四五𠀀六，七'), fakeFonts);

  it('stand where their characters stand', () => {
    const said = Array.from({ length: prepared.items.count }, (_, item) =>
      prepared.text.slice(itemStart(prepared, item), itemEnd(prepared, item)),
    );
    expect(said).toEqual(['一', '二', '三', '四', '五', '𠀀', '六', '，', '七']);
  });

  it('are found by where they stand; white space belongs to the one before it', () => {
    const found = Array.from(prepared.text, (_, offset) => itemAt(prepared, offset));
    expect(found).toEqual([0, 1, 2, 2, 3, 4, 5, 5, 6, 7]);
  });

  it('may break within a row of Han, and had better not within a name', () => {
    const { items } = prepare(plain('甲乙丙丁戊己庚', {}, ['丁戊己']), fakeFonts);
    expect([...items.penalty.slice(0, -1)].map((penalty) => penalty > 0)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

it('breaks a paragraph whose sums pass 32 bits as it breaks its parts', () => {
  const text = '一二三四五六七八九十'.repeat(4000);
  const prepared = prepare({ runs: [{ text, role: 'song' }], style: bodyStyle, names: [] }, fakeFonts);
  // No line begins where the sums do so again, at the 32,768th character.
  const [way] = breakParagraph(prepared, 15);
  const lines = justify(prepared, way!.breaking, 15, fakeFonts);
  const lengths = lines.map(({ text: said }) => said.length);
  expect(new Set(lengths.slice(0, -1))).toEqual(new Set([15]));
  expect(lengths.at(-1)).toBe(40_000 % 15);
  // Every line as it is, at the least that a line costs.
  expect(way!.breaking.demerits).toBe(lines.length);
});
