import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMemory } from '../../src/cache/pieces.js';
import type { Tag } from '../../src/page/types.js';
import { imagesOf } from '../../src/pdf/items.js';
import { cmykPixels } from '../../src/pdf/pictures/cmyk.js';
import { preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import type { Press, PrintPicture } from '../../src/pdf/types.js';
import { judgeFor } from '../../src/printing/drawings.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { type Made, madePdf, stream } from '../pdf/drawing/made.js';
import { fonts, group, page } from '../pdf/pages.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-drawings-'));
afterAll(() => rmSync(root, { recursive: true }));

let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
});

/** A PDF as the press gets it at a size, and what is said of it. */
const printed = async (
  made: Made,
  { black, part = 'picture', scale = 1 }: { black?: true; part?: Tag['part']; scale?: number } = {},
): Promise<{
  picture: PrintPicture;
  ppi: number | null;
  said: readonly string[];
  hints: readonly (string | undefined)[];
}> => {
  writeFileSync(join(root, 'ad.pdf'), madePdf(made));
  const size = { width: 100 * scale, height: 60 * scale };
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const item = { kind: 'image', file: 'ad.pdf', size, crop, alt: '', ...(black ? { black } : {}) } as const;
  const { get, reports, diagnostics } = await preparePictures(
    imagesOf(page([[100, 100, group({ part, slot: 'foot' }, [[0, 0, item]])]])),
    { path: (name) => join(root, name) },
    press,
    join(root, 'cache'),
    judgeFor({ standard: 'x1a', trim: { width: 390, height: 550 }, spots: ['PANTONE Gold'] }, press),
  );
  return {
    picture: get(item)!,
    ppi: reports[0]!.ppi,
    hints: diagnostics.map(({ hint }) => hint),
    said: heldInChinese(diagnostics).map(({ code, message }) => `${code}: ${message}`),
  };
};
const PIXELS = '/Type /XObject /Subtype /Image /Width 20 /Height 20';
const RED = '0 1 1 0 k 0 0 50 50 re f';
const SPOT = '<< /ColorSpace << /S [/Separation /PANTONE#20Gold /DeviceCMYK 10 0 R] >> >>';
const TINT = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 .2 .8 0] /N 1 >>';
const CALIBRATED = '<< /ColorSpace << /C [/CalRGB << /WhitePoint [.9505 1 1.089] >>] >> >>';
const DELICATE = 'drawing-delicate: ad.pdf is printed as it is, but newsprint is too coarse for some of it: ';
const UNFIT = 'drawing-unfit: ad.pdf is printed as pixels, for the press cannot take it as it is: ';

