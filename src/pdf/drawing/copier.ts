/** Writes the objects that a drawing is drawn by as another file may have them. */
import { PDFArray, type PDFDict, PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { inMemory } from '../../cache/pieces.js';
import { drawnEntries } from '../../pdf-objects/drawing.js';
import { type IsPrinted, printedLayers } from '../../pdf-objects/layers.js';
import { dictOf, isTrue, nameOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { transparencyOf } from '../../pdf-objects/transparency.js';
import { deflate } from '../deflate.js';
import type { CopiedObject } from '../types.js';
import { type Overprint, TYPE_STATES, withBlackType } from './black-type.js';
import { type ChosenSpace, inInks } from './colours.js';
import { paletteInInks, shadingInInks } from './in-inks.js';
import { withoutLayers } from './layers.js';
import { referenceMark, withoutMarks } from './references.js';
import { scaleOf, withHeavierRules } from './rules.js';
import { textsMissing } from './said.js';
import type { Separated } from './screen.js';
import { deviceSpaceOf, inksIn } from './spaces.js';
import { stencilOf } from './stencil.js';
import { areShared, namesIn, type Used } from './used.js';
import { subsetName } from './whole-fonts.js';

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

/** Spaces that stand for those that contents name (ISO 32000-1, 8.6.5.6): numbers of inks print as they are. */
const DEFAULTS = ['/DefaultGray', '/DefaultRGB', '/DefaultCMYK'];

/** Entries that are written anew of a shading, and of a picture that is separated. */
const SHADED = new Set(['/ColorSpace', '/Background', '/Function']);
const SEPARATED = ['/ColorSpace', '/BitsPerComponent', '/Decode', '/Intent', '/Filter', '/DecodeParms'];
const IN_INKS = '/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [ 1 0 1 0 1 0 1 0 ] /Filter /DCTDecode';

type Entries = ReturnType<typeof drawnEntries>;

/** How a drawing is copied. */
export interface Copying {
  /** What the colours of a screen become; null where they stay. */
  readonly separated: Separated | null;
  /** Forms that are transparency groups stay so. */
  readonly grouped: boolean;
  /** Soft masks that are nearly so become stencils. */
  readonly hard: boolean;
  /** How much larger it is printed than drawn, where its rules are made heavy enough; null where they stay. */
  readonly rules: number | null;
}

/** Writes objects, and lists those that they refer to. */
export class Copier {
  /** Whether nothing that was written lets anything shine through. */
  isOpaque = true;
  private readonly places = new Map<PDFObject, number>();
  /** What is referred to, as it was or written anew. */
  private readonly waiting: (PDFObject | CopiedObject)[] = [];
  private readonly isPrinted: IsPrinted | null;
  /** How much larger forms are printed than drawn: where several times, the least that is known. */
  private readonly scales = new Map<PDFObject, number>();

  constructor(
    private readonly objects: PdfObjects,
    private readonly copying: Copying,
  ) {
    this.isPrinted = printedLayers(objects);
  }

  /** Contents of the page or of a form as they go into another file; null where they do so as they are. */
  changed(content: Uint8Array, resources: PDFObject | undefined, form?: PDFObject): Uint8Array | null {
    const { objects, isPrinted } = this;
    const { rules } = this.copying;
    const scale = rules && ((form && this.scales.get(form)) ?? rules);
    const inksOf = this.copying.separated?.inksOf ?? null;
    const named = (kind: string, name: string): PDFObject | undefined =>
      objects.entry(objects.entry(resources, kind), name);
    const steps = [
      (data: Uint8Array) => isPrinted && withoutLayers(data, (name) => isPrinted(named('Properties', name))),
      (data: Uint8Array) => inInks(data, { spaceOf: (name) => this.spaceNamed(name, resources), inksOf }),
      (data: Uint8Array) => withBlackType(data, statesIn(objects, resources)),
      (data: Uint8Array) =>
        scale &&
        withHeavierRules(data, scale, {
          widthOf: (name) => objects.number(named('ExtGState', name), 'LW'),
          painted: (name, by) => this.scaled(named('XObject', name), scale * by),
        }),
    ];
    const changed = steps.reduce((data, step) => step(data) || data, content);
    return changed === content ? null : changed;
  }

  /** Notes how much larger a form is printed where it is painted. */
  private scaled(form: PDFObject | undefined, by: number): void {
    if (form === undefined) return;
    const matrix = this.objects.numbers(this.objects.entry(form, 'Matrix'));
    const own = matrix.length === 6 ? scaleOf(matrix) : 1;
    this.scales.set(form, Math.min(this.scales.get(form) ?? Infinity, by * own));
  }

  /** What contents use of their resources; null where others use them, too. */
  usedIn(content: Uint8Array, resources: PDFObject | undefined): Used | null {
    return areShared(this.objects, resources) ? null : namesIn(content);
  }

  /** An object as it is written; others that it refers to by their places. */
  written(object: PDFObject | undefined): string {
    const space = deviceSpaceOf(this.objects, this.objects.resolve(object));
    if (space !== null && space !== 'DeviceRGB') return `/${space}`;
    if (object instanceof PDFRef) {
      const found = this.objects.resolve(object);
      return found === undefined || found instanceof PDFRef ? 'null' : this.placed(found);
    }
    if (object instanceof PDFRawStream) return this.placed(object);
    if (object instanceof PDFArray) {
      const palette = this.copying.separated && paletteInInks(this.objects, object, this.copying.separated.inksOf);
      return palette ?? `[ ${object.asArray().map(this.each).join(' ')} ]`;
    }
    const dict = dictOf(object);
    if (dict === undefined) return object === undefined ? 'null' : withoutMarks(object.toString());
    return this.shading(dict) ?? `<< ${this.entries(this.entriesOf(dict), null)}${this.textsOf(dict)} >>`;
  }

  /** A shading of a screen's colours as it is written in inks; null for every other object. */
  private shading(dict: PDFDict): string | null {
    const { separated } = this.copying;
    const inks = separated && shadingInInks(this.objects, dict, separated.inksOf);
    if (inks === null) return null;
    const entries = this.entriesOf(dict).filter(([name]) => !SHADED.has(name));
    const background = inks.background === null ? '' : ` /Background ${inks.background}`;
    const colours = referenceMark(this.waiting.push(inks.colours) - 1);
    return `<< ${this.entries(entries, null)} /ColorSpace /DeviceCMYK${background} /Function ${colours} >>`;
  }

  /** The space that a name stands for, as far as its colours are to change. */
  private spaceNamed(name: string, resources: PDFObject | undefined): ChosenSpace | null {
    const { objects } = this;
    const inksOf = this.copying.separated?.inksOf ?? null;
    const found = objects.entry(objects.entry(resources, 'ColorSpace'), name);
    const space = name === 'DeviceRGB' ? name : deviceSpaceOf(objects, found);
    if (space === null || (space === 'DeviceRGB' && inksOf === null)) return null;
    return { space, inksOf: inksOf && inksIn(objects, found, inksOf) };
  }

  /** Resources as far as they are used, with the graphics states that black type is given. */
  resources(object: PDFObject | undefined, used: Used | null): string {
    const dict = dictOf(this.objects.resolve(object));
    const of = (kind: string, value: PDFObject): Entries => {
      const names = used?.get(kind);
      const all = this.entriesOf(dictOf(this.objects.resolve(value)));
      return all.filter(([name]) => !DEFAULTS.includes(name) && names?.has(name) !== false);
    };
    const kinds = this.entriesOf(dict)
      .filter(([, value]) => dictOf(this.objects.resolve(value)) !== undefined)
      .map(([kind, value]) => [kind, this.entries(of(kind, value), null)] as const);
    const written = new Map(kinds.filter(([, entries]) => entries !== ''));
    const own = Object.entries(TYPE_STATES).map(([name, state]) => `/${name} ${state}`);
    written.set('/ExtGState', [written.get('/ExtGState') ?? [], own].flat().join(' '));
    return `<< ${[...written].map(([kind, entries]) => `${kind} << ${entries} >>`).join(' ')} >>`;
  }

  /** All that is referred to, in the order of its places. */
  finish(): readonly CopiedObject[] {
    const copied: CopiedObject[] = [];
    // It grows while it is walked.
    for (const object of this.waiting) {
      if (!(object instanceof PDFObject)) copied.push(object);
      else if (object instanceof PDFRawStream) copied.push(this.stream(object));
      else copied.push({ text: this.written(object), data: null });
    }
    return copied;
  }

  /** The entry of a font that does not say its text; empty for all else. */
  private textsOf(dict: PDFDict): string {
    const texts = textsMissing(this.objects, dict);
    if (texts === null) return '';
    const data = deflate(Buffer.from(texts));
    const place = this.waiting.push({ text: `<< /Filter /FlateDecode /Length ${data.length} >>`, data }) - 1;
    return ` /ToUnicode ${referenceMark(place)}`;
  }

  private stream(stream: PDFRawStream): CopiedObject {
    const { objects } = this;
    if (this.isPrinted?.(objects.entry(stream, 'OC')) === false) return NOTHING;
    if (objects.name(stream, 'Subtype') === 'Image') return this.picture(stream);
    const resources = objects.entry(stream, 'Resources');
    const isPainted = objects.name(stream, 'Subtype') === 'Form' || objects.number(stream, 'PatternType') === 1;
    const content = isPainted ? objects.streams.data(stream) : null;
    const changed = content && this.changed(content, resources, stream);
    const data = changed === null ? inMemory(objects.streams.packed(stream)) : deflate(changed);
    const anew = changed === null ? [] : ['/Filter', '/DecodeParms'];
    const aside = new Set(['/Length', '/OC', ...anew, ...(this.copying.grouped ? [] : ['/Group'])]);
    const entries = this.entriesOf(stream.dict).filter(([name]) => !aside.has(name));
    const filter = changed === null ? '' : ' /Filter /FlateDecode';
    const used = content && this.usedIn(changed ?? content, resources);
    return { text: `<< ${this.entries(entries, used)}${filter} /Length ${data.length} >>`, data };
  }

  private picture(stream: PDFRawStream): CopiedObject {
    const { objects, copying } = this;
    const isOfScreen = deviceSpaceOf(objects, objects.entry(stream, 'ColorSpace')) === 'DeviceRGB';
    const separated = isOfScreen ? (copying.separated?.pictureOf(stream) ?? null) : null;
    const stencil = copying.hard ? stencilOf(objects, stream) : null;
    const data = inMemory(separated ?? objects.streams.packed(stream));
    const aside = new Set([
      '/Length',
      '/OC',
      ...(separated === null ? [] : SEPARATED),
      ...(stencil ? ['/SMask', '/Mask'] : []),
    ]);
    const all = stencil === null ? this.entriesOf(stream.dict) : drawnEntries(stream.dict);
    const entries = this.entries(
      all.filter(([name]) => !aside.has(name)),
      null,
    );
    const inks = separated === null ? '' : ` ${IN_INKS}`;
    const mask = stencil?.mask ? ` /Mask ${referenceMark(this.waiting.push(stencil.mask) - 1)}` : '';
    return { text: `<< ${entries}${inks}${mask} /Length ${data.length} >>`, data };
  }

  private readonly each = (object: PDFObject): string => this.written(object);

  /** The entries of a dictionary that it is drawn by; it is noted where it is not opaque. */
  private entriesOf(dict: PDFDict | undefined): Entries {
    if (dict === undefined) return [];
    if (transparencyOf(this.objects, dict).length > 0) this.isOpaque = false;
    return drawnEntries(dict)
      .filter(([name, value]) => !this.changesNothing(name, value))
      .map(([name, value]) => [name, subsetName(this.objects, dict, name) ?? value]);
  }

  /** Ghostscript says of each tone that it stays as it is; X-1a takes no such word. */
  private changesNothing(name: string, value: PDFObject): boolean {
    return name === '/TR' && nameOf(this.objects.resolve(value)) === 'Identity';
  }

  /** `used`: of resources among them. */
  private entries(entries: Entries, used: Used | null): string {
    return entries
      .map(([name, value]) => `${name} ${name === '/Resources' ? this.resources(value, used) : this.written(value)}`)
      .join(' ');
  }

  private placed(object: PDFObject): string {
    const place = this.places.get(object) ?? this.waiting.push(object) - 1;
    this.places.set(object, place);
    return referenceMark(place);
  }
}
