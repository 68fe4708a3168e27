/** What a build tells: the JSON that others script against (schemas/report.schema.json), and lines for people. */
import { location, type Sources } from '../diagnostics/sources.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { Issue } from '../issue/types.js';
import type { StoryFit } from '../page/types.js';
import type { Finding } from '../proof/preflight/types.js';

/** Milliseconds; of stages that ran on two threads, on both together. */
export interface Timings {
  readonly load: number;
  readonly makeUp: number;
  readonly write: number;
  readonly check: number;
  readonly total: number;
}

/** What the report says of a page. */
export interface PageReport {
  readonly page: number;
  /** Name of the PDF; its failed name where preflight failed. */
  readonly file: string;
  readonly template: string;
  readonly stories: readonly StoryFit[];
  /** `ppi` is null of drawings (PDF) that print as they are. */
  readonly pictures: readonly { readonly file: string; readonly ppi: number | null }[];
  /** What the press would reject the page's file for; null where the file is for no press. */
  readonly preflight: { readonly passed: boolean; readonly findings: readonly Finding[] } | null;
}

/** A diagnostic as the report says it. */
export interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  /** `file:line:column`. */
  readonly at: string | null;
}

/** The report that `build-issue --json` prints. */
export interface BuildReport {
  /** Null where what was asked for is no number. */
  readonly issue: number | null;
  readonly pages: readonly PageReport[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Null where nothing was written. */
  readonly timings: Timings | null;
}

/** The report of a build that wrote its files. */
export interface WrittenReport extends BuildReport {
  readonly issue: number;
  readonly timings: Timings;
}

/** The report where nothing was written. */
export const failedReport = (issue: string, diagnostics: readonly Diagnostic[], sources: Sources): BuildReport => ({
  issue: /^[1-9]\d*$/.test(issue) ? Number(issue) : null,
  pages: [],
  diagnostics: diagnostics.map((diagnostic) => reported(diagnostic, sources)),
  timings: null,
});

/** The report of a build. */
export function reportOf(
  issue: Issue,
  pages: readonly PageReport[],
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  timings: Timings,
): WrittenReport {
  return {
    issue: issue.number,
    pages,
    diagnostics: diagnostics.map((diagnostic) => reported(diagnostic, sources)),
    timings: {
      load: Math.round(timings.load),
      makeUp: Math.round(timings.makeUp),
      write: Math.round(timings.write),
      check: Math.round(timings.check),
      total: Math.round(timings.total),
    },
  };
}

/** A diagnostic as the JSON report has it. */
function reported({ code, severity, message, hint, span }: Diagnostic, sources: Sources): ReportedDiagnostic {
  return { code, severity, message, hint: hint ?? null, at: span === undefined ? null : location(span, sources) };
}

/** One line a page for the desk. */
export function pageLine({ page, file, template, stories, preflight }: PageReport): string {
  const sum = (value: (fit: StoryFit) => number): number => stories.reduce((total, fit) => total + value(fit), 0);
  const overset = sum((fit) => fit.overset.lines);
  const passages = sum((fit) => fit.leftOut.passages);
  const parts = [
    `page ${page}`,
    template,
    `${stories.length} stories`,
    overset > 0 ? `OVERSET ${overset} lines (${sum((fit) => fit.overset.chars)} characters)` : 'no overset',
    `white ${sum((fit) => fit.white)} lines`,
    ...(passages > 0 ? [`passages left out: ${passages}`] : []),
    ...(preflight === null
      ? []
      : [preflight.passed ? 'preflight ok' : `PREFLIGHT FAILED (${preflight.findings.length})`]),
    file,
  ];
  return parts.join('  ');
}

/** One line for the whole issue: how long it took. */
export const timesLine = ({ issue, timings: { load, makeUp, write, check, total } }: WrittenReport): string =>
  `issue ${issue}: ${total} ms (load ${load}, make up ${makeUp}, write ${write}, check ${check})`;
