/** The editions of a laid desk: for the press, on two threads; for the screen. */
import { join } from 'node:path';
import type { LaidDesk } from '../desk.js';
import type { Sources } from '../diagnostics/sources.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { PagePlan } from '../issue/types.js';
import { checkGlyphs } from '../makeup/glyphs.js';
import { makeUpIssue } from '../makeup/issue.js';
import type { MadePage } from '../makeup/page.js';
import { type Written, whereRoom } from '../output/fresh-files.js';
import type { NewFiles } from '../output/new-files.js';
import { loadPress } from '../pdf/press/press.js';
import type { PageReport } from '../report/report.js';
import { type Spent, stopwatch } from '../report/stopwatch.js';
import { byPages } from '../report/told.js';
import type { Helper } from './helper.js';
import { isKept, type RunId, runIds } from './kept-runs.js';
import { isWanted, orderFor, type Wanted } from './order.js';
import { openPrinter, type PrintedEdition } from './printer.js';
import { rowOf } from './rows.js';
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
  /** How its pages were made up, in no order; none where runs are kept, of which those printed before are not. */
  readonly made: readonly MadePage[];
  readonly diagnostics: readonly Diagnostic[];
  /** What another hand has written of them. */
  readonly written: Written;
  readonly spent: readonly Spent[];
}

const NOTHING: Written = { names: [], diagnostics: [] };

const without = (diagnostics: readonly Diagnostic[], made: readonly MadePage[]): ReadyEdition => ({
  names: [],
  rows: [],
  made,
  diagnostics,
  written: NOTHING,
  spent: [],
});

/** A run of pages to be printed: its place among the others, and what it is kept by, if it is. */
interface Job {
  readonly at: number;
  readonly plans: readonly PagePlan[];
  readonly id: RunId | null;
}

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
): Promise<ReadyEdition> => {
  const { profile, condition } = desk.layouts.paper.print;
  const { value: press, diagnostics } = await loadPress(profile, condition);
  if (press === null) return without([...checkGlyphs(desk), ...diagnostics], []);
  const order = orderFor(desk, wanted, output);
  const { keptIn } = order;
  const house = { fonts: desk.fonts.identity(), press: press.profileId };
  const printer = helper.printer(order, house, () => openPrinter(order, desk.fonts, press, now));
  const idOf = keptIn === null ? () => null : runIds(desk, sources, press, order);
  const jobs = runsWanted(desk, order).map((plans, at): Job => ({ at, plans, id: idOf(plans) }));

  const made: MadePage[] = [];
  const impossible: Diagnostic[] = [];
  const spent: Spent[] = [];
  const compose = async (some: readonly Job[]): Promise<void> => {
    for (const { at, plans, id } of some) {
      const composed = composeRun(plans, desk, order, now);
      if (keptIn === null) made.push(...composed.made);
      if (composed.run === null) impossible.push(...composed.made.flatMap((page) => page.diagnostics));
      else {
        spent.push(composed.run.spent);
        await printer.print(at, composed.run, id);
      }
    }
  };
  const finish = (): Promise<PrintedEdition> => printer.finish(impossible.length === 0);

  const fresh: Job[] = [];
  for (const job of composingOrder(jobs)) {
    if (keptIn !== null && job.id !== null && isKept(keptIn, job.id)) printer.take(job.at, job.id);
    else fresh.push(job);
  }
  await compose(fresh);
  // Nothing that is printed waits for it: on two threads the last pages are being printed.
  const lacking = checkGlyphs(desk);
  let edition = await finish();
  if (edition.lacking.length > 0) {
    await compose(edition.lacking.map((at) => jobs[at]!));
    edition = await finish();
  }
  const { names, rows, said, written } = edition;
  const makeUp = byPages([...impossible, ...said.makeUp], desk.issue);
  if (impossible.length > 0) return without([...lacking, ...makeUp], made);
  return {
    names,
    rows,
    made,
    diagnostics: [...lacking, ...makeUp, ...diagnostics, ...said.pictures, ...said.checks],
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
): Promise<ReadyEdition> => {
  const watch = stopwatch(now);
  const wanted = (page: number): boolean => isWanted(page, job);
  const made = makeUpIssue(desk, wanted);
  watch.spend('makeUp');
  const madeUp = [...checkGlyphs(desk), ...made.flatMap(({ diagnostics }) => diagnostics)];
  if (made.some(({ template }) => template === null)) return without(madeUp, made);
  const pages = made.flatMap((one) => one.pages).filter((page) => wanted(page.number));
  const written = await whereRoom(output, () => writeScreen(pages, desk, join(job.issuesDir, job.issue)));
  if (written === undefined) return { ...without(madeUp, made), written: output.written() };
  const { file, pictures, diagnostics } = written;
  watch.spend('write');
  if (file === null) return without([...madeUp, ...diagnostics], made);
  output.put(file.name, file.pieces);
  return {
    names: [file.name],
    rows: made.flatMap(({ template, pages: own }) =>
      own
        .filter((page) => pages.includes(page))
        .map((page) => rowOf({ ...page, template: template! }, file.name, pictures, null)),
    ),
    made,
    diagnostics: [...madeUp, ...diagnostics],
    written: NOTHING,
    spent: [watch.spent],
  };
};
