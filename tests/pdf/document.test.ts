import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../src/geometry/units.js';
import { preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import type { PdfFacts, Press } from '../../src/pdf/types.js';
import { preflight } from '../../src/proof/preflight/preflight.js';
import { facts, fonts, line, page, writePdf } from './pages.js';

let standIn: Press;
beforeAll(async () => {
  standIn = (await loadPress(null, 'test condition')).value!;
});

const write = async (more: Partial<PdfFacts>, press: Press = standIn): Promise<Uint8Array> => {
  const none = await preparePictures([], { path: (file) => file }, press);
  return writePdf([page([[50, 50, line('版心')]])], { ...facts, ...more }, fonts, none, press);
};
const open = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });
const name = PDFName.of;

describe('boxes, in mm from the bottom left of the media', () => {
  const boxesOf = async (more: Partial<PdfFacts>): Promise<Record<string, readonly number[] | null>> => {
    const { node } = (await open(await write(more))).getPages()[0]!;
    const box = (key: string): readonly number[] | null => {
      const edges = node.lookupMaybe(name(key), PDFArray);
      return edges?.asArray().map((edge) => Math.round((Number(edge.toString()) / mm(1)) * 100) / 100) ?? null;
    };
    return { media: box('MediaBox'), bleed: box('BleedBox'), trim: box('TrimBox') };
  };

  it('all are one where nothing bleeds', async () => {
    const sheet = [0, 0, 390, 550];
    expect(await boxesOf({})).toEqual({ media: sheet, bleed: sheet, trim: sheet });
  });
  it('the media ends with the bleed', async () => {
    expect(await boxesOf({ bleed: mm(3) })).toEqual({
      media: [0, 0, 396, 556],
      bleed: [0, 0, 396, 556],
      trim: [3, 3, 393, 553],
    });
  });
  it('marks have 15 mm beyond the bleed', async () => {
    expect(await boxesOf({ bleed: mm(3), marks: true })).toEqual({
      media: [0, 0, 426, 586],
      bleed: [15, 15, 411, 571],
      trim: [18, 18, 408, 568],
    });
  });
});

it.each(['x1a', 'x4'] as const)('passes preflight with bleed and marks: %s', async (edition) => {
  const pdf = await write({ edition, bleed: mm(3), marks: true });
  expect((await preflight([pdf], { standard: edition, trim: { width: 390, height: 550 } })).findings).toEqual([]);
});

describe('what a file says of itself', () => {
  it.each([
    ['x1a', '%PDF-1.4', '(PDF/X-1a:2003)', false],
    ['x4', '%PDF-1.6', '(PDF/X-4)', true],
  ] as const)('names its standard: %s', async (edition, version, standard, hasXmp) => {
    const pdf = await write({ edition });
    const { context, catalog } = await open(pdf);
    const info = context.lookup(context.trailerInfo.Info, PDFDict);
    expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe(version);
    expect(['GTS_PDFXVersion', 'Trapped'].map((key) => info.lookup(name(key))!.toString())).toEqual([
      standard,
      '/False',
    ]);
    expect(catalog.has(name('Metadata'))).toBe(hasXmp);
  });

  it('is of the day of the issue, whatever day and zone it was built in', async () => {
    const { context } = await open(await write({}));
    const info = context.lookup(context.trailerInfo.Info, PDFDict);
    for (const key of ['CreationDate', 'ModDate'])
      expect(info.lookup(name(key))!.toString()).toBe('(D:20211203000000Z)');
  });

  it.each([
    [true, '(test condition \\(stand-in profile\\))'],
    [false, '(test condition)'],
  ])('holds the profile that pictures are separated with, and says whether it stands in: %s', async (is, info) => {
    // A getter of the stand-in's is no part of a spread object.
    const press: Press = { ...standIn, profile: standIn.profile, standIn: is };
    const { catalog } = await open(await write({}, press));
    const intents = catalog.lookup(name('OutputIntents'), PDFArray);
    expect(intents.size()).toBe(1);
    const intent = intents.lookup(0, PDFDict);
    const said = ['S', 'OutputConditionIdentifier', 'Info'].map((key) => intent.get(name(key))!.toString());
    expect(said).toEqual(['/GTS_PDFX', '(test condition)', info]);
    const profile = intent.lookup(name('DestOutputProfile')) as PDFRawStream;
    expect(profile.dict.get(name('N'))!.toString()).toBe('4');
    expect(Buffer.from(decodePDFRawStream(profile).decode()).equals(press.profile)).toBe(true);
  });
});
