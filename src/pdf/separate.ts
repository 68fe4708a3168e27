/** One picture → what prints: upright, cropped, sized, separated, ink in limits, JPEG. */
import type { Sharp } from 'sharp';
import { keptOr, keyOf } from '../cache/kept.js';
import { pictureLibrary } from '../cache/library.js';
import { digestOf } from './digest.js';
import { limitInk, maxInk } from './ink.js';
import { cmykTiff } from './tiff.js';
import type { Press, PrintPicture } from './types.js';

export interface Cut {
  /** Pixels of the upright picture. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels to print. */
  readonly toWidth: number;
  readonly toHeight: number;
}

export type Separation = Pick<PrintPicture, 'data' | 'width' | 'height' | 'space' | 'inverted' | 'maxInk'> & {
  /** The source was CMYK already and held more ink than the limit. */
  readonly reduced: boolean;
};

/** Total ink of a photograph, in per cent. */
export const INK_LIMIT = 220;
/** JPEG adds some points of ink at edges; the limit is set lower by this first. */
const JPEG_MARGIN = 6;
const QUALITY = 92;
const FORM = 'separation 3';

/** As `separate`, kept in `folder` under everything that the result follows from. */
export const separateCached = async (
  source: Uint8Array,
  cut: Cut,
  press: Press,
  folder: string,
): Promise<Separation> => {
  const key = keyOf(
    FORM,
    digestOf(source),
    JSON.stringify([cut, INK_LIMIT, QUALITY, pictureLibrary()]),
    press.profileId,
  );
  const kept = await keptOr(folder, key, async () => {
    const { data, ...facts } = await separate(source, cut, press);
    return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), data]);
  });
  const end = kept.indexOf('\n');
  return { ...JSON.parse(kept.toString('utf8', 0, end)), data: kept.subarray(end + 1) };
};

const separate = async (source: Uint8Array, cut: Cut, press: Press): Promise<Separation> => {
  const { default: sharp } = await import('sharp');
  const { space, channels } = await sharp(source).metadata();
  const { toWidth: width, toHeight: height } = cut;
  if (space === 'b-w' || space === 'grey16' || channels < 3) {
    const data = await cutOut(sharp(source), cut).toColourspace('b-w').jpeg({ quality: QUALITY }).toBuffer();
    return { data, width, height, space: 'DeviceGray', inverted: false, maxInk: 100, reduced: false };
  }
  const ready = space === 'cmyk';
  const opened = ready ? sharp(source).pipelineColourspace('cmyk') : sharp(source);
  const separated = cutOut(opened, cut).toColourspace('cmyk');
  const profiled = ready ? separated : separated.withIccProfile(press.profileName, { attach: false });
  const pixels = await profiled.raw().toBuffer();
  if (pixels.length !== width * height * 4) throw new Error('it does not separate into four inks');
  const reduced = ready && maxInk(pixels) > INK_LIMIT;
  const { data, ink } = await compress(pixels, width, height);
  return { data, width, height, space: 'DeviceCMYK', inverted: true, maxInk: ink, reduced };
};

const cutOut = (picture: Sharp, { left, top, width, height, toWidth, toHeight }: Cut): Sharp =>
  picture
    .autoOrient()
    .extract({ left, top, width, height })
    .resize(toWidth, toHeight, { fit: 'fill' })
    .flatten({ background: 'white' });

/** JPEG of which every pixel, read back, is within the limit. */
const compress = async (pixels: Uint8Array, width: number, height: number): Promise<{ data: Buffer; ink: number }> => {
  const { default: sharp } = await import('sharp');
  for (let limit = INK_LIMIT - JPEG_MARGIN; ; ) {
    limitInk(pixels, limit);
    const tiff = sharp(cmykTiff(pixels, width, height), { limitInputPixels: false });
    const data = await tiff
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', progressive: false })
      .toBuffer();
    const ink = maxInk(await cmykPixels(data));
    if (ink <= INK_LIMIT || limit <= 100) return { data, ink };
    limit -= Math.ceil(ink - INK_LIMIT) + 1;
  }
};

/** The inks of a CMYK picture as they are, four bytes a pixel. */
export const cmykPixels = async (data: Uint8Array): Promise<Buffer> => {
  const { default: sharp } = await import('sharp');
  return sharp(data, { limitInputPixels: false }).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
};
