import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Operators } from '../../src/pdf/operators.js';

const written = (write: (out: Operators) => void): string => {
  const out = new Operators();
  write(out);
  return Buffer.from(out.content).toString('latin1');
};

it('writes whole numbers as they are read', () => {
  for (const value of [0, 9, 10, -1, -1000, 1_234_567_890]) expect(written((out) => out.whole(value))).toBe(`${value}`);
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(written((out) => out.whole(value))).toBe(`${value}`);
    }),
  );
});

it('writes codes so that a literal string gives them back (ISO 32000-1, 7.3.4.2)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (codes) => {
      const said = written((out) => {
        for (const code of codes) out.code(code);
      });
      expect(said).not.toMatch(/\r/);
      expect(said.replace(/\\./g, '')).not.toMatch(/[()\\]/);
      const read = said.replace(/\\(.)/g, (_, escaped) => (escaped === 'r' ? '\r' : escaped));
      expect(Buffer.from(read, 'latin1')).toEqual(Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff])));
    }),
  );
});

it('has room for more than it began with', () => {
  const said = written((out) => {
    for (let index = 0; index < 20_000; index++) out.code(0x4142);
    out.write('end');
  });
  expect(said).toBe(`${'AB'.repeat(20_000)}end`);
});
