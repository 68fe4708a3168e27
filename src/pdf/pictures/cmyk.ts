/** Pictures that are CMYK, read as they are. */
import type { Sharp } from 'sharp';
import { openPictureLibrary } from '../../cache/library.js';
import { maxInk } from './ink.js';

/** Greatest sum of inks of any pixel, in per cent. */
export const mostOf = (strips: Iterable<Uint8Array>): number => {
  let most = 0;
  for (const inks of strips) most = Math.max(most, maxInk(inks));
  return most;
};

/** A CMYK picture as its inks are. */
export const cmykOf = async (data: Uint8Array | string): Promise<Sharp> =>
  (await asItIs(data)).pipelineColourspace('cmyk').toColourspace('cmyk');

/** A picture of greys alone, a byte a pixel. */
export const greysOf = async (data: Uint8Array | string): Promise<Sharp> => (await asItIs(data)).toColourspace('b-w');

/** A picture of any size, not yet read. */
export const asItIs = async (data: Uint8Array | string): Promise<Sharp> => {
  const sharp = await openPictureLibrary();
  return sharp(data, { limitInputPixels: false });
};

/** The inks of a CMYK picture as they are, four bytes a pixel. */
export const cmykPixels = async (data: Uint8Array): Promise<Buffer> => (await cmykOf(data)).raw().toBuffer();
