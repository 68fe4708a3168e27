/** The whole path from manuscripts to PDFs, in the order things happen. */
import { extname, join } from 'node:path';
import { cacheFolder } from './cache/kept.js';
import { tidyCaches } from './cache/tidy.js';
import { type DeskRequest, type LaidDesk, loadDesk } from './desk.js';
import { error } from './diagnostics/collector.js';
import type { Sources } from './diagnostics/sources.js';
import { type Diagnostic, hasErrors } from './diagnostics/types.js';
import { findIssue } from './issue/folder.js';
import type { Issue } from './issue/types.js';
import { checkGlyphs } from './makeup/glyphs.js';
import type { MadePage } from './makeup/page.js';
import { bringBack } from './output/leftovers.js';
import { isSameFolder, type NewFiles, newFiles } from './output/new-files.js';
import type { Page } from './page/types.js';
import type { Edition } from './pdf/types.js';
import { failedName } from './printing/check.js';
import { type Beside, printEdition, type ReadDesk, type ReadyEdition, screenEdition } from './printing/edition.js';
import { type Helper, NO_HELPER } from './printing/helper.js';
import type { Wanted } from './printing/order.js';
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
  /** Only the files and the report are wanted, not the finished pages: what was printed before need not be made up. */
  readonly onlyFiles?: boolean;
  /** Folder where printed runs of pages are kept; left out: the program's own; null: every run is printed. */
  readonly keptIn?: string | null;
  /** A clock for the timings, in milliseconds. */
  readonly now: () => number;
  /** Is called when the issue is read, and its pages are to be made up. */
  readonly laid?: () => void;
}

/** What came of it. */
export interface BuildResult {
  /** Null where nothing could be built. */
  readonly report: WrittenReport | null;
  /** The pages that were written; none where only files are wanted. */
  readonly pages: readonly Page[];
  /** How each page was made up, for `--explain`; nothing where only files are wanted. */
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
  const { now, onlyFiles = false } = request;
  const start = now();
  const watch = stopwatch(now);
  const out = join(request.outDir, request.issue);
  const { desk, sources, diagnostics: before } = await readInputs(request, out);
  const made: MadePage[] = [];
  const nothing = (diagnostics: readonly Diagnostic[]): BuildResult => ({
    report: null,
    pages: [],
    made,
    diagnostics,
    sources,
  });
  if (desk === null || hasErrors(before)) return nothing(before);
  watch.spend('load');
  request.laid?.();

  const output = newFiles(out);
  try {
    if (output.written().diagnostics.length > 0) return nothing([...before, ...output.written().diagnostics]);
    const hear = (pages: readonly MadePage[]): void => {
      if (!onlyFiles) made.push(...pages);
    };
    const ready = await makeEdition({ desk, sources }, request, helper, output, hear);
    const setUp = [...before, ...ready.diagnostics];
    // A page that cannot be made up leaves the last good files as they are.
    if (ready.names.length === 0) return nothing([...setUp, ...ready.written.diagnostics]);
    const put = putInPlace(ready, request, output);
    const diagnostics = [...setUp, ...put];
    if (hasErrors(put)) return nothing(diagnostics);
    desk.fonts.keep();
    tidyCaches();
    const spent = { ...allSpent([watch.spent, ...ready.spent]), total: now() - start };
    return {
      report: reportOf(desk.issue, ready.rows, diagnostics, sources, spent),
      pages: pagesWritten(made, request.pages),
      made: [...made].sort((a, b) => (a.pages[0]?.number ?? 0) - (b.pages[0]?.number ?? 0)),
      diagnostics,
      sources,
    };
  } catch (fault) {
    const unreadable = desk.fonts.unreadable(fault);
    if (unreadable === null) throw fault;
    return nothing([...before, unreadable]);
  } finally {
    output.close();
  }
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

/** What was read, and what is wrong with that, or with what was asked for. */
interface Inputs {
  /** Null where something keeps the issue from being set. */
  readonly desk: LaidDesk | null;
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes up, writes and checks what is asked for. `hear` is told of pages that are made up. */
async function makeEdition(
  read: ReadDesk,
  request: BuildRequest,
  helper: Helper,
  output: NewFiles,
  hear: Beside['hear'],
): Promise<ReadyEdition> {
  const { now, edition } = request;
  const wanted = wantedBy(request);
  // Nothing that is printed waits for it.
  let lacking: readonly Diagnostic[] = [];
  const meanwhile = (): void => {
    lacking = checkGlyphs(read.desk);
  };
  const ready =
    edition === 'screen'
      ? await screenEdition(read, wanted, output, now, { hear, meanwhile })
      : await printEdition(read, wanted, helper, output, now, { hear, meanwhile });
  return { ...ready, diagnostics: [...lacking, ...ready.diagnostics] };
}

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

/** The finished pages of those asked for, in order. */
const pagesWritten = (made: readonly MadePage[], asked: readonly number[] | null): readonly Page[] =>
  made
    .flatMap(({ pages }) => pages)
    .filter(({ number }) => asked?.includes(number) ?? true)
    .sort((a, b) => a.number - b.number);

/** What is asked of the press. */
const wantedBy = ({ issue, issuesDir, pages, spreadSheets = false, edition, ...asked }: BuildRequest): Wanted => ({
  ...{ issue, issuesDir, pages, spreadSheets },
  // How a page was made up is not kept.
  keptIn: asked.onlyFiles === true ? (asked.keptIn === undefined ? cacheFolder('runs') : asked.keptIn) : null,
  ...(edition === undefined || edition === 'screen' ? {} : { edition }),
});

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
