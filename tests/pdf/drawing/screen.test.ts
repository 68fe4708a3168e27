import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMemory } from '../../../src/cache/pieces.js';
import { copySeparated } from '../../../src/pdf/drawing/copy.js';
import { Asked, type Rgb } from '../../../src/pdf/drawing/screen.js';
import { loadPress } from '../../../src/pdf/press.js';
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

describe('pictures of a screen', () => {
  const IMAGE = '/Subtype /Image /Width 16 /Height 8';
  const RAW = Buffer.alloc(16 * 8 * 3, Buffer.from([200, 30, 30]));
  /** The picture as it is copied. */
  const copied = async (entries: string, data: Uint8Array): Promise<{ text: string; data: Uint8Array }> => {
    const file = madePdf({
      content: '/I Do',
      resources: '<< /XObject << /I 10 0 R >> >>',
      objects: [stream(Buffer.from(data).toString('latin1'), `${IMAGE} ${entries}`)],
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

  const asJpeg = (width: number, height: number, channels: 1 | 3 = 3): Sharp =>
    sharp(RAW.subarray(0, width * height * channels), { raw: { width, height, channels } }).jpeg();
  const SMALL = (): Promise<Buffer> => asJpeg(8, 8).toBuffer();
  const TURNED = (): Promise<Buffer> => asJpeg(16, 8).withMetadata({ orientation: 3 }).toBuffer();
  const GREY = (): Promise<Buffer> => asJpeg(16, 8, 1).toColourspace('b-w').toBuffer();
  const AS_IS = async (): Promise<Buffer> => RAW;

  it.each([
    ['a part of which is not shown', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Mask [0 0 0 0 0 0]', AS_IS],
    ['counted from the other end', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Decode [1 0 1 0 1 0]', AS_IS],
    ['of other sizes than they say', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', SMALL],
    ['turned by its camera', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', TURNED],
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
