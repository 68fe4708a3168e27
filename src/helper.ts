/**
 * A second thread. It lays the same desk and prints runs of pages that the first has not taken yet. It only saves time:
 * what it gives is what the same functions give here, and what it cannot give is made here.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeskRequest } from './desk.js';
import type { DoneRun, Order } from './run.js';

/** What the second thread is asked. */
export interface Question {
  readonly job: PrintJob;
  /** How many runs are taken. */
  readonly taken: SharedArrayBuffer;
}

/** An issue to print, as far as it is known before it is read. */
export interface PrintJob extends DeskRequest, Omit<Order, 'edition'> {
  /** Left out: what paper.yaml names. */
  readonly edition?: Order['edition'];
  /** Folder of the runs that were printed before; null where every run is to be printed. */
  readonly keptIn: string | null;
}

/** What it answers: what it prints from (its digest), a run after the other, then that it is done. */
export type Answer =
  | { readonly kind: 'printing'; readonly from: string }
  | ({ readonly kind: 'run'; readonly at: number } & DoneRun)
  | { readonly kind: 'printed' };

export interface Share {
  /** Index of the next run that no thread has taken. */
  take(): number;
  /** Hands out runs printed beside from the very same, with their index, as they come; ends with the last. */
  beside(from: string, each: (at: number, run: DoneRun) => void): Promise<void>;
}

export interface Helper {
  /** Has the second thread print along, once. */
  share(job: PrintJob): Share;
  close(): void;
}

/** No second thread: everything happens here. */
export const NO_HELPER: Helper = {
  share: () => ({ take: counter(new SharedArrayBuffer(4)), beside: async () => undefined }),
  close: () => undefined,
};

/** A page of a plan, or two: `1:`, `6-7:`. */
const PAGE = /^ +["']?\d+(?:-\d+)?["']?:/gm;

/**
 * A helper where it pays. To start it slows the first thread down, by a tenth of what an issue of one page takes; so for
 * one page there is none. A glance at the plan tells: it is read, and what is wrong with it told, later.
 */
export const helperFor = (
  { issuesDir, issue, pages }: Pick<PrintJob, 'issuesDir' | 'issue' | 'pages'>,
  cores?: number,
): Helper => {
  if (pages?.length === 1) return NO_HELPER;
  try {
    const plan = readFileSync(join(issuesDir, issue, 'issue.yaml'), 'utf8');
    return plan.match(PAGE)?.length === 1 ? NO_HELPER : startHelper(cores);
  } catch {
    return NO_HELPER;
  }
};

/** Counts up from 0 for all threads together. */
export const counter = (shared: SharedArrayBuffer): (() => number) => {
  const next = new Int32Array(shared);
  return () => Atomics.add(next, 0, 1);
};

/** A helper on a machine with a second core, from the compiled program (sources cannot start a thread). */
export const startHelper = (cores: number = availableParallelism()): Helper => {
  if (cores < 2 || import.meta.url.endsWith('.ts')) return NO_HELPER;
  const worker = new Worker(new URL('./helper-thread.js', import.meta.url), {
    // Half of V8's own: a page is forgotten as soon as it is printed.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  // The process waits for answers, not for the thread.
  worker.unref();
  const early: Answer[] = [];
  let hear = (answer: Answer): void => void early.push(answer);
  const end = (): void => {
    worker.unref();
    hear({ kind: 'printed' });
  };
  worker.on('message', (answer: Answer) => (answer.kind === 'printed' ? end() : hear(answer)));
  worker.on('error', end);
  worker.on('exit', end);
  return {
    share: (job) => {
      const taken = new SharedArrayBuffer(4);
      worker.ref();
      worker.postMessage({ job, taken } satisfies Question);
      const beside: Share['beside'] = (from, each) =>
        new Promise((resolve) => {
          let isSame = false;
          hear = (answer) => {
            if (answer.kind === 'printing') isSame = answer.from === from;
            else if (answer.kind === 'printed') resolve();
            else if (isSame) each(answer.at, answer);
          };
          for (const answer of early.splice(0)) hear(answer);
        });
      return { take: counter(taken), beside };
    },
    close: () => void worker.terminate(),
  };
};
