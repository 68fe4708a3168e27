/** The nameplate as artwork (报头题字): a picture in the paper's folder, which stands where the name would be set. */
import { join } from 'node:path';
import type { Outcome } from '../../diagnostics/types.js';
import type { Memory } from '../../memory/memory.js';
import type { Paper } from '../../template/types.js';
import { folderAt } from '../folder.js';
import type { Picture } from '../types.js';
import { inspectPicture } from './pictures.js';

/** How keys of pictures in a paper's folder begin. No picture of an issue has such a path, for it leads out of its folder. */
const inPaper = ({ id }: Pick<Paper, 'id'>): string => `../layouts/${id}/`;

/** Where a picture lies that a page names by its key: in the issue's folder, or in its paper's. */
export const pictureAt = (key: string, issueFolder: string, paper: Pick<Paper, 'id' | 'folder'>): string => {
  const start = inPaper(paper);
  return key.startsWith(start) ? join(paper.folder, key.slice(start.length)) : join(issueFolder, key);
};

/** The artwork that paper.yaml names, measured and looked through as an issue's pictures are; null where it names none. */
export const readNameplate = async (paper: Paper, memory: Memory): Promise<Outcome<Picture>> => {
  const { name, nameplate, folder } = paper;
  if (nameplate === null) return { value: null, diagnostics: [] };
  const { file, span } = nameplate;
  const found = await inspectPicture(folderAt(folder, 'paper'), file, span, memory);
  if (found.value === null) return { value: null, diagnostics: found.diagnostics };
  const { key, drawing: _, ...measured } = found.value;
  const own = { title: null, caption: null, credit: null, alt: name, focus: { x: 0.5, y: 0.5 }, whole: true };
  const value = memory.recall('nameplate', [found, name], () => ({
    ...own,
    file: inPaper(paper) + key,
    ...measured,
    span,
  }));
  return { value, diagnostics: found.diagnostics };
};
