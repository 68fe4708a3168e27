import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { build } from '../build.js';
import { renderAll } from '../diagnostics/render.js';
import { hasErrors } from '../diagnostics/types.js';
import type { Helper } from '../helper.js';
import { explainPage } from '../makeup/explain.js';
import type { Edition } from '../pdf/types.js';
import { failedReport, pageLine } from '../report.js';
import { addOptions, type CommandOption, readWords } from './plain-words.js';

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
export const projectFolder = relative(process.cwd(), fileURLToPath(new URL('../..', import.meta.url)));

const OPTIONS: readonly CommandOption[] = [
  { name: '--issues', value: 'dir', about: 'folder of issues', otherwise: join(projectFolder, 'issues') },
  { name: '--layouts', value: 'dir', about: 'folder of papers', otherwise: join(projectFolder, 'layouts') },
  { name: '--fonts', value: 'file', about: 'font roles', otherwise: join(projectFolder, 'fonts/fonts.yaml') },
  { name: '--out', value: 'dir', about: 'folder to write into', otherwise: join(projectFolder, 'out') },
  {
    name: '--pages',
    value: 'list',
    about: 'pages to write, as in 1,4',
    read: pageList,
    mistake: 'give page numbers, as in 1,4',
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
export async function buildIssueCommand(): Promise<Command> {
  const { Command } = await import('commander');
  const command = new Command('build-issue')
    .description('make up an issue and write its press PDFs')
    .argument('<number>', 'issue number, a folder under the issues folder')
    .action((number: string, options: Options) => run(number, options));
  return addOptions(command, OPTIONS);
}

/** Runs `build-issue` where its words are plain; false where they are for commander to read. */
export async function buildIssuePlainly(typed: readonly string[], helper: Helper): Promise<boolean> {
  const plain = readWords(typed, OPTIONS, 1);
  if (plain === null) return false;
  await run(plain.words[0]!, plain.options as unknown as Options, helper);
  return true;
}

function pageList(typed: string): readonly number[] | null {
  const pages = typed.split(',').map((part) => part.trim());
  return pages.every((page) => /^[1-9]\d*$/.test(page)) ? pages.map(Number) : null;
}

async function run(number: string, options: Options, helper?: Helper): Promise<void> {
  const request = {
    issue: number,
    issuesDir: options.issues,
    layoutsDir: options.layouts,
    fontsFile: options.fonts,
    outDir: options.out,
    pages: options.pages ?? null,
    spreadSheets: options.spreadSheets === true,
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    onlyFiles: options.explain !== true,
    now: () => performance.now(),
  };
  const { report, made, diagnostics, sources } = await build(request, helper);
  if (options.explain === true) {
    const asked = made.filter(({ pages }) => pages.some(({ number }) => options.pages?.includes(number) ?? true));
    const text = asked.map(explainPage).join('\n\n');
    (options.json === true ? process.stderr : process.stdout).write(`${text}\n\n`);
  }
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(report ?? failedReport(number, diagnostics, sources), null, 2)}\n`);
  } else {
    if (diagnostics.length > 0) process.stderr.write(`${renderAll(diagnostics, sources)}\n\n`);
    for (const page of report?.pages ?? []) process.stdout.write(`${pageLine(page)}\n`);
    if (report !== null) {
      const { load, makeUp, write, check, total } = report.timings;
      process.stdout.write(
        `issue ${report.issue}: ${total} ms (load ${load}, make up ${makeUp}, write ${write}, check ${check})\n`,
      );
    } else {
      process.stdout.write('nothing was written\n');
    }
  }
  process.exitCode = hasErrors(diagnostics) ? 1 : 0;
}
