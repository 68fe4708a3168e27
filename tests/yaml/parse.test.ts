import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { render, renderAll } from '../../src/diagnostics/render.js';
import { readYaml } from '../../src/yaml/check.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { readForm } from '../../src/yaml/read.js';

const codes = (text: string): string[] => parseYaml('a.yaml', text).diagnostics.map((one) => one.code);
const sliced = (text: string, path: PropertyKey[], what: 'at' | 'keyAt'): string => {
  const { start, end } = parseYaml('a.yaml', text).value![what](path);
  return text.slice(start, end);
};

describe('parseYaml', () => {
  it('remembers where keys and values stand', () => {
    const text = 'a: 1\npages:\n  1: { x: [p, 二] }\n';
    expect(sliced(text, ['a'], 'keyAt')).toBe('a');
    expect(sliced(text, ['pages', '1', 'x', 1], 'at')).toBe('二');
    expect(sliced(text, ['pages', '1', 'x', 1], 'keyAt')).toBe('二');
    // What does not exist is shown at what should hold it.
    expect(sliced(text, ['pages', '1', 'y', 'z'], 'at')).toBe('1');
    expect(sliced(text, ['nowhere'], 'at')).toBe('a: 1');
    expect(parseYaml('a.yaml', text, 100).value!.at(['a'])).toEqual({ file: 'a.yaml', start: 103, end: 104 });
  });

  it('gives plain values, keys as they are written', () => {
    expect(parseYaml('a', '01: x\n6-7: [1, ~]\ndate: 2021-12-03\nconstructor: 1').value!.value).toEqual({
      '01': 'x',
      '6-7': [1, null],
      date: '2021-12-03',
      constructor: 1,
    });
    expect(parseYaml('a', '').value!.value).toEqual({});
    expect(parseYaml('a', '# 空').value!.value).toEqual({});
  });

  it.each([
    ['a: [1', 'yaml-syntax'],
    ['a: 1\n b: 2', 'yaml-syntax'],
    ['a: "x', 'yaml-syntax'],
    ['\ta: 1', 'yaml-syntax'],
    ['a: @x', 'yaml-syntax'],
    ['a: 1\na: 2', 'yaml-duplicate-key'],
    ['a: &x 1', 'yaml-feature'],
    ['a: !!str 1', 'yaml-feature'],
    ['a: !x 1', 'yaml-feature'],
    ['a: 1\n---\nb: 2', 'yaml-feature'],
  ])('refuses %j', (text, code) => expect(codes(text)).toContain(code));

  it.each([
    ['lists of a line', `a: ${'['.repeat(3000)}${']'.repeat(3000)}`, 1, 103],
    ['lists that are not closed', `a: 1\nb: ${'['.repeat(100_000)}`, 2, 103],
    ['maps of a line', `a: ${'{ a: '.repeat(3000)}${'}'.repeat(3000)}`, 1, 499],
    ['maps in lines', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), 101, 101],
    ['lists in a column', `${'- '.repeat(3000)}x`, 1, 201],
    ['keys', `${'? '.repeat(3000)}x`, 1, 201],
  ])('tells of %s that are nested too deep, where they are', (_, text, line, column) => {
    const source = `${text}\n`;
    const parse = async () => readForm({ name: 'article', schema: async () => z.any() }, 'a.yaml', source);
    return parse().then(({ value, diagnostics }) => {
      expect(value).toBe(null);
      expect(diagnostics.map((one) => render(one, new Map([['a.yaml', source]])).split('\n')[0])).toEqual([
        `a.yaml:${line}:${column}: error: more than 100 lists and maps stand within each other here [yaml-feature]`,
      ]);
    });
  });

  it('refuses aliases before they can grow', () => {
    expect(codes('a: &x [1]\nb: [*x, *x]')).toEqual(['yaml-feature', 'yaml-feature', 'yaml-feature']);
  });
});

describe('readYaml', () => {
  const schema = z.strictObject({
    name: z.string(),
    sizes: z.array(z.int().min(1)),
    options: z.strictObject({ left: z.boolean(), right: z.boolean() }).optional(),
  });
  const said = (text: string): string =>
    renderAll(readYaml(schema, 'a.yaml', text).diagnostics, new Map([['a.yaml', text]]))
      .split('\n')
      .filter((line) => /error|hint/.test(line))
      .join('\n');

  it('says several errors at once, each in its place', () => {
    expect(said('nmae: x\nsizes: [1, 0, a, 1.5]\noptions: { left: 1 }\nextra: 2')).toBe(
      [
        'a.yaml:1:1: error: `nmae` is not known here [key-unknown]',
        '  hint: Did you mean `name`?',
        'a.yaml:2:12: error: item 2 of `sizes` must be at least 1 [value-invalid]',
        'a.yaml:2:15: error: item 3 of `sizes` must be a number, but text stands here [value-invalid]',
        'a.yaml:2:18: error: item 4 of `sizes` must be a whole number, but a number stands here [value-invalid]',
        'a.yaml:3:1: error: `right` is missing in `options` [key-missing]',
        'a.yaml:3:18: error: `left` must be true or false, but a number stands here [value-invalid]',
        'a.yaml:4:1: error: `extra` is not known here [key-unknown]',
        '  hint: Known: `name`, `sizes`, `options`.',
      ].join('\n'),
    );
  });

  it('says what a file that holds no map should be', () => {
    expect(said('just text')).toContain('this file must be a map of keys, but text stands here');
    expect(said('')).toContain('nothing stands in this file [key-missing]\n  hint: It needs `name`, `sizes`.');
  });

  it('gives the data where all is well', () => {
    const { value, diagnostics } = readYaml(schema, 'a.yaml', 'name: 报\nsizes: [9]');
    expect(diagnostics.map((one) => render(one, new Map()))).toEqual([]);
    expect(value!.data).toEqual({ name: '报', sizes: [9] });
  });
});
