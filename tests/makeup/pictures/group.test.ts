/** Pictures of one story in one place: side by side, under each other or in rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parts } from '../../../src/makeup/pictures/caption-span.js';
import { type Arrangement, arrangementsOf, type Cell, keptIn } from '../../../src/makeup/pictures/group.js';
import { tooMuchCropped } from '../../../src/makeup/story/draw/pictures.js';
import { imagesOf } from '../../../src/pdf/items.js';
import type { CaptionPlace, StoryNode } from '../../../src/template/types.js';
import { article, body, deskOf, layouts, make, picture, plan, template } from '../desk.js';

const style = layouts.styles.stories.get('second')!;
const desk = deskOf([], [], []);
/** Pictures of these shapes, width to height, in a place. */
const arranged = (
  shapes: readonly number[],
  width: number,
  height: number,
  place: CaptionPlace = 'under',
  caption: string | null = '桥上的人。',
  parts: Parts | null = null,
): Arrangement | null =>
  arrangementsOf(
    shapes.map((shape) => picture(1000 * shape, 1000, { caption, credit: null })),
    { place, style, names: [], desk },
    { width, parts },
  )(height);

const isRow = ({ cells }: Arrangement): boolean => cells.every(({ at }) => at.y === 0);

describe('pictures in one place', () => {
  it('are one by itself, less what its caption takes', () => {
    const { cells, kept } = arranged([1.5], 300, 200 + 4 + style.caption.leading)!;
    expect(cells.map(({ at, box }) => ({ at, box }))).toEqual([
      { at: { x: 0, y: 0 }, box: { width: 300, height: expect.closeTo(200, 6) } },
    ]);
    expect(kept).toBeCloseTo(1, 6);
  });

  it('stand side by side in a wide place and under each other in a narrow one', () => {
    expect(isRow(arranged([1.5, 1.5], 500, 180)!)).toBe(true);
    expect(isRow(arranged([1.5, 1.5], 200, 300)!)).toBe(false);
  });

  it('stand in rows, in their order, where one row or column would crop them more', () => {
    const { cells, kept } = arranged([1.5, 1.5, 1.5, 1.5, 1.5, 0.7, 1.5], 500, 460)!;
    const tops = [...new Set(cells.map(({ at }) => at.y))];
    const rows = tops.map((top) => cells.filter(({ at }) => at.y === top));
    expect(rows.map((row) => row.length)).toEqual([2, 2, 3]);
    expect(cells.every(({ at }, index) => index === 0 || at.y > cells[index - 1]!.at.y || at.x > 0)).toBe(true);
    expect(rows.map((row) => row.at(-1)!.at.x + row.at(-1)!.size.width)).toEqual(
      rows.map(() => expect.closeTo(500, 6)),
    );
    expect(kept).toBeGreaterThan(0.8);
  });

  it('find room, a dozen of them, where neither a row nor a column has any', () => {
    expect(arranged(Array<number>(12).fill(1.5), 500, 180)?.cells).toHaveLength(12);
  });

  it('are as wide as their shapes ask for, and equally high', () => {
    const [wide, upright] = arranged([1.6, 0.8], 500, 220)!.cells as [Cell, Cell];
    expect(wide.box.width / upright.box.width).toBeCloseTo(2, 6);
    expect(wide.box.height).toBe(upright.box.height);
  });

  /** Two pictures alike, one beside the other, with captions said so many times. */
  const said = (times: readonly number[], place: CaptionPlace = 'under', whole = false): readonly Cell[] =>
    arrangementsOf(
      times.map((count) =>
        picture(3000, 2000, { caption: count === 0 ? null : '桥上的人很多。'.repeat(count), credit: null, whole }),
      ),
      { place, style, names: [], desk },
      { width: 500, parts: null },
    )(250)!.cells;
  const { leading } = style.caption;

  it('stand level, and their captions begin on one line, where one of these is a line longer', () => {
    const [short, long] = said([1, 6]) as [Cell, Cell];
    expect([short.caption.count, long.caption.count]).toEqual([1, 2]);
    expect(short.box.height).toBe(long.box.height);
  });

  it.each(['under', 'on'] as const)(
    'are as much taller as their captions are shorter by several lines (%s): no hole under these',
    (place) => {
      const [short, long] = said([1, 12], place) as [Cell, Cell];
      const lines = long.caption.count - short.caption.count;
      expect(lines).toBeGreaterThan(1);
      expect(short.box.height).toBeCloseTo(long.box.height + lines * leading, 6);
    },
  );

  it('stand level where they are drawings shown whole, which gain nothing from the height', () => {
    const [short, long] = said([1, 12], 'under', true) as [Cell, Cell];
    expect(short.box.height).toBe(long.box.height);
  });

  it('stand level over a caption that is said once for all', () => {
    const [first, second] = said([20, 0]) as [Cell, Cell];
    expect(first.caption.count).toBeGreaterThan(1);
    expect(second.box.height).toBe(first.box.height);
  });

  it('fill their place beside captions of the others where they have none', () => {
    const [silent, other] = said([0, 2], 'beside') as [Cell, Cell];
    expect(silent.box.width).toBe(silent.size.width);
    expect(other.box.width).toBeLessThan(other.size.width);
  });

  it('stand on one page each where the fold of a spread runs through their place', () => {
    const across = (shapes: readonly number[], parts: Parts | null) =>
      arranged(shapes, 640, 165, 'under', '桥上的人。', parts)!;
    const parts = { left: 300, right: 340 };
    const isFolded = ({ at, size }: Cell): boolean => at.x < 320 && at.x + size.width > 320;
    const shapes = [1.5, 1.5, 1.5];
    expect(across(shapes, null).cells.some(isFolded)).toBe(true);
    const { cells, kept } = across(shapes, parts);
    expect(cells.some(isFolded)).toBe(false);
    expect(new Set(cells.map(({ at }) => at.x >= 340)).size).toBe(2);
    expect(cells.at(-1)!.at.x + cells.at(-1)!.size.width).toBeCloseTo(640, 6);
    expect(kept).toBe(Math.min(...cells.map(keptIn)));
    // But not where they would be cropped far more; nor does one by itself, for it has no choice.
    expect(across(shapes, { left: 560, right: 600 }).cells.some(isFolded)).toBe(true);
    expect(across([1.5], parts).cells).toHaveLength(1);
  });

  it('stand so on a spread, at either side of its fold', () => {
    const tree = '  story: only\n  style: third-hei\n  picture: { at: across, lines: 20..30 }';
    const spread = template('spread', tree, 'kind: test\npages: 2');
    const files = ['photos/a.jpg', 'photos/b.jpg', 'photos/c.jpg'];
    const pictures = files.map((file) => picture(1500, 1000, { file }));
    const only = article('a', { body: body(180), pictures });
    const [made] = make(deskOf([spread], [only], [plan([2, 3], ['spread'], { only: 'a' })]));
    const shown = made!.pages.map((page) => imagesOf(page).map(({ item }) => item.file));
    expect(shown.flat()).toEqual(files);
    expect(shown.map((own) => own.length).toSorted()).toEqual([1, 2]);
  });

  it('find no room where their captions take it all', () => {
    expect(arranged([1.5, 1.5, 1.5], 60, 40)).toBeNull();
  });

  it('lie within their place and beside each other, and all lose the same share', () => {
    const shapes = fc.array(fc.double({ min: 0.4, max: 2.5, noNaN: true }), { minLength: 1, maxLength: 9 });
    const width = fc.integer({ min: 150, max: 700 });
    const height = fc.integer({ min: 100, max: 500 });
    const place = fc.constantFrom<CaptionPlace>('under', 'on', 'beside');
    fc.assert(
      fc.property(shapes, width, height, place, (of, wide, high, where) => {
        const found = arranged(of, wide, high, where);
        if (found === null) return;
        const { cells, kept } = found;
        expect(cells).toHaveLength(of.length);
        for (const [index, { at, size, box }] of cells.entries()) {
          expect(at.x + size.width).toBeLessThanOrEqual(wide + 1e-6);
          expect(at.y + size.height).toBeLessThanOrEqual(high + 1e-6);
          expect(box.width <= size.width && box.height <= size.height).toBe(true);
          const next = cells[index + 1];
          if (next !== undefined) {
            expect(next.at.x >= at.x + size.width + 5 || next.at.y >= at.y + size.height + 5).toBe(true);
          }
        }
        const shares = cells.map(keptIn);
        expect(Math.min(...shares)).toBe(kept);
        if (where !== 'beside') expect(Math.max(...shares)).toBeCloseTo(kept, 6);
      }),
    );
  });
});

describe('a picture cropped below what its slot keeps', () => {
  it.each([
    [0.29, 285, '28 % of the picture in slot “only” is shown, and 29 % should be'],
    [0.07, 65, '6 % of the picture in slot “only” is shown, and 7 % should be'],
    [0.575, 574, '57 % of the picture in slot “only” is shown, and 58 % should be'],
  ])('is never told to show as much as it should, and yet too little (%s)', (keep, height, said) => {
    const node = { slot: 'only', picture: { keep } } as StoryNode;
    const cell = { picture: picture(1000, height), box: { width: 100, height: 100 } } as Cell;
    expect(tooMuchCropped(cell, node).map(({ message }) => message)).toEqual([said]);
  });
});
