/** Inks as screens show them: by the press's profile, with what each puts on every plate. */
import type { Ink } from '../page/types.js';
import { inkKey } from '../pdf/colour.js';
import { shownInks } from '../pdf/pictures/shown.js';

/** A process colour's plate. */
export type Plate = 'c' | 'm' | 'y' | 'k';
/** All plates, in the order of a CMYK pixel. */
export const PLATES: readonly Plate[] = ['c', 'm', 'y', 'k'];

/** An ink with the class number that drawings name it by, and its colour `#rrggbb`. */
export interface ShownInk {
  readonly id: number;
  readonly colour: string;
  /** Per cent on each plate. */
  readonly plates: Readonly<Record<Plate, number>>;
  readonly spot: string | null;
}

/** The inks of a gallery. */
export interface InkBook {
  /** The class number of an ink. */
  classOf(ink: Ink): string;
  /** Every ink used so far, in the order of class numbers. */
  shown(): Promise<readonly ShownInk[]>;
}

/** An empty book; `profile` is the press's. */
export function createInkBook(profile: Uint8Array): InkBook {
  const ids = new Map<string, number>();
  const inks: Ink[] = [];
  let shown: readonly ShownInk[] = [];
  return {
    classOf: (ink) => {
      const key = inkKey(ink);
      let id = ids.get(key);
      if (id === undefined) {
        id = inks.push(ink) - 1;
        ids.set(key, id);
      }
      return String(id);
    },
    shown: async () => {
      if (shown.length < inks.length) {
        const colours = await shownInks(inks, profile);
        shown = inks.map(({ c, m, y, k, spot }, id) => ({
          id,
          colour: `#${Buffer.from(colours[id]!).toString('hex')}`,
          plates: { c, m, y, k },
          spot: spot ?? null,
        }));
      }
      return shown;
    },
  };
}
