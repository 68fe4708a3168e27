import { describe, expect, it } from 'vitest';
import { leastBefore, prune } from '../../src/template/nodes.js';
import { layouts } from '../makeup/desk.js';

const treeOf = (name: string) => layouts.templates.find((template) => template.name === name)!.tree;

describe('columns to the left of a slot', () => {
  it('are as many as those before it must have, or cannot leave', () => {
    const tree = treeOf('spread-b');
    const before = ['main', 'left', 'left-foot', 'right-first', 'right-second'].map((slot) => leastBefore(tree, slot));
    expect(before).toEqual([0, 0, 2, 6, 8]);
    expect(leastBefore(tree, 'nowhere')).toBeNull();
  });
  it('are fewer where slots before it stay empty', () => {
    const tree = prune(treeOf('spread-b'), (leaf) => !('slot' in leaf) || !leaf.slot.startsWith('left'))!;
    expect(leastBefore(tree, 'right-first')).toBe(0);
  });
});
