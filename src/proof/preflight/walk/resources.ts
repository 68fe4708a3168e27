/** What page contents may name: their resources (ISO 32000-1, 7.8.3). */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../../pdf-objects/objects.js';

/** The kinds that what is painted follows from; of the others only whether they are there, and of which Type. */
export const PAINTS = ['ColorSpace', 'ExtGState', 'XObject', 'Pattern', 'Shading'] as const;
/** The other kinds. */
const NAMED = ['Font', 'Properties'] as const;

type Kind = (typeof PAINTS)[number] | (typeof NAMED)[number];

const WORDS: Readonly<Record<Kind, string>> = {
  ColorSpace: 'colour space',
  ExtGState: 'graphics state',
  XObject: 'picture or form',
  Font: 'font',
  Pattern: 'pattern',
  Shading: 'shading',
  Properties: 'properties',
};

/** A page’s or form’s resources, by their names. */
export class Resources {
  constructor(
    private readonly objects: PdfObjects,
    readonly dict: PDFObject | undefined,
    private readonly fault: (message: string) => void,
  ) {}

  /** What a name stands for; told of where it stands for nothing. */
  find(kind: Kind, name: string): PDFObject | undefined {
    const found = this.known(kind, name);
    if (found === undefined) this.fault(`the contents name ${WORDS[kind]} “${name}”, which is not among the resources`);
    return found;
  }

  /** The same where it need not be there. */
  known(kind: Kind, name: string): PDFObject | undefined {
    return this.objects.entry(this.objects.entry(this.dict, kind), name);
  }
}

/** What is known of the others, in words: contents are alike only where the same names stand for something. */
export const namedIn = (objects: PdfObjects, resources: PDFObject | undefined): string[] =>
  NAMED.map((kind) => {
    const dict = objects.dict(resources, kind);
    const known = (dict?.keys() ?? []).map((key) => {
      const found = objects.resolve(dict!.get(key));
      return found === undefined ? '' : `${key.asString()} ${objects.name(found, 'Type') ?? ''}`;
    });
    return [kind, ...known].join(' ');
  });
