/** Layouts that were read without a complaint, kept for the next build: most issues are made with yesterday's. */
import { deserialize, serialize } from 'node:v8';
import { cacheFolder, keep, keyOf, recall } from '../cache/kept.js';
import { programCode } from '../cache/program.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Layouts } from './types.js';

/** What `read` gives for these inputs, kept under them and under the program's code. */
export const keptLayouts = async (
  inputs: string,
  read: () => Promise<Outcome<Layouts>>,
  folder: string = cacheFolder('layouts'),
): Promise<Outcome<Layouts>> => {
  const key = keyOf('layouts', process.versions.v8, programCode(), inputs);
  const kept = recall(folder, key);
  if (kept) return { value: deserialize(kept) as Layouts, diagnostics: [] };
  const outcome = await read();
  if (outcome.value !== null && outcome.diagnostics.length === 0) keep(folder, key, serialize(outcome.value));
  return outcome;
};
