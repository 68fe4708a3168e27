import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { keepFiled, recallFiled } from '../../src/cache/filed.js';
import { cacheFolder, forgetOldest, keep, recall, whereKept } from '../../src/cache/kept.js';
import { projectRoot } from '../../src/cache/project.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

it('things are kept in the project, or where BANXIN_CACHE says; the tests never use what the project keeps', () => {
  const inProject = join(projectRoot, '.cache/fonts');
  expect(cacheFolder('fonts')).not.toBe(inProject);
  vi.stubEnv('BANXIN_CACHE', folder);
  expect(cacheFolder('fonts')).toBe(join(folder, 'fonts'));
  for (const none of ['', undefined]) {
    vi.stubEnv('BANXIN_CACHE', none);
    expect(cacheFolder('fonts')).toBe(inProject);
  }
});

it('the files kept last stay', () => {
  const four = join(folder, 'four');
  for (const [age, key] of ['d', 'a', 'c', 'b'].entries()) {
    keep(four, key, Buffer.from(key));
    utimesSync(join(four, key), 0, 1000 - age);
  }
  forgetOldest(four, 4);
  expect(readdirSync(four)).toHaveLength(4);
  forgetOldest(four, 2);
  expect(readdirSync(four).sort()).toEqual(['a', 'd']);
  expect(recall(four, 'a')?.toString()).toBe('a');
  expect(recall(four, 'b')).toBeNull();
});

it('what cannot be kept leaves nothing behind', () => {
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'a'), { recursive: true });
  keep(taken, 'a', Buffer.from('a'));
  expect(readdirSync(taken, { recursive: true })).toEqual(['a']);
  writeFileSync(join(folder, 'file'), '');
  expect(() => keep(join(folder, 'file'), 'a', Buffer.from('a'))).not.toThrow();
});

it('parts go with what they are parts of', () => {
  const parts = join(folder, 'parts');
  for (const [age, key] of ['old', 'old.1', 'new.1', 'new', 'lost.1'].entries()) {
    keep(parts, key, Buffer.from(key));
    utimesSync(join(parts, key), 0, 1000 + age);
  }
  forgetOldest(parts, 2);
  expect(readdirSync(parts).sort()).toEqual(['lost.1', 'new', 'new.1']);
});

it('a folder that is not there has nothing to forget', () => {
  expect(() => forgetOldest(join(folder, 'none'), 1)).not.toThrow();
});

it('is found where it lies only if it is whole', () => {
  const path = join(folder, 'large');
  expect(whereKept(folder, 'large')).toBeNull();
  keep(folder, 'large', Buffer.alloc(200_000, 1), Buffer.from('end'));
  expect(whereKept(folder, 'large')).toBe(path);
  const good = readFileSync(path);
  expect(good.subarray(0, -4).toString().endsWith('end')).toBe(true);
  for (const bad of [good.subarray(0, 100), good.subarray(0, 3), Buffer.alloc(0), Buffer.concat([good, good])]) {
    writeFileSync(path, bad);
    expect(whereKept(folder, 'large')).toBeNull();
  }
});

it('is not what stands under its name, but was kept under another', () => {
  keep(folder, 'one', Buffer.from('kept'));
  keepFiled(folder, 'two', { of: 'two' }, Buffer.from('filed'));
  renameSync(join(folder, 'one'), join(folder, 'other'));
  renameSync(join(folder, 'two'), join(folder, 'another'));
  expect(recall(folder, 'other')).toBeNull();
  expect(whereKept(folder, 'other')).toBeNull();
  expect(recallFiled(folder, 'another')).toBeNull();
  renameSync(join(folder, 'other'), join(folder, 'one'));
  renameSync(join(folder, 'another'), join(folder, 'two'));
  expect(recall(folder, 'one')?.toString()).toBe('kept');
  expect(whereKept(folder, 'one')).toBe(join(folder, 'one'));
  expect(recallFiled(folder, 'two')?.facts).toEqual({ of: 'two' });
});
