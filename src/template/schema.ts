/**
 * The forms of paper.yaml, styles.yaml and page templates. The JSON Schemas for editors are made from these too,
 * so nothing here transforms: `paper.ts`, `styles.ts` and `tree.ts` turn the values into what make-up takes.
 */
import { z } from 'zod';
import {
  LEADING_PATTERN,
  LEADING_WORDS,
  RANGE_PATTERN,
  RANGE_WORDS,
  SIZE_PATTERN,
  SIZE_WORDS,
  SIZES_PATTERN,
  SLOT_NAME,
} from './values.js';

const positive = z.number().positive();
const count = z.int().min(1);
const percent = z.number().min(0).max(100);
const said = z.string().regex(/\S/, { error: 'must not be empty' });

const size = z
  .union([positive, z.string().regex(SIZE_PATTERN, { error: SIZE_WORDS })], { error: SIZE_WORDS })
  .describe('Type size: 五号, 小四 …, 10.5pt or a number of points');
const leading = z
  .union([positive, z.string().regex(LEADING_PATTERN, { error: LEADING_WORDS })], { error: LEADING_WORDS })
  .describe('Baseline distance in points, or in lines of the page grid: 1 line');
const rangeOf = (counted: keyof typeof RANGE_WORDS) => {
  const error = RANGE_WORDS[counted];
  return z.union([z.int().min(0), z.string().regex(RANGE_PATTERN, { error })], { error });
};
const columns = rangeOf('columns');
const lines = rangeOf('lines');
const widths = columns.describe('Base columns: 4, 2..4 or 3..; left out: as many as there are');
const heights = lines.describe('Lines: 20, 20..40 or 20..; left out: as many as the copy takes');

/** paper.yaml. */
export const paperSchema = z
  .strictObject({
    name: said.describe('The paper’s name, as the nameplate shows it'),
    nameplate: said
      .optional()
      .describe('The name as artwork (题字), a PDF or another picture, from this folder; left out: it is set in type'),
    latin: z.string().optional().describe('The name in Latin letters'),
    organ: z.string().optional().describe('Whose paper it is: 中共咸宁市委机关报'),
    site: z.string().optional(),
    cn: z.string().optional().describe('CN number as printed'),
    postal: z.string().optional().describe('Postal distribution code as printed'),
    imprint: z.array(z.string()).optional().describe('Lines or phrases of the imprint (报脚)'),
    sheet: z.strictObject({ width: positive, height: positive }).describe('Trimmed page in mm'),
    'type-area': z
      .strictObject({ x: z.number().min(0), y: z.number().min(0) })
      .optional()
      .describe('Top left corner of the type area in mm; left out: centred'),
    grid: z.strictObject({
      columns: count.max(24).describe('Base columns'),
      measure: positive.describe('Characters in a base column'),
      gap: z.number().min(0).describe('Gap between base columns in characters'),
      size: size.describe('Body type size: 五号, 10.5pt or a number of points'),
      leading: positive.describe('Baseline distance in points'),
      lines: count.max(400).describe('Lines of the type area'),
    }),
    print: z
      .strictObject({
        standard: z.enum(['x1a', 'x4']).optional(),
        profile: z.string().nullable().optional().describe('The press’s ICC profile, from this folder'),
        condition: said.optional().describe('Name of the printing condition'),
        bleed: z.number().min(0).max(50).optional().describe('mm'),
        marks: z.boolean().optional().describe('Crop marks, register crosses, colour bar, slug line'),
        'black-pages': z
          .array(count)
          .optional()
          .describe('Pages printed in black alone (黑白版), unless an issue gives them `inks: all`'),
      })
      .optional(),
    'page-name': z
      .string()
      .regex(/^(?=.*\{(?:page2?|chinese)\})(?:[^{}\p{Cc}]|\{(?:part|page2?|chinese)\})+$/u, {
        error: 'must have {page}, {page2} or {chinese} in it; {part} is known too',
      })
      .optional()
      .describe('What pages are called: 第{chinese}版, {part}{page2}版'),
    output: z
      .strictObject({
        page: z
          .string()
          .regex(/^(?=.*\{page2?\})(?:[^{}/\\\p{Cc}]|\{(?:issue|page2?|date)\})+$/u, {
            error: 'must be a file name with {page} or {page2} in it; {issue} and {date} are known too',
          })
          .optional(),
        issue: z
          .string()
          .regex(/^(?:[^{}/\\\p{Cc}]|\{(?:issue|date)\})+$/u, {
            error: 'must be a file name; {issue} and {date} are known',
          })
          .optional(),
        screen: z
          .string()
          .regex(/^(?:[^{}/\\\p{Cc}]|\{(?:issue|date)\})+$/u, {
            error: 'must be a file name; {issue} and {date} are known',
          })
          .optional()
          .describe('The screen edition'),
      })
      .optional()
      .describe('File names; {issue}, {page}, {page2} (two digits) and {date} are filled in'),
    'full-width-marks': z
      .boolean()
      .optional()
      .describe(
        'Take , : ; ? ! ( ) % ~ between Han as full-width, - as minus where it can be nothing else, and tell of marks that are no Chinese ones',
      ),
    words: z.array(z.string().min(1)).optional().describe('Names and terms that headlines must not break'),
  })
  .describe('A paper’s own facts (paper.yaml)');

