/** Checks of the file as a whole: version, Info, identification, output intent (ISO 15930-4 and -7). */
import { PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { profileFault } from '../../../pdf/press/profile.js';
import { nameOf, numberOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import type { Remember } from '../remember.js';
import { Told } from '../told.js';
import type { Findings, PreflightProfile } from '../types.js';
import { isoDate, isWellFormed, momentOf, valuesOf } from './xmp.js';

const NEWEST = { x1a: 1.4, x4: 1.6 };

/** Checks what the file says of itself. */
export const checkDocument = async (
  objects: PdfObjects,
  { standard }: PreflightProfile,
  remember: Remember,
  found: Findings,
): Promise<void> => {
  const { root, info, id } = objects.trailer;
  const version = Math.max(Number(objects.file.text(5, 8)), Number(objects.name(root, 'Version') ?? 0));
  if (version > NEWEST[standard]) found.add('version', `PDF ${version}; ${NEWEST[standard]} at most`);
  if (standard === 'x1a' && objects.all.some(({ object }) => objects.name(object, 'Type') === 'ObjStm')) {
    found.add('version', 'objects in compressed streams, which PDF 1.4 does not know');
  }
  if (objects.items(id).filter(isFilled).length !== 2) found.add('id', 'the trailer has no ID');
  for (const key of ['Title', 'CreationDate', 'ModDate']) {
    const text = objects.text(info, key);
    if (!text) found.add('info', `Info lacks ${key}`);
    else if (key !== 'Title' && momentOf(isoDate(text)) === null)
      found.add('info', `${key} of Info is no date: ${text}`);
  }
  const trapped = objects.entry(info, 'Trapped');
  if (!(trapped instanceof PDFName) || !['True', 'False'].includes(nameOf(trapped)!)) {
    found.add('trapped', `Trapped is ${trapped?.toString() ?? 'missing'}; it must be the name True or False`);
  }
  if (standard === 'x1a') checkX1aNames(objects, info, version, found);
  else checkXmp(objects, root, info, found);
  await checkIntent(objects, root, standard, remember, found);
  checkBookmarks(objects, root, found);
};

const isFilled = (object: PDFObject): boolean =>
  (object instanceof PDFString || object instanceof PDFHexString) && object.asBytes().length > 0;

const checkX1aNames = (objects: PdfObjects, info: PDFObject | undefined, version: number, found: Findings): void => {
  const claimed = objects.text(info, 'GTS_PDFXVersion');
  if (claimed === 'PDF/X-1a:2003') return;
  if (claimed !== 'PDF/X-1:2001') {
    found.add('identification', `GTS_PDFXVersion is ${claimed ?? 'missing'}; PDF/X-1a:2003 is wanted`);
    return;
  }
  const conformance = objects.text(info, 'GTS_PDFXConformance');
  if (conformance !== 'PDF/X-1a:2001')
    found.add('identification', `GTS_PDFXConformance is ${conformance ?? 'missing'}`);
  if (version > 1.3) found.add('identification', 'PDF/X-1a:2001 is PDF 1.3');
};

const isSameMoment = (xmp: string, info: string): boolean => momentOf(xmp) === momentOf(isoDate(info));

/** What the XMP and Info both say, and when that is the same. */
const SAID_TWICE: readonly (readonly [xmp: string, info: string, alike: (xmp: string, info: string) => boolean])[] = [
  ['dc:title', 'Title', (xmp, info) => xmp === info],
  ['xmp:CreateDate', 'CreationDate', isSameMoment],
  ['xmp:ModifyDate', 'ModDate', isSameMoment],
  ['pdf:Trapped', 'Trapped', (xmp, info) => xmp === info],
];

const XMP_NEEDS = [
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'dc:title',
  'xmpMM:DocumentID',
  'xmpMM:RenditionClass',
  'xmpMM:VersionID',
  'pdf:Trapped',
];

const checkXmp = (
  objects: PdfObjects,
  root: PDFObject | undefined,
  info: PDFObject | undefined,
  found: Findings,
): void => {
  const stream = objects.entry(root, 'Metadata');
  if (!stream) {
    found.add('identification', 'no XMP metadata');
    return;
  }
  const xmp = Buffer.from(objects.streams.data(stream)).toString('utf8');
  if (!isWellFormed(xmp)) found.add('identification', 'the XMP is no well-formed XML');
  if (!/GTS_PDFXVersion(>|=")PDF\/X-4/.test(xmp)) found.add('identification', 'the XMP does not say PDF/X-4');
  for (const key of XMP_NEEDS) if (valuesOf(xmp, key).length === 0) found.add('identification', `the XMP lacks ${key}`);
  const facts = (key: string): string => nameOf(objects.entry(info, key)) ?? objects.text(info, key) ?? '';
  for (const [key, of, alike] of SAID_TWICE) {
    const values = valuesOf(xmp, key);
    if (values.length > 0 && facts(of) !== '' && !values.some((value) => alike(value, facts(of))))
      found.add('identification', `the XMP has another ${key} than Info: ${values[0]}`);
  }
};

const checkIntent = async (
  objects: PdfObjects,
  root: PDFObject | undefined,
  standard: string,
  remember: Remember,
  found: Findings,
): Promise<void> => {
  const intents = objects.list(root, 'OutputIntents').filter((intent) => objects.name(intent, 'S') === 'GTS_PDFX');
  if (intents.length !== 1) found.add('output-intent', `${intents.length} output intents for PDF/X; one is wanted`);
  for (const intent of intents) {
    if (!objects.text(intent, 'OutputConditionIdentifier')) found.add('output-intent', 'no OutputConditionIdentifier');
    const profile = objects.entry(intent, 'DestOutputProfile');
    if (!profile) {
      if (standard === 'x4' || !objects.text(intent, 'RegistryName')) found.add('output-intent', 'no press profile');
      continue;
    }
    const told = new Told(objects).add(profile);
    const { fault } = await remember.value(['profile', ...told.parts], async () => ({
      fault: profileFault(objects.streams.data(profile)),
    }));
    objects.streams.isWhole(profile);
    if (fault) found.add('output-intent', `the press profile ${fault}`);
    if (numberOf(objects.entry(profile, 'N')) !== 4)
      found.add('output-intent', 'the press profile is not said to have four inks');
  }
};

const checkBookmarks = (objects: PdfObjects, root: PDFObject | undefined, found: Findings): void => {
  const pages = new Set<unknown>(objects.pages);
  const seen = new Set<PDFObject>();
  const visit = (item: PDFObject | undefined): void => {
    for (let at = item; at && !seen.has(at); at = objects.entry(at, 'Next')) {
      seen.add(at);
      const target = objects.list(at, 'Dest')[0];
      if (target && !pages.has(target)) found.add('bookmarks', `“${objects.text(at, 'Title') ?? ''}” leads to no page`);
      visit(objects.entry(at, 'First'));
    }
  };
  visit(objects.entry(objects.entry(root, 'Outlines'), 'First'));
};
