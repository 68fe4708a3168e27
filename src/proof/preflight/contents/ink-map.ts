/**
 * Total ink over a page, painted in order on a coarse raster: pictures from their own CMYK data, areas with their
 * inks, overprinting text and rules over what lies under them. The raster is kept in tiles, made where something is
 * painted: a page of text has hardly any.
 */
import type { Size } from '../../../geometry/units.js';
import type { Box } from '../../../pdf-objects/boxes.js';
import type { Colour } from '../walk/state.js';

const DPI = 72;
const CELL_MM2 = (25.4 / DPI) ** 2;
/** Share of a line of type's box that its strokes cover. */
export const TYPE_COVERS = 0.35;

/** Cells on each side of a tile. */
const SIDE = 64;
/** Full ink of one plate in a cell, and what of it is one per cent. */
const FULL = 255;
const PERCENT = 2.55;

/** Columns and rows of cells, the last ones not among them. */
interface Cells {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** What a colour does as text. */
interface Stroke {
  /** Its inks, unrounded, and their sum. */
  readonly full: readonly number[];
  readonly bare: number;
  /** Plates through which what lies under shows when it overprints. */
  readonly showing: number;
}

/** Pixels of a picture, one for every cell that it covers. */
export interface PixelGrid {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** A page’s plates in cells of a point, as one thing is painted over the other. */
export class InkMap {
  private readonly width: number;
  private readonly height: number;
  /** Tiles with something on them, by their place; a cell is a number with a byte for each plate. */
  private readonly tiles = new Map<number, Uint32Array>();
  private readonly known = new Map<Colour, Stroke>();
  /** Sum of a cell's plates from which it has too much ink. */
  private readonly most: number;
  /** mm² of text and odd shapes with too much ink, which leave no mark on the raster. */
  private loose = 0;
  /** Greatest total ink seen, in per cent. */
  max = 0;

  constructor({ width, height }: Size, limit: number) {
    this.width = Math.max(Math.ceil(width), 1);
    this.height = Math.max(Math.ceil(height), 1);
    this.most = limit * PERCENT + 1;
  }

  /** A rectangle; overprinting, its empty plates leave what is there (OPM 1). */
  area(box: Box, colour: Colour, overprint: boolean): void {
    if (!colour.inks) return;
    const full = colour.inks.map((share) => Math.round(share * FULL));
    const painted = cellOf(full);
    const kept = overprint ? cellOf(full.map((ink) => (ink > 0 ? 0 : FULL))) : 0;
    this.eachTile(this.cellsIn(box), (place, { left, right, bottom, top }) => {
      const tile = this.tileAt(place);
      for (let row = bottom; row < top; row++) {
        if (kept === 0) tile.fill(painted, row * SIDE + left, row * SIDE + right);
        else {
          for (let at = row * SIDE + left; at < row * SIDE + right; at++) tile[at] = (tile[at]! & kept) | painted;
        }
      }
    });
  }

  /** Text, or a shape of which only the box is known; `covers` of it takes ink. */
  strokes(box: Box, colour: Colour, overprint: boolean, covers: number): void {
    if (!colour.inks) return;
    const { full, bare, showing } = this.strokeOf(colour, colour.inks);
    const shown = overprint ? showing : 0;
    if (shown === 0 || this.tiles.size === 0) {
      // As much as was seen before, and allowed: nothing new comes of it.
      if (bare > this.most || bare / PERCENT > this.max) this.see(bare, countOf(this.cellsIn(box)), covers);
      return;
    }
    this.eachTile(this.cellsIn(box), (place, within) => {
      const tile = this.tiles.get(place);
      if (tile === undefined) {
        this.see(bare, countOf(within), covers);
        return;
      }
      for (let row = within.bottom; row < within.top; row++) {
        for (let at = row * SIDE + within.left; at < row * SIDE + within.right; at++) {
          this.see(sumOver(full, tile[at]! & shown), 1, covers);
        }
      }
    });
  }

  private strokeOf(colour: Colour, inks: readonly number[]): Stroke {
    const known = this.known.get(colour);
    if (known !== undefined) return known;
    const full = inks.map((share) => share * FULL);
    const stroke = {
      full,
      bare: sumOver(full, 0),
      showing: cellOf(full.map((ink) => (ink === 0 ? FULL : 0))),
    };
    this.known.set(colour, stroke);
    return stroke;
  }