describe('a PDF that the press takes', () => {
  it.each([
    ['four inks', { content: RED }],
    ['an ink that the press has', { content: '/S cs 1 scn 0 0 50 50 re f', resources: SPOT, objects: [TINT] }],
    ['colours of a screen', { content: '1 0 0 rg 0 0 50 50 re f 0 .2 .8 RG 3 w 10 10 m 90 10 l S' }],
    [
      'pictures, palettes and shadings of a screen',
      {
        content: 'q 9 0 0 9 0 0 cm /P Do Q q 9 0 0 9 20 0 cm /I Do Q /S sh',
        resources: '<< /XObject << /P 10 0 R /I 11 0 R >> /Shading << /S 12 0 R >> >>',
        objects: [
          stream('\xff\x00\x00'.repeat(400), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceRGB`),
          stream(
            '\x00\x01'.repeat(200),
            `${PIXELS} /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <ff00000000ff>]`,
          ),
          '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [50 0 90 0] /Function 13 0 R >>',
          '<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 1 0] /N 1 >>',
        ],
      },
    ],
    [
      'a logo cut out of its ground',
      {
        content: '0 0 0 .1 k 0 0 50 50 re f q 9 0 0 9 0 0 cm /I Do Q',
        page: '/MediaBox [0 0 100 60] /Group << /S /Transparency >>',
        resources: '<< /XObject << /I 10 0 R >> >>',
        objects: [
          stream('\xff\x00\x00'.repeat(400), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceRGB /SMask 11 0 R`),
          stream('\xff\x00\x00\x00'.repeat(100), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceGray`),
        ],
      },
    ],
    [
      'four inks with a profile',
      {
        content: '/C cs 0 1 1 0 scn 0 0 50 50 re f',
        resources: '<< /ColorSpace << /C [/ICCBased 10 0 R] /DefaultCMYK [/ICCBased 10 0 R] >> >>',
        objects: [stream('', '/N 4')],
      },
    ],
    [
      'a page that is a transparency group, as many programs write each',
      { content: RED, page: '/MediaBox [0 0 100 60] /Group << /S /Transparency /CS /DeviceRGB /I true >>' },
    ],
    [
      'marks of its own beyond where it is cut',
      {
        content: `${RED} 1 1 1 1 K .1 w 100 -5 m 100 -15 l S`,
        page: '/MediaBox [-20 -20 120 80] /TrimBox [0 0 100 60]',
      },
    ],
  ])('prints as it is: %s', async (_, made) => {
    const { picture, ppi, said } = await printed(made);
    expect(said).toEqual([]);
    expect(Object.keys(picture)).toEqual(['drawing', 'crop']);
    expect(ppi).toBeNull();
  });

  it('may give a width to glyphs that its fonts left out, as ranges of digits do, and to none that are there another', async () => {
    const [first, last] = ['一', '二'].map((text) => fonts.glyph('song', text.codePointAt(0)!));
    const subset = fonts.face(first!.face).subset();
    const [shown, lacking] = [subset.include(first!.id), subset.include(last!.id)];
    const program = Buffer.from(subset.encode());
    const tables = new Map(
      Array.from({ length: program.readUInt16BE(4) }, (_, index) => 12 + index * 16).map((at) => [
        program.toString('latin1', at, at + 4),
        program.readUInt32BE(at + 8),
      ]),
    );
    const outline = (glyph: number): number => tables.get('loca')! + glyph * 4;
    program.writeUInt16BE(0, tables.get('hmtx')! + lacking * 4);
    program.writeUInt32BE(program.readUInt32BE(outline(lacking)), outline(lacking + 1));
    const made = (width: number): Made => ({
      content: `BT /F 12 Tf <000${shown}> Tj ET`,
      resources: '<< /Font << /F 10 0 R >> >>',
      objects: [
        '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [11 0 R] /ToUnicode 14 0 R >>',
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /FontDescriptor 12 0 R /CIDToGIDMap /Identity /W [${shown} ${lacking} ${width}] >>`,
        '<< /Type /FontDescriptor /FontName /ABCDEF+Song /FontFile2 13 0 R >>',
        stream(program.toString('latin1')),
        stream(''),
      ],
    });
    expect((await printed(made(1000))).said).toEqual([]);
    expect((await printed(made(900))).said).toEqual([
      `${UNFIT}ABCDEF+Song: code ${shown} is said to be 900 wide, and its glyph is 1000 wide`,
    ]);
  });

  it('may have its fonts whole: they are called as subsets are, so that no press takes a font of its own by their name', async () => {
    const face = fonts.face(fonts.glyph('song', 0x41).face).subset();
    face.include(fonts.glyph('song', 0x41).id);
    const { picture, said } = await printed({
      content: '0 g BT /F 12 Tf (A) Tj ET',
      resources: '<< /Font << /F 10 0 R >> >>',
      objects: [
        '<< /Type /Font /Subtype /TrueType /BaseFont /#CB#CE#CC#E5 /FontDescriptor 11 0 R /Encoding /WinAnsiEncoding >>',
        '<< /Type /FontDescriptor /FontName /#CB#CE#CC#E5 /FontFile2 12 0 R >>',
        stream(Buffer.from(face.encode()).toString('latin1')),
      ],
    });
    expect(said).toEqual([]);
    const written = 'drawing' in picture ? picture.drawing.objects.map(({ text }) => text).join() : '';
    const names = [...written.matchAll(/\/(?:BaseFont|FontName) (\S+)/g)].map(([, name]) => name);
    expect(names).toEqual([names[0], names[0]]);
    expect(names[0]).toMatch(/^\/[A-Z]{6}\+#CB#CE#CC#E5$/);
  });

  it.each([
    ['0 w 10 10 m 90 10 l S', 1],
    ['q .1 0 0 .1 0 0 cm 1 w 100 100 m 900 100 l S Q 1 w 10 20 m 90 20 l S', 1],
    ['/Hair gs 10 10 m 90 10 l S', 1],
    ['.5 w /Form Do /Form Do', 0.4],
    ['.4 w 10 10 20 20 re S', 0.5],
    ['10 10 80 .48 re f 10 10 .48 40 re f', 0.4],
  ])('has rules that the press holds, where it had thinner ones: %s', async (content, scale) => {
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 100 60] /Matrix [.5 0 0 .5 0 0]';
    const made = {
      content,
      resources: '<< /ExtGState << /Hair << /LW .1 >> >> /XObject << /Form 10 0 R >> >>',
      objects: [stream('0 G .4 w 10 10 m 90 10 l 90 50 l S', form)],
    };
    const { picture, said } = await printed(made, { scale });
    expect(said).toEqual([]);
    expect(Object.keys(picture)).toEqual(['drawing', 'crop']);
  });

  it('is asked at the size that it prints at', async () => {
    const rule = { content: '1 1 0 0 K .2 w 10 10 m 90 10 l S 1 1 0 0 K 1 w 10 10 m 90 10 l S' };
    const small = await printed(rule);
    expect(small.said).toEqual([`${DELICATE}a rule of 0.501 pt in 2 inks; and 1 more`]);
    expect((await printed(rule, { scale: 1.3 })).said).toEqual([`${DELICATE}a rule of 0.501 pt in 2 inks; and 1 more`]);
    expect((await printed(rule, { scale: 10 })).said).toEqual([]);
  });

  it.each(['0 0 0 .5 k', '.5 .5 .5 rg', '.13 .12 .125 rg'])(
    'is so on a page in black, if it is black: %s',
    async (colour) => {
      const { picture, said } = await printed({ content: `${colour} 0 0 50 50 re f` }, { black: true });
      expect(said).toEqual([]);
      expect(Object.keys(picture)).toEqual(['drawing', 'crop']);
    },
  );
});

