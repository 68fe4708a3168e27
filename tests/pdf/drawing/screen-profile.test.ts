import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { screenOf } from '../../../src/pdf/drawing/screen-profile.js';
import { SRGB_PROFILE, WIDE_PROFILE } from './screen-profile.js';

/** Colours all over a cube: bytes of sRGB, and what a wider screen's numbers are for them. */
const SIDE = 6;
const srgb = Buffer.from(
  Array.from({ length: SIDE ** 3 }, (_, index) =>
    [index % SIDE, Math.floor(index / SIDE) % SIDE, Math.floor(index / SIDE ** 2)].map(
      (step) => step * (255 / (SIDE - 1)),
    ),
  ).flat(),
);
const raw = { width: SIDE, height: SIDE ** 2, channels: 3 } as const;
const wide = async (): Promise<{ readonly profile: Buffer; readonly pixels: Buffer }> => {
  const png = await sharp(srgb, { raw }).withIccProfile('p3').png().toBuffer();
  const { icc } = await sharp(png).metadata();
  return { profile: icc!, pixels: await sharp(png, { ignoreIcc: true }).raw().toBuffer() };
};

describe('a profile of a screen', () => {
  it('says what its numbers look like', async () => {
    const { profile, pixels } = await wide();
    expect(pixels.equals(srgb)).toBe(false);
    const toScreen = screenOf(profile)!;
    for (let at = 0; at < srgb.length; at += 3) {
      const seen = toScreen([pixels[at]! / 255, pixels[at + 1]! / 255, pixels[at + 2]! / 255]);
      // The numbers are rounded, and dark ones count for more.
      for (const [index, share] of seen.entries()) expect(Math.abs(share * 255 - srgb[at + index]!)).toBeLessThan(6);
    }
  });

  it('has nothing to say where it is sRGB', () => {
    expect(screenOf(Buffer.from(SRGB_PROFILE, 'latin1'))).toBeNull();
  });

  it.each([
    ['without curves', Buffer.from(WIDE_PROFILE, 'latin1')],
    ['that breaks off', Buffer.from(SRGB_PROFILE, 'latin1').subarray(0, 200)],
    ['that is none', Buffer.from('no profile')],
  ])('%s is not read', (_, profile) => {
    expect(screenOf(profile)).toBeUndefined();
  });
});
