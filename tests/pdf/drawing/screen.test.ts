import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMemory } from '../../../src/cache/pieces.js';
import { copySeparated } from '../../../src/pdf/drawing/copy.js';
import { Asked, type Rgb } from '../../../src/pdf/drawing/screen.js';
import { cmykPixels } from '../../../src/pdf/pictures/cmyk.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import type { Press } from '../../../src/pdf/types.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
afterAll(() => rmSync(folder, { recursive: true }));
let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
});

const inksOf = async (...colours: Rgb[]): Promise<readonly (readonly number[])[]> => {
  const { objects } = await openDrawing(madePdf({ content: 'n' }));
  const asked = new Asked();
  for (const colour of colours) expect(asked.inksOf(colour)).toEqual([0, 0, 0, 0]);
  const { inksOf: found } = await asked.separated(objects, press, folder);
  return colours.map(found);
};

describe('colours of a screen', () => {
  it('that are black, and nearly, are black ink alone; white is paper', async () => {
    const [black, dark, adobe, white, beyond] = await inksOf(
      [0, 0, 0],
      [0.2, 0.2, 0.2],
      [0.137, 0.122, 0.125],
      [1, 1, 1],
      [2, -1, 0],
    );
    expect([black, dark, adobe, white]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 1],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ]);
    expect(beyond![1]).toBeGreaterThan(0.8);
  });

  it('that are grey are less black the lighter they are', async () => {
    const greys = await inksOf(...[0.3, 0.5, 0.7, 0.9].map((share) => [share, share, share] as const));
    for (const [cyan, magenta, yellow] of greys) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    const blacks = greys.map(([, , , black]) => black!);
    expect(blacks).toEqual([...blacks].sort((one, other) => other - one));
    expect(blacks[0]! < 1 && blacks[3]! > 0).toBe(true);
  });

  it('are separated as photographs are, and hold no more ink than those', async () => {
    const [red, blue] = await inksOf([1, 0, 0], [0, 0, 1]);
    expect([red![0]! < 0.2, red![1]! > 0.8, red![2]! > 0.7]).toEqual([true, true, true]);
    expect([blue![0]! > 0.6, blue![2]! < 0.3]).toEqual([true, true]);
    for (const inks of await inksOf(
      ...[0, 0.1, 0.3].flatMap(
        (low) =>
          [
            [low, 0, 0.2],
            [0, low, 0.15],
          ] as Rgb[],
      ),
    ))
      expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(2.2);
  });
});

describe('colours of a wider screen', () => {
  const LIKE = '.7216 .1961 .1608';
  const ways = (space: string, colour: string) => ({
    content: `/C cs ${colour} scn 0 0 9 9 re f /S sh /P Do`,
    resources: `<< /ColorSpace << /C ${space} >> /Shading << /S 10 0 R >> /XObject << /P 12 0 R >> >>`,
    objects: [
      `<< /ShadingType 2 /ColorSpace ${space} /Coords [0 0 9 0] /Function 11 0 R >>`,
      `<< /FunctionType 2 /Domain [0 1] /C0 [${colour}] /C1 [${colour}] /N 1 >>`,
      stream(
        '\0',
        `/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace [/Indexed ${space} 0 <${Buffer.from(
          colour.split(' ').map((share) => Math.round(Number(share) * 255)),
        ).toString('hex')}>]`,
      ),
    ],
  });
  /** The inks of what is filled, of the shading, and of the palette, 0 to 255. */
  const inksIn = async (space: string, colour: string, profile = 'null'): Promise<readonly number[]> => {
    const made = ways(space, colour);
    const drawing = await openDrawing(madePdf({ ...made, objects: [...made.objects, profile] }));
    const { content, objects } = await copySeparated(drawing, press, folder);
    const filled = /([\d. ]+) k\s+0 0 9 9 re/.exec(inflateSync(inMemory(content)).toString())![1]!;
    const shading = objects.find(({ text }) => text.includes('/FunctionType 0'))!.data!;
    const palette = /<([\da-f]{8})>/i.exec(objects.map(({ text }) => text).join())![1]!;
    const shares = filled
      .trim()
      .split(' ')
      .map((share) => Math.round(Number(share) * 255));
    return [...shares, ...inMemory(shading).subarray(0, 4), ...Buffer.from(palette, 'hex')];
  };

  it('have the inks of what they look like', async () => {
    const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const { icc } = await sharp(png).metadata();
    const [own, srgb] = [
      await inksIn('[/ICCBased 13 0 R]', LIKE, stream(icc!.toString('latin1'), '/N 3')),
      await inksIn('/DeviceRGB', '.7843 .1176 .1176'),
    ];
    expect(srgb).toHaveLength(12);
    for (const [index, ink] of own.entries()) expect(Math.abs(ink - srgb[index]!)).toBeLessThan(5);
    const asTyped = await inksIn('/DeviceRGB', LIKE);
    expect(Math.abs(asTyped[1]! - srgb[1]!)).toBeGreaterThan(8);
  });
});

