import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as builds from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type * as helpers from '../../src/printing/helper.js';
import { isOnePage } from '../../src/printing/helper.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'banxin-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The compiled program, beside its packages: sources cannot start a thread.
mkdirSync(join(root, 'dist'), { recursive: true });
const program = mkdtempSync(join(root, 'dist/compiled-'));
afterAll(() => rmSync(program, { recursive: true }));
let build: typeof builds.build;
let startHelper: typeof helpers.startHelper;
beforeAll(async () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', program]);
  const compiled = (name: string): string => pathToFileURL(join(program, name)).href;
  ({ build } = (await import(/* @vite-ignore */ compiled('build.js'))) as typeof builds);
  ({ startHelper } = (await import(/* @vite-ignore */ compiled('printing/helper.js'))) as typeof helpers);
});

const request = (out: string): builds.BuildRequest => ({
  issue: '12867',
  issuesDir: join(root, 'issues'),
  layoutsDir: join(root, 'layouts'),
  fontsFile: DEFAULT_FONTS,
  outDir: join(folder, out),
  pages: null,
  now: () => 0,
});
const filesIn = (out: string): ReadonlyMap<string, Buffer> => {
  const files = join(folder, out, '12867');
  return new Map(readdirSync(files).map((name) => [name, readFileSync(join(files, name))]));
};
const told = ({ report }: builds.BuildResult): unknown => ({ ...report, timings: null });

