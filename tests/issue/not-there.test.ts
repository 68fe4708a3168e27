/** Names that are there, and lead to nothing that can be read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadIssue } from '../../src/issue/load.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';
import { asNobody } from '../rights.js';

let root: string;
let desk: SmallDesk;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banxin-not-there-'));
  desk = smallDesk(root);
});
afterEach(() => rmSync(root, { recursive: true }));

const told = async (): Promise<readonly string[]> => {
  const { value, diagnostics } = await loadIssue(desk.issues, '7', desk.layouts);
  expect(value).toBeNull();
  return heldInChinese(diagnostics).map(({ message, hint }) => `${message.replaceAll(`${root}/`, '')}: ${hint}`);
};
/** Puts a link that leads to itself in the place of what is there. */
const loop = (name: string): void => {
  rmSync(join(root, name), { recursive: true, force: true });
  symlinkSync(join(root, name), join(root, name));
};

it('an issue that is a file, or a link in a circle', async () => {
  const what = 'there is no issue 7 in issues: What is called so is no folder, or a link that leads nowhere.';
  loop('issues/7');
  expect(await told()).toEqual([what]);
  rmSync(join(root, 'issues/7'));
  writeFileSync(join(root, 'issues/7'), '');
  expect(await told()).toEqual([what]);
});

it('an issue without its plan, which another file may be meant for', async () => {
  renameSync(join(root, 'issues/7/issue.yaml'), join(root, 'issues/7/Issue.yaml.txt'));
  expect(await told()).toEqual(['there is no issues/7/issue.yaml: `Issue.yaml.txt` is there: call it issue.yaml.']);
  rmSync(join(root, 'issues/7/Issue.yaml.txt'));
  expect(await told()).toEqual(['there is no issues/7/issue.yaml: Each issue has one: copy it from another.']);
});

it('a folder of papers', async () => {
  rmSync(join(root, 'layouts'), { recursive: true });
  expect(await told()).toEqual(['there is no folder layouts: Name that of the papers with --layouts.']);
});

it('a paper that is a link in a circle', async () => {
  loop('layouts/small');
  expect(await told()).toEqual(['layouts/small cannot be read: Is it a folder, and may you read it and go into it?']);
});

it('a picture that is a folder, or a link in a circle', async () => {
  const what = 'there is no picture photos/a.jpg: What is called so is no file, or a link that leads nowhere.';
  desk.edit('issues/7/articles/tea.md', (text) =>
    text.replace('---\n\n', 'pictures: [{ file: photos/a.jpg, alt: 茶 }]\n---\n\n'),
  );
  mkdirSync(join(root, 'issues/7/photos/a.jpg'), { recursive: true });
  expect(await told()).toEqual([what]);
  loop('issues/7/photos/a.jpg');
  expect(await told()).toEqual([what]);
});

it.each([
  ['issues', 'issues'],
  ['layouts', 'layouts'],
  ['layouts/small', 'layouts/small'],
  ['issues/7/articles', 'issues/7/articles'],
  ['issues/7/photos', 'issues/7/photos'],
])(
  'a folder that may not be looked into is told of once, and is not taken for an empty one: %s',
  async (name, said) => {
    chmodSync(root, 0o755);
    mkdirSync(join(root, 'issues/7/photos'), { recursive: true });
    for (const article of name === 'issues/7/photos' ? ['tea', 'river'] : [])
      desk.edit(`issues/7/articles/${article}.md`, (text) =>
        text.replace('---\n\n', 'pictures: [{ file: photos/a.jpg, alt: 茶 }]\n---\n\n'),
      );
    chmodSync(join(root, name), 0);
    const what = await asNobody(told);
    chmodSync(join(root, name), 0o755);
    expect(what).toEqual([`${said} cannot be read: Is it a folder, and may you read it and go into it?`]);
  },
);

it('a folder of articles that may be listed, but not gone into', async () => {
  chmodSync(root, 0o755);
  chmodSync(join(root, 'issues/7/articles'), 0o444);
  const what = await asNobody(told);
  chmodSync(join(root, 'issues/7/articles'), 0o755);
  expect(what).toEqual(['issues/7/articles cannot be read: Is it a folder, and may you read it and go into it?']);
});

it.skipIf(process.platform === 'win32')('a manuscript that is a named pipe, which nobody writes to', async () => {
  const tea = join(root, 'issues/7/articles/tea.md');
  rmSync(tea);
  execFileSync('mkfifo', [tea]);
  expect(await told()).toEqual(['issues/7/articles/tea.md cannot be read: Is it a file, and may you read it?']);
});

it.each([
  ['in one character', 'l\u01dcch\u00e1'],
  ['in two', 'lu\u0308\u0300cha\u0301'],
])('files from a Mac, with their accents in two characters, are found by names that have them %s', async (_, name) => {
  const onDisk = name.normalize('NFD');
  renameSync(join(root, 'issues/7/articles/tea.md'), join(root, `issues/7/articles/${onDisk}.md`));
  desk.edit('issues/7/issue.yaml', (text) => text.replace('only: tea', `only: ${name}`));
  desk.edit(`issues/7/articles/${onDisk}.md`, (text) =>
    text.replace('---\n\n', `pictures: [{ file: photos/${name}.png, alt: 茶 }]\n---\n\n`),
  );
  mkdirSync(join(root, 'issues/7/photos'), { recursive: true });
  cpSync('tests/issue/good/100/photos/ad.png', join(root, `issues/7/photos/${onDisk}.png`));
  const { value, diagnostics } = await loadIssue(desk.issues, '7', desk.layouts);
  expect(diagnostics.map(({ code }) => code)).toEqual(['picture-unused']);
  const article = value!.issue.articles.get(name.normalize('NFC'));
  expect(article!.pictures[0]!.file).toBe(`photos/${onDisk}.png`);
});
