/** A story made longer or shorter out of its own sentences: whole sentences go or are said again, in whole paragraphs. */
import type { Article, Block, InlineRun } from '../../src/issue/types.js';
import type { Random } from './random.js';

/** Longer paragraphs are not lengthened: what is repeated then makes a paragraph of its own. */
const LONGEST = 220;
/** So near to the length wanted is near enough, in characters. */
const NEAR = 6;

type Sentence = readonly InlineRun[];
/** Crossheads, quotations and tables stay as they are. */
type Part = { readonly kind: 'fixed'; readonly block: Block } | { kind: 'paragraph'; sentences: Sentence[] };

const ENDS = /[。！？；…]+[”’」』）]*/gu;
const lengthOf = (sentence: Sentence): number => sentence.reduce((sum, run) => sum + [...run.text].length, 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const charactersOf = (parts: readonly Part[]): number =>
  sum(parts.map((part) => (part.kind === 'paragraph' ? sum(part.sentences.map(lengthOf)) : 0)));

/** The article with its body `factor` times as long, to about a sentence's half. */
export function scaleArticle(article: Article, factor: number, random: Random): Article {
  const parts = article.body.map(
    (block): Part =>
      block.kind !== 'paragraph' || block.quoted !== undefined
        ? { kind: 'fixed', block }
        : { kind: 'paragraph', sentences: sentencesOf(block.runs) },
  );
  const original = parts.flatMap((part) => (part.kind === 'paragraph' ? part.sentences : []));
  const wanted = Math.round(charactersOf(parts) * factor);
  while (charactersOf(parts) - wanted > NEAR && shorten(parts, charactersOf(parts) - wanted, random));
  while (wanted - charactersOf(parts) > NEAR && lengthen(parts, original, wanted - charactersOf(parts), random));
  return { ...article, body: blocksOf(parts, article) };
}

/** Takes one sentence away, never a story's first; false where none brings it nearer. */
function shorten(parts: Part[], over: number, random: Random): boolean {
  const candidates = parts.flatMap((part, at) =>
    part.kind === 'paragraph'
      ? part.sentences.flatMap((sentence, index) =>
          (at === 0 && index === 0) || lengthOf(sentence) >= 2 * over ? [] : [{ part, index }],
        )
      : [],
  );
  if (candidates.length === 0) return false;
  const { part, index } = candidates[Math.floor(random() * candidates.length)]!;
  part.sentences.splice(index, 1);
  return true;
}

/** Says one of the story's sentences once more, at the end of a paragraph; false where none brings it nearer. */
function lengthen(parts: Part[], original: readonly Sentence[], short: number, random: Random): boolean {
  const candidates = original.filter((sentence) => lengthOf(sentence) < 2 * short);
  if (candidates.length === 0) return false;
  const sentence = candidates[Math.floor(random() * candidates.length)]!;
  const paragraphs = parts.flatMap((part, at) => (part.kind === 'paragraph' ? [{ part, at }] : []));
  const { part, at } = paragraphs[Math.floor(random() * paragraphs.length)]!;
  if (sum(part.sentences.map(lengthOf)) + lengthOf(sentence) <= LONGEST) part.sentences.push(sentence);
  else parts.splice(at + 1, 0, { kind: 'paragraph', sentences: [sentence] });
  return true;
}

/**
 * The article with so many passages that may be left out, and no others: the last sentence of each of its last
 * paragraphs that have two.
 */
export function letGo(article: Article, passages: number): Article {
  let left = passages;
  const body = article.body.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map(({ spare: _, ...run }) => run) } : block,
  );
  for (let at = body.length - 1; at >= 0 && left > 0; at--) {
    const block = body[at]!;
    if (block.kind !== 'paragraph' || block.quoted !== undefined) continue;
    const sentences = sentencesOf(block.runs);
    if (sentences.length < 2) continue;
    const last = sentences.at(-1)!.map((run) => ({ ...run, spare: at }));
    body[at] = { ...block, runs: [...sentences.slice(0, -1).flat(), ...last] };
    left--;
  }
  return { ...article, body };
}

const isText = (part: Part | undefined): boolean =>
  part !== undefined && (part.kind === 'paragraph' || part.block.kind !== 'crosshead');

/** Paragraphs, crossheads, quotations and tables again; a crosshead that nothing stands under goes. */
function blocksOf(parts: readonly Part[], { span }: Article): readonly Block[] {
  const kept = parts.filter((part) => part.kind === 'fixed' || part.sentences.length > 0);
  return kept.flatMap((part, index): Block[] => {
    if (part.kind === 'paragraph') return [{ kind: 'paragraph', runs: part.sentences.flat(), span }];
    return isText(part) || isText(kept[index + 1]) ? [part.block] : [];
  });
}

/** A paragraph's sentences, each with its runs. */
export function sentencesOf(runs: readonly InlineRun[]): Sentence[] {
  const text = runs.map((run) => run.text).join('');
  const ends = [...text.matchAll(ENDS)].map((match) => match.index + match[0].length);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends.map((end, index) => cutRuns(runs, index === 0 ? 0 : ends[index - 1]!, end));
}

/** The runs' text from `start` to `end`, in UTF-16 units. */
export function cutRuns(runs: readonly InlineRun[], start: number, end: number): Sentence {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