const ink = z
  .union(
    [
      z.array(percent).length(4),
      z.strictObject({ c: percent, m: percent, y: percent, k: percent, spot: z.string().min(1).optional() }),
    ],
    { error: 'must be four inks in per cent: [cyan, magenta, yellow, black]' },
  )
  .describe('[cyan, magenta, yellow, black] in per cent; spot names a Separation');

const shared = { font: z.string().min(1).optional().describe('Role of fonts.yaml'), ink: z.string().optional() };

const textStyle = z.strictObject({
  extends: z.string().optional().describe('Text style that gives what is not said here'),
  ...shared,
  strong: z.string().min(1).optional().describe('Role for **strong**'),
  emphasis: z.string().min(1).optional().describe('Role for *emphasis*'),
  size: size.optional(),
  ground: z.string().optional().describe('Ink of a block under each line (底): with `ink: white` a label'),
  leading: leading.optional(),
  align: z.enum(['justify', 'start', 'center', 'end']).optional(),
  indent: z.number().min(0).optional().describe('First line, in characters'),
  inset: z.number().min(0).max(8).optional().describe('How far a quotation stands in, in characters; left out: 2'),
  'han-space': z.number().min(0).optional().describe('Width of a space typed between Han, in characters'),
  level: z.enum(['strict', 'normal', 'loose']).optional(),
  hanging: z.string().optional().describe('Marks that may hang out at line end'),
});

const headlineStyle = z.strictObject({
  extends: z.string().optional().describe('Headline style that gives what is not said here'),
  ...shared,
  sizes: z
    .union([positive, z.string().regex(SIZE_PATTERN), z.string().regex(SIZES_PATTERN), z.array(size).length(2)], {
      error: 'must be a size or two: 小一..初号, 24..42 or [24, 42]',
    })
    .optional()
    .describe('Least and most: 小一..初号 or [24, 42]'),
  lines: lines.optional().describe('How many lines it may take: 1..2'),
  spacing: z.number().min(0).max(3).optional().describe('Most extra space between characters, in characters'),
  leading: z.number().min(0.8).max(3).optional().describe('Baseline distance as a multiple of the size'),
  align: z.enum(['center', 'start']).optional(),
});

/** The text styles a story is made of; each defaults to the text style of the same name. */
export const STORY_PARTS = [
  'kicker',
  'deck',
  'byline',
  'standfirst',
  'crosshead',
  'body',
  'caption',
  'credit',
  'jump',
] as const;

