/** `issues/<number>/` → the issue: its plan and manuscripts, checked against the paper's templates. */
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import { inOrder } from '../diagnostics/order.js';
import type { Loaded } from '../diagnostics/sources.js';
import { hasErrors } from '../diagnostics/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { loadLayouts } from '../template/load.js';
import type { Layouts } from '../template/types.js';
import type { Checked } from '../yaml/check.js';
import type { Path } from '../yaml/places.js';
import { type Form, readForm } from '../yaml/read.js';
import { readText } from '../yaml/text-file.js';
import { readArticle } from './article.js';
import { parseDate, rewrittenDate, whyNoDay } from './calendar.js';
import { isPageKey } from './fitting.js';
import { articlesIn, findIssue, type IssueFolder } from './folder.js';
import { type Mention, unknownArticles, unplacedArticles } from './mentions.js';
import { partsOf } from './parts.js';
import { inspectPicture } from './pictures.js';
import { checkPlacements } from './placements.js';
import { planPages } from './plan.js';
import type { RawIssue, RawSlot } from './schema.js';
import type { Article, Issue, Picture } from './types.js';

/** An issue and the paper it is made with. */
export interface Desk {
  readonly issue: Issue;
  readonly layouts: Layouts;
}

type Plan = Checked<RawIssue>;

/** issue.yaml. */
const FORM: Form<RawIssue> = { name: 'issue', schema: async () => (await import('./schema.js')).issueSchema };

const slotsIn = ({ data }: Plan): { raw: RawSlot; path: Path }[] =>
  Object.entries(data.pages).flatMap(([page, { slots }]) =>
    Object.entries(slots).map(([slot, raw]) => ({ raw, path: ['pages', page, 'slots', slot] })),
  );

/** Every mention of an article in the plan, with its place. */
const mentionsIn = (plan: Plan, layouts: Layouts | null): readonly Mention[] =>
  slotsIn(plan).flatMap(({ raw, path }): Mention[] => {
    // What stands in a slot that is none, but a key of the page, is no article.
    const { layout } = plan.data.pages[String(path[1])]!;
    const named = [layout].flat();
    if (isPageKey(path.at(-1), layouts?.templates.filter(({ name }) => named.includes(name)) ?? [])) return [];
    if (typeof raw === 'string') return [{ article: raw, path }];
    if ('continues' in raw) return [{ article: raw.continues, path: [...path, 'continues'] }];
    if (!('see' in raw)) return [];
    if (typeof raw.see === 'string') return [{ article: raw.see, path: [...path, 'see'] }];
    return raw.see.map((article, index) => ({ article, path: [...path, 'see', index] }));
  });

/** Reads the articles that the plan mentions; names those that have no file, and files that nothing mentions. */
const readArticles = async (
  folder: IssueFolder,
  plan: Plan,
  layouts: Layouts | null,
  report: Collector,
  sources: Map<string, string>,
  memory: Memory,
): Promise<ReadonlyMap<string, Article>> => {
  const available = articlesIn(folder);
  const mentions = mentionsIn(plan, layouts);
  const mentioned = new Set(mentions.map(({ article }) => article));
  report.add(...unknownArticles(folder, mentions, available, plan));
  report.add(...unplacedArticles(folder, mentioned, available));
  const wanted = available.filter((id) => mentioned.has(id));
  return readAll(folder, wanted, layouts?.paper.fullWidthMarks ?? true, report, sources, memory);
};

