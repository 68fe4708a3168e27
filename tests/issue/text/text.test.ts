import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import { toText } from '../../../src/issue/text/cells.js';
import { cleanCells, cleanField, isClean } from '../../../src/issue/text/text.js';
import { parseYaml } from '../../../src/yaml/parse.js';

const clean = (text: string, fullWidth = true): string =>
  toText(cleanCells(text, ({ at }) => ({ file: 'a', start: at, end: at + 1 }), { report: new Collector(), fullWidth }));

describe('half-width marks', () => {
  it.each([
    // Between Han they become full-width, spaces beside them go.
    ['天气好,出门去!', '天气好，出门去！'],
    ['他说: 走吧; 好不好?', '他说：走吧；好不好？'],
    ['三处(东、西、南)都好', '三处（东、西、南）都好'],
    ['百分之几%号', '百分之几％号'],
    ['好吗?!', '好吗？！'],
    ['“好”,他说', '“好”，他说'],
    ['天气好 ,出门去 !', '天气好，出门去！'],
    // At the seam of Latin and Han the mark is Chinese.
    ['学Python,也学Java', '学Python，也学Java'],
    ['增长20%,为近年最快', '增长20%，为近年最快'],
    ['时间:12:30开始', '时间：12:30开始'],
    ['国内生产总值(GDP)增长', '国内生产总值（GDP）增长'],
    // Inside Latin, numbers, times and addresses nothing changes.
    ['上午9:30到10:00', '上午9:30到10:00'],
    ['共1,234,567人', '共1,234,567人'],
    ['比分3:2', '比分3:2'],
    ['见http://a.cn/x?a=1,2:3(4)说明', '见http://a.cn/x?a=1,2:3(4)说明'],
    // An address may have one bracket without the other: the text's own are pairs all the same.
    ['𠮷野家(见http://a.cn/x(y)又开一家', '𠮷野家（见http://a.cn/x(y）又开一家'],
    ['(a.cn/x)y)是网址(旧)', '（a.cn/x)y）是网址（旧）'],
    ['见https://a.cn/b,后来', '见https://a.cn/b，后来'],
    ['写给desk@a.cn:收', '写给desk@a.cn：收'],
    ['Hello, world! (yes)', 'Hello, world! (yes)'],
    ['他唱Hello, world这首歌', '他唱Hello, world这首歌'],
    ['函数f(x)的值', '函数f(x)的值'],
    ['增长25%', '增长25%'],
    ['见www.xnnews.com.cn/a:b', '见www.xnnews.com.cn/a:b'],
  ])('%s → %s', (typed, printed) => expect(clean(typed)).toBe(printed));

  it('stay where the paper says so', () => expect(clean('天气好,"出门"去!', false)).toBe('天气好,"出门"去!'));
});

describe('tildes and hyphens of the keyboard', () => {
  it.each([
    // Between quantities and Han a tilde is ～.
    ['10~20人，约3.1~4.2米', '10～20人，约3.1～4.2米'],
    ['5%~8%，10℃~20℃', '5%～8%，10℃～20℃'],
    ['武汉~咸宁', '武汉～咸宁'],
    // A hyphen that joins nothing, or stands before a measure, is a minus.
    ['-5℃', '−5℃'],
    ['今晨 -5 度', '今晨 −5 度'],
    ['（-3）与(-4)', '（−3）与（−4）'],
    ['-3℃~-1℃，-3—-1℃', '−3℃～−1℃，−3—−1℃'],
    ['零下-5℃，增速-3.1%', '零下−5℃，增速−3.1%'],
    ['降了-0.5个百分点', '降了−0.5个百分点'],
  ])('%s → %s', (typed, printed) => {
    expect(isClean(typed)).toBe(false);
    expect(clean(typed)).toBe(printed);
    expect(clean(typed, false)).toBe(typed);
  });

  it.each([
    '歼-20和东风-41',
    'WZ-10，0715-8127315',
    '2020-2021年，2%-3%',
    '2021 -12',
    'A~Z与a ~ b',
    '见http://a.cn/~b/10~20',
    'Wi-Fi，甲-乙，甲 - 乙',
  ])('but not in %s', (typed) => expect(clean(typed)).toBe(typed));
});

