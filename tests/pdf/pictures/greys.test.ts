import { describe, expect, it } from 'vitest';
import { greysFor, pressGreys } from '../../../src/pdf/pictures/greys.js';
import { loadPress } from '../../../src/pdf/press/press.js';

/** How light each amount of black looks where dots grow: 0 none, 255 full. */
const grown = (paper: number, black: number, power: number): number[] =>
  Array.from({ length: 256 }, (_, ink) => paper - (paper - black) * (ink / 255) ** power);

describe('greys in black ink', () => {
  it('are themselves on a press that shows each tint as it is', () => {
    expect([...greysFor(grown(255, 0, 1))]).toEqual(Array.from({ length: 256 }, (_, grey) => grey));
  });
  it('take less ink where the press’s dots grow, paper and full black as ever', () => {
    const table = greysFor(grown(220, 40, 0.6));
    expect([table[0], table[255]]).toEqual([0, 255]);
    // As far down from paper (220) to black (40) as 128 is from 255 to 0: (ink / 255) ** 0.6 = 127 / 255.
    expect(255 - table[128]!).toBe(Math.floor(255 * (127 / 255) ** (1 / 0.6)));
    expect(table.every((grey, at) => at === 0 || grey >= table[at - 1]!)).toBe(true);
  });
  it('are told of a real profile, in order', async () => {
    const table = await pressGreys((await loadPress(null, 'test condition')).value!);
    expect([table[0], table[255]]).toEqual([0, 255]);
    expect(table.every((grey, at) => at === 0 || grey >= table[at - 1]!)).toBe(true);
    expect(table[64]).toBeLessThan(64);
  });
});
