/** Figures of docs that stand in the code, too. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BAD } from '../proof/bad-files.js';

it('docs/print.md says in how many ways a good file is spoilt, and how many of them the independent check lets pass', () => {
  const found = /in (\d+) ways.* but for (\d+) files/s.exec(readFileSync('docs/print.md', 'utf8'));
  const alone = BAD.filter((bad) => bad.alone !== undefined);
  expect(found?.slice(1).map(Number)).toEqual([BAD.length, alone.length]);
});
