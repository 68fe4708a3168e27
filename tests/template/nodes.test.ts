import { describe, expect, it } from 'vitest';
import { columnsBefore, prune } from '../../src/template/nodes.js';
import { layouts } from '../makeup/desk.js';

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
