import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSigns } from '../../src/printing/signs-of-life.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('another thread is given up when its signs stand still for so long, and not before', () => {
  let signs = 0;
  let silences = 0;
  const leave = watchSigns(
    () => signs,
    1000,
    () => silences++,
  );
  // However slow it is, as long as it goes on.
  for (; signs < 20; signs++) vi.advanceTimersByTime(900);
  expect(silences).toBe(0);
  vi.advanceTimersByTime(1100);
  expect(silences).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(silences).toBe(2);
  leave();
  vi.advanceTimersByTime(9000);
  expect(silences).toBe(2);
});