describe('what is as hard to print as pixels stays as it is, and the desk is told', () => {
  const FONT =
    '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+A /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+A /FontFile2 11 0 R >> /Encoding /WinAnsiEncoding >>';
  const type = fonts.face(fonts.glyph('song', 0x41).face).subset();
  type.include(fonts.glyph('song', 0x41).id);
  const made = (content: string): Made => ({
    content,
    resources: '<< /Font << /F 10 0 R >> /XObject << /I 12 0 R >> >>',
    objects: [
      FONT,
      stream(Buffer.from(type.encode()).toString('latin1')),
      stream('\xff\x00\x00\x00'.repeat(400), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceCMYK`),
    ],
  });

  it.each([
    ['small type in several inks', '0 1 1 0 k BT /F 9 Tf (A) Tj ET', 'text of 9 pt in 2 inks (0 100 100 0)', /one ink/],
    ['small reversed type', `${RED} 0 0 0 0 k BT /F 7 Tf (A) Tj ET`, 'white text of 7 pt', /larger/],
    ['thin rules in several inks', '0 1 1 0 K .5 w 0 0 m 9 9 l S', 'a rule of 0.5 pt in 2 inks', /heavier rules/],
  ])('%s', async (_, content, why, hint) => {
    const { picture, said, hints } = await printed(made(content));
    expect(said).toEqual([DELICATE + why]);
    expect(hints).toEqual([expect.stringMatching(hint)]);
    expect(Object.keys(picture)).toEqual(['drawing', 'crop']);
  });

  it.each([
    ['0 1 1 0 k BT /F 8.9 Tf (A) Tj ET', 'text of 8.9 pt in 2 inks (0 100 100 0)', /one ink/],
    [`${RED} 0 0 0 0 k BT /F 6.9 Tf (A) Tj ET`, 'white text of 6.9 pt', /larger/],
    ['q 39 0 0 39 0 0 cm /I Do Q', 'a picture at 36 pixels an inch', /finer pictures/],
  ])('but what presses refuse of any file does not: %s', async (content, why, hint) => {
    const { picture, said, hints } = await printed(made(content));
    expect(said).toEqual([UNFIT + why]);
    expect(hints).toEqual([expect.stringMatching(hint)]);
    expect(picture).toMatchObject({ width: 348 });
  });

  it('nor does type in a black of several inks, which pixels have in black alone', async () => {
    const { picture, said } = await printed(made('0 1 1 .9 K BT /F 8 Tf 1 Tr (A) Tj ET'));
    expect(said).toEqual([`${UNFIT}text of 8 pt in 3 inks (0 100 100 90)`]);
    expect(picture).toMatchObject({ width: 348 });
  });
});

describe('a PDF that the press cannot take as it is prints as pixels, and the desk is told why', () => {
  it.each([
    [
      'in colours of one screen alone',
      { content: '/C cs 1 0 0 sc 0 0 50 50 re f', resources: CALIBRATED },
      'a colour space CalRGB; and 1 more',
    ],
    [
      'in an ink that the press has not',
      { content: '/S cs 1 scn 0 0 50 50 re f', resources: SPOT.replace('Gold', 'Blue'), objects: [TINT] },
      'the press has no ink “PANTONE Blue”',
    ],
    [
      'that is not opaque',
      { content: `/G gs ${RED}`, resources: '<< /ExtGState << /G << /ca .5 >> >> >>' },
      'a part of it is not opaque (ca)',
    ],
    [
      'with a shadow',
      {
        content: `${RED} q 9 0 0 9 0 0 cm /I Do Q`,
        resources: '<< /XObject << /I 10 0 R >> >>',
        objects: [
          stream('\xff'.repeat(400), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 11 0 R`),
          stream('\x80'.repeat(400), `${PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceGray`),
        ],
      },
      'a part of it has a soft mask',
    ],
    [
      'with more ink than newsprint takes',
      { content: `${RED} 1 1 1 1 k 50 0 50 50 re f` },
      expect.stringContaining('400 %'),
    ],
  ])('%s', async (_, made, why) => {
    const { picture, ppi, said } = await printed(made);
    expect(said).toEqual([
      typeof why === 'string' ? UNFIT + why : expect.stringMatching(/^drawing-unfit: ad\.pdf is printed as pixels/),
    ]);
    if (typeof why !== 'string') expect(said[0]!.slice(UNFIT.length)).toEqual(why);
    expect(picture).toMatchObject({ space: 'DeviceCMYK', width: 348, height: 209 });
    expect(ppi).toBeCloseTo(300, 0);
  });

  it('of several reasons the first, and how many more', async () => {
    const { said } = await printed({
      content: '1 1 1 1 k 0 0 50 50 re f BT /F 30 Tf (a) Tj ET',
      resources: '<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
    });
    expect(said).toEqual([expect.stringMatching(/: Helvetica is not embedded; and \d more$/)]);
  });

  it('as sharp as it has to be in its place, however small its own page is', async () => {
    const { picture, ppi } = await printed({ content: '1 1 1 1 k 0 0 50 50 re f' }, { scale: 4 });
    expect(ppi).toBeCloseTo(300, 0);
    expect(picture).toMatchObject({ width: 1389, height: 834 });
  });

  it.each([
    ['/C cs 1 0 0 sc 0 0 50 50 re f', /PDF\/X-1a/],
    ['1 1 1 1 k 0 0 50 50 re f', /separated for newsprint/],
    ['BT /F 30 Tf (a) Tj ET', /embed its fonts/],
  ])('and what to ask for, by the reason: %s', async (content, hint) => {
    const font = '<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
    const { hints } = await printed({ content, resources: content.startsWith('BT') ? font : CALIBRATED });
    expect(hints).toEqual([expect.stringMatching(hint)]);
  });

  it('in greys of a screen, in black ink alone', async () => {
    const { picture } = await printed({
      content: '/G gs .2 .2 .2 rg 0 0 50 50 re f',
      resources: '<< /ExtGState << /G << /ca .5 >> >> >>',
    });
    expect(picture).toMatchObject({ space: 'DeviceGray' });
  });

  it.each(['0 g', '0 0 0 1 k', '0.5 0.5 0.5 rg'])('with blacks and greys in black ink alone: %s', async (colour) => {
    const { picture } = await printed({
      content: `/G gs ${RED} ${colour} 60 0 40 60 re f`,
      resources: '<< /ExtGState << /G << /ca .999 >> >> >>',
    });
    if ('drawing' in picture) throw new Error('it is no picture of pixels');
    const inks = await cmykPixels(inMemory(picture.data));
    const at = (100 * picture.width + 280) * 4;
    const [cyan, magenta, yellow, black] = inks.subarray(at, at + 4);
    for (const ink of [cyan, magenta, yellow]) expect(ink).toBeLessThan(5);
    expect(black).toBeGreaterThan(80);
    expect(inks[(100 * picture.width + 50) * 4 + 1]).toBeGreaterThan(150);
  });

  it('with colours on a page in black, in greys: that is told of advertisements', async () => {
    expect(await printed({ content: RED }, { black: true })).toMatchObject({
      picture: { space: 'DeviceGray' },
      said: [],
    });
    const { said } = await printed({ content: RED }, { black: true, part: 'advertisement' });
    expect(said).toEqual([expect.stringMatching(/^advertisement-black: .*: the advertisement ad\.pdf has colours/)]);
  });
});

