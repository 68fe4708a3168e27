import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'banxin-identity-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A checkout of its own, with no cache in it, that builds two pages with photographs. */
const buildIn = (name: string, environment: Record<string, string>): ReadonlyMap<string, Buffer> => {
  const checkout = join(root, name);
  for (const part of [
    'bin',
    'src',
    'fonts',
    'layouts',
    'issues',
    'schemas',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    cpSync(part, join(checkout, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
  // Called from elsewhere: the program finds itself.
  execFileSync(process.execPath, [join(checkout, 'bin/banxin.cjs'), 'build-issue', '12867', '--pages', '1,4'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const out = join(checkout, 'out/12867');
  return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
};

it('two clean builds give the same bytes, in any time zone and locale', () => {
  const here = buildIn('one', { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' });
  const there = buildIn('two', { TZ: 'America/New_York', LC_ALL: 'C' });
  expect([...here.keys()]).toEqual(['12867-01.pdf', '12867-04.pdf']);
  expect([...there.keys()]).toEqual([...here.keys()]);
  for (const [file, bytes] of here) expect([file, bytes.equals(there.get(file)!)]).toEqual([file, true]);
});
