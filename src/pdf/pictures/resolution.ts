/** What is told of pictures that have too few pixels for their size on the page. */
import { error, warning } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Pt } from '../../geometry/units.js';
import { type Image, LEAST_PPI } from '../../page/types.js';
import type { PlacedImage } from '../items.js';
import { type PictureSource, placedAt } from './source.js';

/** Pixels an inch on newsprint: fewer than `good` are told of, with the least that is wanted (`enough`). */
const PPI = { good: 200, enough: 170 };

/** A picture where it stands, and how many pixels an inch it has there. */
export interface Resolved {
  readonly image: PlacedImage;
  readonly ppi: number;
}

/**
 * A make-up fault as much as a fault of the picture: it is told with page, slot and the rule's name. What the fold of a
 * spread cuts in two is one picture.
 */
export const resolutionsTold = (placed: readonly Resolved[], source: PictureSource): readonly Diagnostic[] => {
  const groups = new Map<string, Resolved[]>();
  for (const one of placed.filter(({ ppi }) => ppi < PPI.good)) {
    const { item, slot } = one.image;
    const key = JSON.stringify([item.file, slot, source.span?.(one.image)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => placedAt(source, group[0]!.image, [told(group)]));
};

const told = (group: readonly Resolved[]): Diagnostic => {
  const [{ image }] = group as [Resolved];
  const pages = [...new Set(group.map(({ image: { page } }) => page))];
  const slot = image.slot === null ? '' : `, slot “${image.slot}”`;
  const ppi = Math.min(...group.map((one) => one.ppi));
  const refused = ppi < LEAST_PPI;
  const wants = refused
    ? `under ${LEAST_PPI} its file fails preflight, and newsprint wants ${PPI.good}`
    : `newsprint wants ${PPI.good}, at least ${PPI.enough}`;
  const where = `page ${pages.join('–')}${slot}`;
  const message = `${where}: 图片不清: ${image.item.file} prints at ${Math.floor(ppi)} pixels an inch; ${wants}.`;
  const hint = `Set the picture smaller, crop less of it, or find a larger one: so large it needs ${pixelsFor(image.item)} pixels.`;
  return refused ? error('picture-resolution', message, { hint }) : warning('picture-resolution', message, { hint });
};

/** How many pixels the whole picture would need for what is printed of it to be good. */
const pixelsFor = ({ size, crop }: Image): string => {
  const along = (length: Pt, share: number): number => Math.ceil(((length / 72) * PPI.good) / share);
  return `${along(size.width, crop.width)} × ${along(size.height, crop.height)}`;
};
