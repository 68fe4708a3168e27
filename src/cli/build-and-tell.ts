/** A build as a command: what is told of it, and with which status the process ends. */
import { type BuildRequest, build } from '../build.js';
import { cacheFolder } from '../cache/kept.js';
import { languageOf } from '../diagnostics/language.js';
import { renderAll } from '../diagnostics/render.js';
import { type Diagnostic, hasErrors } from '../diagnostics/types.js';
import { explainPage } from '../makeup/explain.js';
import type { Helper } from '../printing/helper.js';
import { failedReport, pageLine, timesLine } from '../report/report.js';
import { explainer, speaker } from './say.js';

/** How it is told. */
export interface Telling {
  /** As JSON, and nothing else, on standard output. */
  readonly json?: boolean;
  /** How each page was made up, too. */
  readonly explain?: boolean;
}

/** Builds an issue and tells of it: exit 0 clean, 1 the issue has problems. */
export async function buildAndTell(
  request: Omit<BuildRequest, 'keptIn'>,
  telling: Telling,
  helper: Helper,
): Promise<void> {
  // How a page was made up is not kept.
  const keeping = telling.explain === true ? {} : { keptIn: cacheFolder('runs') };
  const { report, made, diagnostics, sources } = await build({ ...request, ...keeping }, helper);
  if (telling.explain === true) {
    const asked = made.filter(({ pages }) => pages.some(({ number }) => request.pages?.includes(number) ?? true));
    const say = await explainer();
    const text = asked.map(explainPage).join('\n\n');
    (telling.json === true ? process.stderr : process.stdout).write(`${say(text)}\n\n`);
  }
  if (telling.json === true) {
    process.stdout.write(`${JSON.stringify(report ?? failedReport(request.issue, diagnostics, sources), null, 2)}\n`);
  } else {
    const say = await speaker();
    if (diagnostics.length > 0) {
      const count = diagnostics.length > FEW ? `${say(tally(diagnostics))}\n\n` : '';
      process.stderr.write(`${renderAll(diagnostics, sources, await languageOf(process.env))}\n\n${count}`);
    }
    const lines = report === null ? ['nothing was written'] : [...report.pages.map(pageLine), timesLine(report)];
    for (const line of lines) process.stdout.write(`${say(line)}\n`);
  }
  process.exitCode = hasErrors(diagnostics) ? 1 : 0;
}

/** So many messages are seen at a glance. */
const FEW = 3;

/** How many messages there are of each kind, for those who see only the last of them. */
const tally = (diagnostics: readonly Diagnostic[]): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `errors: ${errors}, warnings: ${diagnostics.length - errors}`;
};
