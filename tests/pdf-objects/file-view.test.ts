import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { keepFiled, recallFiled } from '../../src/cache/filed.js';
import { inMemory, type Piece } from '../../src/cache/pieces.js';
import { FileView } from '../../src/pdf-objects/file-view.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-view-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filed = (key: string, bytes: Uint8Array): Piece => {
  keepFiled(folder, key, {}, bytes);
  return recallFiled(folder, key)!.data;
};

describe('a file in pieces', () => {
  it('reads as the file in one piece does, wherever it is cut and wherever its pieces lie', () => {
    const parts = fc.array(fc.tuple(fc.uint8Array({ maxLength: 12 }), fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.nat(80), fc.nat(80), fc.string({ minLength: 1, maxLength: 2 }), (all, a, b, word) => {
        const whole = Buffer.concat(all.map(([bytes]) => bytes));
        const view = new FileView(all.map(([bytes, inFile], index) => (inFile ? filed(`${index}`, bytes) : bytes)));
        expect(view.length).toBe(whole.length);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(Buffer.from(inMemory(view.slice(from, to))).equals(whole.subarray(from, to))).toBe(true);
        expect(view.text(from, to)).toBe(whole.toString('latin1', Math.min(from, whole.length), to));
        for (const at of [a, b, 0, -1, whole.length]) expect(view.byteAt(at)).toBe(at < 0 ? undefined : whole[at]);
        expect(view.find(word, a)).toBe(whole.toString('latin1').indexOf(word, a));
      }),
      { numRuns: 200 },
    );
  });

  it('finds a word across the ends of what is searched at a time', () => {
    const bytes = Buffer.alloc(200_000, 'x');
    bytes.write('trailer', 65_533);
    const view = new FileView([bytes.subarray(0, 65_535), bytes.subarray(65_535)]);
    expect([view.find('trailer', 0), view.find('trailer', 65_534)]).toEqual([65_533, -1]);
  });

  it('gives a piece itself where all of it is asked for, and does not read what lies in a file', () => {
    const inFile = filed('left', Buffer.from('left where it is'));
    const bytes = Buffer.from('abc');
    const view = new FileView([bytes, inFile]);
    rmSync(join(folder, 'left'));
    expect(view.slice(0, 3)).toBe(bytes);
    expect(view.slice(3, view.length)).toBe(inFile);
    const standIn = view.sliceOrStandIn(3, view.length);
    expect([standIn.length, view.meant(standIn), view.meant(bytes)]).toEqual([0, inFile, bytes]);
    expect(() => view.byteAt(5)).toThrow();
  });
});