const part = z.string().optional();
const storyStyle = z.strictObject({
  extends: z.string().optional().describe('Story style that gives what is not said here'),
  rank: count.optional().describe('1 is the lead'),
  headline: z.string().optional().describe('Name under headlines'),
  kicker: part,
  deck: part,
  byline: part,
  standfirst: part,
  crosshead: part,
  body: part,
  table: part.describe('Cells of tables; left out: `table`, else the body’s'),
  'table-head': part.describe(
    'Cells of a table’s first row; left out: `table-head`, else the tables’ in the face of **strong**, centred',
  ),
  quote: part.describe('Quotations and verse; left out: `quote`, else the body’s in its face of *emphasis*'),
  caption: part,
  credit: part,
  jump: part,
});

const names = z.string().min(1);
/** styles.yaml. */
export const stylesSchema = z
  .strictObject({
    inks: z.record(names, ink).optional(),
    text: z.record(names, textStyle).describe('Ways to set running text'),
    headlines: z.record(names, headlineStyle).describe('Ways to set headlines'),
    stories: z.record(names, storyStyle).describe('How stories of each rank look, made of the styles above'),
  })
  .describe('A paper’s styles (styles.yaml)');

const extent = { width: widths.optional(), height: heights.optional() };
const rule = z.enum(['none', 'hairline']).optional();
const box = z
  .enum(['none', 'rule', 'double', 'tint'], {
    error: 'must be `rule`, `double` (a thick rule and a thin one), `tint` (on grey) or `none`',
  })
  .optional();
const slot = z
  .string()
  .regex(SLOT_NAME, { error: 'must be a name of letters, digits, - and _' })
  .describe('Slot name; issue.yaml places copy by it');
const share = z.number().min(0.1).max(1);
const nothing = z
  .union([z.null(), z.strictObject({})], { error: 'takes no value; width and height stand beside it' })
  .describe('Stands alone: the paper sets it by itself');

const caption = z.enum(['under', 'beside', 'on']).optional().describe('Where the caption stands; left out: under');

const children = z.array(z.lazy((): typeof nodeSchema => nodeSchema)).min(1);
const DROP_WORDS = 'must be 2, 3 or 4 lines';
const storyLooks = {
  ...extent,
  headline: z
    .enum(['over', 'beside', 'middle', 'left', 'right'], {
      error:
        'must be `over` (all of the text), `beside` (over its first columns), `middle` (text on both sides), or, vertically, `left` or `right`',
    })
    .optional(),
  cover: count.optional().describe('Of headline: beside and middle: how many columns it covers'),
  divide: columns.optional().describe('Columns to re-divide the width into (变栏)'),
  box,
  'drop-cap': z
    .int({ error: DROP_WORDS })
    .min(2, { error: DROP_WORDS })
    .max(4, { error: DROP_WORDS })
    .optional()
    .describe('Lines that the story’s first character drops by (首字下沉)'),
  picture: z
    .strictObject({
      at: z.enum(['left', 'right', 'middle', 'foot-left', 'foot-right', 'across'], {
        error:
          'must be `left`, `right` or `middle` (under the headline), `foot-left` or `foot-right` (at the foot), or `across` (all columns)',
      }),
      columns: columns.optional().describe('Text columns it covers; a range leaves the choice to make-up'),
      lines: lines.optional(),
      keep: share.optional().describe('Least share of the picture that must stay'),
      caption,
    })
    .optional()
    .describe('Where the article’s picture goes; left out: it is not shown'),
};
const styleName = z.string().describe('Name under stories in styles.yaml');
const story = z.strictObject({ story: slot, style: styleName, ...storyLooks });
const freePiece = z.strictObject({
  for: rangeOf('stories').optional().describe('Which stories, in the order of the plan: 1, 2..4, 3..; left out: all'),
  style: z
    .union([styleName, z.array(styleName).min(1)], { error: 'must be a story style, or a list of them' })
    .describe('One name under stories in styles.yaml, or several to choose from'),
  ...storyLooks,
});

