/** The program compiles itself where a source has changed: also while it runs, twice at once, or is edited meanwhile. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-compile-')));
afterAll(() => rmSync(root, { recursive: true }));

/** The folder of the bundle that is noted as the last. */
const lastBundle = (): string =>
  join(root, 'dist/bundle', readFileSync(join(root, 'dist/built'), 'utf8').split(' ', 1)[0]!);

/** A program that waits to be told to load its other half. */
const write = (said: string): void => {
  writeFileSync(
    join(root, 'src/cli/main.ts'),
    `import { once } from 'node:events';
    export const main = async (): Promise<void> => {
      process.stdout.write('begun ');
      await once(process.stdin, 'data');
      process.stdin.destroy();
      process.stdout.write((await import('../later.js')).said);
    };`,
  );
  writeFileSync(join(root, 'src/later.ts'), `export const said = '${said}';`);
};

beforeEach(() => {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  cpSync('bin', join(root, 'bin'), { recursive: true });
  cpSync('tsconfig.json', join(root, 'tsconfig.json'));
  cpSync('tsconfig.build.json', join(root, 'tsconfig.build.json'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  rmSync(join(root, 'node_modules'), { force: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'src/printing'), { recursive: true });
  writeFileSync(join(root, 'src/printing/helper-thread.ts'), 'export const atEnd: (() => void)[] = [];');
  write('one');
});

interface Running {
  readonly child: ChildProcess;
  /** When it waits. */
  readonly begun: Promise<void>;
  /** All that it said. */
  readonly said: Promise<string>;
}

const start = (): Running => {
  const child = spawn(process.execPath, [join(root, 'bin/banxin.cjs'), 'any']);
  let said = '';
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
  const begun = new Promise<void>((resolve) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      if (said.includes('begun')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  return { child, begun: Promise.race([begun, ended.then(() => undefined)]), said: ended };
};
const end = ({ child, said }: Running): Promise<string> => {
  child.stdin!.write('go on');
  return said;
};
const run = async (): Promise<string> => {
  const running = start();
  await running.begun;
  return end(running);
};

it('a program that runs finds its other half when a newer one is compiled', async () => {
  const first = start();
  await first.begun;
  write('two');
  expect(await run()).toBe('begun two');
  expect(await end(first)).toBe('begun one');

  // A day after it was replaced it goes.
  const bundles = join(root, 'dist/bundle');
  const last = basename(lastBundle());
  const old = readdirSync(bundles).find((name) => name !== last)!;
  utimesSync(join(bundles, old), 0, 0);
  write('three');
  expect(await run()).toBe('begun three');
  expect(readdirSync(bundles)).toHaveLength(2);
  expect(readdirSync(bundles)).not.toContain(old);
});

it('two may compile it at once', async () => {
  const both = [start(), start()];
  await Promise.all(both.map(({ begun }) => begun));
  expect(await Promise.all(both.map(end))).toEqual(['begun one', 'begun one']);
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['built', 'bundle']);
  expect(readdirSync(join(root, 'dist/bundle'))).toHaveLength(1);
});

it('what is saved while it compiles is compiled at the next start', async () => {
  const before = Date.now();
  const running = start();
  await running.begun;
  const between = new Date((before + Date.now()) / 2);
  write('two');
  for (const name of ['later.ts', 'cli/main.ts']) utimesSync(join(root, 'src', name), between, between);
  expect(await end(running)).toBe('begun one');
  expect(await run()).toBe('begun two');
});

describe('dates that are in no order', () => {
  const [YEARS_AGO, IN_YEARS] = [new Date('1985-10-26'), new Date('2099-01-01')];
  const later = join(root, 'src/later.ts');
  /** Which file the program runs from: one that is compiled anew is another. */
  const script = (): number => statSync(join(lastBundle(), 'main.cjs')).ino;

  it.each([
    ['a source of the future', IN_YEARS],
    ['a source that was saved before it was compiled', YEARS_AGO],
  ])('%s is compiled once, and not at every start', async (_, date) => {
    expect(await run()).toBe('begun one');
    writeFileSync(later, `export const said = 'two';`);
    utimesSync(later, date, date);
    expect(await run()).toBe('begun two');
    const compiled = script();
    expect(await run()).toBe('begun two');
    expect(script()).toBe(compiled);
  });

  it('a program that was compiled in the future does not hide what is saved now', async () => {
    expect(await run()).toBe('begun one');
    for (const path of [join(root, 'dist/built'), lastBundle(), later]) utimesSync(path, IN_YEARS, IN_YEARS);
    write('two');
    expect(await run()).toBe('begun two');
  });

  it('sources that are saved or copied as they were are not compiled again', async () => {
    expect(await run()).toBe('begun one');
    const compiled = script();
    const note = join(root, 'dist/built');
    const first = readFileSync(note, 'utf8');
    write('one');
    utimesSync(join(root, 'tsconfig.json'), IN_YEARS, IN_YEARS);
    expect(await run()).toBe('begun one');
    // Their new dates are noted, so that nobody has to look into them again.
    const second = readFileSync(note, 'utf8');
    expect(second).not.toBe(first);
    expect(await run()).toBe('begun one');
    expect([script(), readFileSync(note, 'utf8')]).toEqual([compiled, second]);
  });

  it('a source that is gone, or called otherwise, is compiled', async () => {
    writeFileSync(join(root, 'src/other.ts'), `export const said = 'other';`);
    expect(await run()).toBe('begun one');
    renameSync(join(root, 'src/other.ts'), later);
    expect(await run()).toBe('begun other');
    rmSync(later);
    expect(await run()).toContain("Cannot find module '../later.js'");
  });
});

it('is compiled wherever it is run, also in a folder that is gone', () => {
  const gone = join(root, 'gone');
  mkdirSync(gone);
  const script = `cd '${gone}'; rmdir '${gone}'; exec "$0" "$@"`;
  const { stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', script, process.execPath, join(root, 'bin/banxin.cjs'), 'any'],
    {
      input: 'go on',
      encoding: 'utf8',
    },
  );
  expect([stdout, stderr]).toEqual(['begun one', '']);
});

it('is compiled when that is asked for, whatever is noted', async () => {
  expect(await run()).toBe('begun one');
  const bundle = lastBundle();
  const before = statSync(join(bundle, 'main.cjs')).ino;
  spawnSync(process.execPath, [join(root, 'bin/banxin.cjs'), 'compile']);
  expect(lastBundle()).toBe(bundle);
  expect(statSync(join(bundle, 'main.cjs')).ino).not.toBe(before);
});

/** Says it again to the one that begins again. */
const insist = async (): Promise<string> => {
  const { child, said } = start();
  child.stdin!.on('error', () => undefined);
  const saying = setInterval(() => child.stdin!.write('go on'), 50);
  return said.finally(() => clearInterval(saying));
};

it('compiles with the packages that a production install brings (npm ci --omit=dev)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  rmSync(join(root, 'node_modules'));
  const brought = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  for (const [place] of brought) {
    // Those of another system are not there.
    if (!existsSync(place) || place.lastIndexOf('node_modules/') > 0) continue;
    mkdirSync(join(root, dirname(place)), { recursive: true });
    symlinkSync(join(process.cwd(), place), join(root, place));
  }
  rmSync(join(root, 'src'), { recursive: true });
  cpSync('src', join(root, 'src'), { recursive: true });
  const words = [join(root, 'bin/banxin.cjs'), 'compile'];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  rmSync(join(root, 'src'), { recursive: true });
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect([status, stderr]).toEqual([0, '']);
});

it('what was compiled is made anew where a run finds it damaged', async () => {
  expect(await run()).toBe('begun one');
  const dist = join(root, 'dist');
  const whole = readdirSync(lastBundle())
    .filter((name) => /^(main|later|name)[^.]*(\.cjs)?$/.test(name))
    .map((name) => [name, readFileSync(join(lastBundle(), name))] as const);
  expect(whole).toHaveLength(3);
  const scripts = whole.map(([name]) => name).filter((name) => name.endsWith('.cjs'));
  const damages: readonly (() => void)[] = [
    ...scripts.map((name) => () => {
      writeFileSync(join(lastBundle(), name), readFileSync(join(lastBundle(), name)).fill(0x20, 60, 70));
    }),
    () => rmSync(join(lastBundle(), scripts.find((name) => name.startsWith('later'))!)),
    () => {
      rmSync(join(lastBundle(), 'main.cjs'));
      mkdirSync(join(lastBundle(), 'main.cjs/in'), { recursive: true });
    },
    () => writeFileSync(join(lastBundle(), 'name'), '{'),
    () => {
      rmSync(join(dist, 'built'));
      mkdirSync(join(dist, 'built'));
    },
    () => {
      rmSync(dist, { recursive: true });
      writeFileSync(dist, '');
    },
  ];
  for (const damage of damages) {
    damage();
    expect(await insist(), damage.toString()).toMatch(/^begun (?:begun )?one$/);
    for (const [name, bytes] of whole) expect(readFileSync(join(lastBundle(), name)).equals(bytes), name).toBe(true);
  }
});

describe('where it cannot be made ready', () => {
  /** Runs it where no file may be larger than so many blocks: written is as much as there is room for, as on a full disk. */
  const runInRoom = (blocks: number, LC_ALL: string): { readonly status: number | null; readonly stderr: string } => {
    const words = ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, join(root, 'bin/banxin.cjs'), 'any'];
    return spawnSync('/bin/sh', words, { env: { ...process.env, LC_ALL }, encoding: 'utf8' });
  };

  it.each([
    [
      'C',
      'banxin: the program cannot be made ready: EFBIG: file too large, write',
      'hint: Make room, or run it once as',
    ],
    ['zh_CN.UTF-8', 'banxin: 程序没有准备好：EFBIG: file too large, write', '建议：腾出空间，或者由可以写入'],
  ])('it says why and ends with 2, and leaves no part of a file: %s', async (language, why, hint) => {
    // Enough for what TypeScript writes, and not for fontkit.
    const { status, stderr } = runInRoom(200, language);
    const [first, second] = stderr.split('\n');
    expect([status, first]).toEqual([2, why]);
    expect(second).toContain(hint);
    expect(readdirSync(join(root, 'dist'))).toEqual(['bundle']);
    const files = readdirSync(join(root, 'dist/bundle'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => !/^\w+(?:\/[\w-]+\.cjs)?$/.test(name))).toEqual([]);
    expect(await run()).toBe('begun one');
  });

  it.each([
    ['C', 'banxin: the packages that it needs are not there\n  hint: Run `npm ci`.\n'],
    ['zh_CN.UTF-8', 'banxin: 需要的软件包没有装\n  建议：运行`npm ci`\n'],
  ])('it says that packages are missing: %s', (LC_ALL, told) => {
    rmSync(join(root, 'node_modules'));
    const words = [join(root, 'bin/banxin.cjs'), 'any'];
    const { status, stderr } = spawnSync(process.execPath, words, {
      env: { ...process.env, LC_ALL },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, told]);
  });

  it('it says which Node it needs, as package.json does, and leaves what was compiled alone', async () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('^20.19 || >=22.2');
    expect(await run()).toBe('begun one');
    const compiled = statSync(join(lastBundle(), 'main.cjs')).ino;
    const runWith = (version: string, LC_ALL: string): readonly (number | string | null)[] => {
      writeFileSync(
        join(root, 'other-node.cjs'),
        `const versions = { ...process.versions, node: '${version}' };
        Object.defineProperty(process, 'versions', { value: versions });`,
      );
      const words = ['-r', join(root, 'other-node.cjs'), join(root, 'bin/banxin.cjs'), 'any'];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, {
        env: { ...process.env, LC_ALL },
        encoding: 'utf8',
      });
      return [status, stdout, stderr];
    };
    for (const version of ['18.20.8', '20.18.9', '21.7.0', '22.1.0']) {
      const english = `banxin: it needs Node 20.19, or 22.2 or newer; this is ${version}\n`;
      expect(runWith(version, 'C')).toEqual([2, '', english]);
      expect(runWith(version, 'zh_CN')).toEqual([2, '', `banxin: 需要Node 20.19，或22.2以上；现在是${version}\n`]);
    }
    // What V8 is told goes by the version, too, and may be unknown to this one.
    for (const version of ['20.19.0', '20.20.2', '22.2.0', '22.10.1', '23.0.0', '26.0.0'])
      expect(runWith(version, 'C')[1], version).toBe('begun ');
    expect(statSync(join(lastBundle(), 'main.cjs')).ino).toBe(compiled);
  });

  it('a program that is ready needs no room', async () => {
    expect(await run()).toBe('begun one');
    const bundle = lastBundle();
    const before = readdirSync(bundle).filter((name) => !name.endsWith('code'));
    for (const name of readdirSync(bundle)) if (name.endsWith('code')) rmSync(join(bundle, name));
    // Nor can it be noted that a source only has another date.
    utimesSync(join(root, 'tsconfig.json'), 0, 0);
    expect(runInRoom(0, 'C').stderr).toBe('');
    expect(readdirSync(bundle)).toEqual(before);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['built', 'bundle']);
  });
});
