import { describe, expect, it } from 'vitest';
import { dumpPage } from '../../src/page/dump.js';
import { article, body, deskOf, make, picture, plan, template } from './desk.js';

const tree = `
  rows:
    - masthead:
    - story: lead
      style: second
      picture: { at: right, columns: 2, lines: 10..16 }
`;
const copy = article('a', { pictures: [picture(800, 600)], body: body(12) });
/** The dump of one page. */
const made = (black: boolean, head?: string, numbers: readonly number[] = [1]): readonly string[] => {
  const one = template('one', tree, head);
  const [page] = make(deskOf([one], [copy], [{ ...plan(numbers, ['one'], { lead: 'a' }), black }]));
  return [...page!.pages, ...(page!.sheet === null ? [] : [page!.sheet])].map(dumpPage);
};
const inksIn = (dump: string): readonly string[] => [...new Set(dump.match(/\d+\/\d+\/\d+\/\d+/g))].sort();

describe('a page in black', () => {
  it('has no other ink, its pictures in greys, and everything where it stands in colour', () => {
    const [colour, black] = [made(false)[0]!, made(true)[0]!];
    expect(inksIn(colour).length).toBeGreaterThan(1);
    expect(inksIn(black)).toEqual(['0/0/0/100']);
    expect(black.match(/image .* black$/gm)?.length).toBe(1);
    const bare = (dump: string): string => dump.replace(/\d+\/\d+\/\d+\/\d+/g, 'ink').replace(/ black$/gm, '');
    expect(bare(black)).toBe(bare(colour));
  });
  it('is both pages of a spread, and the spread uncut', () => {
    const spread = made(true, 'kind: test\npages: 2', [2, 3]);
    expect(spread.map(inksIn)).toEqual([['0/0/0/100'], ['0/0/0/100'], ['0/0/0/100']]);
  });
});
