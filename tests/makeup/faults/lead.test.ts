/** Faults of weight on pages put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import { only, page, type Story, story } from './by-hand.js';

describe('主次不分', () => {
  const facts = (left: number, right: number) =>
    ({ left: { rank: left, headline: 'over' }, right: { rank: right, headline: 'over' } }) as const;
  const two = (left: number, right: number, more: Partial<Story> = {}) =>
    page(
      story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'], headlineSize: left, ...more }),
      story('right', { at: [500, 500], size: [490, 400], headline: ['河上清晨雾气散去'], headlineSize: right }),
    );

  it('is a lesser story’s headline as large as the lead’s, or larger', () => {
    expect(only('主次不分', two(24, 30), facts(2, 3))).toEqual(['right', 'left']);
    expect(only('主次不分', two(24, 24), facts(2, 3))).toEqual(['right', 'left']);
    expect(only('主次不分', two(24, 23), facts(2, 3))).toBeNull();
  });
  it('knows a lead under a vertical headline', () => {
    expect(only('主次不分', two(24, 30, { vertical: true }), facts(1, 3))).toEqual(['right', 'left']);
  });
  it('is not among stories of one rank, nor of unknown ones', () => {
    expect(only('主次不分', two(24, 30), facts(3, 3))).toBeNull();
    expect(only('主次不分', two(24, 30))).toBeNull();
  });
  it('takes the largest headline of several weightiest stories for the lead', () => {
    const third = story('third', { at: [0, 900], size: [490, 400], headline: ['山路清晨'], headlineSize: 34 });
    const frame = two(24, 30);
    const known = { ...facts(2, 3), third: { rank: 2, headline: 'over' } } as const;
    expect(only('主次不分', { ...frame, children: [...frame.children, third] }, known)).toBeNull();
  });
});
