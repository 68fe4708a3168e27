/** Two snapshots of an issue compared: first what the dumps tell in words, then every pixel. */
import sharp from 'sharp';
import { comparePixels, type PixelChange } from './compare-pixels.js';
import type { PageProof, Snapshot } from './compare-snapshot.js';
import { type DumpChanges, diffDumps } from './diff.js';
import { type DumpPage, readDump } from './diff-read.js';
import type { Raster } from './raster.js';

/** A page that is not as it was; one of the two is null where it is new or gone. */
export interface ChangedPage {
  readonly page: number;
  readonly before: PageProof | null;
  readonly after: PageProof | null;
  /** Null where the full render of before is not to be had; then `before.thumbnail` must do. */
  readonly pixels: PixelChange | null;
  readonly note: string | null;
}

/** What is different between two states of an issue. */
export interface Comparison {
  readonly issue: number;
  /** Without any difference this is true and all lists are empty. */
  readonly same: boolean;
  readonly changes: DumpChanges;
  readonly pages: readonly ChangedPage[];
  /** What was kept and belongs to nothing any more. */
  readonly orphans: readonly string[];
}

/** Compares; `renderOf` finds a full render of before that the snapshot does not hold. */
export async function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
  orphans: readonly string[],
  renderOf: (page: PageProof) => Promise<Uint8Array | null>,
): Promise<Comparison> {
  const numbers = [...new Set([...before.pages, ...after.pages].map(({ page }) => page))].sort((a, b) => a - b);
  const pages: ChangedPage[] = [];
  for (const page of numbers) {
    const old = before.pages.find((one) => one.page === page) ?? null;
    const now = after.pages.find((one) => one.page === page) ?? null;
    if (old !== null && now !== null && old.hash === now.hash && old.dump === now.dump) continue;
    pages.push(await comparePage(page, old, now, after.dpi, renderOf));
  }
  const changes = diffDumps(
    before.pages.map(({ dump }) => dump),
    after.pages.map(({ dump }) => dump),
  );
  return { issue: after.issue, same: pages.length === 0 && orphans.length === 0, changes, pages, orphans };
}

async function comparePage(
  page: number,
  before: PageProof | null,
  after: PageProof | null,
  dpi: number,
  renderOf: (page: PageProof) => Promise<Uint8Array | null>,
): Promise<ChangedPage> {
  if (before === null || after === null) {
    const note = before === null ? 'this page is new' : 'this page is gone';
    return { page, before, after, pixels: null, note };
  }
  if (before.hash === after.hash) return { page, before, after, pixels: null, note: 'the picture is the same' };
  if (before.width !== after.width || before.height !== after.height) {
    const note = `${before.width}×${before.height} → ${after.width}×${after.height} pixels`;
    return { page, before, after, pixels: null, note };
  }
  const render = before.render ?? (await renderOf(before));
  if (render === null || after.render === null) {
    return { page, before, after, pixels: null, note: 'the picture differs; of before only the thumbnail is at hand' };
  }
  const nameAt = nearestPiece(readDump(after.dump), after.width, dpi);
  const pixels = comparePixels(await fromPng(render), await fromPng(after.render), nameAt);
  return { page, before: { ...before, render }, after, pixels, note: null };
}

const fromPng = async (png: Uint8Array): Promise<Raster> => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
};

/** Names the story whose box holds a pixel of a render, or whose box is nearest; outside the sheet stand its marks. */
function nearestPiece(
  { pieces, width, height }: DumpPage,
  pixels: number,
  dpi: number,
): (x: number, y: number) => string {
  const own = pieces.filter(({ name }) => name !== 'rules');
  const margin = marginOf(pixels, width, dpi);
  return (px, py) => {
    const [x, y] = [(px * 72) / dpi - margin, (py * 72) / dpi - margin];
    if (x < 0 || y < 0 || x > width || y > height) return 'marks';
    let best = 'page';
    let least = Infinity;
    for (const { name, box } of own) {
      const away = Math.max(box.x - x, 0, x - box.x - box.width) + Math.max(box.y - y, 0, y - box.y - box.height);
      if (away < least) [best, least] = [name, away];
    }
    return best;
  };
}

/** How far the trimmed sheet lies inside a render (bleed and marks), in pt. */
const marginOf = (pixels: number, trim: number, dpi: number): number => Math.max(0, ((pixels * 72) / dpi - trim) / 2);