describe('full-width digits and letters have their own widths (rule 21)', () => {
  it.each([
    ['２０２１年，Ａ股涨３．５％', '2021年，A股涨3.5％'],
    ['１．大力发展', '1．大力发展'],
    ['ｗｉｆｉ和５Ｇ', 'wifi和5G'],
    ['（１）甲：乙；＋５', '（1）甲：乙；＋5'],
    ['⼀⼈⽂⼭', '一人文山'],
  ])('%s → %s', (typed, printed) => {
    expect(clean(typed)).toBe(printed);
    expect(clean(typed, false)).toBe(printed);
    expect(isClean(typed)).toBe(false);
  });
});

describe('letters and the accents that follow them', () => {
  it.each(['拼音Zhōngguó、lǜsè、nǚ’ér', 'Dvořák与Éric', '日文がぎプ'])('are one character each: %s', (text) => {
    const apart = text.normalize('NFD');
    expect(apart).not.toBe(text);
    expect(isClean(apart)).toBe(false);
    expect(clean(apart)).toBe(text);
    expect(clean(apart, false)).toBe(text);
  });

  it('stay apart where there is no such character, and what follows them keeps its place in the file', () => {
    expect(clean('m̀和\u0301甲')).toBe('m̀和\u0301甲');
    const report = new Collector();
    cleanCells('e\u0301中\u200b文', ({ at }) => ({ file: 'a', start: at, end: at + 1 }), { report, fullWidth: true });
    expect(report.diagnostics).toMatchObject([{ code: 'text-control', span: { start: 3, end: 4 } }]);
  });
});

describe('straight quotes', () => {
  it.each([
    ['他说"走吧"。', '他说“走吧”。'],
    ['他说:"走吧!"', '他说：“走吧！”'],
    ['"一"和"二"', '“一”和“二”'],
    ["他说'走吧'。", '他说‘走吧’。'],
    ['他说＂走吧＂、＇来＇。', '他说“走吧”、‘来’。'],
    ['唱"Hello"这首歌', '唱“Hello”这首歌'],
    ['the "best" of all', 'the "best" of all'],
    ["it's 中文", "it's 中文"],
    ['用5" disk装', '用5" disk装'],
  ])('%s → %s', (typed, printed) => expect(clean(typed)).toBe(printed));

  it('that have no partner are told and left', () => {
    const report = new Collector();
    const cells = cleanCells('他说"走吧。', ({ at }) => ({ file: 'a', start: at, end: at + 1 }), {
      report,
      fullWidth: true,
    });
    expect(toText(cells)).toBe('他说"走吧。');
    expect(report.diagnostics).toMatchObject([{ code: 'quote-unpaired', span: { start: 2, end: 3 } }]);
  });
});

describe('spaces and lines', () => {
  it.each([
    ['　　段首缩进', '段首缩进'],
    ['甲　乙', '甲 乙'],
    ['一行\n二行', '一行二行'],
    ['one\ntwo', 'one two'],
    ['用\nPython\n写', '用Python写'],
    ['行尾，\r\n行首', '行尾，行首'],
    ['𠮷野家,好', '𠮷野家，好'],
  ])('%j → %j', (typed, printed) => expect(clean(typed)).toBe(printed));

  it('a long YAML value is joined without spaces between Han', () => {
    const source = 'standfirst: 第一行，\n  第二行 GDP\n  third';
    const value = '第一行， 第二行 GDP third';
    const span = { file: 'a', start: 12, end: source.length };
    expect(cleanField(value, span, source, { report: new Collector(), fullWidth: true })).toBe(
      '第一行，第二行 GDP third',
    );
    expect(cleanField('', span, source, { report: new Collector(), fullWidth: true })).toBeNull();
  });

  it('a fault in a value is shown at its character, within quotes too', () => {
    for (const source of ['headline: 新桥\u200b通车', 'headline: "新桥\u200b通车"']) {
      const { value, at } = parseYaml('a', source).value!;
      const report = new Collector();
      const { headline } = value as { readonly headline: string };
      expect(cleanField(headline, at(['headline']), source, { report, fullWidth: true })).toBe('新桥通车');
      const start = source.indexOf('\u200b');
      expect(report.diagnostics.map(({ span }) => span)).toEqual([{ file: 'a', start, end: start + 1 }]);
    }
  });

  const headlineOf = (written: string): string | null => {
    const source = `headline: ${written}`;
    const { value, at } = parseYaml('a', source).value!;
    const { headline } = value as { readonly headline: string };
    return cleanField(headline, at(['headline']), source, { report: new Collector(), fullWidth: true });
  };

  it.each([
    ['plain', '新桥通车 两岸相连\n  市民欢呼'],
    ['with white at the end of a line', '新桥通车 两岸相连 \r\n\n  市民欢呼'],
    ['in double quotes', '"新桥通车 两岸相连\n  市民欢呼"'],
    ['in single quotes', "' 新桥通车 两岸相连\n  市民欢呼 '"],
    ['folded', '>-\n  新桥通车 两岸相连\n  市民欢呼'],
    ['folded, its end kept', '> # long\n  新桥通车 两岸相连\n  市民欢呼\n'],
    ['literal', '|\n  新桥通车 两岸相连\n  市民欢呼\n'],
    ['with its line feed escaped', '"新桥通车 两岸相连\\\n  市民欢呼"'],
  ])('a headline of two lines keeps the space that was typed: %s', (_, written) =>
    expect(headlineOf(written)).toBe('新桥通车 两岸相连市民欢呼'),
  );
});

