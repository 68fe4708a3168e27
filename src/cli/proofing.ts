/** What `render-issue` and `diff-issue` share: an issue built, and its pages drawn. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { build } from '../build.js';
import { languageOf } from '../diagnostics/language.js';
import { renderAll } from '../diagnostics/render.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { type PageProof, proofPage, type Snapshot } from '../proof/compare-snapshot.js';
import { clock } from '../report/stopwatch.js';
import { projectFolder } from './build-issue.js';

/** Where an issue and what it is made with lie, and where its pages go. */
export interface IssueOptions {
  readonly issues: string;
  readonly layouts: string;
  readonly fonts: string;
  readonly out: string;
}

/** Options with their defaults, for `command.option`. */
export const ISSUE_OPTIONS: readonly (readonly [string, string, string])[] = [
  ['--issues <dir>', 'folder of issues', join(projectFolder, 'issues')],
  ['--layouts <dir>', 'folder of papers', join(projectFolder, 'layouts')],
  ['--fonts <file>', 'font roles', join(projectFolder, 'fonts/fonts.yaml')],
  ['--out <dir>', 'folder to write into', join(projectFolder, 'out')],
];

/** Dots an inch of renders, where nothing else is asked for. */
export const DEFAULT_DPI = 100;

/** Reads the option `--dpi`. */
export function dotsPerInch(value: string): number {
  const dpi = Number(value);
  if (!Number.isInteger(dpi) || dpi < 10 || dpi > 600) throw new InvalidArgumentError('give a whole number, 10 to 600');
  return dpi;
}

/** What came of drawing an issue. */
export interface Rendered {
  /** Null where the issue could not be made up; the reasons are printed. */
  readonly snapshot: Snapshot | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds the issue's PDFs and draws every page of them. What there is to say goes to standard error: all of it, or where
 * the pages are only compared the errors.
 */
export async function renderIssue(
  number: string,
  options: IssueOptions,
  dpi: number,
  said: 'all' | 'errors',
): Promise<Rendered> {
  const { report, pages, diagnostics, sources } = await build({
    issue: number,
    issuesDir: options.issues,
    layoutsDir: options.layouts,
    fontsFile: options.fonts,
    outDir: options.out,
    pages: null,
    now: clock,
  });
  const told = diagnostics.filter(({ severity }) => said === 'all' || severity === 'error');
  if (told.length > 0) process.stderr.write(`${renderAll(told, sources, await languageOf(process.env))}\n\n`);
  if (report === null || pages.length === 0) return { snapshot: null, diagnostics };
  const proofs: PageProof[] = [];
  for (const page of pages) {
    const file = report.pages.find((row) => row.page === page.number)!.file;
    proofs.push(await proofPage(page, await readFile(join(options.out, number, file)), dpi));
  }
  return { snapshot: { issue: report.issue, dpi, pages: proofs }, diagnostics };
}
