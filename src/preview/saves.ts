/** Saves, built one after the other: those that come while a build runs are one, which is built next. */

/** What was changed on disk. */
export interface Change {
  /** When it was noticed; milliseconds since 1970. */
  readonly seen: number;
  readonly fonts: boolean;
  readonly pictures: boolean;
}

/** The saves of one issue. */
export interface Saves {
  /** Has a change built, with those that wait already; resolves when all that came until then is built. */
  add(change: Change): Promise<void>;
  /** Whether one waits, so that what is being built is stale. */
  isOneWaiting(): boolean;
}

/** No saves yet. `build` builds one; it does not reject. */
export function createSaves(build: (change: Change) => Promise<void>): Saves {
  let waiting: Change | null = null;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    for (let change = waiting; change !== null; change = waiting) {
      waiting = null;
      await build(change);
    }
  };
  return {
    add: (change) => {
      waiting = {
        seen: waiting?.seen ?? change.seen,
        fonts: change.fonts || (waiting?.fonts ?? false),
        pictures: change.pictures || (waiting?.pictures ?? false),
      };
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    isOneWaiting: () => waiting !== null,
  };
}
