import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import { type InkSpace, withoutProfiles } from '../../../src/pdf/drawing/profiles.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { rasterize } from '../../../src/proof/raster.js';
import { placed } from './drawn.js';
import { madePdf, stream } from './made.js';

const KNOWN: Readonly<Record<string, InkSpace>> = { Four: 'DeviceCMYK', Grey: 'DeviceGray' };
const without = (content: string): string | null => {
  const found = withoutProfiles(Buffer.from(content), (name) => KNOWN[name] ?? null);
  return found && Buffer.from(found).toString().split(/\s+/).join(' ').trim();
};

describe('colours with a profile', () => {
  it.each([
    ['/Four cs .1 .2 .3 1 scn f', '0 0 0 0 k .1 .2 .3 1 k f'],
    ['/Grey CS 0 SC S .5 SC S', '0 G 0 G S .5 G S'],
    ['/Four cs 0 0 0 1 sc q /Grey cs .5 scn f Q 0 1 0 0 sc f', '0 0 0 0 k 0 0 0 1 k q 0 g .5 g f Q 0 1 0 0 k f'],
    ['/Four cs /Spot CS 0 0 0 1 scn .5 SCN B', '0 0 0 0 k /Spot CS 0 0 0 1 k .5 SCN B'],
    ['/Four cs 1 g /Spot cs .5 scn f', '0 0 0 0 k 1 g /Spot cs .5 scn f'],
  ])('are chosen by their numbers: %s', (content, expected) => {
    expect(without(content)).toBe(expected);
  });

  it.each(['0 0 0 1 k f', '/Spot cs 1 scn f', '/Pattern cs /P scn f', 'q Q Q 1 scn f'])(
    'are not those of %s',
    (content) => {
      expect(without(content)).toBeNull();
    },
  );

  const profile = (values: number): string => stream('', `/N ${values}`);
  const tagged = madePdf({
    content:
      '/Four cs 0 0 30 60 re f 0 0 0 1 scn BT /F1 9 Tf (a) Tj ET /Grey cs 0 scn 40 0 20 60 re f /Screen CS /Tint cs q 30 0 0 60 70 0 cm /Picture Do Q',
    resources: `<< /ColorSpace << /Four 10 0 R /Grey [/ICCBased 12 0 R] /DefaultCMYK 10 0 R /DefaultRGB [/ICCBased 13 0 R]
      /Screen [/ICCBased 13 0 R] /Tint [/Separation /Gold 10 0 R 16 0 R] >>
      /XObject << /Picture 14 0 R >> >>`,
    objects: [
      '[/ICCBased 11 0 R]',
      profile(4),
      profile(1),
      profile(3),
      stream('ab', '/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace [/Indexed 10 0 R 255 15 0 R]'),
      stream('\x00\xff\x00\x00'.repeat(256)),
      '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 1 0] /N 1 >>',
    ],
  });

  it('of four inks and of grey stay away from a copy, those of a screen do not; its black type overprints', async () => {
    const { objects, resources, content } = copyDrawing(await openDrawing(tagged));
    expect(Buffer.from(inflateSync(content)).toString()).toMatch(/0 0 0 1\s+k\s+BT\s+\/BanxinType gs/);
    expect(resources.replaceAll('\0', '§')).toMatch(
      /^<< \/ColorSpace << \/Screen \[ \/ICCBased §\d§ \] \/Tint \[ \/Separation \/Gold \/DeviceCMYK §\d§ \] >>/,
    );
    const written = objects.map(({ text }) => text.replaceAll('\0', '§'));
    expect(written.filter((text) => text.includes('/N 3') || text.includes('/N 4'))).toEqual(['<< /N 3 /Length 0 >>']);
    expect(written.find((text) => text.includes('/Image'))).toMatch(
      /\/ColorSpace \[ \/Indexed \/DeviceCMYK 255 §\d§ \]/,
    );
  });

  it('leave white, black and magenta where they were', async () => {
    const drawing = await openDrawing(tagged);
    const [raster] = await rasterize(placed(drawing, drawing.trimmed), 72);
    const { width, pixels } = raster!;
    const at = (x: number): readonly number[] => [...pixels.subarray((30 * width + x) * 4, (30 * width + x) * 4 + 3)];
    expect(at(15)).toEqual([255, 255, 255]);
    expect(Math.max(...at(50))).toBeLessThan(60);
    const [red, green, blue] = at(85) as [number, number, number];
    expect([red > 180, green < 100, blue > 80]).toEqual([true, true, true]);
  });
});
