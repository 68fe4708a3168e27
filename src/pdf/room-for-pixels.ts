/**
 * How many pixels are compressed at one moment, on all threads together: the library holds sixteen bytes of each until
 * the last is read, and there is no more memory for two large pictures than for one.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const MOST = 3e6;
const NAME = 'banxin: pixels in work';

/** One count for the process: a thread begins with what the one that started it has set. */
const shared = (): Int32Array => {
  const known = getEnvironmentData(NAME);
  if (known instanceof SharedArrayBuffer) return new Int32Array(known);
  const fresh = new SharedArrayBuffer(4);
  setEnvironmentData(NAME, fresh);
  return new Int32Array(fresh);
};
const inWork = shared();

/** Does `work` on so many pixels as soon as there is room for them; one picture has room however large it is. */
export const withRoomFor = async <T>(pixels: number, work: () => Promise<T>): Promise<T> => {
  const wanted = Math.min(pixels, MOST);
  await enter(wanted);
  try {
    return await work();
  } finally {
    Atomics.sub(inWork, 0, wanted);
    Atomics.notify(inWork, 0);
  }
};

const enter = async (wanted: number): Promise<void> => {
  for (;;) {
    const now = Atomics.load(inWork, 0);
    if (now + wanted > MOST) await Atomics.waitAsync(inWork, 0, now).value;
    else if (Atomics.compareExchange(inWork, 0, now, now + wanted) === now) return;
  }
};
