/** Why a command ends that was not meant to: what the system refuses is no fault of the program. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lineInChinese } from '../../src/cli/chinese.js';
import { Refusal } from '../../src/cli/refusal.js';
import { whyEnded } from '../../src/cli/why-ended.js';
import { holdChinese } from '../diagnostics/chinese/held.js';

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each([
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk’s quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'the disk has a fault'],
])('%s is the system’s, and told without a stack', (code, reason) => {
  const told = whyEnded(coded(code, `${code}: no, open 'x'`));
  expect(told).toBe(`the system keeps it from going on: ${reason} (${code}: no, open 'x')`);
  holdChinese(told.replace('no, open', '-'), lineInChinese(told.replace('no, open', '-')));
});

it('what is refused is said as it is', () => {
  expect(whyEnded(new Refusal('there is no a.pdf'))).toBe('there is no a.pdf');
});

it('anything else is a fault of the program, with its place', () => {
  expect(whyEnded(coded('ENOENT', 'x'))).toMatch(/^a fault of the program: Error: x\n {4}at /);
  expect(whyEnded('x')).toBe('a fault of the program: x');
  let fault: unknown;
  try {
    readFileSync('no/such/file');
  } catch (thrown) {
    fault = thrown;
  }
  expect(whyEnded(fault)).toMatch(/^a fault of the program: Error: ENOENT/);
});
