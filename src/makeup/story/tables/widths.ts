/**
 * How wide the columns of a table are. Where every cell fits one line, each column has its natural width and a share of
 * what is left, so that the table fills its measure. Where not, each has its least width; then, as far as there is room
 * and it costs few lines, that at which its words of few characters stay whole; and what is left goes again and again to
 * those columns that let a row be shorter at the best price: lines saved in the whole table for each em. What no line
 * can be bought for keeps further words whole. Columns of one kind have theirs whole, or none has. A row is as tall as
 * its tallest cell, so it is rows that are bought and not cells: the price of a row is what all of its columns lack.
 * (What is bought is rarely more than a few lines, so that the cheapest first is the best or next to it.)
 */
import type { Em, Lines } from '../../../geometry/units.js';
import { sum } from '../../sum.js';

/** What a cell needs. Widths are without the white at its sides. */
export interface MeasuredCell {
  /** Width of what cannot be broken. */
  readonly least: Em;
  /** Width on one line. */
  readonly natural: Em;
  /** The least that it likes: a word of few characters on one line, a head broken between words. */
  readonly whole: Em;
  /** How many lines it takes at a width. */
  lines(width: Em): Lines;
  /** Whether a word of it is torn apart at a width. */
  isTorn(width: Em): boolean;
}

/** Widths of a table's columns, without the white between them. */
export interface TableWidths {
  readonly widths: readonly Em[];
  /** The least that they can be in all, and what they would be if every cell stood on one line. */
  readonly needed: Em;
  readonly natural: Em;
  /** Whether that is no more than there is. */
  readonly fits: boolean;
  /** Cells in which a word is torn apart. */
  readonly torn: number;
}

/** Columns so wide have lines that are flush on both sides; narrower ones, of few characters, would be torn apart. */
export const FLUSH: Em = 8;
/** How finely widths are tried. */
const STEP: Em = 0.5;
/** Rounding that is no width. */
const TOLERANCE: Em = 1e-6;

/** Shares `room` out among the columns of a table, of which each row has as many cells. The widths add up to `room`. */
export function shareWidth(rows: readonly (readonly MeasuredCell[])[], room: Em): TableWidths {
  const least = widestOf(rows, (cell) => cell.least);
  const natural = widestOf(rows, (cell) => cell.natural);
  const needed = sum(least);
  const fits = needed <= room + TOLERANCE;
  const shared = (widths: readonly Em[]): TableWidths => ({
    ...{ widths, needed, natural: sum(natural), fits },
    torn: tornAt(rows, widths),
  });
  if (!fits) return shared(inProportion(least, room));
  const groups = alikeColumns(rows);
  if (sum(natural) <= room + TOLERANCE) return shared(inProportion(natural, room));
  const whole = widestOf(rows, (cell) => cell.whole);
  const [bare, kept] = [least, wholeWords(least, whole, groups, room)].map((begin) =>
    boughtWidths(rows, begin, natural, room),
  );
  const worth = tornAt(rows, bare!) > 0 ? WORTH_WORDS : 1;
  const widths = linesAt(rows, kept!) > linesAt(rows, bare!) * worth ? bare! : kept!;
  return shared(filled(wholeWords(widths, whole, groups, room), room));
}

/** Columns side by side that are of one kind, as years are or teams: with heads that are equally wide. */
function alikeColumns([head]: readonly (readonly MeasuredCell[])[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [column, { natural }] of head!.entries()) {
    const group = groups.at(-1);
    if (group !== undefined && Math.abs(natural - head![group[0]!]!.natural) <= TOLERANCE) group.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** In how many cells a word is torn apart at these widths. */
const tornAt = (rows: readonly (readonly MeasuredCell[])[], widths: readonly Em[]): number =>
  sum(rows.map((row) => row.filter((cell, column) => cell.isTorn(widths[column]!)).length));

/** Words are torn apart where whole ones would make the table so many times as long. */
const WORTH_WORDS = 1.2;

/** Lines of a table. */
const linesAt = (rows: readonly (readonly MeasuredCell[])[], widths: readonly Em[]): Lines =>
  sum(rows.map((row) => heightAt(row, widths)));

/** By column the most that one of its cells asks for. */
const widestOf = (rows: readonly (readonly MeasuredCell[])[], width: (cell: MeasuredCell) => Em): readonly Em[] =>
  rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));

