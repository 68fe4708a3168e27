/** Output files appear by rename, all together: a build that fails or is killed leaves the last good ones. */
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { faultCode } from '../cache/fault-code.js';
import type { Piece } from '../cache/pieces.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { type FreshFiles, freshFiles, linkOrCopy, type Places, type Written } from './fresh-files.js';
import { beside, bringBack, placeOf, takeAway } from './leftovers.js';

/** A file to be written, by its name in the folder. */
export interface OutputFile {
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** Pages side by side on its sheet, where it is not one. */
  readonly abreast?: number;
  /** Its pages, from 1, that are printed in black alone. */
  readonly black?: readonly number[];
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
   * Swaps the two folders; `beside` names what another hand has written. Told is as an error what kept any of the files
   * from being written: then the folder is as it was. A warning is what cannot be taken away of what was there before.
   */
  putInPlace(others: Others, beside?: Written): readonly Diagnostic[];
  /** Throws away what was not put in place. */
  close(): void;
}

/** How often a swap is tried when another build swaps the same folder at the same moment. */
const TRIES = 5;

/** Opens a folder for new files, beside `folder`; beside what it leads to, where it is a link. */
export function newFiles(folder: string): NewFiles {
  const place = placeOf(folder);
  const fresh = beside(place, 'new');
  const files = freshFiles({ folder, fresh });
  files.attempt(() => {
    // None is made where a link leads: that may be a disk which is not there at the moment.
    makeFolder(dirname(folder));
    const last = folderAt(place);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    // From now on: nobody is to look into what comes of a private folder, and its files get the group that it gives.
    if (last !== undefined) giveRights(fresh, last);
  });
  return {
    ...files,
    folder,
    fresh,
    putInPlace: ({ isOurs, kept = [], stale = [] }, theirs = { names: [], diagnostics: [] }) => {
      if (theirs.diagnostics.length > 0) return theirs.diagnostics;
      const replaced = new Set([...files.written().names, ...theirs.names, ...stale]);
      let left: readonly Diagnostic[] = [];
      files.attempt(() => {
        left = swap(place, fresh, (name) => !replaced.has(name) && (!isOurs(name) || kept.includes(name)));
      });
      return [...files.written().diagnostics, ...left];
    },
    // Where it cannot be, as on a disk that has become read-only, what was told says why, and the next build tells.
    close: () => void takeAway(fresh),
  };
}

/** Makes a folder with those above it. Node's own way of that tries for ever where the system has none made (/proc). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (fault) {
    // Another build may have made it since.
    if (faultCode(fault) !== 'EEXIST') throw fault;
  }
}

/** Puts `files` into `folder`, all at once. */
export async function replaceFiles(
  folder: string,
  files: readonly { readonly name: string; readonly data: Uint8Array }[],
  others: Others,
): Promise<readonly Diagnostic[]> {
  const left = await bringBack(folder);
  const fresh = newFiles(folder);
  try {
    for (const { name, data } of files) fresh.put(name, [data]);
    return [...left, ...fresh.putInPlace(others)];
  } finally {
    fresh.close();
  }
}

/**
 * Puts a folder in the place of another, of which it takes along what `stays`. The two renames stand side by side. Told
 * is what cannot be taken away when they are done.
 */
function swap(folder: string, fresh: string, stays: (name: string) => boolean): readonly Diagnostic[] {
  const aside = beside(folder, 'old');
  rmSync(aside, { recursive: true, force: true });
  let taken: string[] = [];
  let seen = stateOf(folder);
  try {
    carryOver(folder, fresh, stays, taken);
  } catch (fault) {
    // Another build is swapping it at this moment: then it is not the one that is moved away.
    if (faultCode(fault) !== 'ENOENT') throw fault;
    seen = GONE;
  }
  for (let tries = 1; ; tries += 1) {
    const moved = moveAway(folder, aside);
    try {
      if (moved && stateOf(aside) !== seen) {
        // Another build has put its folder there meanwhile: its pages stay, not those that it has replaced.
        for (const name of taken) rmSync(join(fresh, name), { recursive: true, force: true });
        taken = [];
        seen = stateOf(aside);
        carryOver(aside, fresh, stays, taken);
      }
      renameSync(fresh, folder);
      // From now on the new files are in place, whatever becomes of the last ones.
      return takeAway(aside);
    } catch (fault) {
      // Another build has put its folder there meanwhile, which may have seen none: what stays is of both.
      const isTaken = faultCode(fault) === 'ENOTEMPTY';
      if (isTaken) taken = [];
      if (moved && isTaken) rmSync(aside, { recursive: true, force: true });
      else if (moved) renameSync(aside, folder);
      if (tries === TRIES || !isTaken) throw fault;
    }
  }
}

/** The state of no folder. */
const GONE = '';

/** By what a folder is known to be the same and to have the same files in it, under another name too. */
function stateOf(folder: string): string {
  const is = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return is === undefined ? GONE : `${is.dev} ${is.ino} ${is.mtimeNs}`;
}

function moveAway(folder: string, aside: string): boolean {
  try {
    renameSync(folder, aside);
    return true;
  } catch (fault) {
    if (faultCode(fault) === 'ENOENT') return false;
    throw fault;
  }
}

/** What the system says of a folder, if it is there. */
function folderAt(path: string): Stats | undefined {
  const is = statSync(path, { throwIfNoEntry: false });
  if (is !== undefined && !is.isDirectory()) throw Object.assign(new Error(path), { code: 'ENOTDIR' });
  return is;
}

/** Its owner may do everything: the next build takes it away. */
const OWN = 0o700;

/** Gives a folder the rights of the one whose place it takes; its owner and group where the system lets us. */
function giveRights(folder: string, { uid, gid, mode }: Stats): void {
  const attempts = [
    () => chownSync(folder, -1, gid),
    () => chownSync(folder, uid, -1),
    // To change the owner takes rights away.
    () => chmodSync(folder, (mode & 0o7777) | OWN),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // Not ours to give, or a disk that knows no rights.
    }
  }
}

/** Takes along what stays of a folder, and notes its names in `taken`. */
function carryOver(folder: string, fresh: string, stays: (name: string) => boolean, taken: string[]): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter(stays)) {
    taken.push(name);
    rmSync(join(fresh, name), { recursive: true, force: true });
    carry(join(folder, name), join(fresh, name));
  }
}

/** Takes a file along, or a folder with all that is in it. */
function carry(from: string, to: string): void {
  const is = lstatSync(from);
  if (is.isDirectory()) {
    mkdirSync(to, OWN);
    giveRights(to, is);
    for (const name of readdirSync(from)) carry(join(from, name), join(to, name));
  } else linkOrCopy(from, to);
}

/** Whether two paths lead to one folder. */
export function isSameFolder(a: string, b: string): boolean {
  try {
    const [one, other] = [statSync(a), statSync(b)];
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    // Where one leads nowhere, or where nobody may look, nothing can be written either: that is told then.
    return false;
  }
}
