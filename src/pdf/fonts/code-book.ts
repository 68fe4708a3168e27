/**
 * The codes that a content stream prints one font's glyphs with. A code says one text, so that a reader gets back what
 * was set even where one glyph stands for several characters (⼀ and 一, a space and its wide twin). A glyph's code is
 * its number in the font, whatever else stands on the page: so a page's stream is the same in its own file and in the
 * issue's. Only what cannot have that number (a second text, a half cell) gets one that depends on what came before.
 */
import type { Cell, FontFace, FontSet } from '../../fonts/registry.js';
import { halve } from './half-cell.js';

/** What a code prints and says. */
export interface CodedGlyph {
  readonly code: number;
  readonly glyph: number;
  /** The part of its cell that is kept: a mark at a line's edge is only the half that has its ink. */
  readonly cell: Cell;
  readonly said: string;
  /** Its advance, in thousandths of the size. */
  readonly width: number;
}

const HALF_CELLS = 0x8000;
/** Odd, so that every code is tried once. */
const STEP = 0x3d1;
const CODES = 0x10000;

/** The codes of one face's glyphs. */
export class CodeBook {
  private readonly known = new Map<number, CodedGlyph>();
  /** Codes of glyphs that did not get their own. */
  private readonly moved = new Map<string, CodedGlyph>();
  private readonly halves = new Map<number, Cell>();
  /** The entries, as long as none is added. */
  private sorted: readonly CodedGlyph[] | null = null;

  constructor(readonly face: FontFace) {}

  /** Every code with what it stands for, in their order; of a book that took over one page's, that page's. */
  get entries(): readonly CodedGlyph[] {
    this.sorted ??= Array.from(codesOf(this.known).sort(), (code) => this.known.get(code)!);
    return this.sorted;
  }

  /** What prints `glyph`, or the half of its cell that has its ink, and reads as `said`. */
  coded(glyph: number, said: string, cell: Cell): CodedGlyph {
    const own = this.ownCode(glyph, cell);
    const there = this.known.get(own);
    if (there !== undefined && there.said === said && there.glyph === glyph && there.cell === cell) return there;
    const key = `${glyph} ${cell} ${said}`;
    let coded = this.moved.get(key);
    if (coded === undefined) {
      let code = own;
      while (code === 0 || this.known.has(code)) code = (code + STEP) % CODES;
      coded = { code, glyph, cell, said, width: this.widthOf(glyph, cell) };
      this.known.set(code, coded);
      this.sorted = null;
      if (code !== own || this.face.isCff) this.moved.set(key, coded);
    }
    return coded;
  }

  /** A CFF font's codes are the places of its glyphs in the subset: there is no map from one to the other. */
  private ownCode(glyph: number, cell: Cell): number {
    if (this.face.isCff) return this.known.size + 1;
    return cell === 'whole' ? glyph : glyph ^ HALF_CELLS;
  }

  /** Takes over a page's codes; false, and nothing taken, where one of them means something else here. */
  adopt(codes: readonly CodedGlyph[]): boolean {
    if (this.known.size > 0) {
      for (const theirs of codes) {
        const ours = this.known.get(theirs.code);
        if (ours === undefined ? this.face.isCff : !isSame(ours, theirs)) return false;
      }
    }
    this.sorted = this.known.size === 0 ? codes : null;
    for (const coded of codes) this.known.set(coded.code, coded);
    return true;
  }

  /** Which half of a glyph's cell holds all its ink; 'whole' where neither does, or the font cannot be halved. */
  half(glyph: number): Cell {
    let half = this.halves.get(glyph);
    if (half === undefined) {
      const { face } = this;
      half = face.canHalve && face.isSimple(glyph) ? halve(face.advance(glyph), face.inkBox(glyph)) : 'whole';
      this.halves.set(glyph, half);
    }
    return half;
  }

  private widthOf(glyph: number, cell: Cell): number {
    const whole = Math.round(this.face.advance(glyph) * 1000);
    return cell === 'whole' ? whole : Math.round(whole / 2);
  }
}

/** Books of the faces that are asked for, all empty at first. */
export const booksOf = (fonts: FontSet): ((face: string) => CodeBook) => {
  const books = new Map<string, CodeBook>();
  return (face) => {
    const book = books.get(face) ?? new CodeBook(fonts.face(face));
    books.set(face, book);
    return book;
  };
};

const codesOf = (known: ReadonlyMap<number, CodedGlyph>): Uint16Array => {
  const codes = new Uint16Array(known.size);
  let count = 0;
  for (const code of known.keys()) codes[count++] = code;
  return codes;
};

const isSame = (a: CodedGlyph, b: CodedGlyph): boolean =>
  a === b || (a.glyph === b.glyph && a.cell === b.cell && a.said === b.said);
