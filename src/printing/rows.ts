/** What the report says of each page that is printed. */
import type { Page } from '../page/types.js';
import type { PictureReport } from '../pdf/pictures/prepare.js';
import type { PageReport } from '../report/report.js';
import type { CheckedFile } from './check.js';
import type { ComposedPage } from './run.js';

/** The row of a page with a file of its own, checked. */
export const printedRow = (
  { number, template, stories }: Pick<ComposedPage, 'number' | 'template' | 'stories'>,
  pictures: readonly PictureReport[],
  { file, findings }: CheckedFile,
): PageReport => ({
  page: number,
  file: file.name,
  template,
  stories,
  pictures: picturesOn(number, pictures),
  preflight: { passed: findings.length === 0, findings },
});

/** The row of a page in the screen edition. */
export const screenRow = (
  { number, stories }: Page,
  template: string,
  file: string,
  pictures: readonly PictureReport[],
): PageReport => ({
  page: number,
  file,
  template,
  stories,
  pictures: picturesOn(number, pictures),
  preflight: null,
});

const picturesOn = (page: number, pictures: readonly PictureReport[]): PageReport['pictures'] =>
  pictures
    .filter((report) => report.page === page)
    .map(({ file, ppi }) => ({ file, ppi: ppi === null ? null : Math.round(ppi) }));
