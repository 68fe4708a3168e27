/** Lines that would lie on each other are warned of where their style's size or leading is written. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderAll } from '../../src/diagnostics/render.js';
import { readStyles } from '../../src/template/styles.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

const good = readFileSync('tests/template/good/styles.yaml', 'utf8');
/** What is told of the good styles with others among them: place, style, size and leading. */
const told = (styles: string, line = 15): readonly string[] => {
  const text = good.replace('\nheadlines:', `\n${styles}headlines:`);
  const { value, diagnostics } = readStyles('styles.yaml', text, line, undefined, 10.5);
  expect(value).not.toBeNull();
  heldInChinese(diagnostics);
  return renderAll(diagnostics, new Map([['styles.yaml', text]]))
    .split('\n')
    .flatMap((shown) => /^styles\.yaml:\d+:(\d+: .+) \[leading-small\]$/.exec(shown)?.slice(1) ?? []);
};
const said = (column: number, style: string, size: number, leading: number): string =>
  `${column}: warning: lines of \`${style}\` are ${size} pt tall and stand ${leading} pt apart: they lie on each other`;

it('where a larger size has the leading of the body, or one that is too small', () => {
  expect(told('')).toEqual([]);
  expect(told('  deck: { extends: body, size: 20pt, leading: 22pt }\n')).toEqual([]);
  expect(told('  deck: { extends: body, size: 20pt }\n')).toEqual([said(32, 'deck', 20, 15)]);
  expect(told('  caption: { extends: body, size: 小五, leading: 6pt }\n')).toEqual([said(48, 'caption', 9, 6)]);
});

it('once, at the style that others come from', () => {
  const styles =
    '  large: { extends: body, size: 20pt }\n  deck: { extends: large }\n  byline: { extends: large, font: kai }\n';
  expect(told(styles)).toEqual([said(33, 'large', 20, 15)]);
});

it('where copy on the grid is taller than its lines', () => {
  expect(told('  crosshead: { extends: body, size: 16pt, leading: 30pt }\n')).toEqual([said(37, 'crosshead', 16, 15)]);
  expect(told('', 10)).toEqual([said(29, 'body', 10.5, 10)]);
});

it('not of what has one line to itself', () => {
  expect(told('  folio-number: { extends: body, size: 20pt }\n')).toEqual([]);
});
