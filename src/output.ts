/** Output files appear by rename, all together: a build that fails or is killed leaves the last good ones. */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Piece } from './cache/pieces.js';
import type { Diagnostic } from './diagnostics/types.js';
import { type FreshFiles, freshFiles, linkOrCopy, type Places, type Written } from './fresh-files.js';

export interface OutputFile {
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** Pages side by side on its sheet, where it is not one. */
  readonly abreast?: number;
}

/** What stands in the folder beside the new files. */
export interface Others {
  /** Of what may have been written there before: whether it goes where it is neither new nor in `kept`. The rest stays. */
  isOurs(name: string): boolean;
  readonly kept?: readonly string[];
  /** Files that go in any case. */
  readonly stale?: readonly string[];
}

/** New files of a folder, gathered in a folder beside it until they are put in place. */
export interface NewFiles extends FreshFiles, Places {
  /**
   * Swaps the two folders; `beside` names what another hand has written. Told is what kept any of the files from being
   * written: then the folder is as it was.
   */
  putInPlace(others: Others, beside?: Written): readonly Diagnostic[];
  /** Throws away what was not put in place. */
  close(): void;
}

/** How often a swap is tried when another build swaps the same folder at the same moment. */
const TRIES = 5;

/** Opens a folder for new files, beside `folder`. */
export function newFiles(folder: string): NewFiles {
  const fresh = beside(folder, `new-${process.pid}`);
  const files = freshFiles({ folder, fresh });
  let isThere = false;
  files.attempt(() => {
    makeFolder(dirname(folder));
    mustBeFolder(folder);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    isThere = true;
  });
  return {
    ...files,
    folder,
    fresh,
    putInPlace: ({ isOurs, kept = [], stale = [] }, theirs = { names: [], diagnostics: [] }) => {
      if (theirs.diagnostics.length > 0) return theirs.diagnostics;
      const replaced = new Set([...files.written().names, ...theirs.names, ...stale]);
      files.attempt(() => {
        carryOver(folder, fresh, (name) => !replaced.has(name) && (!isOurs(name) || kept.includes(name)));
        swap(folder, fresh);
      });
      return files.written().diagnostics;
    },
    close: () => {
      if (isThere) rmSync(fresh, { recursive: true, force: true });
    },
  };
}

/** Makes a folder with those above it. Node's own way of that tries for ever where the system has none made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (fault) {
    // Another build may have made it since.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}

/** Puts `files` into `folder`, all at once. */
export async function replaceFiles(
  folder: string,
  files: readonly { readonly name: string; readonly data: Uint8Array }[],
  others: Others,
): Promise<readonly Diagnostic[]> {
  await bringBack(folder);
  const fresh = newFiles(folder);
  try {
    for (const { name, data } of files) fresh.put(name, [data]);
    return fresh.putInPlace(others);
  } finally {
    fresh.close();
  }
}

/**
 * A build killed between the two renames of its swap leaves the folder under its other name; here it gets its own
 * back. What other killed builds left half-written goes.
 */
export async function bringBack(folder: string): Promise<void> {
  const left = namesIn(dirname(folder)).flatMap((name) => {
    const match = /^\.(.+)\.(old|new)-(\d+)$/.exec(name);
    const path = join(dirname(folder), name);
    return match?.[1] === basename(folder) ? [{ path, old: match[2] === 'old', pid: Number(match[3]) }] : [];
  });
  const last = left.find(({ old }) => old);
  if (last !== undefined && (await isGone(folder))) {
    try {
      renameSync(last.path, folder);
    } catch {
      // Another build has brought it back.
    }
  }
  for (const { path, pid } of left) if (!isRunning(pid)) rmSync(path, { recursive: true, force: true });
}

/** Whether a folder is not there, also a moment later: another build may be between its two renames. */
async function isGone(folder: string): Promise<boolean> {
  const isMissing = (): boolean => statSync(folder, { throwIfNoEntry: false }) === undefined;
  if (!isMissing()) return false;
  await setTimeout(50);
  return isMissing();
}

const beside = (folder: string, name: string): string => join(dirname(folder), `.${basename(folder)}.${name}`);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** The two renames stand side by side. */
function swap(folder: string, fresh: string): void {
  const aside = beside(folder, `old-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  for (let tries = 1; ; tries += 1) {
    const moved = moveAway(folder, aside);
    try {
      renameSync(fresh, folder);
      break;
    } catch (fault) {
      // Another build has put its folder there meanwhile: this one is newer than both.
      const isTaken = (fault as NodeJS.ErrnoException).code === 'ENOTEMPTY';
      if (moved && isTaken) rmSync(aside, { recursive: true, force: true });
      else if (moved) renameSync(aside, folder);
      if (tries === TRIES || !isTaken) throw fault;
    }
  }
  rmSync(aside, { recursive: true, force: true });
}

function moveAway(folder: string, aside: string): boolean {
  try {
    renameSync(folder, aside);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fault;
  }
}

function mustBeFolder(folder: string): void {
  const is = statSync(folder, { throwIfNoEntry: false });
  if (is !== undefined && !is.isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
}

function carryOver(folder: string, fresh: string, stays: (name: string) => boolean): void {
  for (const name of namesIn(folder)) {
    if (stays(name)) carry(join(folder, name), join(fresh, name));
  }
}

/** Takes a file along, or a folder with all that is in it. */
function carry(from: string, to: string): void {
  if (lstatSync(from).isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) carry(join(from, name), join(to, name));
  } else linkOrCopy(from, to);
}

/** Whether two paths lead to one folder. */
export function isSameFolder(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/** Whether a process is there: its files are not ours to take. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
