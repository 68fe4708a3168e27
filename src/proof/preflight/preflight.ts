/** The project's own preflight: a PDF's bytes → what a press would reject. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { maxInk } from '../../pdf/ink.js';
import { boneFaults } from './bones.js';
import { checkDocument } from './document.js';
import { checkDrawn } from './drawing.js';
import type { Drawn } from './drawn.js';
import { openPdf, type PdfObjects } from './file.js';
import { InkMap, TYPE_COVERS } from './ink-map.js';
import { checkObjects } from './objects.js';
import { checkPages } from './pages.js';
import { type Picture, pictureInks } from './picture-data.js';
import { Findings, type Limits, NEWSPRINT, type PreflightProfile, type PreflightReport } from './types.js';
import { walkPage } from './walk.js';

/** Checks a file. Whatever the bytes are, there is a report. */
export const preflight = async (bytes: Uint8Array, profile: PreflightProfile): Promise<PreflightReport> => {
  const found = new Findings();
  const facts = { pages: 0, fonts: 0, images: 0, maxInk: 0, minPpi: null as number | null };
  for (const fault of boneFaults(bytes)) found.add('structure', fault);
  try {
    const objects = await openPdf(bytes);
    if (objects.trailer.encrypt) found.add('encryption', 'the file is encrypted');
    else {
      checkDocument(objects, bytes, profile, found);
      facts.fonts = checkObjects(objects, profile, found).fonts;
      checkPages(objects, profile, found);
      const limits: Limits = { ...NEWSPRINT, ...profile.limits };
      const pictures = new Map<PDFObject, Picture | null>();
      facts.pages = objects.pages.length;
      for (const [index, page] of objects.pages.entries()) {
        const drawn = walkPage(objects, page);
        checkDrawn(drawn, index + 1, limits, found);
        const ink = await checkInk(objects, page, drawn, { page: index + 1, limits, pictures, found });
        facts.maxInk = Math.max(facts.maxInk, ink);
        for (const item of drawn)
          if (item.kind === 'image') facts.minPpi = Math.min(facts.minPpi ?? item.ppi, item.ppi);
      }
      facts.images = pictures.size;
    }
  } catch (cause) {
    found.add('structure', `cannot be read: ${(cause as Error).message.split('\n')[0]}`);
  }
  return { standard: profile.standard, passed: found.list.length === 0, findings: found.list, facts };
};

interface InkCheck {
  readonly page: number;
  readonly limits: Limits;
  /** Pictures already read. */
  readonly pictures: Map<PDFObject, Picture | null>;
  readonly found: Findings;
}

/** Total ink of a page; its maximum in per cent. */
const checkInk = async (
  objects: PdfObjects,
  page: PDFDict,
  drawn: readonly Drawn[],
  check: InkCheck,
): Promise<number> => {
  const { limits, pictures, found } = check;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = objects.numbers(objects.inherited(page, 'MediaBox'));
  const map = new InkMap({ width: x1 - x0, height: y1 - y0 }, limits.ink);
  let most = 0;
  for (const item of drawn) {
    const box = { x0: item.box.x0 - x0, y0: item.box.y0 - y0, x1: item.box.x1 - x0, y1: item.box.y1 - y0 };
    if (item.kind === 'image') {
      if (!pictures.has(item.image)) pictures.set(item.image, await pictureInks(objects, item.image));
      const picture = pictures.get(item.image);
      if (!picture) continue;
      most = Math.max(most, maxInk(picture.cmyk));
      map.picture(box, picture);
    } else if (item.kind === 'area' && item.rectangle) map.area(box, item.colour, item.overprint);
    else if (item.kind !== 'line')
      map.strokes(box, item.colour, item.overprint, item.kind === 'text' ? TYPE_COVERS : 1);
  }
  const over = map.over();
  most = Math.max(most, map.max);
  if (over > limits.inkArea) {
    const message = `${Math.round(over)} mm² with more than ${limits.ink} % of ink, at most ${Math.round(most)} %`;
    found.add('total-ink', message, check.page);
  }
  return most;
};
