/** The finished pages as PDF files: one a page, and the whole issue. */
import { join } from 'node:path';
import type { Diagnostic } from './diagnostics/types.js';
import type { FontSet } from './fonts/registry.js';
import { mm } from './geometry/units.js';
import { chineseDate } from './issue/calendar.js';
import type { Issue } from './issue/types.js';
import type { Desk } from './makeup/types.js';
import type { OutputFile } from './output.js';
import type { Page } from './page/types.js';
import { type PictureReport, preparePictures } from './pdf/pictures.js';
import { loadPress } from './pdf/press.js';
import type { PdfFacts } from './pdf/types.js';
import { writePdf } from './pdf/write.js';
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
): Promise<WrittenIssue> {
  const { issue, layouts, fonts } = desk;
  const { paper } = layouts;
  const press = await loadPress(paper.print.profile, paper.print.condition);
  if (press.value === null) return { files: [], names: new Map(), pictures: [], diagnostics: press.diagnostics };
  const pictures = await preparePictures(pages, { path: (file) => join(issueFolder, file) }, press.value);
  const files: OutputFile[] = [];
  const names = new Map<number, string>();
  for (const page of pages) {
    const name = fileName(paper.output.page, issue, page.number);
    names.set(page.number, name);
    const facts = factsOf(paper, issue, `第${page.number}版`);
    files.push({ name, data: await writePdf([page], facts, fonts, pictures.value!, press.value) });
  }
  // A picture across the fold is cut in two on the pages; uncut it is another, with the same faults.
  const uncut = await preparePictures(spreads, { path: (file) => join(issueFolder, file) }, press.value);
  for (const spread of spreads) {
    const name = fileName(paper.output.page, issue, spread.number, spread.number + 1);
    const facts = factsOf(paper, issue, `第${spread.number}—${spread.number + 1}版`);
    const data = await writePdf([spread], facts, fonts, uncut.value!, press.value);
    files.push({ name, data, abreast: 2 });
  }
  if (whole) {
    const data = await writePdf(pages, factsOf(paper, issue, ''), fonts, pictures.value!, press.value);
    files.push({ name: fileName(paper.output.issue, issue, 0), data });
  }
  return {
    files,
    names,
    pictures: pictures.value!.reports,
    diagnostics: [...press.diagnostics, ...pictures.diagnostics],
  };
}

function factsOf(paper: Paper, issue: Issue, part: string): PdfFacts {
  const { year, month, day } = issue.date;
  const title = [paper.name, chineseDate(issue.date), `第${issue.number}期`, part]
    .filter((word) => word !== '')
    .join(' ');
  return {
    edition: paper.print.standard,
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
