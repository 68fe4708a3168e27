/** Greys → black ink: as much of it as looks as dark on this press, which prints every dot larger than it is. */
import { cacheFolder, keptOr, keyOf } from '../../cache/kept.js';
import { pictureLibrary } from '../../cache/library.js';
import type { Press } from '../types.js';
import { shownPixels } from './shown.js';

const LEVELS = 256;
const DARKEST = LEVELS - 1;

/**
 * What each grey of a picture (sRGB, 0 black to 255 white) is to be in its file (DeviceGray, 0 full ink). Paper is white
 * and full black ink black: what lies between is as far between them on the paper as it was in the picture.
 */
export const greysFor = (shown: readonly number[]): Uint8Array => {
  const [paper, black] = [shown[0]!, shown[DARKEST]!];
  const table = new Uint8Array(LEVELS);
  let ink = DARKEST;
  for (let grey = 0; grey < LEVELS; grey++) {
    const wanted = black + ((paper - black) * grey) / DARKEST;
    while (ink > 0 && shown[ink]! < wanted) ink--;
    table[grey] = DARKEST - ink;
  }
  return table;
};

/** How far red, green and blue of a grey are from each other at most: black ink, as programs show it, is a little red. */
const CAST = 8;

/** Whether a colour is one of the greys that are black ink. */
export const isGrey = (red: number, green: number, blue: number): boolean =>
  Math.max(red, green, blue) - Math.min(red, green, blue) <= CAST;

/** Makes greys among colours (three bytes each) black ink alone, by a press's table: of their inks (four bytes each), in place. */
export const greysInBlack = (rgb: Uint8Array, inks: Uint8Array, table: Uint8Array): void => {
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    const green = rgb[from + 1]!;
    if (!isGrey(rgb[from]!, green, rgb[from + 2]!)) continue;
    inks.fill(0, to, to + 3);
    inks[to + 3] = DARKEST - table[green]!;
  }
};

/** The table of `greysFor` for a press, kept: to ask its profile loads the picture library. */
export const pressGreys = (press: Press): Promise<Uint8Array> =>
  keptOr(cacheFolder('press'), keyOf('greys 1', pictureLibrary(), press.profileId), async () =>
    Buffer.from(greysFor(await shownBlacks(press))),
  );

/** How light each amount of black ink alone looks on the press, 0 to 255 as greys in sRGB are. */
const shownBlacks = async ({ profile }: Press): Promise<readonly number[]> => {
  const pixels = Uint8Array.from({ length: LEVELS * 4 }, (_, at) => (at % 4 === 3 ? at >> 2 : 0));
  // Green is nearest to what the eye takes for brightness, and black ink is hardly coloured.
  return (await shownPixels(pixels, profile)).map(([, green]) => green);
};
