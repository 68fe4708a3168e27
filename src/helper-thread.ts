/** The other side of `helper.ts`. */
import { parentPort } from 'node:worker_threads';
import { loadDesk } from './desk.js';
import { hasErrors } from './diagnostics/types.js';
import { type Answer, counter, type Question } from './helper.js';
import { keptRuns, NO_KEPT_RUNS } from './kept-runs.js';
import { openRoom, sourcesDigest } from './room.js';
import { checkRun, type DoneRun, printingOrder, printRun, runsWanted } from './run.js';

const answer = (said: Answer, transferred: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(said, transferred);

parentPort?.on('message', async (question: Question) => {
  try {
    await print(question);
  } catch {
    // What it was the first thread finds.
    answer({ kind: 'printed' });
  }
});

/** Prints the runs of the desk that nobody has taken. What is wrong with it the first thread tells. */
const print = async ({ job, taken }: Question): Promise<void> => {
  const { value: desk, diagnostics, sources } = await loadDesk(job);
  const room =
    desk !== null && !hasErrors(diagnostics) ? (await openRoom(desk, job, () => performance.now())).value : null;
  if (room === null) return answer({ kind: 'printed' });
  answer({ kind: 'printing', from: sourcesDigest(sources) });
  const runs = runsWanted(room);
  const kept = job.keptIn === null ? NO_KEPT_RUNS : keptRuns(room, sources, job.keptIn);
  const order = printingOrder(runs);
  const take = counter(taken);
  for (let next = take(); next < runs.length; next = take()) {
    const at = order[next]!;
    // What is kept the first thread reads itself.
    if (kept.has(runs[at]!)) continue;
    const run = await checkRun(await printRun(runs[at]!, room), room);
    const done = kept.keep(runs[at]!, run);
    answer({ kind: 'run', at, ...done }, buffersOf(done));
  }
  answer({ kind: 'printed' });
  room.desk.fonts.keep();
};

/** The large buffers of a run, which go over without a copy. */
const buffersOf = ({ run }: DoneRun): ArrayBuffer[] => {
  const all = [
    ...run.pages.map(({ sheet }) => sheet.packed),
    ...[...run.pictures.values()].flatMap((picture) => picture?.data ?? []),
  ].filter((bytes) => bytes instanceof Uint8Array);
  // A part of a larger buffer stays, and is copied; so do files that could not be kept, whose fonts are needed here.
  const whole = all.filter(({ buffer, byteLength }) => buffer.byteLength === byteLength);
  return [...new Set(whole.map(({ buffer }) => buffer as ArrayBuffer))];
};
