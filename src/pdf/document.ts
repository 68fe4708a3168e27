/** The file around the pages: boxes, Info, output intent, identity. PDF/X-1a:2003 is ISO 15930-4, X-4 ISO 15930-7. */
import type { Piece } from '../cache/pieces.js';
import { mm, type Point, type Pt, type Size } from '../geometry/units.js';
import { type Kit, type KitPage, openKit, packedStream, type Ref, text, Written } from './pdfkit.js';
import type { Edition, PdfFacts, Press } from './types.js';
import { xmpPacket } from './xmp.js';

/** Crop marks begin 3 mm off and are 10 mm long; 2 mm of paper after them. */
const MARKS_MARGIN = mm(15);

const VERSION: Record<Edition, '1.4' | '1.6' | '1.7'> = { x1a: '1.4', x4: '1.6', screen: '1.7' };

const issueDate = ({ date }: PdfFacts): Date => new Date(Date.UTC(date.year, date.month - 1, date.day));

/** The sheet that a page is printed on, with room for marks. */
export interface Sheet {
  readonly media: Size;
  /** Margin around the trimmed sheet on every side. */
  readonly margin: Pt;
  /** Top left corner of the trimmed sheet from the bottom left of the media. */
  readonly origin: Point;
}

/** The sheet for a trimmed page. */
export const sheetOf = (trim: Size, facts: PdfFacts): Sheet => {
  const press = facts.edition !== 'screen';
  const margin = press ? facts.bleed + (facts.marks ? MARKS_MARGIN : 0) : 0;
  const media = { width: trim.width + 2 * margin, height: trim.height + 2 * margin };
  return { media, margin, origin: { x: margin, y: media.height - margin } };
};

/** A file under way. */
export interface PdfFile {
  readonly kit: Kit;
  addPage(trim: Size, sheet: Sheet): KitPage;
  /** Ends the document; the bytes of the file. */
  finish(): readonly Piece[];
}

/** Opens a file with what it says of itself: its facts, and for the press its output intent. */
export const openFile = (facts: PdfFacts, press: Press): PdfFile => {
  const kit = openKit(VERSION[facts.edition], issueDate(facts), facts.edition === 'screen');
  describe(kit, facts);
  if (facts.edition !== 'screen') kit._root.data.OutputIntents = [outputIntent(kit, press)];
  kit.endMetadata = () => {
    if (facts.edition === 'x1a') return;
    const id = kit.bytes.identity(facts.title);
    const ref = kit.ref({ Type: 'Metadata', Subtype: 'XML' });
    ref.end(Buffer.from(xmpPacket(facts, issueDate(facts), id), 'utf8'));
    kit._root.data.Metadata = ref;
  };
  return {
    kit,
    addPage: (trim, sheet) => addPage(kit, trim, sheet, facts),
    finish: () => {
      kit.end();
      return kit.bytes.all();
    },
  };
};

const describe = (kit: Kit, facts: PdfFacts): void => {
  Object.assign(kit.info, { Title: facts.title, ModDate: issueDate(facts) });
  if (facts.edition === 'screen') return;
  kit.info.Trapped = new Written('/False');
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
