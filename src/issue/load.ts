/** `issues/<number>/` → the issue: its plan and manuscripts, checked against the paper's templates. */
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import { inOrder } from '../diagnostics/order.js';
import type { Loaded } from '../diagnostics/sources.js';
import { hasErrors } from '../diagnostics/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { loadLayouts } from '../template/load.js';
import type { Layouts, Paper } from '../template/types.js';
import { type Form, readForm } from '../yaml/read.js';
import { readText } from '../yaml/text-file.js';
import { articlesIn, composed, findIssue, type InputFolder, namesIn } from './folder.js';
import { type IssueReading, isWhole, type Plan, readAdvertisements, readAll, readArticles } from './manuscripts.js';
import { readNameplate } from './pictures/nameplate.js';
import { parseDate, rewrittenDate, whyNoDay } from './plan/calendar.js';
import { partsOf } from './plan/parts.js';
import { checkPlacements } from './plan/placements.js';
import { planPages } from './plan/plan.js';
import type { RawIssue } from './schema.js';
import type { Issue, Picture } from './types.js';

/** An issue and the paper it is made with. */
export interface IssueWithPaper {
  readonly issue: Issue;
  readonly layouts: Layouts;
}

/** issue.yaml. */
const FORM: Form<RawIssue> = { name: 'issue', schema: async () => (await import('./schema.js')).issueSchema };
/** What stands for what a plan does not say, or says otherwise: nothing follows from it. No paper is called so. */
const INSTEAD = { paper: '-', date: '2000-01-01', pages: {} };

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
): Promise<Loaded<IssueWithPaper>> => {
  const report = new Collector();
  const sources = new Map<string, string>();
  const { value: folder, diagnostics } = findIssue(issuesDir, number);
  if (folder === null) return { value: null, diagnostics, sources };
  const value = await readIssue(number, layoutsDir, roles, { folder, report, sources, memory });
  return {
    value: hasErrors(report.diagnostics) ? null : value,
    diagnostics: inOrder(report.diagnostics, [planFile(folder)]),
    sources,
  };
};

/** Reads it all, as far as it can be read; null where that makes no issue. */
const readIssue = async (
  number: string,
  layoutsDir: string,
  roles: readonly string[] | undefined,
  reading: IssueReading,
): Promise<IssueWithPaper | null> => {
  const { report } = reading;
  const plan = await readPlan(number, reading);
  if (plan === null) return null;
  checkNumber(number, plan, report);
  const date = dateOf(plan, report);
  const layouts = plan.data.paper === INSTEAD.paper ? null : await readPaper(layoutsDir, roles, plan, reading);
  const [articles, advertisements, nameplate] = await Promise.all([
    readArticles(plan, layouts, reading),
    readAdvertisements(plan, reading),
    layouts === null ? null : nameplateOf(layouts.paper, reading),
  ]);
  if (layouts === null) return null;
  const { pages, parts } = planned(plan, layouts, advertisements, reading);
  checkPlacements({ pages, articles, templates: layouts.templates, isWhole: isWhole(plan), report });
  if (date === null) return null;
  const { data } = plan;
  return { issue: { number: data.number, paper: data.paper, date, nameplate, parts, pages, articles }, layouts };
};

const planFile = ({ path }: InputFolder): string => join(path, 'issue.yaml');

/** What to do where a folder has no issue.yaml: one that is called nearly so is it. */
const whereIsPlan = ({ path }: InputFolder): string => {
  const like = namesIn(path).find((name) => /^issue\./i.test(name));
  return like === undefined ? 'Each issue has one: copy it from another.' : `\`${like}\` is there: call it issue.yaml.`;
};

const readPlan = async (number: string, reading: IssueReading): Promise<Plan | null> => {
  const { folder, report, sources, memory } = reading;
  const file = planFile(folder);
  const { value: text, diagnostics } = readText(file);
  report.add(...diagnostics.map((one) => (one.code === 'file-missing' ? { ...one, hint: whereIsPlan(folder) } : one)));
  if (text === null) return null;
  // Names in it are those of files, however their accents are composed.
  const source = composed(text);
  sources.set(file, source);
  const checked = await memory.recall('plan', [file, source], () =>
    readForm(FORM, file, source, 0, { ...INSTEAD, number: Number(number) }),
  );
  report.add(...checked.diagnostics);
  // A broken plan is no reason to keep silent about the manuscripts.
  if (checked.value === null) {
    const { value: ids, diagnostics: told } = articlesIn(folder);
    report.add(...told);
    await readAll(ids ?? [], true, reading);
  }
  return checked.value;
};

const readPaper = async (
  layoutsDir: string,
  roles: readonly string[] | undefined,
  { data, at }: Plan,
  { report, sources, memory }: IssueReading,
): Promise<Layouts | null> => {
  const layouts = await loadLayouts(layoutsDir, data.paper, roles, memory);
  for (const diagnostic of layouts.diagnostics) {
    // An unknown paper is the plan's mistake.
    report.add(diagnostic.code === 'paper-unknown' ? { ...diagnostic, span: at(['paper']) } : diagnostic);
  }
  for (const [name, source] of layouts.sources) sources.set(name, source);
  return layouts.value;
};

const nameplateOf = async (paper: Paper, { report, memory }: IssueReading): Promise<Picture | null> => {
  const { value, diagnostics } = await readNameplate(paper, memory);
  report.add(...diagnostics);
  return value;
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

/** The pages and parts that the plan makes of the paper's templates. */
const planned = (
  plan: Plan,
  layouts: Layouts,
  advertisements: ReadonlyMap<string, Picture>,
  { report, memory }: IssueReading,
): Pick<Issue, 'pages' | 'parts'> => {
  const { paper, styles, templates } = layouts;
  const inputs = [plan, paper, styles, ...templates, ...advertisements.values()];
  const { pages, parts, said } = memory.recall('pages', inputs, () => {
    const own = new Collector();
    const pages = planPages({ ...plan, report: own, layouts, advertisements });
    return { pages, parts: partsOf(plan, pages, own), said: own.diagnostics };
  });
  report.add(...said);
  return { pages, parts };
};
