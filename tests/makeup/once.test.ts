import { expect, it, vi } from 'vitest';
import { once } from '../../src/makeup/once.js';

it('works each answer out once, by its key', () => {
  const answer = vi.fn((from: number, width: number): string | null => (width > 1 ? `${from}+${width}` : null));
  const asked = once((_from: number, width: number) => width, answer);
  expect([asked(0, 2), asked(3, 2), asked(0, 1), asked(1, 1)]).toEqual(['0+2', '0+2', null, null]);
  expect(answer).toHaveBeenCalledTimes(2);
});
