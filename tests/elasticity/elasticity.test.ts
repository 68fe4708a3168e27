/** Small versions of `npm run -s elasticity`: the days it draws, and a few of them made up. */
import { beforeAll, describe, expect, it } from 'vitest';
import { articlesOf, makeUp, outcomeOf, pageDay } from '../../bench/elasticity/day.js';
import { type Trial, trialsOf } from '../../bench/elasticity/pages.js';
import { randomFrom } from '../../bench/elasticity/random.js';
import { chosen, elasticityOf } from '../../bench/elasticity/report.js';
import { scaleArticle } from '../../bench/elasticity/scale.js';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { saidIn } from '../../src/issue/body/said.js';
import { loadIssue } from '../../src/issue/load.js';
import type { Article } from '../../src/issue/types.js';
import type { Desk } from '../../src/makeup/types.js';

const lengthOf = ({ body }: Article): number =>
  body.reduce((sum, block) => sum + (block.kind === 'crosshead' ? 0 : saidIn(block).length), 0);

let desk: Desk;
let trials: readonly Trial[];
beforeAll(async () => {
  const fonts = (await loadFonts(DEFAULT_FONTS)).value!;
  desk = { ...(await loadIssue('issues', '12867', 'layouts', fonts.roles)).value!, fonts };
  trials = trialsOf(desk);
});

describe('generated days', () => {
  it('make a story longer or shorter to about half a sentence, out of its own sentences', () => {
    for (const article of desk.issue.articles.values()) {
      for (const factor of [0.75, 0.9, 1, 1.25]) {
        const scaled = scaleArticle(article, factor, randomFrom(5));
        expect(Math.abs(lengthOf(scaled) - factor * lengthOf(article)), `${article.id} ${factor}`).toBeLessThan(40);
        const whole = article.body
          .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
          .map(({ text }) => text);
        for (const block of scaled.body) {
          if (block.kind !== 'paragraph') continue;
          for (const { text } of block.runs) expect(whole.some((run) => run.includes(text.slice(0, 12)))).toBe(true);
        }
      }
    }
  });

  it('are the same for the same seed and day, and differ for others', () => {
    const lengths = (seed: number, day: number): readonly number[] =>
      [...articlesOf(trials[0]!, seed, day, null).values()].map(lengthOf);
    expect(lengths(1, 3)).toEqual(lengths(1, 3));
    expect(lengths(1, 4)).not.toEqual(lengths(1, 3));
    expect(lengths(2, 3)).not.toEqual(lengths(1, 3));
  });

  it('try each page with every template of its kind that has its slots', () => {
    expect(trials.map(({ page }) => page)).toEqual(['1', '2', '3', '4', '5', '6–7', '8']);
    for (const { templates } of trials) expect(templates.length).toBeGreaterThan(1);
  });
});

describe('the paper’s templates', () => {
  it('bend to most of a few days, to nearly all with a jump, and choosing is make-up’s own choice', () => {
    const days = [0, 1, 2];
    let flush = 0;
    let all = 0;
    for (const trial of trials.slice(0, 3)) {
      const outcomes = days.map((day) => pageDay(trial, desk, 1, day));
      const figures = elasticityOf(trial, outcomes);
      expect(figures.choiceWithJump!.flush).toBe(100);
      flush += figures.choice.flush * days.length;
      all += days.length;
      const taken = outcomeOf(makeUp(trial, desk, trial.templates, null, articlesOf(trial, 1, 2, null)));
      expect(taken).toEqual(chosen(outcomes[2]!.alone));
    }
    expect(flush / all).toBeGreaterThanOrEqual(80);
  });
});
