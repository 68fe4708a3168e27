/**
 * A cache of its own for each run of the tests: what an older program kept, or one of another branch, would hide a fault
 * in what is kept there, and only a fresh checkout would show it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the cache to the tests and to all programs that they start; gives what takes it away. */
export default function ownCache(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-cache-'));
  process.env.BANXIN_CACHE = folder;
  return () => rmSync(folder, { recursive: true });
}
