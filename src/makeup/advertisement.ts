/** An advertisement: one picture that fills its place, at one height. */
import type { Picture } from '../issue/types.js';
import type { AdvertisementNode } from '../template/types.js';
import { curveOf } from './curve.js';
import { cropCost, cropTo } from './picture.js';
import { group } from './text.js';
import type { Leaf, Setting } from './types.js';

/** An advertisement's leaf: any height its template allows, at what cropping its picture to it costs. */
export function advertisementLeaf(node: AdvertisementNode, picture: Picture, { grid }: Setting): Leaf {
  return {
    bound: (strip) =>
      curveOf(grid.lines, (h) => (h < 1 ? Infinity : cropCost(picture, grid.width(strip), h * grid.leading, KEEP))),
    layOut: (strip, height) => {
      const size = { width: grid.width(strip), height: height * grid.leading };
      const crop = cropTo(picture, size.width, size.height);
      const image = { kind: 'image', file: picture.file, size, crop, alt: picture.alt } as const;
      return {
        frame: {
          size,
          children: [
            {
              at: { x: 0, y: 0 },
              item: group(
                { part: 'advertisement', slot: node.slot },
                { size, children: [{ at: { x: 0, y: 0 }, item: image }] },
              ),
            },
          ],
        },
        fit: null,
        cost: new Map(),
        rest: null,
        diagnostics: [],
      };
    },
  };
}

/** An advertisement must not lose its edges. */
const KEEP = 0.97;