const readAll = async (
  folder: IssueFolder,
  ids: readonly string[],
  fullWidth: boolean,
  report: Collector,
  sources: Map<string, string>,
  memory: Memory,
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

const readAdvertisements = async (
  folder: IssueFolder,
  plan: Plan,
  report: Collector,
  memory: Memory,
): Promise<ReadonlyMap<string, Picture>> => {
  const pictures = new Map<string, Picture>();
  const named = slotsIn(plan).flatMap(({ raw, path }) =>
    typeof raw === 'object' && 'advertisement' in raw
      ? [{ file: raw.advertisement, span: plan.at([...path, 'advertisement']) }]
      : [],
  );
  const found = await Promise.all(named.map(({ file, span }) => inspectPicture(folder, file, span, memory)));
  for (const [index, outcome] of found.entries()) {
    report.add(...outcome.diagnostics);
    const { file, span } = named[index]!;
    if (outcome.value === null) continue;
    const { key, ...measured } = outcome.value;
    const empty = { title: null, caption: null, credit: null, alt: '', focus: { x: 0.5, y: 0.5 }, whole: false };
    pictures.set(
      file,
      memory.recall('advertisement', [outcome], () => ({ ...empty, file: key, ...measured, span })),
    );
  }
  return pictures;
};

const checkNumber = (folder: string, { data, at }: Plan, report: Collector): void => {
  if (String(data.number) === folder) return;
  report.error('issue-mismatch', `this is issue ${data.number}, in a folder called ${folder}`, {
    span: at(['number']),
    hint: `Correct the number, or call the folder ${data.number}.`,
  });
};

/** The issue's day; null where there is no such day, or it is written in another form. */
const dateOf = ({ data, at }: Plan, report: Collector): Issue['date'] | null => {
  const date = parseDate(data.date);
  if (date !== null) return date;
  const meant = rewrittenDate(data.date);
  const [message, hint] =
    meant === null
      ? [`there is no day ${data.date}`, whyNoDay(data.date)]
      : [`the date ${data.date} is written in another form`, `Write ${meant}.`];
  report.error('date-invalid', message, { span: at(['date']), hint });
  return null;
};

/**
 * Reads an issue and the paper it names. `roles` are those of fonts.yaml, for checking the paper's styles. With a
 * memory, what did not change since comes back as the very same values.
 */
export const loadIssue = async (
  issuesDir: string,
  number: string,
  layoutsDir: string,
  roles?: readonly string[],
  memory: Memory = NO_MEMORY,
): Promise<Loaded<Desk>> => {
  const report = new Collector();
  const sources = new Map<string, string>();
  const found = findIssue(issuesDir, number);
  const folder = found.value;
  if (folder === null) return { value: null, diagnostics: found.diagnostics, sources };
  const file = join(folder.path, 'issue.yaml');
  const end = (value: Desk | null): Loaded<Desk> => ({
    value: hasErrors(report.diagnostics) ? null : value,
    diagnostics: inOrder(report.diagnostics, [file]),
    sources,
  });

  const text = readText(file);
  report.add(...text.diagnostics);
  if (text.value === null) return end(null);
  sources.set(file, text.value);
  const source = text.value;
  const checked = await memory.recall('plan', [file, source], () => readForm(FORM, file, source));
  report.add(...checked.diagnostics);
  const plan = checked.value;
  if (plan === null) {
    // A broken plan is no reason to keep silent about the manuscripts.
    await readAll(folder, articlesIn(folder), true, report, sources, memory);
    return end(null);
  }
  const { data, at } = plan;

  checkNumber(number, plan, report);
  const date = dateOf(plan, report);
  const layouts = await loadLayouts(layoutsDir, data.paper, roles, memory);
  for (const diagnostic of layouts.diagnostics) {
    // An unknown paper is the plan's mistake.
    report.add(diagnostic.code === 'paper-unknown' ? { ...diagnostic, span: at(['paper']) } : diagnostic);
  }
  for (const [name, source] of layouts.sources) sources.set(name, source);

  const [articles, advertisements] = await Promise.all([
    readArticles(folder, plan, layouts.value, report, sources, memory),
    readAdvertisements(folder, plan, report, memory),
  ]);
  if (layouts.value === null) return end(null);
  const known = layouts.value;
  const { paper, styles, templates } = known;
  const inputs = [plan, paper, styles, ...templates, ...advertisements.values()];
  const { pages, parts, said } = memory.recall('pages', inputs, () => {
    const own = new Collector();
    const pages = planPages({ ...plan, report: own, layouts: known, advertisements });
    return { pages, parts: partsOf(plan, pages, own), said: own.diagnostics };
  });
  report.add(...said);
  checkPlacements({ pages, articles, templates, report });
  if (date === null) return end(null);
  return end({ issue: { number: data.number, paper: data.paper, date, parts, pages, articles }, layouts: known });
};
