import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '../cache/project.js';
import type { Edition } from '../pdf/types.js';
import { isOnePage, NO_HELPER, startHelper } from '../printing/helper.js';
import { clock } from '../report/stopwatch.js';
import { addOptions, type CommandOption, readWords } from './plain-words.js';

/** What is told to those who started the program. */
export interface Host {
  /** No more than a page is to be printed. */
  onePage(): void;
  /** The issue is read, and its pages are to be made up. */
  laid(): void;
}

interface Options {
  readonly issues: string;
  readonly layouts: string;
  readonly fonts: string;
  readonly out: string;
  readonly pages?: readonly number[];
  readonly spreadSheets?: boolean;
  readonly edition?: Edition;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** The project's own folder, as seen from where the command is run: messages name short paths. */
export const projectFolder = relative(process.cwd(), projectRoot);

const OPTIONS: readonly CommandOption[] = [
  { name: '--issues', value: 'dir', about: 'folder of issues', otherwise: join(projectFolder, 'issues') },
  { name: '--layouts', value: 'dir', about: 'folder of papers', otherwise: join(projectFolder, 'layouts') },
  { name: '--fonts', value: 'file', about: 'font roles', otherwise: join(projectFolder, 'fonts/fonts.yaml') },
  { name: '--out', value: 'dir', about: 'folder to write into', otherwise: join(projectFolder, 'out') },
  {
    name: '--pages',
    value: 'list',
    about: 'pages to write, as in 1,4-5',
    read: pageList,
    mistake: 'give page numbers, as in 1,4-5',
  },
  {
    name: '--edition',
    value: 'name',
    about: 'for the press (paper.yaml says which) or for readers',
    choices: ['x1a', 'x4', 'screen'],
  },
  { name: '--spread-sheets', about: 'write each spread also as one sheet, uncut' },
  {
    name: '--explain',
    about: 'print how each page was made up: its tree, lines, and what they cost (with --json on standard error)',
  },
  { name: '--json', about: 'print the report as JSON, and nothing else, on standard output' },
];

/** `build-issue NUMBER`: exit 0 clean, 1 the issue has problems, 2 a fault of the program. */
export async function buildIssueCommand(host: Host): Promise<Command> {
  const { Command } = await import('commander');
  const command = new Command('build-issue')
    .description('make up an issue and write its press PDFs')
    .argument('<number>', 'issue number, a folder under the issues folder')
    .action((number: string, options: Options) => run(number, options, host));
  return addOptions(command, OPTIONS);
}

/** Runs `build-issue` where its words are plain; false where they are for commander to read. */
export async function buildIssuePlainly(typed: readonly string[], host: Host): Promise<boolean> {
  const plain = readWords(typed, OPTIONS, 1);
  if (plain === null) return false;
  await run(plain.words[0]!, plain.options as unknown as Options, host);
  return true;
}

/** One page, or as the plan names a spread the first and the last of several. */
const PAGES = /^([1-9]\d{0,3})(?:[-–]([1-9]\d{0,3}))?$/;

function pageList(typed: string): readonly number[] | null {
  const parts = typed.split(/[,，、]/).map((part) => PAGES.exec(part.trim()));
  const pages = parts.map((part) => {
    if (part === null) return [];
    const [first, last] = [Number(part[1]), Number(part[2] ?? part[1])];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
  return pages.every(({ length }) => length > 0) ? [...new Set(pages.flat())] : null;
}

async function run(number: string, options: Options, host: Host): Promise<void> {
  const request = {
    issue: number,
    issuesDir: options.issues,
    layoutsDir: options.layouts,
    fontsFile: options.fonts,
    outDir: options.out,
    pages: options.pages ?? null,
    spreadSheets: options.spreadSheets === true,
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    now: clock,
    laid: host.laid,
  };
  // The second thread starts while the first reads the program.
  const isOne = isOnePage(request);
  if (isOne) host.onePage();
  const helper = isOne || options.explain === true || options.edition === 'screen' ? NO_HELPER : startHelper(request);
  const { buildAndTell } = await import('./build-and-tell.js');
  await buildAndTell(request, options, helper);
}
