/** The file around the pages: boxes, Info, output intent, identity. PDF/X-1a:2003 is ISO 15930-4, X-4 ISO 15930-7. */
import { createHash, type Hash } from 'node:crypto';
import { mm, type Point, type Pt, type Size } from '../geometry/units.js';
import { digestOf } from './digest.js';
import { InfoName, type Kit, type KitPage, openKit, packedStream, type Ref, text } from './pdfkit.js';
import type { Edition, PdfFacts, Press } from './types.js';
import { xmpPacket } from './xmp.js';

/** Crop marks begin 3 mm off and are 10 mm long; 2 mm of paper after them. */
const MARKS_MARGIN = mm(15);

const VERSION: Record<Edition, '1.4' | '1.6' | '1.7'> = { x1a: '1.4', x4: '1.6', screen: '1.7' };

export const issueDate = ({ date }: PdfFacts): Date => new Date(Date.UTC(date.year, date.month - 1, date.day));

export interface Sheet {
  readonly media: Size;
  /** Margin around the trimmed sheet on every side. */
  readonly margin: Pt;
  /** Top left corner of the trimmed sheet from the bottom left of the media. */
  readonly origin: Point;
}

export const sheetOf = (trim: Size, facts: PdfFacts): Sheet => {
  const press = facts.edition !== 'screen';
  const margin = press ? facts.bleed + (facts.marks ? MARKS_MARGIN : 0) : 0;
  const media = { width: trim.width + 2 * margin, height: trim.height + 2 * margin };
  return { media, margin, origin: { x: margin, y: media.height - margin } };
};

export interface PdfFile {
  readonly kit: Kit;
  addPage(trim: Size, sheet: Sheet): KitPage;
  /** Ends the document; the bytes of the file. */
  finish(): Promise<Uint8Array>;
}

export const openFile = (facts: PdfFacts, press: Press): PdfFile => {
  const kit = openKit(VERSION[facts.edition], issueDate(facts), facts.edition === 'screen');
  const chunks: Uint8Array[] = [];
  kit.on('data', (chunk) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    kit.on('end', resolve);
    kit.on('error', reject);
  });
  const hash = hashWhatIsWritten(kit);
  describe(kit, facts);
  if (facts.edition !== 'screen') kit._root.data.OutputIntents = [outputIntent(kit, press)];
  kit.endMetadata = () => {
    if (facts.edition === 'x1a') return;
    const id = hash.copy().update(facts.title).digest();
    const ref = kit.ref({ Type: 'Metadata', Subtype: 'XML' });
    ref.end(Buffer.from(xmpPacket(facts, issueDate(facts), id), 'utf8'));
    kit._root.data.Metadata = ref;
  };
  return {
    kit,
    addPage: (trim, sheet) => addPage(kit, trim, sheet, facts),
    finish: async () => {
      kit.end();
      await done;
      return Buffer.concat(chunks);
    },
  };
};

/** What is longer than this is hashed once for all the files it goes into. */
const LONG = 4096;

/** The file's ID follows from its bytes, so it differs when and only when the file does. */
const hashWhatIsWritten = (kit: Kit): Hash => {
  const hash = createHash('sha256');
  const write = kit._write.bind(kit);
  const finalize = kit._finalize.bind(kit);
  kit._write = (data) => {
    hash.update(typeof data === 'string' || data.length < LONG ? data : digestOf(data));
    write(data);
  };
  kit._finalize = () => {
    kit._id = hash.copy().digest().subarray(0, 16);
    finalize();
  };
  return hash;
};

const describe = (kit: Kit, facts: PdfFacts): void => {
  Object.assign(kit.info, { Title: facts.title, ModDate: issueDate(facts) });
  if (facts.edition === 'screen') return;
  kit.info.Trapped = new InfoName('False');
  kit.info.GTS_PDFXVersion = facts.edition === 'x1a' ? 'PDF/X-1a:2003' : 'PDF/X-4';
};

const outputIntent = (kit: Kit, press: Press): Ref => {
  const intent = kit.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: text(press.condition),
    Info: text(press.standIn ? `${press.condition} (stand-in profile)` : press.condition),
    DestOutputProfile: packedStream(kit, press.packedProfile, { N: 4 }),
  });
  intent.end();
  return intent;
};

/** MediaBox ⊇ BleedBox ⊇ TrimBox, no ArtBox, no UserUnit. */
const addPage = (kit: Kit, trim: Size, { media, margin }: Sheet, facts: PdfFacts): KitPage => {
  kit.addPage({ size: [media.width, media.height] });
  const page = kit.page;
  const { data } = page.dictionary;
  delete data.UserUnit;
  const box = (grow: Pt): number[] => [
    margin - grow,
    margin - grow,
    margin + trim.width + grow,
    margin + trim.height + grow,
  ];
  if (facts.edition !== 'screen') {
    data.BleedBox = box(facts.bleed);
    data.TrimBox = box(0);
  }
  return page;
};
