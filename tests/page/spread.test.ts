/** A spread cut at its fold, here 100 pt from the left of 200. */
import { describe, expect, it } from 'vitest';
import { cutAtFold } from '../../src/page/spread.js';
import { stretchesOf, textIn } from '../../src/page/stretches.js';
import { BLACK, type Frame, type FrameItem, type Tag } from '../../src/page/types.js';

const frameOf = (item: FrameItem, x: number): Frame => ({
  size: { width: 200, height: 50 },
  children: [{ at: { x, y: 5 }, item }],
});
/** What of an item that stands at x lies on either page: where, and the item. */
const halves = (item: FrameItem, x: number) => {
  const { left, right } = cutAtFold(frameOf(item, x), 100);
  expect([left.size, right.size]).toEqual([
    { width: 100, height: 50 },
    { width: 100, height: 50 },
  ]);
  return [left.children, right.children] as const;
};
const line = (text: string, size = 10): FrameItem => ({
  kind: 'glyphs',
  size,
  ink: BLACK,
  stretches: stretchesOf([...text].map((char, index) => ({ face: 'song', id: 1, x: index, y: 0, text: char }))),
});
const said = (item: FrameItem | undefined): string => (item?.kind === 'glyphs' ? textIn(item.stretches) : '');

describe('what lies on one page', () => {
  const rule: FrameItem = { kind: 'rule', to: { x: 40, y: 0 }, width: 1, ink: BLACK };
  it.each([
    ['left of the fold', 60, [60], []],
    ['right of it', 100, [], [0]],
  ] as const)('stays whole: %s', (_, x, left, right) => {
    const [one, other] = halves(rule, x);
    expect(one.map(({ at }) => at.x)).toEqual(left);
    expect(other.map(({ at }) => at.x)).toEqual(right);
    for (const { item } of [...one, ...other]) expect(item).toEqual(rule);
  });

  it.each([60, 99, 100, 140])('squares of a QR code stay whole: they stand in a column, at %s', (x) => {
    const code: FrameItem = { kind: 'squares', side: 2, rows: ['1'.repeat(10)], ink: BLACK };
    const pages = halves(code, x).map((items) => items.map(({ at, item }) => [at.x, item]));
    expect(pages).toEqual(x < 100 ? [[[x, code]], []] : [[], [[x - 100, code]]]);
  });
});

describe('what the fold cuts', () => {
  it('a rule goes on at the same height', () => {
    const [[one], [other]] = halves({ kind: 'rule', to: { x: 80, y: 8 }, width: 1, ink: BLACK }, 60);
    expect(one).toMatchObject({ at: { x: 60, y: 5 }, item: { to: { x: 40, y: 4 } } });
    expect(other).toMatchObject({ at: { x: 0, y: 5 }, item: { to: { x: 40, y: 4 } } });
  });

  it('a picture shows its halves, each of the size that it had', () => {
    const crop = { x: 0.1, y: 0, width: 0.8, height: 1 };
    const picture: FrameItem = { kind: 'image', file: 'a', size: { width: 80, height: 30 }, crop, alt: '' };
    const [[one], [other]] = halves(picture, 40);
    expect(one!.item).toMatchObject({ size: { width: 60, height: 30 }, crop: { x: 0.1, width: expect.closeTo(0.6) } });
    expect(other).toMatchObject({ at: { x: 0, y: 5 }, item: { size: { width: 20, height: 30 } } });
    expect(other!.item).toMatchObject({ crop: { x: expect.closeTo(0.7), width: expect.closeTo(0.2) } });
  });

  it('a frame runs on beyond it, so that no edge is drawn along it, and ends where it ended', () => {
    const [[one], [other]] = halves(
      { kind: 'area', size: { width: 80, height: 30 }, stroke: { width: 1, ink: BLACK } },
      60,
    );
    const edges = [one, other].map((half) => {
      const { size } = half!.item as Extract<FrameItem, { kind: 'area' }>;
      return [half!.at.x, half!.at.x + size.width];
    });
    expect(edges[0]![0]).toBe(60);
    expect(edges[0]![1]).toBeGreaterThan(120);
    expect(edges[1]![0]).toBeLessThan(-20);
    expect(edges[1]![1]).toBe(40);
  });

  it('a line is said once: each character on the page where it begins', () => {
    const [[one], [other]] = halves(line('版心是什么'), 75);
    // The third runs over the fold: it shows on both pages.
    expect([said(one?.item), said(other?.item)]).toEqual(['版心是', '什么']);
    expect((other!.item as Extract<FrameItem, { kind: 'glyphs' }>).stretches[0]!.ids).toHaveLength(3);
    expect(other!.at.x).toBe(-25);
  });

  it('a line that only touches it lies on one page', () => {
    expect(halves(line('版心'), 80).map((half) => half.map(({ item }) => said(item)))).toEqual([['版心'], []]);
    expect(halves(line('版心'), 100).map((half) => half.map(({ item }) => said(item)))).toEqual([[], ['版心']]);
  });

  it('a group is one on either page, and none where nothing of it lies; but an empty cell is of its row', () => {
    const group = (part: Tag['part'], children: Frame['children']): FrameItem => ({
      kind: 'group',
      tag: { part },
      frame: { size: { width: 80, height: 20 }, children },
    });
    const [one, other] = halves(group('paragraph', [{ at: { x: 0, y: 0 }, item: line('版心') }]), 30);
    expect([one.length, other.length]).toEqual([1, 0]);
    expect(halves(group('paragraph', []), 30).map(({ length }) => length)).toEqual([0, 0]);
    expect(halves(group('cell', []), 30).map(({ length }) => length)).toEqual([1, 1]);
  });
});
