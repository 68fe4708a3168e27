/** One picture → what prints: upright, cropped, sized, separated, ink in limits, JPEG. */
import type { Sharp } from 'sharp';
import { keepFiled, recallFiled } from '../cache/filed.js';
import { keyOf } from '../cache/kept.js';
import { openPictureLibrary, pictureLibrary } from '../cache/library.js';
import { mostOf } from './cmyk.js';
import { COLOURS_A_ROW, type Colours, withColours } from './colours.js';
import { compress, INK_LIMIT, type Inks, QUALITY } from './compress.js';
import { limitInk } from './ink.js';
import type { PictureBytes } from './picture-source.js';
import { besideMemory, type Pixels, withPixels } from './pixels.js';
import type { Press, PrintPicture } from './types.js';

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
}

/** A picture as it prints. */
export type Separation = Pick<PrintPicture, 'data' | 'width' | 'height' | 'space' | 'inverted' | 'maxInk'> & {
  /** The source was CMYK already and held more ink than the limit. */
  readonly reduced: boolean;
};

const FORM = 'separation 5';

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
    const sharp = await openPictureLibrary();
    const { space, channels } = await sharp(source).metadata();
    const { toWidth: width, toHeight: height } = cut;
    if (space === 'b-w' || space === 'grey16' || channels < 3) {
      const data = await cutOut(sharp(source), cut).toColourspace('b-w').jpeg({ quality: QUALITY }).toBuffer();
      return { data, width, height, space: 'DeviceGray', inverted: false, maxInk: 100, reduced: false };
    }
    const ready = space === 'cmyk';
    const picture = cutOut(ready ? sharp(source).pipelineColourspace('cmyk') : sharp(source), cut);
    const finish = async (inks: Inks): ReturnType<typeof separate> => {
      const reduced = ready && mostOf(inks.strips()) > INK_LIMIT;
      const { data, ink } = await compress(inks, cut, folder);
      return { data, width, height, space: 'DeviceCMYK', inverted: true, maxInk: ink, reduced };
    };
    if (space === 'srgb') {
      const colours = picture.toColourspace('srgb');
      return withPixels(colours, folder, 'colours', (rgb) =>
        withColours(rgb.strips(), async (different) => finish(await inksByColour(rgb, different, press))),
      );
    }
    return finish(inksByPixel(await rawInks(ready ? picture : separated(picture, press), width * height)));
  });

const cutOut = (picture: Sharp, { left, top, width, height, toWidth, toHeight }: Cut): Sharp =>
  picture
    .autoOrient()
    .extract({ left, top, width, height })
    .resize(toWidth, toHeight, { fit: 'fill' })
    .flatten({ background: 'white' });

/** Colour by colour: eight bits of red, green and blue say all of a pixel. The same inks as pixel by pixel. */
const inksByColour = async (pixels: Pixels, { rows, spread }: Colours, press: Press): Promise<Inks> => {
  const sharp = await openPictureLibrary();
  const height = rows.length / 3 / COLOURS_A_ROW;
  const list = sharp(rows, { raw: { width: COLOURS_A_ROW, height, channels: 3 }, limitInputPixels: false });
  const inks = await rawInks(separated(list, press), height * COLOURS_A_ROW);
  return {
    *strips() {
      let strip = Buffer.alloc(0);
      for (const rgb of pixels.strips()) {
        const bytes = (rgb.length / 3) * 4;
        if (strip.length < bytes) strip = Buffer.alloc(bytes);
        yield spread(rgb, inks, strip.subarray(0, bytes));
      }
    },
    limit: (percent) => limitInk(inks, percent),
  };
};

const inksByPixel = (inks: Buffer): Inks => ({
  strips: () => [inks],
  limit: (percent) => limitInk(inks, percent),
});

const separated = (picture: Sharp, press: Press): Sharp => picture.withIccProfile(press.profileName, { attach: false });

const rawInks = async (picture: Sharp, count: number): Promise<Buffer> => {
  const inks = await picture.toColourspace('cmyk').raw().toBuffer();
  if (inks.length !== count * 4) throw new Error('it does not separate into four inks');
  return inks;
};
