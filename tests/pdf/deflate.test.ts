import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../src/pdf/deflate.js';

describe('deflating', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => ((index * index) >> 7) % 23);

  it('gives back what went in', () => {
    for (const data of [bytes, new Uint8Array(0), new Uint8Array(70_000)]) {
      expect(Buffer.from(inflateSync(deflate(data))).equals(data)).toBe(true);
    }
  });

  it('gives the bytes that it gives on every machine', () => {
    const hash = createHash('sha256').update(deflate(bytes)).digest('hex');
    expect(hash.slice(0, 16)).toBe('dd629e5e4f3c246d');
  });
});
