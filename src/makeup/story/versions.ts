/**
 * The versions that a story may be printed in: whole, and without passages that its editor lets go (可删), the last of
 * them first. A version is an article like any other, so that nothing that sets one need know of passages.
 */
import type { Span } from '../../diagnostics/types.js';
import { saidIn } from '../../issue/body/said.js';
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

/**
 * The versions of an article from a place on, the whole first. What stands before the place is left as it is, so that
 * the place is the same in all of them; a passage that a jump has cut in two stays.
 */
export function versionsOf(article: Article, from: Place): readonly Version[] {
  const passages = [...passagesAfter(article.body, from)].sort(([a], [b]) => b - a);
  const versions: Version[] = [{ article, leftOut: [] }];
  for (const [at, runs] of passages) {
    // Each from the one before: blocks that both have are the very same.
    const last = versions.at(-1)!;
    const body = without(last.article.body, at);
    // Something of a story is always printed.
    if (!hasText(body, from)) break;
    versions.push({ article: { ...article, body }, leftOut: [passageOf(at, runs), ...last.leftOut] });
  }
  return versions;
}

/** The runs of each passage that begins at a place or after it. */
function passagesAfter(body: readonly Block[], { block, offset }: Place): ReadonlyMap<number, readonly InlineRun[]> {
  const passages = new Map<number, InlineRun[]>();
  const begunBefore = new Set<number>();
  for (const [index, own] of body.slice(block).entries()) {
    if (own.kind !== 'paragraph') continue;
    let at = 0;
    for (const run of own.runs) {
      if (run.spare !== undefined) {
        passages.set(run.spare, [...(passages.get(run.spare) ?? []), run]);
        if (index === 0 && at < offset) begunBefore.add(run.spare);
      }
      at += run.text.length;
    }
  }
  return new Map([...passages].filter(([passage]) => !begunBefore.has(passage)));
}

/** Whether a body has text from a place on. */
const hasText = (body: readonly Block[], { block, offset }: Place): boolean =>
  body.slice(block).some((own, index) => own.kind !== 'crosshead' && (index > 0 || saidIn(own).length > offset));

const passageOf = (at: number, runs: readonly InlineRun[]): Passage => ({
  characters: runs.reduce((sum, { text }) => sum + countCharacters(text), 0),
  span: { ...runs[0]!.span, start: at, end: runs.at(-1)!.span.end },
});

/** A body without a passage; a crosshead under which nothing is left goes with it. */
function without(body: readonly Block[], passage: number): readonly Block[] {
  const kept = body.map((block) => shortened(block, passage));
  return kept.filter((block, at): block is Block => {
    if (block?.kind !== 'crosshead') return block !== null;
    const next = body.findIndex(({ kind }, index) => index > at && kind === 'crosshead');
    const under = kept.slice(at + 1, next < 0 ? kept.length : next);
    return under.length === 0 || under.some((one) => one !== null);
  });
}

/** A block without a passage, the very same where it has none of it; null where nothing is left. */
function shortened(block: Block, passage: number): Block | null {
  const isGone = ({ spare }: InlineRun): boolean => spare === passage;
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
