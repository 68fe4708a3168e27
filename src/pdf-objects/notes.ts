/** What lies over a page of a PDF and prints with it: annotations (ISO 32000-1, 12.5). */
import { type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { meet, rectangleIn } from './boxes.js';
import type { Drawing } from './drawing.js';
import { nameOf, type PdfObjects } from './objects.js';

/** Those that no reader prints, or that say something of the page only. */
const BESIDE = new Set(['Link', 'Popup', 'Text', 'PrinterMark', 'TrapNet', 'Screen', 'Sound', 'Movie']);
const [HIDDEN, PRINTS] = [1 << 1, 1 << 2];
const PAINTS = /(?:^|\s)(?:[fFBbSs]\*?|Do|Tj|TJ|'|"|sh|EI)(?:\s|$)/;

/** The kinds of annotations that print over a drawing, each once, as its maker's reader prints it. */
export const notesOver = ({ objects, page, trimmed }: Drawing): readonly string[] => {
  const [x0, y0, x1, y1] = trimmed.box;
  const kinds = objects.list(page, 'Annots').flatMap((note) => {
    const kind = objects.name(note, 'Subtype') ?? '';
    const flags = objects.number(note, 'F') ?? 0;
    const place = rectangleIn(objects, objects.entry(note, 'Rect'));
    const isOver = place !== null && meet(place, { x0, y0, x1, y1 }) !== null;
    const prints = (flags & PRINTS) !== 0 && (flags & HIDDEN) === 0;
    return prints && isOver && !BESIDE.has(kind) && isSeen(objects, note) ? [kind] : [];
  });
  return [...new Set(kinds)].sort();
};

/** Whether it looks like anything: a field of a form that nobody filled in does not. */
const isSeen = (objects: PdfObjects, note: PDFObject): boolean => {
  const looks = objects.entry(objects.entry(note, 'AP'), 'N');
  const shown = looks instanceof PDFStream ? looks : objects.entry(looks, nameOf(objects.entry(note, 'AS')) ?? '');
  return shown instanceof PDFStream && PAINTS.test(Buffer.from(objects.streams.data(shown)).toString('latin1'));
};
