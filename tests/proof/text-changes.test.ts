import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChanges } from '../../src/proof/text-changes.js';

const told = (before: string, after: string): string[] => {
  const [a, b] = [[...before], [...after]];
  return textChanges(a, b).map(
    ({ from, to, start, end }) => `${a.slice(from, to).join('')}→${b.slice(start, end).join('')}`,
  );
};

describe('textChanges', () => {
  it.each<[string, string, string[]]>([
    ['一二三', '一二三', []],
    ['', '一', ['→一']],
    ['一二三', '', ['一二三→']],
    ['新桥横跨淦河，两岸居民步行过桥。', '新桥横跨清河，两岸居民走路过桥。', ['淦→清', '步行→走路']],
    ['甲乙', '甲甲乙', ['→甲']],
    ['春天来了，山上的花开了。', '春天到了，山上花都开了。', ['来了，山上的花→到了，山上花都']],
  ])('%s → %s', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('is one stretch where all is different', () => {
    expect(told('甲'.repeat(300), '乙'.repeat(200))).toEqual([`${'甲'.repeat(300)}→${'乙'.repeat(200)}`]);
  });

  it('leads from one text to the other', () => {
    const text = fc.array(fc.constantFrom(...'一二三四'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = textChanges(before, after);
        let made: string[] = [];
        let at = 0;
        for (const { from, to, start, end } of changes) {
          made = [...made, ...before.slice(at, from), ...after.slice(start, end)];
          at = to;
        }
        expect([...made, ...before.slice(at)]).toEqual(after);
      }),
    );
  });
});
