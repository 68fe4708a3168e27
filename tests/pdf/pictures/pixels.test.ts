import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { thisBuild } from '../../../src/cache/at-work.js';
import { besideMemory, NoRoom, withPixels } from '../../../src/pdf/pictures/pixels.js';

const [width, height] = [301, 407];
const noise = (channels: 3 | 4): Buffer =>
  Buffer.from(Array.from({ length: width * height * channels }, (_, at) => (at * 2654435761) >>> 24));

describe('pixels in a file', () => {
  for (const channels of [3, 4] as const) {
    it(`are the picture’s, in strips and by the line, with ${channels} channels`, async () => {
      const raw = noise(channels);
      const picture = (): Sharp => sharp(raw, { raw: { width, height, channels } });
      await besideMemory((folder) =>
        withPixels(picture(), folder, 'noise', (pixels) => {
          const strips = [...pixels.strips()].length;
          expect(strips).toBeGreaterThan(1);
          expect(Buffer.concat([...pixels.strips()].map((strip) => strip)).length).toBe(raw.length);
          let at = 0;
          for (const strip of pixels.strips()) {
            expect(strip.length % channels).toBe(0);
            expect(strip.equals(raw.subarray(at, at + strip.length))).toBe(true);
            at += strip.length;
          }
          const last = (height - 1) * width * channels;
          expect(pixels.row(height - 1).equals(raw.subarray(last))).toBe(true);
        }),
      );
    });
  }

  it('leave nothing behind, also after a fault', async () => {
    let left = '';
    const broken = besideMemory(async (folder) => {
      left = folder;
      expect(existsSync(folder)).toBe(true);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(existsSync(left)).toBe(false);
  });

  it.each([
    ['a.jpg: write error\nsystem error: No space left on device\nwbuffer_write: write failed', 'ENOSPC'],
    ['a.v: unable to open for write\nunix error: Permission denied', 'EACCES'],
    ['system error: Nobody knows', 'EIO'],
  ])('are told of where the system has no room for them: %j', async (words, code) => {
    const fault = await besideMemory(() => Promise.reject(new Error(words))).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(NoRoom);
    expect(fault).toMatchObject({ code, folder: tmpdir() });
  });

  it('of a killed build are taken away by the next one, and no others', async () => {
    const above = mkdtempSync(join(tmpdir(), 'banxin-left-'));
    // No process has this number.
    const gone = `banxin-pixels-${thisBuild().replace(String(process.pid), String(2 ** 22 + 1))}-abcdef`;
    const others = [
      `banxin-pixels-${thisBuild()}-abcdef`,
      `banxin-pixels-${process.pid}-fedcba98-abcdef`,
      'banxin-own',
      // Another program's, whose name goes on as ours do.
      gone.replace('banxin-pixels-', 'another-tools-'),
    ];
    for (const name of [gone, ...others]) mkdirSync(join(above, name));
    vi.stubEnv('TMPDIR', above);
    vi.resetModules();
    const { besideMemory: first } = await import('../../../src/pdf/pictures/pixels.js');
    await first(async () => undefined);
    vi.unstubAllEnvs();
    expect(readdirSync(above).sort()).toEqual(others.sort());
    rmSync(above, { recursive: true });
  });
});
