/** The forms of issue.yaml and of an article's front matter. The JSON Schemas for editors are made from these too. */
import { z } from 'zod';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const article = z
  .string()
  .regex(NAME, { error: 'must be an article’s name: that of its file under articles/, without .md' })
  .describe('An article: the name of its file under articles/, without .md');

const advertisement = z.strictObject({
  advertisement: z.string().min(1).describe('Picture file, from the issue’s folder'),
  alt: z.string().optional().describe('What the picture shows, in words'),
  mm: z
    .array(z.number().min(1))
    .length(2)
    .optional()
    .describe('Its sold size, [width, height], where make-up finds its place (a free region)'),
});

const slot = z.union(
  [
    article,
    z.strictObject({ continues: article }).describe('The rest of an article that began on an earlier page'),
    z
      .strictObject({
        see: z.union([article, z.array(article).min(1)], { error: 'must be an article or a list of them' }),
      })
      .describe('A teaser for articles elsewhere in the issue'),
    advertisement,
  ],
  { error: 'must be an article’s name, {continues: …}, {see: …} or {advertisement: …}' },
);

const staff = z
  .record(z.string().min(1), z.string().min(1), {
    error: 'must say who did what: { 责任编辑: 某某 }',
  })
  .nullable()
  .optional();

const page = z.strictObject({
  layout: z
    .union([z.string(), z.array(z.string()).min(1), z.strictObject({ kind: z.string() })], {
      error: 'must be a template’s name, a list of names, or {kind: …}',
    })
    .optional()
    .describe('Template, or templates to choose from; left out: any of the paper’s that has the slots'),
  section: z.string().min(1).nullable().optional().describe('Section named in the folio line'),
  staff: staff.describe('Who made the page, named in the folio line; left out: those of the issue'),
  inks: z
    .enum(['black', 'all'], { error: 'must be `black`, or `all` where the press has colour' })
    .optional()
    .describe('Inks the page is printed with; left out: all, but on the `black-pages` of paper.yaml'),
  slots: z
    .union([z.record(z.string(), slot), z.array(slot).min(1)], {
      error: 'must be what stands in each slot, or a list of it where their names do not matter',
    })
    .describe('What stands in each slot of the template; a list, the weightiest first, for a free region'),
});

/** issue.yaml. */
export const issueSchema = z
  .strictObject({
    paper: z.string().min(1).describe('The paper: a folder under layouts/'),
    number: z.int().min(1).describe('Issue number; also the folder’s name'),
    date: z.string().describe('Date of issue: 2021-12-03'),
    parts: z
      .record(
        z.string().regex(/^\p{L}{1,4}$/u, { error: 'is no name of a part: write one to four letters, such as A' }),
        z.int().min(1),
        { error: 'must say on which page each part begins: { A: 1, B: 9 }' },
      )
      .optional()
      .describe('Parts that are folded by themselves (叠), each with its first page: { A: 1, B: 9 }'),
    staff: staff.describe('Who made the pages, named in their folio lines: { 责任编辑: 某某, 版式: 某某 }'),
    'page-count': z.int().min(1).optional().describe('How many pages there must be'),
    pages: z
      .record(
        z.string().regex(/^[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$/, {
          error: 'is no page: write its number in the whole issue, 1, or 6-7 for a spread',
        }),
        page,
      )
      .describe('The plan of each page, by its number; 6-7 is a spread'),
  })
  .describe('The plan of an issue (issue.yaml)');

const text = z.string().nullable().optional();
const share = z.number().min(0).max(1);

const picture = z.strictObject({
  file: z.string().min(1).describe('Path from the issue’s folder: photos/bridge.jpg'),
  title: text.describe('Title on or over the picture'),
  caption: text.describe('What is to be seen'),
  credit: text.describe('Who took or drew it'),
  alt: text.describe('What it shows, in words, for those who cannot see it'),
  focus: z
    .array(share)
    .length(2)
    .optional()
    .describe('What must stay when it is cropped: [across, down] as shares, from the top left'),
  whole: z
    .boolean()
    .optional()
    .describe('A drawing, a chart, a map: nothing of it is cropped away; of a PDF nothing is unless this is false'),
});

/** Front matter of an article. */
export const articleSchema = z
  .strictObject({
    kicker: text.describe('引题, over the headline'),
    headline: z.string().describe('主题; a space parts its two halves'),
    deck: text.describe('副题, under the headline'),
    byline: text,
    standfirst: text.describe('提要'),
    short: text.describe('Short headline where the article goes on'),
    names: z
      .array(
        z
          .string()
          .regex(/^[^\uff0c\u3001\uff1b,;]+$/, { error: 'must be one name: half-width commas part names, [甲, 乙]' }),
      )
      .nullable()
      .optional()
      .describe('Names that must not break'),
    pictures: z.array(picture).nullable().optional(),
  })
  .describe('Front matter of an article (articles/NAME.md)');

/** issue.yaml as it is written. */
export type RawIssue = z.infer<typeof issueSchema>;
/** A page of the plan as it is written. */
export type RawPage = z.infer<typeof page>;
/** What stands in a slot, as the plan writes it. */
export type RawSlot = z.infer<typeof slot>;
/** Front matter as it is written. */
export type RawArticle = z.infer<typeof articleSchema>;
