/**
 * What typesetting takes and gives. It knows Chinese and fonts' metrics; no pages, no files, no PDF.
 * Lengths are ems of the paragraph's type size.
 */
import type { Role } from '../fonts/types.js';
import type { Em } from '../geometry/units.js';
import type { Stretch } from '../page/types.js';

/** CSS `line-break` levels (rule 4). Print is strict by default. */
export type Level = 'strict' | 'normal' | 'loose';

/** A stretch of a paragraph in one face. The paragraph's text is its runs' texts joined. */
export interface Run {
  readonly text: string;
  /** Role for Han and marks. */
  readonly role: Role;
  /** Role for Latin words and digits; the same role where absent. */
  readonly latinRole?: Role;
}

/** What of a style concerns the lines. */
export interface LineStyle {
  readonly level: Level;
  /** First-line indent; 2 for body copy (rule 18); less than 0 where the other lines are indented. */
  readonly indent: Em;
  /** Width given to a space typed between Han (body ½; headlines 1). */
  readonly hanSpace: Em;
  /** Marks that may hang out at line end (rule 13); '' by default. */
  readonly hanging: string;
  /** `justify`: all lines but the last fill the measure; the others are placed by the same natural widths. */
  readonly align: 'justify' | 'start' | 'center' | 'end';
}

/** A paragraph to be set. */
export interface Paragraph {
  readonly runs: readonly Run[];
  readonly style: LineStyle;
  /** Personal names that should not break (rule 6). */
  readonly names: readonly string[];
}

/** A finished line: glyphs at fixed positions. */
export interface Line {
  readonly text: string;
  /** UTF-16 offsets into the paragraph; trailing spaces belong to the line but are not set. */
  readonly start: number;
  readonly end: number;
  /** What the line occupies of its column once adjusted, indent and all that it stands in included. */
  readonly width: Em;
  /** The same before adjustment. */
  readonly natural: Em;
  /** Share of the squeeze (−1…0) or of the regular stretch (0…) used. */
  readonly ratio: number;
  readonly stretches: readonly Stretch[];
}

/** One way to break a paragraph. */
export interface Breaking {
  /** Indices of the items broken at, the paragraph's end last. */
  readonly breaks: readonly number[];
  /** Knuth & Plass demerits of the whole paragraph; comparable between breakings of one paragraph. */
  readonly demerits: number;
}
