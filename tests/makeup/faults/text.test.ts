/** Faults of text on pages put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../src/page/types.js';
import { at, glyphs, group, only, page, SIZE, story } from './by-hand.js';

describe('断栏', () => {
  const column = (x: number, from: number, to: number) =>
    Array.from({ length: (to - from) / 15 }, (_, index) => [x, from + index * 15, '字'.repeat(15)] as const);

  it('is text that goes on under a picture in its column', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [[...column(0, 60, 120), ...column(0, 270, 420)]],
        pictures: [[20, 140]],
      }),
    );
    expect(only('断栏', frame)).toEqual(['lead']);
  });
  it('is text that leaps over a picture to a farther column', () => {
    const leap = (x: number) =>
      page(
        story('lead', {
          at: [0, 0],
          size: [520, 600],
          paragraphs: [[...column(0, 60, 360), ...column(x, 60, 360)]],
          pictures: [[180, 40]],
        }),
      );
    expect(only('断栏', leap(330))).toEqual(['lead']);
  });
  it('is one over a picture that begins lower than its columns, but where text goes on under it', () => {
    const frame = (...between: readonly (readonly [number, number, string])[]) =>
      page(
        story('lead', {
          at: [0, 0],
          size: [520, 600],
          paragraphs: [[...column(0, 60, 360), ...between, ...column(330, 60, 360)]],
          pictures: [[180, 105]],
        }),
      );
    expect(only('断栏', frame())).toEqual(['lead']);
    expect(only('断栏', frame(...column(165, 240, 360)))).toBeNull();
  });
  it('is not text that runs round a picture at a column’s head or foot', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [[...column(0, 60, 360), ...column(165, 180, 360)]],
        pictures: [[180, 50]],
      }),
    );
    expect(only('断栏', frame)).toBeNull();
  });
  it('is not a last line that ends short, nor an indented line at the next column’s head', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [
          [...column(0, 60, 345), [0, 345, '字字字']],
          [[185, 180, '字'.repeat(13)], ...column(165, 195, 360)],
        ],
        pictures: [[200, 50]],
      }),
    );
    expect(only('断栏', frame)).toBeNull();
  });
});

describe('背题', () => {
  /** A crosshead in the first column with so many lines under it, the others in the next column; both centred or not. */
  const frame = (under: number, last = '字'.repeat(15), first: Omit<Tag, 'story'> = { part: 'crosshead' }) => {
    const lines = [0, 1, 2].map((index): readonly [number, number, string] => [
      index < under ? 0 : 165,
      index < under ? 75 + index * 15 : 60 + index * 15,
      index === under - 1 ? last : '字'.repeat(15),
    ]);
    const [head, text] = [story('lead', { at: [0, 0], size: [320, 300] }), lines];
    if (head.item.kind !== 'group') throw new Error('a story is a group');
    const tagged = (tag: Omit<Tag, 'story'>, of: typeof text) =>
      at(
        0,
        0,
        group(
          { ...tag, story: 'lead' },
          320,
          300,
          of.map(([x, y, line]) => at(x, y, glyphs(line, SIZE, 'song'))),
        ),
      );
    const children = [tagged(first, [[60, 60, '十年']]), tagged({ part: 'paragraph' }, text)];
    return page({ ...head, item: { ...head.item, frame: { ...head.item.frame, children } } });
  };

  it('is a crosshead with fewer than two lines under it in its column', () => {
    expect(only('背题', frame(0))).toEqual(['lead']);
    expect(only('背题', frame(1))).toEqual(['lead']);
    expect(only('背题', frame(2))).toBeNull();
    expect(only('背题', frame(2, '字。'))).toBeNull();
  });
  it('is a paragraph that leads, too, and no other', () => {
    expect(only('背题', frame(1, '字。', { part: 'paragraph', leads: true }))).toEqual(['lead']);
    expect(only('背题', frame(2, '字。', { part: 'paragraph', leads: true }))).toBeNull();
    expect(only('背题', frame(1, '字。', { part: 'paragraph' }))).toBeNull();
  });
});

describe('孤字', () => {
  const last = (text: string) =>
    page(
      story('lead', {
        at: [0, 0],
        size: [320, 300],
        paragraphs: [
          [
            [0, 60, '字'.repeat(15)],
            [0, 75, text],
          ],
        ],
      }),
    );

  it('is one character on a paragraph’s last line, marks not counted', () => {
    expect(only('孤字', last('了。'))).toEqual(['lead']);
    expect(only('孤字', last('来了。'))).toBeNull();
  });
  it('is one character on a line of a headline', () => {
    const head = (...lines: string[]) => page(story('lead', { at: [0, 0], size: [320, 300], headline: lines }));
    expect(only('孤字', head('新桥通车两', '岸'))).toEqual(['lead']);
    expect(only('孤字', head('新桥通车', '两岸相连'))).toBeNull();
  });
});
