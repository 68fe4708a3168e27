#!/usr/bin/env node
// Runs the compiled program, compiling it first when a source is newer: `npm ci` and the first run leave it ready.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { start } from './start.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundled = join(root, 'dist/bundle');

/** When a file was changed, or the newest file under a folder; 0 where there is none. */
function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined || !facts.isDirectory()) return facts?.mtimeMs ?? 0;
  return Math.max(...readdirSync(path).map((name) => newest(join(path, name))));
}

const sources = ['src', 'bin', 'tsconfig.build.json', 'node_modules/.package-lock.json'];
const built = newest(join(root, 'dist/built'));
if (built === 0 || !existsSync(bundled) || sources.some((path) => newest(join(root, path)) > built)) {
  const { compile } = await import('./compile.mjs');
  if (!(await compile(root, bundled))) process.exit(2);
}
// V8 compiles anew what has run for a while (67,584 bytes of bytecode), on cores that both threads need. A build ends
// before that pays, so V8 waits longer with it; the preview goes on.
if (process.argv[2] !== 'preview') setFlagsFromString('--interrupt-budget=1000000');
if (process.argv[2] !== 'compile') await start(bundled).main(process.argv);
// What is left (memory, the second thread) need not be taken apart piece by piece; the preview goes on.
if (process.argv[2] === 'build-issue') process.stdout.write('', () => process.stderr.write('', () => process.exit()));
