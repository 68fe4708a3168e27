/** Diagnostics for browsers: each with its file, line, column and the line itself. */
import { positionAt, type Sources } from '../diagnostics/sources.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { Issue, PagePlan } from '../issue/types.js';
import type { Problem } from './messages.js';

/** Characters of a long line that are shown, and how many of them stand before the place. */
const WINDOW = 120;
const LEAD = 40;

/** A diagnostic, and the numbers of the pages that it is about; none where it is about the whole issue. */
export interface Said {
  readonly diagnostic: Diagnostic;
  readonly pages: readonly number[];
}

/** Diagnostics that are about the same pages. */
export const saidOf = (diagnostics: readonly Diagnostic[], pages: readonly number[]): readonly Said[] =>
  diagnostics.map((diagnostic) => ({ diagnostic, pages }));

/** Diagnostics of an issue's files: what stands in a manuscript is about its pages, in the plan about the plan's. */
export const saidOfFiles = (diagnostics: readonly Diagnostic[], issue: Issue): readonly Said[] =>
  diagnostics.map((diagnostic) => ({ diagnostic, pages: pagesFor(diagnostic, issue) }));

function pagesFor({ span }: Diagnostic, { articles, pages }: Issue): readonly number[] {
  if (span === undefined) return [];
  const written = [...articles.values()].find((article) => article.span.file === span.file);
  if (written !== undefined) return pages.filter((plan) => isOn(written.id, plan)).flatMap(({ numbers }) => numbers);
  const before = pages.filter((plan) => plan.span.file === span.file && plan.span.start <= span.start);
  const [first, ...others] = before;
  if (first === undefined) return [];
  return others.reduce((last, plan) => (plan.span.start > last.span.start ? plan : last), first).numbers;
}

const isOn = (id: string, { slots }: PagePlan): boolean =>
  [...slots.values()].some((placed) => 'article' in placed && placed.article === id);

/** Diagnostics as browsers are told them, in both languages. */
export async function problemsOf(all: readonly Said[], sources: Sources): Promise<readonly Problem[]> {
  if (all.length === 0) return [];
  const { CHINESE } = await import('../diagnostics/chinese/translate.js');
  return all.map(({ diagnostic, pages }) => {
    const { code, severity, message, hint, span } = diagnostic;
    const told = CHINESE.tell(diagnostic);
    const chinese = { message: told.message, hint: told.hint ?? null };
    const base = { pages, code, severity, message, hint: hint ?? null, chinese };
    if (span === undefined) return { ...base, file: null, line: null, column: null, excerpt: null };
    const text = sources.get(span.file);
    if (text === undefined) return { ...base, file: span.file, line: null, column: null, excerpt: null };
    const { line, column, text: whole, end } = positionAt(text, span.start);
    const characters = [...whole];
    const from = Math.max(0, characters.length > WINDOW ? column - 1 - LEAD : 0);
    const length = Math.max(1, [...text.slice(span.start, Math.min(span.end, end))].length);
    const excerpt = {
      text: characters.slice(from, from + WINDOW).join(''),
      start: column - 1 - from,
      length: Math.min(length, WINDOW),
    };
    return { ...base, file: span.file, line, column, excerpt };
  });
}
