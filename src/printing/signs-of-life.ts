/** Whether another thread goes on with what it was asked for. */

/** Looks in the time that it may be silent. */
const LOOKS = 10;

/**
 * Calls `silent` whenever `signs` has stood still for so long; gives what ends that. It counts its own looks, not the
 * clock: a machine that slept, or was too busy to look, is not held against the other thread.
 */
export const watchSigns = (signs: () => number, patience: number, silent: () => void): (() => void) => {
  let last = signs();
  let still = 0;
  const timer = setInterval(() => {
    const now = signs();
    still = now === last ? still + 1 : 0;
    last = now;
    if (still < LOOKS) return;
    still = 0;
    silent();
  }, patience / LOOKS);
  return () => clearInterval(timer);
};
