import { describe, expect, it } from 'vitest';
import { mistypedMarks } from '../../../src/issue/text/mistyped.js';
import { unpairedMarks } from '../../../src/issue/text/pairs.js';

/** The text with each slip in 【】, and what to type for the first. */
const told = (text: string): readonly [shown: string, hint: string | undefined] => {
  const slips = mistypedMarks(text, 'closed');
  let [shown, at] = ['', 0];
  for (const { start, end } of slips) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return [shown + text.slice(at), slips[0]?.hint];
};

describe('marks that are no Chinese ones are told of (GB/T 15834-2011)', () => {
  it.each([
    ['一是水...二是电......', '一是水[...]二是电[......]', /……/],
    ['他走了。。。', '他走了[。。。]', /……/],
    ['他走了·····又来', '他走了[·····]又来', /……/],
    ['他说…走了', '他说[…]走了', /……/],
    ['他说………走了', '他说[………]走了', /……/],
    ['通车了--两岸相连', '通车了[--]两岸相连', /——/],
    ['通车了──两岸相连', '通车了[──]两岸相连', /——/],
    ['通车了———两岸相连', '通车了[———]两岸相连', /——/],
    ['—范仲淹', '[—]范仲淹', /——/],
    ['通车了，—两岸相连', '通车了，[—]两岸相连', /——/],
    ['走了，，又来。。真，。好；、', '走了[，，]又来[。。]真[，。]好[；、]', /one/],
    ['好？！，走？。', '好[？！，]走[？。]', /one/],
    ['好！！！！', '好[！！！！]', /three/],
    ['卡尔•马克思与卡尔・马克思', '卡尔[•]马克思与卡尔[・]马克思', /·/],
    ['二○二一年与二OO八年、一九0五年', '二[○]二一年与二[O][O]八年、一九[0]五年', /〇/],
    ['2020-2021年有10-20人，长2%-3%', '2020[-]2021年有10[-]20人，长2%[-]3%', /～/],
    ['新桥通车.两岸相连.', '新桥通车[.]两岸相连[.]', /。/],
  ])('%s', (typed, shown, hint) => {
    expect(told(typed)).toEqual([shown, expect.stringMatching(hint)]);
  });

  it.each([
    '他说……走了——又来…………',
    '武汉—咸宁，2020—2021年，10～20人',
    '什么？！好！！！真的？？？“好！”，他说',
    'Wait... what -- no, it’s 5’30”. “Yes…”',
    '见a..b，--help，歼-20，0715-8127315，2021-12-03，A320-200级，101-98',
    '卡尔·马克思，T恤、O型、100米、二〇二一年、第二0',
    '比分8:0，3.5成，No.5，见A.B.的书',
  ])('but not in %s', (text) => expect(mistypedMarks(text, 'closed')).toEqual([]));
});

describe('quotation marks and brackets without their partners are told of', () => {
  const shown = (text: string) => unpairedMarks(text).map(({ at, fault }) => `${at} ${fault}`);

  it.each([
    ['他说“走吧“。', ['5 within-its-like']],
    ['他说”走吧”。', ['2 closes-nothing', '5 closes-nothing']],
    ['他说“走吧。', ['2 not-closed']],
    ['“甲“乙”丙”', ['2 within-its-like']],
    ['读《水浒传的人', ['1 not-closed']],
    ['读水浒传》的人', ['4 closes-nothing']],
    ['《甲“乙》丙', ['2 not-closed']],
    ['甲（乙', ['1 not-closed']],
    ['甲）乙', ['1 closes-nothing']],
  ])('%s', (text, faults) => expect(shown(text)).toEqual(faults));

  it.each([
    '“甲‘乙“丙”丁’戊”《己〈庚〉》（壬（癸））「子『丑』」【寅】〔2021〕',
    '1）甲；2）乙：a）丙。（3）丁，一）戊',
    'It’s rock ’n’ roll，5’30”，6”管',
    '',
  ])('but not in %s', (text) => expect(shown(text)).toEqual([]));

  it('where a quotation goes on its end is the next paragraph’s; in verse they may stand in any line', () => {
    const codes = (pairs: 'go-on' | 'apart') => mistypedMarks('“甲（乙', pairs).map(({ start }) => start);
    expect(codes('go-on')).toEqual([2]);
    expect(codes('apart')).toEqual([]);
  });
});
