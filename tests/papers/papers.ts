/** An issue of another paper, made of the sample issue's articles. */
import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BuildResult, build } from '../../src/build.js';

const SAMPLE = 'issues/12867';

/** Builds issue 1 of a paper from its plan beside this file; the PDFs are in `root`/out/1. */
export async function buildPaper(paper: string, root: string): Promise<BuildResult> {
  const folder = join(root, 'issues/1');
  mkdirSync(join(folder, 'articles'), { recursive: true });
  const plan = `tests/papers/${paper}/issue.yaml`;
  copyFileSync(plan, join(folder, 'issue.yaml'));
  cpSync(join(SAMPLE, 'photos'), join(folder, 'photos'), { recursive: true });
  const { pages } = parse(readFileSync(plan, 'utf8')) as { pages: Record<string, { slots: Record<string, unknown> }> };
  for (const article of Object.values(pages).flatMap(({ slots }) => Object.values(slots))) {
    const file = `articles/${article}.md`;
    if (typeof article === 'string') copyFileSync(join(SAMPLE, file), join(folder, file));
  }
  const issuesDir = join(root, 'issues');
  const request = { issue: '1', issuesDir, layoutsDir: 'layouts', fontsFile: 'fonts/fonts.yaml' };
  return build({ ...request, outDir: join(root, 'out'), pages: null, now: () => 0 });
}
