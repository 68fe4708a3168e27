/** What browsers see of an issue under work, and are told when it changes: its pages, what is wrong, how far a build is. */
import { join } from 'node:path';
import { chineseDate } from '../issue/plan/calendar.js';
import { facingPages } from '../issue/plan/parts.js';
import type { Gallery } from './gallery.js';
import type { Condition, Message, Moments, PageMessage, Progress, State } from './messages.js';
import type { Folders, Ready } from './reader.js';

/** The last good pages, and what they were made with. */
export interface ShownIssue {
  readonly ready: Ready;
  readonly gallery: Gallery;
}

/** When a change was seen, its build begun and its files read. */
export type LoadMoments = Pick<Moments, 'seen' | 'started' | 'loaded'>;

/** How long pages took to make up and to draw, in milliseconds. */
export interface Spent {
  readonly making: number;
  readonly drawing: number;
}

/** Nothing was made up. */
const NOTHING: Spent = { making: 0, drawing: 0 };

/** A board on which nothing hangs; `now` gives milliseconds since 1970, with fractions. */
export class Board {
  /** Null until all pages were made up once. */
  shown: ShownIssue | null = null;
  /** Told with the next update. */
  condition: Condition = { broken: [], problems: [] };
  private progress: Progress = { stage: 'load', done: 0, of: 1 };
  private revision = 0;
  private readonly listeners = new Set<(message: Message) => void>();

  constructor(
    private readonly folders: Folders,
    private readonly now: () => number,
  ) {}

  /** Hears every message from now on; gives the way to stop. */
  listen(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells how far a build is. */
  report(stage: Progress['stage'], done: number, of: number): void {
    this.progress = { stage, done, of };
    this.tell({ event: 'progress', data: this.progress });
  }

  /** Tells everything anew: no browser has anything of these pages. */
  async renew(): Promise<void> {
    this.report('draw', 0, 1);
    this.shown?.gallery.shelf.bind();
    this.revision++;
    this.report('done', 1, 1);
    this.tell({ event: 'state', data: await this.state() });
  }

  /** Tells the condition and of changed pages, with the fonts and inks that they brought. */
  async update(
    at: LoadMoments,
    pages: readonly PageMessage[] = [],
    { making, drawing }: Spent = NOTHING,
  ): Promise<void> {
    // A browser that waits for the first pages has to hear that there are none.
    if (this.shown === null) this.report('done', 1, 1);
    const bound = this.now();
    const shelf = this.shown?.gallery.shelf;
    const fonts = shelf?.bind().map((name) => ({ name, data: base64(shelf.file(name)!) })) ?? [];
    const inks = (await this.shown?.gallery.inks.shown()) ?? [];
    const made = at.loaded + making;
    const moments = { ...at, made, drawn: made + drawing + (this.now() - bound) };
    const revision = ++this.revision;
    this.tell({ event: 'update', data: { revision, ...this.condition, ...this.facts(), pages, fonts, inks, moments } });
  }

  /** Everything, for a browser that has nothing. */
  async state(): Promise<State> {
    const { issue, issuesDir } = this.folders;
    const gallery = this.shown?.gallery;
    return {
      revision: this.revision,
      issue,
      articlesFolder: join(issuesDir, issue, 'articles'),
      ...this.facts(),
      progress: this.progress,
      pages: gallery?.pages().map(({ view, sketch }) => ({ view, sketch })) ?? [],
      fonts: gallery?.shelf.names() ?? [],
      inks: (await gallery?.inks.shown()) ?? [],
      ...this.condition,
    };
  }

  /** What stands in the head of the desk's page. */
  private facts(): Pick<State, 'paper' | 'date' | 'numbers' | 'facing'> {
    if (this.shown === null) return { paper: '', date: '', numbers: [], facing: [] };
    const { issue, layouts } = this.shown.ready.desk;
    const numbers = issue.pages.flatMap((page) => page.numbers).sort((a, b) => a - b);
    const facing = facingPages(numbers, issue.parts);
    return { paper: layouts.paper.name, date: chineseDate(issue.date), numbers, facing };
  }

  private tell(message: Message): void {
    for (const listener of this.listeners) listener(message);
  }
}

const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
