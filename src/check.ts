/** The written files held to the press's rules before anybody can fetch them. */
import { cacheFolder } from './cache/kept.js';
import { error } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/types.js';
import type { Preflight } from './helper.js';
import type { OutputFile } from './output.js';
import type { Finding, PreflightProfile, PreflightReport } from './proof/preflight/types.js';
import type { Layouts } from './template/types.js';

export interface CheckedFiles {
  /** The same files; those that failed under their failed name. */
  readonly files: readonly OutputFile[];
  /** What preflight found, by the name each file was to have. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The name of a file that failed preflight: never one that the printer fetches. */
export const failedName = (name: string): string => name.replace(/(\.[^.]*)?$/, '.failed$1');

/** What the paper's files are held to. */
export function profileOf({ paper, styles }: Layouts, standard: 'x1a' | 'x4'): PreflightProfile {
  const spots = [...styles.inks.values()].flatMap(({ spot }) => (spot === undefined ? [] : [spot]));
  return { standard, trim: { width: paper.sheet.width, height: paper.sheet.height }, spots: [...new Set(spots)] };
}

/** Runs preflight on every file, on as many at the same time as there are ways to. */
export async function checkFiles(
  files: readonly OutputFile[],
  profile: PreflightProfile,
  ways: readonly Preflight[],
): Promise<CheckedFiles> {
  const folder = cacheFolder('preflight');
  const findings = new Map<string, readonly Finding[]>();
  const diagnostics: Diagnostic[] = [];
  const named: OutputFile[] = [];
  const reports = new Map<OutputFile, PreflightReport>();
  const queue = inOrder(files);
  const work = async (preflight: Preflight): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      reports.set(file, await preflight(file.data, widened(profile, file.abreast ?? 1), folder));
    }
  };
  await Promise.all(ways.map(work));
  for (const file of files) {
    const report = reports.get(file)!;
    findings.set(file.name, report.findings);
    named.push(report.passed ? file : { ...file, name: failedName(file.name) });
    if (!report.passed) diagnostics.push(failure(file.name, report.findings));
  }
  return { files: named, findings, diagnostics };
}

/**
 * The largest last: it is the whole issue, whose pages are known by then from their own files. Of the others the
 * largest first, so that none is left to the end alone.
 */
function inOrder(files: readonly OutputFile[]): OutputFile[] {
  const [whole, ...others] = [...files].sort((a, b) => b.data.length - a.data.length);
  return whole === undefined ? [] : [...others, whole];
}

/** The same rules for a sheet of several pages side by side. */
const widened = ({ trim, ...profile }: PreflightProfile, abreast: number): PreflightProfile =>
  trim === undefined ? profile : { ...profile, trim: { ...trim, width: trim.width * abreast } };

/** Files that no press gets: there is nothing to hold them to. */
export const unchecked = (files: readonly OutputFile[]): CheckedFiles => ({
  files,
  findings: new Map(),
  diagnostics: [],
});

/** How many findings a message names. */
const NAMED = 3;

function failure(name: string, findings: readonly Finding[]): Diagnostic {
  const named = findings.slice(0, NAMED).map(({ check, message }) => `${message} [${check}]`);
  const more = findings.length > NAMED ? `; and ${findings.length - NAMED} more` : '';
  return error('preflight-failed', `${name} fails preflight: ${named.join('; ')}${more}`, {
    hint: `It is written as ${failedName(name)}. Mend what is named; a last good file stays under its own name.`,
  });
}
