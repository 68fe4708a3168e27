/**
 * The finished page: frames within frames, glyphs at fixed positions. Pure data: it can be dumped as text,
 * painted as PDF or SVG, compared. Positions belong to the parent, so a frame can be reused anywhere.
 */
import type { Em, Point, Pt, Size } from '../geometry/units.js';

/** Identifies a font file (its key in the font registry). */
export type FaceId = string;

/** Printing inks in per cent (0–100), by process colour. `spot` names a Separation that these four stand in for. */
export interface Ink {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  readonly spot?: string;
}

/** Black alone. */
export const BLACK: Ink = { c: 0, m: 0, y: 0, k: 100 };
/** Paper. */
export const WHITE: Ink = { c: 0, m: 0, y: 0, k: 0 };

/** Sum of inks, in per cent, that newsprint takes. */
export const MOST_INK = 240;

/** Pixels an inch that a picture must have on newsprint. */
export const LEAST_PPI = 150;

/** Least width of rules, in points, and of those in several inks that a press does not refuse. */
export const LEAST_RULE = 0.25;
export const LEAST_RULE_IN_INKS = 0.5;

/**
 * Glyphs of one face on one baseline, in columns (a page has thousands): `ids[i]` lies at `along[i]` and says `texts[i]`.
 * In ems of the line's size, from the line's start on its baseline; y grows downwards.
 */
export interface Stretch {
  readonly face: FaceId;
  /** Each a quarter clockwise about its origin, one under the other: words in vertical lines. */
  readonly turned: boolean;
  /** The y of their origins; of turned ones the x. */
  readonly across: Em;
  /** The x of each origin; of turned ones the y. */
  readonly along: readonly Em[];
  readonly ids: readonly number[];
  /** What each says in Unicode; '' where an earlier glyph of the cluster says it. */
  readonly texts: readonly string[];
}

/** One glyph of a stretch by itself. */
export interface PlacedGlyph {
  readonly face: FaceId;
  readonly id: number;
  /** Where the glyph's own origin comes to lie. */
  readonly x: Em;
  readonly y: Em;
  readonly text: string;
  readonly turned?: boolean;
}

/** Glyphs on one line that share size and ink; placed by the line's start on its baseline. */
export interface Glyphs {
  readonly kind: 'glyphs';
  readonly size: Pt;
  readonly ink: Ink;
  /** Ink of a block under them (page/ground.ts). */
  readonly ground?: Ink;
  readonly stretches: readonly Stretch[];
}

/** A picture, placed by its top left corner. */
export interface Image {
  readonly kind: 'image';
  /** Key of the picture: its path from the folder, with `/`. */
  readonly file: string;
  readonly size: Size;
  /** The part of the upright picture that shows, as shares of its width and height. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Says in words what the picture shows. */
  readonly alt: string;
  /** Printed in black alone, whatever colours it has. */
  readonly black?: true;
  /** Letters that were drawn: in black alone they are solid, as type is. */
  readonly lettering?: true;
}

/** A straight rule from its place to `to` (relative to the same place). */
export interface Rule {
  readonly kind: 'rule';
  readonly to: Point;
  readonly width: Pt;
  readonly ink: Ink;
}

/**
 * A rectangle: a tint, a box frame, or both. The stroke lies centred on the edge; one that knocks out takes away what
 * lies under it, for black over the dark edge of a photograph would pass the limit of ink.
 */
export interface Area {
  readonly kind: 'area';
  readonly size: Size;
  readonly fill?: Ink;
  readonly stroke?: { readonly width: Pt; readonly ink: Ink; readonly knockout?: boolean };
}

/** Squares of ink in rows, placed by the top left corner: a QR code. */
export interface Squares {
  readonly kind: 'squares';
  /** Of one square. */
  readonly side: Pt;
  /** A row each, all as long: `1` a square of ink, `0` paper. */
  readonly rows: readonly string[];
  readonly ink: Ink;
}

/** What part of a page a group is; the screen edition's structure and the reports read it. */
export interface Tag {
  readonly part:
    | 'masthead'
    | 'nameplate'
    | 'date-block'
    | 'folio'
    | 'page-name'
    | 'imprint'
    | 'strip'
    | 'story'
    | 'head'
    | 'kicker'
    | 'headline'
    | 'deck'
    | 'byline'
    | 'standfirst'
    | 'crosshead'
    | 'drop-cap'
    | 'paragraph'
    | 'quote'
    | 'verse'
    | 'table'
    | 'table-title'
    | 'row'
    | 'table-head'
    | 'head-again'
    | 'cell'
    | 'qr'
    | 'qr-words'
    | 'picture'
    | 'caption'
    | 'credit'
    | 'teaser'
    | 'jump'
    | 'overset'
    | 'advertisement'
    | 'ornament';
  /** Article id, where the part is an article's. */
  readonly story?: string;
  /** Slot name, on the outermost group of a slot. */
  readonly slot?: string;
  /** Of a jump line or a teaser: the page it points to. */
  readonly page?: number;
  /** Of a headline: as it was written; where a line of it ends its space is not printed. */
  readonly title?: string;
  /** Of a QR code: where it leads. */
  readonly link?: string;
  /** Of the body: whether it stands over what follows, and must stay with it (a crosshead does in any case). */
  readonly leads?: boolean;
}

/** Parts that a table's cells are: of its first row, and of the others. */
export const CELL_PARTS: readonly Tag['part'][] = ['table-head', 'cell'];
/** Parts of a table that hold text: its title, and its cells. */
export const TABLE_PARTS: readonly Tag['part'][] = ['table-title', ...CELL_PARTS];
/** Parts that a story's text is made of, whatever they stand in: a quotation's paragraphs are paragraphs. */
export const BODY_PARTS: readonly Tag['part'][] = ['paragraph', 'crosshead', 'verse', ...TABLE_PARTS];

/** A frame inside a frame. */
export interface Group {
  readonly kind: 'group';
  /** The halves of a group that a spread's fold cuts have the very same one. */
  readonly tag: Tag;
  readonly frame: Frame;
}

/** What may stand in a frame. */
export type FrameItem = Glyphs | Image | Rule | Area | Squares | Group;

/** A box with its contents, painted in order; reading order is painting order. */
export interface Frame {
  readonly size: Size;
  readonly children: readonly PlacedItem[];
}

/** An item where it stands in its frame. */
export interface PlacedItem {
  readonly at: Point;
  readonly item: FrameItem;
}

/** How one story's part on one page came out: the report's row. */
export interface StoryFit {
  readonly id: string;
  readonly slot: string;
  /** Body lines set here. */
  readonly lines: number;
  /** Body characters set here (white space not counted). */
  readonly chars: number;
  readonly overset: { readonly lines: number; readonly chars: number };
  /** Passages that its editor lets go (可删), and that are not printed. */
  readonly leftOut: { readonly passages: number; readonly chars: number };
  /** Lines short of flush, and holes, in lines of one column. */
  readonly white: number;
  /** The page the story goes on to, and the page it comes from. */
  readonly jump: { readonly to: number | null; readonly from: number | null } | null;
}

/** A finished page. `frame` is the whole trimmed sheet. */
export interface Page {
  readonly number: number;
  /** Printed in black alone. */
  readonly black?: true;
  readonly frame: Frame;
  readonly stories: readonly StoryFit[];
}
