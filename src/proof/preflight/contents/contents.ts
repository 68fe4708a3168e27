/** Checks of what a page paints; they follow from its streams, its resources and its size alone. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { type Box, boxOfPage } from '../../../pdf-objects/boxes.js';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import type { Remember } from '../remember.js';
import { Told } from '../told.js';
import { type Finding, Findings, type Limits } from '../types.js';
import { type Drawn, showsThrough } from '../walk/drawn.js';
import { namedIn, PAINTS } from '../walk/resources.js';
import { walkPage } from '../walk/walk.js';
import { formsInShort } from './abridged.js';
import { firstColoured } from './black.js';
import { checkDrawn } from './drawing.js';
import { InkMap, TYPE_COVERS } from './ink-map.js';
import { pictureInks } from './picture-data.js';

/** What was found in a page's contents. */
export interface ContentsVerdict {
  readonly findings: readonly Pick<Finding, 'check' | 'message'>[];
  readonly remarks: ContentsVerdict['findings'];
  /** Greatest total ink, in per cent. */
  readonly maxInk: number;
  /** Least resolution of any picture; null without pictures. */
  readonly minPpi: number | null;
  /** The first thing on it that takes another ink than black; null where nothing does. */
  readonly coloured: string | null;
  /** Pictures that it shows. */
  readonly images: readonly PDFObject[];
}

/** What `check` of the page's contents gives, or gave before for contents alike. Throws where they cannot be read. */
export const checkContents = async (
  objects: PdfObjects,
  page: PDFDict,
  limits: Limits,
  remember: Remember,
): Promise<ContentsVerdict> => {
  const told = new Told(objects).add(objects.entry(page, 'Contents')).add(objects.inherited(page, 'MediaBox'));
  const resources = objects.inherited(page, 'Resources');
  for (const key of PAINTS) told.add(objects.entry(resources, key));
  const met = [...told.met.keys()];
  const verdict = await remember.value(
    ['page', JSON.stringify(limits), ...told.parts, ...namedIn(objects, resources)],
    async () => {
      const short = await formsInShort(objects, told.met.keys(), remember);
      const { images, ...rest } = await check(objects, page, short, limits, remember);
      return { ...rest, images: images.map((image) => told.met.get(image)!) };
    },
  );
  return { ...verdict, images: verdict.images.map((index) => met[index]!) };
};

const check = async (
  objects: PdfObjects,
  page: PDFDict,
  short: ReadonlyMap<PDFObject, Uint8Array>,
  limits: Limits,
  remember: Remember,
): Promise<ContentsVerdict> => {
  const [found, remarks] = [new Findings(), new Findings()];
  const painted = walkPage(objects, page, short, found);
  const { drawn } = painted;
  checkDrawn(painted, limits, found, remarks);
  const images = new Set<PDFObject>();
  let minPpi: number | null = null;
  for (const item of drawn) {
    if (item.kind !== 'image') continue;
    if (item.image !== null) images.add(item.image);
    minPpi = Math.min(minPpi ?? item.ppi, item.ppi);
  }
  const most = await checkInk(objects, page, drawn, limits, remember, found);
  const ofPage = ({ check, message }: Finding): Pick<Finding, 'check' | 'message'> => ({ check, message });
  const findings = found.list.map(ofPage);
  return {
    findings,
    remarks: remarks.except(found).map(ofPage),
    maxInk: most,
    minPpi,
    coloured: firstColoured(objects, drawn),
    images: [...images],
  };
};

/** Total ink of a page; its maximum in per cent. */
const checkInk = async (
  objects: PdfObjects,
  page: PDFDict,
  drawn: readonly Drawn[],
  limits: Limits,
  remember: Remember,
  found: Findings,
): Promise<number> => {
  const { x0, y0, x1, y1 } = boxOfPage(objects, page, 'MediaBox') ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const map = new InkMap({ width: x1 - x0, height: y1 - y0 }, limits.ink);
  let most = 0;
  for (const [index, item] of drawn.entries()) {
    if (item.kind === 'line') continue;
    const onSheet = ({ x0: left, y0: bottom, x1: right, y1: top }: Box): Box => {
      return { x0: left - x0, y0: bottom - y0, x1: right - x0, y1: top - y0 };
    };
    const box = onSheet(item.seen);
    if (item.kind === 'image') {
      const { image } = item;
      if (image === null) continue;
      const see = (pixels: boolean): ReturnType<typeof pictureInks> =>
        pictureInks(objects, image, pixels ? (size) => map.pixelsUnder(onSheet(item.box), size, box) : null, remember);
      const shows = showsThrough(item.seen, drawn.slice(index + 1));
      const seen = await see(shows);
      const inks = seen !== null && !shows && seen.most > limits.ink ? await see(true) : seen;
      if (inks === null) continue;
      most = Math.max(most, inks.most);
      if (inks.sampled === null) map.cover(box);
      else map.picture(box, inks.sampled);
    } else if (item.kind === 'area' && item.rectangle && item.colour.steps === undefined)
      map.area(box, item.colour, item.overprint);
    else {
      const { steps = [item.colour] } = item.colour;
      const covers = (item.kind === 'text' ? TYPE_COVERS : 1) / steps.length;
      for (const colour of steps) map.strokes(box, colour, item.overprint, covers);
    }
  }
  const over = map.over();
  most = Math.max(most, map.max);
  if (over > limits.inkArea) {
    const message = `${Math.round(over)} mm² with more than ${limits.ink} % of ink, at most ${Math.round(most)} %`;
    found.add('total-ink', message);
  }
  return most;
};
