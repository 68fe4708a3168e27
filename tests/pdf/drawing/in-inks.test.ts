import { PDFArray, type PDFDict } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { paletteInInks, type ShadingInInks, shadingInInks } from '../../../src/pdf/drawing/in-inks.js';
import type { InksOf } from '../../../src/pdf/drawing/screen.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';

const negative: InksOf = (colour) => [...colour.map((share) => 1 - share), 0];
const opened = async (own: string, objects: readonly string[] = []) => {
  const drawing = await openDrawing(madePdf({ content: 'n', page: `/MediaBox [0 0 9 9] /Own ${own}`, objects }));
  return { objects: drawing.objects, own: drawing.objects.entry(drawing.page, 'Own') };
};

describe('a palette of a screen', () => {
  const written = async (own: string, others: readonly string[] = []): Promise<string | null> => {
    const found = await opened(own, others);
    if (!(found.own instanceof PDFArray)) throw new Error('no array');
    return paletteInInks(found.objects, found.own, negative);
  };

  it.each([
    ['[/Indexed /DeviceRGB 1 <ff0000 00ff80>]', []],
    ['[/Indexed /DeviceRGB 1 (\\377\\000\\000\\000\\377\\200)]', []],
    ['[/Indexed /DeviceRGB 1 10 0 R]', [stream('\xff\x00\x00\x00\xff\x80')]],
  ])('is written in inks: %s', async (own, others) => {
    expect(await written(own, others)).toBe('[ /Indexed /DeviceCMYK 1 <00ffff00ff007f00> ]');
  });

  it.each(['[/Indexed /DeviceCMYK 0 <00000000>]', '[/Indexed /DeviceGray 0 <00>]', '[/DeviceN [/A] /DeviceRGB 9]'])(
    'is not %s',
    async (own) => {
      expect(await written(own)).toBeNull();
    },
  );
});

describe('a shading through the colours of a screen', () => {
  const POWER = '<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>';
  const written = async (entries: string, others: readonly string[] = [POWER]): Promise<ShadingInInks | null> => {
    const { objects, own } = await opened(`<< ${entries} >>`, others);
    return shadingInInks(objects, own as PDFDict, negative);
  };

  it('runs through inks', async () => {
    const found = await written('/ShadingType 2 /ColorSpace /DeviceRGB /Function 10 0 R /Background [1 1 .5]');
    const { text, data } = found!.colours;
    expect(found!.background).toBe('[ 0 0 0.5 0 ]');
    expect(text).toContain('/Domain [ 0 1 ]');
    expect(text).toContain('/Size [ 256 ] /BitsPerSample 8 /Length 1024');
    expect([...data!.slice(0, 4), ...data!.slice(-4)]).toEqual([0, 255, 255, 0, 255, 255, 0, 0]);
    expect([...data!.slice(512, 516)]).toEqual([128, 255, 127, 0]);
  });

  it('keeps its domain', async () => {
    const found = await written('/ShadingType 3 /ColorSpace /DeviceRGB /Domain [2 4.5] /Function 10 0 R', [
      '<< /FunctionType 2 /Domain [2 4.5] /C0 [1 1 1] /C1 [1 1 1] /N 1 >>',
    ]);
    expect(found!.background).toBeNull();
    expect(found!.colours.text).toContain('/Domain [ 2 4.5 ]');
  });

  it.each([
    ['a mesh', '/ShadingType 4 /ColorSpace /DeviceRGB /Function 10 0 R', [POWER]],
    ['of inks', '/ShadingType 2 /ColorSpace /DeviceCMYK /Function 10 0 R', [POWER]],
    [
      'of a function that nothing reads',
      '/ShadingType 2 /ColorSpace /DeviceRGB /Function 10 0 R',
      [stream('{}', '/FunctionType 4')],
    ],
    ['of one value', '/ShadingType 2 /ColorSpace /DeviceRGB /Function 10 0 R', ['<< /FunctionType 2 /N 1 >>']],
    ['no shading', '/ColorSpace /DeviceRGB', []],
  ])('stays as it is where it is %s', async (_, entries, others) => {
    expect(await written(entries, others)).toBeNull();
  });
});
