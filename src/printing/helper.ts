/**
 * A second thread, which prints what the first makes up. It only saves time: what it gives is what the same printer
 * gives here, and what it cannot give is printed here.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RunId } from './kept-runs.js';
import type { Order, Wanted } from './order.js';
import type { OwnPrinter, PrintedEdition, Printer } from './printer.js';
import type { ComposedRun } from './run.js';
import { watchSigns } from './signs-of-life.js';

/** What the second thread starts with: fonts.yaml, so that it opens fonts while the first thread reads the issue. */
export interface Start {
  readonly fontsFile: string;
}

/** What tells fonts and press from any others. */
export interface House {
  readonly fonts: string;
  readonly press: string;
}

/** What the second thread counts, in memory of both: tasks that it has begun with, and everything it does for them. */
export const COUNTS = { begun: 0, done: 1 } as const;

/** What the second thread is told, one after the other. */
export type Task =
  | { readonly kind: 'open'; readonly order: Order; readonly house: House; readonly counts: SharedArrayBuffer }
  | { readonly kind: 'take'; readonly at: number; readonly id: RunId }
  | { readonly kind: 'print'; readonly at: number; readonly run: ComposedRun; readonly id: RunId | null }
  | { readonly kind: 'finish'; readonly isWhole: boolean };

/** What it answers in the end; null where it cannot print. */
export type Answer = PrintedEdition | null;

/** The second thread, as the first sees it. */
export interface Helper {
  /** Has the second thread print an order, once; `open` opens the same printer on this thread. */
  printer(order: Order, house: House, open: () => OwnPrinter): Printer;
  close(): void;
}

/** No second thread: everything happens here. */
export const NO_HELPER: Helper = { printer: (_order, _house, open) => open(), close: () => undefined };

/** A page of a plan, or two: `1:`, `6-7:`. */
const PAGE = /^ +["']?\d+(?:-\d+)?["']?:/gm;

/**
 * Whether one page is all there is to print. To start a second thread slows the first one down, by a tenth of what such
 * an issue takes. A glance at the plan tells: it is read, and what is wrong with it told, later.
 */
export const isOnePage = ({ issuesDir, issue, pages }: Pick<Wanted, 'issuesDir' | 'issue' | 'pages'>): boolean => {
  if (pages?.length === 1) return true;
  try {
    return readFileSync(join(issuesDir, issue, 'issue.yaml'), 'utf8').match(PAGE)?.length === 1;
  } catch {
    // Nothing will be printed.
    return true;
  }
};

/** Milliseconds without any sign of life after which the second thread is given up: one picture may take seconds. */
const PATIENCE = 60_000;

/** A helper on a machine with a second core, from the compiled program (sources cannot start a thread). */
export const startHelper = (
  { fontsFile }: Start,
  cores: number = availableParallelism(),
  patience: number = PATIENCE,
): Helper => {
  if (cores < 2 || import.meta.url.endsWith('.ts')) return NO_HELPER;
  const worker = new Worker(new URL('./helper-thread.js', import.meta.url), {
    workerData: { fontsFile } satisfies Start,
  });
  const thread = new SecondThread(worker, patience);
  return {
    printer: (order, house, open) => printerOn(thread, order, house, open),
    close: () => thread.end(),
  };
};

/** A thread that is told tasks and answers once. */
class SecondThread {
  /** It answers no more: it could not print, or has ended. */
  isGone = false;
  private hear = (_: Answer): void => undefined;

  constructor(
    private readonly worker: Worker,
    private readonly patience: number,
  ) {
    // The process waits for the answer, not for the thread.
    worker.unref();
    worker.on('message', (answer: Answer) => (answer === null ? this.go() : this.hear(answer)));
    // An answer that cannot be read is none.
    worker.on('messageerror', () => this.go());
    worker.on('error', () => this.go());
    worker.on('exit', () => this.go());
  }

  tell(task: Task): void {
    this.worker.postMessage(task);
  }

  /** Its answer, or none where it hangs: it is ended then, and left where it hangs so that it cannot even be ended. */
  async answer(counts: Int32Array): Promise<Answer> {
    this.worker.ref();
    let isEnded = false;
    const done = (): number => Atomics.load(counts, COUNTS.begun) + Atomics.load(counts, COUNTS.done);
    const leave = watchSigns(done, this.patience, () => {
      if (isEnded) this.go();
      else this.end();
      isEnded = true;
    });
    const answer = await new Promise<Answer>((resolve) => {
      this.hear = resolve;
      if (this.isGone) resolve(null);
    });
    leave();
    return answer;
  }

  /** The process waits for it no longer. */
  leave(): void {
    this.worker.unref();
  }

  end(): void {
    void this.worker.terminate();
  }

  private go(): void {
    this.isGone = true;
    this.hear(null);
  }
}

/** Has the thread print an order. Where it is gone, all that it was told is done by a printer that `open` opens here. */
const printerOn = (thread: SecondThread, order: Order, house: House, open: () => OwnPrinter): Printer => {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const tasks: Task[] = [];
  const tell = (task: Task): void => {
    tasks.push(task);
    thread.tell(task);
  };
  let printer: OwnPrinter | null = null;
  const own = (): OwnPrinter => {
    printer ??= open();
    return printer;
  };
  tell({ kind: 'open', order, house, counts: counts.buffer });
  return {
    take: (at, id) => (thread.isGone ? own().take(at, id) : tell({ kind: 'take', at, id })),
    print: async (at, run, id) => (thread.isGone ? own().print(at, run, id) : tell({ kind: 'print', at, run, id })),
    finish: async (isWhole) => {
      if (!thread.isGone) {
        tell({ kind: 'finish', isWhole });
        const answer = thread.answer(counts);
        await prepareAhead(tasks, counts, own());
        const edition = await answer;
        thread.leave();
        // To end it takes a while, in which the first thread can finish.
        if (edition?.lacking.length === 0) thread.end();
        if (edition !== null) return edition;
      }
      await perform(tasks.splice(0), own());
      return own().finish(isWhole);
    },
  };
};

/** Sets pictures of runs that the second thread has not come to, the last first, and goes to meet it. */
const prepareAhead = async (tasks: readonly Task[], counts: Int32Array, own: OwnPrinter): Promise<void> => {
  for (let next = tasks.length - 1; next > Atomics.load(counts, COUNTS.begun); next--) {
    const task = tasks[next]!;
    if (task.kind === 'print') await own.prepare(task.run);
  }
};

/** Does all that was told from the beginning. */
const perform = async (tasks: readonly Task[], printer: Printer): Promise<void> => {
  for (const task of tasks) {
    if (task.kind === 'take') printer.take(task.at, task.id);
    if (task.kind === 'print') await printer.print(task.at, task.run, task.id);
  }
};
