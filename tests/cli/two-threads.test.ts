import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as builds from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type * as helpers from '../../src/helper.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'banxin-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The compiled program: sources cannot start a thread.
let build: typeof builds.build;
let startHelper: typeof helpers.startHelper;
let compiledHelper: typeof helpers;
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'bin/banxin.cjs'), 'compile']);
  const compiled = (name: string): string => pathToFileURL(join(root, 'dist', name)).href;
  ({ build } = (await import(/* @vite-ignore */ compiled('build.js'))) as typeof builds);
  compiledHelper = (await import(/* @vite-ignore */ compiled('helper.js'))) as typeof helpers;
  ({ startHelper } = compiledHelper);
});

const request = (out: string): builds.BuildRequest => ({
  issue: '12867',
  issuesDir: join(root, 'issues'),
  layoutsDir: join(root, 'layouts'),
  fontsFile: DEFAULT_FONTS,
  outDir: join(folder, out),
  pages: null,
  onlyFiles: true,
  keptIn: null,
  now: () => 0,
});
const filesIn = (out: string): ReadonlyMap<string, Buffer> => {
  const files = join(folder, out, '12867');
  return new Map(readdirSync(files).map((name) => [name, readFileSync(join(files, name))]));
};
const told = ({ report }: builds.BuildResult): unknown => ({ ...report, timings: null });

describe('an issue printed on two threads', () => {
  it('has the bytes and the report of one thread, whatever the second gives', async () => {
    const alone = await build(request('one'), startHelper(1));
    const expected = filesIn('one');
    expect(expected.size).toBe(9);

    const counted = { beside: 0 };
    const spying = (hands: boolean): helpers.Helper => {
      const helper = startHelper(2);
      return {
        ...helper,
        share: (job) => {
          const share = helper.share(job);
          // All is left to the second thread.
          return {
            take: () => Number.MAX_SAFE_INTEGER,
            beside: (from, each) =>
              share.beside(from, (at, run) => {
                counted.beside += 1;
                if (hands) each(at, run);
              }),
          };
        },
      };
    };
    const both = await build(request('two'), spying(true));
    expect(counted.beside).toBeGreaterThan(0);
    const failing = await build(request('three'), spying(false));
    for (const [out, result] of [
      ['two', both],
      ['three', failing],
    ] as const) {
      expect(told(result), out).toEqual(told(alone));
      const files = filesIn(out);
      expect([...files.keys()], out).toEqual([...expected.keys()]);
      for (const [name, bytes] of files) expect(bytes.equals(expected.get(name)!), `${out} ${name}`).toBe(true);
    }
  });
});

describe('a second thread', () => {
  const helps = (plan: string | null, pages: readonly number[] | null = null): boolean => {
    rmSync(join(folder, '8'), { recursive: true, force: true });
    mkdirSync(join(folder, '8'));
    if (plan !== null) writeFileSync(join(folder, '8/issue.yaml'), plan);
    const helper = compiledHelper.helperFor({ issuesDir: folder, issue: '8', pages }, 2);
    helper.close();
    return helper !== compiledHelper.NO_HELPER;
  };
  const page = (number: string): string => `  ${number}:\n    layout: front\n    slots:\n      lead: bridge-1\n`;

  it('is not started for one page, nor where there is no plan', () => {
    expect(helps(`pages:\n${page('1')}`)).toBe(false);
    expect(helps(`pages:\n${page('1')}${page('2')}`, [2])).toBe(false);
    expect(helps(null)).toBe(false);
  });

  it('is started for more, however the plan is written', () => {
    expect(helps(`pages:\n${page('1')}${page('6-7')}`)).toBe(true);
    expect(helps(`pages:\n${page('1')}${page('2')}`, [1, 2])).toBe(true);
    expect(helps('pages: { 1: { layout: front }, 2: { layout: front } }\n')).toBe(true);
  });
});
