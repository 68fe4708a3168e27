/** Drawings put on pages of other files, and drawn as pixels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { inMemory } from '../../../src/cache/pieces.js';
import type { Size } from '../../../src/geometry/units.js';
import { deflate } from '../../../src/pdf/deflate.js';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import { drawPixels, type PixelSize } from '../../../src/pdf/drawing/pixels.js';
import { drawingObject } from '../../../src/pdf/drawing/write.js';
import { openKit, setContent } from '../../../src/pdf/pdfkit.js';
import type { Drawing } from '../../../src/pdf-objects/drawing.js';
import type { Raster } from '../../../src/proof/raster.js';

export const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** A file with a part of a drawing on a page of this size, behind other operators. */
export const placed = (drawing: Drawing, { width, height }: Size, crop = WHOLE, before = ''): Uint8Array => {
  const kit = openKit('1.7', new Date(0), false);
  kit.addPage({ size: [width, height] });
  kit.page.xobjects.D = drawingObject(kit, { drawing: copyDrawing(drawing), crop });
  setContent(kit.page, deflate(Buffer.from(`${before} q ${width} 0 0 ${height} 0 0 cm /D Do Q`)));
  kit.end();
  return Buffer.concat(kit.bytes.all().map(inMemory));
};

/** A PDF as `drawPixels` draws it. */
export const drawn = async (file: Uint8Array, asked?: PixelSize): Promise<Raster & { readonly grey: boolean }> => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-drawn-'));
  try {
    const path = join(folder, 'drawn.tif');
    const { grey, width, height } = await drawPixels(file, path, asked);
    return { grey, width, height, pixels: await sharp(path).ensureAlpha().raw().toBuffer() };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
