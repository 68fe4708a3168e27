import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../../src/geometry/units.js';
import { narrow } from '../../src/template/narrow.js';
import type { TemplateNode } from '../../src/template/types.js';

const span = { file: '', start: 0, end: 0 };
const leaf = (width: Range, height: Range): TemplateNode => ({ kind: 'imprint', width, height, span });
const any = { min: 1, max: 4 };
const upTo = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const { tree } = fc.letrec<{ tree: TemplateNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.tuple(upTo(4), upTo(5)).map(([width, height]) => leaf(width, height)),
    fc.tuple(fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), upTo(2)).map(
      ([children, gap]): TemplateNode => ({
        kind: 'rows',
        children,
        gap,
        rule: 'none',
        width: any,
        height: { min: 1, max: 8 },
        span,
      }),
    ),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
      (children): TemplateNode => ({
        kind: 'columns',
        children,
        rule: 'none',
        width: any,
        height: { min: 1, max: 8 },
        span,
      }),
    ),
  ),
}));

/** All widths of all nodes, in the tree's order, that can stand together: by trying. */
const divisions = (node: TemplateNode, width: number): number[][] => {
  if (width < node.width.min || width > node.width.max) return [];
  if (node.kind !== 'rows' && node.kind !== 'columns') return [[width]];
  const shared = node.kind === 'columns';
  const go = (index: number, left: number): number[][] => {
    const child = node.children[index];
    if (child === undefined) return shared && left !== 0 ? [] : [[]];
    const widths = shared ? Array.from({ length: left }, (_, i) => i + 1) : [width];
    return widths.flatMap((one) =>
      divisions(child, one).flatMap((first) => go(index + 1, left - one).map((rest) => [...first, ...rest])),
    );
  };
  return go(0, width).map((rest) => [width, ...rest]);
};

const nodes = (node: TemplateNode): TemplateNode[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodes) : []),
];

describe('narrow', () => {
  it('leaves each node exactly the widths that can come true', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const all = divisions(root, 4);
        const { tree: narrowed, conflicts } = narrow(root, 4, 8);
        const ofWidth = conflicts.filter((conflict) => conflict.axis === 'width');
        expect(ofWidth.length === 0).toBe(all.length > 0);
        if (conflicts.length > 0) return;
        for (const [index, node] of nodes(narrowed).entries()) {
          const seen = all.map((widths) => widths[index]!);
          expect(node.width).toEqual({ min: Math.min(...seen), max: Math.max(...seen) });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts the gaps between rows', () => {
    const rows = (gap: Range): TemplateNode => ({
      kind: 'rows',
      children: [leaf(any, { min: 3, max: 5 }), leaf(any, { min: 1, max: 9 })],
      gap,
      rule: 'none',
      width: any,
      height: { min: 1, max: 9 },
      span,
    });
    const { tree: narrowed } = narrow(rows({ min: 1, max: 2 }), 4, 9);
    expect('children' in narrowed && narrowed.children.map((child) => child.height)).toEqual([
      { min: 3, max: 5 },
      { min: 2, max: 5 },
    ]);
    expect(narrow(rows({ min: 6, max: 6 }), 4, 9).conflicts[0]?.message).toBe(
      'these rows take 3..5 + 1..9 and 6 between them = 10..20 lines, but have 1..9',
    );
  });
});
