/** What make-up is given, and what its leaves answer. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Fonts } from '../fonts/types.js';
import type { Em, Lines } from '../geometry/units.js';
import type { Article, Issue } from '../issue/types.js';
import type { Memory } from '../memory/memory.js';
import type { Frame, StoryFit } from '../page/types.js';
import type { Layouts, LeafNode } from '../template/types.js';
import type { Curve } from './solve/curve.js';
import type { PageGrid, Strip } from './solve/grid.js';

/** Everything make-up is given, as values. */
export interface Desk {
  readonly issue: Issue;
  readonly layouts: Layouts;
  readonly fonts: Fonts;
}

/** A leaf's piece of the page, finished. */
export interface LaidOut {
  readonly frame: Frame;
  /** The report's row, where the leaf holds a story. */
  readonly fit: StoryFit | null;
  /** Of copy that finds no place: what would bring it to its room. Null where all of it stands. */
  readonly excess: Excess | null;
  /** Of a head that takes up what the copy leaves; null where none does. */
  readonly hole: Hole | null;
  /** Characters in a line of its text; 0 where it has no columns of text. */
  readonly measure: Em;
  /** What the cost went on, by name. */
  readonly cost: ReadonlyMap<string, number>;
  /** What of a story that jumps goes on elsewhere. */
  readonly rest: Rest | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What would bring copy to its room: characters of text to cut, or lines that a QR code needs in one column; no cut does then. */
export interface Excess {
  readonly chars: number;
  readonly code: Lines | null;
}

/** Lines that a head takes and does not need, and the characters of text that would stand there instead. */
export interface Hole {
  readonly lines: Lines;
  readonly chars: number;
}

/** Where a story was cut that jumps: the article, as far as it was not printed out of its order, and where its rest begins. */
export interface Rest {
  readonly article: Article;
  readonly place: Place;
}

/** A place in a story's body: block index and UTF-16 offset into that block's text. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

/** What a slot's content answers: what it costs to be exactly so tall, and how it then looks. */
export interface Leaf {
  /** What each height costs at least; what it costs, where the leaf has no `cost`. */
  bound(strip: Strip): Curve;
  /** What a height costs, where that takes more work than a bound. */
  cost?(strip: Strip, height: Lines): number;
  layOut(strip: Strip, height: Lines): LaidOut;
}

/** The leaf of a node on a page. */
export type LeafOf = (node: LeafNode) => Leaf;

/** A leaf's surroundings. */
export interface Setting {
  readonly desk: Desk;
  readonly grid: PageGrid;
  /** Leaves made before, of the same inputs. */
  readonly memory: Memory;
}
