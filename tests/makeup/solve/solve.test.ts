import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../src/makeup/costs.js';
import type { Strip } from '../../../src/makeup/solve/grid.js';
import { solve } from '../../../src/makeup/solve/solve.js';
import type { LeafNode, TemplateNode } from '../../../src/template/types.js';
import { any, cost, leaf, span, trees } from '../trees.js';

/** Every way to cut, tried out. */
function brute(node: TemplateNode, width: number, height: number): number {
  if (width < node.width.min || width > node.width.max) return Infinity;
  if (height < node.height.min || height > node.height.max) return Infinity;
  if (node.kind === 'rows') {
    const place = (index: number, left: number): number => {
      const child = node.children[index]!;
      if (index === node.children.length - 1) return brute(child, width, left);
      let best = Infinity;
      for (let own = 0; own <= left; own++) {
        for (let gap = node.gap.min; gap <= node.gap.max && own + gap <= left; gap++) {
          const total =
            brute(child, width, own) + (gap - node.gap.min) * COSTS.gapLine + place(index + 1, left - own - gap);
          best = Math.min(best, total);
        }
      }
      return best;
    };
    return place(0, height);
  }
  if (node.kind === 'columns') {
    const place = (index: number, left: number): number => {
      const child = node.children[index]!;
      if (index === node.children.length - 1) {
        return brute(child, left, height);
      }
      let best = Infinity;
      for (let own = child.width.min; own <= Math.min(left, child.width.max); own++) {
        best = Math.min(best, brute(child, own, height) + place(index + 1, left - own));
      }
      return best;
    };
    return place(0, width);
  }
  return cost((node as { slot: string }).slot, width, height);
}