/** A node of a template's tree: the key it begins with says its kind. */
const nodeSchema: z.ZodType<RawNode> = z.union(
  [
    z.strictObject({ rows: children, ...extent, gap: lines.optional().describe('Lines between children'), rule }),
    z.strictObject({ columns: children, ...extent, rule }),
    story,
    z.strictObject({
      photo: slot,
      style: z.string(),
      ...extent,
      caption,
      box,
      keep: share.optional().describe('Least share of the picture that must stay'),
    }),
    z.strictObject({ teaser: slot, style: z.string(), ...extent, box }),
    z.strictObject({
      advertisement: slot,
      ...extent,
      mm: z.array(positive).length(2).optional().describe('[width, height]'),
    }),
    z.strictObject({
      free: z
        .array(freePiece)
        .min(1)
        .describe('What stories that no slot takes may be; make-up gives them their places'),
      ...extent,
      gap: lines.optional().describe('Lines between pieces under each other'),
      rule,
    }),
    z.strictObject({ masthead: nothing, ...extent }),
    z.strictObject({ strip: nothing, ...extent }),
    z.strictObject({ folio: nothing, ...extent }),
    z.strictObject({ imprint: nothing, ...extent }),
  ],
  {
    error:
      'must be a node: rows, columns, story, photo, teaser, advertisement, free, masthead, strip, folio or imprint',
  },
);

/** A page template. */
export const templateSchema = z
  .strictObject({
    name: z.string().min(1).optional().describe('Left out: the file’s name'),
    kind: z.string().min(1).describe('Kind of page: front, inside …'),
    pages: z.union([z.literal(1), z.literal(2)], { error: 'must be 1, or 2 for a spread' }).optional(),
    tree: nodeSchema,
  })
  .describe('A page template');

type RawRange = string | number;
interface RawExtent {
  width?: RawRange | undefined;
  height?: RawRange | undefined;
}
type Box = z.infer<typeof box>;
type Nothing = Record<string, never> | null;
/** Nodes one under the other, as a template writes them. */
export interface RawRows extends RawExtent {
  rows: RawNode[];
  gap?: RawRange | undefined;
  rule?: 'none' | 'hairline' | undefined;
}
/** Nodes side by side, as a template writes them. */
export interface RawColumns extends RawExtent {
  columns: RawNode[];
  rule?: 'none' | 'hairline' | undefined;
}
/** A story's slot as a template writes it. */
export type RawStory = z.infer<typeof story>;
/** What a story of a free region may be, as a template writes it. */
export type RawFreePiece = z.infer<typeof freePiece>;
/** A free region as a template writes it. */
export interface RawFree extends RawExtent {
  free: RawFreePiece[];
  gap?: RawRange | undefined;
  rule?: 'none' | 'hairline' | undefined;
}
/** A photograph's slot as a template writes it. */
export interface RawPhoto extends RawExtent {
  photo: string;
  style: string;
  caption?: 'under' | 'beside' | 'on' | undefined;
  box?: Box;
  keep?: number | undefined;
}
/** A teaser's slot as a template writes it. */
export interface RawTeaser extends RawExtent {
  teaser: string;
  style: string;
  box?: Box;
}
/** An advertisement's slot as a template writes it. */
export interface RawAdvertisement extends RawExtent {
  advertisement: string;
  mm?: number[] | undefined;
}
/** A part of the paper itself, as a template writes it. */
export type RawFixture = RawExtent &
  ({ masthead: Nothing } | { strip: Nothing } | { folio: Nothing } | { imprint: Nothing });
/** A node as a template file writes it. */
export type RawNode = RawRows | RawColumns | RawStory | RawPhoto | RawTeaser | RawAdvertisement | RawFree | RawFixture;

/** paper.yaml as it is written. */
export type RawPaper = z.infer<typeof paperSchema>;
/** styles.yaml as it is written. */
export type RawStyles = z.infer<typeof stylesSchema>;
/** A text style as it is written. */
export type RawTextStyle = z.infer<typeof textStyle>;
/** A headline style as it is written. */
export type RawHeadlineStyle = z.infer<typeof headlineStyle>;
/** A story style as it is written. */
export type RawStoryStyle = z.infer<typeof storyStyle>;
