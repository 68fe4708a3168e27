/** Files whose pages are not where, or not what, the file says. */
import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import { type BadFile, name } from './editable.js';

export const BAD_TREES: readonly BadFile[] = [
  {
    name: 'no pages',
    check: 'structure',
    edit: (f) => f.set(f.find('Type', 'Pages'), { Kids: [], Count: 0 }),
    alone: 'it looks at each page, and there is none',
  },
  {
    name: 'a page without contents',
    check: 'structure',
    edit: (f) => void f.page.delete(name('Contents')),
    alone: 'PDF knows empty pages; a newspaper does not',
  },
  {
    name: 'contents that are not there',
    check: 'structure',
    edit: (f) => f.page.set(name('Contents'), f.document.context.nextRef()),
  },
  {
    name: 'a page of another type',
    check: 'structure',
    edit: (f) => f.set(f.page, { Type: 'Pag' }),
  },
  {
    name: 'a page tree with a wrong count',
    check: 'structure',
    edit: (f) => f.set(f.find('Type', 'Pages'), { Count: 3 }),
    alone: 'it counts the pages itself',
  },
  {
    name: 'a page that is there twice',
    check: 'structure',
    edit: (f) => {
      const kids = f.find('Type', 'Pages').lookup(name('Kids'), PDFArray);
      kids.push(kids.get(0));
      f.set(f.find('Type', 'Pages'), { Count: 2 });
    },
  },
  {
    name: 'a page tree that leads back into itself',
    check: 'structure',
    bytes: (pdf) => {
      const text = pdf.toString('latin1');
      const tree = /\/Parent (\d+) 0 R/.exec(text)![1]!;
      const back = text.replace(/(\/Kids \[ )(\d+)/, (_, kids, page) => kids + tree.padStart(page.length, '0'));
      return Buffer.from(back, 'latin1');
    },
  },
  {
    name: 'a catalog of another type',
    check: 'structure',
    edit: (f) => f.root.set(name('Type'), PDFName.of('Catalogue')),
  },
  {
    name: 'a table that comes before itself',
    check: 'structure',
    bytes: (pdf) => {
      const text = pdf.toString('latin1');
      const table = /startxref\s+(\d+)/.exec(text)![1]!;
      return Buffer.from(text.replace(/trailer\s*<</, `$& /Prev ${table}`), 'latin1');
    },
  },
  {
    name: 'a crop within the trim',
    check: 'boxes',
    edit: (f) => f.set(f.page, { CropBox: [20, 20, 200, 200] }),
    alone: 'it looks at the CropBox only where there is no BleedBox',
  },
  {
    name: 'layers that can be switched off',
    check: 'forbidden',
    edit: (f) => f.set(f.root, { OCProperties: { OCGs: [], D: {} } }),
    alone: 'it does not look for them',
  },
];
