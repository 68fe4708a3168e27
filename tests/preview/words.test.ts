/** The browser's words: their names read as text, for they ask the browser for its language. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.js';
import type { SlotView } from '../../src/preview/view.js';

/** Plain script without types of its own. */
const WORDS = '../../preview/words.js';
type Words = Readonly<Record<'fitWords' | 'fitState', (slot: SlotView) => string>>;

it('every diagnostic’s code has a Chinese name, and no two the same', () => {
  const [, list] = readFileSync('preview/words.js', 'utf8').split('const CODES = {');
  const names = [...list!.split('};')[0]!.matchAll(/^ {2}'?([a-z-]+)'?: '(.+)',$/gm)];
  expect(names.map(([, code]) => code).sort()).toEqual(Object.keys(CATALOGUE).sort());
  expect(new Set(names.map(([, , name]) => name)).size).toBe(names.length);
});

describe('how a story fits its slot', () => {
  afterEach(() => vi.unstubAllGlobals());

  const slot = (white: number, swollen: number, over = 0, passages = 0) => ({
    fit: { overset: { lines: over, chars: 20 * over }, white, leftOut: { passages, chars: 0 } },
    lacking: 80,
    swollen,
  });

  it.each([
    [slot(0, 0), '正好', 'fits'],
    [slot(0, 0, 0, 2), '正好，删去可删的 2 处', 'fits'],
    [slot(0, 5), '标题多占 5 行，约可添 80 字', 'short'],
    [slot(1, 5), '标题多占 5 行，约可添 80 字', 'short'],
    [slot(3, 5), '空 3 行，约可添 80 字', 'short'],
    [slot(0, 5, 2), '多 2 行，约删 40 字', 'over'],
  ])('is said, and how urgent that is: %#', async (of, words, state) => {
    vi.stubGlobal('localStorage', { getItem: () => 'zh' });
    const { fitState, fitWords } = (await import(WORDS)) as Words;
    expect([fitWords(of as SlotView), fitState(of as SlotView)]).toEqual([words, state]);
  });
});
