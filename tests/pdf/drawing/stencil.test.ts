import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import type { CopiedObject } from '../../../src/pdf/types.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';

const MASK = '/Subtype /Image /Width 10 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8';
/** The picture of a page as it is copied, and the stencil that it has. */
const copied = async (
  mask: string,
  { entries = '', hard = true } = {},
): Promise<{ picture: string; stencil: CopiedObject | null; group: string | null }> => {
  const file = madePdf({
    content: '/I Do',
    resources: '<< /XObject << /I 10 0 R >> >>',
    page: '/MediaBox [0 0 100 60] /Group << /S /Transparency >>',
    objects: [stream('k', `/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /SMask 11 0 R ${entries}`), mask],
  });
  const { objects, group } = copyDrawing(await openDrawing(file), { hard });
  const picture = objects[0]!.text.replaceAll('\0', '§');
  const place = /\/Mask §(\d)§/.exec(picture)?.[1];
  return { picture, stencil: place === undefined ? null : objects[Number(place)]!, group };
};
const opacities = (...values: number[]): string =>
  Buffer.alloc(40, Buffer.from(values.length === 0 ? [255] : values)).toString('latin1');
const LEFT = opacities(255, 255, 255, 0, 0, 0, 0, 0, 255, 0);

/** Bits of a line: unseen from the fourth pixel to the eighth, and the tenth; and from a quarter of the third on. */
const EDGE = [0, 0b00001111, 0xff, 0xff, 0b00001111];
const FINER_EDGE = [0, 0b01111111, 0xff, 0xff, 0b00001111];

describe('a soft mask that is hard', () => {
  it.each([
    ['as it is', stream(LEFT, MASK), EDGE],
    [
      'deflated',
      stream(deflateSync(Buffer.from(LEFT, 'latin1')).toString('latin1'), `${MASK} /Filter /FlateDecode`),
      EDGE,
    ],
    ['but for its edges', stream(opacities(255, 255, 64, 0, 0, 0, 0, 0, 255, 7), MASK), FINER_EDGE],
  ])('becomes a finer stencil: %s', async (_, mask, edge) => {
    const { picture, stencil, group } = await copied(mask, { entries: '/Mask [0 0]' });
    expect(picture).not.toMatch(/SMask|\[ 0 0 \]/);
    expect(stencil!.text).toContain('/Width 40 /Height 16 /ImageMask true /BitsPerComponent 1');
    expect(stencil!.text).toContain(`/Length ${stencil!.data!.length} >>`);
    const bits = [...inflateSync(stencil!.data!)];
    expect(bits.slice(0, 5)).toEqual(edge);
    expect(bits).toEqual(Array.from({ length: 16 }, () => edge).flat());
    expect(group).toBeNull();
  });

  it('is none where all is to be seen', async () => {
    const { picture, stencil, group } = await copied(stream(opacities(), MASK));
    expect([stencil, group]).toEqual([null, null]);
    expect(picture).not.toContain('Mask');
  });

  it('of very many pixels is fine enough', async () => {
    const size = MASK.replace('Width 10', 'Width 1100').replace('Height 4', 'Height 1000');
    const { stencil } = await copied(stream(`${'\xff'.repeat(1_099_999)}\0`, size));
    expect(stencil!.text).toContain('/Width 1100 /Height 1000');
    const bits = inflateSync(stencil!.data!);
    expect([bits.length, bits.at(-1), bits.findIndex((bit) => bit !== 0)]).toEqual([138_000, 0b00010000, 137_999]);
  });

  it.each([
    ['a shadow', stream(opacities(255, 200, 130, 60, 0), MASK), true],
    ['a mask mixed with its ground', stream(LEFT, `${MASK} /Matte [1]`), true],
    ['a mask from the other end', stream(LEFT, `${MASK} /Decode [1 0]`), true],
    ['a mask of four bits', stream(LEFT, MASK.replace('8', '4')), true],
    ['a mask in JPEG', stream(LEFT, `${MASK} /Filter /DCTDecode`), true],
    ['a mask that breaks off', stream(LEFT.slice(1), MASK), true],
    ['a mask that is damaged', stream(LEFT, `${MASK} /Filter /FlateDecode`), true],
    ['where transparency may stay', stream(LEFT, MASK), false],
  ])('is not %s', async (_, mask, hard) => {
    const { picture, group } = await copied(mask, { hard });
    expect(picture).toContain('/SMask §');
    expect(group).toContain('/Transparency');
  });
});
