/** Heads on a spread: the fold runs between their characters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearOfFold } from '../../../../src/makeup/story/head/fold.js';
import { glyphsIn, stretchesOf } from '../../../../src/page/stretches.js';
import { BLACK, type Frame, type Glyphs } from '../../../../src/page/types.js';

const WIDTH = 400;
/** A line at these places, in em, from `left` pt on. */
const frameOf = (places: readonly number[], size: number, left: number, said = ''): Frame => {
  const glyphs = places.map((x, index) => ({ face: 'hei', id: index + 1, x, y: 0, text: said[index] ?? '我' }));
  return {
    size: { width: WIDTH, height: 40 },
    children: [{ at: { x: left, y: 30 }, item: { kind: 'glyphs', size, ink: BLACK, stretches: stretchesOf(glyphs) } }],
  };
};
const startsOf = ({ children }: Frame): number[] => {
  const { at, item } = children[0]!;
  const { size, stretches } = item as Glyphs;
  return glyphsIn(stretches).map(({ x }) => at.x + x * size);
};
/** Does a character lie in the fold? */
const isCut = (frame: Frame, size: number, fold: number): boolean => {
  const starts = startsOf(frame);
  return starts.some((left, index) => {
    const right = Math.min(left + size, starts[index + 1] ?? Infinity);
    return left < fold - 0.06 && right > fold + 0.06;
  });
};

describe('a line on a spread', () => {
  it('moves by half a character at most where the fold cuts one in two', () => {
    const frame = frameOf([0, 1, 2, 3, 4], 40, 100);
    // The third character stands from 180 to 220.
    for (const [fold, by] of [
      [200, 20],
      [195, 15],
      [205, -15],
    ] as const) {
      expect(startsOf(clearOfFold(frame, fold, []))).toEqual([100, 140, 180, 220, 260].map((x) => x + by));
    }
  });

  it('has the fold in the middle of the white between spaced characters', () => {
    const moved = startsOf(clearOfFold(frameOf([0, 1.5, 3], 40, 100), 175, []));
    // The second character ends at 200, the third begins at 220.
    expect((moved[1]! + 40 + moved[2]!) / 2 === 175 || (moved[0]! + 40 + moved[1]!) / 2 === 175).toBe(true);
  });

  it('moves on to the end of a word where that is near, and parts none that the house names', () => {
    // 一片叶子走过山水、草原, each 20 pt wide from 100 on: 山 ends at 240.
    const said = [...'一片叶子走过山水、草原'];
    const frame = frameOf([...said.keys()], 20, 100, said.join(''));
    const first = (fold: number, words: readonly string[] = []): number =>
      startsOf(clearOfFold(frame, fold, words))[0]!;
    expect(first(240)).toBe(120);
    expect(first(232)).toBe(112);
    // 走过山水 is one word now, whose ends are farther than that is worth.
    expect(first(220, ['走过山水'])).toBe(100);
    expect(first(220, ['过山'])).toBe(120);
    // A mark begins no page: 、 ends the left one.
    expect(first(260)).toBe(80);
  });

  it('stays where the fold meets none of its characters, and where it would leave its frame', () => {
    const apart = frameOf([0, 2, 3], 40, 100);
    expect(clearOfFold(apart, 160, []).children[0]).toBe(apart.children[0]);
    const full = frameOf([0, 1, 2, 3, 4, 5, 6, 7, 8], WIDTH / 9, 0);
    expect(clearOfFold(full, WIDTH / 2, []).children[0]).toBe(full.children[0]);
    const short = frameOf([0], 40, 180);
    expect(clearOfFold(short, 200, []).children[0]).toBe(short.children[0]);
  });

  it('is never cut where it has room, and never moves by more than half its widest step', () => {
    const steps = fc.array(fc.double({ min: 0.3, max: 2, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 9, max: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (own, size, share) => {
          const places = own.map((_, index) => own.slice(0, index).reduce((sum, step) => sum + step, 0));
          const frame = frameOf(places, size, 60);
          const starts = startsOf(frame);
          const fold = starts[0]! + (starts.at(-1)! + size - starts[0]!) * share;
          const after = clearOfFold(frame, fold, []);
          expect(isCut(after, size, fold)).toBe(false);
          const widest = Math.max(1, ...own) * size;
          expect(Math.abs(startsOf(after)[0]! - starts[0]!)).toBeLessThanOrEqual(widest / 2 + size / 2 + 1e-9);
        },
      ),
    );
  });
});
