/**
 * A second thread for what a build can do beside: checking files. It only saves time: what it gives is
 * what the same function gives here, and what it cannot do is done here.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { preflightRemembered } from './proof/preflight/remembered.js';
import type { PreflightProfile } from './proof/preflight/types.js';

/** A file to check. */
export interface Task {
  readonly data: Uint8Array;
  readonly profile: PreflightProfile;
  readonly folder: string;
}

export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string };

export type Preflight = typeof preflightRemembered;

export interface Helper {
  /** Ways to check files, as many as can be used at the same time. */
  readonly preflights: readonly Preflight[];
  close(): void;
}

/** No second thread: everything happens here. */
export const NO_HELPER: Helper = { preflights: [preflightRemembered], close: () => undefined };

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
    ask<Awaited<ReturnType<Preflight>>>({ data, profile, folder }).catch(() =>
      preflightRemembered(data, profile, folder),
    );
  return {
    preflights: [preflightRemembered, beside],
    close: () => void worker.terminate(),
  };
};
