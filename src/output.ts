/** Output files appear by rename, all together: a build that fails or is killed leaves the last good ones. */
import { renameSync } from 'node:fs';
import { access, copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { error } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/types.js';

export interface OutputFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** Pages side by side on its sheet, where it is not one. */
  readonly abreast?: number;
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

/**
 * Puts `files` into `folder` by building the folder anew beside it and swapping the two. With `whole` false the
 * folder's other files stay, but those in `stale`; with `whole` true only those in `kept` stay. What keeps it from
 * being written is told; then the folder is as it was.
 */
export async function replaceFiles(
  folder: string,
  files: readonly OutputFile[],
  whole: boolean,
  { kept = [], stale = [] }: { readonly kept?: readonly string[]; readonly stale?: readonly string[] } = {},
): Promise<readonly Diagnostic[]> {
  const fresh = beside(folder, `new-${process.pid}`);
  try {
    await mkdir(dirname(folder), { recursive: true });
    await bringBack(folder);
    await mustBeFolder(folder);
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    const replaced = new Set([...files.map((file) => file.name), ...stale]);
    await carryOver(folder, fresh, (name) => !replaced.has(name) && (!whole || kept.includes(name)));
    for (const { name, data } of files) await writeFile(join(fresh, name), data);
    await swap(folder, fresh);
    return [];
  } catch (fault) {
    const reason = REASONS[(fault as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw fault;
    const hint = 'Make room or correct the rights, or name another folder with --out.';
    return [error('output-unwritable', `${folder} cannot be written: ${reason}`, { hint })];
  } finally {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * A build killed between the two renames of its swap leaves the folder under its other name; here it gets its own
 * back. What other killed builds left half-written goes.
 */
export async function bringBack(folder: string): Promise<void> {
  const names = await readdir(dirname(folder)).catch(() => [] as string[]);
  const left = names.flatMap((name) => {
    const match = /^\.(.+)\.(old|new)-(\d+)$/.exec(name);
    const path = join(dirname(folder), name);
    return match?.[1] === basename(folder) ? [{ path, old: match[2] === 'old', pid: Number(match[3]) }] : [];
  });
  const last = left.find(({ old }) => old);
  if (last !== undefined && (await isGone(folder))) await rename(last.path, folder).catch(() => undefined);
  for (const { path, pid } of left) {
    if (!isRunning(pid)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether a folder is not there, also a moment later: another build may be between its two renames. */
async function isGone(folder: string): Promise<boolean> {
  const missing = (): Promise<boolean> =>
    access(folder).then(
      () => false,
      () => true,
    );
  if (!(await missing())) return false;
  await setTimeout(50);
  return missing();
}

const beside = (folder: string, name: string): string => join(dirname(folder), `.${basename(folder)}.${name}`);

/** The two renames stand side by side, with nothing awaited between them. */
async function swap(folder: string, fresh: string): Promise<void> {
  const aside = beside(folder, `old-${process.pid}`);
  await rm(aside, { recursive: true, force: true });
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
  await rm(aside, { recursive: true, force: true });
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

async function mustBeFolder(folder: string): Promise<void> {
  const is = await stat(folder).catch(() => null);
  if (is !== null && !is.isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
}

async function carryOver(folder: string, fresh: string, stays: (name: string) => boolean): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!stays(entry.name) || !entry.isFile()) continue;
    const [from, to] = [join(folder, entry.name), join(fresh, entry.name)];
    await link(from, to).catch(() => copyFile(from, to));
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
