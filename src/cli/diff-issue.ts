/** `diff-issue NUMBER`: the pages as they are against the pages as accepted. Exit 0 same, 1 different, 2 a fault. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { keep } from '../cache/kept.js';
import { replaceFiles } from '../output/new-files.js';
import { type Comparison, compareSnapshots } from '../proof/compare.js';
import {
  isSnapshot,
  isSnapshotFile,
  keepThumbnails,
  type PageProof,
  readSnapshot,
  type Snapshot,
  snapshotFiles,
} from '../proof/compare-snapshot.js';
import { htmlReport } from '../proof/report-html.js';
import { acceptedRevision, cachedRender, renderCache, snapshotOfRevision } from './diff-revision.js';
import { mustWrite } from './must-write.js';
import { DEFAULT_DPI, ISSUE_OPTIONS, type IssueOptions, renderIssue } from './proofing.js';
import { Refusal } from './refusal.js';
import { speaker } from './say.js';

interface Typed extends IssueOptions {
  readonly proofs?: string;
  readonly against?: string;
  readonly update?: boolean;
  readonly json?: boolean;
}

interface Options extends Typed {
  readonly proofs: string;
}

/** The command. */
export function diffIssueCommand(): Command {
  const command = new Command('diff-issue')
    .description('compare the pages with the accepted ones: in words, then every pixel')
    .argument('<number>', 'issue number')
    .option('--proofs <dir>', 'folder of accepted states; where it is not named, proofs beside the folder of issues')
    .option('--against <what>', 'compare with a folder that render-issue wrote, or with a git revision')
    .option('--update', 'accept the pages as they are')
    .option('--json', 'print the differences as JSON, and nothing else, on standard output');
  for (const option of ISSUE_OPTIONS) command.option(...option);
  return command.action(run);
}

interface Before {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly orphans: readonly string[];
  readonly renderOf: (page: PageProof) => Promise<Uint8Array | null>;
}

async function run(number: string, typed: Typed): Promise<void> {
  // Beside the issues: two papers may have issues of one number.
  const options: Options = { ...typed, proofs: typed.proofs ?? join(dirname(typed.issues), 'proofs') };
  const accepted = join(options.proofs, number);
  if (options.update === true && options.against !== undefined)
    throw new Refusal('--update and --against exclude each other');
  const say = await speaker();
  const before = options.update === true ? null : await beforeOf(number, options, accepted);
  const { snapshot } = await renderIssue(number, options, before?.snapshot.dpi ?? DEFAULT_DPI, 'errors');
  if (snapshot === null) throw new Refusal(`issue ${number} cannot be made up`);
  for (const { hash, render } of snapshot.pages) if (render !== null) keep(renderCache, hash, render);
  if (before === null) {
    const earlier = await readSnapshot(accepted);
    // One that cannot be read is what this mends.
    const kept = keepThumbnails(earlier === null || 'broken' in earlier ? null : earlier.snapshot, snapshot);
    await mustWrite(await replaceFiles(accepted, snapshotFiles(kept, false), { isOurs: isSnapshotFile }));
    process.stdout.write(`${say(`issue ${number}: ${snapshot.pages.length} pages accepted in ${accepted}`)}\n`);
    return;
  }
  const comparison = await compareSnapshots(before.snapshot, snapshot, before.orphans, before.renderOf);
  const report = join(options.out, number, 'diff.html');
  await mkdir(dirname(report), { recursive: true });
  await writeFile(report, await htmlReport(comparison, before.name, 'as it is now'));
  const lines =
    options.json === true ? [JSON.stringify(asJson(comparison, report), null, 2)] : told(comparison, report).map(say);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = comparison.same ? 0 : 1;
}

async function beforeOf(number: string, options: Options, accepted: string): Promise<Before> {
  const cachedOnly = async ({ hash }: PageProof): Promise<Uint8Array | null> => cachedRender(hash);
  if (options.against === undefined) {
    const read = await readSnapshot(accepted);
    if (read === null)
      throw new Refusal(
        `nothing is accepted for issue ${number}; accept it by: npm run diff-issue ${number} -- --update`,
      );
    if ('broken' in read)
      throw new Refusal(
        `${read.broken} is missing or damaged, as after a merge; mend it, or accept anew by: npm run diff-issue ${number} -- --update`,
      );
    const orphans = [...read.orphans, ...(await orphanedIssues(options))];
    let rebuilt: Promise<Snapshot | null> | null = null;
    const renderOf = async (page: PageProof): Promise<Uint8Array | null> => {
      const kept = cachedRender(page.hash);
      if (kept !== null) return kept;
      const revision = await acceptedRevision(accepted);
      rebuilt ??= revision === null ? Promise.resolve(null) : snapshotOfRevision(revision, number).catch(() => null);
      // Another machine's libraries may draw otherwise: only the very picture that was accepted will do.
      return (await rebuilt)?.pages.find(({ hash }) => hash === page.hash)?.render ?? null;
    };
    return { name: 'accepted', snapshot: read.snapshot, orphans, renderOf };
  }
  const folder = await readSnapshot(options.against);
  if (folder !== null && 'broken' in folder)
    throw new Refusal(`${folder.broken} is missing or damaged; draw the pages again by render-issue`);
  if (folder !== null) return { name: options.against, ...folder, renderOf: cachedOnly };
  const snapshot = await snapshotOfRevision(options.against, number);
  return { name: `revision ${options.against}`, snapshot, orphans: [], renderOf: cachedOnly };
}

/** Accepted states of issues that are no more. */
async function orphanedIssues({ proofs, issues }: Options): Promise<readonly string[]> {
  // Where no issues can be read none can be made up either, which is told in a moment.
  const there = await readdir(issues).catch((): string[] => []);
  const gone = (await readdir(proofs)).filter((name) => !there.includes(name));
  return gone.map((name) => join(proofs, name)).filter(isSnapshot);
}

/** What is different, in lines. */
function told({ issue, same, changes, pages, orphans }: Comparison, report: string): readonly string[] {
  if (same) return [`issue ${issue}: no difference`];
  const lines: string[] = [];
  for (const { page, note, pixels } of pages) {
    lines.push(`page ${page}${note === null ? '' : `: ${note}`}`);
    for (const change of changes.changes.filter((one) => one.page === page)) {
      lines.push(`  ${change.name}: ${change.words.join('; ')}`);
    }
    if (pixels !== null) {
      const names = [...new Set(pixels.areas.map(({ name }) => name))].join(', ');
      lines.push(`  ${pixels.pixels} pixels differ, by up to ${pixels.most} of 255, in ${names}`);
    }
  }
  for (const orphan of orphans) lines.push(`orphan: ${orphan} belongs to no page or issue`);
  return [...lines, report];
}

function asJson({ issue, same, changes, pages, orphans }: Comparison, report: string): object {
  const pictures = pages.map(({ page, note, pixels }) => ({ page, note, ...(pixels ?? { pixels: null }) }));
  return { issue, same, ...changes, pictures, orphans, report };
}
