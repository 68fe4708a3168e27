/** Drawings for the press: as they are where it takes them so. */
import { keep, keyOf, recall } from '../../cache/kept.js';
import { pictureLibrary } from '../../cache/library.js';
import { pack, unpack } from '../../cache/packed.js';
import { programCode } from '../../cache/program.js';
import { warning } from '../../diagnostics/collector.js';
import type { Diagnostic, Outcome } from '../../diagnostics/types.js';
import type { Size } from '../../geometry/units.js';
import type { Image } from '../../page/types.js';
import type { PictureBytes } from '../pictures/source.js';
import type { CopiedDrawing, Press, PrintDrawing } from '../types.js';
import type { Ways } from './copy.js';

/** Something that the press says of a drawing, in words, and what it is about. */
export interface Reason {
  readonly about: string;
  readonly message: string;
}

/** What the press says of a drawing as it would print. */
export interface Verdict {
  readonly fits: boolean;
  /** Why it does not fit; none where only its page, which is printed in black, cannot show its colours. */
  readonly faults: readonly Reason[];
  /** What is hard to print of it, and would be no easier as pixels. */
  readonly remarks: readonly Reason[];
}

/** Holds a drawing, at the size that it is printed at, to what the press takes; `black`: on a page without other inks. */
export type Judge = (picture: PrintDrawing, size: Size, black: boolean) => Promise<Verdict>;

/**
 * Takes a drawing as it is, the colours of a screen separated, if the press does; where that takes no transparency, with
 * stencils for soft masks; where its rules are too thin, with heavier ones. `cache` is the folder where copies are kept.
 * Throws where it cannot be read.
 */
export const prepareDrawing = async (
  { file, crop, size, black }: Image,
  source: PictureBytes,
  press: Press,
  cache: string,
  judge: Judge,
): Promise<Outcome<PrintDrawing>> => {
  const soft = { drawing: await copyKept(source, press, cache, {}), crop };
  const asked = await judge(soft, size, black === true);
  const isAbout = (what: string): boolean => asked.faults.some(({ about }) => about === what);
  const ways = { hard: isAbout('transparency'), rules: isAbout('lines') ? scaleAt(soft, size) : null };
  const isMended = ways.hard || ways.rules !== null;
  const value = isMended ? { drawing: await copyKept(source, press, cache, ways), crop } : soft;
  const { fits, faults, remarks } = isMended ? await judge(value, size, black === true) : asked;
  const notes = notesTold(file, soft.drawing);
  if (fits) return { value, diagnostics: [...notes, ...remarksTold(file, remarks)] };
  const told = firstOf(faults, 'Ask its maker for PDF/X-1a: its type and lines stay sharp then.');
  if (told === null) return { value: null, diagnostics: notes };
  const message = `${file} is printed as pixels, for the press cannot take it as it is: ${told.why}`;
  return { value: null, diagnostics: [...notes, warning('drawing-unfit', message, { hint: told.hint })] };
};

/** The first of some reasons, with how many more there are, and what to ask for; null of none. */
const firstOf = ([first, ...others]: readonly Reason[], usual: string): { why: string; hint: string } | null => {
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : `; and ${others.length} more`;
  return { why: `${first.message}${more}`, hint: HINTS[first.about] ?? usual };
};

const remarksTold = (file: string, remarks: readonly Reason[]): readonly Diagnostic[] => {
  const told = firstOf(remarks, '');
  if (told === null) return [];
  const message = `${file} is printed as it is, but newsprint is too coarse for some of it: ${told.why}`;
  return [warning('drawing-delicate', message, { hint: told.hint })];
};

/** How much larger a drawing is printed than drawn. */
const scaleAt = ({ drawing: { box }, crop }: PrintDrawing, { width, height }: Size): number => {
  const [x0, y0, x1, y1] = box;
  return Math.sqrt((width * height) / ((x1 - x0) * (y1 - y0) * crop.width * crop.height));
};

/** What to ask for by what it is about, where PDF/X-1a may have it, too. */
const HINTS: Readonly<Record<string, string>> = {
  spots: 'Ask its maker for it in the four process inks.',
  fonts: 'Ask its maker to embed its fonts as subsets, or to turn its type into outlines.',
  'black-text': 'Ask its maker for black type in black ink alone.',
  'multi-ink-text': 'Ask its maker for small type in one ink, or larger.',
  'reversed-text': 'Ask its maker for white type that is larger, and does not overprint.',
  lines: 'Ask its maker for heavier rules, or for rules in one ink.',
  resolution: 'Ask its maker for finer pictures in it: drawn anew they do not become so.',
  'total-ink': 'Ask its maker for it separated for newsprint.',
};

/** Whoever sent it sees them on the page. */
const notesTold = (file: string, { notes }: CopiedDrawing): readonly Diagnostic[] => {
  if (notes.length === 0) return [];
  const message = `${file}: what was put over its page is not printed (${notes.join(', ')})`;
  const hint = 'If it belongs to the picture have it flattened into the page; if it is a remark never mind.';
  return [warning('drawing-notes', message, { hint })];
};

/** What reads PDFs is loaded where no copy is kept. */
const copyKept = async (
  { content, read }: PictureBytes,
  press: Press,
  folder: string,
  ways: Omit<Ways, 'separated'>,
): Promise<CopiedDrawing> => {
  const key = keyOf('drawing', programCode(), pictureLibrary(), press.profileId, JSON.stringify(ways), content);
  const kept = recall(folder, key);
  if (kept !== null) return unpack(kept) as CopiedDrawing;
  const { openDrawing } = await import('../../pdf-objects/drawing.js');
  const { copySeparated } = await import('./copy.js');
  const copied = await copySeparated(await openDrawing(await read()), press, folder, ways);
  keep(folder, key, ...pack(copied));
  return copied;
};
