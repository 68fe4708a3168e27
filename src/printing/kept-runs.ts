/**
 * Runs of pages as they were last printed, one of each: at deadline a desk builds again and again, and an edit touches
 * few pages. A run follows from its inputs alone (it sees no other article), so it is kept by all of them.
 */
import { readdirSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appear, forgetOldest, keep, keyOf, PART, recall, remove } from '../cache/kept.js';
import { pictureLibrary } from '../cache/library.js';
import { pack, unpack } from '../cache/packed.js';
import { isUnchanged, isUnchangedFile, withFile, writePieces } from '../cache/pieces.js';
import { programCode } from '../cache/program.js';
import type { LaidDesk } from '../desk.js';
import { positionAt, type Sources } from '../diagnostics/sources.js';
import { hasErrors } from '../diagnostics/types.js';
import type { Issue, PagePlan } from '../issue/types.js';
import { issueFor, picturesOf } from '../makeup/runs.js';
import type { OutputFile } from '../output/new-files.js';
import { digestOfPieces } from '../pdf/digest.js';
import type { Press } from '../pdf/types.js';
import { isWanted, type Order } from './order.js';
import type { PrintedRun } from './printer.js';

/** What a run is kept by. */
export interface RunId {
  /** Tells it from other runs. */
  readonly name: string;
  /** All that it follows from. */
  readonly key: string;
  /** The file that the issue's plan was read from, and its text: what is told of a run may point into it. */
  readonly plan: { readonly file: string; readonly text: string };
}

/** A run that is kept, and its files by the names that they are to have. */
export interface KeptRun {
  readonly run: PrintedRun;
  readonly files: readonly { readonly name: string; readonly path: string }[];
}

/** Runs that are kept at most, of all issues together: some hundred megabytes. */
const MOST = 128;

const KEY_LENGTH = 64;
const DIGITS = 10;
/** Before what is kept of a run: its key, then how much of the plan's text it needs as it is, and the key of that. */
const START_LENGTH = KEY_LENGTH + DIGITS + KEY_LENGTH;

/** What is kept of a run beside its files. */
interface Note extends Pick<KeptRun, 'run'> {
  readonly files: readonly KeptFile[];
}

/** A file of a run, by the name that it is to have and the name in the folder. */
interface KeptFile {
  readonly name: string;
  readonly keptAs: string;
  readonly length: number;
  readonly sum: number;
}

/** Gives the ids of runs of a desk that was read from `sources`. */
export const runIds = (
  desk: LaidDesk,
  sources: Sources,
  press: Press,
  order: Order,
): ((plans: readonly PagePlan[]) => RunId) => {
  const manuscripts = new Set([...desk.issue.articles.values()].map(({ span }) => span.file));
  const { file } = desk.issue.pages[0]!.span;
  const plan = { file, text: sources.get(file)! };
  const house = keyOf(
    ...[programCode(), JSON.stringify(process.versions), pictureLibrary()],
    ...[desk.fonts.identity(), press.profileId, press.condition, String(press.standIn), order.folder],
    ...textsOf(sources, (other) => other !== file && !manuscripts.has(other)),
  );
  return (plans) => {
    const pages = plans.flatMap(({ numbers }) => numbers.map((page) => [page, isWanted(page, order)]));
    const wanted = JSON.stringify([pages, order.edition, order.spreadSheets]);
    const issue = issueFor(plans, desk.issue);
    const own = new Set([...issue.articles.values()].map(({ span }) => span.file));
    const contents = JSON.stringify(picturesOf(plans, issue).map(({ file, content }) => [file, content]));
    return {
      name: keyOf(resolve(order.folder), wanted),
      key: keyOf(house, wanted, contents, planOf(issue), ...textsOf(sources, (file) => own.has(file))),
      plan,
    };
  };
};

