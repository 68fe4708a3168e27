import { PDFNull } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/pdf-objects/boxes.js';
import { InkMap } from '../../../../src/proof/preflight/contents/ink-map.js';
import { sample } from '../../../../src/proof/preflight/contents/picture-data.js';
import { type Drawn, showsThrough } from '../../../../src/proof/preflight/walk/drawn.js';
import { type Colour, processColour } from '../../../../src/proof/preflight/walk/state.js';

interface Mark {
  readonly kind: 'area' | 'strokes' | 'picture';
  readonly box: Box;
  readonly colour: Colour;
  readonly overprint: boolean;
  readonly pixels: Uint8Array;
}

const CELL_MM2 = (25.4 / 72) ** 2;
const COVERS = 0.35;
const [WIDTH, HEIGHT] = [3, 2];

/** Every cell of the page painted one after the other: what the map must come to. */
const plain = (width: number, height: number, limit: number, marks: readonly Mark[]): { over: number; max: number } => {
  const plates = new Uint8Array(width * height * 4);
  let max = 0;
  let over = 0;
  const count = (sum: number, share: number): void => {
    max = Math.max(max, sum / 2.55);
    if (sum > limit * 2.55 + 1) over += CELL_MM2 * share;
  };
  for (const { kind, box, colour, overprint, pixels } of marks) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const [x, y] = [column + 0.5, row + 0.5];
        if (x < box.x0 || x >= box.x1 || y < box.y0 || y >= box.y1) continue;
        const at = (row * width + column) * 4;
        const under = plates.subarray(at, at + 4);
        const inks = colour.inks!;
        if (kind === 'area') {
          for (const [plate, ink] of inks.entries())
            if (!overprint || Math.round(ink * 255) > 0) under[plate] = Math.round(ink * 255);
        } else if (kind === 'strokes') {
          count(
            inks.reduce((sum, ink, plate) => sum + (ink * 255 || (overprint ? under[plate]! : 0)), 0),
            COVERS,
          );
        } else {
          const across = Math.floor(((x - box.x0) / (box.x1 - box.x0)) * WIDTH);
          const down = Math.min(Math.floor((1 - (y - box.y0) / (box.y1 - box.y0)) * HEIGHT), HEIGHT - 1);
          under.set(pixels.subarray((down * WIDTH + across) * 4, (down * WIDTH + across) * 4 + 4));
        }
      }
    }
  }
  for (let at = 0; at < plates.length; at += 4)
    count(
      plates.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0),
      1,
    );
  return { over, max };
};

const edge = fc.double({ min: -40, max: 240, noNaN: true });
const share = fc.constantFrom(0, 0, 0.001, 0.3, 0.5, 0.8, 1);
const mark: fc.Arbitrary<Mark> = fc.record({
  kind: fc.constantFrom('area' as const, 'strokes' as const, 'picture' as const),
  box: fc.tuple(edge, edge, edge, edge).map(([a, b, c, d]) => ({
    x0: Math.min(a, c),
    x1: Math.max(a, c),
    y0: Math.min(b, d),
    y1: Math.max(b, d),
  })),
  colour: fc.tuple(share, share, share, share).map((inks) => processColour('DeviceCMYK', inks)),
  overprint: fc.boolean(),
  pixels: fc.uint8Array({ minLength: WIDTH * HEIGHT * 4, maxLength: WIDTH * HEIGHT * 4 }),
});

describe('the map of ink', () => {
  it('comes to what painting every cell comes to', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.constantFrom(100, 180, 240), (marks, limit) => {
        const [width, height] = [150, 200];
        const map = new InkMap({ width, height }, limit);
        for (const { kind, box, colour, overprint, pixels } of marks) {
          if (kind === 'area') map.area(box, colour, overprint);
          else if (kind === 'strokes') map.strokes(box, colour, overprint, COVERS);
          else
            map.picture(
              box,
              sample(map.pixelsUnder(box, { width: WIDTH, height: HEIGHT }), (at) =>
                pixels.subarray(at * WIDTH * 4, (at + 1) * WIDTH * 4),
              ),
            );
        }
        const expected = plain(width, height, limit, marks);
        expect(map.over()).toBeCloseTo(expected.over, 6);
        expect(map.max).toBeCloseTo(expected.max, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('needs no pixels of a picture within the limit through which nothing shows', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.constantFrom(180, 240, 400), (marks, limit) => {
        const [width, height] = [150, 200];
        const size = { width: WIDTH, height: HEIGHT };
        const drawn = marks.map(({ kind, box, colour, overprint }): Drawn => {
          if (kind === 'picture')
            return {
              kind: 'image',
              box,
              seen: box,
              artwork: false,
              ppi: 250,
              image: PDFNull,
              stencil: null,
              space: undefined,
            };
          return kind === 'area'
            ? { kind, box, seen: box, artwork: false, colour, overprint, vanishes: false, rectangle: true }
            : { kind: 'text', box, seen: box, artwork: false, colour, overprint, size: 9 };
        });
        const [seen, covered] = [new InkMap({ width, height }, limit), new InkMap({ width, height }, limit)];
        let most = 0;
        for (const [index, { kind, box, colour, overprint, pixels }] of marks.entries()) {
          for (const map of [seen, covered]) {
            if (kind === 'area') map.area(box, colour, overprint);
            else if (kind === 'strokes') map.strokes(box, colour, overprint, COVERS);
          }
          if (kind !== 'picture') continue;
          const sums = Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
            pixels.subarray(at * 4, at * 4 + 4).reduce((sum, ink) => sum + ink / 2.55, 0),
          );
          most = Math.max(most, ...sums);
          const line = (at: number) => pixels.subarray(at * WIDTH * 4, (at + 1) * WIDTH * 4);
          const inks = sample(seen.pixelsUnder(box, size), line);
          seen.picture(box, inks);
          if (Math.max(...sums) > limit || showsThrough(box, drawn.slice(index + 1))) covered.picture(box, inks);
          else covered.cover(box);
        }
        expect(covered.over()).toBeCloseTo(seen.over(), 9);
        expect(Math.max(covered.max, most)).toBeCloseTo(Math.max(seen.max, most), 9);
      }),
      { numRuns: 200 },
    );
  });

  it('has nothing where nothing is painted', () => {
    const map = new InkMap({ width: 100, height: 100 }, 240);
    expect([map.over(), map.max]).toEqual([0, 0]);
  });
});
