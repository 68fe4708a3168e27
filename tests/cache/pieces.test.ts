import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { keepFiled, recallFiled } from '../../src/cache/filed.js';
import { ChangedFile, inMemory, isUnchanged, writePieces } from '../../src/cache/pieces.js';
import { newFiles } from '../../src/output/new-files.js';
import { together } from './together.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Longer than what is read at once. */
const data = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 2654435761) >>> 24));
const filed = () => {
  keepFiled(folder, 'data', { width: 3 }, data);
  return recallFiled<{ width: number }>(folder, 'data')!;
};

describe('data that is kept', () => {
  it('comes back with its facts, and is told by its bytes', () => {
    const { facts, data: kept } = filed();
    expect(facts).toEqual({ width: 3 });
    expect(kept).toMatchObject({ length: data.length, sum: crc32(data) });
    expect(data.equals(inMemory(kept))).toBe(true);
  });

  it('is not there where it is damaged, cut or another thing', () => {
    filed();
    const path = join(folder, 'data');
    const whole = readFileSync(path);
    for (const at of [3, 90, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      writeFileSync(path, damaged);
      expect(recallFiled(folder, 'data'), `byte ${at}`).toBeNull();
    }
    for (const bytes of [whole.subarray(0, 1000), Buffer.alloc(0), Buffer.from('abcd')]) {
      writeFileSync(path, bytes);
      expect(recallFiled(folder, 'data')).toBeNull();
    }
    expect(recallFiled(folder, 'none')).toBeNull();
  });

  it('is refused where it has changed since', () => {
    const { data: kept } = filed();
    expect(isUnchanged(kept)).toBe(true);
    const whole = readFileSync(kept.path);
    whole[kept.from + 70_000]! ^= 1;
    writeFileSync(kept.path, whole);
    expect(isUnchanged(kept)).toBe(false);
    expect(() => inMemory(kept)).toThrow(ChangedFile);
    expect(() => writePieces(join(folder, 'copy'), [kept])).toThrow(ChangedFile);
    writeFileSync(kept.path, whole.subarray(0, 70_000));
    expect(() => inMemory(kept)).toThrow(ChangedFile);
    rmSync(kept.path);
    expect(isUnchanged(kept)).toBe(false);
    expect(() => inMemory(kept)).toThrow(ChangedFile);
  });
});

it('pieces in memory and in files are written one after the other', () => {
  const pieces = [Buffer.from('版'), filed().data, new Uint8Array(0), Buffer.from('心')];
  const path = join(folder, 'written');
  const sum = writePieces(path, pieces);
  const written = readFileSync(path);
  expect(written.equals(Buffer.concat([Buffer.from('版'), data, Buffer.from('心')]))).toBe(true);
  expect(written.equals(together(pieces))).toBe(true);
  expect(sum).toBe(crc32(written));
});

it('a file that cannot be written because a piece of it has changed is told so, and nothing is put in place', () => {
  const { data: kept } = filed();
  rmSync(kept.path);
  const output = newFiles(join(folder, 'out'));
  output.put('a.pdf', [kept]);
  const [told] = output.putInPlace({ isOurs: () => true });
  output.close();
  expect(told).toMatchObject({ code: 'output-unwritable', hint: 'Build again: it is made anew.' });
  expect(existsSync(join(folder, 'out'))).toBe(false);
});
