/** The issue's pictures and its nameplate for browsers: as they are, or one plate of their separation. Nothing else can be had here. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { cacheFolder } from '../cache/kept.js';
import { inMemory } from '../cache/pieces.js';
import type { InputFolder } from '../issue/folder.js';
import { resolveInside } from '../issue/folder.js';
import { pictureAt } from '../issue/pictures/nameplate.js';
import type { Desk } from '../makeup/types.js';
import { cmykPixels } from '../pdf/pictures/cmyk.js';
import { type OpenedPicture, openPicture } from '../pdf/pictures/opened.js';
import { besideMemory } from '../pdf/pictures/pixels.js';
import { separateCached } from '../pdf/pictures/separate.js';
import { solidOf } from '../pdf/pictures/solid.js';
import { pictureBytes } from '../pdf/pictures/source.js';
import type { Press } from '../pdf/types.js';
import { PLATES, type Plate } from './inks.js';

/** Which picture is asked for, and how it is to be shown. */
export interface PictureRequest {
  /** Path from the issue's folder, as a page names it. */
  readonly file: string;
  readonly plate: Plate | null;
  /** As on a page printed in black alone: in greys, or with the darkest of them solid. */
  readonly black: 'greys' | 'solid' | null;
  /** For page plans. */
  readonly small: boolean;
}

/** A picture as a browser can show it. */
export interface ShownPicture {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Longest side in pixels. */
const LARGE = 1600;
const SMALL = 320;

/** A picture; null where the file is not there, is no picture, or lies outside the issue's folder. */
export async function showPicture(shown: Shown, request: PictureRequest): Promise<ShownPicture | null> {
  const path = pathOf(request.file, shown);
  return path === null ? null : draw(path, request, shown.press).catch(() => null);
}

/** What is shown: the issue, and the folder that its own pictures lie in. */
export interface Shown {
  readonly desk: Pick<Desk, 'issue' | 'layouts'>;
  readonly folder: InputFolder;
  readonly press: Press;
}

function pathOf(file: string, { desk: { issue, layouts }, folder }: Shown): string | null {
  if (file === issue.nameplate?.file) return pictureAt(file, folder.path, layouts.paper);
  const found = resolveInside(folder, file);
  return found.kind === 'file' ? found.path : null;
}

async function draw(path: string, { plate, black, small }: PictureRequest, press: Press): Promise<ShownPicture> {
  const source = await readFile(path);
  const side = small ? SMALL : LARGE;
  return besideMemory(async (beside) => {
    const picture = await openPicture(source, beside);
    if (plate !== null) return { type: 'image/png', data: await plateOf(source, picture, plate, black, side, press) };
    const shown = picture
      .open()
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace(black === null ? 'srgb' : 'b-w');
    const data = await (black === 'solid' ? await solidOf(shown) : shown).jpeg({ quality: 85 }).toBuffer();
    return { type: 'image/jpeg', data };
  });
}

/** One plate, ink as black, made by the same separation as the press file's. */
async function plateOf(
  source: Uint8Array,
  { upright }: OpenedPicture,
  plate: Plate,
  black: PictureRequest['black'],
  side: number,
  press: Press,
): Promise<Uint8Array> {
  const scale = Math.min(1, side / Math.max(upright.width, upright.height));
  const [width, height] = [Math.round(upright.width * scale), Math.round(upright.height * scale)];
  const solid = black === 'solid' ? ({ solid: true } as const) : {};
  const inks = black === null ? {} : ({ black: true, ...solid } as const);
  const cut = { left: 0, top: 0, ...upright, toWidth: width, toHeight: height, ...inks };
  const separated = await separateCached(pictureBytes(source), cut, press, cacheFolder('pictures'));
  const jpeg = inMemory(separated.data);
  const raw = { width, height, channels: 1 } as const;
  if (separated.space === 'DeviceGray') {
    if (plate === 'k') return sharp(jpeg).toColourspace('b-w').png().toBuffer();
    return sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  }
  const pixels = await cmykPixels(jpeg);
  const channel = PLATES.indexOf(plate);
  const grey = Uint8Array.from({ length: width * height }, (_, index) => 255 - pixels[index * 4 + channel]!);
  return sharp(grey, { raw }).png().toBuffer();
}
