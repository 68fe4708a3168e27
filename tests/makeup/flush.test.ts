/** The sample issue's pages as they stand: read from the glyphs' positions, not from what make-up says of itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { loadIssue } from '../../src/issue/load.js';
import { readPieces } from '../../src/makeup/faults/read.js';
import { makeUpIssue } from '../../src/makeup/issue.js';
import type { MadePage } from '../../src/makeup/page.js';
import { baselineIn } from '../../src/makeup/solve/grid.js';
import type { Desk } from '../../src/makeup/types.js';
import { BODY_PARTS, type Frame } from '../../src/page/types.js';
import type { Grid } from '../../src/template/types.js';
import { seenIn } from './seen.js';

/** Lines of one column stand within this of its left edge, in pt: an indent of two 字, and to spare. */
const ONE_COLUMN = 50;
/** A jump line's opening bracket is squeezed: its cell begins half a 字 before the column, in pt. */
const BRACKET = 6;
const NEAR = 0.01;

interface Line {
  readonly left: number;
  readonly baseline: number;
  readonly text: string;
  /** 下转 or 上接: set at its column's end or beginning. */
  readonly inside: boolean;
}

/** Body lines, jump lines and QR codes of each story on a page or spread, by slot. */
function storiesOf(made: MadePage, grid: Grid): ReadonlyMap<string, readonly Line[]> {
  const stories = new Map<string, Line[]>();
  for (const [index, page] of made.pages.entries()) {
    const sheetWidth = page.frame.size.width;
    for (const { slot, texts } of readPieces(page.frame)) {
      if (slot === null) continue;
      const lines = texts
        .filter(({ part }) => BODY_PARTS.includes(part) || part === 'jump')
        .flatMap(({ part, lines }) =>
          // Verse and whose it is stand in the column's middle and at its end.
          lines.map(({ box, start, baseline, text }) => ({
            left: (part === 'jump' ? box.left : start) + index * sheetWidth,
            baseline,
            text,
            inside: part === 'crosshead' || part === 'jump',
          })),
        );
      if (lines.length > 0) stories.set(slot, [...(stories.get(slot) ?? []), ...lines]);
    }
    for (const [slot, line] of codesIn(page.frame, grid)) {
      stories.set(slot, [...stories.get(slot)!, { ...line, left: line.left + index * sheetWidth }]);
    }
  }
  return stories;
}

/** QR codes as the last of the lines that they take, by slot. */
const codesIn = (frame: Frame, { leading, bodySize }: Grid): readonly [string, Line][] =>
  seenIn(frame).flatMap(({ x, y, item, slot }): readonly [string, Line][] => {
    if (item.kind !== 'group' || item.tag.part !== 'qr') return [];
    const baseline = y + item.frame.size.height - leading + baselineIn(leading, bodySize);
    return [[slot!, { left: x, baseline, text: item.tag.link!, inside: false }]];
  });

/** Lines by column, from left to right. */
function columnsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const columns: Line[][] = [];
  for (const line of lines.filter(({ inside }) => !inside).sort((a, b) => a.left - b.left)) {
    const column = columns.at(-1);
    if (column !== undefined && line.left - column[0]!.left < ONE_COLUMN) column.push(line);
    else columns.push([line]);
  }
  for (const line of lines.filter(({ inside }) => inside)) {
    columns.findLast((column) => Math.min(...column.map(({ left }) => left)) < line.left + BRACKET)!.push(line);
  }
  return columns;
}

const foot = (lines: readonly Line[]): number => Math.max(...lines.map(({ baseline }) => baseline));

describe('the sample issue', () => {
  let desk: Desk;
  let made: readonly MadePage[] = [];
  beforeAll(async () => {
    const fonts = (await loadFonts(DEFAULT_FONTS)).value!;
    const loaded = await loadIssue('issues', '12867', 'layouts', fonts.roles);
    expect(loaded.diagnostics).toEqual([]);
    desk = { ...loaded.value!, fonts };
    made = makeUpIssue(desk, () => true);
  });

  it('has eight pages without overset, white or a make-up fault', () => {
    expect(made.flatMap(({ pages }) => pages.map(({ number }) => number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(made.flatMap(({ faults, diagnostics }) => [...faults, ...diagnostics])).toEqual([]);
    for (const { texts } of made.flatMap(({ pages }) => pages.flatMap(({ frame }) => readPieces(frame)))) {
      expect(texts.filter(({ part }) => part === 'overset')).toEqual([]);
    }
  });

  it('ends every column of a story on the story’s last baseline; only its last may end one line short', () => {
    const { leading } = desk.layouts.paper.grid;
    let columns = 0;
    for (const page of made) {
      for (const [slot, lines] of storiesOf(page, desk.layouts.paper.grid)) {
        const own = columnsOf(lines);
        const last = foot(lines);
        columns += own.length;
        for (const [index, column] of own.entries()) {
          const short = Math.round((last - foot(column)) / leading);
          const where = `page ${page.pages[0]!.number}, ${slot}, column ${index + 1} of ${own.length}: “${column.at(-1)!.text}”`;
          expect(short, where).toBeLessThanOrEqual(index === own.length - 1 ? 1 : 0);
        }
      }
    }
    expect(columns).toBeGreaterThan(100);
  });

  it('has no character of a headline in the fold of a spread', () => {
    const [left, right] = made.find(({ pages }) => pages.length === 2)!.pages;
    const headline = ({ frame }: MadePage['pages'][number]) =>
      readPieces(frame).flatMap(({ texts }) => texts.filter(({ part }) => part === 'headline'));
    const fold = left!.frame.size.width;
    const crossing = headline(left!).find(({ box }) => box.right > fold)!;
    for (const { box } of crossing.lines) expect(box.right).toBeLessThanOrEqual(fold + 0.1);
    const rest = headline(right!).find(({ box }) => box.left < 0)!;
    for (const { box } of rest.lines) expect(box.left).toBeGreaterThanOrEqual(-0.1);
  });

  it('ends every story where its neighbours below begin or the page ends: no holes', () => {
    const { leading } = desk.layouts.paper.grid;
    for (const page of made) {
      const pieces = page.pages.map(({ frame }) => readPieces(frame).filter(({ slot }) => slot !== null));
      for (const [side, own] of pieces.entries()) {
        for (const { slot, box, texts, pictures } of own) {
          const lines = texts.flatMap((text) => text.lines);
          const bottoms = [...lines.map((line) => line.box.bottom), ...pictures.map((picture) => picture.bottom)];
          const gap = box.bottom - Math.max(...bottoms);
          expect(gap, `page ${page.pages[side]!.number}, ${slot}`).toBeLessThan(2 * leading);
        }
      }
    }
  });

  it('sets all body lines of a page on one baseline grid', () => {
    const { leading } = desk.layouts.paper.grid;
    for (const page of made) {
      const baselines = [...storiesOf(page, desk.layouts.paper.grid).values()].flat();
      const origin = baselines[0]!.baseline;
      for (const { baseline, text } of baselines) {
        const lines = (baseline - origin) / leading;
        expect(Math.abs(lines - Math.round(lines)), `“${text}”`).toBeLessThan(NEAR);
      }
    }
  });
});
