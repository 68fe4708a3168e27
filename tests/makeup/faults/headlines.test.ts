/** Faults of headlines on pages put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import type { SlotFact } from '../../../src/makeup/faults/types.js';
import { only, page, type Story, story } from './by-hand.js';

describe('碰题', () => {
  const left = (more: Partial<Story> = {}) =>
    story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'], ...more });
  const right = (more: Partial<Story> = {}) =>
    story('right', { at: [500, 0], size: [490, 400], headline: ['河上清晨雾气散去'], ...more });

  it('is two headlines of one face and size side by side', () => {
    expect(only('碰题', page(left(), right()))).toEqual(['left', 'right']);
  });
  it.each([
    ['another face', left(), right({ face: 'song' })],
    ['another size', left(), right({ headlineSize: 30 })],
    ['two lines', left(), right({ headline: ['河上清晨', '雾气散去'] })],
    ['a vertical headline', left(), right({ vertical: true })],
    ['a box', left(), right({ box: true })],
    ['another height', left(), right({ at: [500, 60] })],
  ])('is not where one has %s', (_name, a, b) => {
    expect(only('碰题', page(a, b))).toBeNull();
  });
  it('is not between headlines of different ranks, nor among briefs', () => {
    const fact = (rank: number): SlotFact => ({ rank, headline: 'over' });
    expect(only('碰题', page(left(), right()), { left: fact(2), right: fact(3) })).toBeNull();
    expect(only('碰题', page(left(), right()), { left: fact(4), right: fact(4) })).toBeNull();
    expect(only('碰题', page(left(), right()), { left: fact(3), right: fact(3) })).not.toBeNull();
  });
});

describe('题不盖文', () => {
  const paragraphs = [[[0, 60, '字'.repeat(20)] as const, [220, 60, '字'.repeat(20)] as const]];
  const one = (headlineWidth: number) =>
    page(story('lead', { at: [0, 0], size: [420, 300], headline: ['新桥通车'], headlineWidth, paragraphs }));

  it('is a headline that leaves out columns of its story', () => {
    expect(only('题不盖文', one(200))).toEqual(['lead']);
    expect(only('题不盖文', one(420))).toBeNull();
  });
  it('is not one that the template sets beside its text', () => {
    expect(only('题不盖文', one(200), { lead: { rank: 1, headline: 'beside' } })).toBeNull();
  });
  it('is one meant for the middle that stands at a side', () => {
    const facts = { lead: { rank: 1, headline: 'middle' } } as const;
    expect(only('题不盖文', one(240), facts)).toBeNull();
    expect(only('题不盖文', one(150), facts)).toEqual(['lead']);
  });
  it('is in the middle of text and pictures together', () => {
    const facts = { lead: { rank: 1, headline: 'middle' } } as const;
    const beside = [[[320, 60, '字'.repeat(20)] as const, [540, 60, '字'.repeat(20)] as const]];
    const own = { headline: ['新桥通车'], headlineWidth: 400, paragraphs: beside };
    const told = (pictures: readonly (readonly [number, number])[]) =>
      only('题不盖文', page(story('lead', { at: [0, 0], size: [740, 300], ...own, pictures })), facts);
    expect(told([[0, 60]])).toBeNull();
    expect(told([])).toEqual(['lead']);
  });
});
