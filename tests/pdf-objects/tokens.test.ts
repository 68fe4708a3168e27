import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes, type Operand, readOperations } from '../../src/pdf-objects/tokens.js';

const read = (content: string): [string, Operand[]][] => {
  const found: [string, Operand[]][] = [];
  readOperations(
    Buffer.from(content, 'latin1'),
    (operator, operands) => found.push([operator, [...operands]]),
    () => undefined,
  );
  return found;
};
const faultsOf = (content: string): string[] => {
  const found: string[] = [];
  readOperations(
    Buffer.from(content, 'latin1'),
    () => undefined,
    (fault) => found.push(fault),
  );
  return found;
};
const lengthOf = (string: string): number => (read(`${string} Tj`)[0]![1][0] as Bytes).length;

const digits = fc.stringMatching(/^\d{0,18}$/);
const number = fc
  .tuple(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits)
  .map((parts) => parts.join(''))
  .filter((word) => /\d/.test(word));
const hex = fc.stringMatching(/^[0-9a-fA-F \n]{0,40}$/);
const between = fc.constantFrom(' ', '\n', '\r\n', '%a (remark) <\n', '\0\t');

describe('content streams', () => {
  it('have their numbers as JavaScript reads them', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 6 }), between, (words, space) => {
        expect(read(`${words.join(space)}${space}re`)).toEqual([['re', words.map(Number)]]);
      }),
    );
  });

  it('have hexadecimal strings of half as many bytes as digits', () => {
    fc.assert(
      fc.property(hex, (text) => {
        expect(lengthOf(`<${text}>`)).toBe(Math.ceil(text.replace(/\s/g, '').length / 2));
      }),
    );
    expect(lengthOf('<0102zz03>')).toBe(2);
  });

  it('have strings in brackets, brackets within and escapes', () => {
    expect(lengthOf('(abc)')).toBe(3);
    expect(lengthOf('(a(b)c)')).toBe(5);
    expect(lengthOf('(a\\)\\(\\\\)')).toBe(4);
  });

  it('are operators with their operands, whatever stands between', () => {
    const operation: [string, Operand[]][] = [
      ['q', []],
      ['Tf', ['/F1', 10.5]],
      ['TJ', [[new Bytes(2), -33, new Bytes(4), '/n', [1]]]],
      ['BDC', ['/Span', null]],
      ['d', [[], 0]],
    ];
    fc.assert(
      fc.property(between, (space) => {
        const words = ['q', '/F1', '10.5', 'Tf', '[', '<0001>', '-33', '(abcd)', '/n', '[', '1', ']', ']', 'TJ'];
        words.push('/Span', '<<', '/A', '<<', '/B', '(>>)', '>>', '>>', 'BDC', '[', ']', '0', 'd');
        expect(read(words.join(space))).toEqual(operation);
      }),
    );
  });

  it('have pictures within them, which are passed by', () => {
    expect(read('BI /W 2 ID xEI (EIy EI Q').map(([operator]) => operator)).toEqual(['BI', 'ID', 'EI', 'Q']);
  });

  it('say nothing of themselves where they are whole', () => {
    expect(faultsOf('BT /F1 9 Tf [(a\\)b) -3 <0a1>] TJ ET /Span <</A [true null] /B <</C (d)>> >> BDC EMC %>')).toEqual(
      [],
    );
  });

  it.each([
    ['(abc Tj ET (def) Tj', 'the contents break off within a string'],
    ['(abc\\', 'the contents break off within a string'],
    ['<0102 ', 'the contents break off within a string'],
    ['[(abc) 1', 'the contents break off within an array'],
    ['/Span <</A (b)', 'the contents break off within a dictionary'],
    ['BI /W 1 ID abc', 'the contents break off within a picture'],
    ['1 0 0 1 20', 'the contents end without an operator: they break off'],
    ['q Q 1', 'the contents end without an operator: they break off'],
    ['<0102zz> Tj', 'the contents have a string in “< >” of other characters than digits'],
    ['[(abc) TJ (def)] TJ', 'the contents have an operator within an array: it does not end'],
    ['/P <</A 1 BDC (a) Tj>> BDC', 'the contents have an operator within a dictionary: it does not end'],
    ['q ] Q', 'the contents have “]”, which closes nothing'],
  ])('%s: %s', (content, fault) => {
    expect(faultsOf(content)).toContain(fault);
  });

  it('have no numbers that only JavaScript knows', () => {
    for (const word of ['1e5', '0x10', 'Infinity', '--1'])
      expect(read(`${word} w`).map(([name]) => name)).toEqual([word, 'w']);
  });

  it('are read to the end whatever they hold', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (data) =>
        readOperations(
          data,
          () => undefined,
          () => undefined,
        ),
      ),
    );
  });
});