/** Widths in proportion that add up to the room; empty columns have as much each. */
function inProportion(widths: readonly Em[], room: Em): readonly Em[] {
  const all = sum(widths);
  return widths.map((width) => (all > 0 ? (width / all) * room : room / widths.length));
}

/**
 * Widths that add up to the room, none less than it is: each has its share of what is left. Columns of flush lines are
 * whole characters, for then their lines of Han need not be opened (rule 18), and the others take what is over.
 */
function filled(widths: readonly Em[], room: Em): readonly Em[] {
  const wanted = inProportion(widths, room);
  const isFlush = wanted.map((width) => width >= FLUSH);
  const whole = widths.map((width, column) => {
    if (!isFlush[column]) return width;
    const share = Math.floor(wanted[column]! + TOLERANCE);
    return share >= width - TOLERANCE ? share : Math.ceil(width);
  });
  const over = room - sum(whole);
  const takes = isFlush.includes(false) ? whole.map((width, column) => (isFlush[column] ? 0 : width)) : whole;
  if (over < 0 || sum(takes) === 0) return wanted;
  const shares = inProportion(takes, over);
  return whole.map((width, column) => width + shares[column]!);
}

/** Widths to begin with, and those at which words stay whole for as many kinds of columns as there is room for. */
function wholeWords(
  begin: readonly Em[],
  whole: readonly Em[],
  groups: readonly (readonly number[])[],
  room: Em,
): readonly Em[] {
  const widths = [...begin];
  const lack = (column: number): Em => Math.max(0, whole[column]! - begin[column]!);
  const most = (group: readonly number[]): Em => Math.max(...group.map(lack));
  for (const group of [...groups].sort((a, b) => most(a) - most(b))) {
    if (sum(widths) + sum(group.map(lack)) > room + TOLERANCE) continue;
    for (const column of group) widths[column]! += lack(column);
  }
  return widths;
}

/** Widths to begin with, and the lines that the room left over them can save. */
function boughtWidths(
  rows: readonly (readonly MeasuredCell[])[],
  begin: readonly Em[],
  natural: readonly Em[],
  room: Em,
): readonly Em[] {
  let widths = begin;
  let heights: readonly Lines[] = rows.map((row) => heightAt(row, widths));
  for (;;) {
    const left = room - sum(widths) + TOLERANCE;
    let best: { readonly widths: readonly Em[]; readonly heights: readonly Lines[]; readonly worth: number } | null =
      null;
    const tried = new Set<string>();
    for (const [index, row] of rows.entries()) {
      if (heights[index] === 1) continue;
      const wider = widthsForOneLess(row, heights[index]!, widths, natural);
      const key = wider.join();
      if (tried.has(key)) continue;
      tried.add(key);
      const price = sum(wider) - sum(widths);
      if (price > left) continue;
      const shorter = rows.map((other) => heightAt(other, wider));
      const worth = (sum(heights) - sum(shorter)) / Math.max(price, STEP);
      if (worth > 0 && (best === null || worth > best.worth)) best = { widths: wider, heights: shorter, worth };
    }
    if (best === null) return widths;
    widths = best.widths;
    heights = best.heights;
  }
}

/** A row's lines: those of its tallest cell, and one where all are empty. */
const heightAt = (row: readonly MeasuredCell[], widths: readonly Em[]): Lines =>
  Math.max(1, ...row.map((cell, column) => cell.lines(widths[column]!)));

/** The columns made so wide, step by step, that the row takes a line less. */
function widthsForOneLess(
  row: readonly MeasuredCell[],
  height: Lines,
  widths: readonly Em[],
  natural: readonly Em[],
): readonly Em[] {
  return row.map((cell, column) => {
    let width = widths[column]!;
    while (width < natural[column]! && cell.lines(width) >= height) {
      width = Math.min(natural[column]!, (Math.floor(width / STEP + TOLERANCE) + 1) * STEP);
    }
    return width;
  });
}
