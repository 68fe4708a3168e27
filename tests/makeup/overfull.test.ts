import { expect, it } from 'vitest';
import { article, body, makeOne, paragraph } from './desk.js';

const tree = '  rows:\n    - story: only\n      style: third-song';

it('a word that nothing lets break is named where it stands wider than its column', () => {
  const word = 'abcdefghij'.repeat(6);
  const told = (text: string) =>
    makeOne(tree, { only: article('long', { body: [paragraph(text), ...body(30)] }) }).diagnostics.filter(
      ({ code }) => code === 'line-overfull',
    );
  expect(told('先看这一句话。')).toEqual([]);
  expect(told(`先看${word}这一句话。`)).toEqual([
    expect.objectContaining({ severity: 'warning', message: expect.stringMatching(/^“abcdefghij.*” is \d+\.\d char/) }),
  ]);
  // A soft hyphen is the way out that the hint names.
  expect(told(`先看${word.replaceAll('j', 'j\u00ad')}这一句话。`)).toEqual([]);
});
