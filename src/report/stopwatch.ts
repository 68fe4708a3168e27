/** What is told of where a build's time went. */

/** Milliseconds, by stage; stages that run on two threads count on both. */
export type Spent = Readonly<Partial<Record<'load' | 'makeUp' | 'write' | 'check', number>>>;

/** Counts where time goes. */
export interface Stopwatch {
  readonly spent: Spent;
  /** Counts the time since the last call, or since the start, to a stage. */
  spend(stage: keyof Spent): void;
}

/** Milliseconds on a clock that never goes back. Node's `performance` tells the same, and takes 4 ms to load. */
export const clock = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
};

/** A stopwatch that starts now. */
export const stopwatch = (now: () => number): Stopwatch => {
  const spent: Partial<Record<keyof Spent, number>> = {};
  let last = now();
  return {
    spent,
    spend: (stage) => {
      const at = now();
      spent[stage] = (spent[stage] ?? 0) + at - last;
      last = at;
    },
  };
};

/** Several sums added up. */
export const allSpent = (spent: readonly Spent[]): Required<Spent> => {
  const sum = (stage: keyof Spent): number => spent.reduce((total, one) => total + (one[stage] ?? 0), 0);
  return { load: sum('load'), makeUp: sum('makeUp'), write: sum('write'), check: sum('check') };
};
