/** A piece of a finished page as SVG: the glyphs at their very places, pictures, rules and areas. Lengths in pt. */
import { groundOf } from '../page/ground.js';
import { rectanglesOf } from '../page/squares.js';
import { glyphsIn } from '../page/stretches.js';
import type { Frame, FrameItem, Glyphs, Image, Ink, PlacedGlyph } from '../page/types.js';
import type { GlyphShelf, Shown } from './glyph-shelf.js';

/** What drawing asks of its surroundings. */
export interface Easel {
  readonly shelf: GlyphShelf;
  /** The class that carries an ink's colour. */
  inkClass(ink: Ink): string;
  /** Where a picture's file is to be had. */
  pictureUrl(picture: Image): string;
}

/** The elements of an item placed at a point. */
export function drawItem(item: FrameItem, x: number, y: number, easel: Easel): string {
  switch (item.kind) {
    case 'glyphs':
      return drawGlyphs(item, x, y, easel);
    case 'image':
      return drawImage(item, x, y, easel);
    case 'rule': {
      const ends = `x1="${pt(x)}" y1="${pt(y)}" x2="${pt(x + item.to.x)}" y2="${pt(y + item.to.y)}"`;
      return `<line ${ends} stroke-width="${pt(item.width)}" class="s${easel.inkClass(item.ink)}"/>`;
    }
    case 'area': {
      const box = `x="${pt(x)}" y="${pt(y)}" width="${pt(item.size.width)}" height="${pt(item.size.height)}"`;
      const fill = item.fill === undefined ? 'none' : `f${easel.inkClass(item.fill)}`;
      const stroke =
        item.stroke === undefined
          ? `class="${fill}"`
          : `class="${fill} s${easel.inkClass(item.stroke.ink)}" stroke-width="${pt(item.stroke.width)}"`;
      return `<rect ${box} ${stroke}/>`;
    }
    case 'squares': {
      const path = rectanglesOf(item)
        .map(
          ({ at, size }) => `M${pt(x + at.x)} ${pt(y + at.y)}h${pt(size.width)}v${pt(size.height)}h${pt(-size.width)}z`,
        )
        .join('');
      return `<path d="${path}" class="f${easel.inkClass(item.ink)}"/>`;
    }
    case 'group':
      return drawFrame(item.frame, x, y, easel);
  }
}

/** The elements of a frame placed at a point, in painting order. */
function drawFrame(frame: Frame, x: number, y: number, easel: Easel): string {
  return frame.children.map(({ at, item }) => drawItem(item, x + at.x, y + at.y, easel)).join('');
}

/** Glyphs that one element can hold: of one font, all upright. */
interface Run {
  readonly font: string;
  readonly turned: boolean;
  readonly glyphs: { readonly shown: Shown; readonly glyph: PlacedGlyph }[];
}

function drawGlyphs(item: Glyphs, x: number, y: number, easel: Easel): string {
  const { stretches, size, ink } = item;
  const runs: Run[] = [];
  for (const glyph of glyphsIn(stretches)) {
    const shown = easel.shelf.place(glyph.face, glyph.id);
    const turned = glyph.turned === true;
    let run = runs.at(-1);
    if (run === undefined || run.font !== shown.font || turned || run.turned) {
      run = { font: shown.font, turned, glyphs: [] };
      runs.push(run);
    }
    run.glyphs.push({ shown, glyph });
  }
  const looks = `font-size="${pt(size)}" class="f${easel.inkClass(ink)}"`;
  const ground = groundOf(item);
  const under =
    ground === null
      ? ''
      : drawItem({ kind: 'area', size: ground.size, fill: ground.ink }, x + ground.at.x, y + ground.at.y, easel);
  return under + runs.map((run) => drawRun(run, x, y, size, looks)).join('');
}

function drawRun({ font, turned, glyphs }: Run, x: number, y: number, size: number, looks: string): string {
  const text = glyphs.map(({ shown }) => shown.character).join('');
  const start = `<text font-family="${font}" ${looks}`;
  const first = glyphs[0]!.glyph;
  if (turned) {
    return `${start} transform="translate(${pt(x + first.x * size)} ${pt(y + first.y * size)}) rotate(90)">${text}</text>`;
  }
  // A glyph without an x of its own would follow the one before it; without a y it stays on its line.
  const places = (value: (glyph: PlacedGlyph) => number, from: number): string[] =>
    glyphs.map(({ glyph }) => pt(from + value(glyph) * size));
  const [xs, ys] = [places((glyph) => glyph.x, x), places((glyph) => glyph.y, y)];
  const level = ys.every((one) => one === ys[0]);
  return `${start} x="${xs.join(' ')}" y="${level ? ys[0] : ys.join(' ')}">${text}</text>`;
}

/** The whole picture, of which the crop shows: another crop needs no other file. */
function drawImage(picture: Image, x: number, y: number, easel: Easel): string {
  const { size, crop } = picture;
  const box = `x="${pt(x)}" y="${pt(y)}" width="${pt(size.width)}" height="${pt(size.height)}"`;
  const part = [crop.x, crop.y, crop.width, crop.height].map(pt).join(' ');
  const whole = `width="1" height="1" preserveAspectRatio="none"`;
  return `<svg ${box} viewBox="${part}" preserveAspectRatio="none"><image href="${easel.pictureUrl(picture)}" ${whole}/></svg>`;
}

/** Hundredths of a point; shares of one are said more exactly. */
export function pt(value: number): string {
  const scale = Math.abs(value) <= 1 ? 1e5 : 100;
  return String(Math.round(value * scale) / scale);
}
