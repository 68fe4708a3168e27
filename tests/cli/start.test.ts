import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_HELPER, startHelper } from '../../src/helper.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'banxin-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('code kept by V8', () => {
  const bundle = (said: string): void =>
    writeFileSync(
      join(folder, 'main.cjs'),
      `(function (exports, require) { exports.main = () => console.log(require('node:path').basename('${said}')); })`,
    );
  const start = pathToFileURL(join(root, 'bin/start.cjs')).href;
  const run = (): string =>
    execFileSync(process.execPath, [
      '--input-type=module',
      '-e',
      `const { start } = await import('${start}'); start(${JSON.stringify(folder)}).main();`,
    ]).toString();

  it('is kept at the first start, used at the next, and made anew where it is damaged or stale', () => {
    bundle('/one');
    expect(run()).toBe('one\n');
    expect(readdirSync(folder)).toContain('main.cjs.code');
    const kept = join(folder, 'main.cjs.code');
    const first = readFileSync(kept);
    expect(run()).toBe('one\n');
    expect(readFileSync(kept).equals(first)).toBe(true);
    for (const damaged of [Buffer.alloc(0), first.subarray(0, 40), Buffer.from(first).fill(7, 60)]) {
      writeFileSync(kept, damaged);
      expect(run()).toBe('one\n');
      expect(readFileSync(kept).length).toBeGreaterThan(60);
    }
    bundle('/two'); // as long as before: V8 itself would not notice
    expect(run()).toBe('two\n');
  });

  it('is another for the second thread, which needs other functions, and kept before it ends', () => {
    writeFileSync(join(folder, 'thread.cjs'), '(function (exports) { exports.said = () => "three"; })');
    const inThread = `
      const { start, keepCode } = require(${JSON.stringify(join(root, 'bin/start.cjs'))});
      require('node:worker_threads').parentPort.postMessage(start(${JSON.stringify(folder)}, 'thread.cjs').said());
      keepCode();`;
    const code = `new (require('node:worker_threads').Worker)(${JSON.stringify(inThread)}, { eval: true }).on('message', console.log)`;
    const runThread = (): string => execFileSync(process.execPath, ['-e', code]).toString();
    expect(runThread()).toBe('three\n');
    expect(readdirSync(folder)).toContain('thread.cjs.thread-code');
    expect(readdirSync(folder)).not.toContain('thread.cjs.code');
    const kept = readFileSync(join(folder, 'thread.cjs.thread-code'));
    expect(runThread()).toBe('three\n');
    expect(readFileSync(join(folder, 'thread.cjs.thread-code')).equals(kept)).toBe(true);
  });
});

describe('the second thread', () => {
  it('is left out where there is one core', () => {
    expect(startHelper({ fontsFile: '' }, 1)).toBe(NO_HELPER);
  });
});
