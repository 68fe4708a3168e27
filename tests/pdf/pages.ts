/** Pages made by hand, until and beside those that make-up makes. */

import { DEFAULT_FONTS, type FontSet, loadFonts } from '../../src/fonts/registry.js';
import { mm } from '../../src/geometry/units.js';
import { stretchesOf } from '../../src/page/stretches.js';
import {
  BLACK,
  type Frame,
  type FrameItem,
  type Glyphs,
  type Group,
  type Ink,
  type Page,
  type PlacedGlyph,
} from '../../src/page/types.js';
import { packSheet, paintSheet } from '../../src/pdf/painted.js';
import type { Pictures } from '../../src/pdf/pictures/prepare.js';
import type { PdfFacts, Press } from '../../src/pdf/types.js';
import { writeSheets } from '../../src/pdf/write.js';
import { together } from '../cache/together.js';

export const fonts: FontSet = (await loadFonts(DEFAULT_FONTS)).value!;

/** A line of unshaped characters, each on its advance. */
export const line = (text: string, size = 10.5, ink: Ink = BLACK, role = 'song', spacing = 0): Glyphs => {
  let x = 0;
  const glyphs = [...text].map((character): PlacedGlyph => {
    const { face, id, advance } = fonts.glyph(role, character.codePointAt(0)!);
    const placed = { face, id, x, y: 0, text: character };
    x += advance + spacing;
    return placed;
  });
  return { kind: 'glyphs', size, ink, stretches: stretchesOf(glyphs) };
};

export type Placed = readonly [x: number, y: number, item: FrameItem];

export const frame = (children: readonly Placed[], width = mm(390), height = mm(550)): Frame => ({
  size: { width, height },
  children: children.map(([x, y, item]) => ({ at: { x, y }, item })),
});

export const group = (tag: Group['tag'], children: readonly Placed[]): Group => ({
  kind: 'group',
  tag,
  frame: frame(children),
});

export const page = (children: readonly Placed[], number = 1): Page => ({
  number,
  frame: frame(children),
  stories: [],
});

export const facts: PdfFacts = {
  edition: 'x1a',
  title: '咸宁日报 2021-12-03 第1版 <“&”>',
  date: { year: 2021, month: 12, day: 3 },
  bleed: 0,
  marks: false,
  slug: (number) => `咸宁日报 2021-12-03 第${number}版`,
};

/** Writes pages as one file for the press, in one piece. */
export const writePdf = async (
  pages: readonly Page[],
  facts: PdfFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
): Promise<Uint8Array> => {
  const sheets = pages.map((page) => packSheet(paintSheet(page, facts, fonts)));
  return together(await writeSheets(sheets, facts, fonts, (item) => pictures.get(item), press));
};
