import { expect, it } from 'vitest';
import { pack, unpack } from '../../src/cache/packed.js';

it('what was packed comes back, its buffers as views into the bytes', () => {
  const large = new Uint8Array(5000).fill(7);
  const pooled = Buffer.from('版心');
  const value = {
    files: [
      { name: '一', data: large },
      { name: '二', data: pooled },
    ],
    byKey: new Map<string, unknown>([['a', { again: large, none: null }]]),
    empty: new Uint8Array(0),
    absent: undefined,
  };
  const parts = pack(value);
  // The large buffer goes out once, itself.
  expect(parts.filter((part) => part === large)).toHaveLength(1);
  const bytes = Buffer.concat(parts);
  expect(bytes.length).toBeLessThan(large.length + 400);
  const back = unpack(bytes) as typeof value;
  expect(back.files.map(({ name, data }) => [name, [...data]])).toEqual(
    value.files.map(({ name, data }) => [name, [...data]]),
  );
  expect(back.files[0]!.data.buffer).toBe(bytes.buffer);
  expect((back.byKey.get('a') as { again: Uint8Array }).again).toBe(back.files[0]!.data);
  expect([back.empty.length, 'absent' in back, back.absent]).toEqual([0, true, undefined]);
});

it('other views are refused', () => {
  expect(() => pack({ numbers: new Float64Array(2) })).toThrow('only bytes');
});
