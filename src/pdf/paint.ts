/** One switch over a page's frames. What painting means is the canvas's business. */
import type { Point } from '../geometry/units.js';
import type { Area, Frame, Glyphs, Group, Image, Rule, Squares } from '../page/types.js';

/** Places are absolute: points from the top left corner of the trimmed sheet, y down. */
export interface Canvas {
  glyphs(item: Glyphs, at: Point): void;
  image(item: Image, at: Point): void;
  rule(item: Rule, at: Point): void;
  area(item: Area, at: Point): void;
  squares(item: Squares, at: Point): void;
  /** Around a group's contents. */
  enter(group: Group, at: Point): void;
  leave(group: Group): void;
}

/** Paints what stands in a frame, in its order; `origin` is the frame's top left corner. */
export const paintFrame = (frame: Frame, origin: Point, canvas: Canvas): void => {
  for (const { at, item } of frame.children) {
    const place = { x: origin.x + at.x, y: origin.y + at.y };
    switch (item.kind) {
      case 'glyphs':
        canvas.glyphs(item, place);
        break;
      case 'image':
        canvas.image(item, place);
        break;
      case 'rule':
        canvas.rule(item, place);
        break;
      case 'area':
        canvas.area(item, place);
        break;
      case 'squares':
        canvas.squares(item, place);
        break;
      case 'group':
        canvas.enter(item, place);
        paintFrame(item.frame, place, canvas);
        canvas.leave(item);
        break;
    }
  }
};
