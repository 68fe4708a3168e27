/** A page for a plate of its own: everything on it in black alone (黑白版), as papers print the pages that get no colour. */
import { BLACK, type Frame, type FrameItem, type Ink, WHITE } from './types.js';

/**
 * How dark the process colours are beside black: their shares of what the eye takes for brightness (ITU-R BT.601), each
 * ink being what its complement leaves out.
 */
const DARKNESS = { c: 0.3, m: 0.59, y: 0.11 };

/** Coloured type and rules lighter than this, in per cent of black, can only have been meant to stand on a dark ground. */
const LIGHT = 25;

/** An ink of a surface as the tint of black that is as dark. */
export const tintOf = ({ c, m, y, k }: Ink): Ink => {
  const colour = DARKNESS.c * c + DARKNESS.m * m + DARKNESS.y * y;
  return { ...WHITE, k: Math.round(k + ((100 - k) * colour) / 100) };
};

/**
 * An ink of type or a rule: tints of black stay as they are; colours become solid black, for a screen would fray their
 * edges, or paper where they are light.
 */
export const solidOf = (ink: Ink): Ink => {
  if (ink.spot === undefined && ink.c === 0 && ink.m === 0 && ink.y === 0) return ink;
  return tintOf(ink).k < LIGHT ? WHITE : BLACK;
};

/** A frame with everything in it in black: type and rules solid, surfaces as tints, pictures in greys. */
export const inBlack = (frame: Frame): Frame => ({
  ...frame,
  children: frame.children.map(({ at, item }) => ({ at, item: blackItem(item) })),
});

const blackItem = (item: FrameItem): FrameItem => {
  switch (item.kind) {
    case 'group':
      return { ...item, frame: inBlack(item.frame) };
    case 'image':
      return { ...item, black: true };
    case 'glyphs': {
      const { ground } = item;
      return { ...item, ink: solidOf(item.ink), ...(ground === undefined ? {} : { ground: tintOf(ground) }) };
    }
    case 'rule':
    case 'squares':
      return { ...item, ink: solidOf(item.ink) };
    case 'area': {
      const { fill, stroke } = item;
      return {
        ...item,
        ...(fill === undefined ? {} : { fill: tintOf(fill) }),
        ...(stroke === undefined ? {} : { stroke: { ...stroke, ink: solidOf(stroke.ink) } }),
      };
    }
  }
};
