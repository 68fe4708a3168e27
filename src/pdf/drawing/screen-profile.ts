/** Profiles of screens that mix their colours from three lights (ICC.1, 8.3.3): what their numbers look like. */
import type { Rgb } from './screen.js';

/** The same colour in the numbers of sRGB; what an sRGB screen cannot show is its nearest. */
export type ToScreen = (colour: Rgb) => Rgb;

/** As sRGB has them (XYZ, for a white of D50), and how near is the same. */
const SRGB: Lights = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
];
const NEAR = 0.01;
/** From XYZ for a white of D50 to the lights of sRGB. */
const FROM_XYZ: Lights = [
  [3.1339, -1.6169, -0.4906],
  [-0.9788, 1.9161, 0.0335],
  [0.0719, -0.229, 1.4052],
];

type Triple = readonly [number, number, number];
type Lights = readonly [Triple, Triple, Triple];
type Curve = (share: number) => number;

/** What a profile makes of colours: null where it is sRGB, as nearly all are, whoever made it; undefined where it is not read. */
export const screenOf = (profile: Uint8Array): ToScreen | null | undefined => {
  try {
    const tags = tagsIn(profile);
    const lights = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyzIn(tags.get(name)!)) as unknown as Lights;
    if (lights.every((light, index) => light.every((value, axis) => Math.abs(value - SRGB[index]![axis]!) < NEAR)))
      return null;
    // Such a table says more than the lights do.
    if (tags.has('A2B0')) return undefined;
    const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveIn(tags.get(name)!));
    return (colour) => {
      const [red, green, blue] = colour.map((share, index) => curves[index]!(clipped(share))) as unknown as Triple;
      const [x, y, z] = [0, 1, 2].map((axis) =>
        [red, green, blue].reduce((sum, light, index) => sum + light * lights[index]![axis]!, 0),
      ) as [number, number, number];
      return FROM_XYZ.map(([ofX, ofY, ofZ]) => encoded(clipped(ofX * x + ofY * y + ofZ * z))) as unknown as Rgb;
    };
  } catch {
    // It breaks off, or lacks what it must have.
    return undefined;
  }
};

const clipped = (share: number): number => Math.min(Math.max(share, 0), 1);

/** How sRGB writes a light (IEC 61966-2-1). */
const encoded = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

/** Of a profile: where its list of tags is, and how long an entry of it. */
const [TAGS, TAG_BYTES] = [128, 12];

/** The data of each tag, from its type on. */
const tagsIn = (profile: Uint8Array): ReadonlyMap<string, DataView> => {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  return new Map(
    Array.from({ length: Math.min(view.getUint32(TAGS), 100) }, (_, tag) => {
      const at = TAGS + 4 + tag * TAG_BYTES;
      const name = Buffer.from(profile.subarray(at, at + 4)).toString('latin1');
      const from = view.getUint32(at + 4);
      const data = profile.subarray(from, from + view.getUint32(at + 8));
      return [name, new DataView(data.buffer, data.byteOffset, data.length)];
    }),
  );
};

const FIXED = 0x10000;
const xyzIn = (data: DataView): Triple => [8, 12, 16].map((at) => data.getInt32(at) / FIXED) as unknown as Triple;

/** How much light a share is: a power, a table, or a curve by its parameters (ICC.1, 10.6 and 10.18). */
const curveIn = (data: DataView): Curve => {
  if (data.getUint32(0) === PARAMETRIC) return parametric(data);
  const count = data.getUint32(8);
  if (count === 0) return (share) => share;
  if (count === 1) return (share) => share ** (data.getUint16(12) / 0x100);
  const table = Array.from({ length: count }, (_, index) => data.getUint16(12 + index * 2) / 0xffff);
  return (share) => {
    const at = share * (count - 1);
    const below = Math.min(Math.floor(at), count - 2);
    return table[below]! + (table[below + 1]! - table[below]!) * (at - below);
  };
};

/** `para`. */
const PARAMETRIC = 0x70617261;

const parametric = (data: DataView): Curve => {
  const kind = data.getUint16(8);
  const value = (index: number): number => data.getInt32(12 + index * 4) / FIXED;
  const power = value(0);
  if (kind === 0) return (share) => share ** power;
  const [a, b] = [value(1), value(2)];
  const above = (share: number): number => Math.max(a * share + b, 0) ** power;
  if (kind === 1) return (share) => (share >= -b / a ? above(share) : 0);
  if (kind === 2) return (share) => (share >= -b / a ? above(share) : 0) + value(3);
  const [c, d] = [value(3), value(4)];
  const [e, f] = kind === 3 ? [0, 0] : [value(5), value(6)];
  return (share) => (share >= d ? above(share) + e : c * share + f);
};
