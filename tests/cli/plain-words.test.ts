import { Command } from 'commander';
import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { addOptions, type CommandOption, readWords } from '../../src/cli/plain-words.js';

const OPTIONS: readonly CommandOption[] = [
  { name: '--out', value: 'dir', about: 'folder', otherwise: 'out' },
  { name: '--edition', value: 'name', about: 'which', choices: ['x4', 'screen'] },
  {
    name: '--pages',
    value: 'list',
    about: 'pages',
    read: (typed) => (/^\d$/.test(typed) ? Number(typed) : null),
    mistake: 'no',
  },
  { name: '--spread-sheets', about: 'sheets' },
];

/** What commander makes of the words; null where it complains or helps. */
const commanded = async (typed: readonly string[]): Promise<unknown> => {
  let found: unknown = null;
  const command = await addOptions(
    new Command('build').argument('<number>').action((number, options) => {
      found = { words: [number], options };
    }),
    OPTIONS,
  );
  command.exitOverride().configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  try {
    await command.parseAsync(typed, { from: 'user' });
    return found;
  } catch {
    return null;
  }
};

const WORDS = [
  '7',
  '',
  'a',
  '1',
  'x4',
  'screen',
  '--out',
  '--edition',
  '--pages',
  '--spread-sheets',
  '-h',
  '--help',
  '--',
  '-',
];

it('reads plain words as commander does', async () => {
  const typed = array(constantFrom(...WORDS, '--out=a', '--ou', '--no-out', '--pages=1', 'help'), { maxLength: 6 });
  const seen: string[][] = [];
  assert(
    property(typed, (words) => {
      if (readWords(words, OPTIONS, 1) !== null) seen.push(words);
    }),
    { numRuns: 5000 },
  );
  expect(seen.length).toBeGreaterThan(50);
  for (const words of seen) expect(readWords(words, OPTIONS, 1), words.join(' ')).toEqual(await commanded(words));
});

it.each([
  [[]],
  [['7', '8']],
  [['7', '--help']],
  [['7', '--out']],
  [['7', '--pages', 'x']],
  [['7', '--out=a']],
  [['--', '7']],
])('%j is left to commander', (words) => expect(readWords(words, OPTIONS, 1)).toBeNull());

it('gives the options their values', () => {
  expect(readWords(['--pages', '3', '7', '--spread-sheets', '--edition', 'x4'], OPTIONS, 1)).toEqual({
    words: ['7'],
    options: { out: 'out', pages: 3, spreadSheets: true, edition: 'x4' },
  });
});