/** An issue without its articles, as its plan says it, wherever there. */
const planOf = ({ articles, ...issue }: Issue): string =>
  JSON.stringify(
    { ...issue, pages: issue.pages.map((page) => ({ ...page, slots: [...page.slots], beginsOn: [...page.beginsOn] })) },
    (name, value) => (name === 'span' ? undefined : value),
  );

/** Whether a run is kept that was printed of the very same inputs; what of it is damaged shows when it is recalled. */
export const isKept = (folder: string, id: RunId): boolean => {
  try {
    return withFile(join(folder, id.name), 'r', (file) => {
      const start = Buffer.alloc(START_LENGTH);
      readSync(file, start);
      return isOf(start, id);
    });
  } catch {
    return false;
  }
};

/** The run as it was printed of the very same inputs; null where it was not, or where something of it is damaged. */
export const recallRun = (folder: string, id: RunId): KeptRun | null => {
  const kept = recall(folder, id.name);
  // Another program may have kept something else behind another key.
  if (kept === null || !isOf(kept, id)) return null;
  const { run, files } = unpack(kept.subarray(START_LENGTH)) as Note;
  const placed = files.map((file) => ({ ...file, path: join(folder, file.keptAs) }));
  const pictures = [...run.pictures.values()].flatMap((picture) => (picture && 'data' in picture ? picture.data : []));
  const isWhole =
    placed.every(isUnchangedFile) && pictures.every((data) => data instanceof Uint8Array || isUnchanged(data));
  return isWhole ? { run: { ...run, spent: {} }, files: placed } : null;
};

/** Whether what is kept, which begins so, is a run's. */
const isOf = (kept: Buffer, id: RunId): boolean => {
  const start = kept.toString('latin1', 0, START_LENGTH);
  return start === startOf(id, Number(start.slice(KEY_LENGTH, -KEY_LENGTH)));
};

/** What is kept of a run begins so, where it needs so much of the plan's text. */
const startOf = ({ key, plan }: RunId, needed: number): string =>
  `${key}${String(needed).padStart(DIGITS)}${keyOf(plan.text.slice(0, needed))}`;

/** How much of the plan's text, from its beginning, what is told of a run depends on: the lines up to the last it means. */
const neededOf = ({ said }: PrintedRun, { file, text }: RunId['plan']): number => {
  const spans = Object.values(said).flatMap((told) => told.flatMap(({ span }) => (span?.file === file ? [span] : [])));
  return spans.reduce((end, span) => Math.max(end, positionAt(text, span.end).end), 0);
};

/** Keeps a run if it can be: where its files are kept, in their order. */
export const keepRun = (
  folder: string,
  id: RunId,
  run: PrintedRun,
  files: readonly OutputFile[],
): readonly string[] | null => {
  // A picture's fault may go by itself: a disk that could not be read.
  if (hasErrors(run.said.pictures)) return null;
  const kept: KeptFile[] = [];
  for (const file of files) {
    const one = keepFile(folder, id.name, file);
    if (one === null) return null;
    kept.push(one);
  }
  const note: Note = { run, files: kept };
  keep(folder, id.name, Buffer.from(startOf(id, neededOf(run, id.plan)), 'latin1'), ...pack(note));
  forgetOthers(folder, id.name, kept);
  return kept.map(({ keptAs }) => join(folder, keptAs));
};

/** Named by its content: another build may keep the same run of other copy at this moment. */
const keepFile = (folder: string, run: string, { name, pieces }: OutputFile): KeptFile | null => {
  const keptAs = `${run}${PART}${Buffer.from(digestOfPieces(pieces)).toString('hex')}`;
  const sum = appear(folder, keptAs, (unfinished) => writePieces(unfinished, pieces));
  return sum === null
    ? null
    : { name, keptAs, length: pieces.reduce((length, piece) => length + piece.length, 0), sum };
};

/** Of a run only the last files stay, and of all runs the last. */
const forgetOthers = (folder: string, run: string, files: readonly KeptFile[]): void => {
  forgetOldest(folder, MOST);
  const last = new Set(files.map(({ keptAs }) => keptAs));
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
