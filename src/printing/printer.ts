/** Prints composed runs: sets their pictures, writes their files, checks them, puts them where they go. */
import { cacheFolder } from '../cache/kept.js';
import type { Piece } from '../cache/pieces.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { FontSet } from '../fonts/registry.js';
import { pictureAt } from '../issue/pictures/nameplate.js';
import { placeOf } from '../makeup/runs.js';
import { freshFiles, type Written, whereRoom } from '../output/fresh-files.js';
import type { OutputFile } from '../output/new-files.js';
import type { Image } from '../page/types.js';
import { type PackedSheet, packSheet } from '../pdf/painted.js';
import { keyOfImage, type Pictures, preparePictures } from '../pdf/pictures/prepare.js';
import type { PictureSource } from '../pdf/pictures/source.js';
import type { Press, PrintPicture } from '../pdf/types.js';
import { writeSheets } from '../pdf/write.js';
import type { PageReport } from '../report/report.js';
import { type Spent, stopwatch } from '../report/stopwatch.js';
import { type CheckedFile, checkFile } from './check.js';
import { judgeFor } from './drawings.js';
import { keepRun, type RunId, recallRun } from './kept-runs.js';
import { factsOf, fileName } from './naming.js';
import type { Order } from './order.js';
import { rowOf } from './rows.js';
import type { ComposedRun, ComposedSheet } from './run.js';

/** What is known of a printed run when its files are out of memory. Plain data. */
export interface PrintedRun {
  /** Its pages as they go into the whole issue. */
  readonly sheets: readonly { readonly number: number; readonly sheet: PackedSheet }[];
  /** The pictures on them; null where one was refused. */
  readonly pictures: ReadonlyMap<string, PrintPicture | null>;
  /** A row a page. */
  readonly rows: readonly PageReport[];
  /** The names that its files were to have: those that failed preflight have their failed names. */
  readonly names: readonly string[];
  readonly said: {
    readonly makeUp: readonly Diagnostic[];
    readonly pictures: readonly Diagnostic[];
    readonly checks: readonly Diagnostic[];
  };
  readonly spent: Spent;
}

/** What is to be told of the files for the press. Plain data. */
export interface PrintedEdition extends Pick<PrintedRun, 'rows' | 'names' | 'said'> {
  /** Runs that were to be taken as they are kept, by their places, and are damaged or gone: then there is no whole. */
  readonly lacking: readonly number[];
  readonly written: Written;
  readonly spent: readonly Spent[];
}

/** Prints runs of an order, in any order, on either thread. */
export interface Printer {
  /** Takes a run, by its place in the issue, as it is kept. */
  take(at: number, id: RunId): void;
  /** Prints a run, and keeps it under its id. */
  print(at: number, run: ComposedRun, id: RunId | null): Promise<void>;
  /** Tells of all; writes the whole issue where it is ordered, and `isWhole`: no page of it is missing. */
  finish(isWhole: boolean): Promise<PrintedEdition>;
}

/** A printer on this thread. */
export interface OwnPrinter extends Printer {
  /** Sets a run's pictures, which are kept: to print it takes less then, on any thread. */
  prepare(run: ComposedRun): Promise<void>;
}

/**
 * A printer for an order, with the fonts and the press that the pages were painted for. `step` is called before each
 * picture and each file: between them it may take a while.
 */
export const openPrinter = (
  order: Order,
  fonts: FontSet,
  press: Press,
  now: () => number,
  step: () => void = () => undefined,
): OwnPrinter => {
  const output = freshFiles(order.places);
  const done = new Map<number, PrintedRun>();
  const lacking = new Set<number>();
  const write: Write = (sheets, pages, picture) => {
    step();
    return writeSheets(sheets, factsOf(order, pages, order.edition), fonts, picture, press);
  };
  const setPictures: SetPictures = (run) => picturesOf(run, order, press, step);
  return {
    take: (at, id) => {
      const kept = order.keptIn === null ? null : recallRun(order.keptIn, id);
      // Another build of the issue may have taken away what was kept.
      if (!kept?.files.every(({ name, path }) => output.take(name, path))) {
        lacking.add(at);
        return;
      }
      done.set(at, kept.run);
      // The whole issue needs them; now there is time.
      for (const { sheet } of kept.run.sheets) for (const { face } of sheet.fonts.values()) fonts.face(face);
    },
    prepare: async (run) => void (await whereRoom(output, () => setPictures(run))),
    print: async (at, run, id) => {
      const made = await whereRoom(output, () => printRun(run, order, write, setPictures, now));
      if (made === undefined) return;
      const { printed, files } = made;
      const kept = id === null || order.keptIn === null ? null : keepRun(order.keptIn, id, printed, files);
      for (const [index, { name, pieces }] of files.entries()) {
        // Another build of the issue may have taken away what was kept.
        if (kept === null || !output.take(name, kept[index]!)) output.put(name, pieces);
      }
      done.set(at, printed);
      lacking.delete(at);
    },
    finish: async (isWhole) => {
      const runs = [...done].sort(([a], [b]) => a - b).map(([, run]) => run);
      const watch = stopwatch(now);
      // Pages came first: what is known of them need not be looked at in the whole again.
      const wantsWhole = order.pages === null && isWhole && lacking.size === 0;
      const whole: OutputFile[] = [];
      const checked: CheckedFile[] = [];
      await whereRoom(output, async () => {
        if (wantsWhole) whole.push(await writeWhole(runs, order, write));
        watch.spend('write');
        for (const file of whole) checked.push(await checkFile(file, order.profile));
        for (const { file } of checked) output.put(file.name, file.pieces);
        watch.spend('check');
      });
      return {
        lacking: [...lacking],
        rows: runs.flatMap(({ rows }) => rows).sort((a, b) => a.page - b.page),
        names: [...runs.flatMap(({ names }) => names), ...whole.map(({ name }) => name)],
        said: {
          makeUp: runs.flatMap(({ said }) => said.makeUp),
          pictures: once(runs.flatMap(({ said }) => said.pictures)),
          checks: [...runs.flatMap(({ said }) => said.checks), ...checked.flatMap(({ diagnostics }) => diagnostics)],
        },
        written: output.written(),
        spent: [...runs.map(({ spent }) => spent), watch.spent],
      };
    },
  };
};

