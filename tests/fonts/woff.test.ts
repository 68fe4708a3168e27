import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { locateFont } from '../../src/fonts/files.js';
import { bytesOfFile, identityOf } from '../../src/fonts/true-type.js';
import { type Unpacked, unpackedWoff } from '../../src/fonts/woff.js';

const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
const folder = mkdtempSync(join(tmpdir(), 'banxin-woff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { path } = locateFont('package:@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff', '.');
const { identity } = bytesOfFile(path)((read, length) => identityOf(read, length, null))!;
const unpackedIn = (cache: string, file = path): Unpacked => unpackedWoff(file, identity, cache);

describe('a WOFF file unpacked', () => {
  const cache = join(folder, 'cache');
  const sfnt = unpackedIn(cache).whole();

  it('is the font that was packed', () => {
    const packed = fontkit.create(readFileSync(path)) as Font;
    const font = fontkit.create(sfnt) as Font;
    expect(font.numGlyphs).toBe(packed.numGlyphs);
    for (const character of '永国，。“Ag1') {
      const [own, other] = [font, packed].map((one) => one.glyphForCodePoint(character.codePointAt(0)!));
      expect(own!.id).toBe(other!.id);
      expect(own!.advanceWidth).toBe(other!.advanceWidth);
      expect(own!.path.toSVG()).toBe(other!.path.toSVG());
    }
  });

  it('begins every table at a multiple of four, and says where', () => {
    for (let at = 12; at < 12 + sfnt.readUInt16BE(4) * 16; at += 16) {
      const [offset, length] = [sfnt.readUInt32BE(at + 8), sfnt.readUInt32BE(at + 12)];
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(sfnt.length);
    }
    expect(sfnt.length % 4).toBe(0);
  });

  it('is kept, and is read from where it is kept', () => {
    const place = unpackedIn(cache).place();
    expect(place).toBe(join(cache, readdirSync(cache)[0]!));
    // Its checksum is behind it.
    expect(readFileSync(place!).subarray(0, -4).equals(sfnt)).toBe(true);
  });

  it('is made anew where what is kept is damaged', () => {
    const own = join(folder, 'damaged');
    truncateSync(unpackedIn(own).place()!, 1000);
    expect(unpackedIn(own).whole().equals(sfnt)).toBe(true);
  });

  it('is in memory where it cannot be kept', () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    expect(unpackedIn(file).place()).toBe(null);
    expect(unpackedIn(file).whole().equals(sfnt)).toBe(true);
  });

  it('is not to be had of a file that breaks off', () => {
    const broken = join(folder, 'broken.woff');
    copyFileSync(path, broken);
    truncateSync(broken, 100_000);
    expect(() => unpackedIn(join(folder, 'of the broken'), broken).place()).toThrow('it breaks off');
  });

  it('is not to be had of a file that is damaged, deflated there or as it is', () => {
    const packed = readFileSync(path);
    const damaged = (tag: string): Unpacked => {
      const bytes = Buffer.from(packed);
      bytes[packed.readUInt32BE(packed.indexOf(tag, 44, 'latin1') + 4) + 20]! ^= 1;
      const file = join(folder, 'damaged.woff');
      writeFileSync(file, bytes);
      return unpackedIn(join(folder, 'of the damaged'), file);
    };
    expect(() => damaged('cmap').place()).toThrow();
    expect(() => damaged('head').place()).toThrow('a table is not what its checksum says');
    expect(damaged('FFTM').place()).not.toBe(null);
  });
});
