/** What server and browser say to each other. The browser's side is `preview/`. */
import type { ShownInk } from './inks.js';
import type { PageView } from './view.js';

/** A piece of a page: what stands in one slot, or the loose rules. */
export interface PieceMessage {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Changes when `svg` does. */
  readonly version: number;
  readonly story: string | null;
  /** Null in an update where the piece only moved. */
  readonly svg: string | null;
}

/** One page of the plan, with what the desk is shown beside it. */
export interface PageSummary {
  readonly view: PageView;
  readonly sketch: string;
}

/** One page with its drawing, piece by piece. */
export interface PageMessage extends PageSummary {
  readonly pieces: readonly PieceMessage[];
}

/** A diagnostic, with the line that it is about. */
export interface Problem {
  /** Numbers of the pages that it is about; none where it is about the whole issue. */
  readonly pages: readonly number[];
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  /** The same in Chinese: browsers choose by their own language. */
  readonly chinese: { readonly message: string; readonly hint: string | null };
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The line itself; where in it, in characters from 0, and how many. */
  readonly excerpt: { readonly text: string; readonly start: number; readonly length: number } | null;
}

/** How far a build is. */
export interface Progress {
  readonly stage: 'load' | 'page' | 'draw' | 'done';
  readonly done: number;
  readonly of: number;
}

/** Moments in milliseconds since 1970, with fractions. */
export interface Moments {
  readonly seen: number;
  readonly started: number;
  readonly loaded: number;
  readonly made: number;
  readonly drawn: number;
}

/** What is told apart from the pages themselves. */
export interface Condition {
  /** What keeps the files as they are from being set; while there is something, the last good pages stay. */
  readonly broken: readonly Problem[];
  /** What is to be said of the pages as they are shown. */
  readonly problems: readonly Problem[];
}

/** Everything, for a browser that has nothing. */
export interface State extends Condition {
  readonly revision: number;
  readonly issue: string;
  readonly paper: string;
  readonly date: string;
  /** Numbers of all pages that are planned, shown or not. */
  readonly numbers: readonly number[];
  /** The same as they lie open: pages that face each other together. */
  readonly facing: readonly (readonly number[])[];
  readonly articlesFolder: string;
  readonly progress: Progress;
  readonly pages: readonly PageSummary[];
  /** Names of fonts, each at `/font/NAME`. */
  readonly fonts: readonly string[];
  readonly inks: readonly ShownInk[];
}

/** What is new since the last message. */
export interface Update extends Condition {
  readonly revision: number;
  readonly pages: readonly PageMessage[];
  readonly paper: string;
  readonly date: string;
  readonly numbers: readonly number[];
  readonly facing: readonly (readonly number[])[];
  readonly fonts: readonly { readonly name: string; readonly data: string }[];
  readonly inks: readonly ShownInk[];
  readonly moments: Moments;
}

/** What the server says by itself. */
export type Message =
  | { readonly event: 'progress'; readonly data: Progress }
  | { readonly event: 'state'; readonly data: State }
  | { readonly event: 'update'; readonly data: Update };
