import { describe, expect, it } from 'vitest';
import { renderAll } from '../../src/diagnostics/render.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

/** What is told of a text: line and column, and why. */
const told = (text: string): readonly string[] => {
  const { value, diagnostics } = parseYaml('a.yaml', text);
  expect(value).toBeNull();
  heldInChinese(diagnostics);
  return renderAll(diagnostics, new Map([['a.yaml', text]]))
    .split('\n')
    .flatMap(
      (line) =>
        /^a\.yaml:(\d+:\d+): error: this is not YAML: (.+) \[yaml-syntax\]$/.exec(line)?.slice(1).join(' ') ?? [],
    );
};

describe('slips in YAML', () => {
  it.each([
    ['a full-width colon', 'a: 1\nlead：bridge\nb: 2', ['2:5 the colon is full-width']],
    [
      'several of them, once each',
      'a：1\nb: 2\nlead：bridge\nc: 2',
      ['1:2 the colon is full-width', '3:5 the colon is full-width'],
    ],
    [
      'one after which a map begins, with nothing that follows from it',
      'a: 1\npages：\n  1:\n    layout: front\n  2:\n    layout: inside\n',
      ['2:6 the colon is full-width'],
    ],
    [
      'the same further in',
      'pages:\n  1：\n    layout: front\n    section: 综合\n  2:\n    layout: inside\n',
      ['2:4 the colon is full-width'],
    ],
    [
      'a full-width space after the colon',
      'a: 1\nheadline:　桥 通车\nb: 2',
      ['2:10 the space after `headline:` is full-width or hard'],
    ],
    ['a hard one', 'x:\n  - file:\u00a0a\n    alt: b', ['2:10 the space after `file:` is full-width or hard']],
    ['a comment with a full-width mark', 'a: 1\n＃ 头版\nb: 2', ['2:1 `＃` begins no comment']],
    ['a comment of another language', 'x:\n  a: 1\n  // 头版\n  b: 2', ['3:3 `//` begins no comment']],
    ['a colon without a space', 'slots:\n  lead:bridge\n  left: bees', ['2:7 no space stands after `lead:`']],
    [
      'a line further in than the one above',
      'slots:\n  a: 1\n   b: 2\n  c: 3\n  d: 4',
      ['3:4 this line is indented more than `a` above it'],
    ],
    [
      'a line less far in than the next',
      'slots:\n a: 1\n  b: 2\n  c: 3',
      ['3:3 this line is indented more than `a` above it'],
    ],
    [
      'keys of a list’s item',
      '- file: a\n    title: b\n  alt: c',
      ['2:5 this line is indented more than `file` above it'],
    ],
    [
      'a first key further in',
      '# of the day\n\n paper: a\nnumber: 7\ndate: 2021-12-03\npages:\n  1: { b: c }\n',
      ['3:2 this line is indented more than those under it'],
    ],
    [
      'a first item further in, its key lost',
      '  - a\n  - b\nhei:\n  - c\nkai:\n  - d\n',
      ['1:3 this line is indented more than those under it'],
    ],
    ['a key in no column', 'x:\n  - a: 1\n    b: 2\n   c: 3\n', ['4:4 this line is indented too little']],
    [
      'an item in no column',
      'x:\n  - a: 1\n    b: 2\n - c:\n',
      ['4:2 this item begins in another column than those above it'],
    ],
    ['an item without its space', 'x:\n  -folio:\n    height: 2\n  - b: 2\n', ['2:3 no space stands after `-`']],
    [
      'an item without its space, with more under it',
      'pictures:\n  -file: a\n    title: b',
      ['2:3 no space stands after `-`'],
    ],
    ['a full-width comma', 'x: { a: 1，b: 2 }', ['1:10 `，` parts no items']],
    [
      'tabs, with nothing that follows from them',
      'a:\n  b: 1\n\tc: 2\n  d: 3',
      ['3:1 tabs are not allowed as indentation'],
    ],
    ['two keys without a comma', 'x: { a: 1 b: 2 }', ['1:11 no comma stands before `b`']],
    ['full-width brackets', 'x: ｛ a: 1 ｝', ['1:4 the brackets are full-width']],
    ['a bracket that nothing closes', 'a: 1\nx: [1, 2\nb: 3', ['2:4 nothing closes this `[`']],
    [
      'a brace that nothing closes, round one that is closed',
      'x: { a: 1, b: { c: 2 }\ny: 3',
      ['1:4 nothing closes this `{`'],
    ],
    ['the same where the text ends', 'p:\n  1: { a: b, s: { c: d }\n', ['2:6 nothing closes this `{`']],
    [
      'full-width spaces before a key',
      'x:\n  a: 1\n　b: 2\n  c: 3',
      ['3:1 full-width or hard spaces indent this line'],
    ],
    ['hard ones', 'x:\n  a: 1\n \u00a0b: 2', ['3:1 full-width or hard spaces indent this line']],
    ['colons in text', 'headline: A: B', ['1:11 nested mappings are not allowed in compact mappings']],
  ])('are told by their own names: %s', (_, text, expected) => expect(told(text)).toEqual(expected));

  it('say how quotes that print are written', () => {
    const { diagnostics } = parseYaml('a.yaml', 'headline: "水质"月报："达标" # 三版\nbyline: 某某');
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'this is not YAML: the text goes on after its closing quote',
        'Quotes that print are “ ”: `“水质”月报：“达标”`.',
      ],
    ]);
  });

  it('say of a text that begins with a special character that it needs quotes, whichever it is', () => {
    const { diagnostics } = parseYaml('a.yaml', 'headline: %50');
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'Text with special characters at its beginning must stand in quotes.',
    ]);
  });

  it('say of a map on one line that it needs braces', () => {
    const { diagnostics } = parseYaml('a.yaml', 'layout: kind: inside');
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'Put a map in braces, `{ kind: inside }`, and text in quotes.',
    ]);
  });
});
