/** Files written into a new folder, from either thread, until something keeps them from being written. */
import { copyFileSync, linkSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode } from '../cache/fault-code.js';
import { ChangedFile, type Piece, writePieces } from '../cache/pieces.js';
import { error } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { NoRoom } from '../pdf/pictures/pixels.js';
import { reasonOf } from './reasons.js';

/** A folder to write, and the new one beside it where its files are gathered. Plain data. */
export interface Places {
  readonly folder: string;
  readonly fresh: string;
}

/** What was written, and what kept the rest from it. Plain data. */
export interface Written {
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** New files of a folder, as far as they could be written. */
export interface FreshFiles {
  /** Writes a file. */
  put(name: string, pieces: readonly Piece[]): void;
  /** Takes a file that is kept as it is, without writing it again where one disk holds both. Not if it is gone. */
  take(name: string, path: string): boolean;
  /** Does other work that a full disk may keep from being done. */
  attempt(work: () => void): void;
  written(): Written;
}

/** A hand that writes them; after the first failure it does nothing more. Throws what a desk cannot put right. */
export function freshFiles({ folder, fresh }: Places): FreshFiles {
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const attempt = (work: () => void): void => {
    if (diagnostics.length > 0) return;
    try {
      work();
    } catch (fault) {
      diagnostics.push(unwritable(folder, fault));
    }
  };
  /** Where a file of this name goes: a new one, for the last may be kept elsewhere, too. */
  const place = (name: string): string => {
    const path = join(fresh, name);
    rmSync(path, { force: true });
    names.add(name);
    return path;
  };
  return {
    attempt,
    put: (name, pieces) =>
      attempt(() => {
        writePieces(place(name), pieces);
      }),
    take: (name, path) => {
      if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
      attempt(() => linkOrCopy(path, place(name)));
      return true;
    },
    written: () => ({ names: [...names], diagnostics }),
  };
}

/** Does work for such files, which is told where its pictures have no room to lie unpacked; nothing after a failure. */
export async function whereRoom<T>(files: FreshFiles, work: () => Promise<T>): Promise<T | undefined> {
  if (files.written().diagnostics.length > 0) return undefined;
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof NoRoom)) throw fault;
    files.attempt(() => {
      throw fault;
    });
    return undefined;
  }
}

/** What is told where files cannot be written, into a folder or beside memory; faults of the program's own are thrown on. */
export function unwritable(folder: string, fault: unknown): Diagnostic {
  if (fault instanceof ChangedFile) {
    const hint = 'Build again: it is made anew.';
    return error('output-unwritable', `${folder} cannot be written: a picture kept for it was changed meanwhile`, {
      hint,
    });
  }
  const reason = reasonOf(fault);
  if (reason === undefined) throw fault;
  if (fault instanceof NoRoom) {
    const hint = 'Make room or correct the rights, or name another folder by TMPDIR.';
    return error('output-unwritable', `${fault.folder}, where pictures lie unpacked, cannot be written: ${reason}`, {
      hint,
    });
  }
  const hint = 'Make room or correct the rights, or name another folder with --out.';
  return error('output-unwritable', `${folder} cannot be written: ${reason}`, { hint });
}

/** Another disk, or one without links: then it is copied. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (fault) {
    if (faultCode(fault) === '') throw fault;
    copyFileSync(from, to);
  }
}
