/** Two renders compared in every channel of every pixel: what differs is never within a budget. */
import type { Box } from './diff-read.js';
import type { Raster } from './raster.js';

/** A changed stretch of a page, in pixels, and whose it is. */
export interface ChangedArea extends Box {
  readonly name: string;
}

/** What is different between two renders. */
export interface PixelChange {
  readonly pixels: number;
  /** Greatest difference in any channel, of 255. */
  readonly most: number;
  readonly areas: readonly ChangedArea[];
}

/** Pixels in a cell; changes in neighbouring cells that belong to one story are boxed together. */
const CELL = 12;

/** The changed pixels of one story in one cell. */
interface Cell {
  readonly name: string;
  readonly column: number;
  readonly row: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Null where the two are the same. Rasters must be of one size. `nameAt` tells whose a pixel is. */
export function comparePixels(
  before: Raster,
  after: Raster,
  nameAt: (x: number, y: number) => string,
): PixelChange | null {
  const { width, height } = after;
  const [a, b] = [words(before), words(after)];
  const cells = new Map<string, Cell>();
  let pixels = 0;
  let most = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (a[at] === b[at]) continue;
      pixels++;
      for (let channel = at * 4; channel < at * 4 + 4; channel++) {
        most = Math.max(most, Math.abs(before.pixels[channel]! - after.pixels[channel]!));
      }
      const [name, column, row] = [nameAt(x, y), Math.floor(x / CELL), Math.floor(y / CELL)];
      const key = keyOf(name, column, row);
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { name, column, row, left: x, top: y, right: x, bottom: y });
      else {
        cell.left = Math.min(cell.left, x);
        cell.right = Math.max(cell.right, x);
        cell.bottom = y;
      }
    }
  }
  return pixels === 0 ? null : { pixels, most, areas: areasOf(cells) };
}

const words = ({ pixels }: Raster): Uint32Array =>
  pixels.byteOffset % 4 === 0
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
    : new Uint32Array(Uint8Array.from(pixels).buffer);

const keyOf = (name: string, column: number, row: number): string => `${column} ${row} ${name}`;

/** Cells of one story that touch, or have one cell between them, as one box. */
function areasOf(cells: ReadonlyMap<string, Cell>): ChangedArea[] {
  const seen = new Set<string>();
  const areas: ChangedArea[] = [];
  for (const [first, start] of cells) {
    if (seen.has(first)) continue;
    seen.add(first);
    const queue = [start];
    const box = { ...start };
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      box.left = Math.min(box.left, cell.left);
      box.right = Math.max(box.right, cell.right);
      box.top = Math.min(box.top, cell.top);
      box.bottom = Math.max(box.bottom, cell.bottom);
      for (let row = cell.row - 2; row <= cell.row + 2; row++) {
        for (let column = cell.column - 2; column <= cell.column + 2; column++) {
          const key = keyOf(start.name, column, row);
          const next = cells.get(key);
          if (next === undefined || seen.has(key)) continue;
          seen.add(key);
          queue.push(next);
        }
      }
    }
    const { name, left, top, right, bottom } = box;
    areas.push({ name, x: left, y: top, width: right - left + 1, height: bottom - top + 1 });
  }
  return areas;
}
