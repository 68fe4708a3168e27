/** Articles that the plan names and that have no file, and files that it does not name. */
import { join } from 'node:path';
import { error, warning } from '../../diagnostics/collector.js';
import { nearest, suggest } from '../../diagnostics/nearest.js';
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Checked } from '../../yaml/check.js';
import type { Path } from '../../yaml/places.js';
import { type InputFolder, namesIn } from '../folder.js';

/** A place in the plan where an article is named. */
export interface Mention {
  readonly article: string;
  readonly path: Path;
}

/** The folder of an issue's articles, as messages name it. */
const ARTICLES = 'articles';

/** A file that is an article's but for its place or its ending. */
const stray = ({ path }: InputFolder, article: string): string | undefined => {
  const own = namesIn(join(path, ARTICLES));
  const like = own.find((name) => name.replace(/\.[^.]*$/, '') === article);
  if (like !== undefined) return `${ARTICLES}/${like} is there: the name of an article’s file ends in .md.`;
  const inner = own.find((name) => namesIn(join(path, ARTICLES, name)).includes(`${article}.md`));
  return inner === undefined
    ? undefined
    : `${ARTICLES}/${inner}/${article}.md is there: articles stand in articles/ itself.`;
};

/** What to say of articles that have no file. */
export const unknownArticles = (
  folder: InputFolder,
  mentions: readonly Mention[],
  available: readonly string[],
  { at, leftOut }: Checked<unknown>,
): readonly Diagnostic[] => {
  const unknown = mentions.filter(({ article }) => !available.includes(article));
  const [first] = unknown;
  if (first !== undefined && available.length === 0 && stray(folder, first.article) === undefined) {
    const hint = 'Each story is a file of its own there, NAME.md.';
    return [error('article-unknown', `there are no articles in ${ARTICLES}/`, { span: at(first.path), hint })];
  }
  const mentioned = new Set(mentions.map(({ article }) => article));
  // What is left out of a plan may name them.
  const idle = leftOut.length > 0 ? [] : available.filter((id) => !mentioned.has(id));
  return unknown.map(({ article, path }) => {
    const hint = stray(folder, article) ?? suggest(article, available, idle.length > MOST_NAMED ? [] : idle);
    return error('article-unknown', `there is no article \`${article}\``, { span: at(path), hint });
  });
};

/** So many files that nothing names are told of one by one. */
const MOST_TOLD = 3;
const MOST_NAMED = 6;

/** What to say of files that the plan does not name; those that a misspelt name was meant for are none. */
export const unplacedArticles = (
  folder: InputFolder,
  mentioned: ReadonlySet<string>,
  available: readonly string[],
): readonly Diagnostic[] => {
  const meant = new Set([...mentioned].filter((one) => !available.includes(one)).map((one) => nearest(one, available)));
  const unplaced = available.filter((id) => !mentioned.has(id) && !meant.has(id));
  const place = (file: string): Diagnostic['span'] => ({ file: join(folder.path, ARTICLES, file), start: 0, end: 0 });
  if (unplaced.length > MOST_TOLD) {
    const named = unplaced.slice(0, MOST_NAMED).map((id) => `\`${id}\``);
    const all = `${named.join(', ')}${unplaced.length > MOST_NAMED ? ' …' : ''}`;
    const hint = 'Place them in slots of issue.yaml, or take the files away.';
    return [
      warning('article-unplaced', `${unplaced.length} articles stand on no page: ${all}`, { span: place(''), hint }),
    ];
  }
  const hint = 'Place it in a slot of issue.yaml, or take the file away.';
  return unplaced.map((id) =>
    warning('article-unplaced', `\`${id}\` stands on no page`, { span: place(`${id}.md`), hint }),
  );
};
