/** What builds that were killed have left beside a folder: the folder itself under another name, and half-written ones. */
import { existsSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { keyOf } from './cache/kept.js';
import { warning } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/types.js';
import { reasonOf } from './fresh-files.js';
import { namesIn } from './issue/folder.js';

/**
 * A build killed between the two renames of its swap leaves the folder under its other name; here it gets its own
 * back. What other killed builds left half-written goes. Told is what nobody may move or take away.
 */
export async function bringBack(folder: string): Promise<readonly Diagnostic[]> {
  const place = placeOf(folder);
  const left = namesIn(dirname(place)).flatMap((name) => {
    const match = /^\.(.+)\.(old|new)-(\d+)(?:-(\w+))?$/.exec(name);
    const path = join(dirname(place), name);
    return match?.[1] === basename(place)
      ? [{ path, old: match[2] === 'old', build: { pid: Number(match[3]), system: match[4] } }]
      : [];
  });
  const last = left.find(({ old }) => old);
  if (last !== undefined && (await isGone(place))) {
    const told = attempt(() => renameSync(last.path, place), `${folder} is still called ${last.path}`, BUSY);
    // It holds the last good files.
    if (told.length > 0) return told;
  }
  return left.flatMap(({ path, build }) =>
    isAtWork(build, path)
      ? []
      : attempt(() => rmSync(path, { recursive: true, force: true }), `${path} of a killed build cannot be taken away`),
  );
}

const ABSENT = { throwIfNoEntry: false } as const;

/** Another build has brought it back. */
const BUSY = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST']);

/** Does something to what was left; `what` says what it means if that fails for a reason that a desk can put right. */
function attempt(work: () => void, what: string, harmless: ReadonlySet<string> = new Set()): readonly Diagnostic[] {
  try {
    work();
    return [];
  } catch (fault) {
    if (harmless.has((fault as NodeJS.ErrnoException).code ?? '')) return [];
    const reason = reasonOf(fault);
    if (reason === undefined) throw fault;
    return [warning('output-left', `${what}: ${reason}`, { hint: 'Correct the rights, or do it by hand.' })];
  }
}

/** The name beside a folder that only this build gives. */
export const beside = (folder: string, kind: 'old' | 'new'): string =>
  join(dirname(folder), `.${basename(folder)}.${kind}-${process.pid}-${thisSystem()}`);

/**
 * The system whose process this is, in eight letters: a machine since its start, and on it a container. Another's has
 * processes of its own under the same numbers, and may write into the same folder.
 */
function thisSystem(): string {
  const facts = [
    hostname,
    () => readFileSync('/proc/sys/kernel/random/boot_id'),
    () => readlinkSync('/proc/self/ns/pid'),
  ];
  return keyOf(
    ...facts.map((fact) => {
      try {
        return fact();
      } catch {
        // Not Linux.
        return '';
      }
    }),
  ).slice(0, 8);
}

/** Where a folder is: where its name is a link, what that leads to, be it there already or not. */
export function placeOf(folder: string): string {
  let link: string;
  try {
    link = readlinkSync(folder);
  } catch {
    return folder;
  }
  try {
    return realpathSync(folder);
  } catch (fault) {
    // A circle is told of when it is written to.
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') return folder;
    return placeOf(resolve(realpathSync(dirname(folder)), link));
  }
}

/** Whether a folder is not there, also a moment later: another build may be between its two renames. */
async function isGone(folder: string): Promise<boolean> {
  if (existsSync(folder)) return false;
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(50);
  return !existsSync(folder);
}

/** Milliseconds after which a build is gone that has neither written nor renamed anything. */
const LONG = 3_600_000;

/** Whether a build is at work: what it has written to `path` is not ours to take. */
function isAtWork(
  { pid, system }: { readonly pid: number; readonly system: string | undefined },
  path: string,
): boolean {
  // Nobody here can see the processes of another.
  if (system !== thisSystem()) return Date.now() - (statSync(path, ABSENT)?.ctimeMs ?? 0) < LONG;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
