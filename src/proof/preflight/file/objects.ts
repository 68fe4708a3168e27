/** Checks of every object of the file, wherever it hangs: what PDF/X forbids, colour spaces, fonts. */
import { PDFArray, PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { isTrue, nameOf, numberOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import { transparencyOf } from '../../../pdf-objects/transparency.js';
import type { Findings, PreflightProfile } from '../types.js';
import { familyOf, valuesIn } from '../walk/spaces.js';
import { checkFont } from './fonts.js';

interface Container {
  readonly object: PDFDict | PDFArray;
  /** The stream that a dictionary is of. */
  readonly stream: PDFStream | null;
}

/** Calls for dictionaries and arrays, those within others too, with the name of the numbered object they are in. */
const eachContainer = (objects: PdfObjects, visit: (name: string, container: Container) => void): void => {
  const stack: Container[] = [];
  const put = (object: PDFObject): void => {
    if (object instanceof PDFDict || object instanceof PDFArray) stack.push({ object, stream: null });
    else if (object instanceof PDFStream) stack.push({ object: object.dict, stream: object });
  };
  for (const { name, object } of objects.all) {
    put(object);
    for (let next = stack.pop(); next; next = stack.pop()) {
      visit(name, next);
      const within = next.object instanceof PDFDict ? next.object.values() : next.object.asArray();
      for (const each of within) put(each);
    }
  }
};

const ACTIONS = new Set(['JavaScript', 'URI', 'GoTo', 'GoToR', 'Launch', 'Named', 'SubmitForm']);
const PROCESS = new Set(['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']);
const FORBIDDEN = ['TR', 'HTP', 'OPI', 'Alternates', 'PS', 'HalftoneName'];
/** Halftones of one ink, and of each its own; others are thresholds, made for one device. */
const HALFTONES = [1, 5];
const INDEPENDENT = new Set(['ICCBased', 'CalRGB', 'CalGray', 'Lab', 'DeviceRGB']);

/** Checks every object of the file, wherever it stands; gives how many fonts there are. */
export const checkObjects = (objects: PdfObjects, profile: PreflightProfile, found: Findings): { fonts: number } => {
  const spots = new Set([...PROCESS, ...(profile.spots ?? [])]);
  let fonts = 0;
  const ofOtherLength: string[] = [];
  eachContainer(objects, (name, { object, stream }) => {
    if (object instanceof PDFArray) {
      checkSpace(objects, object, spots, found);
      return;
    }
    const value = (key: string): string | undefined => objects.name(object, key);
    if (ACTIONS.has(value('S') ?? '')) found.add('actions', `${name} is an action (${value('S')})`);
    if (objects.entry(object, 'AA')) found.add('actions', `${name} has actions of its own (AA)`);
    if (profile.standard === 'x1a') checkTransparency(objects, object, name, found);
    checkFilters(objects, object, name, profile, found);
    for (const key of FORBIDDEN) if (objects.entry(object, key)) found.add('forbidden', `${name} has ${key}`);
    if (objects.entry(object, 'TR2') && value('TR2') !== 'Default') found.add('forbidden', `${name} has TR2`);
    checkHalftone(objects, object, name, found);
    if (value('Subtype') === 'Form' && objects.entry(object, 'Ref'))
      found.add('forbidden', `${name} stands for a page of another file (Ref)`);
    if (stream && objects.entry(object, 'F')) found.add('forbidden', `${name} has its data outside the file`);
    if (objects.dict(object, 'EF')) found.add('forbidden', `${name} brings a file of its own (EF)`);
    if (value('Subtype') === 'PS') found.add('forbidden', `${name} is PostScript`);
    if (value('Subtype') === 'Image') checkImage(objects, object, name, profile, found);
    for (const key of ['ColorSpace', 'CS']) {
      if (value(key) === 'DeviceRGB') found.add('colour-spaces', 'an object in DeviceRGB');
    }
    if (value('Type') === 'Font' && !value('Subtype')?.startsWith('CIDFont')) {
      fonts++;
      checkFont(objects, object, found);
    }
    if (stream && !objects.streams.isAsLong(stream)) ofOtherLength.push(name);
    if (stream && value('Filter') === 'FlateDecode') {
      const fault = objects.streams.faultOf(stream);
      if (fault !== null) found.add('structure', fault);
    }
  });
  // Where a program on the way took the file for text all of them are.
  const more = ofOtherLength.length > 1 ? ` (and of ${ofOtherLength.length - 1} more)` : '';
  if (ofOtherLength.length > 0)
    found.add('structure', `the data of ${ofOtherLength[0]} is not as long as Length says${more}`);
  const { root } = objects.trailer;
  if (objects.entry(root, 'AcroForm')) found.add('actions', 'a form');
  if (profile.standard === 'x1a' && objects.entry(root, 'OCProperties'))
    found.add('forbidden', 'layers that can be switched off (OCProperties), which PDF 1.4 does not know');
  return { fonts };
};

/** The press has screens of its own: none of a file's may take their place. */
const checkHalftone = (objects: PdfObjects, object: PDFDict, name: string, found: Findings): void => {
  const kind = objects.number(object, 'HalftoneType');
  if (kind === undefined) return;
  if (!HALFTONES.includes(kind)) found.add('forbidden', `${name} is a halftone of type ${kind}`);
  const transfer = objects.entry(object, 'TransferFunction');
  if (transfer && nameOf(transfer) !== 'Identity') found.add('forbidden', `${name} has TransferFunction`);
};

const checkImage = (
  objects: PdfObjects,
  image: PDFDict,
  name: string,
  { standard }: PreflightProfile,
  found: Findings,
): void => {
  if (standard === 'x1a' && objects.number(image, 'BitsPerComponent') === 16)
    found.add('version', `${name}: a picture of 16 bits, which PDF 1.4 does not know`);
  // A stencil has the colour of what is painted through it; a JPEG 2000 picture may say it itself.
  const needsNone = isTrue(objects.entry(image, 'ImageMask')) || objects.name(image, 'Filter') === 'JPXDecode';
  if (!needsNone && familyOf(objects, objects.entry(image, 'ColorSpace')) === 'unknown')
    found.add('colour-spaces', `${name}: a picture without a colour space`);
  checkDecode(objects, image, name, found);
};

/** Decode has two numbers for each value of a pixel (ISO 32000-1, 8.9.5.2). */
const checkDecode = (objects: PdfObjects, image: PDFDict, name: string, found: Findings): void => {
  const decode = objects.entry(image, 'Decode');
  const isStencil = isTrue(objects.entry(image, 'ImageMask'));
  const values = isStencil ? 1 : valuesIn(objects, '', objects.entry(image, 'ColorSpace'));
  if (decode === undefined || values === null) return;
  const count = objects.numbers(decode).filter(Number.isFinite).length;
  if (count !== values * 2)
    found.add('structure', `${name}: a picture whose Decode has ${count} numbers; it must have ${values * 2}`);
};

const checkSpace = (objects: PdfObjects, array: PDFArray, spots: ReadonlySet<string>, found: Findings): void => {
  // Most arrays are numbers.
  if (array.size() === 0 || numberOf(array.get(0)) !== undefined) return;
  const [family, name, alternate] = objects.items(array);
  const kind = nameOf(family) ?? '';
  if (INDEPENDENT.has(kind) && kind !== 'DeviceRGB') found.add('colour-spaces', `a colour space ${kind}`);
  if (kind === 'Indexed' && nameOf(name) === 'DeviceRGB') found.add('colour-spaces', 'a palette in DeviceRGB');
  if (kind === 'Separation' || kind === 'DeviceN') {
    if (nameOf(alternate) === 'DeviceRGB') found.add('colour-spaces', `${kind} that stands on DeviceRGB`);
    const names = kind === 'Separation' ? [nameOf(name)] : objects.items(name).map(nameOf);
    for (const each of names) {
      if (each !== undefined && !spots.has(each)) found.add('spots', `the press has no ink “${each}”`);
    }
  }
};

const checkTransparency = (objects: PdfObjects, object: PDFDict, name: string, found: Findings): void => {
  for (const how of transparencyOf(objects, object)) found.add('transparency', `${name} ${how}`);
  if (objects.name(object, 'S') === 'Transparency') found.add('transparency', `${name} is a transparency group`);
};

const checkFilters = (
  objects: PdfObjects,
  object: PDFDict,
  name: string,
  profile: PreflightProfile,
  found: Findings,
): void => {
  const filter = objects.entry(object, 'Filter');
  const filters = filter instanceof PDFArray ? objects.items(filter).map(nameOf) : [nameOf(filter)];
  const banned = ['LZWDecode', 'Crypt', ...(profile.standard === 'x1a' ? ['JPXDecode', 'JBIG2Decode'] : [])];
  for (const each of filters) if (each && banned.includes(each)) found.add('filters', `${name} uses ${each}`);
};
