import { describe, expect, it } from 'vitest';
import { glyphsIn } from '../../../src/page/stretches.js';
import { displayBreaking, headlineBreakings, lineTexts, placeHeadline, prepare } from '../../../src/typeset/index.js';
import { fakeFonts } from '../fake-fonts.js';
import { plain } from '../helpers.js';

const headline = (text: string, names: readonly string[] = []) =>
  prepare(plain(text, { hanSpace: 1, align: 'center' }, names), fakeFonts);

const lines = (text: string, count: number, words: readonly string[] = []): readonly string[] => {
  const prepared = headline(text);
  const found = headlineBreakings(prepared, words, 4).find((each) => each.lines === count);
  if (!found) return [];
  return placeHeadline(prepared, found.breaking, { measure: 40, maxSpacing: 0, align: 'start' }, fakeFonts).map(
    ({ text }) => text,
  );
};

describe('rule 22: headlines', () => {
  it('break at words, evenly', () => {
    expect(lines('全市重点项目建设现场推进会召开', 2)).toEqual(['全市重点项目建设', '现场推进会召开']);
  });
  it('the house’s words stand over the segmenter', () => {
    expect(lines('咸宁医保局长谈改革', 2, ['医保局'])).not.toContain('咸宁医');
    for (const line of lines('我们的习近平总书记说话', 3, ['习近平'])) expect(line.endsWith('习')).toBe(false);
  });
  it('a typed space is a phrase boundary, 1 em wide within a line and dropped at a break', () => {
    const [one, two] = headlineBreakings(headline('家门口就业忙 日子越过越红火'), [], 2);
    expect(one!.widths).toEqual([14]);
    expect(two!.widths).toEqual([6, 7]);
  });
  it('spaces on both sides of a number are none, one on one side alone is', () => {
    expect(lines('全县新增 3 条公交线路方便群众出行', 2)).toEqual(['全县新增 3 条公交', '线路方便群众出行']);
    expect(lines('今年 12 月新增 5G 基站 800 个', 3)[0]).toBe('今年 12 月');
    const apart = (text: string) => headlineBreakings(headline(text), [], 2).map(({ widths }) => widths);
    expect(apart('新增 3 条')[0]).toEqual([4]);
    expect(apart('全线贯通 18.6公里完成')).toEqual([[11.25], [4, 6.25]]);
    expect(apart('亩产达612kg 农户增收')).toEqual([[10.75], [5.75, 4]]);
  });
  it('never inside a title, a number or a quotation that fits; never one character', () => {
    expect(lines('读《水浒传》里的英雄', 2)).toEqual(['读《水浒传》', '里的英雄']);
    expect(lines('完成“高效办成一件事”的改革', 2)).toEqual(['完成“高效办成一件事”', '的改革']);
    for (const count of [2, 3]) for (const line of lines('投资25.1亿元', count)) expect(line).not.toMatch(/25$|^\.1/);
    for (const text of ['他来了', '好啊']) {
      for (const { lines: count, widths } of headlineBreakings(headline(text), [], 3)) {
        if (count > 1) for (const width of widths) expect(width).toBeGreaterThanOrEqual(2);
      }
    }
  });
  it('a numeral stays with what it counts', () => {
    expect(lines('市政协五届二十四次常委会议召开', 2)).toEqual(['市政协五届二十四次', '常委会议召开']);
    expect(lines('我市新增12个高新技术企业', 2)[0]).not.toMatch(/12$/);
  });
  it.each([
    ['咸宁马拉松', '12月10日鸣枪开跑'],
    ['我市2021年', '12月10日起实行新规'],
    ['全市经济', '工作会议', '12月10日至12日召开'],
    ['夜市十二月三日', '晚7时30分开张'],
    ['“共和国勋章”', '获得者袁隆平院士', '在长沙逝世'],
    ['习近平总书记', '在庆祝大会上', '发表重要讲话'],
    ['通山县大畈镇西泉村', '脱贫攻坚纪实'],
    ['咸宁职业技术学院', '招生800名'],
  ])('not within a date, nor between a name and what its bearer is: %s | %s', (...wanted) => {
    expect(lines(wanted.join(''), wanted.length)).toEqual(wanted);
  });
  it.each([
    // An end of a word that the dictionary knows without it: 运动 | 会.
    ['湖北省第十六届运动会', '火炬传递方案公布'],
    ['电影放映队', '下乡记'],
    ['市委理论学习中心组', '举行集体学习'],
    ['高新区新签约', '项目十二个'],
    ['小区充电桩', '增至千个'],
    ['流动博物馆', '进校园'],
    ['田里插秧的', '无人机不够用了'],
    ['新建停车场解停车难', '老街不再拥堵'],
    ['全市设立', '校门口接送点'],
    // Words that it does not know at all: 党 | 代 | 会, 热 | 议.
    ['咸宁市第六次', '党代会胜利闭幕'],
    ['全国人大代表热议', '政府工作报告'],
    ['种粮大户', '领到补贴款'],
    ['环卫工人节前', '坚守岗位'],
    // A character that goes with what follows: 的 | 烦 | 心事.
    ['市民王女士的', '烦心事有人管了'],
    // Particles.
    ['护林员老陈三十年', '守着一座山'],
  ])('not within words that the segmenter leaves in single characters: %s | %s', (...wanted) => {
    expect(lines(wanted.join(''), 2)).toEqual(wanted);
  });
  it('at marks that part a text, rather than between words of one clause', () => {
    const asked = ['一台终端怎样认人、', '审核、制证，', '哪些事还要去窗口'];
    expect(lines(asked.join(''), 3)).toEqual(asked);
    const called = ['市安委会办公室、', '市住建局等部门联合召开', '燃气安全视频调度会强调'];
    expect(lines(called.join(''), 3)).toEqual(called);
    expect(lines('秋茶上市，一斤茶叶要采摘五万个嫩芽', 2)).toEqual(['秋茶上市，一斤茶叶', '要采摘五万个嫩芽']);
  });
  it('before a bracket rather than within it', () => {
    expect(lines('2023年茶叶产量（面积：万亩，产量：吨）', 2)).toEqual(['2023年茶叶产量', '（面积：万亩，产量：吨）']);
  });
  it('of display lines, into as few as fit, and torn only where they must be', () => {
    const display = (text: string, measure: number): readonly string[] | undefined => {
      const prepared = headline(text);
      const breaking = displayBreaking(prepared, [], measure);
      return breaking && lineTexts(prepared, breaking);
    };
    const text = '自行车道和步道分开';
    expect(display(text, 9)).toEqual([text]);
    expect(display(text, 8)).toEqual(['自行车道', '和步道分开']);
    expect(display('好书《水浒传》英雄谱', 7)).toEqual(['好书《水浒传》', '英雄谱']);
    // On two lines the title would be torn apart.
    expect(display('好书《水浒传》英雄谱', 6)).toEqual(['好书', '《水浒传》', '英雄谱']);
    expect(display(text.repeat(3), 4)).toBeUndefined();
  });
  it('at typed spaces as long as there are any', () => {
    expect(lines('二十四节气 太阳在黄道上写的日程', 2)).toEqual(['二十四节气 ', '太阳在黄道上写的日程']);
    const costs = headlineBreakings(headline('二十四节气 太阳写的日程'), [], 3).map(({ cost }) => cost);
    expect(costs[1]).toBeLessThan(0.5);
    // One more line parts what the editor has not.
    expect(costs[2]! - costs[1]!).toBeGreaterThan(8);
  });
  it('says which line counts cannot be', () => {
    expect(headlineBreakings(headline('好啊'), [], 3).map(({ lines: count }) => count)).toEqual([1]);
  });
});

