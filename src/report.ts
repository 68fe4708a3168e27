/** What a build tells: the JSON that others script against (schemas/report.schema.json), and lines for people. */
import { location, type Sources } from './diagnostics/sources.js';
import type { Diagnostic } from './diagnostics/types.js';
import type { Issue } from './issue/types.js';
import type { MadePage } from './makeup/page.js';
import type { Page, StoryFit } from './page/types.js';
import type { WrittenIssue } from './write.js';

export interface Timings {
  readonly load: number;
  readonly makeUp: number;
  readonly write: number;
  readonly total: number;
}

export interface PageReport {
  readonly page: number;
  readonly file: string;
  readonly template: string;
  readonly stories: readonly StoryFit[];
  readonly pictures: readonly { readonly file: string; readonly ppi: number }[];
}

export interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  /** `file:line:column`. */
  readonly at: string | null;
}

export interface BuildReport {
  readonly issue: number;
  readonly pages: readonly PageReport[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Milliseconds. */
  readonly timings: Timings;
}

/** The report of a build. */
export function reportOf(
  issue: Issue,
  made: readonly MadePage[],
  pages: readonly Page[],
  written: WrittenIssue,
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  timings: Timings,
): BuildReport {
  return {
    issue: issue.number,
    pages: pages.map((page) => ({
      page: page.number,
      file: written.names.get(page.number) ?? '',
      template: made.find((one) => one.pages.includes(page))?.template ?? '',
      stories: page.stories,
      pictures: written.pictures
        .filter((picture) => picture.page === page.number)
        .map(({ file, ppi }) => ({ file, ppi: Math.round(ppi) })),
    })),
    diagnostics: diagnostics.map((diagnostic) => reported(diagnostic, sources)),
    timings: {
      load: Math.round(timings.load),
      makeUp: Math.round(timings.makeUp),
      write: Math.round(timings.write),
      total: Math.round(timings.total),
    },
  };
}

/** A diagnostic as the JSON report has it. */
export function reported({ code, severity, message, hint, span }: Diagnostic, sources: Sources): ReportedDiagnostic {
  return { code, severity, message, hint: hint ?? null, at: span === undefined ? null : location(span, sources) };
}

/** One line a page for the desk. */
export function pageLine({ page, file, template, stories }: PageReport): string {
  const sum = (value: (fit: StoryFit) => number): number => stories.reduce((total, fit) => total + value(fit), 0);
  const overset = sum((fit) => fit.overset.lines);
  const parts = [
    `page ${page}`,
    template,
    `${stories.length} stories`,
    overset > 0 ? `OVERSET ${overset} lines (${sum((fit) => fit.overset.chars)} characters)` : 'no overset',
    `white ${sum((fit) => fit.white)} lines`,
    file,
  ];
  return parts.join('  ');
}
