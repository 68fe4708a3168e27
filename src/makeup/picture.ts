/** A picture with its caption under it: what a height costs by cropping, and how it is drawn. */
import type { Pt } from '../geometry/units.js';
import type { Picture } from '../issue/types.js';
import { BLACK, type Frame, type PlacedItem } from '../page/types.js';
import type { StoryStyle } from '../template/types.js';
import type { Line } from '../typeset/index.js';
import { COSTS } from './costs.js';
import { group, setText, stackLines } from './text.js';
import type { Desk } from './types.js';

/** White between a picture and its caption. */
const CAPTION_GAP: Pt = 4;
/** Rule round a picture whose edges may be light. */
const EDGE: Pt = 0.25;

/** The caption's lines with the credit at the end, and their height with the gap over them. */
export interface Caption {
  readonly lines: readonly Line[];
  readonly height: Pt;
}

/** A picture's caption under it, credit flush right after it. */
export function captionOf(picture: Picture, style: StoryStyle, width: Pt, desk: Desk): Caption {
  const text = [picture.title, picture.caption].filter((part) => part !== null).join('　');
  const lines = setText(text, style.caption, width, desk.fonts);
  const credit = setText(picture.credit ?? '', style.credit, width, desk.fonts);
  const count = lines.length + credit.length - (sharesLine(lines, credit, width, style) ? 1 : 0);
  return { lines: [...lines, ...credit], height: count === 0 ? 0 : CAPTION_GAP + count * style.caption.leading };
}

/** Whether the credit finds room at the end of the caption's last line. */
function sharesLine(lines: readonly Line[], credit: readonly Line[], width: Pt, style: StoryStyle): boolean {
  const last = lines.at(-1);
  if (last === undefined || credit.length !== 1) return false;
  const extent = (line: Line): Pt => line.width * style.caption.size;
  return extent(last) + inked(credit[0]!, style) + style.caption.size <= width;
}

const inked = (line: Line, style: StoryStyle): Pt => line.natural * style.credit.size;

/** Cost of showing a picture in a box: the share cropped away, squared; dear below what its slot keeps. */
export function cropCost(picture: Picture, width: Pt, height: Pt, keep: number): number {
  if (height < 3 || width < 3) return Infinity;
  const kept = keptShare(picture, width, height);
  return (1 - kept) ** 2 * COSTS.crop + (kept < keep ? COSTS.cropTooMuch * (1 + keep - kept) : 0);
}

function keptShare(picture: Picture, width: Pt, height: Pt): number {
  const wanted = width / height;
  const own = picture.width / picture.height;
  return Math.min(wanted / own, own / wanted);
}

/** The part of a picture that fills a box, its focus as near the middle as the picture's edges let it. */
export function cropTo(
  picture: Picture,
  width: Pt,
  height: Pt,
): { x: number; y: number; width: number; height: number } {
  const wanted = width / height;
  const own = picture.width / picture.height;
  const crop = { width: Math.min(1, wanted / own), height: Math.min(1, own / wanted) };
  const place = (focus: number, extent: number): number => Math.min(Math.max(focus - extent / 2, 0), 1 - extent);
  return { x: place(picture.focus.x, crop.width), y: place(picture.focus.y, crop.height), ...crop };
}

/** The picture itself, with a hairline on its edge. */
export function drawPicture(picture: Picture, story: string, width: Pt, height: Pt): Frame {
  return {
    size: { width, height },
    children: [
      {
        at: { x: 0, y: 0 },
        item: group(
          { part: 'picture', story },
          {
            size: { width, height },
            children: [
              {
                at: { x: 0, y: 0 },
                item: {
                  kind: 'image',
                  file: picture.file,
                  size: { width, height },
                  crop: cropTo(picture, width, height),
                  alt: picture.alt,
                },
              },
              {
                at: { x: EDGE / 2, y: EDGE / 2 },
                item: {
                  kind: 'area',
                  size: { width: width - EDGE, height: height - EDGE },
                  stroke: { width: EDGE, ink: BLACK },
                },
              },
            ],
          },
        ),
      },
    ],
  };
}

/** A picture with its caption in a box of a given height: the picture takes what the caption leaves. */
export function drawPictureWithCaption(
  picture: Picture,
  story: string,
  style: StoryStyle,
  width: Pt,
  height: Pt,
  desk: Desk,
): Frame {
  const caption = captionOf(picture, style, width, desk);
  const top = height - caption.height;
  const children: PlacedItem[] = [...drawPicture(picture, story, width, top).children];
  const lines = setText(
    [picture.title, picture.caption].filter((part) => part !== null).join('　'),
    style.caption,
    width,
    desk.fonts,
  );
  const credit = setText(picture.credit ?? '', style.credit, width, desk.fonts);
  if (lines.length > 0) {
    children.push({
      at: { x: 0, y: top + CAPTION_GAP },
      item: group({ part: 'caption', story }, stackLines(lines, style.caption, width)),
    });
  }
  if (credit.length > 0) {
    children.push({
      at: { x: 0, y: height - credit.length * style.caption.leading },
      item: group(
        { part: 'credit', story },
        stackLines(credit, { ...style.credit, leading: style.caption.leading }, width),
      ),
    });
  }
  return { size: { width, height }, children };
}
