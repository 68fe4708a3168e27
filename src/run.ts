/**
 * A run of pages that stories tie together, from make-up to files: what either thread of a build does, on its own.
 * What is made is plain data, so that it can go from one thread to the other.
 */
import { join } from 'node:path';
import type { Piece } from './cache/pieces.js';
import { type CheckedFile, checkFile, profileOf } from './check.js';
import type { LaidDesk } from './desk.js';
import type { Diagnostic } from './diagnostics/types.js';
import type { PagePlan } from './issue/types.js';
import { articlesOf, makeUpIssue, picturesOf, runsOf } from './makeup/issue.js';
import type { MadePage } from './makeup/page.js';
import type { FileName, OutputFile } from './output.js';
import type { Image, Page, StoryFit } from './page/types.js';
import { type PaintedSheet, paintSheet } from './pdf/painted.js';
import { type PictureReport, type Pictures, preparePictures } from './pdf/pictures.js';
import type { Press, PrintPicture } from './pdf/types.js';
import { writeSheets } from './pdf/write.js';
import { type Stopwatch, stopwatch } from './stopwatch.js';
import { factsOf, fileName, partOf } from './write.js';

/** What a build wants of an issue. Plain data. */
export interface Order {
  /** Pages to write; null: all, and the whole issue as one file. */
  readonly pages: readonly number[] | null;
  /** Write each spread also as one sheet, uncut. */
  readonly spreadSheets: boolean;
  readonly edition: 'x1a' | 'x4';
}

