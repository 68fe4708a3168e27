/**
 * One opened font. What pages of Chinese need (characters, advances, outlines) is read from its file by ranges; what
 * fontkit has to work out (shaping, ink, vertical forms) is kept, so that most builds never load fontkit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { FaceId } from '../page/types.js';
import { readFacts } from './facts.js';
import type { FontFile } from './files.js';
import { factsOf, type KeptFacts, type KitGlyph, keptFacts } from './kept-facts.js';
import { pairShaper } from './pairs.js';
import { openShelf, type Shelf } from './shelf.js';
import { openSparse } from './sparse-font.js';
import { kitSubset, type Subset, trueTypeSubset } from './subset.js';
import { bytesOfBuffer, bytesOfFile, type FontBytes, identityOf, openTrueType } from './true-type.js';
import type { FaceFacts, InkBox } from './types.js';
import { verticalForms } from './vertical.js';
import { unpackedWoff } from './woff.js';

/** What the PDF writer needs of a font. */
export interface FontFace {
  readonly id: FaceId;
  readonly facts: FaceFacts;
  /** fontkit's font, all of it in memory, opened when it is asked for. */
  readonly font: Font;
  /** Glyph of a code point; 0 where the font lacks it. */
  glyphOf(codePoint: number): number;
  /** Advance in ems. */
  advance(glyph: number): number;
  inkBox(glyph: number): InkBox | null;
  verticalForm(glyph: number): number;
  /** A text that the face has all characters of, shaped; every character said by exactly one glyph. */
  shape(text: string): readonly KitGlyph[];
  /** Whether its outlines are CFF's and not TrueType's. */
  readonly isCff: boolean;
  /** Whether its glyphs may be kept as halves of their cells. */
  readonly canHalve: boolean;
  /** Whether a glyph has an outline of its own (a composite one borrows it and cannot be moved). */
  isSimple(glyph: number): boolean;
  /** A new, empty subset. */
  subset(): Subset;
  /** Does other work with what is in the font; throws an `UnreadableFont` where that fails. */
  attempt<T>(work: () => T): T;
  /** Keeps what was found out for the next build. */
  keep(): void;
}

