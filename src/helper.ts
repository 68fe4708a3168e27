/**
 * A second thread. It lays the same desk and prints runs of pages that the first has not taken yet; with nothing to
 * print it checks files. It only saves time: what it gives is what the same functions give here, and what it cannot
 * give is made here.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Piece } from './cache/pieces.js';
import type { Preflight } from './check.js';
import type { DeskRequest } from './desk.js';
import { preflightRemembered, rememberedVerdict } from './proof/preflight/remembered.js';
import type { PreflightProfile } from './proof/preflight/types.js';
import type { DoneRun, Order } from './run.js';

/** What the second thread is asked. */
export type Question =
  | { readonly kind: 'print'; readonly job: PrintJob; readonly taken: SharedArrayBuffer }
  | {
      readonly kind: 'check';
      readonly pieces: readonly Piece[];
      readonly profile: PreflightProfile;
      readonly folder: string;
    };

/** An issue to print, as far as it is known before it is read. */
export interface PrintJob extends DeskRequest, Omit<Order, 'edition'> {
  /** Left out: what paper.yaml names. */
  readonly edition?: Order['edition'];
  /** Folder of the runs that were printed before; null where every run is to be printed. */
  readonly keptIn: string | null;
}

/** What it answers: to `print` what it prints from (its digest), a run after the other, then that it is done. */
export type Answer =
  | { readonly kind: 'printing'; readonly from: string }
  | ({ readonly kind: 'run'; readonly at: number } & DoneRun)
  | { readonly kind: 'printed' }
  | { readonly kind: 'checked'; readonly report: Awaited<ReturnType<Preflight>> }
  | { readonly kind: 'fault'; readonly message: string };

export interface Share {
  /** Index of the next run that no thread has taken. */
  take(): number;
  /** Hands out runs printed beside from the very same, with their index, as they come; ends with the last. */
  beside(from: string, each: (at: number, run: DoneRun) => void): Promise<void>;
}

export interface Helper {
  /** Has the second thread print along. */
  share(job: PrintJob): Share;
  /** Checks a file: beside where the second thread has nothing else to do. */
  readonly preflight: Preflight;
  close(): void;
}

/** No second thread: everything happens here. */
export const NO_HELPER: Helper = {
  share: () => {
    const take = counter(new SharedArrayBuffer(4));
    return { take, beside: async () => undefined };
  },
  preflight: preflightRemembered,
  close: () => undefined,
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
  let hear: ((answer: Answer) => boolean) | null = null;
  let broken: string | null = null;
  const tell = (answer: Answer): void => {
    if (hear?.(answer) !== true) return;
    hear = null;
    worker.unref();
  };
  worker.on('message', tell);
  const fail = (message: string): void => {
    broken ??= message;
    tell({ kind: 'fault', message: broken });
  };
  worker.on('error', (fault) => fail(String(fault)));
  worker.on('exit', () => fail('the second thread has ended'));
  /** Asks, and hears answers until one is the last. */
  const ask = (question: Question, listener: (answer: Answer) => boolean): void => {
    hear = listener;
    worker.ref();
    if (broken === null) worker.postMessage(question);
    else tell({ kind: 'fault', message: broken });
  };
  return {
    share: (job) => {
      const taken = new SharedArrayBuffer(4);
      const early: Answer[] = [];
      let listen = (answer: Answer): void => void early.push(answer);
      ask({ kind: 'print', job, taken }, (answer) => {
        listen(answer);
        return answer.kind === 'printed' || answer.kind === 'fault';
      });
      const beside: Share['beside'] = (from, each) =>
        new Promise((resolve) => {
          let isSame = false;
          listen = (answer) => {
            if (answer.kind === 'printing') isSame = answer.from === from;
            else if (answer.kind !== 'run') resolve();
            else if (isSame) each(answer.at, answer);
          };
          for (const answer of early.splice(0)) listen(answer);
        });
      return { take: counter(taken), beside };
    },
    preflight: async (pieces, profile, folder) => {
      // To hand a file over takes longer than to find that it is known.
      const known = rememberedVerdict(pieces, profile, folder);
      if (known !== null) return known;
      if (hear !== null || broken !== null) return preflightRemembered(pieces, profile, folder);
      return new Promise((resolve) => {
        ask({ kind: 'check', pieces, profile, folder }, (answer) => {
          resolve(answer.kind === 'checked' ? answer.report : preflightRemembered(pieces, profile, folder));
          return true;
        });
      });
    },
    close: () => {
      broken ??= 'the second thread is let go';
      void worker.terminate();
    },
  };
};
