/** Faults of a whole page, put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import { at, group, only, page, rules, story } from './by-hand.js';

describe('通缝', () => {
  const folio = at(0, 0, group({ part: 'folio' }, 1000, 20, []));
  const cell = (slot: string, x: number, y: number, width: number, height: number) =>
    story(slot, { at: [x, y], size: [width, height] });

  it('is a gutter that nothing crosses', () => {
    const frame = page(
      folio,
      cell('a', 0, 30, 490, 700),
      cell('b', 500, 30, 490, 700),
      cell('c', 0, 740, 490, 700),
      cell('d', 500, 740, 490, 700),
    );
    expect(only('通缝', frame)).toEqual(['a', 'c']);
  });
  it('is not one that another band closes', () => {
    const frame = page(
      folio,
      cell('a', 0, 30, 490, 700),
      cell('b', 500, 30, 490, 700),
      cell('c', 0, 740, 600, 700),
      cell('d', 610, 740, 380, 700),
    );
    expect(only('通缝', frame)).toBeNull();
  });
});

describe('四角失衡', () => {
  const heavy = (slot: string, x: number, y: number) =>
    story(slot, { at: [x, y], size: [300, 300], headline: ['新桥通车两岸相连'] });
  const light = (slot: string, x: number, y: number) =>
    story(slot, { at: [x, y], size: [300, 300], paragraphs: [[[0, 20, '字'.repeat(20)]]] });

  it('is weight in the corners of one side only', () => {
    expect(rules(page(heavy('a', 0, 0), light('b', 700, 0), heavy('c', 0, 1200), light('d', 700, 1200)))).toContain(
      '四角失衡',
    );
    expect(rules(page(heavy('a', 0, 0), light('b', 700, 0), light('c', 0, 1200), heavy('d', 700, 1200)))).not.toContain(
      '四角失衡',
    );
  });
});
