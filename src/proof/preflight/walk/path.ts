/** A path under construction, as far as the press cares: what it reaches. */
import type { Box } from '../../../pdf-objects/boxes.js';
import type { Operand } from '../../../pdf-objects/tokens.js';
import { numberIn } from './operands.js';
import { boxOf, type Matrix, union } from './state.js';

/** What is to be painted next: rectangles as they lie on the page, and what lines and curves reach, in user space. */
export class Path {
  rectangles: Box[] = [];
  /** What is painted after it is clipped to it (W). */
  clips = false;
  private left = Number.POSITIVE_INFINITY;
  private bottom = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private top = Number.NEGATIVE_INFINITY;

  /** Goes on to points, two numbers each: curves lie within theirs. */
  through(numbers: readonly Operand[]): void {
    for (let index = 0; index < numbers.length; index += 2) {
      const [x, y] = [numberIn(numbers, index), numberIn(numbers, index + 1)];
      this.left = Math.min(this.left, x);
      this.bottom = Math.min(this.bottom, y);
      this.right = Math.max(this.right, x);
      this.top = Math.max(this.top, y);
    }
  }

  /** What lines and curves reach, in user space; null where there are none. */
  reach(): Box | null {
    return this.left > this.right ? null : { x0: this.left, y0: this.bottom, x1: this.right, y1: this.top };
  }

  /** The box around lines and curves; null where there are none. */
  around(matrix: Matrix): Box | null {
    if (this.left > this.right) return null;
    return boxOf(matrix, this.left, this.bottom, this.right - this.left, this.top - this.bottom);
  }

  /** The box around all of it; null where there is nothing. */
  all(matrix: Matrix): Box | null {
    const around = this.around(matrix);
    const boxes = around === null ? this.rectangles : [...this.rectangles, around];
    return boxes.length === 0 ? null : boxes.reduce(union);
  }

  clear(): void {
    this.rectangles = [];
    this.clips = false;
    this.left = this.bottom = Number.POSITIVE_INFINITY;
    this.right = this.top = Number.NEGATIVE_INFINITY;
  }
}
