/** Pages → PDF. Pure in the file's sense: the same pages, facts and pictures give the same bytes, anywhere. */
import type { FontSet } from '../fonts/registry.js';
import type { Image, Page } from '../page/types.js';
import { PdfCanvas, type Resources } from './canvas.js';
import { type Colours, pressColours, registration } from './colour.js';
import { type Deflate, deflateHere } from './deflate.js';
import { openFile, type Sheet, sheetOf } from './document.js';
import { paintMarks } from './marks.js';
import { num } from './number.js';
import { paintFrame } from './paint.js';
import type { Kit, Ref } from './pdfkit.js';
import type { Pictures } from './pictures.js';
import { FaceSubset } from './subset.js';
import type { PdfFacts, Press, PrintPicture } from './types.js';

/** Writes pages as one file for the press. */
export const writePdf = async (
  pages: readonly Page[],
  facts: PdfFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array> => {
  const file = openFile(facts, press);
  const { kit } = file;
  const shared = resourcesOf(kit, fonts, (item) => pictures.get(item), pressColours(kit));
  let allPlates: unknown = null;
  for (const page of pages) {
    const trim = page.frame.size;
    const sheet = sheetOf(trim, facts);
    const kitPage = file.addPage(trim, sheet);
    const canvas = new PdfCanvas(kitPage, shared.resources, sheet.origin);
    canvas.write(`q ${bleedEdges(page, sheet, facts)} re W n\n`);
    paintFrame(page.frame, { x: 0, y: 0 }, canvas);
    canvas.write('Q\n');
    canvas.forget();
    if (facts.marks) {
      allPlates ??= registration(kit);
      paintMarks(canvas, page, facts, fonts, allPlates);
    }
    canvas.finish();
  }
  await shared.finish(deflate);
  return file.finish();
};

/** Nothing prints beyond the bleed, least of all over the marks. */
const bleedEdges = ({ frame }: Page, { margin }: Sheet, { bleed }: PdfFacts): string =>
  [margin - bleed, margin - bleed, frame.size.width + 2 * bleed, frame.size.height + 2 * bleed]
    .map((value) => num(value))
    .join(' ');

/** Fonts, pictures and states that the pages of one document share; `finish` embeds the fonts. */
export const resourcesOf = (
  kit: Kit,
  fonts: FontSet,
  picture: (item: Image) => PrintPicture | null,
  colours: Colours,
): { resources: Resources; finish: (deflate: Deflate) => Promise<void> } => {
  const subsets = new Map<string, FaceSubset>();
  const images = new Map<PrintPicture, { name: string; ref: Ref }>();
  const states = new Map<boolean, Ref>();
  const resources: Resources = {
    colours,
    subset: (face) => {
      const found = subsets.get(face) ?? new FaceSubset(kit, fonts.face(face), `F${subsets.size + 1}`);
      subsets.set(face, found);
      return found;
    },
    image: (item) => {
      const made = picture(item);
      if (!made) return null;
      const image = images.get(made) ?? { name: `I${images.size + 1}`, ref: imageObject(kit, made) };
      images.set(made, image);
      return image;
    },
    overprint: (on) => {
      const state = states.get(on) ?? overprintState(kit, on);
      states.set(on, state);
      return state;
    },
  };
  const finish = async (deflate: Deflate): Promise<void> => {
    const embeddings = [...subsets.values()].map((subset) => subset.embedding(deflate));
    for (const embed of embeddings) await embed();
  };
  return { resources, finish };
};

const overprintState = (kit: Kit, on: boolean): Ref => {
  const state = kit.ref({ Type: 'ExtGState', OP: on, op: on, OPM: on ? 1 : 0 });
  state.end();
  return state;
};

const imageObject = (kit: Kit, { data, width, height, space, inverted }: PrintPicture): Ref => {
  const ref = kit.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: space,
    BitsPerComponent: 8,
    ...(inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    Filter: 'DCTDecode',
  });
  ref.end(data);
  return ref;
};
