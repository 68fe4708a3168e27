/** One day's issue as the desk wrote it: the plan and the manuscripts, checked, with source positions. */
import type { Span } from '../diagnostics/types.js';
import type { Columns, Lines, Mm } from '../geometry/units.js';

/** A stretch of a paragraph in one emphasis. */
export interface InlineRun {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** Of a passage that may be left out (可删): where that begins in the manuscript, which tells it from others. */
  readonly spare?: number;
  /** Where its text stands in the manuscript. */
  readonly span: Span;
}

/** Where a paragraph stands in a quotation (引文), and how it is set there. */
export interface Quoted {
  /** Its quotation, by a number of its own, and the paragraph as written: lines of verse that share it are a stanza. */
  readonly quotation: number;
  readonly paragraph: number;
  /** Running text, a line of verse (诗), or a last line that says whose words they are (——李白《静夜思》). */
  readonly set: 'prose' | 'verse' | 'source';
}

/** A cell of a table: nothing, or a paragraph of its own. */
export interface TableCell {
  readonly runs: readonly InlineRun[];
  /** What the colons of its column say; null where there are none. */
  readonly align: 'start' | 'center' | 'end' | null;
}

/** A row of a table (表格); a table is rows that follow each other, the first of them its head. */
export interface TableRow {
  readonly kind: 'row';
  /** Its table, by a number of its own. */
  readonly table: number;
  readonly isHead: boolean;
  /** As many in each row of a table. */
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

/** A QR code (二维码) with the words beside it. */
export interface QrCode {
  readonly kind: 'qr';
  /** Where it leads: an http or https address in ASCII. */
  readonly link: string;
  /** A row each, `1` for ink; as many rows as a row has squares. */
  readonly squares: readonly string[];
  readonly words: readonly InlineRun[];
  readonly span: Span;
}

/** A paragraph, a crosshead, a table's row or a QR code of an article's body. A line of verse is a paragraph. */
export type Block =
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly InlineRun[];
      /** Of a paragraph of a quotation. */
      readonly quoted?: Quoted;
      readonly span: Span;
    }
  | { readonly kind: 'crosshead'; readonly text: string; readonly span: Span }
  | TableRow
  | QrCode;

/** A picture as an article's front matter names it, with what its file says. */
export interface Picture {
  /** Path from the issue's folder, with `/`: the key of the picture. Of artwork in the paper's: issue/pictures/nameplate.ts. */
  readonly file: string;
  readonly title: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string;
  /** What must stay in a crop, as shares of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
  /** Nothing of it may be cropped away. */
  readonly whole: boolean;
  /** Pixels, upright (EXIF rotation applied). */
  readonly width: number;
  readonly height: number;
  /** Digest of its file's bytes. */
  readonly content: string;
  readonly span: Span;
}

/** A field of an article's front matter that is printed. */
export type Field = 'kicker' | 'headline' | 'deck' | 'byline' | 'standfirst' | 'short';

/** A manuscript, read and checked. */
export interface Article {
  readonly id: string;
  readonly kicker: string | null;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly standfirst: string | null;
  /** Short headline for a continuation; the headline where absent. */
  readonly short: string | null;
  readonly names: readonly string[];
  readonly pictures: readonly Picture[];
  readonly body: readonly Block[];
  /** Where the fields stand in the manuscript, so that what is found in them can be shown. */
  readonly fields: Readonly<Record<Field, Span>>;
  /** Where the headline stands. */
  readonly span: Span;
}

/** What stands in a slot. */
export type Placement =
  /** An article's beginning, or the whole of it. */
  | { readonly kind: 'article'; readonly article: string; readonly span: Span }
  /** The rest of an article that jumped from an earlier page. */
  | { readonly kind: 'continuation'; readonly article: string; readonly span: Span }
  /** A teaser for articles elsewhere in the issue. */
  | { readonly kind: 'teaser'; readonly articles: readonly string[]; readonly span: Span }
  | { readonly kind: 'advertisement'; readonly picture: Picture; readonly sold: Sold | null; readonly span: Span };

/** The size that an advertisement was sold at, and the least columns and lines that hold it. */
export interface Sold {
  readonly mm: { readonly width: Mm; readonly height: Mm };
  readonly columns: Columns;
  readonly lines: Lines;
}

/** Who had a part in making a page: 责任编辑, 版式, 校对. */
export interface StaffMember {
  readonly part: string;
  readonly name: string;
  readonly span: Span;
}

/** One page, or a spread of two facing pages, of the plan. */
export interface PagePlan {
  /** One number, or two facing ones. */
  readonly numbers: readonly number[];
  /** Section named in the folio line, and where the plan names it. */
  readonly section: { readonly name: string; readonly span: Span } | null;
  /** Who made the page, in the order of the plan; its folio line names them. */
  readonly staff: readonly StaffMember[];
  /** Templates to choose from, by name, already resolved from names or a kind. */
  readonly layouts: readonly string[];
  readonly slots: ReadonlyMap<string, Placement>;
  /** Printed in black alone (黑白版); a spread is, as one picture, where either of its pages gets no colour. */
  readonly black: boolean;
  /** Of a spread: on which of its pages each slot begins; both, where that is not known until it is made up. */
  readonly beginsOn: ReadonlyMap<string, readonly number[]>;
  readonly span: Span;
}

/** A day of the calendar; always a day that exists. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A part of an issue that is folded by itself (叠): its letters, and its first page. */
export interface Part {
  readonly name: string;
  readonly from: number;
}

/** An issue: its plan, and the articles that stand in it. */
export interface Issue {
  readonly number: number;
  readonly paper: string;
  readonly date: CalendarDate;
  /** The paper's nameplate as artwork; null: its name is set in type. */
  readonly nameplate: Picture | null;
  /** In the order of their pages; none where the issue is in one piece. */
  readonly parts: readonly Part[];
  readonly pages: readonly PagePlan[];
  readonly articles: ReadonlyMap<string, Article>;
}
