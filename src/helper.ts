/**
 * A second thread for what a build can do beside: deflating fonts, checking files. It only saves time: what it gives is
 * what the same function gives here, and what it cannot do is done here.
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Deflate, deflateHere } from './pdf/deflate.js';
import { preflightRemembered } from './proof/preflight/remembered.js';
import type { PreflightProfile } from './proof/preflight/types.js';

export type Task =
  | { readonly kind: 'deflate'; readonly data: Uint8Array }
  | {
      readonly kind: 'preflight';
      readonly data: Uint8Array;
      readonly profile: PreflightProfile;
      readonly folder: string;
    };

export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string };

export type Preflight = typeof preflightRemembered;

export interface Helper {
  readonly deflate: Deflate;
  /** Ways to check files, as many as can be used at the same time. */
  readonly preflights: readonly Preflight[];
  close(): void;
}

/** No second thread: everything happens here. */
export const NO_HELPER: Helper = { deflate: deflateHere, preflights: [preflightRemembered], close: () => undefined };

/** A helper on a machine with a second core, from the compiled program (sources cannot start a thread). */
export const startHelper = (cores: number = availableParallelism()): Helper => {
  if (cores < 2 || import.meta.url.endsWith('.ts')) return NO_HELPER;
  const worker = new Worker(new URL('./helper-thread.js', import.meta.url));
  worker.unref();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(fault: Error): void }>();
  let asked = 0;
  let broken: Error | null = null;
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id)!;
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) reject(new Error(answer.fault));
    else resolve(answer.value);
  });
  worker.on('error', (fault) => {
    broken = fault;
    for (const { reject } of waiting.values()) reject(fault);
  });
  const ask = <T>(task: Task): Promise<T> =>
    new Promise((resolve, reject) => {
      if (broken !== null) return reject(broken);
      asked += 1;
      waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
      // The process waits for answers, not for the thread.
      worker.ref();
      worker.postMessage({ id: asked, task });
    });
  const beside: Preflight = (data, profile, folder) =>
    ask<Awaited<ReturnType<Preflight>>>({ kind: 'preflight', data, profile, folder }).catch(() =>
      preflightRemembered(data, profile, folder),
    );
  return {
    deflate: shared((data) => ask<Uint8Array>({ kind: 'deflate', data }).catch(() => deflateHere(data))),
    preflights: [preflightRemembered, beside],
    close: () => void worker.terminate(),
  };
};

/** How many tasks wait on the second thread: one to work on, one to go on with. */
const AHEAD = 2;

/** Deflates beside, and here too whenever there is nothing else to do; the same bytes are deflated once. */
const shared = (beside: Deflate): Deflate => {
  interface Job {
    readonly data: Uint8Array;
    done(packed: Promise<Uint8Array>): void;
  }
  const queue: Job[] = [];
  const known = new Map<string, Promise<Uint8Array>>();
  let sent = 0;
  let idle = true;
  const send = (): void => {
    for (let job = next(); job !== undefined; job = next()) {
      sent += 1;
      const packed = beside(job.data);
      job.done(packed);
      packed.finally(() => {
        sent -= 1;
        send();
      });
    }
  };
  const next = (): Job | undefined => (sent < AHEAD ? queue.shift() : undefined);
  const work = (): void => {
    const job = queue.pop();
    idle = job === undefined;
    if (job === undefined) return;
    job.done(deflateHere(job.data));
    setImmediate(work);
  };
  return (data) => {
    const key = createHash('sha256').update(data).digest('hex');
    let packed = known.get(key);
    if (packed === undefined) {
      packed = new Promise((resolve) => queue.push({ data, done: resolve }));
      known.set(key, packed);
      send();
      if (idle) setImmediate(work);
      idle = false;
    }
    return packed;
  };
};
