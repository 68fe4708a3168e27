/**
 * A PDF page that comes as a picture: an advertisement as its agency sends it, a chart as it was drawn. Wherever pixels
 * are asked for it has 300 an inch.
 */
import { PDFArray, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { FileView } from './file-view.js';
import { faultOfForms } from './forms.js';
import { DRAWING_PPI } from './is-pdf.js';
import { dictOf, openPdf, type PdfObjects } from './objects.js';
import { type TrimmedPage, trimmedPage } from './sheet.js';
import { Unreadable } from './unreadable.js';

/** A PDF of one page, open. */
export interface Drawing {
  readonly objects: PdfObjects;
  readonly page: PDFDict;
  readonly trimmed: TrimmedPage;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
}

/** Why a PDF is no picture. */
export class NoDrawing extends Error {
  /** `pages`: how many it has, where that is why. */
  constructor(
    readonly why: 'locked' | 'pages',
    readonly pages = 0,
  ) {
    super(why);
  }
}

/** Opens a PDF of one page. Throws `NoDrawing` where it is no picture, `Unreadable` where it is damaged. */
export const openDrawing = async (bytes: Uint8Array): Promise<Drawing> => {
  const objects = await openPdf(new FileView([bytes]));
  if (objects.trailer.encrypt) throw new NoDrawing('locked');
  const { pages } = objects;
  if (pages.length === 0) throw new Unreadable('a file of no pages');
  if (pages.length > 1) throw new NoDrawing('pages', pages.length);
  const page = pages[0]!;
  const trimmed = trimmedPage(objects, page);
  const pixels = (points: number): number => Math.round((points / 72) * DRAWING_PPI);
  return { objects, page, trimmed, width: pixels(trimmed.width), height: pixels(trimmed.height) };
};

/** Keys of what a drawing is not drawn by: who made it, how it is edited, where it hangs in its own file. */
const ASIDE = new Set(['Metadata', 'PieceInfo', 'LastModified', 'StructParent', 'StructParents', 'OPI']);

/** The entries of a dictionary that it is drawn by, in their order. */
export const drawnEntries = (dict: PDFDict): readonly (readonly [name: string, value: PDFObject])[] =>
  dict
    .entries()
    .flatMap(([key, value]) => (ASIDE.has(key.asString().slice(1)) ? [] : [[key.asString(), value] as const]));

/** What a page is drawn with: its resources. */
export const resourcesOf = ({ objects, page }: Drawing): PDFObject | undefined => objects.inherited(page, 'Resources');

/** The streams that a page shows, in their order. Throws where one is not there. */
const contentsOf = ({ objects, page }: Drawing): readonly PDFObject[] => {
  const contents = objects.entry(page, 'Contents');
  const found = contents instanceof PDFArray ? objects.items(contents) : contents === undefined ? [] : [contents];
  if (found.length === 0) throw new Unreadable('the page has no contents: it would be printed without them');
  return found;
};

/** All that a page shows as one stream. */
export const contentOf = (drawing: Drawing): Uint8Array =>
  Buffer.concat(contentsOf(drawing).flatMap((stream) => [drawing.objects.streams.data(stream), Buffer.from('\n')]));

/** Whether the forms that a drawing is made of call each other more often than anything could follow. */
export const paintsTooMuch = (drawing: Drawing): boolean =>
  faultOfForms(drawing.objects, contentOf(drawing), resourcesOf(drawing)) !== null;

/** Why a drawing cannot be printed whole: the first stream it is drawn by that cannot be read; null where all can. */
export const faultOfDrawing = (drawing: Drawing): string | null => {
  const { objects } = drawing;
  const seen = new Set<PDFObject>();
  const stack: (PDFObject | undefined)[] = [...contentsOf(drawing), resourcesOf(drawing)];
  while (stack.length > 0) {
    const found = objects.resolve(stack.pop());
    if (found === undefined || seen.has(found)) continue;
    seen.add(found);
    if (found instanceof PDFRawStream && !isPicture(objects, found)) {
      const fault = objects.streams.faultOf(found);
      if (fault !== null) return fault;
    }
    const dict = dictOf(found);
    if (dict !== undefined) for (const [, value] of drawnEntries(dict)) stack.push(value);
    else if (found instanceof PDFArray) stack.push(...found.asArray());
  }
  return null;
};

/** Pictures have filters of their own, which preflight knows. */
const isPicture = (objects: PdfObjects, stream: PDFRawStream): boolean => objects.name(stream, 'Subtype') === 'Image';
