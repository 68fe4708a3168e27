/** Pictures that bring a profile, of eight and of sixteen bits, with the very same colours. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A PNG of one colour (0–255 each: grey; red, green, blue; and how much of it is there) and a profile. */
export const profiledPng = async (
  colour: readonly number[],
  side: number,
  bits: 8 | 16,
  profile: Buffer,
): Promise<Buffer> => {
  const value = (at: number): number => colour[at % colour.length]! * (bits === 8 ? 1 : 0x101);
  const length = side * side * colour.length;
  const values =
    bits === 8 ? Uint8Array.from({ length }, (_, at) => value(at)) : Uint16Array.from({ length }, (_, at) => value(at));
  const picture = sharp(values, { raw: { width: side, height: side, channels: colour.length as 1 | 3 | 4 } });
  const spaces = colour.length < 3 ? { 8: 'b-w', 16: 'grey16' } : { 8: 'srgb', 16: 'rgb16' };
  const png = await picture.toColourspace(spaces[bits]).png().toBuffer();
  return Buffer.concat([
    png.subarray(0, HEAD_BYTES),
    chunk('iCCP', [Buffer.from('own\0\0'), deflateSync(profile)]),
    png.subarray(HEAD_BYTES),
  ]);
};

/** Signature and IHDR. */
const HEAD_BYTES = 33;

const chunk = (name: string, data: readonly Buffer[]): Buffer => {
  const named = Buffer.concat([Buffer.from(name), ...data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - name.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Display P3, as the picture library has it. */
export const displayP3 = async (): Promise<Buffer> => {
  const one = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } });
  return (await sharp(await one.withIccProfile('p3').png().toBuffer()).metadata()).icc!;
};

/** A profile of greys (ICC.1) as light as they say: the least that is one. */
export const linearGreys = (): Buffer => {
  const white = '0000f6d6000100000000d32d';
  const tags = [
    ['desc', Buffer.concat([Buffer.from('desc\0\0\0\0\0\0\0\x05grey\0', 'latin1'), Buffer.alloc(79)])],
    ['cprt', Buffer.from('text\0\0\0\0none\0\0\0\0', 'latin1')],
    ['wtpt', Buffer.from(`58595a2000000000${white}`, 'hex')],
    ['kTRC', Buffer.from('curv\0\0\0\0\0\0\0\0', 'latin1')],
  ] as const;
  const head = Buffer.alloc(132 + tags.length * 12);
  head.write('02100000', 8, 'hex');
  head.write('mntrGRAYXYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  head.write(white, 68, 'hex');
  head.writeUInt32BE(tags.length, 128);
  let at = head.length;
  for (const [index, [tag, data]] of tags.entries()) {
    const entry = 132 + index * 12;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(at, entry + 4);
    head.writeUInt32BE(data.length, entry + 8);
    at += data.length;
  }
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...tags.map(([, data]) => data)]);
};
