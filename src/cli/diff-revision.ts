/** The pages of another revision: its tree unpacked beside, built and drawn by its own program. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, recall } from '../cache/kept.js';
import { readSnapshot, type Snapshot } from '../proof/compare-snapshot.js';
import { projectFolder } from './build-issue.js';
import { Refusal } from './refusal.js';

const execute = promisify(execFile);
const git = async (...words: readonly string[]): Promise<string> =>
  (await execute('git', ['-C', projectFolder, ...words])).stdout.trim();

/** Full renders by the hash of their pixels. */
export const renderCache = cacheFolder('renders');
/** A render by the hash of its pixels; null where none is kept. */
export const cachedRender = (hash: string): Uint8Array | null => recall(renderCache, hash);

/** The revision that an accepted state came in with; null where git knows none. */
export const acceptedRevision = async (folder: string): Promise<string | null> =>
  // git looks from the project's folder, whatever folder the command is run in.
  (await git('log', '-1', '--format=%H', '--', resolve(folder)).catch(() => '')) || null;

/** Builds and draws an issue as it was at a revision, with the packages that are installed now. */
export async function snapshotOfRevision(revision: string, number: string): Promise<Snapshot> {
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(() => {
    throw new Refusal(`“${revision}” is no folder of renders and no git revision`);
  });
  const folder = await mkdtemp(join(tmpdir(), 'banxin-'));
  try {
    const tar = join(folder, 'tree.tar');
    const tree = join(folder, 'tree');
    await git('archive', '--format=tar', '--prefix=tree/', `--output=${tar}`, commit);
    await execute('tar', ['-xf', tar, '-C', folder]);
    await symlink(resolve(projectFolder, 'node_modules'), join(tree, 'node_modules'));
    const out = join(folder, 'out');
    // Exit 1 means that the issue has problems, as it may have had; its pages are there all the same.
    await execute(process.execPath, [programIn(tree), 'render-issue', number, '--out', out], {
      maxBuffer: 2 ** 28,
    }).catch((error: { code?: unknown; stderr?: string }) => {
      if (error.code !== 1) throw new Refusal(`revision ${revision} cannot be drawn: ${error.stderr ?? ''}`);
    });
    const read = await readSnapshot(join(out, number, 'renders'));
    if (read === null || 'broken' in read) throw new Refusal(`revision ${revision} draws no pages of issue ${number}`);
    return read.snapshot;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The program of a tree; older ones start it from a module. */
const programIn = (tree: string): string => {
  const program = join(tree, 'bin/banxin.cjs');
  return existsSync(program) ? program : join(tree, 'bin/banxin.mjs');
};
