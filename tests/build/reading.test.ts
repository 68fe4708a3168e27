import { describe, expect, it } from 'vitest';
import { Reading } from './reading.js';

/** Whether a text reads as just these pieces, to its end. */
const reads = (texts: readonly string[], pieces: readonly string[]): boolean => {
  const reading = new Reading(texts);
  return pieces.every((piece) => reading.take(piece) === piece.length) && reading.rest.trim() === '';
};

describe('reading a page off', () => {
  it('takes lines and parts of lines, whatever the white space', () => {
    expect(reads(['甲 乙\r\n丙丁\r\n戊'], ['甲乙丙', '丁戊'])).toBe(true);
  });
  it('reads over the fold, line by line', () => {
    expect(reads(['甲乙\n戊己', '丙丁\n庚'], ['甲乙丙丁戊己庚'])).toBe(true);
  });
  it('reads over the fold within a line, which goes on with something else', () => {
    expect(reads(['甲乙戊己', '丙丁\n庚'], ['甲乙丙丁', '戊己庚'])).toBe(true);
    expect(reads(['甲乙戊己', '丁\n庚'], ['甲乙丙丁', '戊己庚'])).toBe(false);
  });
  it.each([
    ['a character lost', '甲乙丁'],
    ['a character twice', '甲乙乙丙丁'],
    ['two out of order', '甲丙乙丁'],
    ['a line twice', '甲乙丙丁\n甲乙丙丁'],
    ['a stranger at the end', '甲乙丙丁\n□'],
  ])('misses %s', (_what, text) => {
    expect(reads([text], ['甲乙丙丁'])).toBe(false);
  });
  it('gives back what it took where the piece is not whole', () => {
    const reading = new Reading(['甲乙\n丙']);
    expect([reading.takes('甲乙丁'), reading.takes('甲乙丙')]).toEqual([false, true]);
  });
});
