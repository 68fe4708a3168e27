import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readText } from '../../src/yaml/text-file.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['of old Macs', 'a: 1\rb: 2\r\r正文\r', 'a: 1\nb: 2\n\n正文\n'],
  ['of Windows', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\n'],
  ['after a byte order mark', '\ufeffa: 1\rb: 2', 'a: 1\nb: 2'],
])('a text file may have line ends %s', (_, written, read) => {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, written);
  expect(readText(file)).toEqual({ value: read, diagnostics: [] });
});
