import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { articlesIn, findIssue, type InputFolder, resolveInside } from '../../src/issue/folder.js';

const issues = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-folder-')));
afterAll(() => rmSync(issues, { recursive: true }));
const path = join(issues, '100');
mkdirSync(join(path, 'articles'), { recursive: true });
mkdirSync(join(path, 'photos'));
for (const name of [
  'articles/b.md',
  'articles/a.md',
  'articles/.hidden.md',
  'articles/notes.txt',
  'photos/bridge.jpg',
]) {
  writeFileSync(join(path, name), '');
}
writeFileSync(join(issues, 'secret.jpg'), '');
symlinkSync(join(issues, 'secret.jpg'), join(path, 'photos/link.jpg'));
const folder: InputFolder = { of: 'issue', path, real: path };

describe('a path that an issue names', () => {
  it('leads to a file in its folder, told by the tidied path', () => {
    for (const named of ['photos/bridge.jpg', './photos//bridge.jpg', 'photos/../photos/bridge.jpg']) {
      expect(resolveInside(folder, named)).toEqual({
        kind: 'file',
        path: join(path, 'photos/bridge.jpg'),
        key: 'photos/bridge.jpg',
      });
    }
  });
  it.each(['../secret.jpg', '..', '/etc/passwd', 'photos/../../secret.jpg', 'photos/link.jpg', 'C:bridge.jpg'])(
    'never leads out of it: %s',
    (named) => expect(resolveInside(folder, named).kind).toBe('outside'),
  );
  it('has no backslashes and no zero in it', () => {
    for (const named of ['photos\\bridge.jpg', 'photos/\0bridge.jpg']) {
      expect(resolveInside(folder, named).kind).toBe('outside');
    }
  });
  it('may lead to nothing', () => expect(resolveInside(folder, 'photos/none.jpg').kind).toBe('missing'));
});

describe('an issue’s folder', () => {
  it('is found by its number', () => {
    expect(findIssue(issues, '100').value).toEqual(folder);
    for (const [number, code] of [
      ['101', 'issue-unknown'],
      ['../100', 'issue-number'],
      ['secret.jpg', 'issue-number'],
    ] as const) {
      expect(findIssue(issues, number)).toMatchObject({ value: null, diagnostics: [{ code }] });
    }
  });
  it('has the articles of its Markdown files, by name', () =>
    expect(articlesIn(folder)).toEqual({ value: ['a', 'b'], diagnostics: [] }));
});
