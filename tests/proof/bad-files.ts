/** Files a press must reject, each one small edit away from a good one. */
import {
  decodePDFRawStream,
  PDFDict,
  PDFHexString,
  PDFNumber,
  type PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { BAD_CONTENTS } from './bad-contents.js';
import { BAD_FONTS } from './bad-fonts.js';
import { BAD_PICTURES } from './bad-pictures.js';
import { BAD_TREES } from './bad-trees.js';
import { type BadFile, type Editable, name } from './editable.js';

const text = (colour: string, size: number): string => `BT ${colour} 1 0 0 1 30 30 Tm /F1 ${size} Tf <0001> Tj ET`;

/** The domain of four values. */
const EACH = [0, 1, 0, 1, 0, 1, 0, 1];

/** How a tint of one ink looks in four. */
const tintOf = ({ document: { context } }: Editable, inks: number[]): PDFRef =>
  context.register(context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: inks, N: 1 }));

/** Names a colour space S9. */
const addSpace = (file: Editable, words: readonly (string | string[])[], tint: PDFRef): void =>
  file.set(file.resources, { ColorSpace: { S9: [...words, tint] } });

/** A form with these operators, on the page. */
const addForm = (file: Editable, operators: string): PDFDict => {
  const { context } = file.document;
  const form = context.stream(operators, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: {} });
  file.resources.lookup(name('XObject'), PDFDict).set(name('Own'), context.register(form));
  file.draw('/Own Do');
  return form.dict;
};

