/**
 * One issue under work: built once, and again whenever its files change, as far as they changed. While they cannot be
 * set, the last good pages stay, and what is wrong is told.
 */
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { error } from '../diagnostics/collector.js';
import { chineseDate } from '../issue/calendar.js';
import { checkGlyphs } from '../makeup/glyphs.js';
import { makeUpPages } from '../makeup/issue.js';
import { createMemory } from '../memory/memory.js';
import type { Image } from '../page/types.js';
import { createGallery, type Gallery } from './gallery.js';
import type { Condition, Message, Moments, PageMessage, Progress, State } from './messages.js';
import { type PictureRequest, type ShownPicture, showPicture } from './pictures.js';
import { problemsOf, type Said, saidOf, saidOfFiles } from './problems.js';
import { createReader, type Folders, type OtherFiles, type Read, type Ready } from './reader.js';

/** What was changed on disk. */
export interface Change {
  /** When it was noticed; milliseconds since 1970. */
  readonly seen: number;
  readonly fonts: boolean;
  readonly pictures: boolean;
}

/** An issue under work, as the server and the watcher see it. */
export interface Session {
  /** Builds the issue for the first time. */
  start(): Promise<void>;
  /** Builds again; resolves when the pages are as the files are. */
  changed(change: Change): Promise<void>;
  /** Files outside the folders that the pages were last made with. */
  files(): OtherFiles;
  state(): Promise<State>;
  page(number: number): PageMessage | null;
  font(name: string): Uint8Array | null;
  picture(request: PictureRequest): Promise<ShownPicture | null>;
  /** Hears every message from now on; gives the way to stop. */
  listen(listener: (message: Message) => void): () => void;
}

/** Editors may write a file in two strokes: what looks broken is looked at once more after so many milliseconds. */
const SECOND_LOOK = 70;

