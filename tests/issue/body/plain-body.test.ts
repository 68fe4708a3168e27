import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import type { Reading } from '../../../src/issue/body/body.js';
import { readMarkdown } from '../../../src/issue/body/markdown.js';
import { readPlainBody } from '../../../src/issue/body/plain-body.js';

const reading = (text: string): Reading => ({
  report: new Collector(),
  fullWidth: true,
  file: 'a.md',
  offset: 7,
  text,
});

/** Whether a body is read without the Markdown packages; it is then read as they read it. */
const agrees = (text: string): boolean => {
  const plain = readPlainBody(reading(text));
  if (plain === null) return false;
  const asked = reading(text);
  expect(plain).toEqual(readMarkdown(asked));
  expect(asked.report.diagnostics).toEqual([]);
  return true;
};

const MILD = [
  '甲',
  '乙丙',
  'a',
  'Bc',
  '1',
  '。',
  '，',
  '“',
  '”',
  '——',
  '**',
  '~~',
  '\n',
  '\n\n',
  ' ',
  '　',
  '## ',
  '> ',
  '\n> ',
  '\n>',
  '𠮷',
  'é',
  '\n\n| 甲 | b |\n| - | -: |\n| ',
  ' | ',
];
const TRICKY = [
  '｜',
  '\n|-|-|\n',
  ...['*', '***', '#', '# ', '##', '### ', '  ', '    ', '\t', '\r\n', '\r', '-', '- ', '---', '+ ', '=', '===', '> '],
  ...['1. ', '12) ', '3.5', '&', '&amp;', '&#x4e00;', '\\', '\\*', '_', '__', '`', '```', '<', '<b>', '<!--', '>'],
  ...[
    '[',
    ']',
    '[a]: b',
    '![x](y)',
    '![扫码看](https://a.b/c?d=1&e=2)',
    '\n\n![扫码看](https://a.b/c_d)\n\n',
    '\n\n![](http://a)\n\n',
    '!',
    '~',
    '~~~',
    '|',
    ' | ',
    '|-|',
    'http://a.b',
    'a@b.c',
    ':',
    ';',
    '%',
    '(',
    ')',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\0',
    '\u0007',
    '\ufe0f',
    '\ufe00',
    '\u0301',
    '🀄',
    '\ud800',
    '•',
    '·',
    '∶',
  ],
];

describe('plain bodies', () => {
  it('are read as Markdown reads them, wherever they are read at all', () => {
    const text = (pieces: readonly string[]) => array(constantFrom(...pieces), { maxLength: 24 });
    let read = 0;
    const look = (pieces: readonly string[]) => {
      read += Number(agrees(pieces.join('')));
    };
    assert(property(text(MILD), look), { numRuns: 3000 });
    assert(property(text([...MILD, ...MILD, ...MILD, ...TRICKY]), look), { numRuns: 3000 });
    expect(read).toBeGreaterThan(500);
  });

  it.each(['\u2028', '\u2029', '\r', ' '])('take a QR code behind or before %j for none of a line', (mark) => {
    const code = '![扫码看](https://a.b/c?d=1&e=2)';
    expect(agrees(code)).toBe(true);
    for (const text of [`${mark}${code}`, `甲${mark}${code}`, `${code}${mark}`, `甲\n\n${code}${mark}\n\n乙`]) {
      expect(agrees(text), JSON.stringify(text)).toBe(false);
    }
  });

  it('are those of the sample issue', () => {
    const folder = 'issues/12867/articles';
    for (const name of readdirSync(folder)) {
      const body = readFileSync(`${folder}/${name}`, 'utf8').replace(/^---\n.*?\n---\n/s, '');
      expect(agrees(body), name).toBe(true);
    }
  });

  it('read verse and quotations, as Markdown does', () => {
    expect(agrees('甲\n\n> 乙\n> 丙\n>\n> 丁\n\n> 戊\n> ——己\n\n> 庚**辛**\n\n## 壬\n癸')).toBe(true);
    // A stanza belongs to the quotation that it stands in.
    expect(agrees('> 甲\n> 乙\n\n> 丙\n> 丁\n>\n> 戊\n> 己\n> ——庚')).toBe(true);
  });

  it('read passages that may be left out, as Markdown does', () => {
    expect(agrees('甲。~~乙。**丙**。~~丁。\n\n~~“戊”。~~\n\n3~5~~己~~')).toBe(false);
    expect(agrees('甲。~~乙。**丙**。~~丁。\n\n~~“戊”。~~\n~~己~~')).toBe(true);
  });

  it('read tables of plain text, as Markdown does', () => {
    expect(agrees('甲\n\n| 乙 | 丙 |\n| --- | :-: |\n| 丁： | |\n| 3.5 | 戊！ |\n\n己')).toBe(true);
    expect(agrees('甲 | 乙\n| - | - |\n丙 | 丁')).toBe(true);
  });

  it.each([
    '1\\. 甲',
    '甲*乙*',
    '***甲***',
    '**甲 **乙',
    '~~甲',
    '甲~~ 乙~~',
    '**甲~~乙**~~',
    '~~~甲',
    '## ~~甲~~',
    '> ~~甲~~',
    '甲**，**乙**',
    '    甲',
    '甲  \n乙',
    '- 甲',
    '## 甲 #',
    '# 甲',
    '甲\n===',
    '>甲',
    '> 甲\n乙',
    '> > 甲',
    '> - 甲',
    '甲 > 乙',
  ])('%j is left to Markdown', (text) => expect(readPlainBody(reading(text))).toBeNull());
});
