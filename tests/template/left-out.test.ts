import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Outcome } from '../../src/diagnostics/types.js';
import { readPaper } from '../../src/template/paper.js';
import { readStyles } from '../../src/template/styles.js';
import { readTemplate } from '../../src/template/template.js';
import { leftOut } from '../left-out.js';
import { fonts, layouts } from '../makeup/desk.js';

const { paper, styles } = layouts;
const FOLDER = join('layouts', 'xianning-daily');

const read = (file: string, text: string): Outcome<unknown> => {
  if (file === 'paper.yaml') return readPaper('paper', file, text);
  if (file === 'styles.yaml') return readStyles(file, text, paper.grid.leading, fonts.roles, paper.grid.bodySize);
  return readTemplate('template', file, text, paper, styles);
};

const files = (readdirSync(FOLDER, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml'));

it.each(files)('whatever is left out of %s, it is read, or is told of', (file) => {
  const texts = leftOut(readFileSync(join(FOLDER, file), 'utf8'));
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) {
    const { value, diagnostics } = read(file, text);
    if (value === null) expect(diagnostics, text).not.toEqual([]);
  }
});
