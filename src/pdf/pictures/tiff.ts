/** An uncompressed CMYK TIFF around raw pixels: the one form in which the picture library takes separations as such. */
import { writeFileSync } from 'node:fs';
import { withFile } from '../../cache/pieces.js';

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const ENTRY_BYTES = 12;

/** A TIFF of these pixels; `profile` tells the library what the inks look like. */
export const cmykTiff = (pixels: Uint8Array, width: number, height: number, profile?: Uint8Array): Buffer =>
  Buffer.concat([cmykTiffHead(width, height, profile), pixels]);

/** As `cmykTiff`, into a file; the pixels come some at a time. */
export const writeCmykTiff = (
  path: string,
  strips: Iterable<Uint8Array>,
  width: number,
  height: number,
  profile?: Uint8Array,
): void =>
  withFile(path, 'w', (file) => {
    writeFileSync(file, cmykTiffHead(width, height, profile));
    for (const strip of strips) writeFileSync(file, strip);
  });

/** What stands before the pixels: TIFF 6.0, section 16. */
const cmykTiffHead = (width: number, height: number, profile?: Uint8Array): Buffer => {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, 0],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, 0],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, width * height * 4],
    [284, SHORT, 1, 1],
    [332, SHORT, 1, 1],
  ];
  if (profile) entries.push([34675, UNDEFINED, profile.length, 0]);
  const bits = 8 + 2 + entries.length * ENTRY_BYTES + 4;
  const profileAt = bits + 8;
  const pixelsAt = profileAt + Math.ceil((profile?.length ?? 0) / 4) * 4;
  const place: Record<number, number> = { 258: bits, 273: pixelsAt, 34675: profileAt };
  const head = Buffer.alloc(pixelsAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * ENTRY_BYTES;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(place[tag] ?? value, at + 8);
  }
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, bits + channel * 2);
  if (profile) head.set(profile, profileAt);
  return head;
};
