/** Where an issue lies, and what may be read of it: nothing outside its folder. */
import { realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { error } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Outcome } from '../diagnostics/types.js';
import { readNames } from '../yaml/folder-names.js';

/** A folder of an issue's or of a paper's files; `path` as it was named, `real` with symbolic links followed. */
export interface InputFolder {
  readonly of: 'issue' | 'paper';
  readonly path: string;
  readonly real: string;
}

const PLAIN_NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** Names in a folder; none where it cannot be read. */
export const namesIn = (folder: string): readonly string[] => readNames(folder).value ?? [];

/** A path with symbolic links followed; null where nothing is there, or it may not be looked at. */
const realPath = (path: string): string | null => {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
};

/** A folder that is there. */
export const folderAt = (path: string, of: InputFolder['of']): InputFolder => ({
  of,
  path,
  real: realPath(path) ?? path,
});

/** Letters with their accents in one character: files that come from a Mac have them in two. */
export const composed = (text: string): string => text.replace(/\P{M}\p{M}+/gu, (letter) => letter.normalize('NFC'));

/** A path in a folder as its files are really called; null where there is none of that name. */
const asCalled = (folder: string, path: string): string | null => {
  let called = '';
  for (const part of path.split('/')) {
    const name = namesIn(join(folder, called)).find((one) => one === part || composed(one) === composed(part));
    if (name === undefined) return null;
    called = posix.join(called, name);
  }
  return called;
};

/** Finds the folder of an issue number. */
export const findIssue = (issuesDir: string, number: string): Outcome<InputFolder> => {
  if (realPath(issuesDir) === null) {
    const hint = 'Name it with --issues.';
    return { value: null, diagnostics: [error('issue-unknown', `there is no folder ${issuesDir}`, { hint })] };
  }
  const { value: entries, diagnostics: closed } = readNames(issuesDir);
  const known = (entries ?? []).filter((name) => PLAIN_NUMBER.test(name));
  if (!PLAIN_NUMBER.test(number)) {
    const hint = `Give the name of a folder in ${issuesDir}, such as ${known.at(-1) ?? '12867'}.`;
    const message = number === '' ? 'no issue is named' : `\`${number}\` is no issue number`;
    return { value: null, diagnostics: [error('issue-number', message, { hint })] };
  }
  const path = join(issuesDir, number);
  const real = realPath(path);
  if (real === null && entries === null) return { value: null, diagnostics: closed };
  if (real === null || !statSync(real).isDirectory()) {
    const message = `there is no issue ${number} in ${issuesDir}`;
    const hint = known.includes(number)
      ? 'What is called so is no folder, or a link that leads nowhere.'
      : suggest(number, known);
    return { value: null, diagnostics: [error('issue-unknown', message, { hint })] };
  }
  return { value: { of: 'issue', path, real }, diagnostics: [] };
};

/** Names of the articles that an issue has files for; null, and told of, where their folder may not be looked into. */
export const articlesIn = ({ path }: InputFolder): Outcome<readonly string[]> => {
  const { value: names, diagnostics } = readNames(join(path, 'articles'));
  if (names === null) return { value: null, diagnostics };
  const ids = names
    .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    .map((name) => composed(name.slice(0, -'.md'.length)));
  return { value: ids.sort(), diagnostics };
};

/** Not in letters without accents alone. */
const ACCENTED = /[^\0-\x7f]/;

/** What a path named in an issue comes to. */
export type Resolved =
  | { readonly kind: 'file'; readonly path: string /** The path from the folder, tidied. */; readonly key: string }
  | { readonly kind: 'outside' | 'missing' };

/**
 * Resolves a path from such a folder. It must stay inside, through symbolic links too. Where a file of that very
 * name is missing it is the one whose name has the same letters, their accents composed otherwise.
 */
export const resolveInside = (folder: InputFolder, relative: string): Resolved => {
  const key = posix.normalize(relative);
  const leaves = key === '..' || key.startsWith('../') || posix.isAbsolute(key) || /[\\\0]|^[a-z]:/i.test(relative);
  if (leaves) return { kind: 'outside' };
  const path = join(folder.path, key);
  const real = realPath(path);
  if (real === null) {
    const called = ACCENTED.test(key) ? asCalled(folder.path, key) : null;
    return called === null || called === key ? { kind: 'missing' } : resolveInside(folder, called);
  }
  return real.startsWith(folder.real + sep) ? { kind: 'file', path, key } : { kind: 'outside' };
};
