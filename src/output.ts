/** Output files appear by rename, all together: a build that fails or is killed leaves the last good ones. */
import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChangedFile, type Piece, writePieces } from './cache/pieces.js';
import { error } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/types.js';

/** A file, told by its name; its bytes may be out of memory already. */
export interface FileName {
  readonly name: string;
  /** Pages side by side on its sheet, where it is not one. */
  readonly abreast?: number;
}

export interface OutputFile extends FileName {
  readonly pieces: readonly Piece[];
}

/** What stands in the folder beside the new files. */
export interface Others {
  /** Whether the new files are all: then only files in `kept` stay. */
  readonly whole: boolean;
  readonly kept?: readonly string[];
  /** Files that go in any case. */
  readonly stale?: readonly string[];
}

/** New files of a folder, gathered in a folder beside it until they are put in place. */
export interface NewFiles {
  /** Writes a file. What keeps it from being written is told when the files are put in place. */
  put(name: string, pieces: readonly Piece[]): void;
  /** Takes a file that is kept as it is, without writing it again where one disk holds both. Not if it is gone. */
  take(name: string, path: string): boolean;
  /** Swaps the two folders; told is what kept the files from being written: then the folder is as it was. */
  putInPlace(others: Others): readonly Diagnostic[];
  /** Throws away what was not put in place. */
  close(): void;
}

/** How often a swap is tried when another build swaps the same folder at the same moment. */
const TRIES = 5;

/** What a desk can put right. Anything else is a fault of the program. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk’s quota is used up',
  ENOTDIR: 'a file stands where a folder must be',
  EEXIST: 'a file stands where a folder must be',
  EISDIR: 'a folder stands where a file must be',
  ENAMETOOLONG: 'the name is too long',
};

/** Opens a folder for new files, beside `folder`. */
export function newFiles(folder: string): NewFiles {
  const fresh = beside(folder, `new-${process.pid}`);
  const names = new Set<string>();
  /** Where a file of this name goes: a new one, for the last may be kept elsewhere, too. */
  const place = (name: string): string => {
    const path = join(fresh, name);
    if (names.has(name)) rmSync(path, { force: true });
    names.add(name);
    return path;
  };
  let failed: { readonly fault: unknown } | null = null;
  const attempt = (work: () => void): void => {
    if (failed !== null) return;
    try {
      work();
    } catch (fault) {
      failed = { fault };
    }
  };
  attempt(() => {
    mkdirSync(dirname(folder), { recursive: true });
    mustBeFolder(folder);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
  });
  return {
    put: (name, pieces) =>
      attempt(() => {
        writePieces(place(name), pieces);
      }),
    take: (name, path) => {
      if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
      attempt(() => linkOrCopy(path, place(name)));
      return true;
    },
    putInPlace: ({ whole, kept = [], stale = [] }) => {
      const replaced = new Set([...names, ...stale]);
      attempt(() => {
        carryOver(folder, fresh, (name) => !replaced.has(name) && (!whole || kept.includes(name)));
        swap(folder, fresh);
      });
      return failed === null ? [] : [unwritable(folder, failed.fault)];
    },
    close: () => rmSync(fresh, { recursive: true, force: true }),
  };
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

/** Throws again what a desk cannot put right. */
function unwritable(folder: string, fault: unknown): Diagnostic {
  if (fault instanceof ChangedFile) {
    const hint = 'Build again: it is made anew.';
    return error('output-unwritable', `${folder} cannot be written: a picture kept for it was changed meanwhile`, {
      hint,
    });
  }
  const reason = REASONS[(fault as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) throw fault;
  const hint = 'Make room or correct the rights, or name another folder with --out.';
  return error('output-unwritable', `${folder} cannot be written: ${reason}`, { hint });
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
      if (moved) renameSync(aside, folder);
      if (tries === TRIES || (fault as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw fault;
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
    const [from, to] = [join(folder, name), join(fresh, name)];
    if (stays(name) && statSync(from).isFile()) linkOrCopy(from, to);
  }
}

/** Another disk, or one without links: then it is copied. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === undefined) throw fault;
    copyFileSync(from, to);
  }
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
