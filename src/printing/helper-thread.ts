/** The other side of `helper.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadFonts } from '../fonts/registry.js';
import { loadPress } from '../pdf/press/press.js';
import { clock } from '../report/stopwatch.js';
import { type Answer, COUNTS, type House, type Start, type Task } from './helper.js';
import type { Order } from './order.js';
import { openPrinter, type Printer } from './printer.js';

const answer = (said: Answer): void => parentPort?.postMessage(said);

/** What is done before the last answer, after which the thread may be ended at any time. */
export const atEnd: (() => void)[] = [];

const fonts = loadFonts((workerData as Start).fontsFile);
// There is nothing to check yet, and time to load what checks.
void import('../proof/preflight/preflight.js');

/** The printer, if it is the one that was meant: files may have changed since the first thread read them. */
const open = async (order: Order, house: House): Promise<Printer | null> => {
  const { profile, condition } = order.paper.print;
  const [{ value: set }, { value: press }] = await Promise.all([fonts, loadPress(profile, condition)]);
  if (set?.identity() !== house.fonts || press?.profileId !== house.press) return null;
  const printer = openPrinter(order, set, press, clock, () => count(COUNTS.done));
  atEnd.push(set.keep);
  return printer;
};

let printer: Printer | null = null;
let counts: Int32Array = new Int32Array(2);
const count = (what: number): void => void Atomics.add(counts, what, 1);

const perform = async (task: Task): Promise<void> => {
  if (task.kind === 'open') {
    counts = new Int32Array(task.counts);
    printer = await open(task.order, task.house);
  }
  count(COUNTS.begun);
  // What it was the first thread finds.
  if (printer === null) return answer(null);
  if (task.kind === 'take') printer.take(task.at, task.id);
  if (task.kind === 'print') await printer.print(task.at, task.run, task.id);
  if (task.kind !== 'finish') return;
  const edition = await printer.finish(task.isWhole);
  for (const work of atEnd) work();
  answer(edition);
};

const giveUp = (): void => {
  printer = null;
  answer(null);
};

/** One after the other. */
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  last = last.then(() => perform(task)).catch(giveUp);
});
// A task that cannot be read would be missing from the issue.
parentPort?.on('messageerror', () => {
  last = last.then(giveUp);
});
