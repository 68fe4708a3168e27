/**
 * Runs of pages as they were last printed, one of each: at deadline a desk builds again and again, and an edit touches
 * few pages. A run follows from its inputs alone (it sees no other article), so it is kept by all of them.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forgetOldest, keep, keyOf, PART, recall } from './cache/kept.js';
import { pictureLibrary } from './cache/library.js';
import { pack, unpack } from './cache/packed.js';
import { isUnchanged, isUnchangedFile, writePieces } from './cache/pieces.js';
import { programCode } from './cache/program.js';
import type { Sources } from './diagnostics/sources.js';
import { hasErrors } from './diagnostics/types.js';
import type { PagePlan } from './issue/types.js';
import { articlesOf, picturesOf } from './makeup/issue.js';
import type { FileName, OutputFile } from './output.js';
import { digestOfPieces } from './pdf/digest.js';
import { type CheckedRun, checkedNames, type DoneRun, isWanted, type Room } from './run.js';

export interface KeptRuns {
  /** The run as it was printed of the very same inputs; null where it was not, or where something of it is damaged. */
  recall(plans: readonly PagePlan[]): DoneRun | null;
  /** Whether it is kept: what of it is damaged is found when it is recalled. */
  has(plans: readonly PagePlan[]): boolean;
  /** Keeps it if it can be. */
  keep(plans: readonly PagePlan[], run: CheckedRun): DoneRun;
}

const unkept = (run: CheckedRun): DoneRun => ({
  run: checkedNames(run),
  files: run.checked.map(({ file }) => file.pieces),
});

/** Every run is printed. */
export const NO_KEPT_RUNS: KeptRuns = { recall: () => null, has: () => false, keep: (_, run) => unkept(run) };

/** Runs that are kept at most, of all issues together: some hundred megabytes. */
const MOST = 128;

const KEY_LENGTH = 64;

/** What is kept of a run beside its files, behind its key. */
interface Note {
  readonly run: CheckedRun<FileName>;
  readonly files: readonly KeptFile[];
}

/** A file of a run, by its name in the folder. */
interface KeptFile {
  readonly name: string;
  readonly length: number;
  readonly sum: number;
}

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
  const noteOf = (plans: readonly PagePlan[]): Note | null => {
    const kept = recall(folder, nameOf(plans));
    // Another program may have kept something else behind another key.
    if (kept?.toString('latin1', 0, KEY_LENGTH) !== keyFor(plans)) return null;
    return unpack(kept.subarray(KEY_LENGTH)) as Note;
  };
  const pathsOf = (files: readonly KeptFile[]): readonly string[] => files.map(({ name }) => join(folder, name));
  return {
    recall: (plans) => {
      const note = noteOf(plans);
      if (note === null) return null;
      const { run, files } = note;
      const pictures = [...run.pictures.values()].flatMap((picture) => picture?.data ?? []);
      const isWhole =
        files.every(({ name, length, sum }) => isUnchangedFile({ path: join(folder, name), length, sum })) &&
        pictures.every((data) => data instanceof Uint8Array || isUnchanged(data));
      return isWhole ? { run: { ...run, spent: {} }, files: pathsOf(files) } : null;
    },
    has: (plans) => noteOf(plans) !== null,
    keep: (plans, run) => {
      // A picture's fault may go by itself: a disk that could not be read.
      if (run.isImpossible || hasErrors(run.said.pictures)) return unkept(run);
      const name = nameOf(plans);
      const files: KeptFile[] = [];
      for (const { file } of run.checked) {
        const kept = keepFile(folder, name, file);
        if (kept === null) return unkept(run);
        files.push(kept);
      }
      const names = checkedNames(run);
      const note: Note = { run: names, files };
      keep(folder, name, Buffer.from(keyFor(plans), 'latin1'), ...pack(note));
      forgetOthers(folder, name, files);
      return { run: names, files: pathsOf(files) };
    },
  };
};

/** Named by its content: another build may keep the same run of other copy at this moment. */
const keepFile = (folder: string, run: string, { pieces }: OutputFile): KeptFile | null => {
  const name = `${run}${PART}${Buffer.from(digestOfPieces(pieces)).toString('hex')}`;
  const unfinished = join(folder, `${name}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    const sum = writePieces(unfinished, pieces);
    renameSync(unfinished, join(folder, name));
    return { name, length: pieces.reduce((length, piece) => length + piece.length, 0), sum };
  } catch {
    // A part of it would only fill the disk.
    remove(unfinished);
    return null;
  }
};

const remove = (path: string): void => {
  try {
    rmSync(path);
  } catch {
    // It is not there, or nobody may.
  }
};

/** Of a run only the last files stay, and of all runs the last. */
const forgetOthers = (folder: string, run: string, files: readonly KeptFile[]): void => {
  forgetOldest(folder, MOST);
  const last = new Set(files.map(({ name }) => name));
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(run + PART) && !last.has(name)) remove(join(folder, name));
    }
  } catch {
    // Somebody has taken all of it away at this moment.
  }
};

/** Names and texts of the sources that are meant, in one order. */
const textsOf = (sources: Sources, meant: (file: string) => boolean): readonly string[] =>
  [...sources]
    .filter(([file]) => meant(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
