/** What README and the desk's manual show can be copied: it is read without an error. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadIssue } from '../../src/issue/load.js';
import { readTemplate } from '../../src/template/template.js';
import { fonts, layouts } from '../makeup/desk.js';

/** The code blocks of a text in one language. */
const blocksOf = (file: string, language: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
    .filter(([, own]) => own === language)
    .map(([, , text]) => text!);

const root = mkdtempSync(join(tmpdir(), 'banxin-examples-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ARTICLE = '---\nheadline: 新桥通车\n---\n\n新桥昨天通车。\n';

describe.each(['README.md', 'docs/desk.zh.md'])('%s', (file) => {
  const issues = join(root, file.replace('/', '-'));
  const [plan] = blocksOf(file, 'yaml').filter((text) => text.startsWith('paper:'));
  const templates = blocksOf(file, 'yaml').filter((text) => text.startsWith('kind:'));

  it('shows an issue, and articles where it shows any, that are read', async () => {
    const folder = join(issues, '12868');
    const [article = ARTICLE] = blocksOf(file, 'markdown');
    mkdirSync(join(folder, 'articles'), { recursive: true });
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'issue.yaml'), plan!);
    for (const id of ['my-story', 'long-story', 'another']) {
      writeFileSync(join(folder, 'articles', `${id}.md`), article);
    }
    cpSync('issues/12867/photos/dandelion.jpg', join(folder, 'photos/a.jpg'));
    cpSync('issues/12867/photos/ad-paper.pdf', join(folder, 'photos/ad.pdf'));
    const { diagnostics } = await loadIssue(issues, '12868', 'layouts', fonts.roles);
    // Parts are shown: pages are left out, slots stay empty; and all three articles are the one shown, picture and all.
    const codes = new Set(diagnostics.map(({ code }) => code));
    expect(
      [...codes].filter((code) => code !== 'page-count' && code !== 'slot-empty' && code !== 'picture-unused'),
    ).toEqual([]);
  });

  it.each(templates.map((text) => [text]))('shows a template that is read', (text) => {
    expect(readTemplate('shown', 'shown.yaml', text, layouts.paper, layouts.styles).diagnostics).toEqual([]);
  });
});
