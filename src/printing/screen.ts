/** The issue as one file for readers. */
import type { LaidDesk } from '../desk.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { pictureAt } from '../issue/pictures/nameplate.js';
import { namedIn, placeOf } from '../makeup/runs.js';
import type { OutputFile } from '../output/new-files.js';
import type { Page } from '../page/types.js';
import type { PictureReport } from '../pdf/pictures/prepare.js';
import type { PictureSource } from '../pdf/pictures/source.js';
import { loadPress } from '../pdf/press/press.js';
import { factsOf, fileName, nameOf } from './naming.js';

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
  const { writeScreenPdf } = await import('../pdf/screen/write.js');
  const { screenPictures } = await import('../pdf/screen/pictures.js');
  const press = await loadPress(paper.print.profile, paper.print.condition);
  if (press.value === null) return { file: null, pictures: [], diagnostics: press.diagnostics };
  const named = namedIn(issue.pages, issue);
  const source: PictureSource = {
    path: (file) => pictureAt(file, issueFolder, paper),
    span: ({ item: { file }, page, slot }) => named.get(placeOf({ page, slot, file })),
  };
  const pictures = await screenPictures(pages, source);
  const facts = {
    ...factsOf({ issue, paper }, [], 'screen'),
    pageName: (page: number) => nameOf(page, { issue, paper }),
  };
  const written = await writeScreenPdf(pages, facts, fonts, pictures, press.value);
  return {
    file: { name: fileName(paper.output.screen, issue, 0), pieces: written },
    pictures: pictures.reports,
    diagnostics: pictures.diagnostics,
  };
}
