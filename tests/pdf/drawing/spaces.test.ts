import { describe, expect, it } from 'vitest';
import { type DeviceSpace, deviceSpaceOf } from '../../../src/pdf/drawing/spaces.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';
import { SRGB_PROFILE, WIDE_PROFILE } from './screen-profile.js';

const SRGB_MATRIX = '[.4124 .2126 .0193 .3576 .7151 .1192 .1805 .0722 .9505]';

const found = async (space: string, profile = ''): Promise<DeviceSpace | null> => {
  const file = madePdf({
    content: 'n',
    page: `/MediaBox [0 0 9 9] /Own ${space}`,
    objects: profile === '' ? [] : [profile],
  });
  const { objects, page } = await openDrawing(file);
  return deviceSpaceOf(objects, objects.entry(page, 'Own'));
};

describe('the space without a profile', () => {
  it.each([
    ['/DeviceRGB', '', 'DeviceRGB'],
    ['/DeviceCMYK', '', null],
    ['[/ICCBased 10 0 R]', stream('', '/N 4'), 'DeviceCMYK'],
    ['[/ICCBased 10 0 R]', stream('', '/N 1'), 'DeviceGray'],
    ['[/ICCBased 10 0 R]', stream('', '/N 2'), null],
    ['[/ICCBased 99 0 R]', '', null],
    ['[/Separation /A /DeviceRGB 10 0 R]', '', null],
    ['[/Lab << >>]', '', null],
    ['[/CalGray << /WhitePoint [.95 1 1.09] /Gamma 2.2 >>]', '', 'DeviceGray'],
    [`[/CalRGB << /WhitePoint [.9505 1 1.089] /Gamma [2.22 2.22 2.22] /Matrix ${SRGB_MATRIX} >>]`, '', 'DeviceRGB'],
    [`[/CalRGB << /WhitePoint [.9505 1 1.089] /Gamma [1.8 1.8 1.8] /Matrix ${SRGB_MATRIX} >>]`, '', null],
    ['[/CalRGB << /WhitePoint [.9505 1 1.089] /Gamma [2.2 2.2 2.2] >>]', '', null],
    ['[/ICCBased 10 0 R]', stream(SRGB_PROFILE, '/N 3'), 'DeviceRGB'],
    ['[/ICCBased 10 0 R]', stream(WIDE_PROFILE, '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream(SRGB_PROFILE.slice(0, 200), '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream('no profile', '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream('damaged', '/N 3 /Filter /FlateDecode'), null],
  ])('of %s', async (space, profile, expected) => {
    expect(await found(space, profile)).toBe(expected);
  });
});
