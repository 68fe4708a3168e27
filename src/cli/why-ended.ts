/** Why a command ends that was not meant to. Loaded before it begins: when no file can be opened any more it is too late. */
import { faultCode } from '../cache/fault-code.js';
import { reasonOf } from '../output/reasons.js';
import { Refusal } from './refusal.js';

/** What the system may run out of, or refuse, at any place. */
const LACKS = new Set(['EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Why a command ends here, from what was thrown; of a fault of the program its place, too. */
export function whyEnded(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a fault of the program: ${thrown}`;
  if (thrown instanceof Refusal) return thrown.message;
  if (LACKS.has(faultCode(thrown))) return `the system keeps it from going on: ${reasonOf(thrown)} (${thrown.message})`;
  return `a fault of the program: ${thrown.stack ?? thrown.message}`;
}
