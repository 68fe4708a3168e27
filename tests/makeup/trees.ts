/** Small slicing trees, and what their leaves cost. */
import fc from 'fast-check';
import type { LeafNode, TemplateNode } from '../../src/template/types.js';

export const span = { file: 'test', start: 0, end: 0 };
export const any = { min: 0, max: 99 };

export const leaf = (slot: string, width = any): LeafNode => ({
  kind: 'teaser',
  slot,
  style: 'x',
  box: 'none',
  width,
  height: any,
  span,
});

/** A leaf's cost at a size: a hash, so that every tree has one clear answer, and some sizes are impossible. */
export function cost(slot: string, width: number, height: number): number {
  let hash = 2166136261;
  for (const value of [...slot].map((char) => char.charCodeAt(0)).concat(width, height)) {
    hash = Math.imul(hash ^ value, 16777619) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return hash % 5 === 0 || height === 0 ? Infinity : (hash >>> 8) % 1000;
}

export const trees = fc.letrec<{ node: TemplateNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .record({ slot: fc.string({ minLength: 1, maxLength: 4 }), min: fc.integer({ min: 1, max: 2 }) })
      .map(({ slot, min }) => leaf(slot, { min, max: 4 })),
    fc
      .record({
        kind: fc.constantFrom('rows' as const, 'columns' as const),
        children: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
        gap: fc.constantFrom({ min: 0, max: 0 }, { min: 1, max: 2 }),
      })
      .map(({ kind, children, gap }): TemplateNode => {
        const base = { children, width: { min: 1, max: 4 }, height: any, span, rule: 'none' as const };
        return kind === 'rows' ? { kind, gap, ...base } : { kind, ...base };
      }),
  ),
})).node;