/** A session that has not started; `now` gives milliseconds since 1970, with fractions. */
export function createSession(folders: Folders, now: () => number): Session {
  const memory = createMemory();
  const reader = createReader(folders, memory);
  const listeners = new Set<(message: Message) => void>();
  let shown: { readonly ready: Ready; readonly gallery: Gallery } | null = null;
  let files: OtherFiles = { fonts: [], profile: null };
  let last: Read | null = null;
  let condition: Condition = { broken: [], problems: [] };
  let progress: Progress = { stage: 'load', done: 0, of: 1 };
  let revision = 0;
  /**
   * Counts galleries and changes of pictures, on from the time of day: what a browser has of an earlier one, or of an
   * earlier run at the same address, is never taken for this one's.
   */
  let generation = Math.floor(now());
  let waiting: Change | null = null;
  let running: Promise<void> | null = null;

  const tell = (message: Message): void => {
    for (const listener of listeners) listener(message);
  };
  const report = (stage: Progress['stage'], done: number, of: number): void => {
    progress = { stage, done, of };
    tell({ event: 'progress', data: progress });
  };

  /** The gallery that pages of these values hang in: another one where fonts or press are others. */
  const galleryFor = ({ desk, press }: Ready): { readonly gallery: Gallery; readonly isNew: boolean } => {
    if (shown !== null && shown.ready.desk.fonts === desk.fonts && shown.ready.press === press) {
      return { gallery: shown.gallery, isNew: false };
    }
    const prefix = `banxin-${++generation}-`;
    const pictureUrl = ({ file, black }: Image, small: boolean): string =>
      `/picture?file=${encodeURIComponent(file)}&amp;v=${generation}${black ? '&amp;black=1' : ''}${small ? '&amp;small=1' : ''}`;
    return { gallery: createGallery((id) => desk.fonts.face(id), press.profile, prefix, pictureUrl), isNew: true };
  };

  const readTwice = async (): Promise<Read> => {
    const read = await reader.read();
    if (read.ready !== null || shown === null || waiting !== null) return read;
    await setTimeout(SECOND_LOOK);
    return reader.read();
  };

  const rebuild = async (change: Change): Promise<void> => {
    if (change.fonts) reader.forgetFonts();
    if (change.pictures) generation++;
    const started = now();
    const read = await readTwice();
    last = read;
    const { ready, diagnostics, sources } = read;
    files = read.files;
    const at = { seen: change.seen, started, loaded: now() };
    if (ready === null) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      condition = { ...condition, broken: await problemsOf(saidOf(errors, []), sources) };
      if (shown === null) report('done', 1, 1);
      await update([], at, 0, 0);
      return;
    }
    const { gallery, isNew } = galleryFor(ready);
    condition = { ...condition, broken: [] };
    const { issue } = ready.desk;
    const said: Said[] = [...saidOfFiles(diagnostics, issue)];
    const impossible: Said[] = [];
    const plans = issue.pages.length;
    let done = 0;
    let from = now();
    for (const made of makeUpPages(ready.desk, () => true, memory)) {
      const finished = now();
      const own = saidOf(
        made.diagnostics,
        made.pages.map((page) => page.number),
      );
      (made.template === null ? impossible : said).push(...own);
      const pages = gallery.hang(made, issue, ready.desk.layouts);
      if (!isNew && shown !== null) shown = { ready, gallery };
      if (isNew) report('page', ++done, plans);
      else if (pages.length > 0) await update(pages, at, finished - from, now() - finished);
      if (isNew || pages.length > 0) await setImmediate();
      // A later save makes the rest of this one stale; what was made of it is remembered.
      if (waiting !== null && !isNew) return;
      from = now();
    }
    memory.turn();
    gallery.keepOnly(issue.pages.flatMap(({ numbers }) => numbers));
    shown = { ready, gallery };
    const problems = await problemsOf([...said, ...saidOfFiles(checkGlyphs(ready.desk), issue)], sources);
    condition = { broken: await problemsOf(impossible, sources), problems };
    if (isNew) {
      report('draw', 0, 1);
      gallery.shelf.bind();
      revision++;
      report('done', 1, 1);
      tell({ event: 'state', data: await state() });
    } else await update([], at, 0, 0);
  };

  /** Sends changed pages, with the fonts and inks that they brought. */
  const update = async (
    pages: readonly PageMessage[],
    at: Pick<Moments, 'seen' | 'started' | 'loaded'>,
    making: number,
    drawing: number,
  ): Promise<void> => {
    const bound = now();
    const names = shown?.gallery.shelf.bind() ?? [];
    const fonts = names.map((name) => ({ name, data: base64(shown!.gallery.shelf.file(name)!) }));
    const inks = (await shown?.gallery.inks.shown()) ?? [];
    const made = at.loaded + making;
    const moments = { ...at, made, drawn: made + drawing + (now() - bound) };
    revision++;
    tell({ event: 'update', data: { revision, ...condition, ...facts(), pages, fonts, inks, moments } });
  };

  /**
   * A damaged font or a fault of the program must not end the desk's preview: it is told as what is broken, and the next
   * save tries again.
   */
  const survive = async (fault: unknown, { seen }: Change): Promise<void> => {
    const unreadable = last?.ready?.desk.fonts.unreadable(fault) ?? null;
    if (unreadable !== null) reader.forgetFonts();
    else process.stderr.write(`banxin: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    const told = unreadable ?? error('fault', fault instanceof Error ? fault.message : String(fault));
    condition = { ...condition, broken: await problemsOf(saidOf([told], []), last?.sources ?? new Map()) };
    if (shown === null) report('done', 1, 1);
    await update([], { seen, started: now(), loaded: now() }, 0, 0);
  };

  /** What stands in the head of the desk's page. */
  const facts = (): Pick<State, 'paper' | 'date' | 'numbers'> => {
    if (shown === null) return { paper: '', date: '', numbers: [] };
    const { issue, layouts } = shown.ready.desk;
    const numbers = issue.pages.flatMap((page) => page.numbers).sort((a, b) => a - b);
    return { paper: layouts.paper.name, date: chineseDate(issue.date), numbers };
  };

  const state = async (): Promise<State> => ({
    revision,
    issue: folders.issue,
    articlesFolder: join(folders.issuesDir, folders.issue, 'articles'),
    ...facts(),
    progress,
    pages: shown?.gallery.pages().map(({ view, sketch }) => ({ view, sketch })) ?? [],
    fonts: shown?.gallery.shelf.names() ?? [],
    inks: (await shown?.gallery.inks.shown()) ?? [],
    ...condition,
  });

  const run = async (): Promise<void> => {
    for (let change = waiting; change !== null; change = waiting) {
      waiting = null;
      await rebuild(change).catch((fault: unknown) => survive(fault, change));
    }
  };
  const changed = (change: Change): Promise<void> => {
    waiting = {
      seen: waiting?.seen ?? change.seen,
      fonts: change.fonts || (waiting?.fonts ?? false),
      pictures: change.pictures || (waiting?.pictures ?? false),
    };
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    start: () => changed({ seen: now(), fonts: true, pictures: false }),
    changed,
    files: () => files,
    state,
    page: (number) => shown?.gallery.page(number) ?? null,
    font: (name) => shown?.gallery.shelf.file(name) ?? null,
    picture: async (request) => (shown === null ? null : showPicture(shown.ready.folder, request, shown.ready.press)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
