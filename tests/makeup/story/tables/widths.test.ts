import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredCell, shareWidth } from '../../../../src/makeup/story/tables/widths.js';

/** A cell of pieces that cannot be broken, each so wide; of one number it is so many Han. */
const cell = (...pieces: readonly number[]): MeasuredCell => {
  const all = pieces.length === 1 ? new Array<number>(pieces[0]!).fill(1) : pieces;
  const natural = all.reduce((sum, width) => sum + width, 0);
  const least = Math.max(Math.min(2, natural), ...all);
  const lines = (width: number): number => {
    let lines = 0;
    let left = 0;
    for (const piece of all) {
      if (lines === 0 || piece > left + 1e-9) {
        lines += 1;
        left = width;
      }
      left -= piece;
    }
    return lines;
  };
  const whole = natural <= 5 ? natural : least;
  return { least, natural, whole, lines, isTorn: (width) => width < whole - 1e-6 && lines(width) > 1 };
};
const linesAt = (rows: readonly (readonly MeasuredCell[])[], widths: readonly number[]): number =>
  rows.reduce((sum, row) => sum + Math.max(1, ...row.map((one, column) => one.lines(widths[column]!))), 0);
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** The fewest lines of any widths in halves of a character, from the least on. */
const fewestLines = (rows: readonly (readonly MeasuredCell[])[], room: number): number => {
  const least = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.least)));
  const search = (column: number, left: number, widths: readonly number[]): number => {
    if (column === least.length - 1) return linesAt(rows, [...widths, left]);
    const after = total(least.slice(column + 1));
    let best = Infinity;
    for (let width = least[column]!; width <= left - after + 1e-9; width += 0.5) {
      best = Math.min(best, search(column + 1, left - width, [...widths, width]));
    }
    return best;
  };
  return search(0, room, []);
};

describe('widths of a table’s columns', () => {
  it('are natural ones and a share of what is left where every cell fits a line', () => {
    const rows = [
      [cell(2), cell(4)],
      [cell(3), cell(6)],
    ];
    expect(shareWidth(rows, 12)).toEqual({ widths: [4, 8], needed: 4, natural: 9, fits: true, torn: 0 });
    expect(shareWidth(rows, 9)).toEqual({ widths: [3, 6], needed: 4, natural: 9, fits: true, torn: 0 });
  });

  it('are least ones, and the rest goes where it saves most lines', () => {
    // The names need 2, the figures 3; 20 characters take three lines of 7, and two of 10.
    const rows = [
      [cell(2), cell(20), cell(3.1, 0)],
      [cell(2), cell(8), cell(2.6, 0)],
    ];
    const { widths } = shareWidth(rows, 13);
    expect(linesAt(rows, widths)).toBe(5);
    expect(widths[0]).toBeGreaterThanOrEqual(2);
    expect(widths[2]).toBeGreaterThanOrEqual(3.1);
    expect(linesAt(rows, shareWidth(rows, 16).widths)).toBe(3);
  });

  it('buy rows and not cells: where two cells are tall both columns grow', () => {
    const rows = [[cell(12), cell(12)]];
    expect(shareWidth(rows, 12)).toMatchObject({ widths: [6, 6] });
    expect(shareWidth(rows, 8)).toMatchObject({ widths: [4, 4] });
  });

  it('leave words of few characters whole as far as there is room', () => {
    const rows = [
      [cell(3), cell(18)],
      [cell(5), cell(9)],
    ];
    expect(shareWidth(rows, 14).widths).toEqual([5, 9]);
    expect(shareWidth(rows, 5).widths[0]).toBeLessThan(5);
  });

  it('tear words apart where whole ones would make the table a fifth longer', () => {
    const rows = [
      [cell(4), cell(36), cell(18)],
      [cell(2), cell(30), cell(12)],
    ];
    expect(shareWidth(rows, 9).widths[0]).toBeLessThan(4);
    expect(shareWidth(rows, 9).torn).toBe(1);
    expect(shareWidth(rows, 20).widths[0]).toBeGreaterThanOrEqual(4);
  });

  it('leave words whole with what is left when lines have been bought', () => {
    const figures = (...widths: readonly number[]) => widths.map((width) => cell(width, 0));
    const rows = [
      [cell(2), cell(4), cell(4), cell(4), cell(5)],
      [cell(11), ...figures(3, 3, 2.9, 1.4)],
      [cell(11), ...figures(2.8, 2.8, 2.8, 1.4)],
      [cell(10), ...figures(2.8, 2.8, 2.8, 1.4)],
    ];
    expect(shareWidth(rows, 26)).toMatchObject({ widths: [11, 4, 4, 4, 3], torn: 1 });
  });

  it('leave the heads of columns of one kind whole, or none of them', () => {
    const rows = [
      [cell(2), cell(3), cell(3), cell(3)],
      [cell(2), cell(2), cell(2), cell(2)],
    ];
    expect(shareWidth(rows, 10).widths).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect(shareWidth(rows, 11).widths).toEqual([2, 3, 3, 3]);
  });

  it('are whole characters where lines are flush, as far as there is room', () => {
    const rows = [
      [cell(2.2, 0), cell(40)],
      [cell(2.2, 0), cell(30)],
    ];
    const { widths } = shareWidth(rows, 15);
    expect(widths[1]).toBe(12);
    expect(widths[0]).toBeCloseTo(3);
  });

  it('say how much is lacking, and stay within the measure then, too', () => {
    const rows = [[cell(6.5, 0), cell(4.5, 0), cell(2)]];
    const { widths, needed, fits } = shareWidth(rows, 9.75);
    expect([needed, fits]).toEqual([13, false]);
    expect(widths).toEqual([4.875, 3.375, 1.5]);
  });

  it('share the room alike where nothing is written', () => {
    expect(shareWidth([[cell(0), cell(0)]], 9).widths).toEqual([4.5, 4.5]);
  });
});

describe('whatever a table holds', () => {
  const piece = fc.constantFrom(1, 1, 1, 1, 0.5, 2.6, 4.3);
  const anyCell = fc.oneof(
    fc.nat({ max: 30 }).map((han) => cell(han)),
    fc.array(piece, { minLength: 2, maxLength: 16 }).map((pieces) => cell(...pieces)),
  );
  const tableOf = (most: number) =>
    fc
      .integer({ min: 2, max: most })
      .chain((columns) =>
        fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      );

  it('its columns fill the measure, and none is too narrow for its words unless all of them are', () => {
    fc.assert(
      fc.property(tableOf(7), fc.integer({ min: 8, max: 60 }), (rows, room) => {
        const { widths, needed, fits } = shareWidth(rows, room);
        expect(total(widths)).toBeCloseTo(room, 6);
        expect(fits).toBe(needed <= room + 1e-6);
        if (!fits) return;
        for (const row of rows) {
          for (const [column, one] of row.entries()) expect(widths[column]).toBeGreaterThanOrEqual(one.least - 1e-6);
        }
      }),
    );
  });

  it('it takes hardly more lines than it must', () => {
    let lines = 0;
    let fewest = 0;
    fc.assert(
      fc.property(tableOf(3), fc.integer({ min: 10, max: 24 }), (rows, room) => {
        const { widths, fits } = shareWidth(rows, room);
        if (!fits) return;
        const own = linesAt(rows, widths);
        const least = fewestLines(rows, room);
        lines += own;
        fewest += least;
        expect(own).toBeLessThanOrEqual(Math.ceil(least * 1.5) + 1);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(lines / fewest).toBeLessThan(1.1);
  });
});
