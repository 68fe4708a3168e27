/** The canvas of a PDF page: items → content stream, with the graphics state remembered. It knows of no file. */
import type { Point, Pt, Size } from '../geometry/units.js';
import { groundOf } from '../page/ground.js';
import { rectanglesOf } from '../page/squares.js';
import type { Area, FrameItem, Glyphs, Group, Image, Ink, Rule, Squares } from '../page/types.js';
import { type Colours, inkKey, overprints, type Use } from './colour.js';
import type { CodeBook } from './fonts/code-book.js';
import { num } from './number.js';
import { Operators } from './operators.js';
import type { Canvas } from './paint.js';
import type { PaintedPage } from './painted.js';
import { type NamedBook, writeText } from './text.js';

/** What a page is painted with. */
export interface Palette {
  readonly colours: Colours;
  /** The codes that a face's glyphs are printed with. */
  book(face: string): CodeBook;
}

/** What is painted by itself. */
export type Content = Exclude<FrameItem, Group>;

/** Hooks of the screen edition; the print file has none. */
export interface Structure {
  enter(group: Group, at: Point): void;
  leave(group: Group): void;
  /** Runs `paint` as content of the current element, or as an artifact. */
  content(item: Content, paint: () => void): void;
}

/** Paints items as the operators of one page, and notes what their names stand for. */
export class PageCanvas implements Canvas {
  private readonly operators = new Operators();
  private readonly fonts = new Map<string, NamedBook>();
  private readonly images = new Map<string, Image>();
  private readonly spots = new Map<string, Ink>();
  private readonly states = new Map<string, boolean>();
  private registers = false;
  private readonly state: Partial<Record<Use, Ink>> & { overprint?: boolean; width?: Pt } = {};

  constructor(
    private readonly palette: Palette,
    /** Where the top left corner of the trimmed sheet lies, from the bottom left of the media. */
    private readonly origin: Point,
    private readonly structure: Structure | null = null,
  ) {}

  write(operators: string): void {
    this.operators.write(operators);
  }

  /** What was painted. */
  painted(): PaintedPage {
    return {
      content: this.operators.content,
      fonts: new Map([...this.fonts].map(([face, { name, book }]) => [name, { face, codes: book.entries }])),
      images: this.images,
      spots: this.spots,
      overprints: this.states,
      registers: this.registers,
    };
  }

  glyphs(item: Glyphs, at: Point): void {
    this.around(item, () => {
      const ground = groundOf(item);
      if (ground !== null) {
        this.choose(ground.ink, 'fill');
        this.write(`${this.edges(ground.size, { x: at.x + ground.at.x, y: at.y + ground.at.y })} re f\n`);
      }
      this.choose(item.ink, 'fill');
      writeText(this.operators, item, { x: this.x(at), y: this.y(at) }, this.bookOf);
    });
  }

  image(item: Image, at: Point): void {
    const name = `I${this.images.size + 1}`;
    this.images.set(name, item);
    this.around(item, () => {
      this.overprint(false);
      const { width, height } = item.size;
      const place = [width, 0, 0, height, this.x(at), this.y(at) - height].map((value) => num(value)).join(' ');
      this.write(`q ${place} cm /${name} Do Q\n`);
    });
  }

  rule(item: Rule, at: Point): void {
    this.around(item, () => {
      this.choose(item.ink, 'stroke');
      this.lineWidth(item.width);
      const [x, y] = [this.x(at), this.y(at)];
      this.write(`${num(x)} ${num(y)} m ${num(x + item.to.x)} ${num(y - item.to.y)} l S\n`);
    });
  }

  area(item: Area, at: Point): void {
    const edges = this.edges(item.size, at);
    this.around(item, () => {
      if (item.fill) {
        this.choose(item.fill, 'fill');
        this.write(`${edges} re f\n`);
      }
      if (item.stroke) {
        this.choose(item.stroke.ink, 'stroke');
        if (item.stroke.knockout === true) this.overprint(false);
        this.lineWidth(item.stroke.width);
        this.write(`${edges} re S\n`);
      }
    });
  }

  squares(item: Squares, at: Point): void {
    const edges = rectanglesOf(item).map(({ at: own, size }) => this.edges(size, { x: at.x + own.x, y: at.y + own.y }));
    this.around(item, () => {
      this.choose(item.ink, 'fill');
      // One path: where rectangles meet no seam shows.
      this.write(`${edges.map((edge) => `${edge} re\n`).join('')}f\n`);
    });
  }

  /** Strokes on every plate at once, in the colour space `All` (Separation All). */
  registration(state: string, strokes: readonly (readonly [Pt, Pt, Pt, Pt])[]): void {
    this.registers = true;
    const drawn = strokes.map(([x0, y0, x1, y1]) => {
      const [from, to] = [
        { x: x0, y: y0 },
        { x: x1, y: y1 },
      ];
      return `${num(this.x(from))} ${num(this.y(from))} m ${num(this.x(to))} ${num(this.y(to))} l S\n`;
    });
    this.write(`q /All CS 1 SCN\n${state}${drawn.join('')}Q\n`);
  }

  /** The state is not known any more (after Q). */
  forget(): void {
    for (const key of Object.keys(this.state)) delete this.state[key as keyof typeof this.state];
  }

  enter(group: Group, at: Point): void {
    this.structure?.enter(group, at);
  }

  leave(group: Group): void {
    this.structure?.leave(group);
  }

  private around(item: Content, paint: () => void): void {
    if (this.structure) this.structure.content(item, paint);
    else paint();
  }

  private x(at: Point): Pt {
    return this.origin.x + at.x;
  }

  private y(at: Point): Pt {
    return this.origin.y - at.y;
  }

  /** A rectangle by its top left corner. */
  private edges({ width, height }: Size, at: Point): string {
    return [this.x(at), this.y(at) - height, width, height].map((value) => num(value)).join(' ');
  }

  /** Fonts are named in the order of their first use on the page. */
  private readonly bookOf = (face: string): NamedBook => {
    let named = this.fonts.get(face);
    if (named === undefined) {
      named = { name: `F${this.fonts.size + 1}`, book: this.palette.book(face) };
      this.fonts.set(face, named);
    }
    return named;
  };

  private readonly spotName = (ink: Ink): string => {
    const key = inkKey(ink);
    for (const [name, known] of this.spots) if (inkKey(known) === key) return name;
    const name = `S${this.spots.size + 1}`;
    this.spots.set(name, ink);
    return name;
  };

  private choose(ink: Ink, use: Use): void {
    const last = this.state[use];
    if (last !== ink) {
      if (last === undefined || inkKey(last) !== inkKey(ink)) {
        this.write(this.palette.colours.choose(ink, use, this.spotName));
      }
      this.state[use] = ink;
    }
    this.overprint(overprints(ink));
  }

  private overprint(on: boolean): void {
    if (!this.palette.colours.overprint || this.state.overprint === on) return;
    const name = on ? 'GO' : 'GK';
    this.states.set(name, on);
    this.write(`/${name} gs\n`);
    this.state.overprint = on;
  }

  private lineWidth(width: Pt): void {
    if (this.state.width === width) return;
    this.write(`${num(width)} w\n`);
    this.state.width = width;
  }
}
