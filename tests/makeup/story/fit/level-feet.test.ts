/** Copy too short for its place: its columns end together, and the white lies under all of them. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/issue/types.js';
import { COSTS } from '../../../../src/makeup/costs.js';
import { runningIn } from '../../../../src/makeup/faults/read.js';
import type { MadePage } from '../../../../src/makeup/page.js';
import {
  article,
  body,
  crosshead,
  deskOf,
  make,
  makeOne,
  other,
  paragraph,
  pieceIn,
  plan,
  table,
  template,
  textIn,
  textOf,
} from '../../desk.js';

const LEADING = 14;
const tree = (width: number, lines: number, more = ''): string =>
  `  rows:
    - columns:
        - story: only
          style: third-song
          width: ${width}${more}
        - story: beside
          style: third-song
      height: ${lines}
    - story: other
      style: third-song`;
const beside = article('beside', { body: body(60) });

/** Foot of each column of the slot's text, by the column's left edge, in lines under the highest. */
const feetIn = (made: MadePage, slot: string): readonly number[] => {
  const lines = runningIn(pieceIn(made, slot)).flatMap((text) => text.lines);
  const feet = new Map<number, number>();
  for (const { start, box } of lines) {
    const left = [...feet.keys()].find((one) => Math.abs(one - start) < 40) ?? start;
    feet.set(left, Math.max(feet.get(left) ?? 0, box.bottom));
  }
  const highest = Math.min(...feet.values());
  return [...feet.values()].map((foot) => Math.round((foot - highest) / LEADING));
};

const fitIn = (made: MadePage, slot: string) =>
  made.leaves.map(({ laidOut }) => laidOut.fit).find((fit) => fit?.slot === slot)!;

describe('copy too short for its place', () => {
  it.each([
    [2, 3],
    [2, 8],
    [3, 4],
    [4, 5],
    [4, 9],
  ])(
    'in %i columns, %i paragraphs, ends in all of them within two lines, and stands there whole',
    (width, paragraphs) => {
      const only = article('only', { body: body(paragraphs) });
      const made = makeOne(tree(width, 50), { only, beside, other });
      expect(fitIn(made, 'only').white).toBeGreaterThan(width);
      const feet = feetIn(made, 'only');
      expect(feet).toHaveLength(width);
      expect(Math.max(...feet)).toBeLessThanOrEqual(2);
      expect(textIn(made, 'only')).toBe(textOf(only));
    },
  );

  it('leaves as many lines white as its columns hold more, and is told so', () => {
    const made = makeOne(tree(3, 50), { only: article('only', { body: body(5) }), beside, other });
    const { lines, white } = fitIn(made, 'only');
    const told = made.diagnostics.find(({ code, message }) => code === 'white' && message.includes('“only”'))!;
    expect(told.message).toContain(`${white} lines white`);
    const longer = makeOne(tree(3, 50), { only: article('only', { body: body(9) }), beside, other });
    expect(fitIn(longer, 'only').white + fitIn(longer, 'only').lines).toBe(white + lines);
  });

  it('ends so where it comes from another page', () => {
    const front = `  rows:
    - story: only
      style: third-song
      height: 20
    - story: other
      style: third-song`;
    const only = article('only', { body: body(26) });
    const pages = [
      plan([1], ['front'], { only: 'only', other: 'other' }),
      plan([2], ['later'], { only: '+only', beside: 'beside', other: 'last' }),
    ];
    const last = article('last', { body: body(80) });
    const templates = [template('front', front), template('later', tree(3, 50))];
    const [, later] = make(deskOf(templates, [only, other, beside, last], pages));
    const feet = feetIn(later!, 'only');
    expect(fitIn(later!, 'only').white).toBeGreaterThan(3);
    expect(feet).toHaveLength(3);
    expect(Math.max(...feet)).toBeLessThanOrEqual(2);
  });

  it('has no crosshead at a foot, away from its text: a column ends a few lines higher, and the crosshead begins the next', () => {
    const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('桥上人来人往。'));
    const atFoot = (before: number): readonly number[] => {
      const only = article('only', { body: [...lines(before), crosshead('桥上'), ...lines(70 - before)] });
      const made = makeOne(tree(4, 50), { only, beside, other });
      expect(textIn(made, 'only')).toBe(textOf(only));
      expect(Math.max(...feetIn(made, 'only'))).toBeLessThanOrEqual(4);
      const texts = runningIn(pieceIn(made, 'only'));
      const at = texts.findIndex(({ part }) => part === 'crosshead');
      const [own, next] = [at, at + 1].map((index) => texts[index]!.lines[0]!.baseline);
      return next! < own! ? [before] : [];
    };
    expect([14, 15, 16, 17, 18, 19, 33, 34, 35, 36].flatMap(atFoot)).toEqual([]);
  });

  it('has no table parted for it', () => {
    const rows = [['甲', '乙'], ...Array.from({ length: 9 }, (_, index) => [`第${index}行`, '一二三'])];
    const only = article('only', { body: [...body(1), ...table(1, rows)] });
    const made = makeOne(tree(2, 50), { only, beside, other });
    expect(fitIn(made, 'only').overset.lines).toBe(0);
    expect(textIn(made, 'only')).toContain('第8行');
  });

  it.each([
    [3, 149, [3, 3, 3, 0]],
    [4, 144, [0, 0, 0, 0]],
  ])('that leaves %i lines white in four columns ends in them as it must', (white, lines, feet) => {
    const only = article('only', { body: Array.from({ length: lines }, () => paragraph('桥上人来人往。')) });
    const made = makeOne(tree(4, 50), { only, beside, other });
    expect(fitIn(made, 'only').white).toBe(white);
    expect(feetIn(made, 'only')).toEqual(feet);
  });
});

it('what the page was found at, and what its columns cost since, is told apart', () => {
  const blocks = [...body(4), crosshead('桥上的灯'), ...body(4, 3)];
  const made = makeOne(tree(3, 40), { only: article('only', { body: blocks }), beside, other });
  const { placed, laidOut } = made.leaves.find(({ laidOut }) => laidOut.fit?.id === 'only')!;
  expect(laidOut.fit!.white).toBeGreaterThan(3);
  // The crosshead stood at a column's foot, and does no longer.
  expect(laidOut.cost.get('column ends and crossheads')).toBeLessThan(COSTS.crossheadAtFoot);
  expect(laidOut.cost.get('columns made to end alike')).toBeCloseTo(COSTS.crossheadAtFoot);
  expect([...laidOut.cost.values()].reduce((total, cost) => total + cost, 0)).toBeCloseTo(placed.cost, 6);
});
