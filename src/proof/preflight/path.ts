/** A path under construction, as far as the press cares: what it reaches. */
import { type Box, boxOf, type Matrix } from './state.js';

/** What is to be painted next: rectangles as they lie on the page, and what lines and curves reach, in user space. */
export class Path {
  rectangles: Box[] = [];
  private left = Number.POSITIVE_INFINITY;
  private bottom = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private top = Number.NEGATIVE_INFINITY;

  to(x: number, y: number): void {
    this.left = Math.min(this.left, x);
    this.bottom = Math.min(this.bottom, y);
    this.right = Math.max(this.right, x);
    this.top = Math.max(this.top, y);
  }

  /** The box around lines and curves; null where there are none. */
  around(matrix: Matrix): Box | null {
    if (this.left > this.right) return null;
    return boxOf(matrix, this.left, this.bottom, this.right - this.left, this.top - this.bottom);
  }

  clear(): void {
    this.rectangles = [];
    this.left = this.bottom = Number.POSITIVE_INFINITY;
    this.right = this.top = Number.NEGATIVE_INFINITY;
  }
}
