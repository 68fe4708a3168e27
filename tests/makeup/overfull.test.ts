import { expect, it } from 'vitest';
import { article, body, makeOne, ONE_COLUMN, other, paragraph, picture } from './desk.js';

const tree = '  rows:\n    - story: only\n      style: third-song';

it('a word that nothing lets break is named where it stands wider than its column', () => {
  const word = 'abcdefghij'.repeat(6);
  const told = (text: string) =>
    makeOne(tree, { only: article('long', { body: [paragraph(text), ...body(30)] }) }).diagnostics.filter(
      ({ code }) => code === 'line-overfull',
    );
  expect(told('先看这一句话。')).toEqual([]);
  expect(told(`先看${word}这一句话。`)).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringMatching(/^page 1: “abcdefghij.*” is \d+\.\d char/),
    }),
  ]);
  // A soft hyphen is the way out that the hint names.
  expect(told(`先看${word.replaceAll('j', 'j\u00ad')}这一句话。`)).toEqual([]);
});

it('a line that ends short, for what follows it cannot break, is named', () => {
  const told = (text: string) => {
    const only = article('long', { body: [paragraph(text), ...body(18)] });
    return makeOne(ONE_COLUMN, { only, other }).diagnostics.filter(({ code }) => code.startsWith('line-'));
  };
  expect(told('赛事设全程马拉松、半程马拉松和健康跑三个项目，报名从今天开始。')).toEqual([]);
  expect(told('赛程分五段abcdefghijklmnopqrstuvwx，报名从今天开始。')).toEqual([
    expect.objectContaining({
      code: 'line-loose',
      message: expect.stringMatching(/^page 1: the line “.+” in slot “only” ends short: /),
    }),
  ]);
  // The cause is told of once.
  expect(told(`赛程分五段${'abcdefghij'.repeat(6)}。`).map(({ code }) => code)).toEqual(['line-overfull']);
});

it.each(['kicker', 'deck', 'byline', 'standfirst', 'caption'])('so it is in a %s', (part) => {
  const narrow =
    '  columns:\n    - story: only\n      style: third-song\n      width: 1\n      picture: { at: middle, columns: 1, lines: 8..12 }\n    - story: other\n      width: 5\n      style: third-song';
  const told = (text: string) => {
    const pictures = [picture(3000, 2000, part === 'caption' ? { caption: text } : {})];
    const only = article('long', { body: body(30), pictures, ...(part === 'caption' ? {} : { [part]: text }) });
    const { diagnostics } = makeOne(narrow, { only, other: article('other', { body: body(90) }) });
    return diagnostics.filter(({ code }) => code === 'line-overfull').map(({ message }) => message);
  };
  const word = 'abcdefghij'.repeat(6);
  expect(told('先看这一句话。')).toEqual([]);
  expect(told(`先看${word}`)).toEqual([expect.stringMatching(`abcdefghij” is wider than its ${part} in slot “only”$`)]);
  expect(told(`先看${word.replaceAll('j', 'j\u00ad')}`)).toEqual([]);
});

it('in a caption it is shown at the picture that has it, whatever else is said there', () => {
  const word = 'abcdefghij'.repeat(6);
  const at = (start: number) => ({ file: 'long.md', start, end: start + 9 });
  const pictures = [
    picture(3000, 2000, { span: at(10) }),
    picture(3000, 2000, { title: '晨雾', caption: word, span: at(20) }),
    picture(3000, 2000, { caption: word, span: at(30) }),
  ];
  const narrow =
    '  columns:\n    - story: only\n      style: third-song\n      width: 1\n      picture: { at: middle, columns: 1, lines: 30..40 }\n    - story: other\n      width: 5\n      style: third-song';
  const only = article('long', { body: body(30), pictures });
  const { diagnostics } = makeOne(narrow, { only, other: article('other', { body: body(90) }) });
  const spans = diagnostics.filter(({ code }) => code === 'line-overfull').map(({ span }) => span);
  expect(spans).toEqual([at(20), at(30)]);
});
