import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { preflight } from '../proof/preflight/preflight.js';
import { CHECKS, type PreflightProfile, type PreflightReport } from '../proof/preflight/types.js';

interface Options {
  readonly profile: PreflightProfile['standard'];
  readonly trim?: { width: number; height: number };
  readonly spots?: readonly string[];
  readonly json?: boolean;
}

/** `preflight FILE…`: exit 0 all pass, 1 a file fails or cannot be read. */
export function preflightCommand(): Command {
  return new Command('preflight')
    .description('check PDFs for a newsprint press')
    .argument('<file...>', 'PDF files')
    .option('--profile <standard>', 'x1a or x4', standard, 'x1a')
    .option('--trim <size>', 'trimmed size in millimetres, as in 390x550', trimSize)
    .option('--spots <names>', 'spot colours that the press has, as in 报头红,PANTONE 485 C', names)
    .option('--json', 'print the reports as JSON, and nothing else, on standard output')
    .action(run);
}

function standard(value: string): PreflightProfile['standard'] {
  if (value !== 'x1a' && value !== 'x4') throw new InvalidArgumentError('there are x1a and x4');
  return value;
}

function trimSize(value: string): { width: number; height: number } {
  const match = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/.exec(value);
  if (!match) throw new InvalidArgumentError('give width x height, as in 390x550');
  return { width: Number(match[1]), height: Number(match[2]) };
}

const names = (value: string): string[] =>
  value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

async function run(files: readonly string[], options: Options): Promise<void> {
  const { trim, spots } = options;
  const profile = { standard: options.profile, ...(trim ? { trim } : {}), ...(spots ? { spots } : {}) };
  const reports: (PreflightReport & { file: string })[] = [];
  for (const file of files) reports.push({ file, ...(await check(file, profile)) });
  if (options.json === true) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else for (const report of reports) process.stdout.write(reportLines(report.file, report));
  process.exitCode = reports.every(({ passed }) => passed) ? 0 : 1;
}

async function check(file: string, profile: PreflightProfile): Promise<PreflightReport> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    const facts = { pages: 0, fonts: 0, images: 0, maxInk: 0, minPpi: null };
    const finding = { check: 'structure', page: null, message: 'the file is not there or cannot be read' } as const;
    return { standard: profile.standard, passed: false, findings: [finding], facts };
  }
  return preflight(bytes, profile);
}

/** A report as the desk reads it: one line where all is well, one more for each finding. */
export function reportLines(file: string, { passed, findings, facts, standard }: PreflightReport): string {
  const { pages, images, maxInk, minPpi } = facts;
  const figures = [
    `${pages} page${pages === 1 ? '' : 's'}`,
    ...(minPpi === null ? [] : [`${images} picture${images === 1 ? '' : 's'}, ${Math.floor(minPpi)} ppi at least`]),
    `ink ${Math.round(maxInk)} % at most`,
  ].join(', ');
  const verdict = passed
    ? `passes all ${CHECKS.length} checks`
    : `fails ${new Set(findings.map(({ check }) => check)).size}`;
  const name = standard === 'x1a' ? 'PDF/X-1a' : 'PDF/X-4';
  const lines = findings.map(
    ({ check, page, message }) => `  ${check}${page === null ? '' : `, page ${page}`}: ${message}`,
  );
  return `${[`${file}: ${name} ${verdict} (${figures})`, ...lines].join('\n')}\n`;
}
