/** Tells a session when files of its issue, its papers or its fonts change. */
import { type Stats, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { watch as chokidar, type FSWatcher } from 'chokidar';
import type { Folders, OtherFiles } from './reader.js';
import type { Change } from './saves.js';

/** Editors touch several files or one several times at a save: what comes within so many milliseconds is one change. */
const GATHER = 6;
const TEXTS = new Set(['.md', '.yaml', '.yml']);

/** The watcher says nothing of a second save so soon after the first; so the file's time is looked at once more then. */
const LOOK_AGAIN = 70;

/** How often it is looked whether what is watched still stands where it stood, in milliseconds. */
const LOOK_AT_ROOTS = 250;

/** What watches. */
export interface Watcher {
  /** Watches these from now on, too. */
  follow(files: OtherFiles): void;
  close(): Promise<void>;
}

/** A folder or file that is watched, and what stood there when its watcher was opened. */
interface Root {
  readonly path: string;
  identity: string | null;
  watcher: FSWatcher | null;
}

/** Watches until `close`; resolves when it does. `now` gives milliseconds since 1970, with fractions. */
export async function watchFiles(
  { issue, issuesDir, layoutsDir, fontsFile }: Folders,
  now: () => number,
  changed: (change: Change) => void,
): Promise<Watcher> {
  const fontFiles = new Set([resolve(fontsFile)]);
  const roots = new Map<string, Root>();
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
  /** Watches what stands at a root now, and nothing where nothing does. */
  const open = async (root: Root): Promise<void> => {
    void root.watcher?.close();
    root.watcher = null;
    root.identity = identityOf(root.path);
    if (root.identity === null) return;
    const watcher = chokidar(root.path, { ignoreInitial: true });
    root.watcher = watcher;
    watcher.on('all', (_event, path) => noticed(path));
    // Nothing to be read is no reason to fall over: the next build says what it lacks.
    watcher.on('error', () => undefined);
    await new Promise<void>((done) => watcher.once('ready', () => done()));
  };
  const add = (path: string): Promise<void> | undefined => {
    if (roots.has(path)) return undefined;
    const root: Root = { path, identity: null, watcher: null };
    roots.set(path, root);
    return open(root);
  };
  await Promise.all([join(issuesDir, issue), layoutsDir, fontsFile].map(add));
  // A watcher loses what is taken away or changed for another (a checkout, a link that leads elsewhere), and says nothing
  // when it comes again.
  const looking = setInterval(() => {
    for (const root of roots.values()) {
      if (identityOf(root.path) === root.identity) continue;
      noticed(root.path);
      // What was written before its watcher was ready, that has not told of.
      void open(root).then(() => noticed(root.path));
    }
  }, LOOK_AT_ROOTS);
  return {
    follow: ({ fonts, profile }) => {
      for (const font of fonts) fontFiles.add(resolve(font));
      for (const file of [...fonts, ...(profile === null ? [] : [profile])]) void add(file);
    },
    close: async () => {
      clearInterval(looking);
      await Promise.all([...roots.values()].map(({ watcher }) => watcher?.close()));
    },
  };
}

const factsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Where nobody may look, or a link leads back to itself.
    return undefined;
  }
};

/** When a file was last written; 0 where it is gone. */
const timeOf = (path: string): number => factsOf(path)?.mtimeMs ?? 0;

/** What tells the file or folder at a path from any that stood there before; null where there is none. */
const identityOf = (path: string): string | null => {
  const facts = factsOf(path);
  // The number of one that is gone is given to the next.
  return facts === undefined ? null : `${facts.dev} ${facts.ino} ${facts.birthtimeMs}`;
};
