/** The finished pages as PDF files: one a page, and the whole issue. */
import { join } from 'node:path';
import type { Diagnostic } from './diagnostics/types.js';
import type { FontSet } from './fonts/registry.js';
import { mm } from './geometry/units.js';
import { chineseDate, chineseNumber } from './issue/calendar.js';
import type { Issue } from './issue/types.js';
import type { Desk } from './makeup/types.js';
import type { OutputFile } from './output.js';
import type { Page } from './page/types.js';
import { type PictureReport, type Pictures, preparePictures } from './pdf/pictures.js';
import { loadPress } from './pdf/press.js';
import type { Edition, PdfFacts } from './pdf/types.js';
import { type Paintings, paintings, writePdf } from './pdf/write.js';
import type { Paper } from './template/types.js';

export interface WrittenIssue {
  readonly files: readonly OutputFile[];
  /** File name of each page. */
  readonly names: ReadonlyMap<number, string>;
  readonly pictures: readonly PictureReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/** PDFs of these pages; with `whole` also one file of them all, and one of each of the `spreads` uncut. */
export async function writeIssueFiles(
  pages: readonly Page[],
  desk: Desk & { readonly fonts: FontSet },
  issueFolder: string,
  whole: boolean,
  spreads: readonly Page[] = [],
  edition: 'x1a' | 'x4' = desk.layouts.paper.print.standard,
): Promise<WrittenIssue> {
  const { issue, layouts, fonts } = desk;
  const { paper } = layouts;
  const press = await loadPress(paper.print.profile, paper.print.condition);
  if (press.value === null) return { files: [], names: new Map(), pictures: [], diagnostics: press.diagnostics };
  const pictures = await preparePictures(pages, { path: (file) => join(issueFolder, file) }, press.value);
  const names = new Map(pages.map(({ number }) => [number, fileName(paper.output.page, issue, number)]));
  // A picture across the fold is cut in two on the pages; uncut it is another, with the same faults.
  const uncut = await preparePictures(spreads, { path: (file) => join(issueFolder, file) }, press.value);
  const write = async (name: string, part: string, of: readonly Page[], painting: Paintings): Promise<OutputFile> => {
    const facts = factsOf(paper, issue, part, edition);
    return { name, data: await writePdf(of, facts, fonts, painting.pictures, press.value!, painting) };
  };
  const paintingWith = (shown: Pictures): Paintings => paintings(factsOf(paper, issue, '', edition), fonts, shown);
  const painting = paintingWith(pictures.value!);
  // While one file's fonts are deflated the next is painted.
  const files = await Promise.all([
    ...pages.map((page) => write(names.get(page.number)!, `第${page.number}版`, [page], painting)),
    ...spreads.map(async (spread): Promise<OutputFile> => {
      const name = fileName(paper.output.page, issue, spread.number, spread.number + 1);
      const part = `第${spread.number}—${spread.number + 1}版`;
      return { ...(await write(name, part, [spread], paintingWith(uncut.value!))), abreast: 2 };
    }),
    ...(whole ? [write(fileName(paper.output.issue, issue, 0), '', pages, painting)] : []),
  ]);
  return {
    files,
    names,
    pictures: pictures.value!.reports,
    diagnostics: [...press.diagnostics, ...pictures.diagnostics],
  };
}

/** The screen edition of these pages, one file. */
export async function writeScreenFile(
  pages: readonly Page[],
  desk: Desk & { readonly fonts: FontSet },
  issueFolder: string,
): Promise<WrittenIssue> {
  const { issue, layouts, fonts } = desk;
  const { paper } = layouts;
  const { writeScreenPdf } = await import('./pdf/screen.js');
  const { screenPictures } = await import('./pdf/screen-pictures.js');
  const press = await loadPress(paper.print.profile, paper.print.condition);
  if (press.value === null) return { files: [], names: new Map(), pictures: [], diagnostics: press.diagnostics };
  const pictures = await screenPictures(pages, { path: (file) => join(issueFolder, file) });
  const facts = { ...factsOf(paper, issue, '', 'screen'), pageName: (page: number) => `第${chineseNumber(page)}版` };
  const name = fileName(paper.output.screen, issue, 0);
  const data = await writeScreenPdf(pages, facts, fonts, pictures.value!, press.value);
  return {
    files: [{ name, data }],
    names: new Map(pages.map(({ number }) => [number, name])),
    pictures: pictures.value!.reports,
    diagnostics: pictures.diagnostics,
  };
}

function factsOf(paper: Paper, issue: Issue, part: string, edition: Edition): PdfFacts {
  const { year, month, day } = issue.date;
  const title = [paper.name, chineseDate(issue.date), `第${issue.number}期`, part]
    .filter((word) => word !== '')
    .join(' ');
  return {
    edition,
    title,
    date: { year, month, day },
    bleed: mm(paper.print.bleed),
    marks: paper.print.marks,
    slug: (page) => `${paper.name} ${chineseDate(issue.date)} 第${issue.number}期 第${page}版`,
  };
}

/** A name by the paper's pattern: `{issue}`, `{page}`, `{page2}`, `{date}`; a sheet of two pages has both. */
export function fileName(pattern: string, { number, date }: Issue, page: number, to?: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const values: Record<string, string> = {
    issue: String(number),
    page: to === undefined ? String(page) : `${page}-${to}`,
    page2: to === undefined ? two(page) : `${two(page)}-${two(to)}`,
    date: `${date.year}${two(date.month)}${two(date.day)}`,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
