/** One picture → what prints: upright, cropped, sized, separated, ink in limits, JPEG. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { keepFiled, recallFiled } from '../../cache/filed.js';
import { keyOf } from '../../cache/kept.js';
import { openPictureLibrary, pictureLibrary } from '../../cache/library.js';
import type { PixelSize } from '../drawing/pixels.js';
import type { Press, PrintPixels } from '../types.js';
import { mostOf } from './cmyk.js';
import { COLOURS_A_ROW, type Colours, withColours } from './colours.js';
import { compress, INK_LIMIT, type Inks, QUALITY } from './compress.js';
import { greysInBlack, pressGreys } from './greys.js';
import { limitInk } from './ink.js';
import { openPicture } from './opened.js';
import { besideMemory, type Pixels, withPixels } from './pixels.js';
import { deepen } from './solid.js';
import type { PictureBytes } from './source.js';

/** The part of a picture that prints, and in how many pixels. */
export interface Cut {
  /** Pixels of the upright picture. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels to print. */
  readonly toWidth: number;
  readonly toHeight: number;
  /** Pixels that the whole of a drawing is drawn in for it, its greys in black ink alone; left out of other pictures. */
  readonly drawn?: PixelSize;
  /** In greys, whatever colours the picture has. */
  readonly black?: true;
  /** In greys of which the darkest is black. */
  readonly solid?: true;
}

/** A picture as it prints. */
export type Separation = Pick<PrintPixels, 'data' | 'width' | 'height' | 'space' | 'inverted' | 'maxInk'> & {
  /** The source was CMYK already and held more ink than the limit. */
  readonly reduced: boolean;
  /** It has colours, and is printed in greys. */
  readonly greyed: boolean;
};

const FORM = 'separation 9';

/** As `separate`, kept in `folder` under everything that the result follows from; its data stays there if it can. */
export const separateCached = async (
  source: PictureBytes,
  cut: Cut,
  press: Press,
  folder: string,
): Promise<Separation> => {
  const key = keyOf(FORM, source.content, JSON.stringify([cut, INK_LIMIT, QUALITY, pictureLibrary()]), press.profileId);
  const kept = recallFiled<SeparationFacts>(folder, key);
  if (kept !== null) return { ...kept.facts, data: kept.data };
  const { data, ...facts } = await separate(await source.read(), cut, press);
  keepFiled(folder, key, facts, data);
  return { ...facts, data: recallFiled(folder, key)?.data ?? data };
};

type SeparationFacts = Omit<Separation, 'data'>;

const separate = (
  source: Uint8Array,
  cut: Cut,
  press: Press,
): Promise<SeparationFacts & { readonly data: Uint8Array }> =>
  besideMemory(async (folder) => {
    const { space, channels, open } = await openPicture(source, folder, cut.drawn);
    const { toWidth: width, toHeight: height } = cut;
    const grey = space === 'b-w' || space === 'grey16' || channels < 3;
    if (grey || cut.black === true) {
      const data = await inBlackInk(cutOut(open(), cut), cut, press);
      const greyed = !grey && (await hasColours(cutOut(open(), { ...cut, ...GLANCE })));
      return { data, width, height, space: 'DeviceGray', inverted: false, maxInk: 100, reduced: false, greyed };
    }
    const ready = space === 'cmyk';
    const picture = cutOut(ready ? open().pipelineColourspace('cmyk') : open(), cut);
    const finish = async (inks: Inks): ReturnType<typeof separate> => {
      const reduced = ready && mostOf(inks.strips()) > INK_LIMIT;
      const { data, ink } = await compress(inks, cut, folder);
      return { data, width, height, space: 'DeviceCMYK', inverted: true, maxInk: ink, reduced, greyed: false };
    };
    if (ready) return finish(inksByPixel(await rawInks(picture, width * height)));
    const separated = separator(press, folder);
    if (space === 'srgb') {
      const colours = picture.toColourspace('srgb');
      return withPixels(colours, folder, 'colours', (rgb) =>
        withColours(rgb.strips(), async (different) => {
          const inks = await inksOfRows(different.rows, separated);
          if (cut.drawn !== undefined) greysInBlack(different.rows, inks, await pressGreys(press));
          return finish(inksByColour(rgb, different, inks));
        }),
      );
    }
    return finish(inksByPixel(await rawInks(separated(picture), width * height)));
  });

