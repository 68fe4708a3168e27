/** A code book → the font in the file: the glyphs it uses, which code prints which, and what each code says. */
import type { FontFace } from '../fonts/registry.js';
import type { CodeBook, CodedGlyph } from './code-book.js';
import { deflate } from './deflate.js';
import { digestOf } from './digest.js';
import { hex4, utf16Hex } from './number.js';
import { type Kit, packedStream, type Ref, streamOf, text } from './pdfkit.js';

/** Width of a Han character, which needs no mention. */
const USUAL_WIDTH = 1000;

/**
 * Writes the font and its dictionaries, `ref` being it. Outlines hardly get smaller by deflating (to five sixths), and
 * most of the time of a file would go into it and into its check: only what goes over a wire is worth it.
 */
export const embedFont = (kit: Kit, book: CodeBook, ref: Ref, deflates: boolean): void => {
  const { face, entries } = book;
  const { isCff } = face;
  const { program, places } = subsetOf(face, entries);
  const { postscriptName, bbox, italicAngle, ascent, descent, capHeight, unitsPerEm } = face.facts;
  const name = `${subsetTag(program)}+${postscriptName.replace(/[^A-Za-z0-9-]/g, '_')}`;
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
    W: widthsOf(entries),
    ...(isCff ? {} : { CIDToGIDMap: packedStream(kit, deflate(placesByCode(entries, places))) }),
  });
  descendant.end();
  Object.assign(ref.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: packedStream(kit, deflate(Buffer.from(toUnicode(entries), 'latin1'))),
  });
  ref.end();
};

const programStream = (kit: Kit, program: Uint8Array, isCff: boolean, deflates: boolean): Ref => {
  const kind = isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length };
  return deflates ? packedStream(kit, deflate(program), kind) : streamOf(kit, program, kind);
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

/** Code → glyph in the subset, two bytes each (ISO 32000-1, 9.7.4.2). */
const placesByCode = (entries: readonly CodedGlyph[], places: readonly number[]): Buffer => {
  const last = entries.at(-1)?.code ?? 0;
  const map = new DataView(new ArrayBuffer((last + 1) * 2));
  for (let index = 0; index < entries.length; index++) map.setUint16(entries[index]!.code * 2, places[index]!);
  return Buffer.from(map.buffer);
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

/** Six letters that follow from the subset itself, so that equal names mean equal fonts. */
const subsetTag = (program: Uint8Array): string =>
  [...digestOf(program).subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');

/**
 * Code → text. Codes that say nothing (the later glyphs of a cluster, a character shown again behind the fold) stand
 * within an ActualText; readers that pass over an empty one get a space, for without an entry they invent a character.
 */
const toUnicode = (codes: readonly CodedGlyph[]): string => {
  const entries = codes.map(({ code, said }) => `<${hex4(code)}> <${utf16Hex(said || ' ')}>`);
  const blocks = Array.from({ length: Math.ceil(entries.length / 100) }, (_, index) => {
    const block = entries.slice(index * 100, index * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
};
