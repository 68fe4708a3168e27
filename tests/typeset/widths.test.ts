import { describe, expect, it } from 'vitest';
import { glyphsIn, textIn } from '../../src/page/stretches.js';
import { countCharacters, prepare, unbrokenWidth } from '../../src/typeset/index.js';
import { fakeFonts } from './fake-fonts.js';
import { plain, set } from './helpers.js';

const width = (text: string): number => unbrokenWidth(prepare(plain(text), fakeFonts));

const CLOSE = [...'，。、：；？！”’》）」』】〕'];
const OPEN = [...'“‘《（「『【〔'];
const MIDDLE = ['·'];
const MARKS = [...CLOSE, ...OPEN, ...MIDDLE];

/** Rule 10 in its own words: of two neighbours one is half. */
const expected = (marks: readonly string[]): number => {
  const cells = marks.map((mark) => (MIDDLE.includes(mark) ? 0.5 : 1));
  for (let i = 0; i + 1 < marks.length; i++) {
    const [a, b] = [marks[i]!, marks[i + 1]!];
    if (CLOSE.includes(a) && (CLOSE.includes(b) || MIDDLE.includes(b))) cells[i] = 0.5;
    else if (OPEN.includes(b)) cells[i + 1] = 0.5;
  }
  return cells.reduce((sum, each) => sum + each, 0);
};

describe('rule 10: adjacent marks', () => {
  it('all pairs, alone and among Han', () => {
    for (const a of MARKS) {
      for (const b of MARKS) {
        expect(width(a + b), a + b).toBeCloseTo(expected([a, b]), 9);
        expect(width(`中${a}${b}文`), `中${a}${b}文`).toBeCloseTo(2 + expected([a, b]), 9);
      }
    }
  });
  it('all triples', () => {
    for (const a of MARKS) {
      for (const b of MARKS) {
        for (const c of MARKS) expect(width(`中${a}${b}${c}文`), a + b + c).toBeCloseTo(2 + expected([a, b, c]), 9);
      }
    }
  });
  it('two marks together take 1.5 em', () => {
    for (const pair of ['，“', '。”', '”，', '：“', '（《', '》（', '！”', '？！', '、《'])
      expect(width(pair)).toBe(1.5);
  });
});

describe('rule 9 and 12: classes decide widths', () => {
  it.each([
    ['中——文', 4],
    ['中……文', 4],
    ['阿·买', 2.5],
    ['二–三', 2.5],
    ['和／或', 2.5],
    ['和/或', 2.5],
    ['北～南', 3],
    ['中　文', 3],
    ['“OK”', 3],
    ['25℃', 2],
    ['①②', 2],
    ['ｱｲ', 1],
  ])('%s is %d em', (text, em) => {
    expect(width(text)).toBeCloseTo(em, 9);
  });
});

describe('rule 16: a quarter between Han and Latin', () => {
  it('but nothing beside the ratio of a score, which is ½ em', () => {
    expect(width('25∶23')).toBe(2.5);
    expect(width('以3∶2胜')).toBe(4);
  });
  it('nor beside the full-width colon of a time or a score, which is that; before a year or a word it is a mark', () => {
    expect(width('20：00')).toBe(2.5);
    expect(width('以3：2胜')).toBe(4);
    expect(width('1：2021年')).toBe(4.75);
    expect(width('5：五')).toBe(2.5);
    expect([...prepare(plain('20：00'), fakeFonts).items.gap]).toEqual([0, 0, 0]);
  });
  it('but nothing beside full-width signs', () => {
    expect(width('5G＋AI')).toBe(3);
    expect(width('3×4＝12')).toBe(3.5);
    expect(width('5－8人')).toBe(3.25);
    expect(width('①5人')).toBe(3);
    expect(width('中\u200ba')).toBe(1.75);
  });
  it.each([
    ['中a文', 2 + 0.5 + 0.5],
    ['中2021年', 2 + 2 + 0.5],
    ['中，a', 2 + 0.5],
    ['a中', 1.5 + 0.25],
    ['中(a)文', 2 + 1.5],
    ['中 a', 1.5 + 0.25],
  ])('%s is %d em', (text, em) => {
    expect(width(text)).toBeCloseTo(em, 9);
  });
});

