/**
 * A snapshot: how an issue's pages look, small enough to keep. Per page the dump (text that `git diff` shows), the
 * hash of the render's pixels and a thumbnail; the full render only where it is wanted.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { dumpPage } from '../page/dump.js';
import type { Page } from '../page/types.js';
import { isDump } from './diff-read.js';
import { type Raster, rasterize, toPng } from './raster.js';

/** A page drawn, and its dump. */
export interface PageProof {
  readonly page: number;
  readonly dump: string;
  /** Pixels of the render, and their hash (sha256 over width, height and every channel). */
  readonly width: number;
  readonly height: number;
  readonly hash: string;
  /** PNG files. The full render is null where it was not kept. */
  readonly thumbnail: Uint8Array;
  readonly render: Uint8Array | null;
}

/** All pages of an issue, drawn at one resolution. */
export interface Snapshot {
  readonly issue: number;
  readonly dpi: number;
  readonly pages: readonly PageProof[];
}

/** A file of a snapshot's folder. */
export interface ProofFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Pixels across a thumbnail: enough to see which page it is and how it is made up. */
const THUMBNAIL = 180;
const INDEX = 'proof.json';

/** The hash that a render is known by. */
export const hashOf = ({ width, height, pixels }: Raster): string =>
  createHash('sha256').update(`${width}×${height}\n`).update(pixels).digest('hex');

/** Draws a page from its PDF. */
export async function proofPage(page: Page, pdf: Uint8Array, dpi: number): Promise<PageProof> {
  const [raster] = (await rasterize(pdf, dpi)) as [Raster];
  const render = await toPng(raster);
  const thumbnail = await sharp(render)
    .resize({ width: THUMBNAIL })
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
  const { width, height } = raster;
  return { page: page.number, dump: dumpPage(page), width, height, hash: hashOf(raster), thumbnail, render };
}

/** A snapshot's files, without their folder. */
export function snapshotFiles({ issue, dpi, pages }: Snapshot, full: boolean): readonly ProofFile[] {
  const rows = pages.map(({ page, width, height, hash }) => ({ page, width, height, hash }));
  const files: ProofFile[] = [
    { name: INDEX, data: Buffer.from(`${JSON.stringify({ issue, dpi, pages: rows }, null, 2)}\n`) },
  ];
  for (const { page, dump, thumbnail, render } of pages) {
    const names = namesOf(page);
    files.push({ name: names.dump, data: Buffer.from(dump) }, { name: names.thumbnail, data: thumbnail });
    if (full && render !== null) files.push({ name: names.render, data: render });
  }
  return files;
}

/** The snapshot with the thumbnails of `before` where a page's render is the same: accepting it again changes no file. */
export function keepThumbnails(before: Snapshot | null, after: Snapshot): Snapshot {
  const earlier = new Map(before?.pages.map((page) => [page.hash, page]));
  const pages = after.pages.map((page) => ({
    ...page,
    thumbnail: earlier.get(page.hash)?.thumbnail ?? page.thumbnail,
  }));
  return { ...after, pages };
}

/** A snapshot as it was kept. */
export interface KeptSnapshot {
  readonly snapshot: Snapshot;
  /** Files of the folder that belong to no page of it. */
  readonly orphans: readonly string[];
}

/** A snapshot that cannot be read: the first file of it that is missing, or is not what it was written as. */
export interface BrokenSnapshot {
  readonly broken: string;
}

/** Whether a folder holds a snapshot, whole or not. */
export const isSnapshot = (folder: string): boolean => existsSync(join(folder, INDEX));

/** The snapshot that a folder holds; null where it holds none. */
export async function readSnapshot(folder: string): Promise<KeptSnapshot | BrokenSnapshot | null> {
  if (!isSnapshot(folder)) return null;
  const there = await readdir(folder);
  const index = indexIn(await readFile(join(folder, INDEX), 'utf8'));
  if (index === null) return { broken: join(folder, INDEX) };
  const known = new Set([INDEX]);
  const pages: PageProof[] = [];
  for (const row of index.pages) {
    const names = namesOf(row.page);
    for (const name of Object.values(names)) known.add(name);
    const missing = [names.dump, names.thumbnail].find((name) => !there.includes(name));
    if (missing !== undefined) return { broken: join(folder, missing) };
    const dump = await readFile(join(folder, names.dump), 'utf8');
    if (!isDump(dump)) return { broken: join(folder, names.dump) };
    pages.push({
      ...row,
      dump,
      thumbnail: await readFile(join(folder, names.thumbnail)),
      render: there.includes(names.render) ? await readFile(join(folder, names.render)) : null,
    });
  }
  const orphans = there.filter((name) => isSnapshotFile(name) && !known.has(name)).map((name) => join(folder, name));
  return { snapshot: { issue: index.issue, dpi: index.dpi, pages }, orphans };
}

interface Index {
  readonly issue: number;
  readonly dpi: number;
  readonly pages: readonly Pick<PageProof, 'page' | 'width' | 'height' | 'hash'>[];
}

/** What an index says; null where it is none, as after a merge that nobody has resolved. */
const indexIn = (text: string): Index | null => {
  try {
    const index = JSON.parse(text) as Index;
    const isRow = ({ page, hash }: Index['pages'][number]): boolean => Number.isInteger(page) && hash.length > 0;
    return index.dpi > 0 && index.pages.every(isRow) ? index : null;
  } catch {
    return null;
  }
};

const OWN_NAME = /^(?:proof\.json|page-\d+(?:\.txt|\.thumb\.png|\.png))$/;
/** Whether a file of that name is a snapshot's; whatever else stands beside is let alone. */
export const isSnapshotFile = (name: string): boolean => OWN_NAME.test(name);

const namesOf = (page: number): { dump: string; thumbnail: string; render: string } => {
  const base = `page-${String(page).padStart(2, '0')}`;
  return { dump: `${base}.txt`, thumbnail: `${base}.thumb.png`, render: `${base}.png` };
};
