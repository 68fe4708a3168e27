import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderAll } from '../../src/diagnostics/render.js';
import { loadLayouts } from '../../src/template/load.js';
import { readPaper } from '../../src/template/paper.js';
import { readStyles } from '../../src/template/styles.js';
import { readTemplate } from '../../src/template/template.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

const BAD = 'tests/template/bad';
const ROLES = ['song', 'song-bold', 'kai'];

const good = await loadLayouts('tests/template', 'good', ROLES);

const readers: Readonly<
  Record<string, (file: string, text: string) => ReturnType<typeof readPaper | typeof readStyles | typeof readTemplate>>
> = {
  'paper.yaml': (file, text) => readPaper('bad', file, text),
  'styles.yaml': (file, text) => readStyles(file, text, 15, ROLES, 10.5),
  'front.yaml': (file, text) => readTemplate('front', file, text, good.value!.paper, good.value!.styles),
};

it('the good layouts are good', () => expect(renderAll(good.diagnostics, good.sources)).toBe(''));

describe('bad layouts', () => {
  it.each(readdirSync(BAD))('%s', async (name) => {
    const yaml = readdirSync(join(BAD, name)).find((file) => file.endsWith('.yaml'))!;
    const file = join(BAD, name, yaml);
    const text = readFileSync(file, 'utf8');
    const { value, diagnostics } = readers[yaml]!(file, text);
    expect(value).toBeNull();
    heldInChinese(diagnostics);
    const shown = renderAll(diagnostics, new Map([[file, text]]));
    await expect(`${shown}\n`).toMatchFileSnapshot(join(process.cwd(), BAD, name, 'expected.txt'));
  });

  it('that can be taken otherwise than they are meant are warned of', () => {
    const told = (node: string): string => {
      const file = 'front.yaml';
      const text = `kind: front\ntree:\n  story: lead\n  style: lead\n  ${node}\n`;
      const { value, diagnostics } = readers[file]!(file, text);
      expect(value).not.toBeNull();
      heldInChinese(diagnostics);
      return renderAll(diagnostics, new Map([[file, text]]));
    };
    expect(told('headline: middle')).toBe(
      [
        'front.yaml:5:13: warning: `headline: middle` without `cover` stands over all columns [headline-cover]',
        '  5 |   headline: middle',
        '    |             ^^^^^^',
        '  hint: Say how many columns it covers: cover: 2.',
      ].join('\n'),
    );
    expect(told('cover: 2')).toContain('`cover` says nothing of `headline: over` [headline-cover]');
    expect(told('headline: beside\n  cover: 2')).toBe('');
    expect(told('headline: middle\n  cover: 5')).toContain('`cover: 5` of 4 columns at most stands over all of them');
    expect(told('headline: beside\n  divide: 2..6\n  cover: 6')).toContain('`cover: 6` of 6 columns at most');
    expect(told('headline: middle\n  divide: 3..5\n  cover: 4')).toBe('');
    expect(told('headline: middle\n  cover: 2')).toBe('');
    const middle = (columns: string, more: string): string =>
      told(`${more}\n  picture: { at: middle, columns: ${columns} }`);
    for (const [columns, more, said] of [
      ['2', 'divide: 5', '`columns: 2` of 5 columns has no middle: the picture stands half a column to the left'],
      ['1', 'divide: 2', '`columns: 1` of 2 columns has no middle'],
      // A vertical headline takes one of them.
      ['2', 'headline: left', '`columns: 2` of 3 columns has no middle'],
    ] as const) {
      expect(middle(columns, more)).toContain(`${said}`);
      expect(middle(columns, more)).toContain('[picture-aside]');
    }
    expect(middle('2', 'divide: 5')).toContain('hint: Write columns: 1 or columns: 3.');
    expect(middle('2', 'headline: left')).toContain('hint: Write columns: 1.');
    expect(middle('1', 'divide: 2')).toContain('hint: Write `at: left`, or divide the slot into three columns.');
    for (const [columns, more] of [
      ['2', 'divide: 4'],
      ['1..2', 'divide: 5'],
      ['2', 'divide: 4..5'],
      ['1', 'headline: left'],
      ['5', 'divide: 5'],
    ] as const) {
      expect(middle(columns, more)).toBe('');
    }
    const aside = told('headline: middle\n  cover: 3');
    expect(aside).toContain('`cover: 3` of 4 columns has no middle: the headline stands half a column to the left');
    expect(aside).toContain('hint: Write cover: 2.');
    expect(told('headline: middle\n  divide: 5\n  cover: 2')).toContain('Write cover: 1 or cover: 3.');
    expect(told('headline: middle\n  divide: 2\n  cover: 1')).toContain('divide the slot into three columns.');
    expect(told('headline: middle\n  divide: 4..5\n  cover: 2')).toBe('');
  });

  it('name the paper that was meant', async () => {
    const { value, diagnostics, sources } = await loadLayouts('tests/template', 'goood');
    expect(value).toBeNull();
    expect(renderAll(diagnostics, sources)).toBe(
      'error: there is no paper `goood` in tests/template [paper-unknown]\n  hint: Did you mean `good`?',
    );
    expect((await loadLayouts('tests/template', '../issue')).diagnostics[0]?.code).toBe('paper-unknown');
  });
});
