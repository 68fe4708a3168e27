import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { BLACK, type Ink, WHITE } from '../../src/page/types.js';
import { overprints, PRESS_COLOURS } from '../../src/pdf/colour.js';
import { preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import { facts, fonts, line, page, writePdf } from './pages.js';

const GOLD: Ink = { c: 0, m: 20, y: 60, k: 20, spot: 'gold' };

it('black alone overprints: no plate beside it, no tint, and no spot ink, whatever stands in for it', () => {
  const others: readonly Ink[] = [
    WHITE,
    GOLD,
    { ...BLACK, k: 99 },
    { ...BLACK, spot: 'black of the nameplate' },
    ...(['c', 'm', 'y'] as const).map((plate) => ({ ...BLACK, [plate]: 1 })),
  ];
  expect([BLACK, ...others].map(overprints)).toEqual([true, ...others.map(() => false)]);
});

it('an ink is chosen for type and for lines, on its own plates', () => {
  const red: Ink = { c: 0, m: 100, y: 95, k: 5 };
  const chosen = (ink: Ink): readonly string[] =>
    (['fill', 'stroke'] as const).map((use) => PRESS_COLOURS.choose(ink, use, ({ spot }) => `of ${spot}`));
  expect(chosen(red)).toEqual(['0 1 0.95 0.05 k\n', '0 1 0.95 0.05 K\n']);
  expect(chosen(GOLD)).toEqual(['/of gold cs 1 scn\n', '/of gold CS 1 SCN\n']);
});

it('a spot ink, and the marks on all plates, have functions that readers know: by the tint, and the same on each', async () => {
  const press = (await loadPress(null, 'test condition')).value!;
  const none = await preparePictures([], { path: (file) => file }, press);
  const pdf = await writePdf([page([[50, 50, line('金', 20, GOLD)]])], { ...facts, marks: true }, fonts, none, press);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const resources = document.getPages()[0]!.node.lookup(PDFName.of('Resources'), PDFDict);
  const spaces = resources.lookup(PDFName.of('ColorSpace'), PDFDict);
  const said = (key: string): readonly string[] => {
    const [kind, ink, stand, tint] = spaces.lookup(PDFName.of(key), PDFArray).asArray();
    const made = document.context.lookup(tint) as PDFDict | PDFRawStream;
    const dict = made instanceof PDFRawStream ? made.dict : made;
    const entries = ['FunctionType', 'Domain', 'Range', 'C0', 'C1', 'N'].flatMap((entry) => {
      const value = dict.get(PDFName.of(entry));
      return value === undefined ? [] : [`${entry} ${value}`];
    });
    const program = made instanceof PDFRawStream ? [Buffer.from(made.getContents()).toString('latin1')] : [];
    return [[kind, ink, stand].join(' '), ...entries, ...program];
  };
  expect(said('S1')).toEqual([
    '/Separation /gold /DeviceCMYK',
    'FunctionType 2',
    'Domain [ 0 1 ]',
    'C0 [ 0 0 0 0 ]',
    'C1 [ 0 0.2 0.6 0.2 ]',
    'N 1',
  ]);
  expect(said('All')).toEqual([
    '/Separation /All /DeviceCMYK',
    'FunctionType 4',
    'Domain [ 0 1 ]',
    'Range [ 0 1 0 1 0 1 0 1 ]',
    '{dup dup dup}',
  ]);
});
