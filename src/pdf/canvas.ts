/** The canvas of a PDF page: items → content stream, with the graphics state remembered. */
import type { Point, Pt } from '../geometry/units.js';
import type { Area, Glyphs, Group, Image, Ink, Rule } from '../page/types.js';
import { type Colours, inkKey, overprints, type Use } from './colour.js';
import { deflate } from './deflate.js';
import { num } from './number.js';
import type { Canvas } from './paint.js';
import type { KitPage, Ref } from './pdfkit.js';
import type { FaceSubset } from './subset.js';
import { textObject } from './text.js';

/** What the pages of one document share. */
export interface Resources {
  readonly colours: Colours;
  subset(face: string): FaceSubset;
  image(item: Image): { readonly name: string; readonly ref: Ref } | null;
  /** ExtGState that makes painting overprint, or knock out. */
  overprint(on: boolean): Ref;
}

/** Hooks of the screen edition; the print file has none. */
export interface Structure {
  enter(group: Group, at: Point): void;
  leave(group: Group): void;
  /** Runs `paint` as content of the current element, or as an artifact. */
  content(item: Glyphs | Image | Rule | Area, paint: () => void): void;
}

export class PdfCanvas implements Canvas {
  private readonly parts: string[] = [];
  private readonly state: Partial<Record<Use, string>> & { overprint?: boolean; width?: Pt } = {};

  constructor(
    private readonly page: KitPage,
    private readonly resources: Resources,
    /** Where the top left corner of the trimmed sheet lies, from the bottom left of the media. */
    private readonly origin: Point,
    private readonly structure: Structure | null = null,
  ) {
    // pdfkit's own first lines turn the page upside down; this canvas writes its stream alone.
    page.write = (chunk) => this.write(`${chunk}\n`);
  }

  write(operators: string): void {
    this.parts.push(operators);
  }

  /** Text of the stream so far. */
  get content(): string {
    return this.parts.join('');
  }

  /** Hands the stream to the page. */
  finish(): void {
    const { content } = this.page;
    content.buffer = [];
    Object.assign(content.data, { Filter: 'FlateDecode', Length: 0 });
    content.write(deflate(Buffer.from(this.content, 'latin1')));
    this.page.write = (chunk) => {
      throw new Error(`written after the page's end: ${chunk}`);
    };
  }

  glyphs(item: Glyphs, at: Point): void {
    this.around(item, () => {
      this.choose(item.ink, 'fill');
      const subset = (face: string): FaceSubset => {
        const found = this.resources.subset(face);
        this.page.fonts[found.name] = found.ref;
        return found;
      };
      this.write(textObject(item, this.x(at), this.y(at), subset));
    });
  }

  image(item: Image, at: Point): void {
    const image = this.resources.image(item);
    if (!image) return;
    this.page.xobjects[image.name] = image.ref;
    this.around(item, () => {
      this.overprint(false);
      const { width, height } = item.size;
      const place = [width, 0, 0, height, this.x(at), this.y(at) - height].map((value) => num(value)).join(' ');
      this.write(`q ${place} cm /${image.name} Do Q\n`);
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
    const { width, height } = item.size;
    const edges = [this.x(at), this.y(at) - height, width, height].map((value) => num(value)).join(' ');
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

  /** Strokes on every plate at once; `space` is the Separation All. */
  registration(space: unknown, state: string, strokes: readonly (readonly [Pt, Pt, Pt, Pt])[]): void {
    this.page.colorSpaces.All = space;
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

  private around(item: Glyphs | Image | Rule | Area, paint: () => void): void {
    if (this.structure) this.structure.content(item, paint);
    else paint();
  }

  private x(at: Point): Pt {
    return this.origin.x + at.x;
  }

  private y(at: Point): Pt {
    return this.origin.y - at.y;
  }

  private choose(ink: Ink, use: Use): void {
    const key = inkKey(ink);
    if (this.state[use] !== key) {
      const useSpot = (name: string, space: unknown): void => {
        this.page.colorSpaces[name] = space;
      };
      this.write(this.resources.colours.choose(ink, use, useSpot));
      this.state[use] = key;
    }
    this.overprint(overprints(ink));
  }

  private overprint(on: boolean): void {
    if (!this.resources.colours.overprint || this.state.overprint === on) return;
    const name = on ? 'GO' : 'GK';
    this.page.ext_gstates[name] = this.resources.overprint(on);
    this.write(`/${name} gs\n`);
    this.state.overprint = on;
  }

  private lineWidth(width: Pt): void {
    if (this.state.width === width) return;
    this.write(`${num(width)} w\n`);
    this.state.width = width;
  }
}
