/** The whole path from manuscripts to PDFs, in the order things happen. */
import { join } from 'node:path';
import type { Sources } from './diagnostics/sources.js';
import { type Diagnostic, hasErrors } from './diagnostics/types.js';
import { loadFonts } from './fonts/registry.js';
import { loadIssue } from './issue/load.js';
import { checkGlyphs } from './makeup/glyphs.js';
import { makeUpIssue } from './makeup/issue.js';
import { replaceFiles } from './output.js';
import { type BuildReport, reportOf } from './report.js';
import { writeIssueFiles } from './write.js';

export interface BuildRequest {
  readonly issue: string;
  readonly issuesDir: string;
  readonly layoutsDir: string;
  readonly fontsFile: string;
  readonly outDir: string;
  /** Pages to write; null: all, and the whole issue as one file. */
  readonly pages: readonly number[] | null;
  /** A clock for the timings, in milliseconds. */
  readonly now: () => number;
}

export interface BuildResult {
  /** Null where nothing could be built. */
  readonly report: BuildReport | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Builds an issue: load, make up (which sets the type), write. Files appear all together or not at all. */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const { now } = request;
  const start = now();

  const fonts = loadFonts(request.fontsFile);
  const loaded = await loadIssue(request.issuesDir, request.issue, request.layoutsDir, fonts.value?.roles);
  const before = [...fonts.diagnostics, ...loaded.diagnostics];
  if (loaded.value === null || fonts.value === null || hasErrors(before)) {
    return { report: null, diagnostics: before, sources: loaded.sources };
  }
  const desk = { ...loaded.value, fonts: fonts.value };
  const loadedAt = now();

  const wanted = (page: number): boolean => request.pages?.includes(page) ?? true;
  const made = makeUpIssue(desk, wanted);
  const madeAt = now();

  const pages = made.flatMap((page) => page.pages).filter((page) => wanted(page.number));
  const folder = join(request.issuesDir, request.issue);
  const written = await writeIssueFiles(pages, desk, folder, request.pages === null);
  const diagnostics = [
    ...before,
    ...checkGlyphs(desk),
    ...made.flatMap((page) => page.diagnostics),
    ...written.diagnostics,
  ];
  await replaceFiles(join(request.outDir, request.issue), written.files, request.pages === null);
  const writtenAt = now();

  const timings = {
    load: loadedAt - start,
    makeUp: madeAt - loadedAt,
    write: writtenAt - madeAt,
    total: writtenAt - start,
  };
  return {
    report: reportOf(desk.issue, made, pages, written, diagnostics, loaded.sources, timings),
    diagnostics,
    sources: loaded.sources,
  };
}
