/** The editions of a laid desk: for the press, on two threads; for the screen. */
import { join } from 'node:path';
import type { LaidDesk } from '../desk.js';
import type { Sources } from '../diagnostics/sources.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { makeUpIssue } from '../makeup/issue.js';
import type { MadePage } from '../makeup/page.js';
import { type Written, whereRoom } from '../output/fresh-files.js';
import type { NewFiles } from '../output/new-files.js';
import { loadPress } from '../pdf/press.js';
import type { PageReport } from '../report/report.js';
import { type Spent, stopwatch } from '../report/stopwatch.js';
import { byPages } from '../report/told.js';
import type { Helper } from './helper.js';
import { isKept, runIds } from './kept-runs.js';
import { isWanted, orderFor, type Wanted } from './order.js';
import { openPrinter, type PrintedEdition } from './printer.js';
import { screenRow } from './rows.js';
import { composeRun, composingOrder, runsWanted } from './run.js';
import { writeScreen } from './screen.js';

/** A desk and the texts that it was read from. */
export interface ReadDesk {
  readonly desk: LaidDesk;
  readonly sources: Sources;
}

/** What is to be told of an edition whose files are written; without names, why there are none. */
export interface ReadyEdition {
  /** The names that its files were to have: those that failed preflight stand under their failed names. */
  readonly names: readonly string[];
  /** A row a page. */
  readonly rows: readonly PageReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** What another hand has written of them. */
  readonly written: Written;
  readonly spent: readonly Spent[];
}

/** What goes on beside. */
export interface Beside {
  /** Is told how pages were made. */
  readonly hear: (made: readonly MadePage[]) => void;
  /** Is called once, when all is made up: on two threads, while the last pages are being printed. */
  readonly meanwhile: () => void;
}

const without = (diagnostics: readonly Diagnostic[]): ReadyEdition => ({
  names: [],
  rows: [],
  diagnostics,
  written: NOTHING,
  spent: [],
});

const NOTHING: Written = { names: [], diagnostics: [] };

/**
 * The files for the press, checked: one a page, and the whole issue where no pages are named. Pages are made up here,
 * and printed on the helper's thread while the next are made up.
 */
export const printEdition = async (
  { desk, sources }: ReadDesk,
  wanted: Wanted,
  helper: Helper,
  output: NewFiles,
  now: () => number,
  { hear, meanwhile }: Beside,
): Promise<ReadyEdition> => {
  const { profile, condition } = desk.layouts.paper.print;
  const { value: press, diagnostics } = await loadPress(profile, condition);
  if (press === null) {
    meanwhile();
    return without(diagnostics);
  }
  const order = orderFor(desk, wanted, output);
  const house = { fonts: desk.fonts.identity(), press: press.profileId };
  const printer = helper.printer(order, house, () => openPrinter(order, desk.fonts, press, now));
  const runs = runsWanted(desk, order);
  const { keptIn } = order;
  const idOf = keptIn === null ? null : runIds(desk, sources, press, order);
  const ids = runs.map((plans) => idOf?.(plans) ?? null);
  const impossible: Diagnostic[] = [];
  const spent: Spent[] = [];
  const compose = async (places: readonly number[]): Promise<void> => {
    for (const at of places) {
      const run = composeRun(runs[at]!, desk, order, now, hear);
      if (run.pages === null) impossible.push(...run.diagnostics);
      else {
        spent.push(run.spent);
        await printer.print(at, run, ids[at]!);
      }
    }
  };
  const finish = (): Promise<PrintedEdition> => printer.finish(impossible.length === 0);

  const isNew = (at: number): boolean => keptIn === null || !isKept(keptIn, ids[at]!);
  const fresh = composingOrder(runs).filter(isNew);
  for (const [at, id] of ids.entries()) if (!fresh.includes(at)) printer.take(at, id!);
  await compose(fresh);
  meanwhile();
  let edition = await finish();
  if (edition.lacking.length > 0) {
    await compose(edition.lacking);
    edition = await finish();
  }
  const { names, rows, said, written } = edition;
  if (impossible.length > 0) return without(byPages([...impossible, ...said.makeUp], desk.issue));
  return {
    names,
    rows,
    diagnostics: [...byPages(said.makeUp, desk.issue), ...diagnostics, ...said.pictures, ...said.checks],
    written,
    spent: [...spent, ...edition.spent],
  };
};

/** One file for readers, of all pages wanted. */
export const screenEdition = async (
  { desk }: ReadDesk,
  job: Wanted,
  output: NewFiles,
  now: () => number,
  { hear, meanwhile }: Beside,
): Promise<ReadyEdition> => {
  const watch = stopwatch(now);
  const wanted = (page: number): boolean => isWanted(page, job);
  const made = makeUpIssue(desk, wanted);
  watch.spend('makeUp');
  hear(made);
  meanwhile();
  const madeUp = made.flatMap(({ diagnostics }) => diagnostics);
  if (made.some(({ template }) => template === null)) return without(madeUp);
  const pages = made.flatMap((one) => one.pages).filter((page) => wanted(page.number));
  const written = await whereRoom(output, () => writeScreen(pages, desk, join(job.issuesDir, job.issue)));
  if (written === undefined) return { ...without(madeUp), written: output.written() };
  const { file, pictures, diagnostics } = written;
  watch.spend('write');
  if (file === null) return without([...madeUp, ...diagnostics]);
  output.put(file.name, file.pieces);
  return {
    names: [file.name],
    rows: made.flatMap(({ template, pages: own }) =>
      own.filter((page) => pages.includes(page)).map((page) => screenRow(page, template!, file.name, pictures)),
    ),
    diagnostics: [...madeUp, ...diagnostics],
    written: NOTHING,
    spent: [watch.spent],
  };
};
