/** Marks outside the bleed: crop marks (black cuts), register crosses, a colour bar, the slug line. */
import { createHash } from 'node:crypto';
import type { FontSet } from '../fonts/registry.js';
import { mm, type Pt } from '../geometry/units.js';
import { addGlyph, type OpenStretch } from '../page/stretches.js';
import { BLACK, type Glyphs, type Ink, type Page } from '../page/types.js';
import type { PageCanvas } from './canvas.js';
import { num } from './number.js';
import type { PdfFacts } from './types.js';

/** The least a newsprint plate holds. */
const LINE: Pt = 0.25;
const OFF = mm(3);
const LONG = mm(10);
const PATCH = mm(5);
const SLUG_SIZE: Pt = 7;

const SOLIDS: readonly Ink[] = [
  { c: 100, m: 0, y: 0, k: 0 },
  { c: 0, m: 100, y: 0, k: 0 },
  { c: 0, m: 0, y: 100, k: 0 },
  BLACK,
];

/** Draws the marks of one page around its trimmed sheet. */
export const paintMarks = (canvas: PageCanvas, page: Page, facts: PdfFacts, fonts: FontSet): void => {
  const { width, height } = page.frame.size;
  const off = Math.max(OFF, facts.bleed);
  const black = ([x0, y0, x1, y1]: Stroke): void =>
    canvas.rule({ kind: 'rule', to: { x: x1 - x0, y: y1 - y0 }, width: LINE, ink: BLACK }, { x: x0, y: y0 });
  for (const stroke of cropMarks(width, height, off)) black(stroke);
  const centres = crosses(width, height, off);
  // A page in black has one plate: nothing to register, and no other ink to show.
  if (page.black === true) for (const stroke of centres) black(stroke);
  else canvas.registration(`${num(LINE)} w\n`, centres);
  const foot = height + off + mm(2);
  for (const [index, fill] of (page.black === true ? [BLACK] : SOLIDS).entries()) {
    canvas.area({ kind: 'area', size: { width: PATCH, height: PATCH }, fill }, { x: mm(20) + index * PATCH, y: foot });
  }
  const hash = createHash('sha256').update(JSON.stringify(page.frame)).digest('hex').slice(0, 8);
  const slug = slugLine(`${facts.slug(page.number)}  ${facts.edition.toUpperCase()}  ${hash}`, fonts);
  canvas.glyphs(slug, { x: mm(20) + 5 * PATCH, y: foot + PATCH / 2 + SLUG_SIZE / 3 });
};

/** A line from x, y to x, y; from the top left corner of the trimmed sheet, y down. */
export type Stroke = readonly [x0: Pt, y0: Pt, x1: Pt, y1: Pt];

const cropMarks = (width: Pt, height: Pt, off: Pt): Stroke[] =>
  [0, width].flatMap((x) =>
    [0, height].flatMap((y): Stroke[] => {
      const [across, down] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [
        [x + across * off, y, x + across * (off + LONG), y],
        [x, y + down * off, x, y + down * (off + LONG)],
      ];
    }),
  );

/** A cross in the middle of each side, on every plate: the only strokes that carry all inks. */
const crosses = (width: Pt, height: Pt, off: Pt): Stroke[] => {
  const [out, arm] = [off + LONG / 2, mm(2.5)];
  const centres = [
    [width / 2, -out],
    [width / 2, height + out],
    [-out, height / 2],
    [width + out, height / 2],
  ] as const;
  return centres.flatMap(([x, y]): Stroke[] => [
    [x - arm, y, x + arm, y],
    [x, y - arm, x, y + arm],
  ]);
};

const slugLine = (text: string, fonts: FontSet): Glyphs => {
  let x = 0;
  const line: OpenStretch[] = [];
  for (const character of text) {
    const { face, id, advance } = fonts.glyph(fonts.roles[0]!, character.codePointAt(0)!);
    addGlyph(line, face, id, x, 0, character);
    x += advance;
  }
  return { kind: 'glyphs', size: SLUG_SIZE, ink: BLACK, stretches: line };
};
