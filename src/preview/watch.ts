/** Tells a session when files of its issue, its papers or its fonts change. */
import { extname, join, resolve } from 'node:path';
import { watch as chokidar } from 'chokidar';
import type { Folders } from './reader.js';
import type { Change } from './session.js';

/** Editors touch several files or one several times at a save: what comes within so many milliseconds is one change. */
const GATHER = 6;
const TEXTS = new Set(['.md', '.yaml', '.yml']);

/** Watches until `close`; resolves when it does. `now` gives milliseconds since 1970, with fractions. */
export async function watchFiles(
  { issue, issuesDir, layoutsDir, fontsFile }: Folders,
  now: () => number,
  changed: (change: Change) => void,
): Promise<{ close(): Promise<void> }> {
  const watcher = chokidar([join(issuesDir, issue), layoutsDir, fontsFile], { ignoreInitial: true });
  let gathered: Change | null = null;
  watcher.on('all', (_event, path) => {
    const isFont = resolve(path) === resolve(fontsFile);
    const isPicture = !isFont && !TEXTS.has(extname(path));
    if (gathered === null) {
      setTimeout(() => {
        const change = gathered!;
        gathered = null;
        changed(change);
      }, GATHER);
    }
    gathered = {
      seen: gathered?.seen ?? now(),
      fonts: isFont || (gathered?.fonts ?? false),
      pictures: isPicture || (gathered?.pictures ?? false),
    };
  });
  // Nothing to be read is no reason to fall over: the next build says what it lacks.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return { close: () => watcher.close() };
}
