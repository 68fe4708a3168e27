/**
 * Colour spaces of a drawing that its copy does without. Colours of four inks and greys that come with a profile
 * (ICCBased) print by their numbers, as pictures that are separated already do: what their maker chose as black alone
 * stays black alone, and PDF/X-1a takes no profile but the press's own. Colours of a screen are separated.
 */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from '../../pdf-objects/objects.js';

/** A space without a profile. */
export type DeviceSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';

/** The space without a profile that has the numbers of another, or is it; null for every other space. */
export const deviceSpaceOf = (objects: PdfObjects, space: PDFObject | undefined): DeviceSpace | null => {
  if (nameOf(space) === 'DeviceRGB') return 'DeviceRGB';
  if (!(space instanceof PDFArray)) return null;
  const [family, profile] = objects.items(space);
  if (nameOf(family) !== 'ICCBased') return null;
  switch (objects.number(profile, 'N')) {
    case 1:
      return 'DeviceGray';
    case 3:
      return isOfScreens(objects, profile!) ? 'DeviceRGB' : null;
    case 4:
      return 'DeviceCMYK';
    default:
      return null;
  }
};

/** Where sRGB has red, green and blue, as profiles have them (XYZ, for a white of D50), and how near is the same. */
const PRIMARIES: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
const NEAR = 0.01;
/** Of a profile (ICC.1, 7): its list of tags, an entry of it, and where in XYZ data the numbers begin. */
const [TAGS, TAG_BYTES, XYZ_BEGINS] = [128, 12, 8];

/** Whether a profile is of sRGB, as nearly all are, whoever made it. */
const isOfScreens = (objects: PdfObjects, stream: PDFObject): boolean => {
  if (objects.streams.faultOf(stream) !== null) return false;
  const profile = objects.streams.data(stream);
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  const long = (at: number): number => (at >= 0 && at + 4 <= view.byteLength ? view.getInt32(at) : 0);
  const found = new Map<string, number>();
  for (let tag = 0; tag < Math.min(long(TAGS), 100); tag++) {
    const at = TAGS + 4 + tag * TAG_BYTES;
    found.set(Buffer.from(profile.subarray(at, at + 4)).toString('latin1'), long(at + 4) + XYZ_BEGINS);
  }
  return Object.entries(PRIMARIES).every(([name, wanted]) => {
    const at = found.get(name);
    return at !== undefined && wanted.every((value, index) => Math.abs(long(at + index * 4) / 0x10000 - value) < NEAR);
  });
};
