import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../../src/cache/kept.js';
import { CHINESE } from '../../src/diagnostics/chinese/translate.js';
import { inBlack } from '../../src/page/black.js';
import { BLACK, type Image, type Page } from '../../src/page/types.js';
import { imagesOf } from '../../src/pdf/items.js';
import { preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import type { Edition } from '../../src/pdf/types.js';
import { preflight } from '../../src/proof/preflight/preflight.js';
import type { From, Remember } from '../../src/proof/preflight/remember.js';
import type { Check, PreflightReport } from '../../src/proof/preflight/types.js';
import { independentCheck } from '../beside.js';
import { holdChinese } from '../diagnostics/chinese/held.js';
import { chain, madePdf } from '../pdf/drawing/made.js';
import { facts, fonts, frame, line, writePdf } from '../pdf/pages.js';
import { BAD } from './bad-files.js';
import { type Editable, spoil } from './editable.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-preflight-'));
afterAll(() => rmSync(folder, { recursive: true }));

const item: Image = {
  kind: 'image',
  file: 'noise.png',
  size: { width: 100, height: 100 },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alt: '',
};
const page: Page = {
  number: 1,
  stories: [],
  frame: frame(
    [
      [20, 60, line('版心校样', 30, { c: 0, m: 100, y: 100, k: 0 }, 'song-black')],
      [20, 90, line('黑字压印，白字不压。')],
      [20, 100, { kind: 'rule', to: { x: 200, y: 0 }, width: 0.35, ink: BLACK }],
      [20, 120, item],
    ],
    283.465,
    283.465,
  ),
};

const good = async (edition: Edition, of: Page = page): Promise<Uint8Array> => {
  const noise = Buffer.from(Array.from({ length: 400 * 400 * 3 }, (_, at) => (at * 2654435761) >>> 24));
  await sharp(noise, { raw: { width: 400, height: 400, channels: 3 } })
    .png()
    .toFile(join(folder, 'noise.png'));
  const press = (await loadPress(null, 'test condition')).value!;
  const pictures = await preparePictures(imagesOf(of), { path: (file) => join(folder, file) }, press, folder);
  return writePdf([of], { ...facts, edition }, fonts, pictures, press);
};

const checksOf = ({ findings }: PreflightReport): Check[] => [...new Set(findings.map(({ check }) => check))];

const independentPasses = (pdf: Uint8Array, name: string, standard: string): Promise<boolean> => {
  const file = join(folder, `${name.replace(/\W+/g, '-')}.pdf`);
  writeFileSync(file, pdf);
  return new Promise((resolve) => execFile(independentCheck!, [file, standard], (error) => resolve(error === null)));
};

let x1a: Uint8Array;
beforeAll(async () => {
  x1a = await good('x1a');
});

