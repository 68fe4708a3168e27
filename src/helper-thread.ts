/** The other side of `helper.ts`: answers one task after the other. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './helper.js';
import { deflate } from './pdf/deflate.js';
import { preflightRemembered } from './proof/preflight/remembered.js';

parentPort?.on('message', async ({ id, task }: { id: number; task: Task }) => {
  let answer: Answer;
  try {
    answer = { id, value: await perform(task) };
  } catch (fault) {
    answer = { id, fault: String(fault) };
  }
  parentPort?.postMessage(answer);
});

// While the first thread reads and makes up: hardly a build has no file to check.
void import('./proof/preflight/preflight.js');

const perform = async (task: Task): Promise<unknown> =>
  task.kind === 'deflate' ? deflate(task.data) : preflightRemembered(task.data, task.profile, task.folder);