/** Everything that a run is made with. */
export interface Room {
  readonly desk: LaidDesk;
  readonly press: Press;
  /** The issue's own folder. */
  readonly folder: string;
  readonly order: Order;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

/** A page with its own file, or with the name of it where its bytes are out of memory. */
export interface PrintedPage<F extends FileName = OutputFile> {
  readonly number: number;
  readonly template: string;
  readonly stories: readonly StoryFit[];
  readonly pictures: readonly PictureReport[];
  readonly sheet: PaintedSheet;
  readonly file: F;
}

export interface PrintedRun<F extends FileName = OutputFile> {
  readonly pages: readonly PrintedPage<F>[];
  /** Spreads uncut, where they are wanted. */
  readonly spreads: readonly F[];
  /** The pictures on its pages; null where one was refused. */
  readonly pictures: ReadonlyMap<string, PrintPicture | null>;
  /** Whether a page of it cannot be made up. */
  readonly isImpossible: boolean;
  readonly said: { readonly makeUp: readonly Diagnostic[]; readonly pictures: readonly Diagnostic[] };
  readonly spent: Stopwatch['spent'];
}

export interface CheckedRun<F extends FileName = OutputFile> extends PrintedRun<F> {
  /** Its files, pages first, then spreads. */
  readonly checked: readonly CheckedFile<F>[];
}

/** A run whose files are out of the way: where they are kept, or else their pieces, in the order of the checks. */
export interface DoneRun {
  readonly run: CheckedRun<FileName>;
  readonly files: readonly (string | readonly Piece[])[];
}

/** The runs of an issue that have a page wanted, in order. */
export const runsWanted = ({ desk, order }: Pick<Room, 'desk' | 'order'>): readonly (readonly PagePlan[])[] =>
  runsOf(desk.issue.pages).filter((plans) =>
    plans.some(({ numbers }) => numbers.some((page) => isWanted(page, order))),
  );

/** In which order runs are printed, by their places: those of most pages first, so that no thread is left with one. */
export const printingOrder = (runs: readonly (readonly PagePlan[])[]): readonly number[] => {
  const pages = runs.map((plans) => plans.reduce((sum, { numbers }) => sum + numbers.length, 0));
  return [...runs.keys()].sort((a, b) => pages[b]! - pages[a]! || a - b);
};

/** Whether a page is to be written. */
export const isWanted = (page: number, { pages }: Order): boolean => pages?.includes(page) ?? true;

/** Makes up a run's pages, sets their pictures, paints them and writes their files. `hear` is told how they were made. */
export const printRun = async (
  plans: readonly PagePlan[],
  room: Room,
  hear: (made: readonly MadePage[]) => void = () => undefined,
): Promise<PrintedRun> => {
  const { desk, order, folder, press, now } = room;
  const watch = stopwatch(now);
  const made = makeUpIssue(deskOf(plans, desk), (page) => isWanted(page, order), plans);
  watch.spend('makeUp');
  hear(made);
  const said = made.flatMap(({ diagnostics }) => diagnostics);
  if (made.some(({ template }) => template === null)) {
    const nothing = { pages: [], spreads: [], pictures: new Map() };
    return { ...nothing, isImpossible: true, said: { makeUp: said, pictures: [] }, spent: watch.spent };
  }
  const templates = new Map(made.flatMap(({ pages, template }) => pages.map((page) => [page, template!] as const)));
  const pages = [...templates.keys()].filter(({ number }) => isWanted(number, order));
  const contents = new Map(picturesOf(plans, desk.issue).map(({ file, content }) => [file, content]));
  const source = { path: (file: string) => join(folder, file), content: (file: string) => contents.get(file) };
  const pictures = await preparePictures(pages, source, press);
  const printed: PrintedPage[] = [];
  for (const page of pages) {
    const sheet = paint(page, room, pictures.value!);
    printed.push({
      number: page.number,
      template: templates.get(page)!,
      stories: page.stories,
      pictures: pictures.value!.reports.filter((report) => report.page === page.number),
      sheet,
      file: await printPage(page.number, sheet, room, pictures.value!),
    });
  }
  const spreads: OutputFile[] = [];
  if (order.spreadSheets) {
    const uncut = made.flatMap(({ sheet }) => (sheet !== null && isWanted(sheet.number, order) ? [sheet] : []));
    // A picture across the fold is cut in two on the pages; uncut it is another, with the same faults.
    const whole = await preparePictures(uncut, source, press);
    for (const sheet of uncut) spreads.push(await printSpread(sheet, room, whole.value!));
  }
  watch.spend('write');
  return {
    pages: printed,
    spreads,
    pictures: pictures.value!.byKey,
    isImpossible: false,
    said: { makeUp: said, pictures: pictures.diagnostics },
    spent: watch.spent,
  };
};

/** The desk with no other copy than these pages': a run follows from nothing else, and can be kept by it. */
const deskOf = (plans: readonly PagePlan[], desk: LaidDesk): LaidDesk => {
  const articles = new Map(plans.flatMap(articlesOf).map((id) => [id, desk.issue.articles.get(id)!]));
  return { ...desk, issue: { ...desk.issue, articles } };
};

/** Holds a run's files to the press's rules. */
export const checkRun = async (run: PrintedRun, room: Room): Promise<CheckedRun> => {
  const watch = stopwatch(room.now);
  const profile = profileOf(room.desk.layouts, room.order.edition);
  const checked: CheckedFile[] = [];
  for (const file of [...run.pages.map((page) => page.file), ...run.spreads]) {
    checked.push(await checkFile(file, profile));
  }
  watch.spend('check');
  return { ...run, checked, spent: { ...run.spent, ...watch.spent } };
};

/** What is still to be known of a run's files when their bytes are out of memory. */
export const named = (run: PrintedRun): PrintedRun<FileName> => ({
  ...run,
  pages: run.pages.map((page) => ({ ...page, file: nameOf(page.file) })),
  spreads: run.spreads.map(nameOf),
});

export const checkedNames = (run: CheckedRun): CheckedRun<FileName> => ({
  ...run,
  ...named(run),
  checked: run.checked.map((checked) => ({ ...checked, file: nameOf(checked.file) })),
});

const nameOf = ({ pieces: _, ...name }: OutputFile): FileName => name;

const paint = (page: Page, { desk, order }: Room, pictures: Pictures): PaintedSheet =>
  paintSheet(page, factsOf(desk, '', order.edition), desk.fonts, (item) => pictures.get(item) !== null);

const printPage = async (number: number, sheet: PaintedSheet, room: Room, pictures: Pictures): Promise<OutputFile> => {
  const { paper } = room.desk.layouts;
  const name = fileName(paper.output.page, room.desk.issue, number);
  return { name, pieces: await print(sheet, partOf(number), room, (item) => pictures.get(item)) };
};

const printSpread = async (spread: Page, room: Room, pictures: Pictures): Promise<OutputFile> => {
  const { paper } = room.desk.layouts;
  const [first, second] = [spread.number, spread.number + 1];
  const sheet = paint(spread, room, pictures);
  const pieces = await print(sheet, partOf(first, second), room, (item) => pictures.get(item));
  return { name: fileName(paper.output.page, room.desk.issue, first, second), pieces, abreast: 2 };
};

const print = (
  sheet: PaintedSheet,
  part: string,
  { desk, press, order }: Room,
  picture: (item: Image) => PrintPicture | null,
): Promise<readonly Piece[]> => writeSheets([sheet], factsOf(desk, part, order.edition), desk.fonts, picture, press);
