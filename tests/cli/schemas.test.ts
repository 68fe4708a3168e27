import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { banxin, banxinIn } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-schemas-'));
afterAll(() => rmSync(root, { recursive: true }));

it('schemas writes them into any folder, and leaves what else is there', async () => {
  const out = join(root, 'deep/er');
  expect(await banxin('schemas', '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readdirSync(out).sort()).toEqual(readdirSync('schemas').sort());
  writeFileSync(join(out, 'own.txt'), 'own');
  writeFileSync(join(out, 'issue.schema.json'), 'old');
  expect(await banxin('schemas', '--out', out)).toMatchObject({ code: 0 });
  expect(existsSync(join(out, 'own.txt'))).toBe(true);
  expect(readFileSync(join(out, 'issue.schema.json'), 'utf8')).toBe(readFileSync('schemas/issue.schema.json', 'utf8'));
});

it('schemas refuses a folder that cannot be', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  for (const out of [file, join(file, 'in')]) {
    expect(await banxin('schemas', '--out', out)).toEqual({
      code: 2,
      stdout: '',
      stderr: `banxin: ${out} cannot be written: a file stands where a folder must be\n`,
    });
  }
  expect((await banxinIn('zh_CN.UTF-8', 'schemas', '--out', file)).stderr).toMatch(/^banxin: [^a-z]*“\S+”[^a-z]*\n$/);
});

// There Node's own way to make a folder tries for ever.
it.skipIf(!existsSync('/proc/self'))('schemas ends where the system has no folder made', async () => {
  const { code, stderr } = await banxin('schemas', '--out', '/proc/none');
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^banxin: \/proc\/none cannot be written: [^\n]*\n$/)]);
});
