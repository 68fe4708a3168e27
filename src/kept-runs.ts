/**
 * Runs of pages as they were last printed, one of each: at deadline a desk builds again and again, and an edit touches
 * few pages. A run follows from its inputs alone (it sees no other article), so it is kept by all of them.
 */
import { resolve } from 'node:path';
import { forgetOldest, keep, keyOf, recall } from './cache/kept.js';
import { pictureLibrary } from './cache/library.js';
import { pack, unpack } from './cache/packed.js';
import { programCode } from './cache/program.js';
import type { Sources } from './diagnostics/sources.js';
import { hasErrors } from './diagnostics/types.js';
import type { Article, Issue, PagePlan, Picture } from './issue/types.js';
import { articlesOf } from './makeup/issue.js';
import { type CheckedRun, isWanted, type Room } from './run.js';

export interface KeptRuns {
  /** The run as it was printed of the very same inputs; null where it was not. */
  recall(plans: readonly PagePlan[]): CheckedRun | null;
  keep(plans: readonly PagePlan[], run: CheckedRun): void;
}

/** Every run is printed. */
export const NO_KEPT_RUNS: KeptRuns = { recall: () => null, keep: () => undefined };

/** Runs that are kept at most, of all issues together: some hundred megabytes. */
const MOST = 128;
const KEY_LENGTH = 64;

/** Runs of a desk that was read from `sources`, kept in `folder`. */
export const keptRuns = (room: Room, sources: Sources, folder: string): KeptRuns => {
  const { desk, press, order, folder: issueFolder } = room;
  const manuscripts = new Set([...desk.issue.articles.values()].map(({ span }) => span.file));
  const wantedOf = (plans: readonly PagePlan[]): string => {
    const pages = plans.flatMap(({ numbers }) => numbers.map((page) => [page, isWanted(page, order)]));
    return JSON.stringify([pages, order.edition, order.spreadSheets]);
  };
  let house: string | null = null;
  const keyFor = (plans: readonly PagePlan[]): string => {
    house ??= keyOf(
      ...[programCode(), JSON.stringify(process.versions), pictureLibrary()],
      ...[desk.fonts.identity(), press.profileId, press.condition, String(press.standIn), issueFolder],
      ...textsOf(sources, (file) => !manuscripts.has(file)),
    );
    const { articles, pictures } = copyOf(plans, desk.issue);
    const own = new Set(articles.map(({ span }) => span.file));
    const contents = JSON.stringify(pictures.map(({ file, content }) => [file, content]));
    return keyOf(house, wantedOf(plans), contents, ...textsOf(sources, (file) => own.has(file)));
  };
  const nameOf = (plans: readonly PagePlan[]): string => keyOf(resolve(issueFolder), wantedOf(plans));
  return {
    recall: (plans) => {
      const kept = recall(folder, nameOf(plans));
      if (kept === null || kept.toString('latin1', 0, KEY_LENGTH) !== keyFor(plans)) return null;
      return { ...(unpack(kept.subarray(KEY_LENGTH)) as CheckedRun), spent: {} };
    },
    keep: (plans, run) => {
      // A picture's fault may go by itself: a disk that could not be read.
      if (run.isImpossible || hasErrors(run.said.pictures)) return;
      keep(folder, nameOf(plans), Buffer.from(keyFor(plans), 'latin1'), ...pack(run));
      forgetOldest(folder, MOST);
    },
  };
};

/** Names and texts of the sources that are meant, in one order. */
const textsOf = (sources: Sources, meant: (file: string) => boolean): readonly string[] =>
  [...sources]
    .filter(([file]) => meant(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();

/** What a run's pages print. */
const copyOf = (
  plans: readonly PagePlan[],
  issue: Issue,
): { readonly articles: readonly Article[]; readonly pictures: readonly Picture[] } => {
  const articles = [...new Set(plans.flatMap(articlesOf))].map((id) => issue.articles.get(id)!);
  const advertisements = plans.flatMap(({ slots }) =>
    [...slots.values()].flatMap((placed) => (placed.kind === 'advertisement' ? [placed.picture] : [])),
  );
  return { articles, pictures: [...articles.flatMap(({ pictures }) => pictures), ...advertisements] };
};
