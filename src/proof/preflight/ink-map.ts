/**
 * Total ink over a page, painted in order on a coarse raster: pictures from their own CMYK data, areas with their
 * inks, overprinting text and rules over what lies under them.
 */
import type { Size } from '../../geometry/units.js';
import type { Picture } from './picture-data.js';
import type { Box, Colour } from './state.js';

const DPI = 72;
const CELL_MM2 = (25.4 / DPI) ** 2;
/** Share of a line of type's box that its strokes cover. */
export const TYPE_COVERS = 0.35;

export class InkMap {
  private readonly width: number;
  private readonly height: number;
  private readonly plates: Uint8Array;
  /** mm² of text and odd shapes with too much ink, which leave no mark on the raster. */
  private loose = 0;
  /** Greatest total ink seen, in per cent. */
  max = 0;

  constructor(
    { width, height }: Size,
    private readonly limit: number,
  ) {
    this.width = Math.max(Math.ceil(width), 1);
    this.height = Math.max(Math.ceil(height), 1);
    this.plates = new Uint8Array(this.width * this.height * 4);
  }

  /** A rectangle; overprinting, its empty plates leave what is there (OPM 1). */
  area(box: Box, colour: Colour, overprint: boolean): void {
    const { inks } = colour;
    if (!inks) return;
    const full = inks.map((share) => Math.round(share * 255));
    this.eachCell(box, (at) => {
      for (let plate = 0; plate < 4; plate++) {
        if (!overprint || full[plate]! > 0) this.plates[at + plate] = full[plate]!;
      }
    });
  }

  /** Text, or a shape of which only the box is known; `covers` of it takes ink. */
  strokes(box: Box, colour: Colour, overprint: boolean, covers: number): void {
    const { inks } = colour;
    if (!inks) return;
    const full = inks.map((share) => share * 255);
    const most = this.limit * 2.55;
    this.eachCell(box, (at) => {
      let sum = 0;
      for (let plate = 0; plate < 4; plate++) {
        const under = overprint && full[plate] === 0 ? this.plates[at + plate]! : 0;
        sum += full[plate]! || under;
      }
      this.max = Math.max(this.max, sum / 2.55);
      if (sum > most + 1) this.loose += CELL_MM2 * covers;
    });
  }

  picture(box: Box, { width, height, cmyk }: Picture): void {
    this.eachCell(box, (at, x, y) => {
      const across = Math.min(Math.max(Math.floor(x * width), 0), width - 1);
      const down = Math.min(Math.max(Math.floor((1 - y) * height), 0), height - 1);
      this.plates.set(cmyk.subarray((down * width + across) * 4, (down * width + across) * 4 + 4), at);
    });
  }

  /** mm² with more ink than the limit. */
  over(): number {
    const most = this.limit * 2.55;
    let cells = 0;
    for (let at = 0; at < this.plates.length; at += 4) {
      const sum = this.plates[at]! + this.plates[at + 1]! + this.plates[at + 2]! + this.plates[at + 3]!;
      if (sum > most + 1) cells++;
      if (sum > this.max * 2.55) this.max = sum / 2.55;
    }
    return cells * CELL_MM2 + this.loose;
  }

  /** Cells whose centres lie in the box, with the place in it as shares of its sides. */
  private eachCell({ x0, y0, x1, y1 }: Box, visit: (at: number, x: number, y: number) => void): void {
    const [left, right] = [Math.max(Math.ceil(x0 - 0.5), 0), Math.min(Math.ceil(x1 - 0.5), this.width)];
    const [bottom, top] = [Math.max(Math.ceil(y0 - 0.5), 0), Math.min(Math.ceil(y1 - 0.5), this.height)];
    for (let row = bottom; row < top; row++) {
      for (let column = left; column < right; column++) {
        visit((row * this.width + column) * 4, (column + 0.5 - x0) / (x1 - x0), (row + 0.5 - y0) / (y1 - y0));
      }
    }
  }
}
