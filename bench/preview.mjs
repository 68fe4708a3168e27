// `npm run bench:preview [-- --rounds 24 --json]`: from saving a manuscript to the browser showing its page, stage by
// stage, medians. The server and headless Chromium run as they do on a desk; the sample issue is copied first.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const ISSUE = '12867';
/** In milliseconds, at the median, for an edit to one story. */
const TARGET = 250;
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const root = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '24' }, json: { type: 'boolean', default: false } },
});
const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  process.stderr.write('bench:preview: no Chromium is installed (CHROMIUM names one elsewhere)\n');
  process.exit(2);
}

/** What a desk does to a story most: correct a character, take words out, put a sentence in. */
const EDITS = {
  'a character': (text, round) =>
    inBody(text, (body) =>
      body.replace(/[一-龥]{4}(?=[一-龥])/, (four) => four.slice(0, 3) + MARKS[round % MARKS.length]),
    ),
  'words out': (text) => inBody(text, (body) => body.replace(/([一-龥]{6})[一-龥]{3}/, '$1')),
  'a sentence in': (text, round) =>
    inBody(text, (body) => body.replace(/。/, `。这是第${round + 1}次校样时添上的一句话。`)),
};
const MARKS = [...'春夏秋冬东南西北山水风云'];

/** Changes the copy below the front matter. */
function inBody(text, change) {
  const end = text.indexOf('\n---', 3) + 4;
  return text.slice(0, end) + change(text.slice(end));
}

const STAGES = [
  ['saved → seen', 'saved', 'seen'],
  ['seen → started', 'seen', 'started'],
  ['read the files', 'started', 'loaded'],
  ['make up', 'loaded', 'made'],
  ['draw', 'made', 'drawn'],
  ['to the browser', 'drawn', 'received'],
  ['show', 'received', 'shown'],
  ['saved → shown', 'saved', 'shown'],
];

const median = (values) => quantile(values, 0.5);
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Starts the preview of a copy of the issue; gives its address once it can be asked. */
function startPreview(folder) {
  const places = ['--issues', join(folder, 'issues'), '--layouts', join(folder, 'layouts')];
  const child = spawn(process.execPath, [join(root, 'bin/banxin.cjs'), 'preview', ISSUE, '--port', '0', ...places]);
  child.stderr.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (said) => {
      const url = /http:\/\/\S+/.exec(said.toString())?.[0];
      if (url !== undefined) resolve({ child, url });
    });
    child.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)));
  });
}

async function measure(page, file, edit, round, original) {
  await page.evaluate(() => {
    globalThis.next = new Promise((resolve) =>
      addEventListener('banxin:shown', ({ detail }) => resolve(detail), { once: true }),
    );
  });
  const text = edit(original, round);
  if (text === original) throw new Error(`${file}: the edit changes nothing`);
  const saved = performance.timeOrigin + performance.now();
  writeFileSync(file, text);
  const { moments } = await page.evaluate(() => globalThis.next);
  return { ...moments, saved };
}

const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));
for (const name of ['issues', 'layouts']) cpSync(join(root, name), join(folder, name), { recursive: true });
const { child, url } = await startPreview(folder);
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(url);
  await page.waitForSelector('svg.page[data-page]', { timeout: 120_000 });
  const state = await page.evaluate(async () => {
    const source = new EventSource('/events');
    const { data } = await new Promise((resolve) => source.addEventListener('state', resolve));
    source.close();
    return JSON.parse(data);
  });
  const stories = state.pages.flatMap(({ view }) =>
    view.slots
      .filter(({ fit, kind }) => kind === 'story' && fit !== null && fit.lines > 12 && fit.jump?.from == null)
      .map(({ story }) => ({ page: view.number, story })),
  );
  const rounds = Number(options.rounds);
  const results = {};
  for (const [name, edit] of Object.entries(EDITS)) {
    const moments = [];
    for (let round = 0; round < rounds; round++) {
      // Stories of all pages in turn.
      const { page: number, story } = stories[(round * 7) % stories.length];
      const file = join(folder, 'issues', ISSUE, 'articles', `${story}.md`);
      const original = readFileSync(file, 'utf8');
      await page.keyboard.press(String(number));
      await page.waitForSelector(`svg.page[data-page="${number}"]`);
      await page.waitForTimeout(250);
      moments.push({ number, story, ...(await measure(page, file, edit, round, original)) });
      await page.waitForTimeout(150);
    }
    results[name] = Object.fromEntries(
      STAGES.map(([stage, from, to]) => {
        const times = moments.map((one) => one[to] - one[from]);
        return [stage, { median: median(times), p90: quantile(times, 0.9) }];
      }),
    );
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else print(results, rounds, stories.length);
  const worst = Math.max(...Object.values(results).map((stages) => stages['saved → shown'].median));
  process.exitCode = worst < TARGET ? 0 : 1;
} finally {
  await browser.close();
  child.removeAllListeners('exit');
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}

function print(results, rounds, stories) {
  const names = Object.keys(results);
  const cell = ({ median, p90 }) => `${median.toFixed(0)} (${p90.toFixed(0)})`.padStart(16);
  process.stdout.write(`${availableParallelism()} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}\n`);
  process.stdout.write(`milliseconds, median (90th percentile), ${rounds} saves each over ${stories} stories\n\n`);
  process.stdout.write(`${''.padEnd(16)}${names.map((name) => name.padStart(16)).join('')}\n`);
  for (const [stage] of STAGES) {
    process.stdout.write(`${stage.padEnd(16)}${names.map((name) => cell(results[name][stage])).join('')}\n`);
  }
}
