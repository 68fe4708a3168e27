/** Total ink: newsprint takes some 220–240 % before it sets off and shows through (docs/print.md). */

/** Full ink of one separation in a pixel. */
const FULL = 255;

/** Greatest sum of inks of any CMYK pixel, in per cent. */
export const maxInk = (cmyk: Uint8Array): number => {
  let most = 0;
  for (let at = 0; at < cmyk.length; at += 4) {
    const sum = cmyk[at]! + cmyk[at + 1]! + cmyk[at + 2]! + cmyk[at + 3]!;
    if (sum > most) most = sum;
  }
  return (most / FULL) * 100;
};

/** Takes colour out of pixels above `limit` per cent, black kept, so that shadows keep their drawing. In place. */
export const limitInk = (cmyk: Uint8Array, limit: number): void => {
  const most = Math.floor((limit / 100) * FULL);
  for (let at = 0; at < cmyk.length; at += 4) {
    const colour = cmyk[at]! + cmyk[at + 1]! + cmyk[at + 2]!;
    const black = cmyk[at + 3]!;
    if (colour + black <= most) continue;
    const share = Math.max(most - black, 0) / colour;
    cmyk[at] = Math.floor(cmyk[at]! * share);
    cmyk[at + 1] = Math.floor(cmyk[at + 1]! * share);
    cmyk[at + 2] = Math.floor(cmyk[at + 2]! * share);
  }
};