describe('an issue printed on two threads', () => {
  const expectSame = (out: string, result: builds.BuildResult, alone: builds.BuildResult, as = 'one'): void => {
    expect(told(result), out).toEqual(told(alone));
    const [files, expected] = [filesIn(out), filesIn(as)];
    expect([...files.keys()], out).toEqual([...expected.keys()]);
    for (const [name, bytes] of files) expect(bytes.equals(expected.get(name)!), `${out} ${name}`).toBe(true);
  };
  const start = { fontsFile: DEFAULT_FONTS };

  it('has the bytes and the report of one thread, whatever becomes of the second', async () => {
    const alone = await build(request('one'), startHelper(start, 1));
    expect(filesIn('one').size).toBe(9);

    const done = { here: 0 };
    /** Counts what is printed on the first thread. */
    const counting = (helper: helpers.Helper): helpers.Helper => ({
      ...helper,
      printer: (order, house, here) =>
        helper.printer(order, house, () => {
          const own = here();
          const print: typeof own.print = async (...run) => {
            done.here += 1;
            await own.print(...run);
          };
          return { ...own, print };
        }),
    });
    expectSame('two', await build(request('two'), counting(startHelper(start, 2))), alone);
    expect(done.here).toBe(0);

    // It finds other fonts than the first thread has read.
    const other = join(folder, 'other.yaml');
    writeFileSync(other, readFileSync(DEFAULT_FONTS, 'utf8').replaceAll('400Regular', '300Light'));
    expectSame('three', await build(request('three'), counting(startHelper({ fontsFile: other }, 2))), alone);
    expect(done.here).toBeGreaterThan(0);

    // It is ended in the middle of it.
    done.here = 0;
    const ended = startHelper(start, 2);
    const ending: helpers.Helper = {
      ...ended,
      printer: (...order) => {
        const printer = ended.printer(...order);
        return {
          ...printer,
          finish: async (isWhole) => {
            ended.close();
            return printer.finish(isWhole);
          },
        };
      },
    };
    expectSame('four', await build(request('four'), counting(ending)), alone);
    expect(done.here).toBeGreaterThan(0);

    // What it says in the end cannot be read.
    done.here = 0;
    process.once('worker', (worker) => {
      const { emit } = worker;
      worker.emit = (event: string, ...said: unknown[]) =>
        Reflect.apply(emit, worker, [event === 'message' ? 'messageerror' : event, ...said]) as boolean;
    });
    expectSame('five', await build(request('five'), counting(startHelper(start, 2))), alone);
    expect(done.here).toBeGreaterThan(0);

    // It hears nothing, and waits for ever; then it cannot even be ended.
    for (const [out, end] of [
      ['six', null],
      ['seven', () => new Promise<never>(() => undefined)],
    ] as const) {
      done.here = 0;
      const begun = once(process, 'worker') as Promise<[Worker]>;
      const hanging = startHelper(start, 2, 200);
      const [thread] = await begun;
      thread.postMessage = () => undefined;
      if (end !== null) thread.terminate = end;
      expectSame(out, await build(request(out), counting(hanging)), alone);
      expect(done.here, out).toBeGreaterThan(0);
      await Worker.prototype.terminate.call(thread);
    }
  });

  it('has anew what is damaged of the runs that are kept', async () => {
    const alone = await build(request('alone'));
    const keptIn = join(folder, 'runs');
    const keeping = (out: string): builds.BuildRequest => ({ ...request(out), keptIn });
    await build(keeping('kept'), startHelper(start, 2));
    const files = readdirSync(keptIn).filter((name) => name.includes('.'));
    rmSync(join(keptIn, files[0]!));
    writeFileSync(join(keptIn, readdirSync(keptIn).find((name) => !name.includes('.'))!), 'spoilt');
    expectSame('again', await build(keeping('again'), startHelper(start, 2)), alone, 'alone');
  });

  it('has pictures that the first thread sets while it waits', async () => {
    const issuesDir = join(folder, 'issues');
    cpSync(join(root, 'issues/12867'), join(issuesDir, '12867'), { recursive: true });
    const photos = join(issuesDir, '12867/photos');
    // Photographs that nobody has separated yet.
    for (const name of readdirSync(photos).filter((each) => each.endsWith('.jpg'))) {
      const photo = readFileSync(join(photos, name));
      writeFileSync(join(photos, name), await sharp(photo).withMetadata().flop().jpeg({ quality: 88 }).toBuffer());
    }
    const prepared: string[] = [];
    const helper = startHelper(start, 2);
    const watching: helpers.Helper = {
      ...helper,
      printer: (order, house, here) =>
        helper.printer(order, house, () => {
          const own = here();
          return {
            ...own,
            prepare: async (run) => {
              prepared.push(...run.pages.flatMap(({ images }) => images.map(({ item }) => item.file)));
              await own.prepare(run);
            },
          };
        }),
    };
    const both = await build({ ...request('eight'), issuesDir }, watching);
    expect(prepared).not.toEqual([]);
    const alone = await build({ ...request('nine'), issuesDir });
    expectSame('eight', both, alone, 'nine');
  });
});

describe('one page', () => {
  const isOne = (plan: string | null, pages: readonly number[] | null = null): boolean => {
    rmSync(join(folder, '8'), { recursive: true, force: true });
    mkdirSync(join(folder, '8'));
    if (plan !== null) writeFileSync(join(folder, '8/issue.yaml'), plan);
    return isOnePage({ issuesDir: folder, issue: '8', pages });
  };
  const page = (number: string): string => `  ${number}:\n    layout: front\n    slots:\n      lead: bridge-1\n`;

  it('is seen in the plan or in what is asked for, and needs no second thread; nor does no plan', () => {
    expect(isOne(`pages:\n${page('1')}`)).toBe(true);
    expect(isOne(`pages:\n${page('1')}${page('2')}`, [2])).toBe(true);
    expect(isOne(null)).toBe(true);
  });

  it('is not seen in more, however the plan is written', () => {
    expect(isOne(`pages:\n${page('1')}${page('6-7')}`)).toBe(false);
    expect(isOne(`pages:\n${page('1')}${page('2')}`, [1, 2])).toBe(false);
    expect(isOne('pages: { 1: { layout: front }, 2: { layout: front } }\n')).toBe(false);
  });
});
