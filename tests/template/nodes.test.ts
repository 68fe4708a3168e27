import { describe, expect, it } from 'vitest';
import { pruneFor } from '../../src/template/narrow.js';
import { columnsBefore, leavesOf, prune } from '../../src/template/nodes.js';
import type { LeafNode } from '../../src/template/types.js';
import { showRange } from '../../src/template/values.js';
import { layouts, template } from '../makeup/desk.js';

const treeOf = (name: string) => layouts.templates.find((template) => template.name === name)!.tree;

describe('columns to the left of a slot', () => {
  it('are as many as those before it may have, or must leave', () => {
    const tree = treeOf('spread-b');
    const before = ['main', 'left', 'left-foot', 'right-first', 'right-second'].map((slot) => {
      const { min, max } = columnsBefore(tree, slot)!;
      return [min, max];
    });
    expect(before).toEqual([
      [0, 0],
      [0, 0],
      [2, 4],
      [6, 6],
      [8, 10],
    ]);
    expect(columnsBefore(tree, 'nowhere')).toBeNull();
  });
  it('are fewer where slots before it stay empty', () => {
    const tree = prune(treeOf('spread-b'), (leaf) => !('slot' in leaf) || !leaf.slot.startsWith('left'))!;
    expect(columnsBefore(tree, 'right-first')!.min).toBe(0);
  });
});

describe('the place of an empty slot', () => {
  /** Heights of the leaves that are left. */
  const left = (tree: string, ...empty: readonly string[]): readonly string[] => {
    const pruned = prune(template('x', tree).tree, (leaf) => !('slot' in leaf && empty.includes(leaf.slot)))!;
    return leavesOf(pruned).map((leaf) => `${'slot' in leaf ? leaf.slot : leaf.kind} ${showRange(leaf.height)}`);
  };
  const story = (slot: string, height: string): string => `{ story: ${slot}, style: third-hei, height: ${height} }`;
  const rows = (...nodes: readonly string[]): string => `  rows: [${nodes.join(', ')}]\n  gap: 1..2`;

  it('is taken by those above and below it where heights are fixed', () => {
    const fixed = rows('{ folio: }', story('a', '40'), story('b', '28'), story('c', '18..20'));
    expect(left(fixed)).toEqual(['folio 2', 'a 40', 'b 28', 'c 18..20']);
    expect(left(fixed, 'b')).toEqual(['folio 2', 'a 40..66', 'c 18..46']);
  });

  it('needs no others where one of them may have any height', () => {
    const elastic = rows('{ folio: }', story('a', '40'), story('b', '28'), '{ story: c, style: third-hei }');
    expect(left(elastic, 'b')).toEqual(['folio 2', 'a 40', 'c 1..92']);
  });

  it('is taken by all that stand beside each other, but by no advertisement', () => {
    const columns = `{ columns: [${story('a', '40')}, ${story('b', '40')}] }`;
    const sold = '{ advertisement: d, height: 20 }';
    expect(left(rows(columns, story('c', '30'), sold), 'c')).toEqual(['a 40..70', 'b 40..70', 'd 20']);
  });

  it('stays white over advertisements that are left alone, where nothing on the page can take it', () => {
    const alone = (tree: string): readonly string[] => {
      const filled = (leaf: LeafNode): boolean => !('slot' in leaf && leaf.slot === 'empty');
      const pruned = pruneFor(template('x', tree).tree, filled, 6, 92)!;
      return leavesOf(pruned).map((leaf) => {
        const most = leaf.kind === 'advertisement' ? leaf.most : undefined;
        return `${'slot' in leaf ? leaf.slot : leaf.kind} ${showRange(leaf.height)}${most === undefined ? '' : `, its own ${most}`}`;
      });
    };
    const part = `{ rows: [{ advertisement: d, height: 20 }, ${story('empty', '22')}] }`;
    const beside = `{ columns: [${part}, { advertisement: e, height: 43 }] }`;
    expect(alone(rows(beside, story('b', '48')))).toEqual(['d 20..92, its own 20', 'e 43..92, its own 43', 'b 48..70']);
    expect(alone(rows(part, story('b', '48')))).toEqual(['d 20', 'b 48..70']);
    const foot = `{ columns: [${story('a', '20')}, { advertisement: d, height: 20 }] }`;
    expect(alone(rows(story('empty', '71'), foot))).toEqual(['a 20..92', 'd 20..92, its own 20']);
  });

  it('is taken from further off where none of those next to it may grow', () => {
    const part = `{ rows: [{ advertisement: d, height: 20 }, ${story('a', '22')}] }`;
    expect(left(rows(part, story('b', '48')), 'a')).toEqual(['d 20', 'b 48..70']);
  });

  it('is left in a part of the page as high as it was', () => {
    const part = `{ rows: [${story('a', '40')}, ${story('b', '51')}] }`;
    const beside = `  columns: [${part}, ${story('c', '92')}]`;
    expect(left(beside, 'b')).toEqual(['a 40..92', 'c 92']);
  });
});
