/** Which browser font and character shows a glyph. Fonts only grow by new ones: what a browser has loaded stays true. */
import type { FontFace } from '../fonts/registry.js';
import { FIRST_CHARACTER, MOST_GLYPHS, webFont } from '../fonts/web-font.js';
import type { FaceId } from '../page/types.js';

/** Where a glyph is shown from. */
export interface Shown {
  /** Name of the browser font. */
  readonly font: string;
  readonly character: string;
}

/** The glyphs that browsers have, in fonts made for them. */
export interface GlyphShelf {
  /** Where a glyph is, or will be once `bind` has been called. */
  place(face: FaceId, glyph: number): Shown;
  /** Makes fonts of the glyphs that are new since the last call; gives their names. */
  bind(): readonly string[];
  /** Names of all fonts, in the order they were made. */
  names(): readonly string[];
  /** The file of a font; null where there is none of that name. */
  file(name: string): Uint8Array | null;
}

interface Volume {
  readonly name: string;
  readonly glyphs: number[];
}

/** An empty shelf; `faceOf` opens a face, `prefix` begins the names of its fonts. */
export function createShelf(faceOf: (id: FaceId) => FontFace, prefix: string): GlyphShelf {
  const shown = new Map<FaceId, Map<number, Shown>>();
  const open = new Map<FaceId, Volume>();
  const files = new Map<string, Uint8Array>();
  let bound = 0;
  const volumeFor = (face: FaceId): Volume => {
    let volume = open.get(face);
    if (volume === undefined || volume.glyphs.length === MOST_GLYPHS) {
      if (volume !== undefined) full.push([face, volume]);
      volume = { name: `${prefix}${++bound}`, glyphs: [] };
      open.set(face, volume);
    }
    return volume;
  };
  let full: [FaceId, Volume][] = [];
  return {
    place: (face, glyph) => {
      let ofFace = shown.get(face);
      if (ofFace === undefined) {
        ofFace = new Map();
        shown.set(face, ofFace);
      }
      let place = ofFace.get(glyph);
      if (place === undefined) {
        const { name, glyphs } = volumeFor(face);
        place = { font: name, character: String.fromCharCode(FIRST_CHARACTER + glyphs.push(glyph) - 1) };
        ofFace.set(glyph, place);
      }
      return place;
    },
    bind: () => {
      const volumes = [...full, ...open];
      for (const [face, { name, glyphs }] of volumes) files.set(name, webFont(faceOf(face), glyphs));
      full = [];
      open.clear();
      return volumes.map(([, { name }]) => name);
    },
    names: () => [...files.keys()],
    file: (name) => files.get(name) ?? null,
  };
}
