// TypeScript → JavaScript, and that with the packages it uses → a bundle under dist/bundle/, noted in dist/built.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle, makeFolder, replaceFile } from './bundle.mjs';
import { say } from './refuse.mjs';
import sources from './sources.cjs';

/** Whether it compiled; what is wrong is on standard error. Others may compile and run at the same time. */
export async function compile(root) {
  // A source that is saved from now on may not be in it; one saved between these two is looked into at the next start.
  const dates = sources.datesOf(root);
  const contents = sources.contentsOf(root);
  const dist = join(root, 'dist');
  const bundles = join(dist, 'bundle');
  makeFolder(dist);
  makeFolder(bundles);
  const compiled = mkdtempSync(join(dist, COMPILED));
  try {
    if (!typescript(root, compiled)) return false;
    const made = await bundle(compiled, bundles, dist);
    retire(root, bundles);
    replaceFile(sources.noteIn(root), sources.noteOf({ bundle: made, contents, dates }));
  } finally {
    rmSync(compiled, { recursive: true, force: true });
  }
  for (const name of readdirSync(bundles)) forget(join(bundles, name));
  for (const name of readdirSync(dist)) if (name.startsWith(COMPILED)) forget(join(dist, name));
  return true;
}

const COMPILED = 'compiled-';

function typescript(root, folder) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const words = ['-p', join(root, 'tsconfig.build.json'), '--outDir', folder];
  try {
    execFileSync(process.execPath, [tsc, ...words], { cwd: root, stdio: ['ignore', 2, 2] });
    return true;
  } catch {
    say('banxin: the program does not compile (see above)', 'banxin: 程序编译不了（见上）');
    say('  hint: Where it is packages that are missing, run `npm ci`.', '  建议：如果缺软件包，运行`npm ci`');
    return false;
  }
}

/** Dates the last bundle: it may run until now, and is not started any more. */
function retire(root, bundles) {
  try {
    const now = new Date();
    utimesSync(join(bundles, sources.noted(root).bundle), now, now);
  } catch {
    // There was none.
  }
}

/** In milliseconds: a preview of yesterday's program may still run. */
const DAY = 86_400_000;

/** Takes away what was left more than a day ago. */
function forget(path) {
  const left = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - left <= DAY) return;
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Another's, who may.
  }
}
