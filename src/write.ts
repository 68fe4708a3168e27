/** The issue as one file for readers; what files are called and say of themselves. */
import { join } from 'node:path';
import type { LaidDesk } from './desk.js';
import type { Diagnostic } from './diagnostics/types.js';
import { mm } from './geometry/units.js';
import { chineseDate } from './issue/calendar.js';
import { pageName } from './issue/page-name.js';
import type { Issue } from './issue/types.js';
import { namedIn, placeOf } from './makeup/issue.js';
import type { OutputFile } from './output.js';
import type { Page } from './page/types.js';
import type { PictureSource } from './pdf/picture-source.js';
import type { PictureReport } from './pdf/pictures.js';
import { loadPress } from './pdf/press.js';
import type { Edition, PdfFacts } from './pdf/types.js';
import type { Paper } from './template/types.js';

/** The screen edition as it was written. */
export interface ScreenEdition {
  /** Null where it could not be written. */
  readonly file: OutputFile | null;
  readonly pictures: readonly PictureReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The screen edition of these pages, one file. */
export async function writeScreen(pages: readonly Page[], desk: LaidDesk, issueFolder: string): Promise<ScreenEdition> {
  const { issue, layouts, fonts } = desk;
  const { paper } = layouts;
  const { writeScreenPdf } = await import('./pdf/screen.js');
  const { screenPictures } = await import('./pdf/screen-pictures.js');
  const press = await loadPress(paper.print.profile, paper.print.condition);
  if (press.value === null) return { file: null, pictures: [], diagnostics: press.diagnostics };
  const named = namedIn(issue.pages, issue);
  const source: PictureSource = {
    path: (file) => join(issueFolder, file),
    span: ({ item: { file }, page, slot }) => named.get(placeOf({ page, slot, file })),
  };
  const pictures = await screenPictures(pages, source);
  const facts = {
    ...factsOf({ issue, paper }, [], 'screen'),
    pageName: (page: number) => nameOf(page, { issue, paper }),
  };
  const written = await writeScreenPdf(pages, facts, fonts, pictures.value!, press.value);
  return {
    file: { name: fileName(paper.output.screen, issue, 0), pieces: written },
    pictures: pictures.value!.reports,
    diagnostics: pictures.diagnostics,
  };
}

/** What an issue and its pages are named by. */
interface Naming {
  readonly issue: Pick<Issue, 'number' | 'date' | 'parts'>;
  readonly paper: Paper;
}

const nameOf = (page: number, { issue, paper }: Naming): string =>
  pageName(page, { parts: issue.parts, pattern: paper.pageName });

/** What a file says of itself; `pages` are those that it holds, none where it is the whole issue. */
export function factsOf(naming: Naming, pages: readonly number[], edition: Edition): PdfFacts {
  const { issue, paper } = naming;
  const { year, month, day } = issue.date;
  const names = pages.map((page) => nameOf(page, naming)).join('、');
  const title = [paper.name, chineseDate(issue.date), `第${issue.number}期`, names]
    .filter((word) => word !== '')
    .join(' ');
  return {
    edition,
    title,
    date: { year, month, day },
    bleed: mm(paper.print.bleed),
    marks: paper.print.marks,
    slug: (page) => `${paper.name} ${chineseDate(issue.date)} 第${issue.number}期 ${nameOf(page, naming)}`,
  };
}

/** A name by the paper's pattern: `{issue}`, `{page}`, `{page2}`, `{date}`; a sheet of two pages has both. */
export function fileName(
  pattern: string,
  { number, date }: Pick<Issue, 'number' | 'date'>,
  page: number,
  to?: number,
): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const values: Record<string, string> = {
    issue: String(number),
    page: to === undefined ? String(page) : `${page}-${to}`,
    page2: to === undefined ? two(page) : `${two(page)}-${two(to)}`,
    date: `${date.year}${two(date.month)}${two(date.day)}`,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
