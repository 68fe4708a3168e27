import { expect, it } from 'vitest';
import { toUnicode } from '../../../src/pdf/fonts/to-unicode.js';

it('says what each code says, in blocks of a hundred at most; a silent one says a space', () => {
  const codes = Array.from({ length: 201 }, (_, index) => ({
    ...({ code: index + 1, glyph: index, cell: 'whole', width: 1000 } as const),
    said: index === 7 ? '' : String.fromCodePoint(0x4e00 + index),
  }));
  const map = toUnicode(codes);
  expect([...map.matchAll(/^(\d+) beginbfchar$/gm)].map(([, count]) => count)).toEqual(['100', '100', '1']);
  const said = [...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)].slice(1).map(([, code, text]) => [code, text]);
  const hex = (value: number): string => value.toString(16).padStart(4, '0');
  expect(said).toEqual(codes.map(({ code, said }) => [hex(code), hex((said || ' ').charCodeAt(0))]));
});
