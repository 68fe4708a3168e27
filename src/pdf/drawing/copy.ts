/** A drawing taken out of its own file: the objects that it is drawn by, ready to be written into another. */
import { PDFArray, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { inMemory } from '../../cache/pieces.js';
import { contentOf, type Drawing, drawnEntries, isOpaque, resourcesOf } from '../../pdf-objects/drawing.js';
import { type IsPrinted, printedLayers } from '../../pdf-objects/layers.js';
import { notesOver } from '../../pdf-objects/notes.js';
import { dictOf, isTrue, type PdfObjects } from '../../pdf-objects/objects.js';
import { deflate } from '../deflate.js';
import type { CopiedDrawing, CopiedObject } from '../types.js';
import { type Overprint, TYPE_STATES, withBlackType } from './black-type.js';
import { withoutLayers } from './layers.js';
import { inkSpaceOf, withoutProfiles } from './profiles.js';
import { referenceMark, withoutMarks } from './references.js';

/**
 * Copies a drawing, its black type made to overprint. What is not there is null, as it was. The groups of one that is
 * opaque stay away: many programs put them round every page, they change nothing, and X-1a takes none.
 */
export const copyDrawing = (drawing: Drawing): CopiedDrawing => {
  const { objects, page, trimmed } = drawing;
  const opaque = isOpaque(drawing);
  const copier = new Copier(objects, opaque ? GROUPS : []);
  const found = resourcesOf(drawing);
  const resources = copier.resources(found);
  const group = opaque ? undefined : objects.entry(page, 'Group');
  const content = Buffer.concat([Buffer.from(BEGINNING), contentOf(drawing)]);
  return {
    box: trimmed.box,
    turn: trimmed.turn,
    resources,
    group: group === undefined ? null : copier.written(group),
    content: deflate(copier.changed(content, found) ?? content),
    objects: copier.finish(),
    notes: notesOver(drawing),
  };
};

/**
 * What a page begins with (ISO 32000-1, tables 52 and 53). A form begins with what stands before it: black areas would
 * have the colour of the type beside them, and lines whose width nobody chose that of our rules.
 */
const BEGINNING = '0 g 0 G 1 w 0 J 0 j 10 M [] 0 d\n';

/** What the graphics states that resources name say of overprinting. */
const statesIn =
  (objects: PdfObjects, resources: PDFObject | undefined): ((name: string) => Overprint) =>
  (name) => {
    const found = objects.entry(objects.entry(resources, 'ExtGState'), name);
    // Without `op`, `OP` speaks for fills too (ISO 32000-1, 8.6.7).
    const fills = objects.entry(found, 'op') ?? objects.entry(found, 'OP');
    return { fills: fills === undefined ? undefined : isTrue(fills), mode: objects.number(found, 'OPM') };
  };

/** Stands for a picture or form of a layer that does not print. */
const NOTHING: CopiedObject = {
  text: '<< /Type /XObject /Subtype /Form /BBox [ 0 0 0 0 ] /Length 0 >>',
  data: new Uint8Array(0),
};

/** Spaces with a profile that stand for those without (ISO 32000-1, 8.6.5.6): the numbers print as they do without. */
const DEFAULTS = new Set(['/DefaultCMYK', '/DefaultGray']);

/** Entries of a form that make a group of it. */
const GROUPS = ['/Group'];

/** Writes objects, and lists those that they refer to. */
class Copier {
  private readonly places = new Map<PDFObject, number>();
  private readonly waiting: PDFObject[] = [];
  private readonly isPrinted: IsPrinted | null;

  /** `aside`: entries that no stream is written with. */
  constructor(
    private readonly objects: PdfObjects,
    private readonly aside: readonly string[],
  ) {
    this.isPrinted = printedLayers(objects);
  }

  /** Contents as they go into another file; null where they do so as they are. */
  changed(content: Uint8Array, resources: PDFObject | undefined): Uint8Array | null {
    const { objects, isPrinted } = this;
    const named = (kind: string, name: string): PDFObject | undefined =>
      objects.entry(objects.entry(resources, kind), name);
    const steps = [
      (data: Uint8Array) => isPrinted && withoutLayers(data, (name) => isPrinted(named('Properties', name))),
      (data: Uint8Array) => withoutProfiles(data, (name) => inkSpaceOf(objects, named('ColorSpace', name))),
      (data: Uint8Array) => withBlackType(data, statesIn(objects, resources)),
    ];
    const changed = steps.reduce((data, step) => step(data) ?? data, content);
    return changed === content ? null : changed;
  }

  /** An object as it is written; others that it refers to by their places. */
  written(object: PDFObject | undefined): string {
    const inks = inkSpaceOf(this.objects, this.objects.resolve(object));
    if (inks !== null) return `/${inks}`;
    if (object instanceof PDFRef) {
      const found = this.objects.resolve(object);
      return found === undefined || found instanceof PDFRef ? 'null' : this.placed(found);
    }
    if (object instanceof PDFRawStream) return this.placed(object);
    if (object instanceof PDFArray) return `[ ${object.asArray().map(this.each).join(' ')} ]`;
    const dict = dictOf(object);
    if (dict === undefined) return object === undefined ? 'null' : withoutMarks(object.toString());
    return `<< ${this.entries(drawnEntries(dict))} >>`;
  }

  /** Resources, with the graphics states that black type is given. */
  resources(object: PDFObject | undefined): string {
    const dict = dictOf(this.objects.resolve(object));
    const others = dict === undefined ? [] : drawnEntries(dict).filter(([name]) => name !== '/ExtGState');
    const states = this.objects.dict(dict, 'ExtGState');
    const own = Object.entries(TYPE_STATES).map(([name, written]) => `/${name} ${written}`);
    const all = [...(states === undefined ? [] : [this.entries(drawnEntries(states))]), ...own];
    return `<< ${this.entries(others)} /ExtGState << ${all.join(' ')} >> >>`;
  }

  /** All that is referred to, in the order of its places. */
  finish(): readonly CopiedObject[] {
    const copied: CopiedObject[] = [];
    // It grows while it is walked.
    for (const object of this.waiting) {
      copied.push(object instanceof PDFRawStream ? this.stream(object) : { text: this.written(object), data: null });
    }
    return copied;
  }

  private stream(stream: PDFRawStream): CopiedObject {
    const { objects } = this;
    if (this.isPrinted?.(objects.entry(stream, 'OC')) === false) return NOTHING;
    const changed =
      objects.name(stream, 'Subtype') === 'Form'
        ? this.changed(objects.streams.data(stream), objects.entry(stream, 'Resources'))
        : null;
    const data = changed === null ? inMemory(objects.streams.packed(stream)) : deflate(changed);
    const anew = changed === null ? [] : ['/Filter', '/DecodeParms'];
    const aside = new Set(['/Length', '/OC', ...anew, ...this.aside]);
    const entries = drawnEntries(stream.dict).filter(([name]) => !aside.has(name));
    const filter = changed === null ? '' : ' /Filter /FlateDecode';
    return { text: `<< ${this.entries(entries)}${filter} /Length ${data.length} >>`, data };
  }

  private readonly each = (object: PDFObject): string => this.written(object);

  private entries(entries: ReturnType<typeof drawnEntries>): string {
    return entries
      .filter(
        ([name, value]) => !(DEFAULTS.has(name) && inkSpaceOf(this.objects, this.objects.resolve(value)) !== null),
      )
      .map(([name, value]) => `${name} ${name === '/Resources' ? this.resources(value) : this.written(value)}`)
      .join(' ');
  }

  private placed(object: PDFObject): string {
    const place = this.places.get(object) ?? this.waiting.push(object) - 1;
    this.places.set(object, place);
    return referenceMark(place);
  }
}
