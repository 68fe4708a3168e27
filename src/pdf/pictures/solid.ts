/** Letters that were drawn, in black alone: as solid as type is, whatever colour they have. */
import type { Sharp } from 'sharp';
import { openPictureLibrary } from '../../cache/library.js';

const WHITE = 255;

/** Makes the darkest of some greys (0 black to 255 white) black; white stays, and what is between keeps its share. In place. */
export const deepen = (greys: Uint8Array): void => {
  const darkest = greys.reduce((least, grey) => Math.min(least, grey), WHITE);
  if (darkest === WHITE) return;
  for (let at = 0; at < greys.length; at++) {
    greys[at] = Math.round(((greys[at]! - darkest) * WHITE) / (WHITE - darkest));
  }
};

/** A picture in greys of which the darkest is black. */
export const solidOf = async (picture: Sharp): Promise<Sharp> => {
  const sharp = await openPictureLibrary();
  const { data, info } = await picture
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  deepen(data);
  const raw = { width: info.width, height: info.height, channels: 1 } as const;
  return sharp(data, { raw, limitInputPixels: false }).toColourspace('b-w');
};
