/** What the report says of each page. */
import type { PictureReport } from '../pdf/pictures/prepare.js';
import type { Finding } from '../proof/preflight/types.js';
import type { PageReport } from '../report/report.js';
import type { ComposedPage } from './run.js';

/** The row of a page in a file, with what preflight found in that; null where it is for no press. */
export const rowOf = (
  { number, template, stories }: Pick<ComposedPage, 'number' | 'template' | 'stories'>,
  file: string,
  pictures: readonly PictureReport[],
  findings: readonly Finding[] | null,
): PageReport => ({
  page: number,
  file,
  template,
  stories,
  pictures: pictures
    .filter(({ page }) => page === number)
    .map(({ file, ppi }) => ({ file, ppi: ppi === null ? null : Math.round(ppi) })),
  preflight: findings && { passed: findings.length === 0, findings },
});
