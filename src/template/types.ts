/**
 * A paper's own facts: sheet and grid, styles, page templates. Read by `load.ts`; make-up takes these values.
 */
import type { Span } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import type { Columns, Em, Lines, Mm, Pt, Range } from '../geometry/units.js';
import type { Ink } from '../page/types.js';
import type { Level } from '../typeset/types.js';

/** The page grid: base columns across, lines down (版心). */
export interface Grid {
  readonly columns: Columns;
  /** Characters of body type in a base column. */
  readonly measure: Em;
  /** Gap between base columns, in ems of body type. */
  readonly gap: Em;
  readonly bodySize: Pt;
  readonly leading: Pt;
  readonly lines: number;
}

/** `paper.yaml`. */
export interface Paper {
  readonly id: string;
  /** Path of its folder, as it was named. */
  readonly folder: string;
  readonly name: string;
  /** The name as artwork: a picture by its path from the paper's folder, and where it is named; null: the name is set. */
  readonly nameplate: { readonly file: string; readonly span: Span } | null;
  /** The name in Latin letters, under the nameplate. */
  readonly latin: string;
  readonly organ: string;
  readonly site: string;
  /** CN number and postal distribution code as printed: `CN42—0039`, `37—25`. */
  readonly cn: string;
  readonly postal: string;
  /** Lines or phrases of the imprint (报脚): address, phone, price, printer. */
  readonly imprint: readonly string[];
  readonly sheet: { readonly width: Mm; readonly height: Mm };
  /** Top left corner of the type area on the trimmed sheet; centred where paper.yaml names none. */
  readonly typeArea: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt };
  readonly grid: Grid;
  readonly print: {
    readonly standard: 'x1a' | 'x4';
    /** The press's ICC profile and where paper.yaml names it; null: the stand-in built into the picture library. */
    readonly profile: { readonly file: string; readonly span: Span } | null;
    readonly condition: string;
    readonly bleed: Mm;
    readonly marks: boolean;
    /** Pages that the press prints in black alone, unless an issue's plan says otherwise. */
    readonly blackPages: readonly number[];
  };
  /** What pages are called (issue/plan/page-name.ts); null: 第四版, in parts with letters A04版. */
  readonly pageName: string | null;
  /** File name patterns: `{issue}`, `{page}`, `{page2}` (two digits), `{date}` (20211203). */
  readonly output: { readonly page: string; readonly issue: string; readonly screen: string };
  /** Take half-width marks between Han as full-width when loading. */
  readonly fullWidthMarks: boolean;
  /** House words (names, terms) that headlines must not break. */
  readonly words: readonly string[];
  /** Where the texts that pages print stand in paper.yaml, so that what is found in them can be shown. */
  readonly spans: Readonly<Record<PaperText, Span>> & { readonly imprint: readonly Span[] };
}

/** A text of paper.yaml that pages print as it stands. */
export type PaperText = 'name' | 'latin' | 'organ' | 'site' | 'cn' | 'postal';

/** A way to set running text. */
export interface TextStyle {
  readonly font: Role;
  /** Face of `**strong**`. */
  readonly strong: Role;
  /** Face of `*emphasis*`. */
  readonly emphasis: Role;
  readonly size: Pt;
  /** Distance of baselines. */
  readonly leading: Pt;
  readonly ink: Ink;
  /** Ink of a block under each line. */
  readonly ground?: Ink;
  readonly align: 'justify' | 'start' | 'center' | 'end';
  readonly indent: Em;
  /** How far a quotation stands in from its column's left edge; other text stands in by nothing. */
  readonly inset: Em;
  readonly hanSpace: Em;
  readonly level: Level;
  readonly hanging: string;
}

/** A way to set a headline: sizes step within the range, lines are spread up to `spacing` (rule 23). */
export interface HeadlineStyle {
  readonly font: Role;
  readonly sizes: { readonly min: Pt; readonly max: Pt };
  readonly lines: Range;
  /** Most extra space between characters. */
  readonly spacing: Em;
  /** Baseline distance as a multiple of the size. */
  readonly leading: number;
  readonly ink: Ink;
  readonly align: 'center' | 'start';
}

/** How a story of one rank looks; made of text styles. */
export interface StoryStyle {
  /** 1 is the lead. Headlines of one rank side by side run together (碰题). */
  readonly rank: number;
  readonly headline: HeadlineStyle;
  readonly kicker: TextStyle;
  readonly deck: TextStyle;
  readonly byline: TextStyle;
  readonly standfirst: TextStyle;
  readonly crosshead: TextStyle;
  readonly body: TextStyle;
  /** Quotations and verse (引文, 诗). */
  readonly quote: TextStyle;
  /** Cells of tables (表格), and of their first rows. */
  readonly table: TextStyle;
  readonly tableHead: TextStyle;
  readonly caption: TextStyle;
  readonly credit: TextStyle;
  /** The jump line 下转第N版 / 上接第N版. */
  readonly jump: TextStyle;
}

/** The styles of a paper, by name. */
export interface Styles {
  readonly text: ReadonlyMap<string, TextStyle>;
  readonly headlines: ReadonlyMap<string, HeadlineStyle>;
  readonly stories: ReadonlyMap<string, StoryStyle>;
  readonly inks: ReadonlyMap<string, Ink>;
}

/** What every node of a template tree has. Widths in base columns, heights in lines. */
interface NodeBase {
  readonly width: Range;
  readonly height: Range;
  readonly span: Span;
}

