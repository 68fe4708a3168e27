/** Days counted up: for each page and template the share that came out flush, and by how much the rest missed. */
import type { Outcome, PageDay } from './day.js';
import type { Trial } from './pages.js';

export interface Share {
  readonly days: number;
  /** Per cent of days with nothing overset and every column flush. */
  readonly flush: number;
  /** Of the other days: lines overset and lines white, the mean and the most. */
  readonly missed: {
    readonly days: number;
    readonly impossible: number;
    readonly overset: { readonly mean: number; readonly most: number };
    readonly white: { readonly mean: number; readonly most: number };
  };
  /** Make-up faults a page. */
  readonly faults: number;
}

export interface PageElasticity {
  readonly page: string;
  readonly kind: string;
  readonly templates: readonly { readonly template: string; readonly alone: Share; readonly jump: Share | null }[];
  /** The cheapest of the templates each day, without a jump and with one. */
  readonly choice: Share;
  readonly choiceWithJump: Share | null;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export function shareOf(outcomes: readonly Outcome[]): Share {
  const missed = outcomes.filter(({ flush }) => !flush);
  const possible = missed.filter(({ cost }) => cost < Infinity);
  const spread = (values: readonly number[]) => ({ mean: round(mean(values)), most: Math.max(0, ...values) });
  return {
    days: outcomes.length,
    flush: round((100 * (outcomes.length - missed.length)) / Math.max(1, outcomes.length)),
    missed: {
      days: missed.length,
      impossible: missed.length - possible.length,
      overset: spread(possible.map(({ overset }) => overset)),
      white: spread(possible.map(({ white }) => white)),
    },
    faults: round(mean(outcomes.map(({ faults }) => faults))),
  };
}

/** What make-up takes where it may choose: the cheapest, and a region it cuts itself where no other comes out clean. */
export function chosen(outcomes: ReadonlyMap<string, Outcome>): Outcome {
  const all = [...outcomes.values()];
  const own = all.filter(({ isCut }) => !isCut);
  const isClean = own.some(({ flush, faults }) => flush && faults === 0);
  return (isClean ? own : all).reduce((best, one) => (one.cost < best.cost ? one : best));
}

/** The figures of one page over all days. */
export function elasticityOf({ page, templates }: Trial, days: readonly PageDay[]): PageElasticity {
  const jumps = days.some(({ jump }) => jump.size > 0);
  return {
    page,
    kind: templates[0]!.kind,
    templates: templates.map(({ name }) => ({
      template: name,
      alone: shareOf(days.map(({ alone }) => alone.get(name)!)),
      jump: jumps ? shareOf(days.map(({ jump }) => jump.get(name)!)) : null,
    })),
    choice: shareOf(days.map(({ alone }) => chosen(alone))),
    choiceWithJump: jumps ? shareOf(days.map(({ jump }) => chosen(jump))) : null,
  };
}

const cell = (share: Share | null): string => (share === null ? '' : `${share.flush.toFixed(1)} %`).padStart(8);
const misses = ({ missed }: Share): string =>
  missed.days === 0
    ? ''
    : `overset ${missed.overset.mean} (most ${missed.overset.most}), white ${missed.white.mean} (most ${missed.white.most})${missed.impossible > 0 ? `, impossible ${missed.impossible}` : ''}`;

/** The figures as a table for people. */
export function table(pages: readonly PageElasticity[]): string {
  const rows = pages.flatMap((page) => [
    ...page.templates.map(
      ({ template, alone, jump }) =>
        `${page.page.padEnd(5)}${template.padEnd(18)}${cell(alone)}${cell(jump)}  ${String(alone.faults).padStart(4)}  ${misses(alone)}`,
    ),
    `${page.page.padEnd(5)}${'choice'.padEnd(18)}${cell(page.choice)}${cell(page.choiceWithJump)}  ${String(page.choice.faults).padStart(4)}  ${misses(page.choice)}`,
  ]);
  return [`page template             alone  1 jump faults missed by, alone (lines a page)`, ...rows].join('\n');
}
