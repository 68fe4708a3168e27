/** The whole path from manuscripts to PDFs, in the order things happen. */
import { join } from 'node:path';
import { checkFiles, failedName, profileOf, unchecked } from './check.js';
import { error } from './diagnostics/collector.js';
import { mergeSources, type Sources } from './diagnostics/sources.js';
import { type Diagnostic, hasErrors } from './diagnostics/types.js';
import { loadFonts } from './fonts/registry.js';
import { type Helper, startHelper } from './helper.js';
import { loadIssue } from './issue/load.js';
import type { Issue } from './issue/types.js';
import { checkGlyphs } from './makeup/glyphs.js';
import { makeUpIssue } from './makeup/issue.js';
import type { MadePage } from './makeup/page.js';
import { bringBack, replaceFiles } from './output.js';
import type { Page } from './page/types.js';
import type { Edition } from './pdf/types.js';
import { reportOf, type WrittenReport } from './report.js';
import { writeIssueFiles, writeScreenFile } from './write.js';

export interface BuildRequest {
  readonly issue: string;
  readonly issuesDir: string;
  readonly layoutsDir: string;
  readonly fontsFile: string;
  readonly outDir: string;
  /** Pages to write; null: all, and the whole issue as one file. */
  readonly pages: readonly number[] | null;
  /** Write each spread also as one sheet, uncut. */
  readonly spreadSheets?: boolean;
  /** What to write; left out: what paper.yaml names for the press. */
  readonly edition?: Edition;
  /** A clock for the timings, in milliseconds. */
  readonly now: () => number;
}

export interface BuildResult {
  /** Null where nothing could be built. */
  readonly report: WrittenReport | null;
  /** The pages that were written. */
  readonly pages: readonly Page[];
  /** How each page was made up, for `--explain`. */
  readonly made: readonly MadePage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Builds an issue: load, make up (which sets the type), write, check. Files appear all together or not at all. */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const helper = startHelper();
  try {
    return await buildWith(helper, request);
  } finally {
    helper.close();
  }
}

async function buildWith(helper: Helper, request: BuildRequest): Promise<BuildResult> {
  const { now, pages: asked } = request;
  const start = now();
  const out = join(request.outDir, request.issue);

  const fonts = await loadFonts(request.fontsFile);
  const loaded = await loadIssue(request.issuesDir, request.issue, request.layoutsDir, fonts.value?.roles);
  const sources = mergeSources(fonts.sources, loaded.sources);
  const before = [
    ...fonts.diagnostics,
    ...loaded.diagnostics,
    ...(loaded.value === null ? [] : unknownPages(asked ?? [], loaded.value.issue)),
  ];
  const nothing = (diagnostics: readonly Diagnostic[], made: readonly MadePage[] = []): BuildResult => ({
    report: null,
    pages: [],
    made,
    diagnostics,
    sources,
  });
  if (loaded.value === null || fonts.value === null || hasErrors(before)) return nothing(before);
  await bringBack(out);
  const desk = { ...loaded.value, fonts: fonts.value };
  const loadedAt = now();

  const wanted = (page: number): boolean => asked?.includes(page) ?? true;
  const made = makeUpIssue(desk, wanted);
  const madeAt = now();

  const setUp = [...before, ...checkGlyphs(desk), ...made.flatMap((page) => page.diagnostics)];
  // A page that cannot be made up leaves the last good files as they are.
  if (made.some((page) => page.template === null)) return nothing(setUp, made);
  const pages = made.flatMap((page) => page.pages).filter((page) => wanted(page.number));
  const sheets = made.flatMap(({ sheet }) => (sheet !== null && wanted(sheet.number) ? [sheet] : []));
  const spreads = request.spreadSheets === true ? sheets : [];
  const folder = join(request.issuesDir, request.issue);
  const edition = request.edition ?? desk.layouts.paper.print.standard;
  const press = edition !== 'screen';
  const written = press
    ? await writeIssueFiles(pages, desk, folder, asked === null, spreads, helper.deflate, edition)
    : await writeScreenFile(pages, desk, folder, helper.deflate);
  if (written.files.length === 0) return nothing([...setUp, ...written.diagnostics], made);
  const writtenAt = now();

  const checked = press
    ? await checkFiles(written.files, profileOf(desk.layouts, edition), helper.preflights)
    : unchecked(written.files);
  const unwritable = await replaceFiles(out, checked.files, press && asked === null, {
    // A file that failed does not take the place of the last good one.
    kept: written.files.map(({ name }) => name),
    stale: written.files.map(({ name }) => failedName(name)),
  });
  const diagnostics = [...setUp, ...written.diagnostics, ...checked.diagnostics, ...unwritable];
  if (unwritable.length > 0) return nothing(diagnostics, made);
  const checkedAt = now();
  fonts.value.keep();

  const timings = {
    load: loadedAt - start,
    makeUp: madeAt - loadedAt,
    write: writtenAt - madeAt,
    check: checkedAt - writtenAt,
    total: checkedAt - start,
  };
  return {
    report: reportOf(desk.issue, made, pages, written, checked, diagnostics, sources, timings),
    pages,
    made,
    diagnostics,
    sources,
  };
}

/** Pages asked for that the plan does not have. */
function unknownPages(asked: readonly number[], { number, pages }: Issue): readonly Diagnostic[] {
  const planned = pages.flatMap(({ numbers }) => numbers).sort((a, b) => a - b);
  const hint = `Its pages: ${planned.join(', ')}.`;
  return asked
    .filter((page) => !planned.includes(page))
    .map((page) => error('page-unknown', `issue ${number} has no page ${page}`, { hint }));
}
