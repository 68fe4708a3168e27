/**
 * Soft masks that are hard but for their edges, as of a logo or a stamp cut out of its ground: where a press takes no
 * transparency a stencil of as many pixels does the same, and the rest of the drawing need not become pixels for it.
 */
import type { PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../pdf-objects/objects.js';
import { lastFilterOf, NOT_READ } from '../../pdf-objects/picture.js';
import { deflate } from '../deflate.js';
import type { CopiedObject } from '../types.js';

/** What takes a soft mask's place. */
export interface Stencil {
  /** Null where all of the picture is to be seen. */
  readonly mask: CopiedObject | null;
}

const FULL = 255;
const HALF = 128;
/** Opacities from here on, and up to as far from full, are neither seen nor unseen. */
const PARTLY = 8;
/** More pixels than this share of them are no edge, but a shadow or a glow. */
const EDGES = 0.15;

/** By how much finer a stencil is than its mask: what is between seen and unseen says where in a pixel an edge runs. */
const FINER = 4;
/** Pixels of a mask that is fine enough. */
const LARGE = 1 << 20;

/** The stencil that does what a picture's soft mask does; null where none does, or where it has no mask. */
export const stencilOf = (objects: PdfObjects, picture: PDFRawStream): Stencil | null => {
  const mask = objects.entry(picture, 'SMask');
  const opacities = mask === undefined ? null : opacitiesOf(objects, mask);
  if (opacities === null) return null;
  const { width, height, bytes } = opacities;
  let partly = 0;
  let unseen = 0;
  for (const opacity of bytes) {
    if (opacity >= PARTLY && opacity <= FULL - PARTLY) partly++;
    if (opacity < HALF) unseen++;
  }
  if (partly > bytes.length * EDGES) return null;
  if (unseen === 0) return { mask: null };
  const scale = bytes.length > LARGE ? 1 : FINER;
  const [across, down] = [width * scale, height * scale];
  const data = deflate(bitsOf(opacities, scale));
  const words = `/Type /XObject /Subtype /Image /Width ${across} /Height ${down} /ImageMask true /BitsPerComponent 1`;
  return { mask: { text: `<< ${words} /Filter /FlateDecode /Length ${data.length} >>`, data } };
};

interface Opacities {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, 255 all of it seen. */
  readonly bytes: Uint8Array;
}

/** Of a mask of eight bits whose picture was not mixed with a ground before (Matte); null of others. */
const opacitiesOf = (objects: PdfObjects, mask: PDFObject): Opacities | null => {
  const [width, height] = [objects.number(mask, 'Width') ?? 0, objects.number(mask, 'Height') ?? 0];
  const filter = lastFilterOf(objects, mask);
  const isPlain = ['Matte', 'Decode'].every((key) => objects.entry(mask, key) === undefined);
  if (!isPlain || filter === 'DCTDecode' || NOT_READ.has(filter)) return null;
  if (objects.number(mask, 'BitsPerComponent') !== 8) return null;
  if (objects.streams.faultOf(mask) !== null) return null;
  const bytes = objects.streams.data(mask).subarray(0, width * height);
  return bytes.length === width * height && bytes.length > 0 ? { width, height, bytes } : null;
};

/** A bit a pixel, set where nothing is to be seen; lines begin with a byte (ISO 32000-1, 8.9.6.3). */
const bitsOf = ({ width, height, bytes }: Opacities, scale: number): Uint8Array => {
  const line = Math.ceil((width * scale) / 8);
  const bits = new Uint8Array(line * height * scale);
  for (let y = 0; y < height * scale; y++) {
    const [above, below, down] = between(y, scale, height);
    for (let x = 0; x < width * scale; x++) {
      const [left, right, across] = between(x, scale, width);
      const upper = mixed(bytes[above * width + left]!, bytes[above * width + right]!, across);
      const lower = mixed(bytes[below * width + left]!, bytes[below * width + right]!, across);
      if (mixed(upper, lower, down) < HALF) bits[y * line + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return bits;
};

const mixed = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The two pixels whose middles a finer one lies between, and how far on its way from the first to the second. */
const between = (at: number, scale: number, count: number): readonly [first: number, second: number, share: number] => {
  const place = (at + 0.5) / scale - 0.5;
  const first = Math.floor(place);
  return [Math.max(first, 0), Math.min(first + 1, count - 1), place - first];
};
