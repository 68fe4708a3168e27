import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keep, recall } from '../../src/cache/kept.js';
import { keptSums, type TableSums } from '../../src/fonts/checksums.js';
import { type FontFile, locateFont, readFontHeader } from '../../src/fonts/files.js';

const brush = locateFont('package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf', '.');
const whole = readFileSync(brush.path);

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-checksums-'));
  cache = join(folder, 'cache');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A copy of a font with another byte somewhere in its outlines. */
const put = (name: string, byte: number): FontFile => {
  const bytes = Buffer.from(whole);
  bytes[readFontHeader(brush).tables.get('glyf')!.offset + 7] = byte;
  writeFileSync(join(folder, name), bytes);
  return locateFont(name, folder);
};
const find = (...files: readonly FontFile[]): TableSums[] => {
  const sums = keptSums(cache);
  const found = files.map((file) => sums.of(file, readFontHeader(file).tables));
  sums.keep();
  return found;
};

describe('what fonts add up to', () => {
  it('is kept in one file, of each font as it was last', () => {
    const [one, other] = find(put('one.ttf', 1), put('other.ttf', 2));
    expect(other!.sum).not.toBe(one!.sum);
    expect(find(put('one.ttf', 2), put('third.ttf', 1)).map(({ sum }) => sum)).toEqual([other!.sum, one!.sum]);
    const [name, ...more] = readdirSync(cache);
    expect(more).toEqual([]);
    const kept = JSON.parse(recall(cache, name!)!.toString('utf8')) as [string, TableSums][];
    expect(Object.fromEntries(kept.map(([file, { sum }]) => [file, sum]))).toEqual({
      [`${join(folder, 'one.ttf')}#`]: other!.sum,
      [`${join(folder, 'other.ttf')}#`]: other!.sum,
      [`${join(folder, 'third.ttf')}#`]: one!.sum,
    });
  });

  it('is not added up again until somebody touches the font', () => {
    const font = put('one.ttf', 1);
    const [{ sum }] = find(font) as [TableSums];
    const [name] = readdirSync(cache);
    const other = recall(cache, name!)!.toString('utf8').replace(sum, 'x0');
    keep(cache, name!, Buffer.from(other));
    expect(find(font)[0]!.sum).toBe('x0');
    put('one.ttf', 1);
    expect(find(font)[0]!.sum).toBe(sum);
  });

  it('is found anew where what was kept is damaged', () => {
    const font = put('one.ttf', 1);
    const [before] = find(font);
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'damaged');
    expect(find(font)).toEqual([before]);
  });
});
