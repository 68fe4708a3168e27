import { describe, expect, it } from 'vitest';
import { type DeviceSpace, deviceSpaceOf } from '../../../src/pdf/drawing/spaces.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';
import { SRGB_PROFILE, WIDE_PROFILE } from './screen-profile.js';

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
    ['[/ICCBased 10 0 R]', stream(SRGB_PROFILE, '/N 3'), 'DeviceRGB'],
    ['[/ICCBased 10 0 R]', stream(WIDE_PROFILE, '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream(SRGB_PROFILE.slice(0, 200), '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream('no profile', '/N 3'), null],
    ['[/ICCBased 10 0 R]', stream('damaged', '/N 3 /Filter /FlateDecode'), null],
  ])('of %s', async (space, profile, expected) => {
    expect(await found(space, profile)).toBe(expected);
  });
});
