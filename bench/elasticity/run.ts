/**
 * How far the paper's templates bend: `npm run -s elasticity -- --days 300 --seed 1 --json`. Every story of the
 * sample issue's pages is made longer or shorter at random, day by day, and each page made up with each template
 * of its kind. `--passages 2` lets two sentences of each story be left out. `--pages 1,4` tries some pages only,
 * `--workers N` works on several days at once; neither changes a figure.
 */
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Command, InvalidArgumentError } from 'commander';
import { renderAll } from '../../src/diagnostics/render.js';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { loadIssue } from '../../src/issue/load.js';
import type { Desk } from '../../src/makeup/types.js';
import { type PageDay, pageDay } from './day.js';
import { type Trial, trialsOf } from './pages.js';
import { elasticityOf, table } from './report.js';

interface Job {
  readonly days: number;
  readonly seed: number;
  readonly passages: number;
  readonly issue: string;
  readonly pages: readonly string[] | null;
  readonly issues: string;
  readonly layouts: string;
  readonly fonts: string;
}

/** What a worker sends back: a page's day. */
interface Done {
  readonly page: string;
  readonly day: number;
  readonly result: PageDay;
}

async function deskOf({ issue, issues, layouts, fonts: list }: Job): Promise<Desk> {
  const fonts = (await loadFonts(list)).value ?? (await loadFonts(DEFAULT_FONTS)).value!;
  const { value, diagnostics, sources } = await loadIssue(issues, issue, layouts, fonts.roles);
  if (value === null) {
    process.stderr.write(`${renderAll(diagnostics, sources)}\n`);
    process.exit(1);
  }
  return { ...value, fonts };
}

const wanted = ({ pages }: Job, trial: Trial): boolean =>
  pages?.some((page) => trial.plan.numbers.map(String).includes(page)) ?? true;

/** Works through the days from `first` on, each `step`th. */
async function work(job: Job, first: number, step: number, tell: (done: Done) => void): Promise<readonly Trial[]> {
  const desk = await deskOf(job);
  const trials = trialsOf(desk).filter((trial) => wanted(job, trial));
  for (let day = first; day < job.days; day += step) {
    for (const trial of trials)
      tell({ page: trial.page, day, result: pageDay(trial, desk, job.seed, day, job.passages) });
  }
  return trials;
}

const whole = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
};

const command = new Command('elasticity')
  .description('how far a paper’s templates bend: its stories drawn longer and shorter, day by day')
  .option('--days <number>', 'so many days', whole, 300)
  .option('--seed <number>', 'days are drawn from it', whole, 1)
  .option('--passages <number>', 'so many sentences of each story may be left out', whole, 0)
  .option('--issue <number>', 'the issue whose stories are drawn', '12867')
  .option('--issues <dir>', 'folder of issues', 'issues')
  .option('--layouts <dir>', 'folder of papers', 'layouts')
  .option('--fonts <file>', 'list of fonts', join('fonts', 'fonts.yaml'))
  .option('--pages <list>', 'these pages only, as in 1,4', (value) => value.split(','))
  .option('--workers <number>', 'works on so many days at once', whole, 1)
  .option('--json', 'print the figures as JSON', false);

interface Options extends Omit<Job, 'pages'> {
  readonly pages?: readonly string[];
  readonly workers: number;
  readonly json: boolean;
}

async function main(): Promise<void> {
  const { pages: asked = null, workers, json, ...options } = command.parse().opts<Options>();
  const job: Job = { ...options, pages: asked };
  const results = new Map<string, PageDay[]>();
  const keep = ({ page, day, result }: Done): void => {
    const days = results.get(page) ?? [];
    days[day] = result;
    results.set(page, days);
  };
  if (workers < 2) await work(job, 0, 1, keep);
  else await Promise.all(Array.from({ length: workers }, (_, first) => inWorker(job, first, workers, keep)));
  const trials = trialsOf(await deskOf(job)).filter((trial) => wanted(job, trial));
  const pages = trials.map((trial) => elasticityOf(trial, results.get(trial.page) ?? []));
  const { days, seed, passages, issue } = job;
  process.stdout.write(
    json ? `${JSON.stringify({ issue: Number(issue), days, seed, passages, pages }, null, 2)}\n` : `${table(pages)}\n`,
  );
}

function inWorker(job: Job, first: number, step: number, tell: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { job, first, step } });
    worker.on('message', tell);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

if (isMainThread) await main();
else {
  const { job, first, step } = workerData as { job: Job; first: number; step: number };
  await work(job, first, step, (done) => parentPort!.postMessage(done));
}
