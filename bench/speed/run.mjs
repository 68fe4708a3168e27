// `npm run bench [-- --runs 9 --json]`: whole cold processes, in turn, in one run; medians, and ratios to Typst.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { edited, peer, replanned, sampleIssue, textIssue } from './contestants.mjs';
import { pagesOf, poolOf } from './copy.mjs';
import { print } from './report.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = '12867';
/** A manuscript, and the page that it stands on. */
const EDITED = { file: 'articles/paper-story.md', page: 2 };
/** What is kept of the issues themselves; put aside while the bench runs. */
const KEPT = ['pictures', 'runs', 'preflight'];
const forget = (name, meant = () => true) => {
  const folder = join(root, '.cache', name);
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) if (meant(file)) rmSync(join(folder, file), { recursive: true });
};
const forgetAll = () => {
  for (const name of KEPT) forget(name);
};

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const work = mkdtempSync(join(tmpdir(), 'banxin-bench-'));
const kept = (name) => join(root, '.cache', name);
const aside = (name) => `${kept(name)}-aside-${process.pid}`;
const issues = join(work, 'sample');
cpSync(join(root, 'issues', SAMPLE), join(issues, SAMPLE), { recursive: true });
const pool = poolOf(join(root, 'issues', SAMPLE, 'articles'));
const text = (count) => (round) => textIssue(work, pagesOf(pool, count, round));
const rival = (name, count) => (round) => peer(work, name, pagesOf(pool, count, round));
const contestants = {
  node: () => ({ args: ['-e', '0'], out: null }),
  'text-1': text(1),
  'typst-1': rival('typst', 1),
  'pdfkit-1': rival('pdfkit', 1),
  'text-8': text(8),
  'typst-8': rival('typst', 8),
  'pdfkit-8': rival('pdfkit', 8),
  'text-8-edit': (round) =>
    edited(text(8)(round), join(work, 'issues/90008/articles', `page-${1 + (round % 8)}-top.md`), round),
  'issue-warm': () => {
    forget('runs');
    // What preflight saw in pictures' own data counts as kept with them; what it said of pages and files does not.
    forget('preflight', (file) => !file.startsWith('picture-'));
    return sampleIssue(work, SAMPLE);
  },
  'issue-edit': (round) => edited(sampleIssue(work, SAMPLE, issues), join(issues, SAMPLE, EDITED.file), round),
  'issue-plan': (round) =>
    replanned(sampleIssue(work, SAMPLE, issues), join(issues, SAMPLE, 'issue.yaml'), EDITED.page, round),
  'issue-cold': () => {
    forgetAll();
    return sampleIssue(work, SAMPLE);
  },
  'text-64': text(64),
};

/** What a machine has set for Node beside this: certificates of its network alone take Node half as long again to start. */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, BANXIN_CACHE, ...env } = process.env;

/** Microseconds that a page of 4 kB takes that is touched for the first time: machines differ by ten times. */
function touchCost() {
  const [page, pages] = [4096, 16384];
  const fresh = Buffer.allocUnsafeSlow(page * pages);
  const start = process.hrtime.bigint();
  for (let at = 0; at < fresh.length; at += page) fresh[at] = 1;
  return Number(process.hrtime.bigint() - start) / 1e3 / pages;
}

/** One cold process: seconds, peak memory in MB, bytes of its PDFs. */
function measure({ args, out }) {
  if (out !== null) rmSync(out, { recursive: true, force: true });
  const memory = join(work, 'memory');
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], {
    env: { ...env, BENCH_MEMORY: memory },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // Status 1: copy that was drawn for the bench and fits badly is reported, and set.
  if (status === null || status > 1 || (out !== null && !existsSync(out))) throw new Error(String(stderr));
  return { seconds, memory: Number(readFileSync(memory, 'utf8')) / 1024, bytes: out === null ? 0 : bytesOf(out) };
}

const hook = join(root, 'bench/speed/memory.cjs');
const bytesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0)
    : statSync(path).size;
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const wanted = Object.keys(contestants).filter((name) => options.only?.split(',').includes(name) ?? true);
const samples = new Map(wanted.map((name) => [name, []]));
for (const name of KEPT) if (existsSync(kept(name))) renameSync(kept(name), aside(name));
try {
  // Round −1 is not counted: it compiles, and fills the caches that the first build on a machine fills.
  for (let round = -1; round < Number(options.runs); round++) {
    for (const name of wanted) {
      const sample = measure(contestants[name](round + 1));
      if (round >= 0) samples.get(name).push(sample);
    }
  }
} finally {
  for (const name of KEPT) {
    rmSync(kept(name), { recursive: true, force: true });
    if (existsSync(aside(name))) renameSync(aside(name), kept(name));
  }
  rmSync(work, { recursive: true, force: true });
}

const figures = Object.fromEntries(
  [...samples].map(([name, runs]) => [
    name,
    {
      seconds: median(runs.map(({ seconds }) => seconds)),
      fastest: Math.min(...runs.map(({ seconds }) => seconds)),
      memory: Math.max(...runs.map(({ memory }) => memory)),
      bytes: median(runs.map(({ bytes }) => bytes)),
    },
  ]),
);
const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 2 ** 30),
  touch: touchCost(),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
};
print({ date: new Date().toISOString().slice(0, 10), runs: Number(options.runs), machine, figures }, options.json);
