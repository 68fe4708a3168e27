/** One line of glyphs → one text object, positions kept to a thousandth of the size. */
import type { Cell } from '../fonts/registry.js';
import type { Em, Point, Pt } from '../geometry/units.js';
import type { Glyphs, PlacedGlyph } from '../page/types.js';
import type { CodeBook, CodedGlyph } from './code-book.js';
import { num, utf16Hex } from './number.js';
import type { Operators } from './operators.js';

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

/** Writes the operators of a line whose start lies at x, y (from the bottom left corner of the sheet). */
export const writeText = (
  line: Glyphs,
  x: Pt,
  y: Pt,
  bookOf: (face: string) => NamedBook,
  operators: Operators,
): void => {
  const { glyphs } = line;
  if (glyphs.length === 0) return;
  operators.write('BT\n');
  let stretch: Stretch | null = null;
  for (let at = 0; at < glyphs.length; ) {
    const end = clusterEnd(glyphs, at);
    // Also a line's first glyph may say nothing: a character on the fold is said on the page before.
    const mute = end > at + 1 || glyphs[at]!.text === '';
    for (let index = at; index < end; index++) {
      const glyph = glyphs[index]!;
      if (stretch === null || !stretch.takes(glyph) || stretch.isMute !== mute || (mute && index === at)) {
        stretch?.finish();
        // A cluster over two faces or baselines is said once, by its first part.
        const said = mute ? (index === at ? glyph.text : '') : null;
        stretch = new Stretch(line, glyph, index, said, { x, y }, bookOf(glyph.face), operators);
      } else stretch.add(glyph, index);
    }
    at = end;
  }
  stretch?.finish();
  operators.write('ET\n');
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
  /** Where the next glyph would come to stand by itself. */
  private pen: Em;

  constructor(
    private readonly line: Glyphs,
    private readonly first: PlacedGlyph,
    index: number,
    private readonly said: string | null,
    { x, y }: Point,
    private readonly font: NamedBook,
    private readonly operators: Operators,
  ) {
    const { size } = line;
    this.turned = first.turned === true;
    this.across = this.turned ? first.x : first.y;
    const coded = this.codedGlyph(first, index);
    this.pen = this.along(first, coded);
    const place = `${num(x + (this.turned ? first.x : this.pen) * size)} ${num(y - first.y * size)}`;
    if (said !== null) operators.write(`/Span <</ActualText <feff${utf16Hex(said)}>>> BDC\n`);
    operators.write(`${this.turned ? '0 -1 1 0' : '1 0 0 1'} ${place} Tm /${font.name} ${num(size)} Tf [(`);
    this.show(coded);
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
    const coded = this.codedGlyph(glyph, index);
    const along = this.along(glyph, coded) - (index === this.line.glyphs.length - 1 ? HAIR : 0);
    const back = Math.round((this.pen - along) * 1000);
    if (back !== 0) {
      this.operators.write(`)${back}(`);
      this.pen -= back / 1000;
    }
    this.show(coded);
  }

  finish(): void {
    this.operators.write(this.said === null ? ')] TJ\n' : ')] TJ\nEMC\n');
  }

  private show({ code, width }: CodedGlyph): void {
    this.operators.code(code);
    this.pen += width / 1000;
  }

  private along(glyph: PlacedGlyph, { cell }: CodedGlyph): Em {
    if (this.turned) return glyph.y;
    return cell === 'right' ? glyph.x + this.font.book.face.advance(glyph.id) / 2 : glyph.x;
  }

  private codedGlyph(glyph: PlacedGlyph, index: number): CodedGlyph {
    return this.font.book.coded(glyph.id, glyph.text, this.cellOf(glyph, index));
  }

  /** A mark that opens or closes a line is written as the half of its cell that stands in the line. */
  private cellOf(glyph: PlacedGlyph, index: number): Cell {
    const isLast = index === this.line.glyphs.length - 1;
    if (this.turned || (!isLast && (index > 0 || glyph.x >= 0))) return 'whole';
    const half = this.font.book.half(glyph.id);
    return half === (isLast ? 'left' : 'right') ? half : 'whole';
  }
}
