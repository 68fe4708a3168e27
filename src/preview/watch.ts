/** Tells a session when files of its issue, its papers or its fonts change. */
import { statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { watch as chokidar } from 'chokidar';
import type { Folders, OtherFiles } from './reader.js';
import type { Change } from './session.js';

/** Editors touch several files or one several times at a save: what comes within so many milliseconds is one change. */
const GATHER = 6;
const TEXTS = new Set(['.md', '.yaml', '.yml']);

/** The watcher says nothing of a second save so soon after the first; so the file's time is looked at once more then. */
const LOOK_AGAIN = 70;

/** What watches. */
export interface Watcher {
  /** Watches these from now on, too. */
  follow(files: OtherFiles): void;
  close(): Promise<void>;
}

/** Watches until `close`; resolves when it does. `now` gives milliseconds since 1970, with fractions. */
export async function watchFiles(
  { issue, issuesDir, layoutsDir, fontsFile }: Folders,
  now: () => number,
  changed: (change: Change) => void,
): Promise<Watcher> {
  const watcher = chokidar([join(issuesDir, issue), layoutsDir, fontsFile], { ignoreInitial: true });
  const fontFiles = new Set([resolve(fontsFile)]);
  const followed = new Set<string>();
  const gathered = new Set<string>();
  let seen = 0;
  const pass = (): void => {
    const paths = [...gathered];
    gathered.clear();
    const times = new Map(paths.map((path) => [path, timeOf(path)]));
    const fonts = paths.some((path) => fontFiles.has(resolve(path)));
    const pictures = paths.some((path) => !TEXTS.has(extname(path)));
    changed({ seen, fonts, pictures });
    setTimeout(() => {
      for (const [path, time] of times) if (timeOf(path) !== time) noticed(path);
    }, LOOK_AGAIN).unref();
  };
  const noticed = (path: string): void => {
    if (gathered.size === 0) {
      seen = now();
      setTimeout(pass, GATHER);
    }
    gathered.add(path);
  };
  watcher.on('all', (_event, path) => noticed(path));
  // Nothing to be read is no reason to fall over: the next build says what it lacks.
  watcher.on('error', () => undefined);
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  return {
    follow: ({ fonts, profile }) => {
      for (const font of fonts) fontFiles.add(resolve(font));
      const more = [...fonts, ...(profile === null ? [] : [profile])].filter((file) => !followed.has(file));
      for (const file of more) followed.add(file);
      if (more.length > 0) watcher.add(more);
    },
    close: () => watcher.close(),
  };
}

/** When a file was last written; 0 where it is gone. */
const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
