/** Pictures of one story in one place: side by side, under each other or in rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrangementsOf, type Cell, keptIn } from '../../src/makeup/picture-group.js';
import { tooMuchCropped } from '../../src/makeup/story/pictures.js';
import type { CaptionPlace, StoryNode } from '../../src/template/types.js';
import { deskOf, layouts, picture } from './desk.js';

const style = layouts.styles.stories.get('second')!;
const desk = deskOf([], [], []);
/** Pictures of these shapes, width to height, in a place. */
const arranged = (
  shapes: readonly number[],
  width: number,
  height: number,
  place: CaptionPlace = 'under',
  caption: string | null = '桥上的人。',
): Arrangement | null =>
  arrangementsOf(
    shapes.map((shape) => picture(1000 * shape, 1000, { caption, credit: null })),
    place,
    style,
    width,
    desk,
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

  it('have captions that begin on one line, whatever their length', () => {
    const pictures = [picture(3000, 2000), picture(3000, 2000, { caption: '桥上的人很多。'.repeat(9) })];
    const { cells } = arrangementsOf(pictures, 'under', style, 500, desk)(200)!;
    expect(cells[0]!.caption.count).toBeLessThan(cells[1]!.caption.count);
    expect(cells[0]!.box.height).toBe(cells[1]!.box.height);
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
