/**
 * The glyphs of one font that a document uses. Each pair of glyph and text has a code of its own, so that a reader
 * gets back what was set even where one glyph stands for several characters (⼀ and 一, a space and its wide twin).
 * A mark at a line's edge is kept as the half of its cell that has the ink: the other half would reach across the
 * gap into the next column, and readers of the file would run the two columns together.
 */
import { createHash } from 'node:crypto';
import type { Cell, FontFace, Subset } from '../fonts/registry.js';
import type { Deflate } from './deflate.js';
import { halve } from './half-cell.js';
import { hex4, num, utf16Hex } from './number.js';
import { deflated, type Kit, packedStream, type Ref, text } from './pdfkit.js';

export class FaceSubset {
  private readonly subset: Subset;
  private readonly codes = new Map<string, number>();
  private readonly texts: string[] = [''];
  private readonly widths: number[] = [];
  readonly ref: Ref;

  constructor(
    private readonly kit: Kit,
    readonly face: FontFace,
    /** Resource name: F1, F2 … in order of first use. */
    readonly name: string,
  ) {
    this.subset = face.subset();
    this.widths.push(this.thousandths(0));
    this.ref = kit.ref();
  }

  private thousandths(glyph: number): number {
    return Math.round(this.face.advance(glyph) * 1000);
  }

  /** The code that prints `glyph`, or the half of its cell that has its ink, and reads as `said`. */
  code(glyph: number, said: string, cell: Cell = 'whole'): number {
    const key = `${glyph} ${cell} ${said}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      const before = this.subset.count;
      code = cell === 'whole' ? this.subset.include(glyph) : before;
      // Already there under another text, or as another part of its cell: the outline goes in a second time.
      if (code < before || cell !== 'whole') code = this.subset.append(glyph, cell);
      this.codes.set(key, code);
      this.texts[code] = said;
      this.widths[code] = cell === 'whole' ? this.thousandths(glyph) : Math.round(this.thousandths(glyph) / 2);
    }
    return code;
  }

  /** Which half of a glyph's cell holds all its ink; 'whole' where neither does, or the font cannot be halved. */
  half(glyph: number): Cell {
    return this.subset.canHalve && this.face.isSimple(glyph)
      ? halve(this.face.advance(glyph), this.face.inkBox(glyph))
      : 'whole';
  }

  /** Advance of a code, in thousandths of the size. */
  width(code: number): number {
    return this.widths[code]!;
  }

  /** Has the font file deflated; then writes it and its dictionaries. */
  embedding(deflate: Deflate): () => Promise<void> {
    const program = this.subset.encode();
    const packed = deflate(program);
    return async () => this.embed(program, await packed);
  }

  private embed(program: Uint8Array, packed: Uint8Array): void {
    const { postscriptName, bbox, italicAngle, ascent, descent, capHeight, unitsPerEm } = this.face.facts;
    const name = `${subsetTag(program)}+${postscriptName.replace(/[^A-Za-z0-9-]/g, '_')}`;
    const scale = 1000 / unitsPerEm;
    const { isCff } = this.subset;
    const file = packedStream(this.kit, packed, isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length });
    const descriptor = this.kit.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: bbox.map((edge) => edge * scale),
      ItalicAngle: italicAngle,
      Ascent: ascent * scale,
      Descent: descent * scale,
      CapHeight: (capHeight || ascent) * scale,
      StemV: 80,
      [isCff ? 'FontFile3' : 'FontFile2']: file,
    });
    descriptor.end();
    const descendant = this.kit.ref({
      Type: 'Font',
      Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.widths],
      ...(isCff ? {} : { CIDToGIDMap: 'Identity' }),
    });
    descendant.end();
    Object.assign(this.ref.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(this.kit, Buffer.from(toUnicode(this.texts), 'latin1')),
    });
    this.ref.end();
  }
}

/** Six letters that follow from the subset itself, so that equal names mean equal fonts. */
const subsetTag = (program: Uint8Array): string =>
  [...createHash('sha256').update(program).digest().subarray(0, 6)]
    .map((byte) => String.fromCharCode(65 + (byte % 26)))
    .join('');

/**
 * Code → text. Codes that say nothing (the later glyphs of a cluster, a character shown again behind the fold) stand
 * within an ActualText; readers that pass over an empty one get a space, for without an entry they invent a character.
 */
const toUnicode = (texts: readonly string[]): string => {
  const entries = texts.flatMap((said, code) => (code > 0 ? [`<${hex4(code)}> <${utf16Hex(said || ' ')}>`] : []));
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

/** A stretch of glyphs that one positioning starts. */
export const showOperators = (
  subset: FaceSubset,
  size: number,
  codes: readonly number[],
  at: readonly number[],
): string => {
  let pen = at[0]!;
  const parts: string[] = [];
  let shown = '';
  for (const [index, code] of codes.entries()) {
    const back = Math.round((pen - at[index]!) * 1000);
    if (back !== 0) {
      if (shown) parts.push(`<${shown}>`);
      parts.push(num(back));
      shown = '';
      pen -= back / 1000;
    }
    shown += hex4(code);
    pen += subset.width(code) / 1000;
  }
  parts.push(`<${shown}>`);
  return `/${subset.name} ${num(size)} Tf [${parts.join('')}] TJ\n`;
};
