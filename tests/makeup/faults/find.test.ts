/** What the desk is told of make-up faults, and which made-up pages have none. */
import { describe, expect, it } from 'vitest';
import { faultDiagnostics, findFaults } from '../../../src/makeup/faults/find.js';
import { article, body, makeOne, plan } from '../desk.js';
import { page, story } from './by-hand.js';

describe('what the desk is told', () => {
  it('names page, slot and rule, as a warning at the slot in the plan', () => {
    const frame = page(
      story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'] }),
      story('right', { at: [500, 0], size: [490, 400], headline: ['河上清晨雾气散去'] }),
    );
    const [told] = faultDiagnostics(findFaults(frame), plan([3], ['x'], { left: 'a', right: 'b' }));
    expect(told).toMatchObject({ code: 'headlines-clash', severity: 'warning' });
    expect(told!.message).toMatch(/^page 3, slot “left”, “right”: 碰题: /);
    expect(told!.hint).toBeTruthy();
  });

  it('comes with any page, and a page that is well made up has none', () => {
    const tree = (right: string) => `
  columns:
    - story: left
      style: third-hei
    - story: right
      style: ${right}
`;
    const stories = {
      left: article('a', { headline: '新桥通车 两岸相连', body: body(60) }),
      right: article('b', { headline: '河上清晨 雾气散去', body: body(60, 1) }),
    };
    expect(makeOne(tree('third-hei'), stories).faults.map(({ rule }) => rule)).toContain('碰题');
    expect(makeOne(tree('third-song'), stories).faults.map(({ rule }) => rule)).not.toContain('碰题');
  });

  it('takes a vertical headline of one character for what it is', () => {
    for (const headline of ['桥', '12', '——']) {
      const tree = '  story: only\n  style: third-hei\n  headline: right';
      const { faults } = makeOne(tree, { only: article('a', { headline, body: body(160) }) });
      expect(faults.map(({ rule }) => rule)).toEqual([]);
    }
  });
});
