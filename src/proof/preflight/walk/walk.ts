/** Walks a page's content streams, forms within them too, and tells what they paint. */
import { PDFArray, type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { boxOfPage } from '../../../pdf-objects/boxes.js';
import { faultOfForms } from '../../../pdf-objects/forms.js';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import { type Operand, readOperations } from '../../../pdf-objects/tokens.js';
import { Unreadable } from '../../../pdf-objects/unreadable.js';
import type { Findings } from '../types.js';
import type { Drawn, Painted } from './drawn.js';
import { nameIn } from './operands.js';
import { Grammar } from './operators.js';
import { Path } from './path.js';
import { Resources } from './resources.js';
import { EVERYWHERE, type GraphicsState, initialState, NOWHERE } from './state.js';
import { STEPS } from './steps.js';
import { TextWalk } from './text-walk.js';

/** Faults of one page's contents that are told: of garbage each word is one. */
const MOST_FAULTS = 8;

/**
 * Everything that a page paints. Tells what is wrong with its contents; throws where they cannot be read. `short`: the
 * data of forms in short, of those where it is known.
 */
export const walkPage = (
  objects: PdfObjects,
  page: PDFDict,
  short: ReadonlyMap<PDFObject, Uint8Array>,
  found: Findings,
): Painted => {
  const contents = objects.entry(page, 'Contents');
  const streams = contents instanceof PDFArray && contents.size() > 0 ? contents.asArray() : [contents];
  const parts = streams.map((stream) => {
    const found = objects.resolve(stream);
    if (found === undefined) throw new Unreadable('the page has no contents: it would be printed without them');
    return objects.streams.data(found);
  });
  const data = parts.length === 1 ? parts[0]! : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  const painted: Painted = { drawn: [], hidden: [] };
  const sheet = boxOfPage(objects, page, 'MediaBox') ?? EVERYWHERE;
  const shared: PageWalk = { objects, short, found, ...painted, patterns: new Set() };
  const resources = objects.inherited(page, 'Resources');
  holdForms(objects, data, resources);
  new Walk(shared, resources, initialState(sheet), []).read(data);
  return painted;
};

/** Throws where forms paint more than can be followed. */
const holdForms = (objects: PdfObjects, data: Uint8Array, resources: PDFObject | undefined): void => {
  const fault = faultOfForms(objects, data, resources);
  if (fault !== null) throw new Unreadable(fault);
};

/** What a page's own stream and the forms within it share. */
interface PageWalk extends Painted {
  readonly objects: PdfObjects;
  readonly short: ReadonlyMap<PDFObject, Uint8Array>;
  readonly found: Findings;
  /** Patterns that were followed. */
  readonly patterns: Set<PDFObject>;
}

/** A walk through one content stream, a page's or a form's. */
export class Walk {
  readonly objects: PdfObjects;
  readonly found: Findings;
  readonly drawn: Drawn[];
  readonly hidden: Drawn[];
  readonly resources: Resources;
  state: GraphicsState;
  /** States that `q` has put aside. */
  readonly saved: GraphicsState[] = [];
  readonly path = new Path();
  private readonly text: TextWalk;
  private readonly grammar: Grammar;
  private readonly fonts = new Set<Operand | undefined>();

  /** `within`: the forms that this stream stands in, and its own. */
  constructor(
    private readonly page: PageWalk,
    resources: PDFObject | undefined,
    start: GraphicsState,
    readonly within: readonly PDFObject[],
  ) {
    this.objects = page.objects;
    this.found = page.found;
    this.drawn = page.drawn;
    this.hidden = page.hidden;
    this.resources = new Resources(page.objects, resources, this.fault);
    this.state = { ...start };
    this.text = new TextWalk(page);
    this.grammar = new Grammar(this.fault);
  }

  /** Follows a whole stream. */
  read(data: Uint8Array): void {
    readOperations(data, this.follow, this.fault);
    this.grammar.end();
  }

  /** Follows a form that this stream paints, from a state of its own. */
  readForm(form: PDFObject, resources: PDFObject | undefined, start: GraphicsState): void {
    const within = [...this.within, form];
    const data = this.page.short.get(form) ?? this.objects.streams.data(form);
    new Walk(this.page, resources ?? this.resources.dict, start, within).read(data);
  }

  /** Follows the insides of a pattern, once: their colours count, but where on the page they come to stand is not known. */
  readPattern(pattern: PDFObject | undefined): void {
    if (!(pattern instanceof PDFStream) || this.page.patterns.has(pattern)) return;
    this.page.patterns.add(pattern);
    const resources = this.objects.entry(pattern, 'Resources');
    holdForms(this.objects, this.objects.streams.data(pattern), resources);
    this.readForm(pattern, resources, initialState(NOWHERE));
  }

  /** Tells what is wrong with the contents. */
  readonly fault = (message: string): void => {
    if (this.found.list.length < MOST_FAULTS) this.found.add('structure', message);
  };

  private readonly follow = (operator: string, operands: readonly Operand[]): void => {
    this.grammar.see(operator, operands);
    if (operator === 'Tf') this.checkFont(operands[0]);
    // Nearly all of a page is text.
    if (!this.text.operation(this.state, operator, operands)) STEPS.get(operator)?.(this, operands);
  };

  private checkFont(operand: Operand | undefined): void {
    if (this.fonts.has(operand)) return;
    this.fonts.add(operand);
    const font = this.resources.find('Font', nameIn(operand));
    if (font && this.objects.name(font, 'Type') !== 'Font') this.fault(`font “${nameIn(operand)}” is none (Type)`);
  }
}