describe('the solver', () => {
  it('finds what brute force finds, and its leaves add up to it', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 4, max: 9 }), (tree, width, height) => {
        const curve = (node: LeafNode, strip: Strip) =>
          Array.from({ length: height + 1 }, (_, h) => cost((node as { slot: string }).slot, strip.width, h));
        const best = brute(tree, width, height);
        const solution = solve(tree, { from: 0, width }, height, curve);
        expect(solution?.cost ?? Infinity).toBe(best);
        if (solution === null) return;
        for (const { strip, top, height: own } of solution.leaves) {
          expect(strip.from + strip.width).toBeLessThanOrEqual(width);
          expect(top + own).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('divides elastic columns where it is cheapest, and says where rules go', () => {
    const tree: TemplateNode = {
      kind: 'columns',
      children: [leaf('a', { min: 1, max: 3 }), leaf('b', { min: 1, max: 3 })],
      width: { min: 4, max: 4 },
      height: any,
      rule: 'hairline',
      span,
    };
    const wants: Record<string, number> = { a: 3, b: 1 };
    const solution = solve(tree, { from: 0, width: 4 }, 5, (node, strip) =>
      Array.from({ length: 6 }, () => Math.abs(strip.width - wants[(node as { slot: string }).slot]!)),
    );
    expect(solution?.cost).toBe(0);
    expect(solution?.leaves.map(({ strip }) => strip.width)).toEqual([3, 1]);
    expect(solution?.separators).toEqual([{ kind: 'down', before: 3, top: 0, height: 5 }]);
  });

  it('sends no rule along a box, which has a frame of its own', () => {
    const boxed = (slot: string): TemplateNode => ({ ...leaf(slot), box: 'rule' }) as TemplateNode;
    const rulesIn = (kind: 'rows' | 'columns', children: TemplateNode[]): number => {
      const own = { width: { min: 3, max: 3 }, height: any, rule: 'hairline', span } as const;
      const gap = { min: 1, max: 1 };
      const tree: TemplateNode = kind === 'rows' ? { ...own, kind, children, gap } : { ...own, kind, children };
      return solve(tree, { from: 0, width: 3 }, 9, () => new Array<number>(10).fill(0))!.separators.length;
    };
    for (const kind of ['rows', 'columns'] as const) {
      expect(rulesIn(kind, [leaf('a'), leaf('b'), leaf('c')])).toBe(2);
      expect(rulesIn(kind, [boxed('a'), leaf('b'), leaf('c')])).toBe(1);
      expect(rulesIn(kind, [leaf('a'), boxed('b'), leaf('c')])).toBe(0);
    }
  });

  it('sends no rule across where the pieces above or below bring theirs, whatever these stand among', () => {
    const own = { width: any, height: any, rule: 'hairline', span } as const;
    const fixture = (kind: 'masthead' | 'strip' | 'folio' | 'imprint'): TemplateNode => ({
      kind,
      width: any,
      height: { min: 2, max: 2 },
      span,
    });
    const columns = (...children: TemplateNode[]): TemplateNode => ({ ...own, kind: 'columns', children });
    const rows = (...children: TemplateNode[]): TemplateNode => ({
      ...own,
      kind: 'rows',
      children,
      gap: { min: 1, max: 1 },
    });
    const tops = (tree: TemplateNode): number[] =>
      solve(tree, { from: 0, width: 2 }, 9, () => new Array<number>(10).fill(0))!.separators.flatMap((rule) =>
        rule.kind === 'across' ? [rule.top] : [],
      );
    const ear = leaf('ear');
    // Over the strip none, though more than the masthead stands above it; nor under it.
    expect(tops(rows(columns(fixture('masthead'), ear), fixture('strip'), leaf('a')))).toEqual([]);
    expect(tops(rows(columns(fixture('folio'), fixture('folio')), leaf('a')))).toEqual([]);
    expect(tops(rows(leaf('a'), columns(fixture('imprint'), fixture('imprint'))))).toEqual([]);
    expect(tops(rows(columns(fixture('masthead'), ear), leaf('a')))).toEqual([2]);
    expect(tops(rows(columns(fixture('folio'), fixture('masthead')), leaf('a')))).toEqual([2]);
  });

  it('sends a rule down beside what is not boxed at either side, and past a box in no row', () => {
    const own = { width: any, height: any, rule: 'hairline', span } as const;
    const high = (slot: string, height: number, box = 'none'): TemplateNode =>
      ({ ...leaf(slot), box, height: { min: height, max: height } }) as TemplateNode;
    const rows = (...children: TemplateNode[]): TemplateNode => ({
      ...own,
      kind: 'rows',
      children,
      gap: { min: 1, max: 1 },
    });
    const down = (left: TemplateNode, right: TemplateNode): [number, number][] => {
      const tree: TemplateNode = { ...own, kind: 'columns', children: [left, right] };
      const { separators } = solve(tree, { from: 0, width: 2 }, 14, () => new Array<number>(15).fill(0))!;
      return separators.flatMap(({ kind, top, height }) => (kind === 'down' ? [[top, top + height]] : []));
    };
    expect(down(rows(high('a', 6), high('b', 7)), leaf('c'))).toEqual([[0, 14]]);
    expect(down(rows(high('a', 6, 'rule'), high('b', 7)), leaf('c'))).toEqual([[7, 14]]);
    expect(down(leaf('c'), rows(high('a', 6), high('b', 7, 'tint')))).toEqual([[0, 6]]);
    const middle = rows(high('a', 4), high('b', 4, 'rule'), high('d', 4));
    expect(down(leaf('c'), middle)).toEqual([
      [0, 4],
      [10, 14],
    ]);
    expect(down(middle, rows(high('e', 2, 'rule'), high('f', 11)))).toEqual([
      [3, 4],
      [10, 14],
    ]);
    // A box that stands away from the gap is no matter of it.
    const away: TemplateNode = {
      ...own,
      kind: 'columns',
      children: [high('a', 14, 'rule'), leaf('b', { min: 1, max: 1 })],
    };
    const tree: TemplateNode = { ...own, kind: 'columns', children: [away, leaf('c', { min: 1, max: 1 })] };
    const { separators } = solve(tree, { from: 0, width: 3 }, 14, () => new Array<number>(15).fill(0))!;
    expect(separators).toEqual([{ kind: 'down', before: 2, top: 0, height: 14 }]);
  });
});
