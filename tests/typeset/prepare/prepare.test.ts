/** Items of a paragraph: where lines had better not end, what may be opened, what counts as a character. */
import { describe, expect, it } from 'vitest';
import { headlineBreakings, lineTexts, prepare } from '../../../src/typeset/index.js';
import { FORBIDDEN, FORCED, LAST_RESORT } from '../../../src/typeset/linebreak/items.js';
import { fakeFonts } from '../fake-fonts.js';
import { plain, set } from '../helpers.js';

const itemsOf = (text: string, names: readonly string[] = []) => prepare(plain(text, {}, names), fakeFonts).items;

/** What ending a line after each item but the last is: free, discouraged, forbidden, forced. */
const endings = (text: string, names: readonly string[] = []): string =>
  [...itemsOf(text, names).penalty.slice(0, -1)]
    .map((penalty) => {
      if (penalty === FORBIDDEN) return 'x';
      if (penalty === FORCED) return '!';
      return penalty > 0 ? '-' : '.';
    })
    .join('');

describe('rule 6: a line had better not end', () => {
  it.each([
    ['between a number and its measure word', '共25吨煤', '.-.'],
    ['nor within what it counts', '共9861平方公里多', '.----.'],
    ['which begins with more of the number', '共63.5万亩和40多年来', '.--..--.'],
    ['and is taken whole', '飞行8小时后落地', '..--...'],
    ['nor where a space was typed there', '共 25 吨煤', '.-.'],
    ['between a number and its unit in Latin', '重 15 kg', '.-'],
    ['between a name and its number', 'WiFi 6来', '-.'],
    ['between an ordinal and its number', '第5版', '--'],
    ['but between words it may', '中 iPhone Pro', '..'],
    ['but between a number and another word it may', '共25煤矿', '...'],
    ['nor are letters a number', '共ab吨', '..'],
    ['between one letter and what it stands before', '穿T恤看A 股', '.-...'],
    ['nor between initials', 'J. R. Tolkien Co. Ltd', '--..'],
    ['between an item and its sign or number', '①甲■乙（一）丙。2.丁；三、戊', '-.-.xx-x.-x.x-'],
    ['but behind other brackets and marks it may', '甲（乙）丙，五、六', '.xx.x.x.'],
    ['within an address (rule 7)', 'www.a.cn', '--'],
  ])('%s', (_, text, expected) => expect(endings(text)).toBe(expected));

  it('within a name that the article lists, of which what may not break still may not', () => {
    expect(endings('阿卜·买提说')).toBe('.x...');
    expect(endings('阿卜·买提说', ['阿卜·买提'])).toBe('-x--.');
    expect(endings('夏正伟和夏正伟', ['夏正伟'])).toBe('--..--');
    expect(endings('文和', ['文'])).toBe('.');
  });

  it('behind the dash of a code, a span or a telephone number: there but for want of any better place', () => {
    const worst = (text: string) => Math.max(...[...itemsOf(text).penalty.slice(0, -1)].filter(Number.isFinite));
    expect(['CN42—0039', '2021—2025', '5－8', '5–8', '0715-8127315'].map(worst)).toEqual(Array(5).fill(LAST_RESORT));
    expect(['武汉—咸宁', 'ab-cd', '北京—2025', '20～30'].map(worst)).toEqual([0, 2000, 0, 2000]);
    expect(['5%～8%', '3℃～5', '−3℃～−1℃', '1～＋3', '武汉～南京'].map(worst)).toEqual([2000, 2000, 2000, 2000, 0]);
    // Better than a line of which all gaps are opened by a sixth of a character, but not by a twelfth.
    const ends = (han: number) => set(plain(`${'天'.repeat(han)}3—5页都有照片。`), han + 2)[0]!.text.slice(han);
    expect([ends(13), ends(24)]).toEqual(['3—', '']);
  });

  it('but at a line feed it must', () => expect(endings('甲\n乙')).toBe('!'));
});

describe('rule 15: a line is opened evenly', () => {
  it.each([
    ['between Han, and round marks, Latin and dashes', '中文，中a文——文', '11111101'],
    ['but not beside connectors and solidi', '北～南和/或二–三', '00100100'],
    ['nor beside a dash that connects', '京—沪，a—b和京－沪', '0011001100'],
    ['nor between a number and its sign', '有25℃或￥5', '10110'],
    ['nor between Latin and a dash', 'a——b', '000'],
    ['nor within an ellipsis', '中……文', '101'],
    ['but where a space was typed', 'a b', '1'],
    ['not within a number, though one was', '共1 286条和1\u00a0013\u00a0567条', '10111001'],
  ])('%s', (_, text, expected) => {
    const { gap } = itemsOf(text);
    expect([...gap.slice(0, -1)].join('')).toBe(expected);
    expect(gap.at(-1)).toBe(0);
  });
});

describe('rule 19: a last line has two characters at least', () => {
  it('counts no marks, and of Latin each letter', () => {
    expect([...itemsOf('中，GDP。a1——').weight]).toEqual([1, 0, 3, 0, 2, 0, 0]);
    expect(set(plain('一二三四五六七八九十一。'), 10).map(({ text }) => text)).toEqual([
      '一二三四五六七八九',
      '十一。',
    ]);
    expect(set(plain('一二三四五六七八九十GDP。'), 10).map(({ text }) => text)).toEqual([
      '一二三四五六七八九十',
      'GDP。',
    ]);
  });
});

describe('rule 18: an indent', () => {
  it('makes the first line shorter, and no other', () => {
    const lines = set(plain('一二三四五六七八九十一二三', { indent: 2 }), 5);
    expect(lines.map(({ text, width }) => [text, width])).toEqual([
      ['一二三', 5],
      ['四五六七八', 5],
      ['九十一二三', 5],
    ]);
  });
});

describe('rule 6: a name', () => {
  it('keeps what it holds together, a number too, which must not break sooner for it', () => {
    const [text, from] = ['乘坐K1025—1次列车', 2];
    const [free, named] = [itemsOf(text).penalty, itemsOf(text, ['K1025—1次']).penalty];
    expect(free).toContain(LAST_RESORT);
    for (const [at, penalty] of named.entries()) expect(penalty, `${at}`).toBeGreaterThanOrEqual(free[at]!);
    expect(named[from]).toBeGreaterThan(0);
  });
});

describe('rule 22: a quotation', () => {
  /** What stands on each of a headline's two lines, and whether a break tears something apart. */
  const inTwo = (text: string): readonly [readonly string[], boolean] => {
    const prepared = prepare(plain(text), fakeFonts);
    const [, two] = headlineBreakings(prepared, [], 2);
    return [lineTexts(prepared, two!.breaking), two!.isTorn];
  };
  it('stays whole where it is short', () => {
    expect(inTwo('“老人安心”孩子开心快乐成长')).toEqual([['“老人安心”孩子', '开心快乐成长'], false]);
  });
  it('may be broken between words where it is longer than a line', () => {
    expect(inTwo('“我们要让老人安心孩子开心”他说')).toEqual([['“我们要让老人安心', '孩子开心”他说'], false]);
  });
});
