/** Files with fonts that cannot be opened, or whose widths are not those of their glyphs. */
import { PDFArray, type PDFDict } from '@cantoo/pdf-lib';
import { type BadFile, type Editable, name } from './editable.js';

/** Where a font program's directory has the entry of a table. */
const entryOf = (program: Buffer, tag: string): number => {
  const count = program.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + index * 16);
  return entries.find((at) => program.toString('latin1', at, at + 4) === tag)!;
};

const changed = (what: string, change: (program: Buffer) => Uint8Array): BadFile => ({
  name: what,
  check: 'fonts',
  edit: (f) => f.changeProgram(change),
});

/** In words, why both checks need not agree. */
const NOT_OPENED = 'its reader puts another font in its place';
const NOT_COMPARED = 'it compares no widths';

const cid = (f: Editable): PDFDict => f.find('Subtype', 'CIDFontType2');

export const BAD_FONTS: readonly BadFile[] = [
  { ...changed('a font program that is no font', () => Buffer.from('no font at all')), alone: NOT_OPENED },
  { ...changed('an empty font program', () => Buffer.alloc(0)), alone: NOT_OPENED },
  {
    ...changed('a font program that breaks off', (program) => program.subarray(0, program.length >> 1)),
    alone: NOT_OPENED,
  },
  {
    ...changed('a font program without outlines', (program) => {
      program.write('glyX', entryOf(program, 'glyf'), 'latin1');
      return program;
    }),
    alone: NOT_OPENED,
  },
  {
    name: 'an outline font of the other kind that is none',
    check: 'fonts',
    edit: (f) => {
      const descriptor = f.find('Type', 'FontDescriptor');
      const none = f.document.context.stream('no font', { Subtype: 'CIDFontType0C' });
      descriptor.delete(name('FontFile2'));
      descriptor.set(name('FontFile3'), f.document.context.register(none));
    },
    alone: NOT_OPENED,
  },
  {
    name: 'a width that is not the glyph’s',
    check: 'fonts',
    edit: (f) => cid(f).set(name('DW'), f.document.context.obj(500)),
    alone: NOT_COMPARED,
  },
  {
    name: 'widths of all codes in one',
    check: 'fonts',
    edit: (f) => {
      const widths = PDFArray.withContext(f.document.context);
      for (const width of [0, 0xffff, 300]) widths.push(f.document.context.obj(width));
      cid(f).set(name('W'), widths);
    },
    alone: NOT_COMPARED,
  },
  {
    name: 'widths of codes from far below none to far above all',
    check: 'fonts',
    edit: (f) => {
      const widths = PDFArray.withContext(f.document.context);
      for (const width of [-99999999999, 99999999999, 300]) widths.push(f.document.context.obj(width));
      cid(f).set(name('W'), widths);
    },
    alone: NOT_COMPARED,
  },
];
