/** What a story's copy consists of: paragraphs, crossheads, rows of tables and QR codes, each with what columns ask of it. */
import type { Em, Lines } from '../../../geometry/units.js';
import type { TableRow } from '../../../issue/types.js';
import type { TextStyle } from '../../../template/types.js';
import type { Breaking, Measure, Paragraph, Prepared } from '../../../typeset/index.js';
import type { Place } from '../../types.js';
import type { TableCopy } from '../tables/tables.js';
import type { DropCap } from './drop-cap.js';
import type { QrCopy } from './qr.js';
import type { Stand } from './quoted.js';

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
   * what stands before, that over a table without a title (its head's), what a row is taller than its cells, or what is
   * left of a column that has no room for a QR code.
   */
  readonly kind: 'paragraph' | 'crosshead' | 'apart' | 'table' | 'row' | 'qr';
  /** Whether it stands over the next block and must stay with it: a crosshead, a table's head, or a paragraph strong throughout over one that is not. */
  readonly leads: boolean;
  /** What it costs that a column ends right after it. */
  readonly parting: number;
  /** Lines at its beginning that no column's end parts: those beside a drop cap. */
  readonly kept: Lines;
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
  /** The story's first character, where it is set by itself beside this paragraph: it is not among its text. */
  readonly cap: DropCap | null;
  /** Where its lines stand in a column of body copy. */
  stand(measure: Em): Stand;
  readonly paragraph: Paragraph;
  readonly prepared: Prepared;
  /** Ways to set it at a measure of its own style, as far from its best line count as it may be taken. */
  ways(measure: Measure): readonly Choice[];
}

/** A row of a table. */
export interface RowBlock extends BlockFacts {
  readonly part: 'row';
  readonly row: TableRow;
  readonly table: TableCopy;
}

/** A QR code. */
export interface QrBlock extends BlockFacts {
  readonly part: 'qr';
  readonly qr: QrCopy;
}

/** A block of the copy. */
export type CopyBlock = TextBlock | RowBlock | QrBlock;

/** Copy at a measure: its blocks, and of each the ways to set it; a crosshead, a line of verse, a row and a QR code have one. */
export interface MeasuredCopy {
  readonly blocks: readonly CopyBlock[];
  readonly choices: readonly (readonly Choice[])[];
}

/** Whether a block is lines of text; others cannot be parted, and have one way to be set. */
export const isText = (block: CopyBlock): block is TextBlock => block.part !== 'row' && block.part !== 'qr';

/** A row is set cell by cell, a QR code by itself. */
export const UNBROKEN: Breaking = { breaks: [], demerits: 0 };

/** A paragraph that can be set. */
export type Settable = Pick<TextBlock, 'paragraph' | 'prepared' | 'characters' | 'ways'>;
