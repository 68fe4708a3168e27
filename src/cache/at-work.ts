/** Builds that are at work: what one writes for a while is called by it, so that others know what a killed one has left. */
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { faultCode } from './fault-code.js';
import { keyOf } from './kept.js';

/** What this build is called: by its process and its system. */
export const thisBuild = (): string => `${process.pid}-${thisSystem()}`;

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

/** Milliseconds after which a build is gone that has neither written nor renamed anything. */
const LONG = 3_600_000;

/** Whether a build, whose name `name` begins with, is at work: what it has written to `path` is not ours to take. */
export function isAtWork(name: string, path: string): boolean {
  const [pid, system] = name.split('-');
  // Nobody here can see the processes of another.
  if (system !== thisSystem()) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) < LONG;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (fault) {
    return faultCode(fault) === 'EPERM';
  }
}