/** Writes sheets as one file; `pages` are those that it holds, none where it is the whole issue. */
type Write = (
  sheets: readonly PackedSheet[],
  pages: readonly number[],
  picture: (item: Image) => PrintPicture | null,
) => Promise<readonly Piece[]>;

/** A run's files, pages first, then spreads, checked; and what is known of them. */
const printRun = async (
  run: ComposedRun,
  order: Order,
  write: Write,
  setPictures: SetPictures,
  now: () => number,
): Promise<{ readonly printed: PrintedRun; readonly files: readonly OutputFile[] }> => {
  const watch = stopwatch(now);
  const { paper, issue, profile } = order;
  const { pictures, uncut } = await setPictures(run);
  const files: OutputFile[] = [];
  const sheets = run.pages.map(({ number, sheet }) => ({ number, sheet: packSheet(sheet) }));
  for (const { number, sheet } of sheets) {
    const pieces = await write([sheet], [number], (item) => pictures.get(item));
    files.push({ name: fileName(paper.output.page, issue, number), pieces, black: blackOf([sheet]) });
  }
  for (const { number, sheet } of run.spreads) {
    const pieces = await write([packSheet(sheet)], [number, number + 1], (item) => uncut.get(item));
    const name = fileName(paper.output.page, issue, number, number + 1);
    files.push({ name, pieces, abreast: 2, black: blackOf([sheet]) });
  }
  watch.spend('write');
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file, profile));
  watch.spend('check');
  return {
    files: checked.map(({ file }) => file),
    printed: {
      sheets,
      pictures: pictures.byKey,
      rows: run.pages.map((page, index) => {
        const { file, findings } = checked[index]!;
        return rowOf(page, file.name, pictures.reports, findings);
      }),
      names: files.map(({ name }) => name),
      said: {
        makeUp: run.diagnostics,
        pictures: pictures.diagnostics,
        checks: checked.flatMap(({ diagnostics }) => diagnostics),
      },
      spent: watch.spent,
    },
  };
};

/** The pictures of a run's pages, and of its spreads uncut. */
type SetPictures = (run: ComposedRun) => Promise<{ readonly pictures: Pictures; readonly uncut: Pictures }>;

const picturesOf = async (
  { pages, spreads, contents, named }: ComposedRun,
  { folder, profile, paper }: Order,
  press: Press,
  step: () => void,
): ReturnType<SetPictures> => {
  const source: PictureSource = {
    path: (file) => pictureAt(file, folder, paper),
    content: (file) => {
      step();
      return contents.get(file);
    },
    span: ({ item: { file }, page, slot }) => named.get(placeOf({ page, slot, file })),
  };
  const set = (sheets: readonly ComposedSheet[]): Promise<Pictures> =>
    preparePictures(
      sheets.flatMap(({ images }) => images),
      source,
      press,
      cacheFolder('pictures'),
      judgeFor(profile, press),
    );
  // A picture across the fold is cut in two on the pages; uncut it is another, with the same faults.
  return { pictures: await set(pages), uncut: await set(spreads) };
};

/** The pages of all runs as one file. */
const writeWhole = async (runs: readonly PrintedRun[], { paper, issue }: Order, write: Write): Promise<OutputFile> => {
  const pictures = new Map(runs.flatMap((run) => [...run.pictures]));
  const numbered = runs.flatMap((run) => run.sheets).sort((a, b) => a.number - b.number);
  const sheets = numbered.map(({ sheet }) => sheet);
  const pieces = await write(sheets, [], (item) => pictures.get(keyOfImage(item)) ?? null);
  return { name: fileName(paper.output.issue, issue, 0), pieces, black: blackOf(sheets) };
};

/** Which sheets of a file, from 1, are printed in black alone. */
const blackOf = (sheets: readonly { readonly black: boolean }[]): readonly number[] =>
  sheets.flatMap(({ black }, index) => (black ? [index + 1] : []));

/** A picture that stands on pages of two runs is told of by both. */
const once = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
];
