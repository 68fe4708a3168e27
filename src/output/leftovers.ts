/** What builds that were killed have left beside a folder: the folder itself under another name, and half-written ones. */
import { existsSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isAtWork, thisBuild } from '../cache/at-work.js';
import { faultCode } from '../cache/fault-code.js';
import { warning } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { namesIn } from '../issue/folder.js';
import { reasonOf } from './reasons.js';

/**
 * A build killed between the two renames of its swap leaves the folder under its other name; here it gets its own
 * back. What other killed builds left half-written goes. Told is what nobody may move or take away.
 */
export async function bringBack(folder: string): Promise<readonly Diagnostic[]> {
  const place = placeOf(folder);
  const left = namesIn(dirname(place)).flatMap((name) => {
    const match = /^\.(.+)\.(old|new)-(\d+(?:-\w+)?)$/.exec(name);
    const path = join(dirname(place), name);
    return match?.[1] === basename(place) ? [{ path, old: match[2] === 'old', build: match[3]! }] : [];
  });
  const last = left.find(({ old }) => old);
  if (last !== undefined && (await isGone(place))) {
    const told = attempt(() => renameSync(last.path, place), `${folder} is still called ${last.path}`, BUSY);
    // It holds the last good files.
    if (told.length > 0) return told;
  }
  return left.flatMap(({ path, build }) =>
    // By the name of this one another was called before, whose number it has.
    build !== thisBuild() && isAtWork(build, path) ? [] : takeAway(path),
  );
}

/** Takes away what an earlier build has left; told is what keeps us from it, as a folder of another's does. */
export const takeAway = (path: string): readonly Diagnostic[] =>
  attempt(() => rmSync(path, { recursive: true, force: true }), `${path} of an earlier build cannot be taken away`);

/** Another build has brought it back. */
const BUSY = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST']);

/** Does something to what was left; `what` says what it means if that fails for a reason that a desk can put right. */
function attempt(work: () => void, what: string, harmless: ReadonlySet<string> = new Set()): readonly Diagnostic[] {
  try {
    work();
    return [];
  } catch (fault) {
    if (harmless.has(faultCode(fault))) return [];
    const reason = reasonOf(fault);
    if (reason === undefined) throw fault;
    return [warning('output-left', `${what}: ${reason}`, { hint: 'Correct the rights, or do it by hand.' })];
  }
}

/** The name beside a folder that only this build gives. */
export const beside = (folder: string, kind: 'old' | 'new'): string =>
  join(dirname(folder), `.${basename(folder)}.${kind}-${thisBuild()}`);

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
    if (faultCode(fault) !== 'ENOENT') return folder;
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
