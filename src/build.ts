/** The whole path from manuscripts to PDFs, in the order things happen. */
import { extname, join } from 'node:path';
import { tidyCaches } from './cache/tidy.js';
import { type DeskRequest, type LaidDesk, loadDesk } from './desk.js';
import { error } from './diagnostics/collector.js';
import type { Sources } from './diagnostics/sources.js';
import { type Diagnostic, hasErrors } from './diagnostics/types.js';
import { findIssue } from './issue/folder.js';
import type { Issue } from './issue/types.js';
import type { MadePage } from './makeup/page.js';
import { bringBack } from './output/leftovers.js';
import { isSameFolder, type NewFiles, newFiles } from './output/new-files.js';
import type { Page } from './page/types.js';
import type { Edition } from './pdf/types.js';
import { failedName } from './printing/check.js';
import { printEdition, type ReadDesk, type ReadyEdition, screenEdition } from './printing/edition.js';
import { type Helper, NO_HELPER } from './printing/helper.js';
import { reportOf, type WrittenReport } from './report/report.js';
import { allSpent, stopwatch } from './report/stopwatch.js';

/** What is to be built, from where, and into which folder. */
export interface BuildRequest extends DeskRequest {
  readonly outDir: string;
  /** Pages to write; null: all, and the whole issue as one file. */
  readonly pages: readonly number[] | null;
  /** Write each spread also as one sheet, uncut. */
  readonly spreadSheets?: boolean;
  /** What to write; left out: what paper.yaml names for the press. */
  readonly edition?: Edition;
  /**
   * Folder where printed runs of pages are kept: what was printed before is taken from it and not made up, so that the
   * files and the report are given, but no pages. Left out: every run is made up and printed.
   */
  readonly keptIn?: string;
  /** A clock for the timings, in milliseconds. */
  readonly now: () => number;
  /** Is called when the issue is read, and its pages are to be made up. */
  readonly laid?: () => void;
}

