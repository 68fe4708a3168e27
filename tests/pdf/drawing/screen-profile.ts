/** Profiles of screens, as far as anything here looks at them. */

const TAGS = ['rXYZ', 'gXYZ', 'bXYZ'];
const SRGB = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];
const P3 = [
  [0.51512, 0.2412, -0.00105],
  [0.29198, 0.69225, 0.04189],
  [0.1571, 0.06657, 0.78407],
];

const profile = (primaries: readonly (readonly number[])[]): string => {
  const bytes = Buffer.alloc(132 + 12 * 3 + 20 * 3);
  bytes.writeUInt32BE(3, 128);
  for (const [index, values] of primaries.entries()) {
    const [tag, at] = [132 + 12 * index, 168 + 20 * index];
    bytes.write(TAGS[index]!, tag, 'latin1');
    bytes.writeUInt32BE(at, tag + 4);
    bytes.writeUInt32BE(20, tag + 8);
    bytes.write('XYZ ', at, 'latin1');
    for (const [value, number] of values.entries())
      bytes.writeInt32BE(Math.round(number * 0x10000), at + 8 + value * 4);
  }
  return bytes.toString('latin1');
};

/** Of the screen that nearly all colours are meant for, and of one that shows more. */
export const [SRGB_PROFILE, WIDE_PROFILE] = [profile(SRGB), profile(P3)];
