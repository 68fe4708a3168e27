/** The room that pages are printed in: the desk, the press's profile, and what was ordered. */
import { join } from 'node:path';
import { keyOf } from './cache/kept.js';
import type { LaidDesk } from './desk.js';
import type { Sources } from './diagnostics/sources.js';
import type { Outcome } from './diagnostics/types.js';
import type { PrintJob } from './helper.js';
import { loadPress } from './pdf/press.js';
import type { Room } from './run.js';

/** Opens it; null where the press's profile is unfit. */
export const openRoom = async (desk: LaidDesk, job: PrintJob, now: () => number): Promise<Outcome<Room>> => {
  const { print } = desk.layouts.paper;
  const { value: press, diagnostics } = await loadPress(print.profile, print.condition);
  const { pages, spreadSheets } = job;
  const order = { pages, spreadSheets, edition: job.edition ?? print.standard };
  return {
    value: press && { desk, press, order, folder: join(job.issuesDir, job.issue), now },
    diagnostics,
  };
};

/** What tells the texts that a desk was read from: equal digests, equal desks. */
export const sourcesDigest = (sources: Sources): string =>
  keyOf(...[...sources].sort(([a], [b]) => (a < b ? -1 : 1)).flat());
