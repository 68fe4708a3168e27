/** Output files appear by rename, all together: a build that fails or is killed leaves the last good ones. */
import { copyFile, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface OutputFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * Puts `files` into `folder` by building the folder anew beside it and swapping the two. With `whole` false the
 * folder's other files stay. A folder that an earlier, killed swap left aside is brought back first.
 */
export async function replaceFiles(folder: string, files: readonly OutputFile[], whole: boolean): Promise<void> {
  const parent = dirname(folder);
  const aside = join(parent, `.${basename(folder)}.old`);
  const fresh = join(parent, `.${basename(folder)}.new-${process.pid}`);
  await mkdir(parent, { recursive: true });
  await bringBack(folder, aside);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  try {
    if (!whole) await carryOver(folder, fresh, new Set(files.map((file) => file.name)));
    for (const { name, data } of files) await writeFile(join(fresh, name), data);
    await rename(folder, aside).catch(ignoreMissing);
    await rename(fresh, folder);
    await rm(aside, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** After a swap that was killed half-way the old folder is still there under its other name. */
async function bringBack(folder: string, aside: string): Promise<void> {
  const there = await readdir(folder).then(
    () => true,
    () => false,
  );
  if (there) await rm(aside, { recursive: true, force: true });
  else await rename(aside, folder).catch(ignoreMissing);
}

async function carryOver(folder: string, fresh: string, except: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (except.has(name)) continue;
    const [from, to] = [join(folder, name), join(fresh, name)];
    await link(from, to).catch(() => copyFile(from, to));
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
