import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_LISTS, LINES, lineInChinese } from '../../../src/cli/chinese.js';
import { CATALOGUE } from '../../../src/diagnostics/catalogue.js';
import { SAID } from '../../../src/diagnostics/chinese/catalogue.js';
import { type Form, type Lists, patternOf, translated, WORD } from '../../../src/diagnostics/chinese/forms.js';
import { LISTS, SUGGESTIONS } from '../../../src/diagnostics/chinese/phrases.js';
import { CHINESE, hintInChinese, messageInChinese } from '../../../src/diagnostics/chinese/translate.js';
import { error } from '../../../src/diagnostics/collector.js';
import { CHANGES, REPORT } from '../../../src/proof/chinese.js';
import { sentences } from './sentences.js';

describe('a form', () => {
  const lists: Lists = {
    kind: [['a story', '稿件']],
    all: [
      ['<one>, <rest:all>', '<one>、<rest>'],
      ['<one>', '<one>'],
    ],
  };
  const inChinese = (text: string, ...forms: Form[]): string | null => translated(text, forms, lists);

  it('keeps what its holes hold, and turns them round', () => {
    expect(inChinese('no slot `a` in `b`', ['no slot `<slot>` in `<template>`', '“<template>”没有“<slot>”'])).toBe(
      '“b”没有“a”',
    );
    expect(inChinese('no slot `a` in `b`!', ['no slot `<slot>` in `<template>`', ''])).toBeNull();
  });

  it('says in Chinese what a list knows, and fits nothing else', () => {
    expect(inChinese('a story is here', ['<kind:kind> is here', '这里有<kind>'])).toBe('这里有稿件');
    expect(inChinese('a book is here', ['<kind:kind> is here', '这里有<kind>'])).toBeNull();
    expect(inChinese('a b', ['<n:word>', '<n>'], ['<a:word> <b:word>', '<b><a>'])).toBe('ba');
    expect(inChinese('known: a, b, c.', ['known: <all:all>.', '有<all>'])).toBe('有a、b、c');
  });

  it('looks for another end of a hole where the first does not do', () => {
    expect(inChinese('a; b is a story; done', ['<name> is <kind:kind>; <rest>', '<kind>“<name>”<rest>'])).toBe(
      '稿件“a; b”done',
    );
    expect(inChinese('xx', ['<a><b>x', '<a>-<b>'])).toBe('-x');
  });

  it('is given up soon where a long list does not fit it', () => {
    const names = Array.from({ length: 60 }, (_, index) => `\`name-${index}\``);
    expect(hintInChinese('article-unknown', `Known: ${names.join(', ')}?.`)).toBeNull();
    const lacking = names.map((name) => `${name} has no slot for ${name}`).join('; ');
    expect(hintInChinese('slot-unknown', `${lacking}; and more`)).toBeNull();
  });

  it('is passed over for the next one', () => {
    expect(inChinese('two', ['one', '一'], ['two', '二'])).toBe('二');
  });

  it('takes braces and brackets that are no holes for what they are', () => {
    expect(patternOf('{see: …} < > [x] <name>')).toEqual({
      texts: ['{see: …} < > [x] ', ''],
      holes: [{ name: 'name', list: null }],
    });
  });
});

/** All forms, by what they belong to. */
const groups: readonly (readonly [name: string, forms: readonly Form[], lists: Lists])[] = [
  ...Object.entries(SAID).flatMap(([code, { messages, hints = [] }]) => [
    [`messages of ${code}`, messages, LISTS] as const,
    [`hints of ${code}`, [...hints, ...SUGGESTIONS], LISTS] as const,
  ]),
  ...Object.entries(LISTS).map(([name, forms]) => [`the list ${name}`, forms, LISTS] as const),
  ['lines of commands', LINES, LINE_LISTS],
  ['the report of diff-issue', REPORT, CHANGES],
  ...Object.entries(LINE_LISTS).map(([name, forms]) => [`the list ${name} of lines`, forms, LINE_LISTS] as const),
];

describe('the forms', () => {
  it('are there for every code', () => {
    expect(Object.keys(SAID).sort()).toEqual(Object.keys(CATALOGUE).sort());
    expect(Object.entries(SAID).filter(([, { messages }]) => messages.length === 0)).toEqual([]);
  });

  it.each(groups)('%s: both halves have the same holes, and lists that exist', (_, forms, lists) => {
    for (const [english, chinese] of forms) {
      const names = (half: string): string[] => [...new Set(patternOf(half).holes.map(({ name }) => name))].sort();
      expect(names(chinese), english).toEqual(names(english));
      const named = patternOf(english).holes.flatMap(({ list }) => (list === WORD ? [] : (list ?? [])));
      expect(named.filter((list) => !(list in lists))).toEqual([]);
      expect(patternOf(chinese).holes.filter(({ list }) => list !== null)).toEqual([]);
    }
  });

  it.each(groups)('%s: what they say is understood, and their holes hold what was put in', (_, forms, lists) => {
    for (const form of forms) {
      assert(
        property(sentences(form, lists), ({ english, chinese }) => {
          expect(translated(english, forms, lists), english).toBe(chinese);
        }),
        { numRuns: 40 },
      );
    }
  });

  it.each(groups)('%s: Chinese as a newspaper writes it', (_, forms) => {
    for (const [, chinese] of forms) {
      // One sentence has no full stop, several have one each.
      const stops = chinese.split('。').length - 1;
      expect(stops !== 1 && (stops === 0 || chinese.endsWith('。')), chinese).toBe(true);
      // Lists in YAML have commas of their own.
      expect(chinese.replace(/\[.*?\]/g, '')).not.toMatch(/[您请]|\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
    }
  });
});

describe('Chinese', () => {
  it('says the page of what begins with a number of its own', () => {
    const message = 'page 1: 46 % of the picture in slot “box” is shown, and 60 % should be';
    expect(messageInChinese('picture-cropped', message)).toBe('第1版版位“box”的图片只露出46%，至少应露出60%');
  });

  it('leaves what no form fits as it is', () => {
    expect(messageInChinese('key-unknown', 'something else')).toBeNull();
    expect(hintInChinese('key-unknown', 'something else')).toBeNull();
    const told = error('key-unknown', 'something else', { hint: 'Did you mean `a`?' });
    expect(CHINESE.tell(told)).toEqual({ ...told, hint: '是不是`a`？' });
    expect([CHINESE.finding('something else'), CHINESE.finding('rotated')]).toEqual(['something else', '页面旋转过']);
    expect(lineInChinese('something else')).toBe('something else');
  });
});
