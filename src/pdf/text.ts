/** One line of glyphs → one text object, positions kept to a thousandth of the size. */
import type { Cell } from '../fonts/registry.js';
import type { Em, Pt } from '../geometry/units.js';
import type { Glyphs, PlacedGlyph } from '../page/types.js';
import type { CodeBook } from './code-book.js';
import { num, utf16Hex } from './number.js';

/** A face's codes and the name that the page's content calls its font by. */
export interface NamedBook {
  readonly name: string;
  readonly book: CodeBook;
}

/**
 * A line ends this much early (4 µm in body size): where two columns stand exactly one em apart, the rounding of
 * pdftotext decides whether it takes them for one.
 */
const HAIR: Em = 0.001;

/** Operators for a line whose start lies at x, y (from the bottom left corner of the sheet). */
export const textObject = (line: Glyphs, x: Pt, y: Pt, bookOf: (face: string) => NamedBook): string => {
  const { glyphs } = line;
  if (glyphs.length === 0) return '';
  const operators = ['BT\n'];
  let stretch: Stretch | null = null;
  for (let at = 0; at < glyphs.length; ) {
    const end = clusterEnd(glyphs, at);
    // Also a line's first glyph may say nothing: a character on the fold is said on the page before.
    const mute = end > at + 1 || glyphs[at]!.text === '';
    for (let index = at; index < end; index++) {
      const glyph = glyphs[index]!;
      if (stretch === null || !stretch.takes(glyph) || stretch.isMute !== mute || (mute && index === at)) {
        stretch?.finish(operators);
        // A cluster over two faces or baselines is said once, by its first part.
        const said = mute ? (index === at ? glyph.text : '') : null;
        stretch = new Stretch(line, glyph, said, x, y, bookOf(glyph.face));
      }
      stretch.add(glyph, index);
    }
    at = end;
  }
  stretch?.finish(operators);
  operators.push('ET\n');
  return operators.join('');
};

/** Behind a glyph and the silent ones after it. */
const clusterEnd = (glyphs: readonly PlacedGlyph[], at: number): number => {
  let end = at + 1;
  while (end < glyphs.length && glyphs[end]!.text === '') end++;
  return end;
};

/** Glyphs that share face, turn and baseline, shown by one operator; `said` where their own texts do not tell it. */
class Stretch {
  private readonly turned: boolean;
  private readonly across: Em;
  private place = '';
  private shown = '[(';
  /** Where the next glyph would come to stand by itself. */
  private pen: Em = 0;

  constructor(
    private readonly line: Glyphs,
    private readonly first: PlacedGlyph,
    private readonly said: string | null,
    private readonly x: Pt,
    private readonly y: Pt,
    private readonly font: NamedBook,
  ) {
    this.turned = first.turned === true;
    this.across = this.turned ? first.x : first.y;
  }

  get isMute(): boolean {
    return this.said !== null;
  }

  takes(glyph: PlacedGlyph): boolean {
    return (
      glyph.face === this.first.face &&
      (glyph.turned === true) === this.turned &&
      (this.turned ? glyph.x : glyph.y) === this.across
    );
  }

  add(glyph: PlacedGlyph, index: number): void {
    const { book } = this.font;
    const cell = this.cellOf(glyph, index);
    let along = this.turned ? glyph.y : cell === 'right' ? glyph.x + book.face.advance(glyph.id) / 2 : glyph.x;
    if (this.place === '') this.begin(along);
    else if (index === this.line.glyphs.length - 1) along -= HAIR;
    const back = Math.round((this.pen - along) * 1000);
    if (back !== 0) {
      this.shown += `)${back}(`;
      this.pen -= back / 1000;
    }
    const code = book.code(glyph.id, glyph.text, cell);
    this.shown += BYTES[code >> 8]! + BYTES[code & 0xff]!;
    this.pen += book.width(glyph.id, cell) / 1000;
  }

  finish(operators: string[]): void {
    const { size } = this.line;
    const shown = `${this.place} Tm /${this.font.name} ${num(size)} Tf ${this.shown})] TJ\n`;
    if (this.said === null) operators.push(shown);
    else operators.push(`/Span <</ActualText <feff${utf16Hex(this.said)}>>> BDC\n`, shown, 'EMC\n');
  }

  private begin(along: Em): void {
    const { size } = this.line;
    const { first, turned } = this;
    const [left, down] = [turned ? first.x : along, first.y];
    this.place = `${turned ? '0 -1 1 0' : '1 0 0 1'} ${num(this.x + left * size)} ${num(this.y - down * size)}`;
    this.pen = along;
  }

  /** A mark that opens or closes a line is written as the half of its cell that stands in the line. */
  private cellOf(glyph: PlacedGlyph, index: number): Cell {
    if (glyph.turned) return 'whole';
    const edge = index === this.line.glyphs.length - 1 ? 'left' : index === 0 && glyph.x < 0 ? 'right' : null;
    return edge !== null && this.font.book.half(glyph.id) === edge ? edge : 'whole';
  }
}

/** Bytes as a literal string of PDF has them (ISO 32000-1, 7.3.4.2): a bare CR would be read as a line feed. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x0d) return '\\r';
  const character = String.fromCharCode(byte);
  return '()\\'.includes(character) ? `\\${character}` : character;
});
