import { expect, it } from 'vitest';
import { hex4, num, pdfName, utf16Hex } from '../../src/pdf/number.js';

it('numbers are rounded, with no exponent and no minus zero', () => {
  expect([1105.5118, 0.0004, -0.0004, 0.0005, 1e-9, 72].map((value) => num(value))).toEqual([
    ...['1105.512', '0', '0', '0.001', '0', '72'],
  ]);
  expect([num(0.12345, 4), num(1 / 3, 4), num(0.05, 1)]).toEqual(['0.1235', '0.3333', '0.1']);
});

it('codes and texts are hexadecimal, of two bytes each', () => {
  expect([0, 0xff, 0x100, 0x4e0a, 0xffff].map(hex4)).toEqual(['0000', '00ff', '0100', '4e0a', 'ffff']);
  expect(utf16Hex('上𠮷')).toBe('4e0ad842dfb7');
});

it('names say what is no plain character byte by byte', () =>
  expect(['red', 'PANTONE 485 C', '红', 'a#/(b', 'x\u0001'].map(pdfName)).toEqual([
    ...['red', 'PANTONE#20485#20C', '#E7#BA#A2', 'a#23#2F#28b', 'x#01'],
  ]));