describe('rule 16: a typed space before a number', () => {
  const head = (text: string) => set(plain(text, { hanSpace: 1 }), 30)[0]!.natural;

  it('is as wide as between Han in a head, and small where the number has one on its other side too', () => {
    expect(head('通 18公')).toBeCloseTo(1 + 1 + 1 + 0.25 + 1, 9);
    expect(head('通 18 公')).toBeCloseTo(1 + 0.25 + 1 + 0.25 + 1, 9);
  });
  it('is small within running text', () => {
    expect(width('共 3条')).toBeCloseTo(1 + 0.25 + 0.5 + 0.25 + 1, 9);
  });
});

describe('rule 11: line ends', () => {
  it('a mark at line end is ½ em, an opener at line start too, after an indent as well', () => {
    const [first, second] = set(plain('中文中文中文，“中文中文', {}), 6.5);
    expect(first).toMatchObject({ text: '中文中文中文，', width: 6.5, natural: 6.5, ratio: 0 });
    expect(second).toMatchObject({ natural: 4.5 });
    expect(set(plain('“中文', { indent: 2 }), 13)[0]!.natural).toBe(4.5);
  });
  it('rule 17: the last line is trimmed, not stretched', () => {
    expect(set(plain('中文。'), 13)[0]).toMatchObject({ width: 2.5, natural: 2.5, ratio: 0 });
  });
});

describe('rule 6: a soft hyphen', () => {
  const [broken, rest] = set(plain('见inter\u00adnational'), 4.75);

  it('is a hyphen where a line ends with it, which the line has room for', () => {
    expect([broken!.text, rest!.text]).toEqual(['见inter\u00ad', 'national']);
    const glyphs = glyphsIn(broken!.stretches);
    expect(glyphs.at(-1)).toMatchObject({ id: 0x2d, text: '' });
    // A Han, the gap, five letters and, in these fonts, half an em for the mark itself: the hyphen ends the line.
    expect(glyphs.at(-1)!.x).toBeCloseTo(4.25, 9);
    expect(
      glyphsIn(rest!.stretches)
        .map(({ id }) => String.fromCharCode(id))
        .join(''),
    ).toBe('national');
  });
  it('is nothing within a line, and no character', () => {
    const [line] = set(plain('inter\u00adnational'), 20);
    expect(glyphsIn(line!.stretches).filter(({ id }) => id === 0x2d)).toEqual([]);
    expect(countCharacters('in\u00adter 国')).toBe(6);
  });
});

