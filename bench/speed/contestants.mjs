// What is measured: each a whole cold process that reads its input and writes its PDF. All are started by `require`,
// which is ready a hundredth of a second sooner than `import`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = (name) => join(root, 'bench/speed', name);
const banxin = join(root, 'bin/banxin.cjs');

/** The command for a text-only issue made up by this program. */
export function textIssue(work, pages) {
  const number = String(90000 + pages.length);
  const folder = join(work, 'issues', number);
  mkdirSync(join(folder, 'articles'), { recursive: true });
  const plan = pages.map((stories, index) => {
    const slots = stories.map(({ slot, id }) => `      ${slot}: ${id}\n`).join('');
    return `  ${index + 1}:\n    layout: inside\n    slots:\n${slots}`;
  });
  writeFileSync(
    join(folder, 'issue.yaml'),
    `paper: xianning-daily\nnumber: ${number}\ndate: 2021-12-03\npages:\n${plan.join('')}`,
  );
  for (const { id, headline, body } of pages.flat()) {
    const text = `---\nheadline: ${JSON.stringify(headline)}\n---\n\n${body.join('\n\n')}\n`;
    writeFileSync(join(folder, 'articles', `${id}.md`), text);
  }
  const out = join(work, 'out');
  return {
    args: [banxin, 'build-issue', number, '--issues', join(work, 'issues'), '--out', out],
    out: join(out, number),
  };
}

/** The command for the whole sample issue. */
export function sampleIssue(work, number, issues = join(root, 'issues')) {
  const out = join(work, 'out');
  return { args: [banxin, 'build-issue', number, '--issues', issues, '--out', out], out: join(out, number) };
}

/** The same issue built once, then one of its manuscripts changed, by a number that no build has had: a desk's evening. */
export function edited(command, manuscript, round) {
  spawnSync(process.execPath, command.args, { stdio: 'ignore' });
  const text = readFileSync(manuscript, 'utf8');
  const number = Date.now() % 1_000_000;
  writeFileSync(
    manuscript,
    `${text.replace(/(?:这是第\d+稿，共\d+字。)?\n*$/, '')}这是第${round}稿，共${number}字。\n`,
  );
  return command;
}

/** The same issue built once, then another name given to a page's section in its plan. */
export function replanned(command, plan, page, round) {
  spawnSync(process.execPath, command.args, { stdio: 'ignore' });
  const section = new RegExp(`(\\n  ${page}:\\n(?: {4}.*\\n)*? {4}section: ).*`);
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(section, `$1第${round}稿`));
  return command;
}

/** The command for a peer that sets the same stories in the same fonts. */
export function peer(work, name, pages) {
  const input = join(work, `${name}-${pages.length}.json`);
  const out = join(work, `${name}-${pages.length}.pdf`);
  writeFileSync(input, JSON.stringify(pages));
  return { args: [here(`${name}.cjs`), input, out], out };
}