  /**
   * Which pixels of a picture of `size` in the box its cells show, of those in `seen`: columns from the left, rows from
   * the bottom.
   */
  pixelsUnder(box: Box, { width, height }: Size, seen: Box = box): PixelGrid {
    const cells = this.cellsIn(seen);
    const pixel = (share: number, pixels: number): number =>
      Math.min(Math.max(Math.floor(share * pixels), 0), pixels - 1);
    const across = (column: number): number => pixel((column + 0.5 - box.x0) / (box.x1 - box.x0), width);
    const down = (row: number): number => pixel(1 - (row + 0.5 - box.y0) / (box.y1 - box.y0), height);
    return {
      columns: Int32Array.from({ length: Math.max(cells.right - cells.left, 0) }, (_, at) => across(cells.left + at)),
      rows: Int32Array.from({ length: Math.max(cells.top - cells.bottom, 0) }, (_, at) => down(cells.bottom + at)),
    };
  }

  /** A picture in the box, by the inks of those pixels, row by row. */
  picture(box: Box, inks: Uint32Array): void {
    const cells = this.cellsIn(box);
    this.eachTile(cells, (place, { left, right, bottom, top }, x, y) => {
      const tile = this.tileAt(place);
      for (let row = bottom; row < top; row++) {
        const from = (y + row - cells.bottom) * (cells.right - cells.left) + x - cells.left;
        tile.set(inks.subarray(from + left, from + right), row * SIDE + left);
      }
    });
  }

  /** A picture in the box with no pixel over the limit, which nothing that is painted later lets through. */
  cover(box: Box): void {
    // What lies under it is gone; of the picture itself nothing need be known.
    this.eachTile(this.cellsIn(box), (place, { left, right, bottom, top }) => {
      const tile = this.tiles.get(place);
      if (tile === undefined) return;
      for (let row = bottom; row < top; row++) tile.fill(0, row * SIDE + left, row * SIDE + right);
    });
  }

  /** mm² with more ink than the limit. */
  over(): number {
    let cells = 0;
    let greatest = 0;
    for (const tile of this.tiles.values()) {
      for (let at = 0; at < tile.length; at++) {
        const cell = tile[at]!;
        const sum = (cell & FULL) + ((cell >>> 8) & FULL) + ((cell >>> 16) & FULL) + (cell >>> 24);
        if (sum > this.most) cells++;
        if (sum > greatest) greatest = sum;
      }
    }
    if (greatest > this.max * PERCENT) this.max = greatest / PERCENT;
    return cells * CELL_MM2 + this.loose;
  }

  private see(sum: number, cells: number, covers: number): void {
    if (cells === 0) return;
    this.max = Math.max(this.max, sum / PERCENT);
    if (sum > this.most) for (let cell = 0; cell < cells; cell++) this.loose += CELL_MM2 * covers;
  }

  /** Cells whose centres lie in the box. */
  private cellsIn({ x0, y0, x1, y1 }: Box): Cells {
    return {
      left: Math.max(Math.ceil(x0 - 0.5), 0),
      right: Math.min(Math.ceil(x1 - 0.5), this.width),
      bottom: Math.max(Math.ceil(y0 - 0.5), 0),
      top: Math.min(Math.ceil(y1 - 0.5), this.height),
    };
  }

  /** Tiles that hold some of the cells: which those are, counted within the tile, and where on the page it begins. */
  private eachTile(
    { left, right, bottom, top }: Cells,
    visit: (place: number, within: Cells, x: number, y: number) => void,
  ): void {
    if (!(left < right)) return;
    for (let y = bottom - (bottom % SIDE); y < top; y += SIDE) {
      for (let x = left - (left % SIDE); x < right; x += SIDE) {
        const within = {
          left: Math.max(left - x, 0),
          right: Math.min(right - x, SIDE),
          bottom: Math.max(bottom - y, 0),
          top: Math.min(top - y, SIDE),
        };
        visit(y * this.width + x, within, x, y);
      }
    }
  }

  private tileAt(place: number): Uint32Array {
    const known = this.tiles.get(place);
    if (known !== undefined) return known;
    const tile = new Uint32Array(SIDE * SIDE);
    this.tiles.set(place, tile);
    return tile;
  }
}

/** Four plates as one cell. */
const cellOf = (inks: readonly number[]): number =>
  (inks[0]! & FULL) | ((inks[1]! & FULL) << 8) | ((inks[2]! & FULL) << 16) | ((inks[3]! & FULL) << 24);

/** Sum of inks, those of a cell where a plate has none of its own. */
const sumOver = (full: readonly number[], cell: number): number =>
  (full[0]! || cell & FULL) +
  (full[1]! || (cell >>> 8) & FULL) +
  (full[2]! || (cell >>> 16) & FULL) +
  (full[3]! || cell >>> 24);

const countOf = ({ left, right, bottom, top }: Cells): number =>
  left < right && bottom < top ? (right - left) * (top - bottom) : 0;