export const BAD: readonly BadFile[] = [
  ...BAD_CONTENTS,
  ...BAD_FONTS,
  ...BAD_PICTURES,
  ...BAD_TREES,
  {
    name: 'a cross-reference table of more objects than any file has',
    check: 'structure',
    bytes: (pdf) => Buffer.from(pdf.toString('latin1').replace(/xref\n0 \d+/, 'xref\n0 99999999999'), 'latin1'),
  },
  { name: 'an RGB fill', check: 'colour-spaces', edit: (f) => f.draw('1 0 0 rg 10 10 50 50 re f') },
  { name: 'RGB text', check: 'colour-spaces', edit: (f) => f.draw(text('0 0 0.5 rg', 12)) },
  {
    name: 'an RGB picture',
    check: 'colour-spaces',
    edit: (f) => f.set(f.find('Subtype', 'Image'), { ColorSpace: 'DeviceRGB' }),
  },
  {
    name: 'a picture without a colour space',
    check: 'colour-spaces',
    edit: (f) => void f.find('Subtype', 'Image').delete(name('ColorSpace')),
    alone: 'its reader takes the one that the JPEG is in',
  },
  {
    name: 'a picture of four inks that is said to be of greys',
    check: 'structure',
    edit: (f) => f.set(f.find('Subtype', 'Image'), { ColorSpace: 'DeviceGray' }),
    alone: 'its readers take what the JPEG is in',
  },
  {
    name: 'a picture whose data breaks off',
    check: 'structure',
    edit: (f) => f.cutPicture(),
  },
  {
    name: 'a font that is not embedded',
    check: 'fonts',
    edit: (f) => void f.find('Type', 'FontDescriptor').delete(name('FontFile2')),
  },
  {
    name: 'a font in full',
    check: 'fonts',
    edit: (f) => {
      for (const kind of ['Type0', 'CIDFontType2']) f.set(f.find('Subtype', kind), { BaseFont: 'NotoSerifSC' });
      f.set(f.find('Type', 'FontDescriptor'), { FontName: 'NotoSerifSC' });
    },
  },
  {
    name: 'a font that does not say its text',
    check: 'fonts',
    edit: (f) => void f.find('Subtype', 'Type0').delete(name('ToUnicode')),
  },
  {
    name: 'black text that knocks out',
    check: 'black-text',
    edit: (f) => {
      f.content = f.content.replaceAll('/GO gs', '/GK gs');
    },
  },
  {
    name: 'text in default black',
    check: 'black-text',
    edit: (f) => {
      f.content = `${text('', 12)}\n${f.content}`;
    },
  },
  { name: 'text in rich black', check: 'multi-ink-text', edit: (f) => f.draw(text('.5 .4 .4 1 k', 30)) },
  { name: 'small text in two inks', check: 'multi-ink-text', edit: (f) => f.draw(text('0 1 1 0 k', 7)) },
  { name: 'small white text', check: 'reversed-text', edit: (f) => f.draw(`/GK gs ${text('0 0 0 0 k', 5)}`) },
  {
    name: 'white text that overprints',
    check: 'reversed-text',
    edit: (f) => f.draw(`/GO gs ${text('0 0 0 0 k', 20)}`),
  },
  {
    name: 'a white area that overprints',
    check: 'reversed-text',
    edit: (f) => f.draw('/GO gs 0 0 0 0 k 20 20 30 30 re f'),
    alone: 'it looks for white text alone',
  },
  {
    name: 'a white rule that overprints',
    check: 'reversed-text',
    edit: (f) => f.draw('/GO gs 0 0 0 0 K 2 w 20 20 m 90 20 l S'),
    alone: 'it looks for white text alone',
  },
  { name: 'a hairline', check: 'lines', edit: (f) => f.draw('0 0 0 1 K .1 w 10 10 m 90 10 l S') },
  {
    name: 'a line of no width, scaled',
    check: 'lines',
    edit: (f) => f.draw('q .1 0 0 .1 0 0 cm 0 0 0 1 K 1 w 100 100 m 900 100 l S Q'),
  },
  { name: 'a thin rule in four inks', check: 'lines', edit: (f) => f.draw('.2 .2 .2 .2 K .4 w 10 10 m 90 10 l S') },
  { name: '300 % ink', check: 'total-ink', edit: (f) => f.draw('.9 .9 .9 .3 k 20 20 150 150 re f') },
  {
    name: 'black over a dark tint',
    check: 'total-ink',
    edit: (f) => f.draw('/GK gs .8 .7 .7 0 k 20 20 150 150 re f /GO gs 0 0 0 1 k 30 30 100 100 re f'),
  },
  { name: 'a picture too coarse', check: 'resolution', edit: (f) => f.draw('q 270 0 0 270 5 5 cm /I1 Do Q') },
  { name: 'no TrimBox', check: 'boxes', edit: (f) => void f.page.delete(name('TrimBox')) },
  { name: 'a trim larger than the media', check: 'boxes', edit: (f) => f.set(f.page, { TrimBox: [0, 0, 400, 400] }) },
  { name: 'both TrimBox and ArtBox', check: 'boxes', edit: (f) => f.set(f.page, { ArtBox: [0, 0, 200, 200] }) },
  { name: 'a UserUnit', check: 'boxes', edit: (f) => f.set(f.page, { UserUnit: 2 }) },
  { name: 'a turned page', check: 'boxes', edit: (f) => f.set(f.page, { Rotate: 90 }) },
  {
    name: 'a page turned by what it hangs on',
    check: 'boxes',
    edit: (f) => f.set(f.page.lookup(name('Parent'), PDFDict), { Rotate: 180 }),
  },
  { name: 'no output intent', check: 'output-intent', edit: (f) => void f.root.delete(name('OutputIntents')) },
  {
    name: 'an intent without a profile',
    check: 'output-intent',
    edit: (f) => void f.find('Type', 'OutputIntent').delete(name('DestOutputProfile')),
  },
  {
    name: 'a profile of a monitor',
    check: 'output-intent',
    edit: (f) => {
      const profile = f.find('Type', 'OutputIntent').lookup(name('DestOutputProfile')) as PDFRawStream;
      const icc = Buffer.from(decodePDFRawStream(profile).decode());
      icc.write('mntr', 12, 'latin1');
      const other = f.document.context.flateStream(icc, { N: 4 });
      f.find('Type', 'OutputIntent').set(name('DestOutputProfile'), f.document.context.register(other));
    },
  },
  { name: 'Trapped as a string', check: 'trapped', edit: (f) => f.info.set(name('Trapped'), PDFString.of('False')) },
  { name: 'no title', check: 'info', edit: (f) => void f.info.delete(name('Title')) },
  {
    name: 'a date that is none',
    check: 'info',
    edit: (f) => f.info.set(name('ModDate'), PDFString.of('D:20211332')),
    alone: 'it asks only whether there is one',
  },
  { name: 'no date of change', check: 'info', edit: (f) => void f.info.delete(name('ModDate')) },
  {
    name: 'another standard named',
    check: 'identification',
    edit: (f) => f.info.set(name('GTS_PDFXVersion'), PDFString.of('PDF/X-3:2002')),
  },
  {
    name: 'an ID of nothing',
    check: 'id',
    bytes: (pdf) =>
      Buffer.from(
        pdf
          .toString('latin1')
          .replace(/\/ID \[\s*<[0-9a-fA-F]+>\s*<[0-9a-fA-F]+>\s*\]/, (id) => '/ID [<> <>]'.padEnd(id.length)),
        'latin1',
      ),
    alone: 'it asks only whether there is one',
  },
  {
    name: 'a file within the file',
    check: 'forbidden',
    edit: (f) => {
      const data = f.document.context.register(f.document.context.flateStream(Buffer.from('notes')));
      f.set(f.root, {
        Names: { EmbeddedFiles: { Names: [PDFString.of('notes'), { Type: 'Filespec', EF: { F: data } }] } },
      });
    },
    alone: 'it does not look for them',
  },
  {
    name: 'a link',
    check: 'annotations',
    edit: (f) => f.set(f.page, { Annots: [{ Type: 'Annot', Subtype: 'Link', Rect: [10, 10, 50, 50] }] }),
  },
  {
    name: 'a script',
    check: 'actions',
    edit: (f) => f.set(f.root, { OpenAction: { S: 'JavaScript', JS: 'beep' } }),
  },
  { name: 'a form', check: 'actions', edit: (f) => f.set(f.root, { AcroForm: { Fields: [] } }) },
  {
    name: 'a transparency group',
    check: 'transparency',
    edit: (f) => f.set(f.page, { Group: { S: 'Transparency', CS: 'DeviceCMYK' } }),
  },
  {
    name: 'paint that shines through',
    check: 'transparency',
    edit: (f) => f.set(f.find('Type', 'ExtGState'), { ca: 0.5 }),
  },
  { name: 'a blend mode', check: 'transparency', edit: (f) => f.set(f.find('Type', 'ExtGState'), { BM: 'Multiply' }) },
  {
    name: 'a soft mask',
    check: 'transparency',
    edit: (f) => {
      const mask = f.document.context.flateStream(Buffer.alloc(1), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 1,
        Height: 1,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      });
      f.find('Subtype', 'Image').set(name('SMask'), f.document.context.register(mask));
    },
  },
  { name: 'a transfer curve', check: 'forbidden', edit: (f) => f.set(f.find('Type', 'ExtGState'), { TR: 'Identity' }) },
  ...[
    ['a halftone made for one device', { HalftoneType: 6, Width: 2, Height: 2 }],
    ['a halftone of a name', { HalftoneType: 1, SpotFunction: 'Round', HalftoneName: 'Fine' }],
    [
      'a transfer curve in a halftone',
      { HalftoneType: 1, SpotFunction: 'Round', TransferFunction: { FunctionType: 2 } },
    ],
  ].map(([what, halftone]): BadFile => {
    const screen = { Type: 'Halftone', Frequency: 60, Angle: 45, ...(halftone as object) };
    return {
      name: what as string,
      check: 'forbidden',
      edit: (f) => f.set(f.find('Type', 'ExtGState'), { HT: screen }),
      alone: 'it does not look for them',
    };
  }),
  {
    name: 'a page of another file',
    check: 'forbidden',
    edit: (f) => f.set(addForm(f, ''), { Ref: { F: PDFString.of('other.pdf'), Page: 0 } }),
    alone: 'it does not look for them',
  },
  {
    name: 'data in another file',
    check: 'forbidden',
    edit: (f) => f.set(addForm(f, ''), { F: PDFString.of('other.txt') }),
    alone: 'it looks for pictures alone',
  },
  {
    name: 'a reader told to print the trimmed page alone',
    check: 'boxes',
    edit: (f) => f.set(f.root, { ViewerPreferences: { PrintClip: 'TrimBox' } }),
    alone: 'it does not ask',
  },
  {
    name: 'a pattern of RGB',
    check: 'colour-spaces',
    edit: (f) => {
      const { context } = f.document;
      const tile = {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 9, 9],
        XStep: 9,
        YStep: 9,
      };
      const pattern = context.register(context.stream('1 0 0 rg 0 0 5 5 re f', { ...tile, Resources: {} }));
      f.set(f.resources, { Pattern: { P1: pattern } });
      f.draw('/Pattern cs /P1 scn 10 10 50 50 re f');
    },
  },
  {
    name: 'a spot colour nobody has',
    check: 'spots',
    edit: (f) => {
      addSpace(f, ['Separation', 'Leftover', 'DeviceCMYK'], tintOf(f, [0, 1, 0, 0]));
      f.draw('/S9 cs 1 scn 20 20 30 30 re f');
    },
  },
  {
    name: 'too much ink in a shading',
    check: 'total-ink',
    edit: (f) => {
      const deep = { FunctionType: 2, Domain: [0, 1], C0: [1, 1, 1, 0], C1: [0.8, 0.9, 1, 0], N: 1 };
      f.set(f.resources, {
        Shading: { Sh: { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [20, 0, 50, 0], Function: deep } },
      });
      f.draw('q /GK gs 20 20 30 30 re W n /Sh sh Q');
    },
  },
  {
    name: 'too much ink in a shading as a pattern',
    check: 'total-ink',
    edit: (f) => {
      const { context } = f.document;
      const of = (C0: number[], C1: number[]): object => ({ FunctionType: 2, Domain: [0, 1], C0, C1, N: 1 });
      const parts = [of([0, 0, 0, 0], [1, 1, 1, 0]), of([1, 1, 1, 0], [0, 0, 0, 0])];
      const both = { FunctionType: 3, Domain: [0, 1], Functions: parts, Bounds: [0.5], Encode: [0, 1, 0, 1] };
      const shading = { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [20, 0, 50, 0], Function: both };
      f.set(f.resources, { Pattern: { P1: context.obj({ PatternType: 2, Shading: shading } as never) } });
      f.draw('/GK gs /Pattern cs /P1 scn 20 20 30 30 re f');
    },
  },
  {
    name: 'small text on all plates',
    check: 'multi-ink-text',
    edit: (f) => {
      addSpace(f, ['Separation', 'All', 'DeviceCMYK'], tintOf(f, [1, 1, 1, 1]));
      f.draw(text('/S9 cs 1 scn', 7));
    },
    alone: 'it takes all plates for one',
  },
  {
    name: 'too much ink in a space of its own',
    check: 'total-ink',
    edit: (f) => {
      const four = f.document.context.register(
        f.document.context.stream('{}', { FunctionType: 4, Domain: EACH, Range: EACH }),
      );
      addSpace(f, ['DeviceN', ['Cyan', 'Magenta', 'Yellow', 'Black'], 'DeviceCMYK'], four);
      f.draw('/GK gs /S9 cs 1 1 1 0 scn 20 20 30 30 re f');
    },
  },
  {
    name: 'a bookmark to no page',
    check: 'bookmarks',
    edit: (f) => {
      const { context } = f.document;
      const outlines = context.nextRef();
      const item = context.register(context.obj({ Dest: [outlines, 'Fit'], Parent: outlines }));
      context.lookup(item, PDFDict).set(name('Title'), PDFHexString.fromText('第9版'));
      context.assign(outlines, context.obj({ Type: 'Outlines', First: item, Last: item, Count: PDFNumber.of(1) }));
      f.root.set(name('Outlines'), outlines);
    },
  },
  {
    name: 'a version too new',
    check: 'version',
    bytes: (pdf) => Buffer.from(pdf.toString('latin1').replace('%PDF-1.4', '%PDF-1.7'), 'latin1'),
  },
  { name: 'objects in streams', check: 'version', save: { useObjectStreams: true } },
  {
    name: 'no ID',
    check: 'id',
    bytes: (pdf) => Buffer.from(pdf.toString('latin1').replace(/\/ID(?= ?\[ ?<)/, '/Id'), 'latin1'),
  },
  { name: 'a file cut short', check: 'structure', bytes: (pdf) => pdf.subarray(0, pdf.length - 600) },
  {
    name: 'a shifted table',
    check: 'structure',
    bytes: (pdf) => Buffer.concat([pdf.subarray(0, 20), Buffer.from('%x\n'), pdf.subarray(20)]),
  },
  ...[-9, 9].map(
    (more): BadFile => ({
      name: `a stream ${more < 0 ? 'shorter' : 'longer'} than it says`,
      check: 'structure',
      bytes: (pdf) => {
        const other = (_: string, key: string, length: string): string =>
          `${key}${String(Number(length) - more).padStart(length.length, '0')}`;
        return Buffer.from(pdf.toString('latin1').replace(/(\/Length )(\d{4,})/, other), 'latin1');
      },
    }),
  ),
  {
    name: 'bytes behind the end',
    check: 'structure',
    bytes: (pdf) => Buffer.concat([pdf, Buffer.alloc(99)]),
    alone: 'its readers look for the end further up',
  },
  {
    name: 'a TrimBox of no size',
    check: 'boxes',
    edit: (f) => f.set(f.page, { TrimBox: [9, 9, 9, 200] }),
    alone: 'it asks only whether it lies within the others',
  },
  { name: 'nothing at all', check: 'structure', bytes: () => Buffer.alloc(0) },
  {
    name: 'encryption',
    check: 'encryption',
    edit: (f) => f.document.encrypt({ ownerPassword: 'a', userPassword: '', permissions: {} }),
  },
];
