/** A head alone: how its headline is set for the height that it is given. */
import { describe, expect, it } from 'vitest';
import { headsByHeight } from '../../src/makeup/story/head.js';
import { article, deskOf, layouts } from './desk.js';

const style = layouts.styles.stories.get('second')!;
const grid = { leading: 15, bodySize: 10.5 };
/** Lines of the headline, by lines of the head. */
const lineCounts = (headline: string, width: number): ReadonlyMap<number, number> => {
  const text = article('bridge', { headline });
  const heads = headsByHeight(text, text, style, deskOf([], [], []), grid)(width);
  return new Map(heads.map(({ lines, lineCount }) => [lines, lineCount]));
};

describe('a headline', () => {
  it('has one line where it needs no more, and two only where white would stand round it', () => {
    const counts = lineCounts('新桥通车', 400);
    for (const lines of [3, 4, 5, 6, 7]) expect(counts.get(lines)).toBe(1);
    expect(counts.get(8)).toBe(2);
  });
  it('has two lines where one would be smaller than it may be', () => {
    const counts = lineCounts('新桥通车 两岸相连', 200);
    for (const lines of [5, 6, 7]) expect(counts.get(lines)).toBe(2);
    expect(counts.get(3)).toBeUndefined();
  });
  it('has more lines than its style allows rather than too small ones', () => {
    expect([...lineCounts('新桥通车 两岸相连 '.repeat(4), 200).values()].every((count) => count > 2)).toBe(true);
  });
});
