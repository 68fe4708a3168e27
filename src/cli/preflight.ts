/** `preflight FILE…`: finished PDFs checked as the press would. Exit 0 all pass, 1 some fail, 2 a fault. */
import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type Language, languageOf } from '../diagnostics/language.js';
import { unwritable } from '../output/fresh-files.js';
import { NoRoom } from '../pdf/pictures/pixels.js';
import type { PressStandard } from '../pdf/types.js';
import { preflight } from '../proof/preflight/preflight.js';
import type { PreflightProfile, PreflightReport } from '../proof/preflight/types.js';
import { mustWrite } from './must-write.js';
import { Refusal } from './refusal.js';
import { speaker } from './say.js';

interface Options {
  readonly profile: PressStandard;
  readonly trim?: { readonly width: number; readonly height: number };
  readonly spots?: readonly string[];
  readonly black?: readonly number[];
  readonly json?: boolean;
}

/** The command. */
export function preflightCommand(): Command {
  return new Command('preflight')
    .description('check finished PDFs as a newsprint press would')
    .argument('<files...>', 'PDF files')
    .addOption(new Option('--profile <standard>', 'what to hold them to').choices(['x1a', 'x4']).default('x1a'))
    .option('--trim <size>', 'trimmed size in mm, as in 390x550', trimSize)
    .option('--spots <names>', 'spot colours the press has ink for, as in red,gold', (value) => value.split(','))
    .option('--black <pages>', 'pages of the file that are printed in black alone, as in 2,3', pageNumbers)
    .option('--json', 'print the reports as JSON')
    .action(run);
}

function trimSize(value: string): { width: number; height: number } {
  const match = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(value);
  if (match === null) throw new Refusal(`--trim wants width × height in mm, as in 390x550, not “${value}”`);
  return { width: Number(match[1]), height: Number(match[2]) };
}

function pageNumbers(value: string): readonly number[] {
  if (!/^[1-9]\d*(?:,[1-9]\d*)*$/.test(value)) throw new Refusal(`--black wants pages, as in 2,3, not “${value}”`);
  return value.split(',').map(Number);
}

async function run(files: readonly string[], options: Options): Promise<void> {
  const profile: PreflightProfile = {
    standard: options.profile,
    ...(options.trim === undefined ? {} : { trim: options.trim }),
    ...(options.spots === undefined ? {} : { spots: options.spots }),
    ...(options.black === undefined ? {} : { black: options.black }),
  };
  const reports: ({ file: string } & PreflightReport)[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
      throw new Refusal(unread(file, cause));
    });
    const report = await preflight([bytes], profile).catch((fault: unknown) => noRoom(fault));
    reports.push({ file, ...report });
  }
  if (options.json === true) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else {
    const say = await speaker();
    const language = await languageOf(process.env);
    for (const report of reports) for (const line of told(report, language)) process.stdout.write(`${say(line)}\n`);
  }
  process.exitCode = reports.every(({ passed }) => passed) ? 0 : 1;
}

/** Pictures' pixels are looked at in files beside memory, and there may be no room for them. */
async function noRoom(fault: unknown): Promise<never> {
  if (fault instanceof NoRoom) await mustWrite([unwritable(fault.folder, fault)]);
  throw fault;
}

/** Why a file is not checked, in the reader's own language where that can be. */
function unread(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `there is no ${file}`;
  return code === 'EISDIR' ? `${file} is a folder: name the PDFs in it` : `${file} cannot be read (${message})`;
}

/** A file's verdict in a line, and a line for each thing found, what artwork has that is hard to print last. */
function told(
  { file, passed, standard, findings, remarks, facts }: { file: string } & PreflightReport,
  { finding }: Language,
): readonly string[] {
  const { pages, fonts, images, maxInk, minPpi } = facts;
  const ink = `ink at most ${Math.round(maxInk)} %`;
  const ppi = minPpi === null ? '' : `, ${Math.floor(minPpi)} ppi at least`;
  const verdict = passed ? 'pass' : `FAIL (${findings.length})`;
  return [
    `${verdict}  ${file}  ${standard}: ${pages} pages, ${fonts} fonts, ${images} pictures, ${ink}${ppi}`,
    ...findings.map(
      ({ check, page, message }) => `  ${page === null ? 'file' : `page ${page}`}: ${finding(message)} [${check}]`,
    ),
    ...remarks.map(({ check, page, message }) => `  page ${page}, in artwork: ${finding(message)} [${check}]`),
  ];
}