/** A text cleaned, and what was told of it. */
const told = (text: string): readonly [string, readonly string[]] => {
  const report = new Collector();
  const spanAt = ({ at }: { at: number }) => ({ file: 'a', start: at, end: at + 1 });
  const printed = toText(cleanCells(text, spanAt, { report, fullWidth: true }));
  return [printed, report.diagnostics.map(({ message }) => message)];
};

describe('a joiner of no width', () => {
  it.each(['👨‍👩‍👧', '👩🏽‍🚀', '🏳️‍🌈', 'क्‍ष', 'می‌خواهم'])('stays where it is meant: %s', (typed) =>
    expect(told(typed)).toEqual([typed, []]),
  );
  it('goes elsewhere: it came with text copied from a web page', () => {
    for (const [typed, printed] of [
      ['中\u200d文', '中文'],
      ['\u200d中文', '中文'],
      ['共3\u200d家。\u200d', '共3家。'],
      ['👍\u200d好', '👍好'],
    ] as const) {
      expect(told(typed)[0]).toBe(printed);
      expect(told(typed)[1]).toContain('a zero-width joiner (U+200D) was left out');
      expect(isClean(typed)).toBe(false);
    }
    expect(told('中\u200c文')).toEqual(['中文', ['a zero-width non-joiner (U+200C) was left out']]);
  });
});

describe('a soft hyphen', () => {
  it('stays in a Latin word, which it lets break', () => {
    expect(told('听International\u00adization讲座')).toEqual(['听International\u00adization讲座', []]);
    expect(told('é\u00adté')).toEqual(['é\u00adté', []]);
  });
  it('goes elsewhere: it came with text copied from a web page', () => {
    for (const [typed, printed] of [
      ['中\u00ad文', '中文'],
      ['OK\u00ad。', 'OK。'],
      ['\u00ada', 'a'],
      ['a\u00ad\u00adb', 'ab'],
    ] as const) {
      const [left, said] = told(typed);
      expect(left).toBe(printed);
      expect(new Set(said)).toEqual(new Set(['a soft hyphen (U+00AD) was left out']));
    }
  });
});

describe('text that is clean as it stands', () => {
  it('is not changed by cleaning, and nothing is said of it', () => {
    const mild = ['甲', '乙。', 'a', '1', '20', ' ', '“', '”', '，', '%', ',', ':'];
    const tricky = [
      ';',
      '２',
      '．',
      'Ａ',
      '(',
      ')',
      '"',
      "'",
      '!',
      '?',
      '.',
      '\n',
      '\t',
      '　',
      '\u200b',
      '\ufffd',
      '\ud800',
      'http://a.b',
    ];
    let clean = 0;
    const look = (pieces: readonly string[]) => {
      const text = pieces.join('');
      if (!isClean(text)) return;
      clean += 1;
      const report = new Collector();
      const spanAt = () => ({ file: 'a', start: 0, end: 0 });
      expect(toText(cleanCells(text, spanAt, { report, fullWidth: true }))).toBe(text);
      expect(report.diagnostics).toEqual([]);
    };
    assert(property(array(constantFrom(...mild), { maxLength: 8 }), look), { numRuns: 3000 });
    assert(property(array(constantFrom(...mild, ...tricky), { maxLength: 8 }), look), { numRuns: 2000 });
    expect(clean).toBeGreaterThan(300);
  });
});
