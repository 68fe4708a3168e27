/** `render-issue NUMBER`: the issue's PDFs as pictures. Exit 0 clean, 1 the issue has problems, 2 a fault. */
import { join } from 'node:path';
import { Command } from 'commander';
import { hasErrors } from '../diagnostics/types.js';
import { replaceFiles } from '../output/new-files.js';
import { isSnapshotFile, snapshotFiles } from '../proof/compare-snapshot.js';
import { mustWrite } from './must-write.js';
import { DEFAULT_DPI, dotsPerInch, ISSUE_OPTIONS, type IssueOptions, renderIssue } from './proofing.js';
import { speaker } from './say.js';

/** Where a build's renders go: beside its PDFs, so that a new build takes them away. */
const rendersFolder = (out: string, number: string): string => join(out, number, 'renders');

/** The command. */
export function renderIssueCommand(): Command {
  const command = new Command('render-issue')
    .description('build an issue and draw its PDFs as PNG files, with thumbnails and page dumps')
    .argument('<number>', 'issue number')
    .option('--dpi <number>', 'dots an inch', dotsPerInch, DEFAULT_DPI);
  for (const option of ISSUE_OPTIONS) command.option(...option);
  return command.action(run);
}

async function run(number: string, options: IssueOptions & { readonly dpi: number }): Promise<void> {
  const { snapshot, diagnostics } = await renderIssue(number, options, options.dpi, 'all');
  const say = await speaker();
  if (snapshot === null) {
    process.stdout.write(`${say('nothing was drawn')}\n`);
  } else {
    const folder = rendersFolder(options.out, number);
    await mustWrite(await replaceFiles(folder, snapshotFiles(snapshot, true), { isOurs: isSnapshotFile }));
    for (const { page, width, height, hash } of snapshot.pages) {
      process.stdout.write(`${say(`page ${page}  ${width}×${height} pixels  ${hash.slice(0, 12)}`)}\n`);
    }
    const all = `issue ${snapshot.issue}: ${snapshot.pages.length} pages at ${snapshot.dpi} dpi in ${folder}`;
    process.stdout.write(`${say(all)}\n`);
  }
  process.exitCode = hasErrors(diagnostics) ? 1 : 0;
}