describe('pictures of a screen', () => {
  const IMAGE = '/Subtype /Image /Width 16 /Height 8';
  const RAW = Buffer.alloc(16 * 8 * 3, Buffer.from([200, 30, 30]));
  /** The picture as it is copied. */
  const copied = async (
    entries: string,
    data: Uint8Array,
    ...others: string[]
  ): Promise<{ text: string; data: Uint8Array }> => {
    const file = madePdf({
      content: '/I Do',
      resources: '<< /XObject << /I 10 0 R >> >>',
      objects: [stream(Buffer.from(data).toString('latin1'), `${IMAGE} ${entries}`), ...others],
    });
    const drawing = await openDrawing(file);
    const [first] = (await copySeparated(drawing, press, folder)).objects;
    return { text: first!.text, data: inMemory(first!.data!) };
  };

  const jpeg = (): Promise<Buffer> =>
    sharp(RAW, { raw: { width: 16, height: 8, channels: 3 } })
      .jpeg()
      .toBuffer();

  it.each([
    ['as they are', '/ColorSpace /DeviceRGB /BitsPerComponent 8', async () => RAW],
    ['deflated', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode', async () => deflateSync(RAW)],
    ['as JPEG', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/DCTDecode] /Intent /Perceptual', jpeg],
  ])('are JPEGs of four inks: %s', async (_, entries, data) => {
    const picture = await copied(entries, await data());
    expect(picture.text).toBe(
      `<< ${IMAGE} /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [ 1 0 1 0 1 0 1 0 ] /Filter /DCTDecode /Length ${picture.data.length} >>`,
    );
    const { width, height, channels } = await sharp(picture.data).metadata();
    expect([width, height, channels]).toEqual([16, 8, 4]);
  });

  it('are not turned, whatever their camera says: a PDF turns them itself', async () => {
    const halves = Buffer.from(RAW).fill(Buffer.from([20, 160, 60]), 0, RAW.length / 2);
    const turned = await sharp(halves, { raw: { width: 16, height: 8, channels: 3 } })
      .withMetadata({ orientation: 3 })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const { data } = await copied('/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', turned);
    const inks = await cmykPixels(data);
    // Green above, red below.
    expect(inks[0]!).toBeGreaterThan(150);
    expect(inks.at(-4)!).toBeLessThan(50);
  });

  it.each(['as they are', 'as JPEG'])('of a wider screen have the inks of what they look like: %s', async (how) => {
    const raw = { width: 16, height: 8, channels: 3 } as const;
    const png = await sharp(RAW, { raw }).withIccProfile('p3').png().toBuffer();
    const { icc } = await sharp(png).metadata();
    const wide = await sharp(png, { ignoreIcc: true }).raw().toBuffer();
    const jpeg = await sharp(wide, { raw }).jpeg({ quality: 100 }).toBuffer();
    const entries = `/ColorSpace [/ICCBased 11 0 R] /BitsPerComponent 8 ${how === 'as JPEG' ? '/Filter /DCTDecode' : ''}`;
    const profile = stream(icc!.toString('latin1'), '/N 3');
    const { data } = await copied(entries, how === 'as JPEG' ? jpeg : wide, profile);
    const [own, srgb] = [
      await cmykPixels(data),
      await cmykPixels((await copied('/ColorSpace /DeviceRGB /BitsPerComponent 8', RAW)).data),
    ];
    for (const [index, ink] of own.subarray(0, 4).entries()) expect(Math.abs(ink - srgb[index]!)).toBeLessThan(8);
  });

  const asJpeg = (width: number, height: number, channels: 1 | 3 = 3): Sharp =>
    sharp(RAW.subarray(0, width * height * channels), { raw: { width, height, channels } }).jpeg();
  const SMALL = (): Promise<Buffer> => asJpeg(8, 8).toBuffer();
  const GREY = (): Promise<Buffer> => asJpeg(16, 8, 1).toColourspace('b-w').toBuffer();
  const AS_IS = async (): Promise<Buffer> => RAW;

  it.each([
    ['a part of which is not shown', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Mask [0 0 0 0 0 0]', AS_IS],
    ['counted from the other end', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Decode [1 0 1 0 1 0]', AS_IS],
    ['of other sizes than they say', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', SMALL],
    ['of greys', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', GREY],
    ['of four bits', '/ColorSpace /DeviceRGB /BitsPerComponent 4', AS_IS],
    ['that break off', '/ColorSpace /DeviceRGB /BitsPerComponent 8', async () => RAW.subarray(1)],
    ['that are no JPEG', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', AS_IS],
    ['of inks', '/ColorSpace /DeviceCMYK /BitsPerComponent 8', AS_IS],
  ])('stay as they are: %s', async (_, entries, make) => {
    const data = await make();
    const picture = await copied(entries, data);
    expect(picture.text).toContain(entries.slice(0, 40));
    expect(Buffer.from(picture.data).equals(data)).toBe(true);
  });
});
