/** Drawings for the press: as they are where it takes them so. */
import { keep, keyOf, recall } from '../../cache/kept.js';
import { pack, unpack } from '../../cache/packed.js';
import { programCode } from '../../cache/program.js';
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Size } from '../../geometry/units.js';
import type { Image } from '../../page/types.js';
import type { PictureBytes } from '../pictures/source.js';
import type { CopiedDrawing, PrintDrawing } from '../types.js';

/** What the press says of a drawing as it would print. */
export interface Verdict {
  readonly fits: boolean;
  /** Why it does not fit, in words; none where only its page, which is printed in black, cannot show its colours. */
  readonly faults: readonly string[];
}

/** Holds a drawing, at the size that it is printed at, to what the press takes; `black`: on a page without other inks. */
export type Judge = (picture: PrintDrawing, size: Size, black: boolean) => Promise<Verdict>;

/** A drawing that prints as it is, or why it does not. */
export type PreparedDrawing =
  | { readonly picture: PrintDrawing }
  | { readonly picture: null; readonly diagnostics: readonly Diagnostic[] };

/** Takes a drawing as it is if the press does; `cache` is the folder where copies are kept. Throws where it cannot be read. */
export const prepareDrawing = async (
  { file, crop, size, black }: Image,
  source: PictureBytes,
  cache: string,
  judge: Judge,
): Promise<PreparedDrawing> => {
  const picture = { drawing: await copyKept(source, cache), crop };
  const { fits, faults } = await judge(picture, size, black === true);
  if (fits) return { picture };
  if (faults.length === 0) return { picture: null, diagnostics: [] };
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : `; and ${others.length} more`;
  const message = `${file} is printed as pixels, for the press cannot take it as it is: ${first}${more}`;
  const hint = 'Ask its maker for PDF/X-1a: its type and lines stay sharp then.';
  return { picture: null, diagnostics: [{ code: 'drawing-unfit', severity: 'warning', message, hint }] };
};

/** What reads PDFs is loaded where no copy is kept. */
const copyKept = async ({ content, read }: PictureBytes, folder: string): Promise<CopiedDrawing> => {
  const key = keyOf('drawing', programCode(), content);
  const kept = recall(folder, key);
  if (kept !== null) return unpack(kept) as CopiedDrawing;
  const { openDrawing } = await import('../../pdf-objects/drawing.js');
  const { copyDrawing } = await import('./copy.js');
  const copied = copyDrawing(await openDrawing(await read()));
  keep(folder, key, ...pack(copied));
  return copied;
};
