/** Uncompressed TIFFs around raw pixels: of inks the one form in which the picture library takes separations as such. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { withFile } from '../../cache/pieces.js';

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const ENTRY_BYTES = 12;

/** A TIFF of these pixels; `profile` tells the library what the inks look like. */
export const cmykTiff = (pixels: Uint8Array, width: number, height: number, profile?: Uint8Array): Buffer =>
  Buffer.concat([tiffHead(width, height, 4, profile), pixels]);

/** As `cmykTiff`, into a file; the pixels come some at a time. */
export const writeCmykTiff = (
  path: string,
  strips: Iterable<Uint8Array>,
  width: number,
  height: number,
  profile?: Uint8Array,
): void =>
  withFile(path, 'w', (file) => {
    writeFileSync(file, tiffHead(width, height, 4, profile));
    for (const strip of strips) writeFileSync(file, strip);
  });

/** The same of red, green and blue, each strip when it is ready. */
export const writeRgbTiff = async (
  path: string,
  strips: AsyncIterable<Uint8Array>,
  width: number,
  height: number,
): Promise<void> => {
  writeFileSync(path, tiffHead(width, height, 3));
  for await (const strip of strips) appendFileSync(path, strip);
};

/** What stands before the pixels: TIFF 6.0, sections 6 and 16. */
const tiffHead = (width: number, height: number, channels: 3 | 4, profile?: Uint8Array): Buffer => {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, 0],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, channels === 4 ? 5 : 2],
    [273, LONG, 1, 0],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, width * height * channels],
    [284, SHORT, 1, 1],
  ];
  if (channels === 4) entries.push([332, SHORT, 1, 1]);
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
  for (let channel = 0; channel < channels; channel++) head.writeUInt16LE(8, bits + channel * 2);
  if (profile) head.set(profile, profileAt);
  return head;
};
