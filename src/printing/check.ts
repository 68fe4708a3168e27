/** The written files held to the press's rules before anybody can fetch them. */
import { cacheFolder } from '../cache/kept.js';
import { error } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { OutputFile } from '../output/new-files.js';
import type { PressStandard } from '../pdf/types.js';
import { preflightRemembered } from '../proof/preflight/remembered.js';
import type { Finding, PreflightProfile } from '../proof/preflight/types.js';
import type { Layouts } from '../template/types.js';

/** A file that preflight has looked at. */
export interface CheckedFile {
  /** The same file; under its failed name where it failed. */
  readonly file: OutputFile;
  /** What preflight found. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The name of a file that failed preflight: never one that the printer fetches. */
export const failedName = (name: string): string => name.replace(/(\.[^.]*)?$/, '.failed$1');

/** What the paper's files are held to. */
export function profileOf({ paper, styles }: Layouts, standard: PressStandard): PreflightProfile {
  const spots = [...styles.inks.values()].flatMap(({ spot }) => (spot === undefined ? [] : [spot]));
  return { standard, trim: { width: paper.sheet.width, height: paper.sheet.height }, spots: [...new Set(spots)] };
}

/** Runs preflight on a file. */
export async function checkFile(file: OutputFile, profile: PreflightProfile): Promise<CheckedFile> {
  const { findings, passed, facts } = await preflightRemembered(
    file.pieces,
    { ...widened(profile, file.abreast ?? 1), black: file.black ?? [] },
    cacheFolder('preflight'),
  );
  if (passed) return { file, findings, diagnostics: [] };
  return {
    file: { ...file, name: failedName(file.name) },
    findings,
    diagnostics: [failure(file.name, findings, facts.pages)],
  };
}

/** The same rules for a sheet of several pages side by side. */
const widened = ({ trim, ...profile }: PreflightProfile, abreast: number): PreflightProfile =>
  trim === undefined ? profile : { ...profile, trim: { ...trim, width: trim.width * abreast } };

/** How many findings a message names. */
const NAMED = 3;

function failure(name: string, findings: readonly Finding[], pages: number): Diagnostic {
  const named = findings.slice(0, NAMED).map(({ check, page, message }) => {
    const where = page === null || pages === 1 ? '' : `page ${page}: `;
    return `${where}${message} [${check}]`;
  });
  const more = findings.length > NAMED ? `; and ${findings.length - NAMED} more` : '';
  return error('preflight-failed', `${name} fails preflight: ${named.join('; ')}${more}`, {
    hint: `It is written as ${failedName(name)}. Mend what is named; a last good file stays under its own name.`,
  });
}
