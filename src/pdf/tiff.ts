/** An uncompressed CMYK TIFF around raw pixels: the one form in which the picture library takes separations as such. */

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const ENTRY_BYTES = 12;

/** TIFF 6.0, section 16; `profile` tells the library what the inks look like. */
export const cmykTiff = (pixels: Uint8Array, width: number, height: number, profile?: Uint8Array): Buffer => {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, 0],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, 0],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, pixels.length],
    [284, SHORT, 1, 1],
    [332, SHORT, 1, 1],
  ];
  if (profile) entries.push([34675, UNDEFINED, profile.length, 0]);
  const bits = 8 + 2 + entries.length * ENTRY_BYTES + 4;
  const profileAt = bits + 8;
  const pixelsAt = profileAt + Math.ceil((profile?.length ?? 0) / 4) * 4;
  const place: Record<number, number> = { 258: bits, 273: pixelsAt, 34675: profileAt };
  const file = Buffer.alloc(pixelsAt + pixels.length);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * ENTRY_BYTES;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(place[tag] ?? value, at + 8);
  }
  for (let channel = 0; channel < 4; channel++) file.writeUInt16LE(8, bits + channel * 2);
  if (profile) file.set(profile, profileAt);
  file.set(pixels, pixelsAt);
  return file;
};
