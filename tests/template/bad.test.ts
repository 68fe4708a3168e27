import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderAll } from '../../src/diagnostics/render.js';
import { loadLayouts } from '../../src/template/load.js';
import { readPaper } from '../../src/template/paper.js';
import { readStyles } from '../../src/template/styles.js';
import { readTemplate } from '../../src/template/template.js';

const BAD = 'tests/template/bad';
const ROLES = ['song', 'song-bold', 'kai'];

const good = await loadLayouts('tests/template', 'good', ROLES);

const readers: Readonly<
  Record<string, (file: string, text: string) => ReturnType<typeof readPaper | typeof readStyles | typeof readTemplate>>
> = {
  'paper.yaml': (file, text) => readPaper('bad', file, text),
  'styles.yaml': (file, text) => readStyles(file, text, 15, ROLES),
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
    const shown = renderAll(diagnostics, new Map([[file, text]]));
    await expect(`${shown}\n`).toMatchFileSnapshot(join(process.cwd(), BAD, name, 'expected.txt'));
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
