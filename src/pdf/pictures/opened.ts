/** A picture's file as the picture library takes it: in eight bits where it would take sixteen for others than they are. */
import { join } from 'node:path';
import type { Metadata, Sharp } from 'sharp';
import { openPictureLibrary } from '../../cache/library.js';
import { isPdf } from '../../pdf-objects/is-pdf.js';
import type { PixelSize } from '../drawing/pixels.js';
import { withPixels } from './pixels.js';
import { writeCmykTiff } from './tiff.js';

/** A picture to be worked on, and what it says of itself. */
export interface OpenedPicture extends Pick<Metadata, 'space' | 'channels'> {
  /** Pixels, upright. */
  readonly upright: Metadata['autoOrient'];
  /** It, from its first pixel. */
  open(): Sharp;
}

/**
 * Opens a picture; `folder` holds what is too large for memory for as long as it is worked on. A drawing has the pixels
 * that are asked for, or 300 an inch.
 */
export const openPicture = async (bytes: Uint8Array, folder: string, asked?: PixelSize): Promise<OpenedPicture> => {
  const sharp = await openPictureLibrary();
  if (isPdf(bytes)) {
    const { drawPixels } = await import('../drawing/pixels.js');
    const path = join(folder, 'drawn.tif');
    const { width, height, grey } = await drawPixels(bytes, path, asked);
    const picture = (): Sharp => sharp(path, { limitInputPixels: false });
    return { space: grey ? 'b-w' : 'srgb', channels: 3, upright: { width, height }, open: picture };
  }
  // How many pixels it may have was asked when the issue was read.
  const open = (source: Uint8Array | string): Sharp => sharp(source, { limitInputPixels: false });
  const facts = await open(bytes).metadata();
  const { space, channels, autoOrient: upright } = facts;
  if (isUnread(facts)) {
    const path = join(folder, 'inks.tif');
    await writeInks(path, open(bytes).autoOrient(), folder, facts);
    return { space, channels: 4, upright, open: () => open(path) };
  }
  const eight = facts.hasProfile ? IN_EIGHT_BITS[space] : undefined;
  if (eight === undefined) return { space, channels, upright, open: () => open(bytes) };
  const path = join(folder, 'eight-bits.tif');
  const picture = open(bytes).autoOrient().keepIccProfile().toColourspace(eight);
  await picture.tiff({ compression: 'none' }).toFile(path);
  return { space: eight, channels, upright, open: () => open(path) };
};

/**
 * Sixteen bits with a profile: the library turns their colours into Display P3, and takes those for sRGB afterwards; of
 * greys it passes over the profile.
 */
const IN_EIGHT_BITS: Partial<Record<string, 'srgb' | 'b-w'>> = { rgb16: 'srgb', grey16: 'b-w' };

/** The library clips sixteen bits of an ink to eight, and knows no inks that are transparent. */
const isUnread = ({ space, channels, depth }: Metadata): boolean =>
  space === 'cmyk' && (channels > 4 || depth !== 'uchar');

/** A picture's inks, the transparent ones on paper, in eight bits. */
const writeInks = async (
  path: string,
  picture: Sharp,
  folder: string,
  { channels, depth, icc }: Metadata,
): Promise<void> => {
  const channel = BYTES[depth];
  if (channel === undefined) throw new Error('it does not separate into four inks');
  const raw = picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  await withPixels(
    raw,
    folder,
    'raw',
    ({ width, height, strips }) => {
      writeCmykTiff(path, inksOn(strips(), channel, channels), width, height, icc);
    },
    channel,
  );
};

/** Bytes of a channel. */
const BYTES: Partial<Record<string, 1 | 2>> = { uchar: 1, ushort: 2 };

function* inksOn(strips: Iterable<Buffer>, channel: 1 | 2, channels: number): Generator<Uint8Array> {
  const full = channel === 1 ? 0xff : 0xffff;
  for (const strip of strips) {
    const values = channel === 1 ? strip : new Uint16Array(strip.buffer, strip.byteOffset, strip.length / channel);
    const inks = new Uint8Array((values.length / channels) * 4);
    // A fifth channel is how much of the four is there; the library takes no sixth.
    for (let at = 0, to = 0; at < values.length; at += channels) {
      const there = channels === 5 ? values[at + 4]! / full : 1;
      for (let ink = 0; ink < 4; ink++) inks[to++] = Math.round((values[at + ink]! / full) * there * 255);
    }
    yield inks;
  }
}
