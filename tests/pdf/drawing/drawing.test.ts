import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { type Raster, rasterize } from '../../../src/proof/raster.js';
import { drawn, placed, WHOLE } from './drawn.js';
import { madePdf, stream } from './made.js';

/** Four corners of different inks, and text, so that no turn looks like another. */
const CONTENT = [
  '1 0 0 0 k 0 0 30 20 re f',
  '0 1 0 0 k 70 0 30 10 re f',
  '0 0 1 0 k 0 50 20 10 re f',
  '0 0 0 1 k 80 30 20 30 re f',
  'q 0.5 0 0 0.5 40 20 cm /Form Do Q',
].join('\n');
const RESOURCES = '<< /XObject << /Form 10 0 R >> >>';
const FORM = stream(
  '0 .5 .5 0 k 0 0 30 40 re f',
  '/Type /XObject /Subtype /Form /BBox [0 0 20 50] /Matrix [1 0 0 1 5 5]',
);

const made = (page: string): Buffer => madePdf({ content: CONTENT, resources: RESOURCES, objects: [FORM], page });

/** Pixels of a part of a raster, in shares from its top left. */
const part = ({ width, height, pixels }: Raster, { x, y, width: w, height: h }: typeof WHOLE): Raster => {
  const [left, top] = [Math.round(x * width), Math.round(y * height)];
  const [across, down] = [Math.round(w * width), Math.round(h * height)];
  const rows = Array.from({ length: down }, (_, row) =>
    pixels.subarray(((top + row) * width + left) * 4, ((top + row) * width + left + across) * 4),
  );
  return { width: across, height: down, pixels: Buffer.concat(rows) };
};

/** The share of pixels that differ by more than edges do. */
const difference = (a: Raster, b: Raster): number => {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let count = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(a.pixels[at + channel]! - b.pixels[at + channel]!) > 40)) count++;
  }
  return count / (a.width * a.height);
};

describe('a drawing in another file looks as in its own', () => {
  it.each([0, 90, 180, 270, -90, 450])('turned by %d', async (turn) => {
    const file = made(`/MediaBox [0 0 100 60] /Rotate ${turn}`);
    const drawing = await openDrawing(file);
    const upright = turn % 180 === 0 ? [100, 60] : [60, 100];
    expect([drawing.trimmed.width, drawing.trimmed.height]).toEqual(upright);
    const copied = placed(drawing, drawing.trimmed);
    const [[own], [other]] = [await rasterize(file, 144), await rasterize(copied, 144)];
    expect(difference(own!, other!)).toBeLessThan(0.01);
  });

  it.each([
    [0, { x: 0.1, y: 0, width: 0.5, height: 0.5 }],
    [90, { x: 0, y: 0.1, width: 0.5, height: 0.8 }],
    [180, { x: 0.4, y: 0.25, width: 0.6, height: 0.25 }],
    [270, { x: 0.5, y: 0.5, width: 0.5, height: 0.4 }],
  ])('a part of it, turned by %d', async (turn, crop) => {
    const file = made(`/MediaBox [0 0 100 60] /Rotate ${turn}`);
    const drawing = await openDrawing(file);
    const { width, height } = drawing.trimmed;
    const size = { width: width * crop.width, height: height * crop.height };
    const copied = placed(drawing, size, crop);
    const [[own], [other]] = [await rasterize(file, 288), await rasterize(copied, 288)];
    expect(difference(part(own!, crop), other!)).toBeLessThan(0.02);
  });

  it('as it is cut: bleed and marks stay away', async () => {
    const file = made('/MediaBox [-20 -10 100 60] /CropBox [-10 -10 100 60] /TrimBox [10 5 90 55]');
    const pixels = await drawn(file);
    expect([pixels.width, pixels.height]).toEqual([333, 208]);
    const [whole] = await rasterize(made('/MediaBox [10 5 90 55]'), 300);
    expect(
      difference(
        part(whole!, { x: 0, y: 0, width: 0.9, height: 0.9 }),
        part(pixels, { x: 0, y: 0, width: 0.9, height: 0.9 }),
      ),
    ).toBeLessThan(0.02);
  });

  it.each([
    ['of no size', '/TrimBox [0 0 0 0] /CropBox [10 20 10 50]', [100, 60]],
    ['beyond its page', '/TrimBox [200 0 250 60]', [100, 60]],
    ['that reaches over its page, as far as that goes', '/TrimBox [-10 -10 90 50]', [90, 50]],
    ['by its other corners', '/TrimBox [90 50 10 20]', [80, 30]],
  ])('where it has a box %s', async (_, boxes, [width, height]) => {
    const { trimmed } = await openDrawing(made(`/MediaBox [0 0 100 60] ${boxes}`));
    expect(trimmed).toMatchObject({ width, height });
  });

  it('at the size that its units say', async () => {
    const { width, height } = await openDrawing(made('/MediaBox [0 0 100 60] /UserUnit 2'));
    expect([width, height]).toEqual([833, 500]);
  });
});

