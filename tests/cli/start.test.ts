import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_HELPER, startHelper } from '../../src/printing/helper.js';
import { smallDesk } from '../proof/desk.js';
import { banxinInShell, banxinUnread } from './run.js';

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

  it('is kept anew where a run needs more than any before, and stays where one needs less', () => {
    const more = join(folder, 'more');
    mkdirSync(more);
    const parts = Array.from({ length: 400 }, (_, index) => `() => { let sum = ${index}; for (;;) return ++sum; }`);
    const main = `(function (exports) { const all = [${parts.join()}]; exports.main = (n) => all.slice(0, n).map((each) => each()); })`;
    writeFileSync(join(more, 'main.cjs'), main);
    const call = (count: number): void => {
      const code = `import { start } from '${start}'; start(${JSON.stringify(more)}).main(${count});`;
      execFileSync(process.execPath, ['--input-type=module', '-e', code]);
    };
    const kept = (): { size: number; ino: number } => {
      const { size, ino } = statSync(join(more, 'main.cjs.code'));
      return { size, ino };
    };
    call(1);
    const few = kept();
    call(400);
    const all = kept();
    expect(all.size).toBeGreaterThan(few.size * 2);
    for (const count of [1, 400]) call(count);
    expect(kept()).toEqual(all);
    const notes = readdirSync(more).filter((name) => name.startsWith('most-'));
    expect(notes).toHaveLength(1);
    const note = join(more, notes[0]!);
    const noted = (): string => readFileSync(note, 'latin1');
    const [most] = noted().split(' ');
    expect(noted()).toBe(`${most} 2`);
    writeFileSync(note, 'damaged');
    call(400);
    expect([kept(), noted()]).toEqual([all, `${most} 0`]);
  });

  it('is not looked at for some time where several runs in a row needed no more', () => {
    const rest = join(folder, 'rest');
    mkdirSync(rest);
    writeFileSync(join(rest, 'main.cjs'), '(function (exports) { exports.main = () => undefined; })');
    const call = (): void => {
      const code = `import { start } from '${start}'; start(${JSON.stringify(rest)}).main();`;
      execFileSync(process.execPath, ['--input-type=module', '-e', code]);
    };
    call();
    const note = join(rest, readdirSync(rest).find((name) => name.startsWith('most-'))!);
    const noted = (): string => readFileSync(note, 'latin1');
    const most = 9e9;
    writeFileSync(note, `${most} 7`);
    call();
    expect(noted()).toBe(`${most} 8`);
    call();
    expect(noted()).toBe(`${most} 8`);
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(note, hourAgo, hourAgo);
    call();
    expect(noted()).toBe(`${most} 9`);
  });

  it('is another for the second thread, which needs other functions, and kept before it ends', () => {
    writeFileSync(join(folder, 'thread.cjs'), '(function (exports) { exports.said = () => "three"; })');
    const inThread = `
      const { start, turn, keepCode } = require(${JSON.stringify(join(root, 'bin/start.cjs'))});
      turn('thread-code', '');
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

describe('code kept by V8 for a program that runs another way', () => {
  it('is another, and does not take the place of the first', () => {
    const bundled = join(folder, 'ways');
    mkdirSync(bundled);
    writeFileSync(
      join(bundled, 'main.cjs'),
      '(function (exports, require) { exports.main = (turn) => { turn(); return require("./more.cjs").said(); }; })',
    );
    writeFileSync(join(bundled, 'more.cjs'), '(function (exports) { exports.said = () => "more"; })');
    const start = pathToFileURL(join(root, 'bin/start.cjs')).href;
    const run = (turn: string): string =>
      execFileSync(process.execPath, [
        '--input-type=module',
        '-e',
        `const { start, turn } = await import('${start}');
        turn('code', '--flush-bytecode');
        console.log(start(${JSON.stringify(bundled)}).main(() => ${turn}));`,
      ]).toString();
    /** Which file each name is: one that is kept anew is another. */
    const kept = (): Record<string, number> =>
      Object.fromEntries(
        readdirSync(bundled)
          .filter((name) => name.endsWith('code'))
          .map((name) => [name, statSync(join(bundled, name)).ino]),
      );
    const onePage = 'turn("page-code", "--no-flush-bytecode")';
    expect(run(onePage)).toBe('more\n');
    const first = kept();
    expect(Object.keys(first)).toEqual(['main.cjs.code', 'more.cjs.page-code']);
    // What is there already V8 takes: it is not kept anew.
    expect(run('undefined')).toBe('more\n');
    const both = kept();
    expect(Object.keys(both)).toEqual(['main.cjs.code', 'more.cjs.code', 'more.cjs.page-code']);
    expect(both).toMatchObject(first);
    run('undefined');
    run(onePage);
    expect(kept()).toEqual(both);
  });
});

it('a script that cannot be opened for want of files is not damaged: the bundle stays', () => {
  const bundled = join(folder, 'no-files');
  mkdirSync(bundled);
  writeFileSync(join(bundled, 'main.cjs'), '(function () {})');
  writeFileSync(join(bundled, 'name'), '{}');
  const code = `
    const fs = require('node:fs');
    fs.openSync = () => { throw Object.assign(new Error('too many'), { code: process.argv[1] }); };
    try { require(${JSON.stringify(join(root, 'bin/start.cjs'))}).start(${JSON.stringify(bundled)}); }
    catch ({ message }) { console.log(message); }`;
  for (const [lack, stays] of [
    ['EMFILE', true],
    ['ENFILE', true],
    ['ENOENT', false],
  ] as const) {
    expect(execFileSync(process.execPath, ['-e', code, lack]).toString()).toBe('too many\n');
    expect(existsSync(join(bundled, 'name')), lack).toBe(stays);
  }
});

describe('room for new things', () => {
  it('grows as was said last, whatever V8 is told while a script is compiled, on a second thread too', () => {
    const bundled = join(folder, 'room');
    mkdirSync(bundled);
    const filling = `{
      const { getHeapSpaceStatistics } = require('node:v8');
      const alive = [];
      for (let made = 0; made < 20; made++) alive.push(Array.from({ length: 20_000 }, (_, at) => ({ at })));
      exports.megabytes = getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size / 2 ** 20;
    }`;
    writeFileSync(join(bundled, 'main.cjs'), `(function (exports, require) ${filling})`);
    const start = join(root, 'bin/start.cjs');
    const thread = `
      const { start, turn } = require(${JSON.stringify(start)});
      turn('thread-code', '--semi-space-growth-factor=4');
      require('node:worker_threads').parentPort.postMessage(start(${JSON.stringify(bundled)}).megabytes);`;
    /** Megabytes that new things have in the end, on the first thread and on a second. */
    const room = (factor: number): readonly number[] => {
      const code = `
        const { growBy, start, turn } = require(${JSON.stringify(start)});
        turn('code', '--semi-space-growth-factor=4');
        growBy(${factor});
        const own = start(${JSON.stringify(bundled)}).megabytes;
        const worker = new (require('node:worker_threads').Worker)(${JSON.stringify(thread)}, { eval: true });
        worker.on('message', (other) => console.log(JSON.stringify([own, other])));`;
      return JSON.parse(execFileSync(process.execPath, ['-e', code]).toString());
    };
    expect(Math.max(...room(1))).toBeLessThan(Math.min(...room(2)));
  });
});

describe('the second thread', () => {
  it('is left out where there is one core', () => {
    expect(startHelper({ fontsFile: '' }, 1)).toBe(NO_HELPER);
  });
});

it('a reader that goes away is no fault', async () => {
  expect((await banxinUnread('preflight', 'package.json')).stderr).toBe('');
});

it.runIf(existsSync('/dev/full'))('what cannot be told, as on a full disk, does not pass for told', () => {
  const desk = smallDesk(folder);
  const words = ['--issues', desk.issues, '--layouts', desk.layouts, '--out', join(folder, 'out')];
  for (const command of [
    ['build-issue', '7', ...words, '--json'],
    ['--help'],
    ['build-issue', '--help'],
    ['preview', '--help'],
  ]) {
    const { code, stderr } = banxinInShell('exec "$@" > /dev/full', ...command);
    expect([code, stderr.split('\n').at(-2)]).toEqual([2, 'banxin: what it has to tell cannot be written (ENOSPC)']);
  }
  expect(banxinInShell('exec "$@" 2> /dev/full', 'build-issue', '7', ...words).code).toBe(2);
  expect(readdirSync(join(folder, 'out/7'))).toContain('7.pdf');
});

it('a folder that is gone is no place to be run in', () => {
  const gone = join(folder, 'gone');
  mkdirSync(gone);
  const { code, stdout, stderr } = banxinInShell(`cd '${gone}'; rmdir '${gone}'; exec "$@"`, 'build-issue', '7');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('banxin: the folder that it is run in is gone: change into another one\n');
});
