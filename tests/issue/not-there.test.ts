/** Names that are there, and lead to nothing that can be read. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadIssue } from '../../src/issue/load.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';

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

it('a paper that is a link in a circle', async () => {
  loop('layouts/small');
  expect(await told()).toEqual(
    ['paper.yaml', 'styles.yaml'].map(
      (name) => `layouts/small/${name} cannot be read: Is it a file, and may you read it?`,
    ),
  );
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