describe('what a copied drawing holds', () => {
  it('is what it is drawn by, each object once, and nothing of its own file', async () => {
    const font = '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own /PieceInfo 13 0 R >>';
    const file = madePdf({
      content: 'BT /F1 9 Tf (a) Tj /F2 9 Tf (b) Tj ET /Own gs /Span /P BDC EMC',
      resources:
        '<< /ProcSet [/PDF] /Font << /F1 10 0 R /F2 10 0 R /F3 13 0 R >> /ExtGState 12 0 R /Properties << /P 99 0 R >> /Shading 12 0 R >>',
      page: '/MediaBox [0 0 100 60] /Metadata 13 0 R /StructParents 0 /Annots [14 0 R]',
      objects: [font, stream('unused'), '<< /Own << /op true >> >>', stream('<xmp/>'), '<< /Type /Annot /P 4 0 R >>'],
    });
    const { objects, resources, group } = copyDrawing(await openDrawing(file));
    expect(group).toBeNull();
    expect(objects).toEqual([{ text: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own >>', data: null }]);
    expect(resources.replaceAll('\0', '§')).toMatch(
      /^<< \/Font << \/F1 §0§ \/F2 §0§ >> \/ExtGState << \/Own << \/op true >> \/BanxinType .* \/Properties << \/P null >> >>$/,
    );
  });

  it.each([
    ['/A cs', '/ColorSpace << /A /DeviceCMYK >>'],
    ['/A CS', '/ColorSpace << /A /DeviceCMYK >>'],
    ['BI /W 1 /H 1 /BPC 8 /CS /A ID x EI', '/ColorSpace << /A /DeviceCMYK >>'],
    ['/A gs', ''],
    ['/Pattern cs 0 /A scn', '/Pattern << /A 1 >>'],
    ['/Pattern CS /A SCN', '/Pattern << /A 1 >>'],
    ['/A sh', '/Shading << /A 1 >>'],
    ['/A#20 Do', '/XObject << /A#20 2 >>'],
    ['/A 9 Tf', '/Font << /A 1 >>'],
    ['/Span /A DP', '/Properties << /A 1 >>'],
    ['q Q', ''],
  ])('is of its resources what %s uses', async (content, used) => {
    const kinds = ['Pattern', 'Shading', 'Font', 'Properties'].map((kind) => `/${kind} << /A 1 /B 1 >>`).join(' ');
    const others =
      '/ColorSpace << /A /DeviceCMYK /B /DeviceRGB >> /XObject << /A 1 /A#20 2 >> /ExtGState << /A << /OP true >> >>';
    const { resources } = copyDrawing(await openDrawing(madePdf({ content, resources: `<< ${kinds} ${others} >>` })));
    const own = content === '/A gs' ? '/A << /OP true >> ' : '';
    expect(resources.split(`/ExtGState << ${own}/BanxinType`)[0]).toBe(`<< ${used}${used === '' ? '' : ' '}`);
  });

  it.each([
    ['a form', '/Subtype /Form /BBox [0 0 9 9]', 'XObject'],
    ['a font', '/Subtype /Type3', 'Font'],
  ])('is all of its resources where %s may use them, which has none of its own', async (_, entries, kind) => {
    const file = (own: string): Buffer =>
      madePdf({
        content: 'q Q',
        resources: `<< /ColorSpace << /B /DeviceCMYK >> /${kind} << /A 10 0 R >> >>`,
        objects: [stream('/B cs', `${entries} ${own}`)],
      });
    const resources = async (own: string): Promise<string> => copyDrawing(await openDrawing(file(own))).resources;
    expect(await resources('')).toContain('<< /B /DeviceCMYK >>');
    expect(await resources('/Resources << >>')).not.toContain('DeviceCMYK');
  });

  it('is of a form’s and a pattern’s resources what they use themselves', async () => {
    const resources = '/Resources << /ColorSpace << /A /DeviceCMYK /B /DeviceRGB >> >>';
    const file = madePdf({
      content: '/F Do /Pattern cs /P scn',
      resources: '<< /XObject << /F 10 0 R >> /Pattern << /P 11 0 R >> >>',
      objects: [
        stream('/A cs', `/Subtype /Form /BBox [0 0 9 9] ${resources}`),
        stream('/A CS', `/PatternType 1 /BBox [0 0 9 9] ${resources}`),
      ],
    });
    const { objects } = copyDrawing(await openDrawing(file));
    for (const { text } of objects) expect(text).toContain('/ColorSpace << /A /DeviceCMYK >> /ExtGState');
    expect(objects).toHaveLength(2);
  });

  const GROUP = '/Group << /Type /Group /S /Transparency /CS /DeviceCMYK >>';
  /** A page and a form that are groups, and a resource by that name; `state` is a graphics state of the form's. */
  const grouped = (state: string): Buffer =>
    madePdf({
      content: '/Group Do',
      resources: '<< /XObject << /Group 10 0 R >> >>',
      page: `/MediaBox [0 0 100 60] ${GROUP}`,
      objects: [
        stream(
          '/State gs 0 1 0 0 k 0 0 30 30 re f',
          `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /ExtGState << /State 11 0 R >> >> ${GROUP}`,
        ),
        state,
      ],
    });

  it.each(['<< /ca 1 /CA 1 /BM /Normal /SMask /None >>', '<< /OP true >>'])(
    'is no groups where all of it is opaque: %s',
    async (state) => {
      const { group, objects, resources } = copyDrawing(await openDrawing(grouped(state)));
      expect([group, objects[0]!.text]).toEqual([null, expect.not.stringContaining('Transparency')]);
      expect(resources).toContain('/XObject << /Group');
    },
  );

  it.each([
    '<< /ca 0.5 >>',
    '<< /CA 0 >>',
    '<< /BM /Multiply >>',
    '<< /BM [/Normal] >>',
    '<< /SMask << /S /Alpha >> >>',
  ])('is all its groups where anything is transparent: %s', async (state) => {
    const { group, objects } = copyDrawing(await openDrawing(grouped(state)));
    expect([group, objects[0]!.text]).toEqual([
      expect.stringContaining('/S /Transparency'),
      expect.stringContaining('/Group << /Type /Group /S /Transparency'),
    ]);
  });

  it('begins as a page does: black, and with lines a point wide, whatever stands before it', async () => {
    const content = '0 0 50 30 re f 60 5 m 60 55 l S';
    const drawing = await openDrawing(madePdf({ content }));
    const [own] = await rasterize(madePdf({ content }), 288);
    const before = '1 0 0 rg 0 1 0 RG 9 w 2 J [3] 0 d';
    const [among] = await rasterize(placed(drawing, drawing.trimmed, WHOLE, before), 288);
    expect(difference(own!, among!)).toBeLessThan(0.01);
  });

  it('is black type that overprints, on the page and in each form by its own states, and not what looks so', async () => {
    const type = '0 0 0 1 k BT /F1 9 Tf (a) Tj ET';
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
    const states = '/Resources << /ExtGState << /On << /OP true /OPM 1 >> >> >>';
    const file = madePdf({
      content: 'BT /F1 9 Tf (a) Tj ET /Plain Do /Packed Do /Done Do /Image Do',
      resources: '<< /XObject << /Plain 10 0 R /Packed 11 0 R /Done 12 0 R /Image 13 0 R >> >>',
      objects: [
        stream(type, form),
        stream(deflateSync(type).toString('latin1'), `${form} /Filter /FlateDecode`),
        stream(`/On gs ${type}`, `${form} ${states}`),
        stream(type, '/Type /XObject /Subtype /Image'),
      ],
    });
    const { content, objects } = copyDrawing(await openDrawing(file));
    const own = '0 0 0 1 k BT /BanxinType gs /F1 9 Tf (a) Tj ET /BanxinKnock0 gs';
    const words = (data: Uint8Array): string => Buffer.from(data).toString().split(/\s+/).join(' ').trim();
    // Between them stands what a page begins with.
    const page = words(inflateSync(content));
    expect(page).toMatch(/^0 0 0 1 k /);
    expect(page.endsWith(`${own.slice('0 0 0 1 k'.length)} /Plain Do /Packed Do /Done Do /Image Do`)).toBe(true);
    for (const { text, data } of objects) {
      expect(text).toContain(`/Length ${data!.length} >>`);
      expect(text.split('/Filter')).toHaveLength(text.includes('/FlateDecode') ? 2 : 1);
    }
    const streams = objects.map(({ text, data }) => words(text.includes('/FlateDecode') ? inflateSync(data!) : data!));
    expect(streams).toEqual([own, own, `/On gs ${type}`, type]);
  });

  it('tells a zero byte in a string from a reference', async () => {
    const file = madePdf({
      content: '/Span /P BDC EMC',
      resources: '<< /Properties << /P << /Name (a\x001\0b) >> >> >>',
    });
    expect(copyDrawing(await openDrawing(file)).resources).toContain('/Name (a\\0001\\000b)');
  });

  it('as many pixels as are asked for, drawn band by band without a seam', async () => {
    const page = '/MediaBox [0 0 100 60] /Rotate 90';
    // Edges lie a pixel off at most; of what runs through a seam nothing does.
    for (const [content, most] of [
      [CONTENT, 0.001],
      ['.5 0 0 0 k 0 0 100 60 re f', 0],
    ] as const) {
      const file = madePdf({ content, resources: RESOURCES, objects: [FORM], page });
      const [own] = await rasterize(file, 72 * 40);
      expect(difference(own!, await drawn(file, { width: 2400, height: 4000 }))).toBeLessThanOrEqual(most);
    }
  });

  it('greys, where it has no colour', async () => {
    const grey = (content: string): Promise<boolean> => drawn(madePdf({ content })).then(({ grey }) => grey);
    expect(await grey('0 0 0 .6 k 0 0 50 50 re f')).toBe(true);
    expect(await grey('0 .1 0 .6 k 0 0 50 50 re f')).toBe(false);
  });
});