describe('rule 18: the character grid', () => {
  it('an unadjusted line of Han stands on it', () => {
    const [line] = set(plain('竹子能长到几层楼高，却算不上通常说的树。它', { indent: 2 }), 13);
    expect(line!.ratio).toBe(0);
    const han = glyphsIn(line!.stretches).filter(({ text }) => text !== '，');
    expect(han.map(({ x }) => x)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
  });
});

describe('typed spaces', () => {
  it('½ em between Han, 1 em where the run changes', () => {
    expect(width('中 文')).toBe(2.5);
    const led = {
      ...plain(''),
      runs: [
        { text: '本报讯', role: 'hei' },
        { text: ' 记者', role: 'song' },
      ],
    };
    expect(unbrokenWidth(prepare(led, fakeFonts))).toBe(6);
  });
  it('¼ em in a number that is written in thousands, neither squeezed nor opened (GB/T 15835)', () => {
    expect(width('1 286')).toBe(2.25);
    expect(width('1 013 567')).toBe(4);
    const steps = (measure: number): readonly number[] => {
      const { stretches } = set(plain('中文中文1 286中文中文中文中文'), measure)[0]!;
      const digits = glyphsIn(stretches).filter(({ text }) => /\d/.test(text));
      return digits.slice(1).map(({ x }, index) => x - digits[index]!.x);
    };
    // Squeezed by its Han–Latin gaps, and opened.
    for (const measure of [7.6, 8.6])
      for (const [at, step] of [0.75, 0.5, 0.5].entries()) expect(steps(measure)[at]).toBeCloseTo(step, 9);
  });
  it('have the free halves of marks beside them for a part where they part phrases, as in headlines', () => {
    const display = (text: string): number => unbrokenWidth(prepare(plain(text, { hanSpace: 1 }), fakeFonts));
    expect(display('中 文')).toBe(3);
    // 1 em from ink to ink.
    for (const text of ['《中》 文', '中： 文', '中 “文”'])
      expect(display(text), text).toBe(display(text.replace(' ', '')) + 0.5);
    expect(display('《中》 《文》')).toBe(6.5);
    // In running text a space is none without them.
    expect(width('《中》 文')).toBe(width('《中》文') + 0.5);
  });
  it('are said by a glyph within the line and dropped at its end', () => {
    const [first, second] = set(plain('中文 ab 中文'), 5);
    expect(textIn(first!.stretches)).toBe('中文 ab');
    expect(first!.text).toBe('中文 ab ');
    expect(second!.text).toBe('中文');
  });
});

describe('rule 13: hanging', () => {
  it('lets an allowed mark hang out where the line would not hold it', () => {
    const text = '中文中文中，文中文中文';
    const [hung] = set(plain(text, { hanging: '，' }), 5);
    expect(hung).toMatchObject({ text: '中文中文中，', width: 5, ratio: 0 });
    expect(set(plain(text), 5)[0]!.text).toBe('中文中文');
  });
});

describe('rule 14 and 15: squeeze, then stretch', () => {
  it('squeezes ，before 。', () => {
    const [line] = set(plain('中，文中。文中文文文文文'), 8.5);
    // Half an em, of the two halves that comma and stop have.
    expect(line).toMatchObject({ text: '中，文中。文中文文', natural: 9, width: 8.5, ratio: -0.5 });
    const han = glyphsIn(line!.stretches).filter(({ text }) => !'，。'.includes(text));
    expect(han.map(({ x }) => x)).toEqual([0, 1.5, 2.5, 4.5, 5.5, 6.5, 7.5]);
  });
  it('opens the Han–Latin gap to ⅓ em before any other', () => {
    const [line] = set(plain('中文ab中文中文中'), 5.6);
    expect(line!.text).toBe('中文ab中文');
    expect(glyphsIn(line!.stretches).map(({ x }) => Number(x.toFixed(3)))).toEqual([0, 1, 2.3, 2.8, 3.6, 4.6]);
  });
  it('opens no gap by more than ½ em: the line ends short, and its mark stays with its word', () => {
    const [line] = set(plain('README、abcdefghijklmnopqrstuv。'), 13);
    expect(line).toMatchObject({ text: 'README、', width: 3.5, natural: 3.5 });
    expect(glyphsIn(line!.stretches).at(-1)!.x).toBeLessThan(3.5);
    // It says how far it would have been opened: 9.5 em in one gap.
    expect(line!.ratio).toBeCloseTo(95, 9);
    // Four gaps take two ems, and no more.
    const width = (text: string) => set(plain(text), 10)[0]!.width;
    expect(width('中文中文中abcdefghijkl。')).toBe(5);
    expect(width('中文中文中文中文abcdefghijkl。')).toBe(10);
    const typed = set(plain('中a bcdefghijklmnopqrstuvw。'), 6)[0]!;
    expect(typed).toMatchObject({ text: '中a ', width: 1.75 });
  });
  it('ends a line short where its words do, and leaves no character alone on it', () => {
    const texts = set(plain('编号ABCDEF ghijklmnopqrs，后来的标准。', { indent: 2 }), 13).map(({ text }) => text);
    expect(texts[0]).toBe('编号ABCDEF ');
  });
});
