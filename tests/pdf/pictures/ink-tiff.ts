/** Separated pictures as Photoshop saves them: sixteen bits of an ink, transparency as a fifth channel. */

const SHORT = 3;
const LONG = 4;

/** A TIFF of CMYK; a fifth channel tells how much of the inks is there. Its numbers begin with their lowest byte. */
export const inkTiff = (
  pixels: Uint8Array,
  width: number,
  height: number,
  told: { readonly channels: number; readonly bits: 8 | 16 | 32; readonly orientation?: number },
): Buffer => {
  const { channels, bits, orientation = 1 } = told;
  const depths = 8;
  const first = depths + channels * 2;
  const entries = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, depths],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, 0],
    [274, SHORT, 1, orientation],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, pixels.length],
    [284, SHORT, 1, 1],
    [332, SHORT, 1, 1],
    ...(channels === 5 ? [[338, SHORT, 1, 2]] : []),
  ] as const;
  const head = Buffer.alloc(first + 2 + entries.length * 12 + 4);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(first, 4);
  for (let channel = 0; channel < channels; channel++) head.writeUInt16LE(bits, depths + channel * 2);
  head.writeUInt16LE(entries.length, first);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = first + 2 + index * 12;
    head.writeUInt16LE(tag!, at);
    head.writeUInt16LE(type!, at + 2);
    head.writeUInt32LE(count!, at + 4);
    head.writeUInt32LE(tag === 273 ? head.length : value!, at + 8);
  }
  return Buffer.concat([head, pixels]);
};
