/**
 * Runs of pages as they were last printed, one of each: at deadline a desk builds again and again, and an edit touches
 * few pages. A run follows from its inputs alone (it sees no other article), so it is kept by all of them.
 */
import { resolve } from 'node:path';
import { forgetOldest, keep, keyOf } from './cache/kept.js';
import { type KeptBytes, type KeptFile, openKept } from './cache/kept-file.js';
import { pictureLibrary } from './cache/library.js';
import { pack, unpack } from './cache/packed.js';
import { programCode } from './cache/program.js';
import type { Sources } from './diagnostics/sources.js';
import { hasErrors } from './diagnostics/types.js';
import type { PagePlan } from './issue/types.js';
import { articlesOf, picturesOf } from './makeup/issue.js';
import type { FileName } from './output.js';
import { type CheckedRun, checkedNames, isWanted, type Room } from './run.js';

/** A run that is kept, with its files where they are kept. */
export interface KeptRun {
  readonly run: CheckedRun<FileName>;
  /** Its files in the order in which they were checked. */
  readonly files: readonly KeptBytes[];
  /** To be called when the files are not needed any more. */
  close(): void;
}

export interface KeptRuns {
  /** The run as it was printed of the very same inputs; null where it was not. */
  recall(plans: readonly PagePlan[]): KeptRun | null;
  /** Whether it can be recalled. */
  has(plans: readonly PagePlan[]): boolean;
  keep(plans: readonly PagePlan[], run: CheckedRun): void;
}

/** Every run is printed. */
export const NO_KEPT_RUNS: KeptRuns = { recall: () => null, has: () => false, keep: () => undefined };

/** Runs that are kept at most, of all issues together: some hundred megabytes. */
const MOST = 128;
const KEY_LENGTH = 64;
const LENGTH_BYTES = 4;

/** Runs of a desk that was read from `sources`, kept in `folder`. */
export const keptRuns = (room: Room, sources: Sources, folder: string): KeptRuns => {
  const { desk, press, order, folder: issueFolder } = room;
  const manuscripts = new Set([...desk.issue.articles.values()].map(({ span }) => span.file));
  const wantedOf = (plans: readonly PagePlan[]): string => {
    const pages = plans.flatMap(({ numbers }) => numbers.map((page) => [page, isWanted(page, order)]));
    return JSON.stringify([pages, order.edition, order.spreadSheets]);
  };
  let house: string | null = null;
  const keyFor = (plans: readonly PagePlan[]): string => {
    house ??= keyOf(
      ...[programCode(), JSON.stringify(process.versions), pictureLibrary()],
      ...[desk.fonts.identity(), press.profileId, press.condition, String(press.standIn), issueFolder],
      ...textsOf(sources, (file) => !manuscripts.has(file)),
    );
    const own = new Set(plans.flatMap(articlesOf).map((id) => desk.issue.articles.get(id)!.span.file));
    const contents = JSON.stringify(picturesOf(plans, desk.issue).map(({ file, content }) => [file, content]));
    return keyOf(house, wantedOf(plans), contents, ...textsOf(sources, (file) => own.has(file)));
  };
  const nameOf = (plans: readonly PagePlan[]): string => keyOf(resolve(issueFolder), wantedOf(plans));
  const open = (plans: readonly PagePlan[]): KeptFile | null => {
    const kept = openKept(folder, nameOf(plans));
    if (kept === null || kept.start(KEY_LENGTH).toString('latin1') === keyFor(plans)) return kept;
    kept.close();
    return null;
  };
  return {
    recall: (plans) => {
      const kept = open(plans);
      return kept && readRun(kept);
    },
    has: (plans) => {
      const kept = open(plans);
      kept?.close();
      return kept !== null;
    },
    keep: (plans, run) => {
      // A picture's fault may go by itself: a disk that could not be read.
      if (run.isImpossible || hasErrors(run.said.pictures)) return;
      keep(folder, nameOf(plans), Buffer.from(keyFor(plans), 'latin1'), ...partsOf(run));
      forgetOldest(folder, MOST);
    },
  };
};

/** What a kept file has after its key: how long the run is, the run, and its files. */
const partsOf = (run: CheckedRun): readonly Uint8Array[] => {
  const files = run.checked.map(({ file }) => file.data);
  const packed = pack({ run: checkedNames(run), lengths: files.map(({ length }) => length) });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(packed.reduce((sum, part) => sum + part.length, 0));
  return [length, ...packed, ...files];
};

const readRun = (kept: KeptFile): KeptRun => {
  const from = KEY_LENGTH + LENGTH_BYTES;
  const length = kept.read(KEY_LENGTH, LENGTH_BYTES).readUInt32LE(0);
  const { run, lengths } = unpack(kept.read(from, length)) as {
    readonly run: CheckedRun<FileName>;
    readonly lengths: readonly number[];
  };
  let at = from + length;
  const files = lengths.map((long) => {
    at += long;
    return kept.part(at - long, long);
  });
  return { run: { ...run, spent: {} }, files, close: kept.close };
};

/** Names and texts of the sources that are meant, in one order. */
const textsOf = (sources: Sources, meant: (file: string) => boolean): readonly string[] =>
  [...sources]
    .filter(([file]) => meant(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
