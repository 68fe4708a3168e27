import { describe, expect, it } from 'vitest';
import type { PagePlan } from '../../src/issue/types.js';
import { type ReadLine, readPieces } from '../../src/makeup/faults/read.js';
import { GROUND_PAST_ENDS } from '../../src/page/ground.js';
import { article, body, deskOf, make, plan, template } from './desk.js';

interface Teaser {
  /** Each pointer's lines. */
  readonly pointers: readonly (readonly ReadLine[])[];
  readonly left: number;
}

/** A teaser of these headlines in so many columns of the page. */
const teaserIn = (columns: number, ...headlines: readonly string[]): Teaser => {
  const tree = `  columns:\n    - teaser: index\n      style: teaser\n      width: ${columns}\n    - story: only\n      style: third-song\n      width: ${6 - columns}`;
  const pointed = headlines.map((headline, index) => article(`at${index}`, { headline, body: body(80) }));
  const only = article('only', { body: body(80) });
  const first = plan([1], ['front'], { only: 'only' });
  const span = first.span;
  const index = { kind: 'teaser' as const, articles: pointed.map(({ id }) => id), span };
  const front: PagePlan = { ...first, slots: new Map([...first.slots, ['index', index]]) };
  const later = pointed.map(({ id }, at) => plan([at + 2], ['later'], { only: id }));
  const templates = [template('front', tree), template('later', '  story: only\n  style: third-song')];
  const [made] = make(deskOf(templates, [only, ...pointed], [front, ...later]));
  const piece = readPieces(made!.pages[0]!.frame).find(({ slot }) => slot === 'index')!;
  const lines = piece.texts.flatMap((text) => text.lines);
  const starts = lines.flatMap(({ text }, at) => (text === '导读' ? [at] : []));
  return { pointers: starts.map((start, at) => lines.slice(start, starts[at + 1])), left: piece.box.left };
};
const textsOf = (pointer: readonly ReadLine[]): readonly string[] => pointer.map(({ text }) => text.trim());

describe('a teaser', () => {
  it('stands on one line where there is room, in the middle', () => {
    const [label, title, page] = teaserIn(3, '采茶时节').pointers[0] as readonly [ReadLine, ReadLine, ReadLine];
    expect([label, title, page].map(({ text }) => text)).toEqual(['导读', '采茶时节', '（详见第二版）']);
    expect(title.baseline).toBeCloseTo(label.baseline);
    expect(page.baseline).toBeCloseTo(label.baseline);
  });

  it('has its label before its title, and its page under it or behind its last line, where it is longer', () => {
    const [under, behind] = teaserIn(
      2,
      '采茶时节到羊楼洞看青砖茶是怎样压成',
      '采茶时节，到羊楼洞去看一看青砖茶怎样压成',
    ).pointers;
    expect(textsOf(under!)).toEqual(['导读', '采茶时节到羊楼洞看青砖茶是怎样压成', '（详见第二版）']);
    const [label, title, page] = under!;
    expect(title!.box.left).toBeGreaterThan(label!.box.right);
    expect(page!.baseline).toBeGreaterThan(title!.baseline);
    expect(page!.box.left - title!.box.left).toBeLessThan(page!.size);
    expect(textsOf(behind!)).toEqual(['导读', '采茶时节，到羊楼洞去', '看一看青砖茶怎样压成', '（详见第三版）']);
  });

  it('has its label at one edge with those of the others, whatever their lengths', () => {
    const headlines = ['采茶时节', '学校开学第一课', '采茶时节，到羊楼洞去看一看青砖茶怎样压成'];
    for (const columns of [1, 2, 3]) {
      const { pointers, left } = teaserIn(columns, ...headlines);
      expect(pointers.map((pointer) => textsOf(pointer).slice(1, -1).join(''))).toEqual(headlines);
      expect(new Set(pointers.map(([label]) => Math.round(label!.box.left))).size).toBe(1);
      const clear = GROUND_PAST_ENDS * pointers[0]![0]!.size;
      expect(pointers[0]![0]!.box.left - left).toBeGreaterThanOrEqual(clear - 1e-6);
      expect(new Set(pointers.map(([, title]) => Math.round(title!.box.left))).size).toBe(1);
      // Each begins under the last line of the one before.
      for (const [index, pointer] of pointers.entries()) {
        const [before] = (pointers[index - 1] ?? []).slice(-1);
        if (before !== undefined) expect(pointer[0]!.box.top).toBeGreaterThan(before.box.bottom);
      }
    }
  });
});