describe('a good file', () => {
  it('passes, with its figures', async () => {
    const report = await preflight([x1a], { standard: 'x1a', trim: { width: 100, height: 100 } });
    expect(report.findings).toEqual([]);
    expect(report.facts).toMatchObject({ pages: 1, fonts: 2, images: 1 });
    expect(report.facts.maxInk).toBeLessThanOrEqual(220);
    expect(report.facts.minPpi).toBeCloseTo(250, -1);
    expect(checksOf(await preflight([x1a], { standard: 'x1a', trim: { width: 390, height: 550 } }))).toEqual(['boxes']);
  });

  it('is no file for a page in black, where it has a picture in colours', async () => {
    const held = async (pdf: Uint8Array, black: readonly number[]): Promise<readonly string[]> =>
      (await preflight([pdf], { standard: 'x1a', black })).findings.map(({ check, message }) => `${check}: ${message}`);
    expect(await held(x1a, [1])).toEqual(['black-pages: text in other inks than black']);
    expect(await held(x1a, [2])).toEqual([]);
    const inBlackAlone = await good('x1a', { ...page, black: true, frame: inBlack(page.frame) });
    expect(await held(inBlackAlone, [1])).toEqual([]);
    const red = await spoil(inBlackAlone, { edit: (f) => f.draw('/GK gs 0 1 1 0 k 10 10 50 50 re f') });
    expect(await held(red, [1])).toEqual(['black-pages: an area in other inks than black']);
  });

  it('is a file for a page in black by what its pictures and stencils are painted in', async () => {
    const inBlackAlone = await good('x1a', { ...page, black: true, frame: inBlack(page.frame) });
    const held = async (edit: (file: Editable) => void): Promise<readonly string[]> =>
      (await preflight([await spoil(inBlackAlone, { edit })], { standard: 'x1a', black: [1] })).findings
        .filter(({ check }) => check === 'black-pages')
        .map(({ message }) => message);
    const inline = (colour: string, entries: string): ((file: Editable) => void) => {
      return (f) => f.draw(`q ${colour} 9 0 0 9 10 10 cm BI /W 8 /H 1 ${entries} ID a EI Q`);
    };
    const stencil = (colour: string): ((file: Editable) => void) => {
      return (f) => {
        const mask = { Type: 'XObject', Subtype: 'Image', Width: 8, Height: 1, BitsPerComponent: 1, ImageMask: true };
        const { context } = f.document;
        f.resources
          .lookup(PDFName.of('XObject'), PDFDict)
          .set(PDFName.of('Mask'), context.register(context.flateStream(Buffer.of(0x55), mask)));
        f.draw(`q ${colour} 9 0 0 9 10 10 cm /Mask Do Q`);
      };
    };
    for (const black of [
      inline('0 1 1 0 k', '/BPC 1 /CS /G'),
      inline('0 0 0 1 k', '/IM true'),
      inline('.5 g', '/IM true'),
      stencil('0 0 0 1 k'),
    ]) {
      expect(await held(black)).toEqual([]);
    }
    for (const red of [
      inline('0 0 0 1 k', '/BPC 1 /CS /CMYK'),
      inline('0 1 1 0 k', '/IM true'),
      stencil('0 1 1 0 k'),
    ]) {
      expect(await held(red)).toEqual(['a picture in other inks than black']);
    }
  });

  it('is none where its greys break off', async () => {
    const inBlackAlone = await good('x1a', { ...page, black: true, frame: inBlack(page.frame) });
    const report = await preflight([await spoil(inBlackAlone, { edit: (f) => f.cutPicture() })], { standard: 'x1a' });
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the picture \d+ 0 R (is damaged|breaks off before its last pixel): place it anew$/),
    ]);
  });

  it('may lay white over white, and say so without overprinting', async () => {
    const white = await spoil(x1a, {
      edit: (f) => f.draw('/GK gs 0 0 0 0 k 20 20 30 30 re f /GO gs 1 g 60 20 9 9 re f'),
    });
    expect((await preflight([white], { standard: 'x1a' })).findings).toEqual([]);
  });

  it.each([
    ['a rectangle', '10 10 20 20 re W n'],
    ['several', '10 10 9 9 re 30 30 9 9 re W* n'],
    ['a path', '0 0 m 30 0 l 0 30 l h W n'],
    ['one within another', '10 10 20 20 re W n 0 0 283 283 re W n'],
    ['one that leaves nothing of another', '10 10 20 20 re W n 40 40 20 20 re W n'],
    ['nothing at all', '0 0 0 0 re W n'],
    ['the sheet', '1 0 0 1 300 300 cm'],
  ])('may hold what does not print, clipped to %s', async (_, clip) => {
    const hidden =
      'q 500 0 0 500 100 100 cm /I1 Do Q /GK gs .9 .9 .9 .9 k 100 100 60 60 re f .05 w 1 0 1 0 K 100 100 m 160 160 l S';
    const held = async (operators: string): Promise<PreflightReport> =>
      preflight([await spoil(x1a, { edit: (f) => f.draw(operators) })], { standard: 'x1a' });
    const { findings, facts } = await held(`q ${clip} ${hidden} Q`);
    expect(findings).toEqual([]);
    expect(facts).toEqual((await preflight([x1a], { standard: 'x1a' })).facts);
    // It is told of where it prints, and behind the Q nothing is clipped.
    const told = ['resolution', 'lines', 'total-ink'];
    expect(checksOf(await held(`q ${hidden} Q`))).toEqual(told);
    expect(checksOf(await held(`q ${clip} Q ${hidden}`))).toEqual(told);
  });

  it('may have type that no plate prints (None), and marks on all of them that are as thin as marks are', async () => {
    const file = await spoil(x1a, {
      edit: (f) => {
        const { context } = f.document;
        const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 };
        const space = (ink: string) => context.obj(['Separation', ink, 'DeviceCMYK', tint]);
        f.resources.set(PDFName.of('ColorSpace'), context.obj({ No: space('None'), All: space('All') }));
        f.draw(
          '/No cs 1 scn 20 20 90 90 re f BT /F1 30 Tf 1 0 0 1 30 30 Tm <0001> Tj ET /All CS 1 SCN .25 w 1 1 m 9 1 l S',
        );
      },
    });
    const { findings } = await preflight([file], { standard: 'x1a' });
    expect(findings).toEqual([]);
  });

  it('may be written as other programs write it: boxes by other corners, lengths with crumbs', async () => {
    const turned = await spoil(x1a, {
      edit: (f) => {
        for (const key of ['MediaBox', 'TrimBox']) {
          const [left, bottom, right, top] = f.page.lookup(PDFName.of(key), PDFArray).asArray();
          f.page.set(PDFName.of(key), f.document.context.obj([right, top, left, bottom]));
        }
        f.draw('q .1 0 0 .1 0 0 cm 0 0 0 1 K 2.4998 w 100 100 m 900 100 l S Q');
        f.draw('BT /GK gs 0 0 0 0 k 1 0 0 1 30 30 Tm /F1 7.9999 Tf <0001> Tj 0 1 1 0 k /F1 9.9996 Tf <0001> Tj ET');
      },
    });
    const { findings, facts } = await preflight([turned], { standard: 'x1a', trim: { width: 100, height: 100 } });
    expect(findings).toEqual([]);
    expect(facts).toEqual((await preflight([x1a], { standard: 'x1a' })).facts);
  });

  it('is held to the ink of what clipping leaves of it, a path’s or a form’s', async () => {
    const dark = '/GK gs .9 .9 .9 .9 k 100 100 100 100 re f';
    const form = (f: Editable): void => {
      const { context } = f.document;
      const dict = { Type: 'XObject', Subtype: 'Form', BBox: [100, 100, 120, 150], Resources: f.resources };
      const own = context.register(context.stream(dark, dict));
      f.resources.lookup(PDFName.of('XObject'), PDFDict).set(PDFName.of('Own'), own);
      f.draw('/Own Do');
    };
    for (const edit of [form, (f: Editable) => f.draw(`q 100 100 20 50 re W n ${dark} Q`)]) {
      const { findings } = await preflight([await spoil(x1a, { edit })], { standard: 'x1a' });
      const [finding, ...more] = findings;
      expect([finding?.message, more]).toEqual(['124 mm² with more than 240 % of ink, at most 361 %', []]);
    }
  });

  it.each([
    ['in another filter', ['FlateDecode', 'DCTDecode'], (data: Uint8Array) => deflateSync(data)],
    [
      'as letters',
      ['ASCIIHexDecode', 'DCTDecode'],
      (data: Uint8Array) => Buffer.from(`${Buffer.from(data).toString('hex')}>`),
    ],
    ['in a list of one filter', ['DCTDecode'], (data: Uint8Array) => data],
  ])('may have its photographs %s', async (_, filters, wrapped) => {
    const file = await spoil(x1a, {
      edit: (f) => {
        const { context } = f.document;
        for (const [ref, object] of context.enumerateIndirectObjects()) {
          if (!(object instanceof PDFRawStream) || object.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image'))
            continue;
          f.set(object.dict, { Filter: filters });
          context.assign(ref, PDFRawStream.of(object.dict, wrapped(object.getContents())));
        }
      },
    });
    const { findings, facts } = await preflight([file], { standard: 'x1a' });
    expect(findings).toEqual([]);
    expect(facts).toEqual((await preflight([x1a], { standard: 'x1a' })).facts);
  });

  it('still passes when only saved again', async () => {
    const again = await spoil(x1a, {});
    expect((await preflight([again], { standard: 'x1a' })).findings).toEqual([]);
    if (independentCheck !== null) expect(await independentPasses(again, 'good', 'x1a')).toBe(true);
  });

  it('passes as X-4, and each fault of its metadata is named', async () => {
    const x4 = await good('x4');
    expect((await preflight([x4], { standard: 'x4' })).findings).toEqual([]);
    if (independentCheck !== null) expect(await independentPasses(x4, 'x4', 'x4')).toBe(true);
    const replaced = (
      from: string | RegExp,
      to: string | ((whole: string, tag: string, text: string) => string),
    ): Buffer =>
      Buffer.from(
        Buffer.from(x4)
          .toString('latin1')
          .replace(from, to as string),
        'latin1',
      );
    for (const file of [
      replaced('&lt;', '<<<<'),
      replaced('xmpMM:VersionID>', 'xmpMM:Versi_nID>'),
      replaced('PDF/X-4<', 'PDF/X-9<'),
    ]) {
      expect(checksOf(await preflight([file], { standard: 'x4' }))).toEqual(['identification']);
      if (independentCheck !== null) expect(await independentPasses(file, 'x4-bad', 'x4')).toBe(false);
    }
    // The independent check asks only whether they are there.
    const empty = (_: string, tag: string, id: string): string => `${tag}${' '.repeat(id.length)}`;
    for (const [file, message] of [
      [replaced('<xmp:CreateDate>2', '<xmp:CreateDate>1'), /^the XMP has another xmp:CreateDate than Info: 1/],
      [replaced('<pdf:Trapped>False', '<pdf:Trapped>True '), /^the XMP has another pdf:Trapped than Info: True$/],
      [
        replaced(/(x-default">)([^<]*)/, (_, tag, title) => `${tag}${'X'.repeat(title.length)}`),
        /^the XMP has another dc:title than/,
      ],
      [replaced(/(<xmpMM:DocumentID>)([^<]*)/, empty), /^the XMP lacks xmpMM:DocumentID$/],
    ] as const) {
      const messages = (await preflight([file], { standard: 'x4' })).findings.map((finding) => finding.message);
      expect(messages[0]).toMatch(message);
      holdChinese(messages[0]!, CHINESE.finding(messages[0]!));
    }
  });
});

describe('a bad file is named for what it is', () => {
  // Each differs little from those before: nothing must be taken for what it is not.
  const known = new Map<string, unknown>();
  const recall = async (from: From, make: () => Promise<unknown>): Promise<unknown> => {
    const key = keyOf(...from);
    if (!known.has(key)) known.set(key, await make());
    return known.get(key);
  };
  const remember = { value: recall, bytes: recall } as Remember;
  it.each(BAD)('$name', async (bad) => {
    const file = await spoil(x1a, bad);
    const report = await preflight([file], { standard: 'x1a' });
    expect(await preflight([file], { standard: 'x1a' }, remember)).toEqual(report);
    expect(report.passed).toBe(false);
    for (const { message } of report.findings) holdChinese(message, CHINESE.finding(message));
    expect(checksOf(report)).toContain(bad.check);
    const passes = bad.alone !== undefined;
    if (independentCheck !== null)
      expect(await independentPasses(file, bad.name, 'x1a'), 'the independent check').toBe(passes);
  });
});

describe('any bytes at all', () => {
  it('get a report, also where forms call each other a thousand million times', async () => {
    const { findings } = await preflight([madePdf(chain(4, 15))], { standard: 'x1a' });
    const message = 'forms paint each other over and over: no press would follow them';
    expect(findings).toContainEqual({ check: 'structure', page: 1, message });
    holdChinese(message, CHINESE.finding(message));
  });

  it('get a report, not a crash', async () => {
    for (let cut = 0; cut < x1a.length; cut += Math.ceil(x1a.length / 7)) {
      expect((await preflight([x1a.subarray(0, cut)], { standard: 'x1a' })).passed).toBe(false);
    }
    expect((await preflight([Buffer.from('%PDF-1.4\nhello')], { standard: 'x1a' })).passed).toBe(false);
  });
});
