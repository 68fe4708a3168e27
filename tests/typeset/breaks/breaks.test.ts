import { describe, expect, it } from 'vitest';
import { breakOffsets, type Level } from '../../../src/typeset/index.js';
import { marked, plain, set } from '../helpers.js';

const LEVELS: readonly Level[] = ['strict', 'normal', 'loose'];
const breaksBefore = (char: string, level: Level): boolean => breakOffsets(`文${char}字`, level).includes(1);
const breaksAfter = (char: string, level: Level): boolean =>
  breakOffsets(`文${char}字`, level).includes(1 + char.length);

describe('rule 1: never at line start', () => {
  for (const char of '、，。．”’」』）〕］｝》〉】〗·‧／/') {
    it.each(LEVELS)(`${char} at %s`, (level) => {
      expect(breaksBefore(char, level)).toBe(false);
    });
  }
  it('connectors, at loose but after Latin (GB/T 15834 5.1.8)', () => {
    for (const connector of '–～－') {
      expect(LEVELS.map((level) => breaksBefore(connector, level))).toEqual([false, false, true]);
      expect(LEVELS.map((level) => breaksAfter(connector, level))).toEqual([true, true, true]);
    }
  });
  it('dashes and ellipses only at strict', () => {
    for (const pair of ['——', '……', '⋯⋯']) {
      expect(LEVELS.map((level) => breaksBefore(pair, level))).toEqual([false, true, true]);
    }
    expect(LEVELS.map((level) => breaksBefore('—', level))).toEqual([false, true, true]);
    expect(LEVELS.map((level) => breaksBefore('…', level))).toEqual([false, false, true]);
  });
});

describe('rule 2: never at line end', () => {
  for (const char of '“‘「『（〔［｛《〈【〖') {
    it.each(LEVELS)(`${char} at %s`, (level) => {
      expect(breaksAfter(char, level)).toBe(false);
      expect(breaksBefore(char, level)).toBe(true);
    });
  }
  it('a solidus among Han at strict (GB/T 15834 5.1.9)', () => {
    expect(LEVELS.map((level) => breaksAfter('／', level))).toEqual([false, true, true]);
    expect(LEVELS.map((level) => breaksAfter('/', level))).toEqual([false, true, true]);
    expect(marked('and/or', 'strict')).toBe('and/|or');
  });
});

describe('rule 3: one piece', () => {
  for (const piece of ['——', '……', '⋯⋯', '…………']) {
    it.each(LEVELS)(`${piece} at %s`, (level) => {
      const inside = breakOffsets(`文${piece}字`, level).filter((offset) => offset > 1 && offset < 1 + piece.length);
      expect(inside).toEqual([]);
      expect(breaksAfter(piece, level)).toBe(true);
    });
  }
});

describe('rule 4: by level, strict / normal / loose', () => {
  const table: readonly (readonly [string, readonly boolean[]])[] = [
    ['・：；？！‼⁇⁈⁉･', [false, false, true]],
    ['‐〜゠', [false, true, true]],
    ['–～－', [false, false, true]],
    ['々〻ゝゞヽヾ', [false, false, true]],
    ['°‰′″‵℃℉％￠', [false, false, true]],
    ['ぁっゃァッャーㇰ', [false, true, true]],
    ['\u2025\u22ef', [false, false, true]],
  ];
  for (const [chars, expected] of table) {
    for (const char of chars) {
      it(`before ${char}`, () => {
        expect(LEVELS.map((level) => breaksBefore(char, level))).toEqual(expected);
      });
    }
  }
});

