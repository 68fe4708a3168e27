/** Layouts that were read without a complaint, kept for the next build: most issues are made with yesterday's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { cacheFolder, keep, keyOf, recall } from '../cache/kept.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Layouts } from './types.js';

/** What `read` gives for these inputs, kept under them and under the code that reads them. */
export const keptLayouts = async (
  inputs: string,
  read: () => Promise<Outcome<Layouts>>,
  folder: string = cacheFolder('layouts'),
): Promise<Outcome<Layouts>> => {
  const key = keyOf('layouts', process.versions.v8, readersCode(), inputs);
  const kept = recall(folder, key);
  if (kept) return { value: deserialize(kept) as Layouts, diagnostics: [] };
  const outcome = await read();
  if (outcome.value !== null && outcome.diagnostics.length === 0) keep(folder, key, serialize(outcome.value));
  return outcome;
};

/** Hash of the code that reads layouts, with its packages: values of other readers are none. */
const readersCode = (): string =>
  keyOf(
    packageFile(),
    ...['./', '../yaml/', '../geometry/', '../page/'].flatMap((near) => {
      const folder = new URL(near, import.meta.url);
      return readdirSync(fileURLToPath(folder))
        .filter((name) => /\.[jt]s$/.test(name))
        .sort()
        .map((name) => readFileSync(new URL(name, folder)));
    }),
  );

/** The nearest package.json, which pins the packages. */
const packageFile = (): Buffer => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return readFileSync(join(folder, 'package.json'));
};