/** The part of it that prints, upright, in as many pixels as print, on white. */
export const cutOut = (picture: Sharp, { left, top, width, height, toWidth, toHeight }: Cut): Sharp =>
  picture
    .autoOrient()
    .extract({ left, top, width, height })
    .resize(toWidth, toHeight, { fit: 'fill' })
    .flatten({ background: 'white' });

/** Pixels that are enough to see whether a picture has colours. */
const GLANCE = { toWidth: 64, toHeight: 64 };

/** How far red, green and blue of a grey are from each other at most: greys of a camera have a cast. */
const CAST = 24;

const hasColours = async (picture: Sharp): Promise<boolean> => {
  const rgb = await picture.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer();
  for (let at = 0; at < rgb.length; at += 3) {
    const [red, green, blue] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > CAST) return true;
  }
  return false;
};

/** Greys as dark as they look, whatever the press makes of its dots. */
const inBlackInk = async (picture: Sharp, cut: Cut, press: Press): Promise<Buffer> => {
  const { toWidth: width, toHeight: height } = cut;
  const sharp = await openPictureLibrary();
  const greys = await picture.toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
  if (cut.solid === true) deepen(greys);
  const table = await pressGreys(press);
  for (let at = 0; at < greys.length; at++) greys[at] = table[greys[at]!]!;
  return sharp(greys, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .toColourspace('b-w')
    .jpeg({ quality: QUALITY })
    .toBuffer();
};

/** Colours, three bytes each, as the press prints them, four bytes each and within the limit of ink. */
export const separateColours = (rgb: Uint8Array, press: Press): Promise<Uint8Array> =>
  besideMemory(async (folder) => {
    const rows = new Uint8Array(Math.ceil(rgb.length / 3 / COLOURS_A_ROW) * COLOURS_A_ROW * 3);
    rows.set(rgb);
    const inks = await inksOfRows(rows, separator(press, folder));
    limitInk(inks, INK_LIMIT);
    return inks;
  });

/** The inks of colours in rows, which are a picture themselves. */
const inksOfRows = async (rows: Uint8Array, separated: (picture: Sharp) => Sharp): Promise<Buffer> => {
  const sharp = await openPictureLibrary();
  const height = rows.length / 3 / COLOURS_A_ROW;
  const list = sharp(rows, { raw: { width: COLOURS_A_ROW, height, channels: 3 }, limitInputPixels: false });
  return rawInks(separated(list), height * COLOURS_A_ROW);
};

/** Colour by colour: eight bits of red, green and blue say all of a pixel. The same inks as pixel by pixel. */
const inksByColour = (pixels: Pixels, { spread }: Colours, inks: Buffer): Inks => ({
  *strips() {
    let strip = Buffer.alloc(0);
    for (const rgb of pixels.strips()) {
      const bytes = (rgb.length / 3) * 4;
      if (strip.length < bytes) strip = Buffer.alloc(bytes);
      yield spread(rgb, inks, strip.subarray(0, bytes));
    }
  },
  limit: (percent) => limitInk(inks, percent),
});

const inksByPixel = (inks: Buffer): Inks => ({
  strips: () => [inks],
  limit: (percent) => limitInk(inks, percent),
});

/**
 * Separates pictures with the profile that was read: the library takes one by its path only, and what stands where it
 * was read may be another by now.
 */
const separator = ({ profile }: Press, folder: string): ((picture: Sharp) => Sharp) => {
  const path = join(folder, 'press.icc');
  writeFileSync(path, profile);
  return (picture) => picture.withIccProfile(path, { attach: false });
};

const rawInks = async (picture: Sharp, count: number): Promise<Buffer> => {
  const inks = await picture.toColourspace('cmyk').raw().toBuffer();
  if (inks.length !== count * 4) throw new Error('it does not separate into four inks');
  return inks;
};