/** What came of it. */
export interface BuildResult {
  /** Null where nothing could be built. */
  readonly report: WrittenReport | null;
  /** The pages that were written; none where runs are kept. */
  readonly pages: readonly Page[];
  /** How each page was made up, for `--explain`; nothing where runs are kept. */
  readonly made: readonly MadePage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Builds an issue: load, make up (which sets the type), write, check. Files appear all together or not at all. */
export async function build(request: BuildRequest, helper: Helper = NO_HELPER): Promise<BuildResult> {
  try {
    return await buildWith(helper, request);
  } finally {
    helper.close();
  }
}

async function buildWith(helper: Helper, request: BuildRequest): Promise<BuildResult> {
  const { now, laid, pages: asked } = request;
  const start = now();
  const watch = stopwatch(now);
  const out = join(request.outDir, request.issue);
  const { desk, sources, diagnostics: before } = await readInputs(request, out);
  if (desk === null || hasErrors(before)) return { report: null, pages: [], made: [], diagnostics: before, sources };
  watch.spend('load');
  laid?.();
  const { edition, made, diagnostics: said } = await writeEdition({ desk, sources }, request, helper, out);
  const diagnostics = [...before, ...said];
  if (edition === null) return { report: null, pages: [], made, diagnostics, sources };
  desk.fonts.keep();
  tidyCaches();
  const spent = { ...allSpent([watch.spent, ...edition.spent]), total: now() - start };
  const report = reportOf(desk.issue, edition.rows, diagnostics, sources, spent);
  return { report, pages: pagesWritten(made, asked), made, diagnostics, sources };
}

/** What was read, and what is wrong with that, or with what was asked for. */
interface Inputs {
  /** Null where something keeps the issue from being set. */
  readonly desk: LaidDesk | null;
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all that the build is made from, once what a killed one has left of its files is in order again. */
async function readInputs(request: BuildRequest, out: string): Promise<Inputs> {
  const { value: desk, sources, diagnostics } = await loadDesk(request);
  const folder = findIssue(request.issuesDir, request.issue).value?.path ?? null;
  const over = folder === null ? [] : overManuscripts(out, folder);
  // Also where nothing can be built: the last good files are wanted then.
  const left = folder === null || over.length > 0 ? [] : await bringBack(out);
  const unknown = desk === null ? [] : unknownPages(request.pages ?? [], desk.issue);
  return { desk, sources, diagnostics: [...diagnostics, ...unknown, ...over, ...left] };
}

/** An edition whose files are in place, or null and why none are. */
interface WrittenEdition extends Pick<ReadyEdition, 'made' | 'diagnostics'> {
  readonly edition: ReadyEdition | null;
}

/** Makes up, writes and checks what is asked for, and puts it in place. */
async function writeEdition(
  read: ReadDesk,
  request: BuildRequest,
  helper: Helper,
  out: string,
): Promise<WrittenEdition> {
  const output = newFiles(out);
  try {
    const closed = output.written().diagnostics;
    if (closed.length > 0) return { edition: null, made: [], diagnostics: closed };
    const ready = await makeEdition(read, request, helper, output);
    const made = [...ready.made].sort((a, b) => firstOf(a) - firstOf(b));
    // A page that cannot be made up leaves the last good files as they are.
    const isReady = ready.names.length > 0;
    const put = isReady ? putInPlace(ready, request, output) : ready.written.diagnostics;
    const diagnostics = [...ready.diagnostics, ...put];
    return { edition: isReady && !hasErrors(put) ? ready : null, made, diagnostics };
  } catch (fault) {
    const unreadable = read.desk.fonts.unreadable(fault);
    if (unreadable === null) throw fault;
    return { edition: null, made: [], diagnostics: [unreadable] };
  } finally {
    output.close();
  }
}

const firstOf = ({ pages }: MadePage): number => pages[0]?.number ?? 0;

const makeEdition = (
  read: ReadDesk,
  { now, edition, issue, issuesDir, pages, spreadSheets = false, keptIn }: BuildRequest,
  helper: Helper,
  output: NewFiles,
): Promise<ReadyEdition> => {
  const wanted = { issue, issuesDir, pages, spreadSheets, keptIn: keptIn ?? null };
  if (edition === 'screen') return screenEdition(read, wanted, output, now);
  return printEdition(read, edition === undefined ? wanted : { ...wanted, edition }, helper, output, now);
};

/** Puts the files in place, all together, or none of them where one cannot be: then it is told why. */
function putInPlace(ready: ReadyEdition, { edition, pages }: BuildRequest, output: NewFiles): readonly Diagnostic[] {
  const others = {
    isOurs: oursBeside(ready.names, edition !== 'screen' && pages === null),
    // A file that failed does not take the place of the last good one.
    kept: ready.names,
    stale: ready.names.map(failedName),
  };
  return output.putInPlace(others, ready.written);
}

/** What a new build takes away: renders of the last one; of a whole issue also its files and their comparison. */
const oursBeside = (names: readonly string[], isWhole: boolean): ((name: string) => boolean) => {
  const kinds = new Set(names.map((name) => extname(name)));
  return (name) => name === 'renders' || (isWhole && (name === 'diff.html' || kinds.has(extname(name))));
};

/** The finished pages of those asked for. */
const pagesWritten = (made: readonly MadePage[], asked: readonly number[] | null): readonly Page[] =>
  made.flatMap(({ pages }) => pages).filter(({ number }) => asked?.includes(number) ?? true);

/** A build's folder is its own: what it puts there takes the place of what it put there before. */
function overManuscripts(out: string, folder: string): readonly Diagnostic[] {
  if (!isSameFolder(out, folder)) return [];
  const hint = 'Name another folder with --out.';
  return [error('output-unwritable', `${out} is the folder of the issue itself`, { hint })];
}

/** Pages asked for that the plan does not have. */
function unknownPages(asked: readonly number[], { number, pages }: Issue): readonly Diagnostic[] {
  const planned = pages.flatMap(({ numbers }) => numbers).sort((a, b) => a - b);
  const hint = `Its pages: ${planned.join(', ')}.`;
  return asked
    .filter((page) => !planned.includes(page))
    .map((page) => error('page-unknown', `issue ${number} has no page ${page}`, { hint }));
}
