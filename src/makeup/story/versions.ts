/**
 * The versions that a story may be printed in: whole, and without passages that its editor lets go (可删), the last of
 * them first. A version is an article like any other, so that nothing that sets one need know of passages.
 */
import type { Span } from '../../diagnostics/types.js';
import type { Article, Block, InlineRun } from '../../issue/types.js';
import { countCharacters } from '../../typeset/index.js';
import type { Place } from '../types.js';

/** A passage that may be left out. */
export interface Passage {
  readonly characters: number;
  readonly span: Span;
}

/** A story without some of its passages. */
export interface Version {
  readonly article: Article;
  /** The passages it lacks, in the order of the manuscript. */
  readonly leftOut: readonly Passage[];
}

/** The article as it was written. */
export const wholeVersion = (article: Article): Version => ({ article, leftOut: [] });

/**
 * The versions of an article from a place on, the whole first. What stands before the place is left as it is, so that
 * the place is the same in all of them.
 */
export function versionsOf(article: Article, { block, offset }: Place): readonly Version[] {
  const first = offset > 0 ? block + 1 : block;
  const passages = new Map<number, InlineRun[]>();
  for (const run of article.body.slice(first).flatMap(runsOf)) {
    if (run.spare !== undefined) passages.set(run.spare, [...(passages.get(run.spare) ?? []), run]);
  }
  const lastFirst = [...passages.keys()].sort((a, b) => b - a);
  const shorter = lastFirst.map((_, index): Version => {
    const gone = lastFirst.slice(0, index + 1);
    return {
      article: { ...article, body: without(article.body, new Set(gone)) },
      leftOut: gone.map((at) => passageOf(at, passages.get(at)!)).reverse(),
    };
  });
  // Something of a story is always printed.
  const isStory = (version: Version): boolean =>
    version.article.body.slice(block).some(({ kind }) => kind !== 'crosshead');
  return [wholeVersion(article), ...shorter.filter(isStory)];
}

const runsOf = (block: Block): readonly InlineRun[] => (block.kind === 'paragraph' ? block.runs : []);

const passageOf = (at: number, runs: readonly InlineRun[]): Passage => ({
  characters: runs.reduce((sum, { text }) => sum + countCharacters(text), 0),
  span: { ...runs[0]!.span, start: at, end: runs.at(-1)!.span.end },
});

/** A body without passages; a crosshead under which nothing is left goes with them. */
function without(body: readonly Block[], gone: ReadonlySet<number>): readonly Block[] {
  const kept = body.map((block) => shortened(block, gone));
  return kept.filter((block, at): block is Block => {
    if (block?.kind !== 'crosshead') return block !== null;
    const next = body.findIndex(({ kind }, index) => index > at && kind === 'crosshead');
    const under = kept.slice(at + 1, next < 0 ? kept.length : next);
    return under.length === 0 || under.some((one) => one !== null);
  });
}

/** A block without passages, the very same where it has none of them; null where nothing is left. */
function shortened(block: Block, gone: ReadonlySet<number>): Block | null {
  const isGone = ({ spare }: InlineRun): boolean => spare !== undefined && gone.has(spare);
  if (block.kind !== 'paragraph' || !block.runs.some(isGone)) return block;
  const runs = closedUp(block.runs.filter((run) => !isGone(run)));
  return runs.length === 0 ? null : { ...block, runs };
}

/** Runs that have lost some between them: of the spaces round each gap one is left, at the ends none. */
function closedUp(runs: readonly InlineRun[]): readonly InlineRun[] {
  const closed: InlineRun[] = [];
  for (const run of runs) {
    const text = /^$|\s$/.test(closed.at(-1)?.text ?? '') ? run.text.trimStart() : run.text;
    if (text !== '') closed.push({ ...run, text });
  }
  const last = closed.pop();
  const end = last?.text.trimEnd() ?? '';
  return end === '' ? closed : [...closed, { ...last!, text: end }];
}
