/** What a plan asks for beside itself: its manuscripts, and the pictures of its advertisements. */
import type { Collector } from '../diagnostics/collector.js';
import type { Memory } from '../memory/memory.js';
import type { Layouts } from '../template/types.js';
import type { Checked } from '../yaml/check.js';
import type { Path } from '../yaml/places.js';
import { readArticle } from './article.js';
import { articlesIn, type InputFolder } from './folder.js';
import { inspectPicture } from './pictures/pictures.js';
import { entriesOf, isPageKey } from './plan/fitting.js';
import { type Mention, unknownArticles, unplacedArticles } from './plan/mentions.js';
import type { RawIssue, RawSlot } from './schema.js';
import type { Article, Picture } from './types.js';

/** issue.yaml, read and checked. */
export type Plan = Checked<RawIssue>;

/** Whether all that a plan says is known: else nobody knows what it says no word of. */
export const isWhole = ({ leftOut }: Plan): boolean => leftOut.length === 0;

/** What all that is read of an issue comes from, and where it is gathered. */
export interface IssueReading {
  readonly folder: InputFolder;
  readonly report: Collector;
  readonly sources: Map<string, string>;
  readonly memory: Memory;
}

/** Every mention of an article in the plan, with its place. */
const mentionsIn = ({ data }: Plan, layouts: Layouts | null): readonly Mention[] =>
  Object.entries(data.pages).flatMap(([key, page]) => {
    const named = [page.layout].flat();
    const templates = layouts?.templates.filter(({ name }) => named.includes(name)) ?? [];
    // What stands in a slot that is none, but a key of the page, is no article.
    const slots = entriesOf(page, key).filter(({ slot }) => !isPageKey(slot, templates));
    return slots.flatMap(({ value, path }) => mentionedBy(value, path));
  });

const mentionedBy = (raw: RawSlot, path: Path): readonly Mention[] => {
  if (typeof raw === 'string') return [{ article: raw, path }];
  if ('continues' in raw) return [{ article: raw.continues, path: [...path, 'continues'] }];
  if (!('see' in raw)) return [];
  if (typeof raw.see === 'string') return [{ article: raw.see, path: [...path, 'see'] }];
  return raw.see.map((article, index) => ({ article, path: [...path, 'see', index] }));
};

/** Reads the articles that the plan mentions; names those that have no file, and files that nothing mentions. */
export const readArticles = async (
  plan: Plan,
  layouts: Layouts | null,
  reading: IssueReading,
): Promise<ReadonlyMap<string, Article>> => {
  const { folder, report } = reading;
  const { value: available, diagnostics } = articlesIn(folder);
  report.add(...diagnostics);
  if (available === null) return new Map();
  const mentions = mentionsIn(plan, layouts);
  const mentioned = new Set(mentions.map(({ article }) => article));
  report.add(...unknownArticles(folder, mentions, available, plan));
  if (isWhole(plan)) report.add(...unplacedArticles(folder, mentioned, available));
  const wanted = isWhole(plan) ? available.filter((id) => mentioned.has(id)) : available;
  return readAll(wanted, layouts?.paper.fullWidthMarks ?? true, reading);
};

/** Reads articles by their ids. */
export const readAll = async (
  ids: readonly string[],
  fullWidth: boolean,
  { folder, report, sources, memory }: IssueReading,
): Promise<ReadonlyMap<string, Article>> => {
  const read = await Promise.all(ids.map((id) => readArticle(folder, id, fullWidth, memory)));
  const articles = new Map<string, Article>();
  for (const { value, diagnostics, file, text } of read) {
    report.add(...diagnostics);
    if (text !== null) sources.set(file, text);
    if (value !== null) articles.set(value.id, value);
  }
  return articles;
};

/** Looks at the pictures of the advertisements; by their files as the plan names them. */
export const readAdvertisements = async (
  plan: Plan,
  { folder, report, memory }: IssueReading,
): Promise<ReadonlyMap<string, Picture>> => {
  const pictures = new Map<string, Picture>();
  const slots = Object.entries(plan.data.pages).flatMap(([key, page]) => entriesOf(page, key));
  const named = slots.flatMap(({ value, path }) =>
    typeof value === 'object' && 'advertisement' in value
      ? [{ file: value.advertisement, span: plan.at([...path, 'advertisement']) }]
      : [],
  );
  const found = await Promise.all(named.map(({ file, span }) => inspectPicture(folder, file, span, memory)));
  for (const [index, outcome] of found.entries()) {
    report.add(...outcome.diagnostics);
    const { file, span } = named[index]!;
    if (outcome.value === null) continue;
    const { key, drawing: _, ...measured } = outcome.value;
    const empty = { title: null, caption: null, credit: null, alt: '', focus: { x: 0.5, y: 0.5 }, whole: false };
    pictures.set(
      file,
      memory.recall('advertisement', [outcome], () => ({ ...empty, file: key, ...measured, span })),
    );
  }
  return pictures;
};
