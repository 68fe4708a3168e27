/** The browser's words: read as text, for they ask the browser for its language. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.js';

it('every diagnostic’s code has a Chinese name, and no two the same', () => {
  const [, list] = readFileSync('preview/words.js', 'utf8').split('const CODES = {');
  const names = [...list!.split('};')[0]!.matchAll(/^ {2}'?([a-z-]+)'?: '(.+)',$/gm)];
  expect(names.map(([, code]) => code).sort()).toEqual(Object.keys(CATALOGUE).sort());
  expect(new Set(names.map(([, , name]) => name)).size).toBe(names.length);
});
