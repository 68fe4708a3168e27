/** Verdicts kept by the bytes they are about: a file that was checked once is not walked again. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keep, keyOf, recall } from '../../cache/kept.js';
import type { PreflightProfile, PreflightReport } from './types.js';

/** As `preflight`; verdicts are kept in `folder` under the file, the profile and the checks' own code. */
export const preflightRemembered = async (
  bytes: Uint8Array,
  profile: PreflightProfile,
  folder: string,
): Promise<PreflightReport> => {
  const key = keyOf('preflight', checksCode(), JSON.stringify(profile), bytes);
  const kept = recall(folder, key);
  if (kept) return JSON.parse(kept.toString('utf8')) as PreflightReport;
  // Loaded only where a file has to be walked: most rebuilds change few files.
  const { preflight } = await import('./preflight.js');
  const report = await preflight(bytes, profile);
  keep(folder, key, Buffer.from(JSON.stringify(report)));
  return report;
};

let code: string | null = null;

/** Hash of the checks as they are: a verdict of other checks is none. */
const checksCode = (): string => {
  if (code === null) {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(fileURLToPath(folder))
      .filter((name) => /\.c?[jt]s$/.test(name))
      .sort();
    code = keyOf(...files.map((file) => readFileSync(new URL(file, folder))));
  }
  return code;
};
