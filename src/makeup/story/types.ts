/** What a story is given, what is chosen for it, and what it is drawn from. */
import type { Lines } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../template/types.js';
import type { Strip } from '../solve/grid.js';
import type { Place, Setting } from '../types.js';
import type { Tables } from './across/tables.js';
import type { TextColumns } from './columns.js';
import type { Copy } from './copy/copy.js';
import type { Fit } from './fit/fit.js';
import type { PlacedHead } from './head/heads.js';
import type { Shape } from './shape.js';
import type { Version } from './versions.js';

/** A story's part on one page: what comes before it and after it elsewhere. */
export interface StoryPart {
  readonly article: Article;
  readonly from: Place;
  /** Page the story comes from, and the page it jumps to: none, one, or one of two that face each other. */
  readonly fromPage: number | null;
  readonly toPages: readonly number[];
}

/** A version of a story, ready for columns. */
export interface StoryVersion extends Version {
  readonly copy: Copy;
  /** Lines that its first character drops by; null: it is one of the others. */
  readonly dropCap: Lines | null;
  /** What it costs that it does not though it could. */
  readonly capPrice: number;
}

/** One full way to set the story at a height. */
export interface Plan {
  /** What it was found at: its parts' costs, but for what columns cost since that were made to end alike. */
  readonly cost: number;
  readonly version: StoryVersion;
  readonly columns: TextColumns;
  readonly head: PlacedHead;
  readonly shape: Shape;
  readonly fit: Fit;
  readonly pictureCost: number;
  /** Tables that stand across columns, in the place for pictures and under these; null: none do. */
  readonly tables: Tables | null;
}

/** All that a story is drawn from: what stands where, in which way; its part and copy are of the version chosen. */
export interface Drawing {
  readonly node: StoryNode;
  readonly part: StoryPart;
  readonly copy: Copy;
  readonly style: StoryStyle;
  readonly plan: Plan;
  readonly strip: Strip;
  readonly height: Lines;
  readonly setting: Setting;
}
