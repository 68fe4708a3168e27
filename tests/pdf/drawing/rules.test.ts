import { describe, expect, it } from 'vitest';
import { withHeavierRules } from '../../../src/pdf/drawing/rules.js';

const heavier = (
  content: string,
  scale = 1,
): { words: string | null; painted: readonly (readonly [string, number])[] } => {
  const painted: [string, number][] = [];
  const found = withHeavierRules(Buffer.from(content), scale, {
    widthOf: (name) => (name === 'Thin' ? 0.1 : undefined),
    painted: (name, by) => painted.push([name, by]),
  });
  return { words: found && Buffer.from(found).toString().split(/\s+/).join(' ').trim(), painted };
};

describe('rules that are too thin', () => {
  it.each([
    ['.1 w 0 0 m 9 0 l S', '.1 w 0.25025 w 0 0 m 9 0 l S'],
    ['0 w 0 0 9 9 re S 1 1 m 2 2 l S', '0 w 0.25025 w 0 0 9 9 re S 1 1 m 2 2 l S'],
    ['.1 0 0 .1 0 0 cm 1 w 0 0 m 9 0 l S', '.1 0 0 .1 0 0 cm 1 w 2.5025 w 0 0 m 9 0 l S'],
    ['q .1 w 0 0 m 9 0 l S Q 0 0 m 9 0 l S', 'q .1 w 0.25025 w 0 0 m 9 0 l S Q 0 0 m 9 0 l S'],
    ['0 1 1 0 K .3 w 0 0 m 9 0 l S', '0 1 1 0 K .3 w 0.5005 w 0 0 m 9 0 l S'],
    ['0 1 1 0 K 0 0 0 1 K .1 w 0 0 m 9 0 l S', '0 1 1 0 K 0 0 0 1 K .1 w 0.25025 w 0 0 m 9 0 l S'],
    ['0 1 1 0 k .1 w 0 0 m 9 0 l S', '0 1 1 0 k .1 w 0.25025 w 0 0 m 9 0 l S'],
    ['/Thin gs 0 0 m 1 1 l 2 2 m 3 3 l S', '/Thin gs 0.25025 w 0 0 m 1 1 l 2 2 m 3 3 l S'],
  ])('are as heavy as the press holds: %s', (content, expected) => {
    expect(heavier(content).words).toBe(expected);
  });

  it.each([
    ['10 20 9 .1 re f', '10 19.924875 9 0.25025 re f'],
    ['10 20 .1 9 re f*', '9.924875 20 0.25025 9 re f*'],
    ['10 20 9 -.1 re F', '10 19.824875 9 0.25025 re F'],
    ['.1 w 0 0 5 .1 re 0 9 m 5 9 l B', '.1 w 0.25025 w 0 0 5 .1 re 0 9 m 5 9 l B'],
  ])('may be filled rectangles: %s', (content, expected) => {
    expect(heavier(content).words).toBe(expected);
  });

  it.each(['10 20 9 .1 re W n', '.1 w 10 20 9 9 re f', '10 20 9 0 re f', '10 20 9 .3 re f', '.1 w 0 0 m 9 0 l n'])(
    'are none that print so: %s',
    (content) => {
      expect(heavier(content).words).toBeNull();
    },
  );

  it.each([
    '0 0 m 9 0 l S',
    '.25 w 0 0 m 9 0 l S',
    '0 1 1 0 K .5 w 0 0 m 9 0 l S',
    '10 0 0 10 0 0 cm .1 w 0 0 m 9 0 l S',
    '0 0 0 0 0 0 cm 0 0 m 9 0 l S',
  ])('are not those of %s', (content) => {
    expect(heavier(content).words).toBeNull();
  });

  it('are told by the size that they print at', () => {
    expect(heavier('.4 w 0 0 m 9 0 l S', 0.5).words).toBe('.4 w 0.5005 w 0 0 m 9 0 l S');
  });

  it('may stand in forms, which are as large as where they are painted', () => {
    expect(heavier('/A Do q .5 0 0 .5 0 0 cm /B Do Q').painted).toEqual([
      ['A', 1],
      ['B', 0.5],
    ]);
  });
});
