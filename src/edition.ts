/** The editions of a laid desk: for the press, on two threads; for the screen. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type CheckedFile, checkFile, profileOf } from './check.js';
import type { LaidDesk } from './desk.js';
import type { Sources } from './diagnostics/sources.js';
import type { Diagnostic } from './diagnostics/types.js';
import type { Helper, PrintJob, Share } from './helper.js';
import { keptRuns, NO_KEPT_RUNS } from './kept-runs.js';
import { makeUpIssue } from './makeup/issue.js';
import type { MadePage } from './makeup/page.js';
import type { FileName, NewFiles } from './output.js';
import { type PageReport, printedRow, screenRow } from './report.js';
import { openRoom, sourcesDigest } from './room.js';
import {
  type CheckedRun,
  checkedNames,
  checkRun,
  type DoneRun,
  named,
  type PrintedRun,
  printingOrder,
  printRun,
  type Room,
  runsWanted,
} from './run.js';
import { type Spent, stopwatch } from './stopwatch.js';
import { pagesOf, writeScreen, writeWhole } from './write.js';

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
  readonly spent: readonly Spent[];
}

/** What goes on beside. */
export interface Beside {
  /** Is told how pages were made. */
  readonly hear: (made: readonly MadePage[]) => void;
  /** Is called once, when there is nothing to do but to wait for the second thread, or else in the end. */
  readonly meanwhile: () => void;
}

const without = (diagnostics: readonly Diagnostic[]): ReadyEdition => ({
  names: [],
  rows: [],
  diagnostics,
  spent: [],
});

/** The files for the press, checked: one a page, and the whole issue where no pages are named. */
export const printEdition = async (
  { desk, sources }: ReadDesk,
  job: PrintJob,
  { share, close }: Omit<Helper, 'share'> & { readonly share: Share },
  output: Put,
  now: () => number,
  { hear, meanwhile }: Beside,
): Promise<ReadyEdition> => {
  const { value: room, diagnostics } = await openRoom(desk, job, now);
  if (room === null) {
    meanwhile();
    return without(diagnostics);
  }
  const printed = await printAll({ room, sources, job, share, output, hear, meanwhile });
  const unchecked = printed.map(({ run }) => run);
  const madeUp = unchecked.flatMap(({ said }) => said.makeUp);
  if (unchecked.some(({ isImpossible }) => isImpossible)) return without(madeUp);

  const watch = stopwatch(now);
  // While pages are still being checked.
  const whole = job.pages === null ? [await writeWhole(unchecked, room)] : [];
  watch.spend('write');
  // Pages first: what is known of them need not be looked at in the whole again.
  const runs = await Promise.all(printed.map(({ checked }) => checked));
  // The issue is large, and what is left for it needs no second thread.
  close();
  const checked: CheckedFile[] = [];
  for (const file of whole) checked.push(await checkFile(file, profileOf(desk.layouts, room.order.edition)));
  for (const { file } of checked) output.put(file.name, file.pieces);
  watch.spend('check');
  const files = [...runs.flatMap((run) => run.checked), ...checked];
  return {
    names: [...runs.flatMap((run) => [...run.pages.map(({ file }) => file), ...run.spreads]), ...whole].map(
      ({ name }) => name,
    ),
    rows: pagesOf(
      runs.map((run) => ({ pages: run.pages.map((page, index) => ({ ...page, ...run.checked[index]! })) })),
    ).map(printedRow),
    diagnostics: [
      ...madeUp,
      ...diagnostics,
      ...once(runs.flatMap(({ said }) => said.pictures)),
      ...files.flatMap((file) => file.diagnostics),
    ],
    spent: [...runs.map((run) => run.spent), watch.spent],
  };
};

/** A picture that stands on pages of two runs is told of by both. */
const once = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
];

/** A run that is printed, and the checking of its files, which are written then. */
interface Printed {
  readonly run: PrintedRun<FileName>;
  readonly checked: Promise<CheckedRun<FileName>>;
}

/** Where finished files go, so that they need not stay in memory. */
type Put = Pick<NewFiles, 'put' | 'take'>;

interface PrintAll extends Beside {
  readonly room: Room;
  readonly sources: Sources;
  readonly job: PrintJob;
  readonly share: Share;
  readonly output: Put;
}

/** All runs, as they are kept or printed by the thread that takes them first. */
const printAll = async ({
  room,
  sources,
  job,
  share,
  output,
  hear,
  meanwhile,
}: PrintAll): Promise<readonly Printed[]> => {
  const runs = runsWanted(room);
  const kept = job.keptIn === null ? NO_KEPT_RUNS : keptRuns(room, sources, job.keptIn);
  const all = new Map<number, Printed>();
  /** Has the files where they go; whether they were there to be had. */
  const takeOver = (at: number, { run, files }: DoneRun): boolean => {
    const taken = run.checked.every(({ file }, index) => {
      const found = files[index]!;
      if (typeof found === 'string') return output.take(file.name, found);
      output.put(file.name, found);
      return true;
    });
    if (taken) all.set(at, { run, checked: Promise.resolve(run) });
    return taken;
  };
  const print = async (at: number): Promise<void> => {
    const run = await printRun(runs[at]!, room, hear);
    // The second thread is heard: what it has printed is put where it goes, and forgotten.
    await setImmediate();
    // While it is checked the next is made up.
    const checked = checkRun(run, room).then((done) => {
      // Another build of the issue may have taken away what was kept.
      if (!takeOver(at, kept.keep(runs[at]!, done))) takeOver(at, NO_KEPT_RUNS.keep(runs[at]!, done));
      return checkedNames(done);
    });
    all.set(at, { run: named(run), checked });
  };
  const recallOrPrint = async (at: number): Promise<void> => {
    const before = kept.recall(runs[at]!);
    if (before === null || !takeOver(at, before)) await print(at);
  };
  const beside = share.beside(sourcesDigest(sources), takeOver);
  const order = printingOrder(runs);
  for (let next = share.take(); next < runs.length; next = share.take()) await recallOrPrint(order[next]!);
  meanwhile();
  if (all.size < runs.length) await beside;
  for (const at of runs.keys()) if (!all.has(at)) await recallOrPrint(at);
  return runs.map((_, at) => all.get(at)!);
};

/** One file for readers, of all pages wanted. */
export const screenEdition = async (
  { desk }: ReadDesk,
  job: PrintJob,
  output: Put,
  now: () => number,
  { hear, meanwhile }: Beside,
): Promise<ReadyEdition> => {
  const watch = stopwatch(now);
  const wanted = (page: number): boolean => job.pages?.includes(page) ?? true;
  const made = makeUpIssue(desk, wanted);
  watch.spend('makeUp');
  hear(made);
  meanwhile();
  const madeUp = made.flatMap(({ diagnostics }) => diagnostics);
  if (made.some(({ template }) => template === null)) return without(madeUp);
  const pages = made.flatMap((one) => one.pages).filter((page) => wanted(page.number));
  const { file, pictures, diagnostics } = await writeScreen(pages, desk, join(job.issuesDir, job.issue));
  watch.spend('write');
  if (file === null) return without([...madeUp, ...diagnostics]);
  output.put(file.name, file.pieces);
  return {
    names: [file.name],
    rows: made.flatMap(({ template, pages: own }) =>
      own.filter((page) => pages.includes(page)).map((page) => screenRow(page, template!, file.name, pictures)),
    ),
    diagnostics: [...madeUp, ...diagnostics],
    spent: [watch.spent],
  };
};