describe('what lies over the page of a PDF', () => {
  const LOOKS = '/AP << /N 11 0 R >>';
  it.each([
    ['a stamp', `/Subtype /Stamp /F 4 ${LOOKS}`, 'Stamp'],
    ['a field that was filled in', `/Subtype /Widget /F 4 /AS /On /AP << /N << /On 11 0 R /Off 12 0 R >> >>`, 'Widget'],
    ['an empty field', `/Subtype /Widget /F 4 /AS /Off /AP << /N << /On 11 0 R /Off 12 0 R >> >>`, null],
    ['a stamp for the screen', `/Subtype /Stamp /F 0 ${LOOKS}`, null],
    ['a hidden one', `/Subtype /Stamp /F 6 ${LOOKS}`, null],
    ['one beside what prints', `/Subtype /Stamp /F 4 /Rect [120 0 130 9] ${LOOKS}`, null],
    ['a link', `/Subtype /Link /F 4 ${LOOKS}`, null],
    ['nothing to be seen', '/Subtype /Stamp /F 4', null],
  ])('is told of where it would print: %s', async (_, note, kind) => {
    const rect = note.includes('/Rect') ? '' : '/Rect [10 10 50 50]';
    const { picture, said } = await printed({
      content: RED,
      page: '/MediaBox [0 0 140 60] /TrimBox [0 0 100 60] /Annots [10 0 R]',
      objects: [
        `<< /Type /Annot ${rect} ${note} >>`,
        stream('0 0 9 9 re f', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
        stream('/Tx BMC EMC', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
      ],
    });
    expect(Object.keys(picture)).toEqual(['drawing', 'crop']);
    expect(said).toEqual(
      kind === null ? [] : [`drawing-notes: ad.pdf: what was put over its page is not printed (${kind})`],
    );
  });
});
