import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ChosenSpace, inInks } from '../../../src/pdf/drawing/colours.js';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import type { InksOf } from '../../../src/pdf/drawing/screen.js';
import type { DeviceSpace } from '../../../src/pdf/drawing/spaces.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { rasterize } from '../../../src/proof/raster.js';
import { placed } from './drawn.js';
import { madePdf, stream } from './made.js';

const KNOWN: Readonly<Record<string, DeviceSpace>> = { Four: 'DeviceCMYK', Grey: 'DeviceGray' };
const known = (name: string, inksOf: InksOf | null = null): ChosenSpace | null => {
  const space = KNOWN[name];
  return space === undefined ? null : { space, inksOf };
};
const without = (content: string): string | null => {
  return words(inInks(Buffer.from(content), { spaceOf: known, inksOf: null }));
};
const words = (found: Uint8Array | null): string | null =>
  found && Buffer.from(found).toString().split(/\s+/).join(' ').trim();

describe('colours with a profile', () => {
  it.each([
    ['/Four cs .1 .2 .3 1 scn f', '0 0 0 0 k 0.1 0.2 0.3 1 k f'],
    ['/Grey CS 0 SC S .5 SC S', '0 G 0 G S 0.5 G S'],
    ['/Four cs 0 0 0 1 sc q /Grey cs .5 scn f Q 0 1 0 0 sc f', '0 0 0 0 k 0 0 0 1 k q 0 g 0.5 g f Q 0 1 0 0 k f'],
    ['/Four cs /Spot CS 0 0 0 1 scn .5 SCN B', '0 0 0 0 k /Spot CS 0 0 0 1 k .5 SCN B'],
    ['/Four cs 1 g /Spot cs .5 scn f', '0 0 0 0 k 1 g /Spot cs .5 scn f'],
  ])('are chosen by their numbers: %s', (content, expected) => {
    expect(without(content)).toBe(expected);
  });

  it.each([
    ['0 g f .5 sc f', '0 g f 0.5 g f'],
    ['0 0 0 1 k f q 0 G S 1 SC S Q .1 .2 .3 .4 scn f', '0 0 0 1 k f q 0 G S 1 G S Q 0.1 0.2 0.3 0.4 k f'],
    ['/DeviceGray cs f .5 scn f', '0 g f 0.5 g f'],
    ['/DeviceCMYK CS S .1 .2 .3 .4 SC S', '0 0 0 1 K S 0.1 0.2 0.3 0.4 K S'],
  ])('go on being chosen so where their space stays: %s', (content, expected) => {
    expect(without(content)).toBe(expected);
  });

  it.each(['0 0 0 1 k f', '/Spot cs 1 scn f', '/Pattern cs /P scn f', 'q Q Q 1 scn f'])(
    'are not those of %s',
    (content) => {
      expect(without(content)).toBeNull();
    },
  );

  it.each([
    ['1 0 .5 rg f', '0 1 0.5 0 k f'],
    ['0 0 0 RG S', '1 1 1 0 K S'],
    ['/DeviceRGB cs f 1 0 0 sc f', '1 1 1 0 k f 0 1 1 0 k f'],
    ['1 0 .5 rg f 0 1 0 sc f', '0 1 0.5 0 k f 1 0 1 0 k f'],
    ['/Screen CS 0 1 1 SCN S q 0 g 1 0 0 SCN Q', '1 1 1 0 K 1 0 0 0 K S q 0 g 0 1 1 0 K Q'],
  ])('of a screen become inks: %s', (content, expected) => {
    const spaceOf = (inksOf: InksOf | null) => (name: string) =>
      name === 'Screen' || name === 'DeviceRGB' ? ({ space: 'DeviceRGB', inksOf } as const) : known(name);
    const inksOf: InksOf = (colour) => [...colour.map((share) => 1 - share), 0];
    const found = inInks(Buffer.from(content), { spaceOf: spaceOf(inksOf), inksOf });
    expect(words(found)).toBe(expected);
    expect(inInks(Buffer.from(content), { spaceOf: spaceOf(null), inksOf: null })).toBeNull();
  });

  it.each(['1 0 rg', '/A 1 0 rg', '/Four cs 1 scn'])('that are damaged stay so: %s', (content) => {
    const found = inInks(Buffer.from(content), { spaceOf: known, inksOf: () => [0, 0, 0, 1] });
    expect(words(found) ?? content).toBe(content.replace('/Four cs', '0 0 0 0 k'));
  });

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

  it.each([
    [
      '0 g BT (a) Tj ET .5 sc 0 0 9 9 re f',
      '0 0 0 1 k BT /BanxinType gs (a) Tj ET /BanxinKnock0 gs 0.5 g 0 0 9 9 re f',
    ],
    ['BT /DeviceGray cs 0 sc (a) Tj ET', 'BT /BanxinType gs 0 0 0 1 k 0 0 0 1 k (a) Tj ET /BanxinKnock0 gs'],
    ['BT /DeviceCMYK cs (a) Tj ET', 'BT /BanxinType gs 0 0 0 1 k (a) Tj ET /BanxinKnock0 gs'],
  ])('are black type’s, and other colours of their space stay what they are: %s', async (made, expected) => {
    const { content } = copyDrawing(await openDrawing(madePdf({ content: made })));
    const [, painted] = Buffer.from(inflateSync(content)).toString().split('0 d\n');
    expect(painted!.split(/\s+/).join(' ').trim()).toBe(expected);
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
