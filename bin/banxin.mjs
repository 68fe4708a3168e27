#!/usr/bin/env node
// Runs the compiled program, compiling it first when a source is newer: `npm ci` and the first run leave it ready.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'dist/cli/main.js');

/** When the newest file under a folder was changed. */
function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) time = Math.max(time, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return time;
}

const stale =
  !existsSync(join(root, 'dist/built')) || newest(join(root, 'src')) > statSync(join(root, 'dist/built')).mtimeMs;
if (stale) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
  } catch {
    process.stderr.write('banxin: the program does not compile (see above)\n');
    process.exit(2);
  }
  writeFileSync(join(root, 'dist/built'), '');
}
if (process.argv[2] !== 'compile') await import(pathToFileURL(main).href);
