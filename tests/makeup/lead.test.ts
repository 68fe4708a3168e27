/** Headlines of lesser stories are held below the lead's, where the page comes out so. */
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../src/makeup/costs.js';
import { headlineOf, readPieces } from '../../src/makeup/faults/read.js';
import { type MadePage, makeUpPage } from '../../src/makeup/page.js';
import type { Desk } from '../../src/makeup/types.js';
import { createMemory } from '../../src/memory/memory.js';
import { article, body, deskOf, layouts, make, plan, template } from './desk.js';

const LONG = '市里召开会议研究部署今年冬天公路养护和除雪';

/** A long headline over the lead in two columns, which has to be small, and a short one over a lesser story in four. */
const deskWith = (lesser: string): Desk => {
  const tree = `  columns:
    - { story: a, style: second, width: 2 }
    - { story: b, style: ${lesser}, width: 4 }`;
  const copy = [
    article('a', { headline: LONG, body: body(29) }),
    article('b', { headline: '新桥通车', body: body(59) }),
  ];
  return deskOf([template('x', tree)], copy, [plan([3], ['x'], { a: 'a', b: 'b' })]);
};
const sizesOf = ({ pages }: MadePage): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(readPieces(pages[0]!.frame).map((piece) => [piece.slot!, headlineOf(piece)?.lines[0]?.size]));
const codes = ({ faults }: MadePage): readonly string[] => faults.map(({ code }) => code);

describe('a lesser story’s headline as large as the lead’s', () => {
  it('is set smaller where it stands', () => {
    const [made] = make(deskWith('third-hei'));
    const { a, b } = sizesOf(made!);
    expect(a).toBe(28);
    expect(b).toBe(25);
    expect(codes(made!)).not.toContain('lead-outweighed');
  });
  it('is as large as its style has it beside a story of its own rank', () => {
    const [made] = make(deskWith('second-hei'));
    expect(sizesOf(made!).b).toBeGreaterThan(28);
  });
  it('stays, and is told of, where its style begins no smaller', () => {
    const styles = new Map(layouts.styles.stories);
    const third = styles.get('third-hei')!;
    styles.set('third-hei', { ...third, headline: { ...third.headline, sizes: { min: 30, max: 30 } } });
    const desk = deskWith('third-hei');
    const [made] = make({ ...desk, layouts: { ...desk.layouts, styles: { ...layouts.styles, stories: styles } } });
    expect(sizesOf(made!)).toEqual({ a: 28, b: 30 });
    expect(made!.diagnostics.filter(({ code }) => code === 'lead-outweighed')).toMatchObject([
      { message: expect.stringContaining('“新桥通车” is no smaller than the lead’s, “市里召开'), severity: 'warning' },
    ]);
  });
  it('costs the page what its tree says it does', () => {
    const [made] = make(deskWith('third-hei'));
    expect(made!.cost).toBeCloseTo(made!.tree!.cost + made!.faults.length * COSTS.fault);
    const spent = made!.leaves.map(({ laidOut: { cost } }) => [...cost.values()].reduce((sum, one) => sum + one, 0));
    expect(made!.leaves.map(({ placed }) => placed.cost)).toEqual(spent.map((cost) => expect.closeTo(cost)));
  });
  it('is made of the very leaves that were made before, where the inputs are the same', () => {
    const memory = createMemory();
    const desk = deskWith('third-hei');
    const first = makeUpPage(desk.issue.pages[0]!, new Map(), desk, memory);
    memory.turn();
    const longer = article('a', { headline: LONG, body: [...body(28), ...body(1, 2)] });
    const issue = { ...desk.issue, articles: new Map(desk.issue.articles).set('a', longer) };
    const again = makeUpPage(desk.issue.pages[0]!, new Map(), { ...desk, issue }, memory);
    expect(sizesOf(again)).toEqual(sizesOf(first));
    expect(again.leaves[1]!.laidOut).toBe(first.leaves[1]!.laidOut);
    expect(again.leaves[0]!.laidOut).not.toBe(first.leaves[0]!.laidOut);
  });
});