describe('rules 5 and 6 in context, at strict', () => {
  it.each([
    '他|说：|“中|文”|好',
    '他|说|“OK”|吧',
    '“一”|“二”',
    '“‘一’|说”，|好',
    '说，|“好！”|他',
    'don’t |中|文',
    '“Hello,” |he |said',
    'Trevor |“Freespace” |摄',
    '他|用|iPhone|“Pro”|拍',
    'Trevor |“Freespace”摄',
    '他|说 |“OK” |吧',
    '苹|果|“iPhone” |15|号',
    '“Moby |Dick” |by |Melville |著',
    '共|12.5%，|有',
    '让－|雅|克，|－5℃～|＋3℃',
    '（＋5）|与|3|＋|2',
    '互|联|网＋|行|动，|“互|联|网＋”|与|5G＋|AI',
    '约|25℃|的',
    '共|￥100|元',
    '有|1,234.56|元',
    '共|1 286|条、|1 013 567.0|亿|元，|在|2021 |100|米|赛，|卡|号|6222 |0213 |1800',
    'CN42—|0039|号',
    '2021—|2025|年',
    '电|话|0715-|8127315',
    '比|分|101-98、|3-2',
    '用|C++写，|用|C#|写',
    '上|午|8：30|到|9：05，|时|间：|8|点',
    '时|速|60km/h，|按|GB/T|查，|发|e-mail|来，|and/|or',
    '关|注|@咸|宁|日|报，|＠咸|宁|发|布',
    '看|#咸|宁|马|拉|松#|开|赛，|＃新|桥＃|通|车，|#5G#|来|了',
    '5#|楼|和|6#|楼，|#1|机|组|和|#2|机|组',
    '共|120㎡|以|上',
    '以|3∶2|胜，|甲∶|乙',
    '每|㎡|的',
    'a |nation—|and',
    '阿|卜·|买|买|提',
    '含|CuSO₄·5H₂O、|m²·K|和|“3·15”',
    '2021|年|11|月|26|日',
    '12:30|开|会',
    '9：00～|16：00|开',
    '比|分|3：2，|题：|三',
    '图|1：|2021|年|的|河',
    '0000－|7654321|转|8',
    '5|日－|7|日',
    '达|2.5m³/s，|合',
    '60 |km/h|和|15mmol/L',
    '用|Windows/|Linux|的',
    '第|1/2|页',
    '2021-11-26|日',
    'Wi-|Fi|网',
    '5G|网|和|iPhone',
    '（一）|中',
    '中|(a)|中',
    '新|华|社|北|京|11|月|26|日|电',
    '北|京～|上|海',
    '吗？！|好',
    '中\u00a0文|字',
    '中\u200b|文',
    '中\u2060文',
    '中　|文',
    'a |b',
    '중|국',
    'e\u0301a|中\u0301|文',
    '👨‍👩‍👧|👍🏽|🇨🇳|🇺🇸|中',
    '1️⃣|中',
    '①|中',
    '％',
    '𠮷|𠮷|中',
  ])('%s', (expected) => {
    expect(marked(expected.replaceAll('|', ''))).toBe(expected);
  });

  it('tells the truth for halves of characters', () => {
    expect(breakOffsets('中\ud83d文', 'strict')).toEqual([1, 2]);
    expect(breakOffsets('', 'strict')).toEqual([]);
  });
});

describe('rule 7: addresses', () => {
  it.each([
    '见|https://|www.|xnnews.|com.|cn/|2021/|a-|b?|c=d&|e_|f.|html|看',
    '见|www.|xnnews.|com.|cn。|看',
    '报|xnnews.|com.|cn/|epaper|看',
    '用|Node.js|写',
    '见|www.|a.|cn/|b-|1_|2',
    '寄|a_|b.|c@|b-|d.|com|吧',
  ])('%s', (expected) => {
    expect(marked(expected.replaceAll('|', ''))).toBe(expected);
  });
});

describe('a line of a piece of an address', () => {
  it('ends short, and does not leave the line before it as good as empty', () => {
    const lines = set(plain('用手机打开xianning.gov.cn/zwgk/2021/12/03/content.shtml就能看到。'), 14);
    expect(lines[0]!.text).toMatch(/^用手机打开xianning\./);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(14.02);
  });
  it('is only begun where the line before it would be loose', () => {
    const lines = set(plain('来稿请寄abc@d.cn邮箱或者交给门口的值班人员'), 14);
    expect(lines.some(({ text }) => text.includes('abc@d.cn'))).toBe(true);
  });
});

describe('UAX #14 beneath', () => {
  it.each([
    'し|エ',
    '位。|記',
    'ま|a|本',
    '었|어|요 |or |못',
    'う　|え　|お」',
    'に|「バ|(ba)」|や|「ス',
    '、|「=rand()」|と',
    'で、|「!」|と',
    '例：|「あ　|い',
    'ザ・|ク|イッ|ク・|ブ',
    '量) 〜 |(po',
    'は |"s" |を',
    '本: |ク',
    'う。。。',
    'き、!!、!!!|と',
    'た、⁉|(!?)|の',
    'せ！|100%|の',
    '例：|£23',
    'a|🇦|b',
    '🇷🇺|🇸🇪',
    '🇷🇺\u200b|🇸🇪',
    '\u05d0-|\u05d0',
    '(s) |本',
    '-5 |度',
    '(12)|中',
    'a\u00ad|b',
    // LB4 and 5: a line feed ends a line, of CR LF only the second.
    'a\n|b',
    'a\r\n|b',
    'a\r|b',
    'a\u0085|b',
    'a\u2028|b',
    // LB15: quotation marks that say on which side they stand, spaces within them or not.
    'a« |b |»c',
    'a |« b » |c',
    // LB15c, LB15d
    'a |.5',
    'a .b',
    '\u05d0-a', // LB21a
    // LB25: numbers with their brackets and signs.
    '$(5)a',
    '$|(a)',
    'a |$(.5)',
    '%(12)',
    '$5.0%',
    '(5)%',
    // LB30: brackets belong to Latin words and numbers, not to Han.
    'f(x)y',
    '5(b)',
    '一|(b)',
  ])('%s', (expected) => {
    expect(marked(expected.replaceAll('|', ''))).toBe(expected);
  });
});
