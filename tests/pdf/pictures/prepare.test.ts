import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Color, type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/cache/kept.js';
import { inMemory } from '../../../src/cache/pieces.js';
import { hasErrors } from '../../../src/diagnostics/types.js';
import type { Image, Tag } from '../../../src/page/types.js';
import { imagesOf } from '../../../src/pdf/items.js';
import { cmykOf, cmykPixels, greysOf } from '../../../src/pdf/pictures/cmyk.js';
import { INK_LIMIT } from '../../../src/pdf/pictures/compress.js';
import { maxInk } from '../../../src/pdf/pictures/ink.js';
import { type Pictures, preparePictures } from '../../../src/pdf/pictures/prepare.js';
import { cmykTiff } from '../../../src/pdf/pictures/tiff.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { screenPictures } from '../../../src/pdf/screen/pictures.js';
import type { Press, PrintPixels } from '../../../src/pdf/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';
import { group, page } from '../pages.js';
import { inkTiff } from './ink-tiff.js';
import { displayP3, linearGreys, profiledPng } from './profiled.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-pictures-'));
afterAll(() => rmSync(root, { recursive: true }));

let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
});

const SIDE = 300;
const size = { width: 72, height: 72 };
const whole = { x: 0, y: 0, width: 1, height: 1 };

/** One picture as it goes to the press, with what was said of it. */
const prepared = async (
  file: string,
  looks: { readonly black?: true; readonly lettering?: true } = {},
  part: Tag['part'] = 'picture',
): Promise<{ picture: PrintPixels | null; said: readonly string[]; isRefused: boolean }> => {
  const item = { kind: 'image', file, size, crop: whole, alt: '', ...looks } as const;
  const source = { path: (name: string): string => join(root, name) };
  const pictures = await preparePictures(
    imagesOf(page([[100, 100, group({ part, slot: 'foot' }, [[0, 0, item]])]])),
    source,
    press,
    join(root, 'cache'),
  );
  return {
    picture: pictures.get(item) as PrintPixels | null,
    said: heldInChinese(pictures.diagnostics).map(({ code, message }) => `${code}: ${message}`),
    isRefused: hasErrors(pictures.diagnostics),
  };
};

const plain = (channels: 3 | 4, background: Color): Sharp =>
  sharp({ create: { width: SIDE, height: SIDE, channels, background } });

/** Sides of a page's worth of CMYK in four equal inks, in per cent each. */
const inks = (share: number): Buffer =>
  cmykTiff(Buffer.alloc(SIDE * SIDE * 4, Math.round(share * 2.55)), SIDE, SIDE, press.profile);

/** One of a set of pictures that are of pixels. */
const pixelsOf = (pictures: Pick<Pictures, 'get'>, item: Image): PrintPixels => pictures.get(item) as PrintPixels;

