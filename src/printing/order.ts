/** What is ordered of an issue: all that its files for the press follow from, beside its pages. */
import { join } from 'node:path';
import type { DeskRequest, LaidDesk } from '../desk.js';
import type { Issue } from '../issue/types.js';
import type { Places } from '../output/fresh-files.js';
import type { PressStandard } from '../pdf/types.js';
import type { PreflightProfile } from '../proof/preflight/types.js';
import type { Paper } from '../template/types.js';
import { profileOf } from './check.js';

/** What a build is asked for. */
export interface Wanted extends Pick<DeskRequest, 'issue' | 'issuesDir'> {
  /** Pages to write; null: all, and the whole issue as one file. */
  readonly pages: readonly number[] | null;
  /** Write each spread also as one sheet, uncut. */
  readonly spreadSheets: boolean;
  /** Left out: what paper.yaml names. */
  readonly edition?: PressStandard;
  /** Folder of the runs that were printed before; null where every run is to be printed. */
  readonly keptIn: string | null;
}

/** Plain data: it goes to the thread that prints. */
export interface Order extends Pick<Wanted, 'pages' | 'spreadSheets' | 'keptIn'> {
  readonly edition: PressStandard;
  readonly issue: Pick<Issue, 'number' | 'date' | 'parts'>;
  readonly paper: Paper;
  /** What the files are held to. */
  readonly profile: PreflightProfile;
  /** The issue's own folder, which pictures lie in. */
  readonly folder: string;
  readonly places: Places;
}

/** The order for a desk. */
export const orderFor = ({ issue, layouts }: LaidDesk, wanted: Wanted, { folder, fresh }: Places): Order => {
  const { pages, spreadSheets, keptIn, edition = layouts.paper.print.standard } = wanted;
  return {
    ...{ pages, spreadSheets, keptIn, edition },
    issue: { number: issue.number, date: issue.date, parts: issue.parts },
    paper: layouts.paper,
    profile: profileOf(layouts, edition),
    folder: join(wanted.issuesDir, wanted.issue),
    places: { folder, fresh },
  };
};

/** Whether a page is to be written. */
export const isWanted = (page: number, { pages }: Pick<Order, 'pages'>): boolean => pages?.includes(page) ?? true;
