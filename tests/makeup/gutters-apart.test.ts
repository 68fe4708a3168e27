/** Bands that come out parted at one column are parted at two, where that costs less than a gutter through the page. */
import { describe, expect, it } from 'vitest';
import { articlesOf, makeUp } from '../../bench/elasticity/day.js';
import { trialsOf } from '../../bench/elasticity/pages.js';
import { loadIssue } from '../../src/issue/load.js';
import type { MadePage } from '../../src/makeup/page.js';
import { article, body, fonts, makeOne } from './desk.js';

const codesOf = ({ faults }: MadePage): readonly string[] => faults.map(({ code }) => code);
const widthsOf = ({ leaves }: MadePage): readonly number[] => leaves.map(({ placed }) => placed.strip.width);

describe('a gutter through the page', () => {
  it('is none where one band can be parted elsewhere for less', async () => {
    const { value } = await loadIssue('issues', '12867', 'layouts', fonts.roles);
    const desk = { ...value!, fonts };
    const trial = trialsOf(desk).find(({ page }) => page === '4')!;
    const template = trial.templates.filter(({ name }) => name === 'service-c');
    // Days of chance on which all three bands are parted in the middle, band by band the cheapest way.
    const days = [1, 3, 10, 11, 12, 22].map((day) =>
      makeUp(trial, desk, template, null, articlesOf(trial, 1, day, null)),
    );
    expect(days.flatMap(codesOf)).toEqual([]);
    expect(new Set(days.map((made) => widthsOf(made).join()))).toEqual(
      new Set(['6,3,3,3,2,4,3,3', '6,3,3,3,3,3,2,4', '6,3,3,3,3,3,4,2']),
    );
    const overset = days.flatMap(({ leaves }) => leaves.map(({ laidOut }) => laidOut.fit?.overset.lines ?? 0));
    expect(Math.max(...overset)).toBe(0);
  });

  it('stays, and is told of, where copy would find no place else', () => {
    const story = (slot: string, style: string): string =>
      `        - story: ${slot}\n          style: ${style}\n          divide: 1..4\n          width: 2..4`;
    const [a, b, c, d] = [
      story('a', 'second'),
      story('b', 'third-hei'),
      story('c', 'third-song'),
      story('d', 'second-hei'),
    ];
    const slots = ['a', 'b', 'c', 'd'].map((slot, at): [string, ReturnType<typeof article>] => [
      slot,
      article(slot, { body: body(20, at * 7), headline: `新桥${'通车'.repeat(3 + at)}` }),
    ]);
    const made = makeOne(`  rows:\n    - columns:\n${a}\n${b}\n    - columns:\n${c}\n${d}`, Object.fromEntries(slots));
    expect(widthsOf(made)).toEqual([3, 3, 3, 3]);
    expect(codesOf(made)).toEqual(['through-gutter']);
    expect(made.diagnostics.map(({ code }) => code)).toContain('through-gutter');
  });
});
