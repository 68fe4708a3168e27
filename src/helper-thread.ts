/** The other side of `helper.ts`: answers one task after the other. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './helper.js';
import { preflightRemembered } from './proof/preflight/remembered.js';

parentPort?.on('message', async ({ id, task }: { id: number; task: Task }) => {
  let answer: Answer;
  try {
    answer = { id, value: await preflightRemembered(task.data, task.profile, task.folder) };
  } catch (fault) {
    answer = { id, fault: String(fault) };
  }
  parentPort?.postMessage(answer);
});

// While the first thread reads and makes up: hardly a build has no file to check.
void import('./proof/preflight/preflight.js');
