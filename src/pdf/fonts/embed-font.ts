/** A code book → the font in the file: the glyphs it uses, which code prints which, and what each code says. */
import type { FontFace } from '../../fonts/registry.js';
import { deflate } from '../deflate.js';
import { type Kit, packedStream, type Ref, streamOf, text } from '../pdfkit.js';
import type { CodeBook, CodedGlyph } from './code-book.js';
import { subsetTag } from './subset-tag.js';
import { toUnicode } from './to-unicode.js';

/** Width of a Han character, which needs no mention. */
const USUAL_WIDTH = 1000;

/**
 * Writes the font and its dictionaries, `ref` being it. Outlines hardly get smaller by deflating (to five sixths), and
 * most of the time of a file would go into it and into its check: only what goes over a wire is worth it.
 */
export const embedFont = (kit: Kit, book: CodeBook, ref: Ref, deflates: boolean): void => {
  const { face } = book;
  const { isCff } = face;
  const { program, tag, widths, packedPlaces, packedTexts } = partsOf(book);
  const { postscriptName, bbox, italicAngle, ascent, descent, capHeight, unitsPerEm } = face.facts;
  const name = `${tag}+${postscriptName.replace(/[^A-Za-z0-9-]/g, '_')}`;
  const scale = 1000 / unitsPerEm;
  const descriptor = kit.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: bbox.map((edge) => edge * scale),
    ItalicAngle: italicAngle,
    Ascent: ascent * scale,
    Descent: descent * scale,
    CapHeight: (capHeight || ascent) * scale,
    StemV: 80,
    [isCff ? 'FontFile3' : 'FontFile2']: programStream(kit, program, isCff, deflates),
  });
  descriptor.end();
  const descendant = kit.ref({
    Type: 'Font',
    Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: USUAL_WIDTH,
    W: widths,
    ...(packedPlaces === null ? {} : { CIDToGIDMap: packedStream(kit, packedPlaces) }),
  });
  descendant.end();
  Object.assign(ref.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: packedStream(kit, packedTexts),
  });
  ref.end();
};

const programStream = (kit: Kit, program: Uint8Array, isCff: boolean, deflates: boolean): Ref => {
  const kind = isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length };
  return deflates ? packedStream(kit, deflate(program), kind) : streamOf(kit, program, kind);
};

/** What a file holds of a font; it follows from the codes that are used. */
interface FontParts {
  readonly entries: readonly CodedGlyph[];
  readonly program: Uint8Array;
  readonly tag: string;
  readonly widths: readonly unknown[];
  /** Null where the code is the place. */
  readonly packedPlaces: Uint8Array | null;
  readonly packedTexts: Uint8Array;
}

/** What was made of a face last: the file of an only page and the hold the same. */
const lastMade = new WeakMap<FontFace, FontParts>();

const partsOf = ({ face, entries }: CodeBook): FontParts => {
  const last = lastMade.get(face);
  if (last?.entries === entries) return last;
  const { program, places } = subsetOf(face, entries);
  const made = {
    entries,
    program,
    tag: subsetTag(program),
    widths: widthsOf(entries),
    packedPlaces: face.isCff ? null : packPlaces(entries, places),
    packedTexts: deflate(Buffer.from(toUnicode(entries), 'latin1')),
  };
  lastMade.set(face, made);
  return made;
};

/** The font program, and where in it the glyph of each entry stands. */
const subsetOf = (
  face: FontFace,
  entries: readonly CodedGlyph[],
): { program: Uint8Array; places: readonly number[] } => {
  const subset = face.subset();
  const places = entries.map(({ code, glyph, cell }) => {
    if (cell !== 'whole') return subset.append(glyph, cell);
    const before = subset.count;
    const place = subset.include(glyph);
    // Of a CFF font the code is the place: a second text of a glyph needs its outline a second time.
    return face.isCff && place < before && place !== code ? subset.append(glyph, cell) : place;
  });
  return { program: subset.encode(), places };
};

/** Room for a place by every code. New memory for each font's map would take longer than to fill and to deflate it. */
const PLACES = new DataView(new ArrayBuffer(0x20000));

/** Code → glyph in the subset, two bytes each (ISO 32000-1, 9.7.4.2), deflated. */
const packPlaces = (entries: readonly CodedGlyph[], places: readonly number[]): Uint8Array => {
  const last = entries.at(-1)?.code ?? 0;
  for (let index = 0; index < entries.length; index++) PLACES.setUint16(entries[index]!.code * 2, places[index]!);
  const packed = deflate(new Uint8Array(PLACES.buffer, 0, (last + 1) * 2));
  for (const { code } of entries) PLACES.setUint16(code * 2, 0);
  return packed;
};

/** Widths other than the usual one, runs of neighbouring codes together. */
const widthsOf = (entries: readonly CodedGlyph[]): unknown[] => {
  const widths: unknown[] = [];
  let run: number[] = [];
  let next = -1;
  for (const { code, width } of entries) {
    if (width === USUAL_WIDTH) continue;
    if (code !== next) {
      run = [];
      widths.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return widths;
};