describe('pictures of every kind come out right', () => {
  it('noise in RGB keeps within the limit of ink, by its own pixels', async () => {
    const noise = Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, (_, at) => ((at * 2654435761) >>> 24) / 3));
    const raw = { width: SIDE, height: SIDE, channels: 3 } as const;
    await sharp(noise, { raw }).png().toFile(join(root, 'noise.png'));
    const { picture, said } = await prepared('noise.png');
    expect(said).toEqual([]);
    const ink = maxInk(await cmykPixels(inMemory(picture!.data)));
    expect(ink).toBeLessThanOrEqual(INK_LIMIT);
    expect(ink).toBeGreaterThan(INK_LIMIT - 40);
  });

  it('grey stays grey', async () => {
    await plain(3, { r: 90, g: 90, b: 90 }).toColourspace('b-w').jpeg().toFile(join(root, 'grey.jpg'));
    expect((await prepared('grey.jpg')).picture).toMatchObject({ space: 'DeviceGray', maxInk: 100 });
  });

  it('a page in black has greys of a photograph, and its colours beside it are another picture', async () => {
    await plain(3, { r: 200, g: 30, b: 30 }).png().toFile(join(root, 'red.png'));
    const [coloured, black] = [await prepared('red.png'), await prepared('red.png', { black: true })];
    expect(coloured.picture).toMatchObject({ space: 'DeviceCMYK' });
    expect(black.picture).toMatchObject({ space: 'DeviceGray' });
    expect(black.said).toEqual([]);
    const { dominant } = await sharp(inMemory(black.picture!.data)).stats();
    expect(dominant.r).toBe(dominant.g);
    expect(dominant.r).toBeGreaterThan(30);
    expect(dominant.r).toBeLessThan(130);
  });

  it('letters that were drawn are solid there, white stays', async () => {
    const halves = plain(3, { r: 255, g: 255, b: 255 }).composite([
      {
        input: await plain(3, { r: 230, g: 0, b: 18 })
          .resize(SIDE / 2, SIDE)
          .png()
          .toBuffer(),
        left: 0,
        top: 0,
      },
    ]);
    await halves.png().toFile(join(root, 'letters.png'));
    const inksOf = async (looks: { readonly lettering?: true }): Promise<readonly number[]> => {
      const { picture } = await prepared('letters.png', { black: true, ...looks });
      const { channels } = await sharp(inMemory(picture!.data)).stats();
      return [channels[0]!.min, channels[0]!.max];
    };
    expect((await inksOf({}))[0]).toBeGreaterThan(30);
    const [darkest, lightest] = await inksOf({ lettering: true });
    expect(darkest).toBeLessThan(6);
    expect(lightest).toBeGreaterThan(250);
  });

  it('an advertisement with colours is told of there, one in greys is not', async () => {
    await plain(3, { r: 90, g: 96, b: 92 }).png().toFile(join(root, 'cast.png'));
    await plain(3, { r: 90, g: 30, b: 92 }).png().toFile(join(root, 'sold.png'));
    const told = async (file: string, looks: { readonly black?: true }): Promise<readonly string[]> =>
      (await prepared(file, looks, 'advertisement')).said;
    expect(await told('sold.png', {})).toEqual([]);
    expect(await told('cast.png', { black: true })).toEqual([]);
    expect(await told('sold.png', { black: true })).toEqual([
      'advertisement-black: page 1, slot “foot”: the advertisement sold.png has colours, and its page is printed in black alone',
    ]);
  });

  it('16 bits and transparency become eight bits on white', async () => {
    const clear = plain(4, { r: 255, g: 0, b: 0, alpha: 0 });
    await clear.toColourspace('rgb16').png().toFile(join(root, 'clear.png'));
    expect((await sharp(join(root, 'clear.png')).metadata()).depth).toBe('ushort');
    const { picture } = await prepared('clear.png');
    expect(maxInk(await cmykPixels(inMemory(picture!.data)))).toBeLessThan(5);
  });

  it.each([
    ['colours', [200, 40, 40], displayP3],
    ['colours that shine through', [200, 40, 40, 128], displayP3],
    ['greys', [128], linearGreys],
  ] as const)('16 bits with a profile print and show as eight with it do: %s', async (_, colour, profileOf) => {
    const profile = await profileOf();
    const [eight, sixteen] = await Promise.all(
      ([8, 16] as const).map(async (bits) => {
        const file = `${bits}.png`;
        writeFileSync(join(root, file), await profiledPng(colour, SIDE, bits, profile));
        expect((await sharp(join(root, file)).metadata()).depth).toBe(bits === 8 ? 'uchar' : 'ushort');
        const { picture, said } = await prepared(file);
        expect(said).toEqual([]);
        const printed = await (colour.length === 1 ? greysOf : cmykOf)(inMemory(picture!.data));
        const pixels = await Promise.all([printed, sharp(await onScreen(file))].map((one) => one.raw().toBuffer()));
        return pixels.flatMap((all) => [...all.subarray(0, 3)]);
      }),
    );
    for (const [at, value] of eight!.entries()) expect(Math.abs(sixteen![at]! - value), String(at)).toBeLessThan(4);
  });

  it('EXIF rotation is applied: what lay left stands on top', async () => {
    const half = { width: 300, height: 300, channels: 3, background: 'black' } as const;
    const wide = sharp({ create: { width: 600, height: 300, channels: 3, background: 'white' } });
    const dark = await sharp({ create: half }).png().toBuffer();
    await wide
      .composite([{ input: dark, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(join(root, 'turned.jpg'));
    const { picture } = await prepared('turned.jpg');
    const pixels = await cmykPixels(inMemory(picture!.data));
    const ink = (row: number): number =>
      maxInk(pixels.subarray(row * picture!.width * 4, (row + 1) * picture!.width * 4));
    expect([ink(5) > 100, ink(picture!.height - 5) < 5]).toEqual([true, true]);
  });

  it('separated pictures are kept within the limit, and reduced and named beyond it', async () => {
    writeFileSync(join(root, 'light.tif'), inks(40));
    const light = await prepared('light.tif');
    expect(light.said).toEqual([]);
    expect(Math.abs((await cmykPixels(inMemory(light.picture!.data)))[0]! - 102)).toBeLessThan(4);
    writeFileSync(join(root, 'heavy.tif'), inks(90));
    const heavy = await prepared('heavy.tif');
    expect(heavy.said).toEqual([
      'picture-ink: heavy.tif came separated, with more than 220 % ink; its shadows were reduced.',
    ]);
    expect(maxInk(await cmykPixels(inMemory(heavy.picture!.data)))).toBeLessThanOrEqual(INK_LIMIT);
    expect([light.isRefused, heavy.isRefused]).toEqual([false, false]);
  });

  it.each([
    ['of 16 bits', [102, 51, 26, 0], 16, [102, 51, 26, 0]],
    ['transparent, set on paper', [102, 51, 26, 0, 128], 8, [51, 26, 13, 0]],
    ['both', [102, 51, 26, 0, 128], 16, [51, 26, 13, 0]],
  ] as const)('separated pictures keep their inks: %s', async (kind, pixel, bits, wanted) => {
    const bytes = pixel.flatMap((ink) => (bits === 16 ? [ink, ink] : [ink]));
    const rows = Buffer.alloc(SIDE * SIDE * bytes.length, Uint8Array.from(bytes));
    writeFileSync(join(root, `${kind}.tif`), inkTiff(rows, SIDE, SIDE, { channels: pixel.length, bits }));
    const { depth, channels } = await sharp(join(root, `${kind}.tif`)).metadata();
    expect([depth, channels]).toEqual([bits === 16 ? 'ushort' : 'uchar', pixel.length]);
    const { picture, said } = await prepared(`${kind}.tif`);
    expect(said).toEqual([]);
    const printed = await cmykPixels(inMemory(picture!.data));
    for (const [ink, amount] of wanted.entries()) expect(Math.abs(printed[ink]! - amount)).toBeLessThan(3);

    // A reader's screen shows them as it shows the same inks in eight bits on paper.
    writeFileSync(join(root, 'same.tif'), cmykTiff(Buffer.alloc(SIDE * SIDE * 4, Uint8Array.from(wanted)), SIDE, SIDE));
    const shown = await Promise.all([`${kind}.tif`, 'same.tif'].map(onScreen));
    expect(shown[0]!.equals(shown[1]!)).toBe(true);
  });

  it('what has to be brought to eight bits first stands upright, too', async () => {
    const [wide, high] = [2 * SIDE, SIDE];
    // Dark on the left as it lies, and so at the top as it stands.
    const dark = (at: number): boolean => at % wide < wide / 2;
    const inks = Uint16Array.from({ length: wide * high * 4 }, (_, at) => (at % 4 === 3 && dark(at >> 2) ? 0xffff : 0));
    const rows = new Uint8Array(inks.buffer);
    writeFileSync(join(root, 'lying.tif'), inkTiff(rows, wide, high, { channels: 4, bits: 16, orientation: 6 }));
    const greys = Uint8Array.from({ length: wide * high * 3 }, (_, at) => (dark(Math.floor(at / 3)) ? 0 : 255));
    await sharp(greys, { raw: { width: wide, height: high, channels: 3 } })
      .toColourspace('rgb16')
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .png()
      .toFile(join(root, 'lying.png'));
    expect((await sharp(join(root, 'lying.png')).metadata()).depth).toBe('ushort');
    for (const file of ['lying.tif', 'lying.png']) {
      const { picture, said } = await prepared(file);
      expect(said).toEqual([]);
      const pixels = await cmykPixels(inMemory(picture!.data));
      const ink = (row: number): number =>
        maxInk(pixels.subarray(row * picture!.width * 4, (row + 1) * picture!.width * 4));
      expect([file, ink(5) > 90, ink(picture!.height - 5) < 5]).toEqual([file, true, true]);
    }
  });

  it('a picture of as many pixels as the loader takes prints', async () => {
    const background = { r: 90, g: 90, b: 90 };
    const wide = { width: 30_000, height: 10_000, channels: 3, background } as const;
    await sharp({ create: wide, limitInputPixels: false })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toFile(join(root, 'wide.png'));
    const { picture, said } = await prepared('wide.png');
    expect(said).toEqual([]);
    expect(picture).toMatchObject({ space: 'DeviceGray' });
    expect((await onScreen('wide.png')).length).toBeGreaterThan(0);
  });
});

/** A picture of a page's screen edition. */
const onScreen = async (file: string): Promise<Buffer> => {
  const item = { kind: 'image', file, size, crop: whole, alt: '' } as const;
  const pictures = await screenPictures([page([[0, 0, item]])], { path: (name) => join(root, name) });
  expect(pictures.diagnostics).toEqual([]);
  return Buffer.from(inMemory((pictures.get(item) as PrintPixels).data));
};

describe('a picture at its place', () => {
  const colours = ['red', 'green', 'blue', 'white'] as const;
  const item = (crop: Image['crop'], looks: Partial<Image> = {}): Image => {
    return { kind: 'image', file: 'quarters.png', size, crop, alt: '', ...looks };
  };
  const quarter = (x: number, y: number): Image => item({ x, y, width: 0.5, height: 0.5 });

  beforeAll(async () => {
    const tiles = colours.map((background, at) => ({
      input: { create: { width: 300, height: 300, channels: 3 as const, background } },
      left: (at % 2) * 300,
      top: at < 2 ? 0 : 300,
    }));
    await plain(3, 'black').resize(600, 600).composite(tiles).png().toFile(join(root, 'quarters.png'));
  });

  it('is the part of it that stands there, however often others of it do, in as many pixels as newsprint shows', async () => {
    const source = { path: (name: string): string => join(root, name) };
    const items = [quarter(0, 0), quarter(0.5, 0), quarter(0, 0.5), quarter(0.5, 0.5)];
    const black = { ...items[0]!, black: true } as const;
    const small = { ...items[0]!, size: { width: 36, height: 18 } };
    const on = page([...items, black, small].map((one, at) => [0, at * 100, one] as const));
    const press250 = await preparePictures(imagesOf(on), source, press, join(root, 'cache'));
    const screen150 = await screenPictures([on], source);
    const seen = await Promise.all(
      items.map(async (one) =>
        (
          await sharp(inMemory(pixelsOf(screen150, one).data))
            .raw()
            .toBuffer()
        ).subarray(0, 3),
      ),
    );
    for (const [at, [red, green, blue]] of [
      [255, 0, 0],
      [0, 128, 0],
      [0, 0, 255],
      [255, 255, 255],
    ].entries())
      for (const [channel, value] of [red, green, blue].entries())
        expect(Math.abs(seen[at]![channel]! - value!), `${colours[at]} ${channel}`).toBeLessThan(6);
    const first = await Promise.all(
      items.map(async (one) => [...(await cmykPixels(inMemory(pixelsOf(press250, one).data))).subarray(0, 4)]),
    );
    // Of red least cyan, of green least magenta, of blue least yellow.
    const least = first.slice(0, 3).map((inks) => inks.indexOf(Math.min(...inks.slice(0, 3))));
    expect([least, maxInk(Uint8Array.from(first[3]!)) < 5]).toEqual([[0, 1, 2], true]);
    const facts = (made: typeof press250, one: Image): unknown[] => {
      const { width, height, space, ppi } = pixelsOf(made, one);
      return [width, height, space, ppi];
    };
    expect(items.map((one) => facts(press250, one))).toEqual(Array(4).fill([250, 250, 'DeviceCMYK', 300]));
    expect(items.map((one) => facts(screen150, one))).toEqual(Array(4).fill([150, 150, 'DeviceRGB', 300]));
    expect([facts(press250, black), facts(screen150, black)]).toEqual([
      [250, 250, 'DeviceGray', 300],
      [150, 150, 'DeviceGray', 300],
    ]);
    expect((await sharp(inMemory(pixelsOf(screen150, black).data)).metadata()).channels).toBe(1);
    // By the side that has fewer.
    expect([facts(press250, small), facts(screen150, small)]).toEqual([
      [125, 63, 'DeviceCMYK', 600],
      [75, 38, 'DeviceRGB', 600],
    ]);
  });

  it('keeps the pixels that it has where they are few', async () => {
    const large = item({ x: 0.25, y: 0, width: 0.5, height: 1 }, { size: { width: 360, height: 360 } });
    const source = { path: (name: string): string => join(root, name) };
    const made = await preparePictures(imagesOf(page([[0, 0, large]])), source, press, join(root, 'cache'));
    expect(made.get(large)).toMatchObject({ width: 300, height: 600, ppi: 60 });
  });

  it('is separated anew for another press', async () => {
    await plain(3, { r: 120, g: 60, b: 30 }).png().toFile(join(root, 'brown.png'));
    const one = { ...quarter(0, 0), file: 'brown.png' };
    const inksFor = async (own: Press): Promise<number[]> => {
      const source = { path: (name: string): string => join(root, name) };
      const pictures = await preparePictures(imagesOf(page([[0, 0, one]])), source, own, join(root, 'cache'));
      return [...(await cmykPixels(inMemory(pixelsOf(pictures, one).data))).subarray(0, 4)];
    };
    const before = await inksFor(press);
    const other = Buffer.from(press.profile);
    // A profile whose tables from colours to inks are of those for saturated ones: other inks for the same colour.
    const tags = other.readUInt32BE(128);
    const entry = (tag: string): number =>
      Array.from({ length: tags }, (_, at) => 132 + at * 12).find(
        (at) => other.toString('latin1', at, at + 4) === tag,
      )!;
    other.copy(other, entry('B2A0') + 4, entry('B2A2') + 4, entry('B2A2') + 12);
    expect(await inksFor({ ...press, profile: other, profileId: 'another' })).not.toEqual(before);
  });
});

describe('pictures that cannot print as they are meant are refused with the reason', () => {
  it('what is no picture', async () => {
    writeFileSync(join(root, 'a.jpg'), 'words');
    const { picture, said, isRefused } = await prepared('a.jpg');
    expect(said).toEqual([expect.stringMatching(/^picture-refused: a\.jpg: cannot be read/)]);
    expect([picture, isRefused]).toEqual([null, true]);
  });
});

describe('a picture that was looked at when the issue was read', () => {
  const pixels = (level: number): Promise<Buffer> => plain(3, { r: level, g: level, b: level }).png().toBuffer();
  const of = async (content: string): Promise<readonly string[]> => {
    const item = { kind: 'image', file: 'seen.png', size, crop: whole, alt: '' } as const;
    const source = { path: (name: string): string => join(root, name), content: () => content };
    const cache = join(root, 'seen');
    const { diagnostics } = await preparePictures(imagesOf(page([[0, 0, item]])), source, press, cache);
    return heldInChinese(diagnostics).map(({ message }) => message);
  };

  it('is not read again where it is known, and refused where it is another by now', async () => {
    const file = join(root, 'seen.png');
    const seen = await pixels(100);
    writeFileSync(file, seen);
    expect(await of(keyOf(seen))).toEqual([]);
    rmSync(file);
    expect(await of(keyOf(seen))).toEqual([]);
    const other = await pixels(120);
    writeFileSync(file, seen);
    expect(await of(keyOf(other))).toEqual([expect.stringContaining('it has changed since the issue was read')]);
  });
});
