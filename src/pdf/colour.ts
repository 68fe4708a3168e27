/**
 * Inks → colour operators. For the press: DeviceCMYK and Separation as written; K 100 alone overprints, all else
 * knocks out (white must). For the screen: a preview in RGB, each ink's colour as the press profile shows it.
 */
import type { Ink } from '../page/types.js';
import { num, pdfName } from './number.js';
import type { Kit, Ref } from './pdfkit.js';

/** What an ink is chosen for. */
export type Use = 'fill' | 'stroke';

/** A key for an ink: equal keys print alike. */
export const inkKey = ({ c, m, y, k, spot }: Ink): string => `${c} ${m} ${y} ${k} ${spot ?? ''}`;

/** Black that would show the slightest misregister as a white edge, were it knocked out of what lies under it. */
export const overprints = ({ c, m, y, k, spot }: Ink): boolean =>
  spot === undefined && c === 0 && m === 0 && y === 0 && k === 100;

/** How inks are said in a file. */
export interface Colours {
  /** Operators that choose an ink; `spotName` gives what the page calls the colour space of a spot ink. */
  choose(ink: Ink, use: Use, spotName: (ink: Ink) => string): string;
  /** False on the screen, where nothing overprints. */
  readonly overprint: boolean;
}

/** Colours of the print file. */
export const PRESS_COLOURS: Colours = {
  overprint: true,
  choose: (ink, use, spotName) => {
    if (ink.spot !== undefined) {
      const name = spotName(ink);
      return use === 'fill' ? `/${name} cs 1 scn\n` : `/${name} CS 1 SCN\n`;
    }
    const values = [ink.c, ink.m, ink.y, ink.k].map((share) => num(share / 100, 4)).join(' ');
    return `${values} ${use === 'fill' ? 'k' : 'K'}\n`;
  },
};

/** Separation with the four inks as what stands in for it at full tint. */
export const separation = (kit: Kit, { c, m, y, k, spot }: Ink): Ref => {
  const tint = kit.ref({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [c / 100, m / 100, y / 100, k / 100],
    N: 1,
  });
  tint.end();
  return arrayRef(kit, ['Separation', pdfName(spot!), 'DeviceCMYK', tint]);
};

/** An array as an object of its own. */
const arrayRef = (kit: Kit, values: readonly unknown[]): Ref => {
  const ref = kit.ref();
  (ref as { data: unknown }).data = values;
  ref.end();
  return ref;
};

/** The registration colour: every separation at once. */
export const registration = (kit: Kit): Ref => {
  const tint = kit.ref({ FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] });
  tint.end(Buffer.from('{dup dup dup}'));
  return arrayRef(kit, ['Separation', 'All', 'DeviceCMYK', tint]);
};

/** Colours of the screen edition; `rgb` holds each ink of the pages by its key, 0–255. */
export const screenColours = (rgb: ReadonlyMap<string, readonly [number, number, number]>): Colours => ({
  overprint: false,
  choose: (ink, use) => {
    const values = (rgb.get(inkKey(ink)) ?? [0, 0, 0]).map((value) => num(value / 255, 4)).join(' ');
    return `${values} ${use === 'fill' ? 'rg' : 'RG'}\n`;
  },
});
