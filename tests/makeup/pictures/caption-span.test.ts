/** What captions run under: their own pictures, those beside them that say nothing, one page of a spread. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionSpans, type Parts, type Span } from '../../../src/makeup/pictures/caption-span.js';
import { arrangementsOf } from '../../../src/makeup/pictures/group.js';
import { textIn } from '../../../src/page/stretches.js';
import { imagesOf } from '../../../src/pdf/items.js';
import { article, body, deskOf, layouts, make, picture, plan, template } from '../desk.js';
import { seenIn } from '../seen.js';

const said = picture(1500, 1000, { caption: '桥上的人。', credit: null });
const credited = picture(1500, 1000, { caption: null, credit: '某某 摄' });
const silent = picture(1500, 1000, { caption: null, credit: null });
/** Three pictures side by side, 100 wide, 10 apart. */
const SPANS: readonly Span[] = [0, 110, 220].map((left) => ({ left, width: 100 }));

describe('the captions of pictures side by side', () => {
  it('run under their own where each says something', () => {
    expect(captionSpans([said, credited, said], SPANS, 'under', null)).toEqual(SPANS);
  });

  it('run on under those that say nothing: the ones after them, and the first under those before it', () => {
    const [first] = captionSpans([said, silent, silent], SPANS, 'under', null);
    expect(first).toEqual({ left: 0, width: 320 });
    const [, middle] = captionSpans([silent, said, silent], SPANS, 'under', null);
    expect(middle).toEqual({ left: 0, width: 320 });
    const [one, , other] = captionSpans([said, silent, credited], SPANS, 'under', null);
    expect([one, other]).toEqual([
      { left: 0, width: 210 },
      { left: 220, width: 100 },
    ]);
  });

  it('keep to their own picture on it and beside it', () => {
    expect(captionSpans([said, silent, silent], SPANS, 'on', null)).toEqual(SPANS);
    expect(captionSpans([said, silent, silent], SPANS, 'beside', null)).toEqual(SPANS);
  });

  it.each<[string, Parts, Span]>([
    ['left page', { left: 160, right: 200 }, { left: 0, width: 160 }],
    ['right page', { left: 100, right: 140 }, { left: 140, width: 180 }],
    ['left page of two alike', { left: 140, right: 180 }, { left: 0, width: 140 }],
  ])('keep to the %s where they lie across the fold of a spread', (_, parts, own) => {
    expect(captionSpans([said], [{ left: 0, width: 320 }], 'under', parts)).toEqual([own]);
  });

  it('never run into the fold, nor stand where nothing of their pictures is', () => {
    const across = fc.record({ left: fc.integer({ min: 20, max: 150 }), gap: fc.integer({ min: 10, max: 60 }) });
    const of = fc.array(fc.constantFrom(said, silent, credited), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(of, across, (pictures, { left, gap }) => {
        const parts = { left, right: left + gap };
        const found = captionSpans(pictures, SPANS, 'under', parts);
        for (const { left: from, width } of found) {
          expect(width).toBeGreaterThan(0);
          expect(from >= 0 && from + width <= 320).toBe(true);
          expect(from + width <= parts.left || from >= parts.right).toBe(true);
        }
      }),
    );
  });

  it('leave no hole under the others of a group: its pictures are higher by the lines that saves', () => {
    const style = layouts.styles.stories.get('second')!;
    const captioning = { place: 'under', style, names: [], desk: deskOf([], [], []) } as const;
    const long = picture(1500, 1000, { caption: '桥上的人很多。'.repeat(9), credit: null });
    const heightOf = (others: typeof silent): number =>
      arrangementsOf([long, others, others], captioning, { width: 500, parts: null })(200)!.cells[0]!.box.height;
    expect(heightOf(silent)).toBeCloseTo(heightOf(credited) + 2 * style.caption.leading, 6);
  });
});

describe('the caption of a picture across the fold', () => {
  it('stands on one page, with its credit', () => {
    const tree = '  story: only\n  style: third-hei\n  picture: { at: across, lines: 20..30 }';
    const spread = template('spread', tree, 'kind: test\npages: 2');
    const shown = picture(3000, 1000, { caption: '桥上人山人海，热闹非凡。'.repeat(9), credit: '某某 摄' });
    const only = article('a', { body: body(180), pictures: [shown] });
    const [made] = make(deskOf([spread], [only], [plan([2, 3], ['spread'], { only: 'a' })]));
    expect(made!.pages.map((page) => imagesOf(page).length)).toEqual([1, 1]);
    const wordsOn = made!.pages.map(({ frame }) =>
      seenIn(frame)
        .flatMap(({ item, parts }) => (item.kind === 'glyphs' && parts.includes('picture') ? [item] : []))
        .map(({ stretches }) => textIn(stretches))
        .join(''),
    );
    expect(wordsOn).toEqual([`${shown.caption}某某 摄`, '']);
  });
});
