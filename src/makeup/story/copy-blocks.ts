/** What a story's copy consists of: paragraphs, crossheads and rows of tables, each with what columns ask of it. */
import type { Em, Lines } from '../../geometry/units.js';
import type { TableRow } from '../../issue/types.js';
import type { TextStyle } from '../../template/types.js';
import type { Breaking, Paragraph, Prepared } from '../../typeset/index.js';
import type { Place } from '../types.js';
import type { Stand } from './quoted.js';
import type { TableCopy } from './tabular.js';

/** One way to set a block: its lines and what they cost above the best way. */
export interface Choice {
  readonly lines: number;
  readonly breaking: Breaking;
  readonly demerits: number;
  /** Of a table's row: lines of the table's head, which stands over it once more where it begins a column. */
  readonly head: Lines;
  /** What it costs wherever it stands: of a table's head what the table does in columns of this measure. */
  readonly price: number;
}

/** What columns ask of a block of the copy. */
interface BlockFacts {
  /**
   * What white it has: none, a crosshead's, the line that parts a stanza, a table's title, or what follows a table from
   * what stands before, that over a table without a title (its head's), or what a row is taller than its cells.
   */
  readonly kind: 'paragraph' | 'crosshead' | 'apart' | 'table' | 'row';
  /** Whether it stands over the next block and must stay with it: a crosshead, a table's head, or a paragraph strong throughout over one that is not. */
  readonly leads: boolean;
  /** What it costs that a column ends right after it. */
  readonly parting: number;
  /** Index of the block in the article, and where this copy of it begins (a continuation may begin inside). */
  readonly place: Place;
  readonly characters: number;
}

/** A paragraph of the copy, prepared for breaking. */
export interface TextBlock extends BlockFacts {
  /** What of a page it is. */
  readonly part: 'paragraph' | 'crosshead' | 'verse' | 'table-title';
  /** The quotation it belongs to. */
  readonly quotation: number | null;
  readonly style: TextStyle;
  /** Where its lines stand in a column of body copy. */
  stand(measure: Em): Stand;
  readonly paragraph: Paragraph;
  readonly prepared: Prepared;
  /** Ways to set it at a measure of its own style, as far from its best line count as it may be taken. */
  ways(measure: Em): readonly Choice[];
}

/** A row of a table. */
export interface RowBlock extends BlockFacts {
  readonly part: 'row';
  readonly row: TableRow;
  readonly table: TableCopy;
}

/** A block of the copy. */
export type CopyBlock = TextBlock | RowBlock;

/** A paragraph that can be set. */
export type Settable = Pick<TextBlock, 'paragraph' | 'prepared' | 'characters' | 'ways'>;
