import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { squaresOf } from '../../src/issue/body/qr.js';
import { rectanglesOf } from '../../src/page/squares.js';
import { glyphsIn, stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type Image, type Squares, WHITE } from '../../src/page/types.js';
import { imagesOf } from '../../src/pdf/items.js';
import { type Pictures, preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import type { PdfFacts, Press } from '../../src/pdf/types.js';
import { preflight } from '../../src/proof/preflight/preflight.js';
import { rasterize } from '../../src/proof/raster.js';
import { extractText } from '../extract-text.js';
import { readQr } from '../read-qr.js';
import { facts, fonts, line, type Placed, page, writePdf } from './pages.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

let press: Press;
let none: Pictures;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
  none = await preparePictures([], { path: (file) => file }, press);
});

const write = (children: readonly Placed[], more: Partial<PdfFacts> = {}): Promise<Uint8Array> =>
  writePdf([page(children)], { ...facts, ...more }, fonts, none, press);
const textOf = async (children: readonly Placed[]): Promise<string> =>
  (await extractText(await write(children))).join('');

/** What the page's content stream says. */
const contentOf = async (children: readonly Placed[]): Promise<string> => {
  const pdf = Buffer.from(await write(children)).toString('latin1');
  const streams = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, data]) => {
    try {
      return inflateSync(Buffer.from(data!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return streams.find((stream) => / re W n\n/.test(stream))!;
};

describe('text', () => {
  it('comes back whole, in painting order', async () => {
    const texts = ['鄂南咸宁地处幕阜山麓，“微工厂”里机声隆隆。', 'XIANNING DAILY 12867', '𠮷野家·35℃'];
    const children = texts.map((text, index): Placed => [100, 900 - index * 20, line(text)]);
    expect((await textOf(children)).split(/\r?\n/).map((each) => each.trim())).toEqual(texts);
  });

  it('tells characters apart that share a glyph', async () => {
    const one = fonts.glyph('song', 0x4e00);
    const glyphs = ['一', '⼀', '一'].map((text, x) => ({ face: one.face, id: one.id, x, y: 0, text }));
    expect(await textOf([[100, 100, { kind: 'glyphs', size: 20, ink: BLACK, stretches: stretchesOf(glyphs) }]])).toBe(
      '一⼀一',
    );
  });

  it('says a cluster of several glyphs once', async () => {
    const [e, mark] = [fonts.glyph('song', 0x65), fonts.glyph('song', 0xb4)];
    const glyphs = [
      { face: e.face, id: e.id, x: 0, y: 0, text: 'é' },
      { face: mark.face, id: mark.id, x: 0, y: 0, text: '' },
      { face: e.face, id: e.id, x: e.advance, y: 0, text: 'e' },
    ];
    expect(
      (await textOf([[100, 100, { kind: 'glyphs', size: 20, ink: BLACK, stretches: stretchesOf(glyphs) }]])).replace(
        /\s/g,
        '',
      ),
    ).toBe('ée');
  });

  it('lands where it was put, to the pixel, spaced and turned', async () => {
    const spread = line('永永', 72, BLACK, 'song', 2);
    const turned = {
      ...line('ll', 72),
      stretches: stretchesOf(
        glyphsIn(line('ll', 72).stretches).map((glyph) => ({ ...glyph, x: 0, y: glyph.x, turned: true })),
      ),
    };
    const [raster] = await rasterize(
      await write([
        [100, 200, spread],
        [600, 200, turned],
      ]),
      72,
    );
    const dark = (x: number, y: number, width: number, height: number): boolean => {
      for (let row = y; row < y + height; row++) {
        for (let column = x; column < x + width; column++) {
          if (raster!.pixels[(row * raster!.width + column) * 4]! < 128) return true;
        }
      }
      return false;
    };
    expect([dark(100, 130, 72, 80), dark(180, 130, 130, 80), dark(316, 130, 72, 80)]).toEqual([true, false, true]);
    // Turned letters stand to the right of their line (their tops are there) and run down it.
    expect([dark(602, 200, 60, 40), dark(500, 120, 98, 200), dark(602, 120, 60, 78)]).toEqual([true, false, false]);
  });
});

describe('colour', () => {
  it('overprints K 100 alone, and never white', async () => {
    const red = { c: 0, m: 100, y: 100, k: 0 };
    const drawn = await contentOf([
      [10, 50, line('黑')],
      [10, 90, line('白', 20, WHITE)],
      [10, 130, line('红', 20, red)],
    ]);
    expect(drawn.match(/\/G[OK] gs|[\d. ]+ k\n/g)!.map((each) => each.trim())).toEqual([
      '0 0 0 1 k',
      '/GO gs',
      '0 0 0 0 k',
      '/GK gs',
      '0 1 1 0 k',
    ]);
  });

  it('keeps a spot colour as a separation', async () => {
    const spot = { c: 0, m: 100, y: 90, k: 5, spot: '报头红' };
    expect(await contentOf([[10, 50, line('咸', 90, spot)]])).toMatch(/\/S1 cs 1 scn/);
    const pdf = Buffer.from(await write([[10, 50, line('咸', 90, spot)]])).toString('latin1');
    expect(pdf).toContain('[/Separation /#E6#8A#A5#E5#A4#B4#E7#BA#A2 /DeviceCMYK');
    // Without it there is nothing, at full tint the four inks.
    expect(pdf).toMatch(/\/C0 \[0 0 0 0\]\s+\/C1 \[0 1 0\.9 0\.05\]/);
  });
});

describe('a QR code', async () => {
  const link = 'https://news.example/2021/12867?page=8';
  const code: Squares = { kind: 'squares', side: 1.6, rows: await squaresOf(link), ink: BLACK };

  it('is read from the page by another program, in squares of half a millimetre on the black plate', async () => {
    const { width, height, pixels } = (await rasterize(await write([[300, 400, code]]), 150))[0]!;
    expect(readQr(pixels, width, height)).toBe(link);
  });

  it('is one path, which overprints as type does', async () => {
    const drawn = await contentOf([[300, 400, code]]);
    expect(drawn.match(/ k$|\/G\w gs|^f$/gm)).toEqual([' k', '/GO gs', 'f']);
    expect(drawn.match(/ re$/gm)!.length).toBe(rectanglesOf(code).length);
  });
});

describe('the file', () => {
  it('is the same bytes every time, and another ID for another page', async () => {
    const children: Placed[] = [[100, 100, line('同样的输入')]];
    const [one, two, other] = await Promise.all([
      write(children),
      write(children),
      write([[100, 101, line('同样的输入')]]),
    ]);
    expect(Buffer.from(one).equals(two)).toBe(true);
    const id = (pdf: Uint8Array): string => /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))![1]!;
    expect(id(other)).not.toBe(id(one));
  });

  it('draws each picture once however often it stands', async () => {
    await sharp({ create: { width: 400, height: 300, channels: 3, background: '#604020' } })
      .jpeg()
      .toFile(join(folder, 'a.jpg'));
    const item: Image = {
      kind: 'image',
      file: 'a.jpg',
      size: { width: 100, height: 75 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      alt: '',
    };
    const twice = page([
      [10, 10, item],
      [200, 10, item],
    ]);
    const pictures = await preparePictures(imagesOf(twice), { path: (file) => join(folder, file) }, press, folder);
    const pdf = Buffer.from(await writePdf([twice, twice], facts, fonts, pictures, press)).toString('latin1');
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('leaves its place white where it was refused, and passes preflight', async () => {
    writeFileSync(join(folder, 'words.jpg'), 'words');
    const size = { width: 72, height: 72 };
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const refused = page([[10, 10, { kind: 'image', file: 'words.jpg', size, crop, alt: '' }]]);
    const pictures = await preparePictures(imagesOf(refused), { path: (file) => join(folder, file) }, press, folder);
    const pdf = await writePdf([refused, refused], facts, fonts, pictures, press);
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype \/(?:Image|Form)/g),
    ).toEqual(['/Subtype /Form']);
    expect((await preflight([pdf], { standard: 'x1a' })).findings).toEqual([]);
  });
});