describe('rule 22: what a connector joins', () => {
  it('is not where a line ends, as it does behind a dash that parts clauses', () => {
    expect(lines('武汉—咸宁铁路', 2)).toEqual(['武汉—咸宁', '铁路']);
    expect(lines('2021—2025年新桥', 2)).toEqual(['2021—2025年', '新桥']);
    expect(lines('新桥——通车在即', 2)).toEqual(['新桥——', '通车在即']);
  });
});

describe('rule 22: a space between Latin words', () => {
  it('is no phrase boundary, nor parts a name from its number', () => {
    expect(lines('5G/AI/WiFi 6来了', 2)).toEqual(['5G/AI/', 'WiFi 6来了']);
    expect(lines('WiFi 6来了 国产大飞机交付', 2)).toEqual(['WiFi 6来了 ', '国产大飞机交付']);
    expect(lines('New York Times', 2)).toEqual(['New York ', 'Times']);
  });
});

describe('rule 23: placing', () => {
  const place = (maxSpacing: number, align: 'start' | 'center' | 'end') => {
    const prepared = headline('高质量发展');
    return placeHeadline(prepared, { breaks: [5], demerits: 0 }, { measure: 6, maxSpacing, align }, fakeFonts)[0]!;
  };
  it('fills the measure evenly within the style’s spacing', () => {
    const line = place(0.3, 'center');
    expect(line.width).toBe(6);
    expect(glyphsIn(line.stretches).map(({ x }) => x)).toEqual([0, 1.25, 2.5, 3.75, 5]);
  });
  it('else aligns the line at its natural width', () => {
    expect(glyphsIn(place(0.1, 'center').stretches)[0]!.x).toBe(0.5);
    expect(glyphsIn(place(0.1, 'start').stretches)[0]!.x).toBe(0);
    expect(glyphsIn(place(0.1, 'end').stretches)[0]!.x).toBe(1);
  });
  const spacings = (text: string, breaks: readonly number[], measure: number): readonly number[] => {
    const placing = { measure, maxSpacing: 0.3, align: 'center' as const };
    return placeHeadline(headline(text), { breaks, demerits: 0 }, placing, fakeFonts).map((line) => {
      const [first, second] = glyphsIn(line.stretches).map(({ x }) => x);
      return Math.round((second! - first! - 1) * 1000) / 1000;
    });
  };
  it('fills every line, or spaces all alike', () => {
    expect(spacings('高质量发展新篇章啊', [5, 9], 5)).toEqual([0, 0]);
    expect(spacings('高质量发展新篇章啊', [5, 9], 4.9)).toEqual([0, 0.3]);
    expect(spacings('高质量发展新篇章', [5, 8], 6)).toEqual([0.25, 0.25]);
    expect(spacings('高质量发展新篇章啊', [5, 9], 7)).toEqual([0, 0]);
  });
});
