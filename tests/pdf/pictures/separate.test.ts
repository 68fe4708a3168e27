import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { inMemory } from '../../../src/cache/pieces.js';
import { cmykPixels } from '../../../src/pdf/pictures/cmyk.js';
import { limitInk, maxInk } from '../../../src/pdf/pictures/ink.js';
import { separateCached } from '../../../src/pdf/pictures/separate.js';
import { pictureBytes } from '../../../src/pdf/pictures/source.js';
import { cmykTiff } from '../../../src/pdf/pictures/tiff.js';
import { loadPress } from '../../../src/pdf/press/press.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-separate-'));
afterAll(() => rmSync(root, { recursive: true }));

const [width, height] = [230, 170];
const cut = { left: 10, top: 5, width: 280, height: 200, toWidth: width, toHeight: height };

/** The same, every pixel by itself, and all of them in memory. */
const plainly = async (source: Buffer, profile: string): Promise<Buffer> => {
  const pixels = await sharp(source)
    .extract(cut)
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace('cmyk')
    .withIccProfile(profile, { attach: false })
    .raw()
    .toBuffer();
  for (let limit = 214; ; ) {
    limitInk(pixels, limit);
    const data = await sharp(cmykTiff(pixels, width, height))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4', progressive: false, optimiseCoding: false })
      .toBuffer();
    const ink = maxInk(await cmykPixels(data));
    if (ink <= 220) return data;
    limit -= Math.ceil(ink - 220) + 1;
  }
};

/** Noise over a gradient, dark enough to go over the limit. */
const photograph = (channels: 3 | 4): Buffer =>
  Buffer.from(
    Array.from({ length: 300 * 210 * channels }, (_, at) => (((at * 2654435761) >>> 24) * ((at >> 8) & 127)) >> 8),
  );

describe('separating', () => {
  for (const channels of [3, 4] as const) {
    it(`gives the bytes that all pixels in memory give, of ${channels} channels`, async () => {
      const raw = { width: 300, height: 210, channels };
      const source = await sharp(photograph(channels), { raw }).png().toBuffer();
      const stood = (await loadPress(null, 'test condition')).value!;
      const { data } = await separateCached(pictureBytes(source), cut, stood, join(root, 'cache'));
      expect(Buffer.from(inMemory(data)).equals(await plainly(source, 'cmyk'))).toBe(true);
    });
  }

  it('does so with a press’s own profile', async () => {
    const file = join(root, 'press.icc');
    writeFileSync(file, (await loadPress(null, 'test condition')).value!.profile);
    const press = (await loadPress({ file }, 'test condition')).value!;
    const source = await sharp(photograph(3), { raw: { width: 300, height: 210, channels: 3 } })
      .jpeg()
      .toBuffer();
    const { data } = await separateCached(pictureBytes(source), cut, press, join(root, 'cache'));
    const separated = await plainly(source, file);
    expect(Buffer.from(inMemory(data)).equals(separated)).toBe(true);

    // What has been saved in its place since does not count.
    writeFileSync(
      file,
      (await loadPress(null, 'test condition')).value!.profile.map((byte, at) => (at < 400 ? byte : ~byte)),
    );
    const again = await separateCached(pictureBytes(source), cut, press, join(root, 'overwritten'));
    expect(Buffer.from(inMemory(again.data)).equals(separated)).toBe(true);
    rmSync(file);
    const gone = await separateCached(pictureBytes(source), cut, press, join(root, 'gone'));
    expect(Buffer.from(inMemory(gone.data)).equals(separated)).toBe(true);
  });
});