/** Cut across: children stand under each other, parted by `gap` lines, with a rule centred in them or not. */
export interface RowsNode extends NodeBase {
  readonly kind: 'rows';
  readonly children: readonly TemplateNode[];
  readonly gap: Range;
  readonly rule: 'none' | 'hairline';
}

/** Cut down: children stand beside each other in one height. */
export interface ColumnsNode extends NodeBase {
  readonly kind: 'columns';
  readonly children: readonly TemplateNode[];
  readonly rule: 'none' | 'hairline';
}

/** What a piece stands in: nothing, a rule round it, a thick rule with a thin one inside (文武线), or a light tint. */
export type Box = 'none' | 'rule' | 'double' | 'tint';

/** Where a picture's caption stands: under it, in a narrow column beside it, or on a panel in its foot. */
export type CaptionPlace = 'under' | 'beside' | 'on';

/** Where a headline stands: over all columns; over the first or the middle ones, with text beside it; vertical at a side. */
export type HeadlinePlace = 'over' | 'beside' | 'middle' | 'left' | 'right';

/** Where a story's picture stands: under the headline, or at the foot. */
export type PicturePlace = 'left' | 'right' | 'middle' | 'foot-left' | 'foot-right' | 'across';

/** A story's slot. */
export interface StoryNode extends NodeBase {
  readonly kind: 'story';
  readonly slot: string;
  /** Name in styles.yaml `stories`. */
  readonly style: string;
  readonly headline: HeadlinePlace;
  /** Of `beside` and `middle`: how many text columns the headline covers. */
  readonly cover: Columns;
  /** Text columns to re-divide the width into (变栏); null: base columns. A range leaves the choice to make-up. */
  readonly divide: Range | null;
  /** Whether its text is what stands under a photograph, which likes wider columns than a story's body. */
  readonly isPhotoText: boolean;
  readonly box: Box;
  /** Lines that the story's first character drops by (首字下沉); null: it is one of the others. */
  readonly dropCap: Lines | null;
  /** Whether a flat band and a tall strip cost: of a piece that make-up gives its place. */
  readonly weighsShape: boolean;
  /** Where the article's picture goes; null: it is not shown. */
  readonly picture: {
    readonly at: PicturePlace;
    /** Text columns covered; a range leaves the choice to make-up. */
    readonly columns: Range;
    readonly lines: Range;
    /** Least share of the picture that must stay after cropping. */
    readonly keep: number;
    readonly caption: CaptionPlace;
  } | null;
}

/** A picture with title and caption of its own. */
export interface PhotoNode extends NodeBase {
  readonly kind: 'photo';
  readonly slot: string;
  readonly style: string;
  readonly caption: CaptionPlace;
  readonly box: Box;
  /** Least share of the picture that must stay after cropping. */
  readonly keep: number;
}

/** A pointer to an article on a later page. */
export interface TeaserNode extends NodeBase {
  readonly kind: 'teaser';
  readonly slot: string;
  readonly style: string;
  readonly box: Box;
}

/** An advertisement: a picture file, never cropped; of a fixed size where that was sold. */
export interface AdvertisementNode extends NodeBase {
  readonly kind: 'advertisement';
  readonly slot: string;
  /** Its sold size in millimetres, where the template names it; width and height then hold it. */
  readonly mm?: { readonly width: Mm; readonly height: Mm };
  /** Lines of its place that it takes at most, where it has more because slots round it are empty. */
  readonly most?: Lines;
}

/** A part the paper sets by itself: masthead, strip under it, folio line, imprint. A masthead's height is elastic, the others' fixed. */
export interface FixtureNode extends NodeBase {
  readonly kind: 'masthead' | 'strip' | 'folio' | 'imprint';
}

/** Stories and advertisements that a free region takes at most: what is tried grows threefold with each. */
export const MOST_STORIES = 10;

/** What a story of a free region may be, by its place in the order of the plan; its slot's name is the plan's. */
export interface FreePiece {
  /** Which stories: 1 is the first. */
  readonly for: Range;
  readonly story: StoryNode;
  /** Story styles that take turns from story to story, and stand in for each other where headlines would clash. */
  readonly styles: readonly string[];
}

/** A region that make-up cuts by itself: the stories that no slot of the template takes, as the day's copy asks. */
export interface FreeNode extends NodeBase {
  readonly kind: 'free';
  readonly pieces: readonly FreePiece[];
  /** Lines between pieces under each other. */
  readonly gap: Range;
  readonly rule: 'none' | 'hairline';
}

/** A node of a template's tree. */
export type TemplateNode =
  | RowsNode
  | ColumnsNode
  | StoryNode
  | PhotoNode
  | TeaserNode
  | AdvertisementNode
  | FreeNode
  | FixtureNode;

/** A node that the template cuts no further. */
export type LeafNode = Exclude<TemplateNode, RowsNode | ColumnsNode>;

/** A page template: one slicing tree. */
export interface Template {
  readonly name: string;
  /** Kind of page (`front`, `inside` …): a page that names a kind gets its cheapest template. */
  readonly kind: string;
  /** 2 for a spread across the gutter. */
  readonly pages: 1 | 2;
  readonly tree: TemplateNode;
}

/** Everything under `layouts/<paper>/`. */
export interface Layouts {
  readonly paper: Paper;
  readonly styles: Styles;
  readonly templates: readonly Template[];
}
