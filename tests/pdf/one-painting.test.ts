import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type Page } from '../../src/page/types.js';
import { type PackedSheet, packSheet, paintSheet } from '../../src/pdf/painted.js';
import { loadPress } from '../../src/pdf/press/press.js';
import { writeSheets } from '../../src/pdf/write.js';
import { together } from '../cache/together.js';
import { extractText } from '../extract-text.js';
import { facts, fonts, line, page } from './pages.js';

/** Content streams of a file. */
const contents = (pdf: Uint8Array): readonly string[] =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/stream\n([\s\S]*?)\nendstream/g),
  ].flatMap(([, data]) => {
    try {
      const text = inflateSync(Buffer.from(data!, 'latin1')).toString('latin1');
      return text.includes(' re W n\n') ? [text] : [];
    } catch {
      return [];
    }
  });

const one = fonts.glyph('song', 0x4e00);
/** The glyph of 一, said in another way. */
const saying = (text: string): Page =>
  page([
    [
      100,
      100,
      {
        kind: 'glyphs',
        size: 20,
        ink: BLACK,
        stretches: stretchesOf([{ face: one.face, id: one.id, x: 0, y: 0, text }]),
      },
    ],
  ]);

describe('a page that goes into two files', () => {
  const files = async (pages: readonly Page[]): Promise<{ own: Uint8Array[]; whole: Uint8Array }> => {
    const press = (await loadPress(null, 'test condition')).value!;
    const sheets = pages.map((each) => packSheet(paintSheet(each, facts, fonts)));
    const write = async (some: readonly PackedSheet[]) =>
      together(await writeSheets(some, facts, fonts, () => null, press));
    return { own: await Promise.all(sheets.map((each) => write([each]))), whole: await write(sheets) };
  };

  it('has the same content in both', async () => {
    const pages = ['咸宁日报，', '第一版 XIANNING', '“日报”。'].map((text, index) =>
      page([[100, 100, line(text)]], index + 1),
    );
    const { own, whole } = await files(pages);
    expect(contents(whole)).toEqual(own.flatMap(contents));
    expect(await extractText(whole)).toEqual((await Promise.all(own.map(extractText))).flat());
  });

  it('gets a font of its own where a code means something else on a page before', async () => {
    const { own, whole } = await files([saying('一'), saying('⼀'), saying('一')]);
    expect((await extractText(whole)).map((text) => text.trim())).toEqual(['一', '⼀', '一']);
    expect(contents(whole)).toEqual(own.flatMap(contents));
    expect(
      Buffer.from(whole)
        .toString('latin1')
        .match(/\/FontFile2/g),
    ).toHaveLength(2);
  });
});
