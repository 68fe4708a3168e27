/** Each code that is listed is used; that each used one is listed the compiler holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('catalogue.ts'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }))
  // Faults become diagnostics; their codes are the catalogue's too.
  .filter(
    ({ text }) =>
      text.includes('/diagnostics/') ||
      text.includes("'./collector.js'") ||
      text.includes('Fault') ||
      text.includes('report.'),
  );

it('each code listed is used', () => {
  const unused = Object.keys(CATALOGUE).filter((code) => !sources.some(({ text }) => text.includes(`'${code}'`)));
  expect(unused).toEqual([]);
});