/** Thrown where a font's data cannot be read: the file is damaged, or was changed while it was in use. */
export class UnreadableFont extends Error {
  constructor(
    readonly file: FontFile,
    cause: unknown,
  ) {
    super(`The font ${file.name} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Opens a font file, as far as it is not known yet. All that is asked of it may throw an `UnreadableFont`. */
export const openFace = (id: FaceId, file: FontFile, cacheFolder: string): FontFace => {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw cause instanceof UnreadableFont ? cause : new UnreadableFont(file, cause);
    }
  };
  return attempt(() => readableFace(id, file, cacheFolder, attempt));
};

/** Whatever reads the font's data is left to `attempt`. */
const readableFace = (id: FaceId, file: FontFile, cacheFolder: string, attempt: FontFace['attempt']): FontFace => {
  const { own, identity, font, whole } = openFont(file, cacheFolder);
  const kept: KeptFacts = keptFacts(cacheFolder, own && identity);
  const remember = <V>(find: (key: number) => V): ((key: number) => V) => remembered((key) => attempt(() => find(key)));
  const facts = (): FaceFacts =>
    kept.once('facts', '', () => (own === null ? factsOf(font(), id) : readFacts(own, id)));
  const pairs = pairShaper(kept, font, (text, script) => shapeWith(font(), text, script));
  let vertical: ReadonlyMap<number, number> | null = null;
  return {
    id,
    get facts() {
      return attempt(facts);
    },
    get font() {
      return attempt(whole);
    },
    glyphOf: remember((codePoint) => {
      if (own !== null) return own.glyphOf(codePoint);
      return font().hasGlyphForCodePoint(codePoint) ? font().glyphForCodePoint(codePoint).id : 0;
    }),
    advance: remember((glyph) =>
      own !== null ? own.advance(glyph) / own.unitsPerEm : font().getGlyph(glyph).advanceWidth / font().unitsPerEm,
    ),
    inkBox: remember((glyph) => kept.once('ink', String(glyph), () => inkOf(font(glyph), glyph))),
    verticalForm: (glyph) => {
      // All of them: one by one, every new character of a vertical headline would open the font.
      vertical ??= new Map(attempt(() => kept.once('vertical forms', '', () => [...verticalForms(font())])));
      return vertical.get(glyph) ?? glyph;
    },
    shape: (text) =>
      attempt(() => {
        const known = kept.known<readonly KitGlyph[]>('shapes', text) ?? pairs.compose(text);
        if (known !== null) return known;
        // Marks may be placed by the outlines of what they stand on.
        const shaped = kept.once('shapes', text, () => shapeWith(/\p{M}/u.test(text) ? whole() : font(), text));
        pairs.learn(text, shaped);
        return shaped;
      }),
    isCff: own === null && kitSubset(font()).isCff,
    canHalve: own !== null,
    isSimple: remember((glyph) => own !== null && isSimple(own.glyphs([glyph])[0]!.outline)),
    subset: () => guarded(own !== null ? trueTypeSubset(own) : kitSubset(font()), attempt),
    attempt,
    keep: () => {
      kept.keep();
      own?.keep();
    },
  };
};

/** A subset whose glyphs may turn out not to be readable. */
const guarded = (subset: Subset, attempt: FontFace['attempt']): Subset => ({
  isCff: subset.isCff,
  get count() {
    return subset.count;
  },
  include: (glyph) => attempt(() => subset.include(glyph)),
  append: (glyph, cell) => attempt(() => subset.append(glyph, cell)),
  encode: () => attempt(() => subset.encode()),
});

const remembered = <V>(find: (key: number) => V): ((key: number) => V) => {
  const known = new Map<number, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
};

const isSimple = (outline: Buffer): boolean => outline.length > 0 && outline.readInt16BE(0) > 0;

const inkOf = (font: Font, glyph: number): InkBox | null => {
  // Not `cbox`: for a blank TrueType glyph fontkit reads the next glyph's header.
  const { minX, minY, maxX, maxY } = font.getGlyph(glyph).bbox;
  if (!(maxX > minX || maxY > minY)) return null;
  const em = font.unitsPerEm;
  return { xMin: minX / em, yMin: minY / em, xMax: maxX / em, yMax: maxY / em };
};

/** What fontkit keeps of glyphs: by their numbers, with the characters that they were first asked for. */
interface Remembering {
  _glyphs: Record<number, unknown>;
}

const shapeWith = (font: Font, text: string, script?: string): readonly KitGlyph[] => {
  // Of a glyph that was asked for by its number, or by other characters, fontkit would not say that it is these.
  (font as unknown as Remembering)._glyphs = {};
  const { glyphs, positions } = font.layout(text, undefined, script);
  const em = font.unitsPerEm;
  const texts = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
  // Marks moved or ignored by shaping: the run's first glyph speaks for all of it.
  const said = texts.join('') === text ? texts : glyphs.map((_, index) => (index === 0 ? text : ''));
  return glyphs.map(({ id }, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index]!;
    return { id, advance: xAdvance / em, xOffset: xOffset / em, yOffset: yOffset / em, text: said[index]! };
  });
};

interface OpenFont {
  /** The font on its shelf, where it is of the kind that can be. */
  readonly own: Shelf | null;
  readonly identity: Buffer | null;
  /** fontkit's font, with the outline of a glyph; of one that is on a shelf, with no other but those asked for before. */
  font(outlined?: number): Font;
  /** fontkit's font with all outlines. */
  whole(): Font;
}

const openFont = (file: FontFile, cacheFolder: string): OpenFont => {
  const bytes = bytesOfFile(file.path);
  const single = file.member === null ? bytes((read, length) => identityOf(read, length, file.sum)) : null;
  const { identity, isPacked } = single ?? { identity: null, isPacked: false };
  const unpacked = isPacked ? unpackedWoff(file.path, identity!, cacheFolder) : null;
  const sfnt = once((): Buffer => unpacked?.whole() ?? readFileSync(file.path));
  /** The font to be read by ranges. */
  const ranged = (): FontBytes => {
    if (unpacked === null) return bytes;
    const place = unpacked.place();
    return place === null ? bytesOfBuffer(sfnt()) : bytesOfFile(place);
  };
  const whole = once(() => openWithKit(sfnt(), file.member));
  const own = identity && openShelf(identity, cacheFolder, () => openTrueType(ranged()));
  if (own === null) {
    whole();
    return { own, identity, font: whole, whole };
  }
  const sparse = once(() => openSparse(ranged()));
  const light = once(() => openWithKit(sparse().sfnt, null));
  const font = (outlined?: number): Font => {
    if (outlined !== undefined) sparse().outline(outlined);
    return light();
  };
  return { own, identity, font, whole };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const openWithKit = (sfnt: Buffer, member: string | null): Font => {
  const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
  const font = member === null ? fontkit.create(sfnt) : fontkit.create(sfnt, member);
  if (!font || 'fonts' in font) throw new Error(`no font “${member ?? ''}” in it`);
  return font;
};
