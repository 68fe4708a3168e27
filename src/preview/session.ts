/**
 * One issue under work: built once, and again whenever its files change, as far as they changed. While they cannot be
 * set, the last good pages stay, and what is wrong is told.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { error } from '../diagnostics/collector.js';
import { checkGlyphs } from '../makeup/glyphs.js';
import { makeUpPages } from '../makeup/issue.js';
import { createMemory } from '../memory/memory.js';
import { Board, type LoadMoments } from './board.js';
import { Galleries, type Hanging } from './galleries.js';
import type { Message, PageMessage, State } from './messages.js';
import { type PictureRequest, type ShownPicture, showPicture } from './pictures.js';
import { problemsOf, type Said, saidOf, saidOfFiles } from './problems.js';
import { createReader, type Folders, type OtherFiles, type Read, type Ready } from './reader.js';
import { type Change, createSaves } from './saves.js';

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

/** What make-up said of pages that it made, and of those that no template can hold. */
interface Hung {
  readonly said: readonly Said[];
  readonly impossible: readonly Said[];
}

/** A session that has not started; `now` gives milliseconds since 1970, with fractions. */
export function createSession(folders: Folders, now: () => number): Session {
  const memory = createMemory();
  const reader = createReader(folders, memory);
  const board = new Board(folders, now);
  const galleries = new Galleries(now());
  const saves = createSaves((change) => rebuild(change).catch((fault: unknown) => survive(fault, change)));
  let last: Read | null = null;

  const rebuild = async (change: Change): Promise<void> => {
    if (change.fonts) reader.forgetFonts();
    if (change.pictures) galleries.renewPictures();
    const started = now();
    const read = await readTwice();
    last = read;
    const { ready } = read;
    const at: LoadMoments = { seen: change.seen, started, loaded: now() };
    if (ready === null) return tellBroken(read, at);
    board.condition = { ...board.condition, broken: [] };
    const hanging = galleries.galleryFor(ready, board.shown);
    const made = await hangPages(ready, hanging, at);
    if (made === null) return;
    memory.turn();
    const { issue } = ready.desk;
    hanging.gallery.keepOnly(issue.pages.flatMap(({ numbers }) => numbers));
    board.shown = { ready, gallery: hanging.gallery };
    const ofFiles = [...read.diagnostics, ...checkGlyphs(ready.desk)];
    const problems = [...saidOfFiles(ofFiles, issue), ...made.said];
    board.condition = {
      problems: await problemsOf(problems, read.sources),
      broken: await problemsOf(made.impossible, read.sources),
    };
    await (hanging.isNew ? board.renew() : board.update(at));
  };

  const readTwice = async (): Promise<Read> => {
    const read = await reader.read();
    if (read.ready !== null || board.shown === null || saves.isOneWaiting()) return read;
    await setTimeout(SECOND_LOOK);
    return reader.read();
  };

  const tellBroken = async ({ diagnostics, sources }: Read, at: LoadMoments): Promise<void> => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    board.condition = { ...board.condition, broken: await problemsOf(saidOf(errors, []), sources) };
    await board.update(at);
  };

  /** Makes up and hangs page after page, each told of as soon as it hangs; null where a later save makes the rest stale. */
  const hangPages = async (ready: Ready, { gallery, isNew }: Hanging, at: LoadMoments): Promise<Hung | null> => {
    const { issue, layouts } = ready.desk;
    const said: Said[] = [];
    const impossible: Said[] = [];
    let done = 0;
    let from = now();
    for (const made of makeUpPages(ready.desk, () => true, memory)) {
      const finished = now();
      const own = saidOf(
        made.diagnostics,
        made.pages.map((page) => page.number),
      );
      (made.template === null ? impossible : said).push(...own);
      const pages = gallery.hang(made, issue, layouts);
      if (isNew) board.report('page', ++done, issue.pages.length);
      else {
        board.shown = { ready, gallery };
        if (pages.length > 0) await board.update(at, pages, { making: finished - from, drawing: now() - finished });
      }
      if (isNew || pages.length > 0) await setImmediate();
      // What was made of this save is remembered.
      if (!isNew && saves.isOneWaiting()) return null;
      from = now();
    }
    return { said, impossible };
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
    board.condition = { ...board.condition, broken: await problemsOf(saidOf([told], []), last?.sources ?? new Map()) };
    await board.update({ seen, started: now(), loaded: now() });
  };

  return {
    start: () => saves.add({ seen: now(), fonts: true, pictures: false }),
    changed: (change) => saves.add(change),
    files: () => last?.files ?? { fonts: [], profile: null },
    state: () => board.state(),
    page: (number) => board.shown?.gallery.page(number) ?? null,
    font: (name) => board.shown?.gallery.shelf.file(name) ?? null,
    picture: async (request) => {
      const ready = board.shown?.ready;
      return ready === undefined ? null : showPicture(ready, request);
    },
    listen: (listener) => board.listen(listener),
  };
}
