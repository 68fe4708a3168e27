/**
 * Bodies as most are written: plain paragraphs, `## crossheads`, `**strong**` words, passages that may be left out
 * (`~~…~~`), quotations line by line (`> …`), tables of plain text, QR codes.
 * They are read without the Markdown packages, which take longer to load than all of an issue's bodies take to read;
 * what goes beyond is left to them.
 */
import { Collector } from '../../diagnostics/collector.js';
import type { Piece, Reading, Written } from './body.js';
import { isSurelyMarked, isSurelyPaired, passagesOf, piece, piecesOf, SPARE, STRONG, spanOf } from './plain-pieces.js';
import { quotationsOf } from './quotation.js';
import { isTable, tableOf } from './tabular.js';

/** Characters that mean something to Markdown anywhere in a text, and controls; a > but at a line's beginning. */
const MARKED = /[^\n -~\xa0-\u{10ffff}]|[\\`_[\]<&\ufeff]|[^\n]>/u;
/** What makes a paragraph a table, or nearly one. */
const BAR = /[|｜]/;
/** Beginnings of lines that may be more than a paragraph's; spaces at ends, which Markdown drops or breaks lines by. */
const LINE_MARKED = /^(?:[ #+=-]|~~~|\d{1,9}[.)])| $/;
const CROSSHEAD = /^(## +)[^ #*~](?:[^#*~]*[^ #*~])?$/;

/** A QR code by itself on a line, its words and its link in nothing but plain characters. */
const QR = /^!\[([^\\`*_~[\]<>&!|]*)\]\((https?:\/\/[\w./?=&%:#@~,+-]+)\)$/;
/** The same wherever it is a line: to a pattern more than a line feed ends one, U+2028 too. */
const QR_LINES = new RegExp(`(?<![^\\n])${QR.source.slice(1, -1)}(?![^\\n])`, 'g');

/** A line of a quotation: its sign, and what is said. */
const QUOTED = /^(>(?: |$))(.*)$/;

/** Block quotations that nothing parts but empty lines, each as its paragraphs, each of these as its lines. */
type Quotations = (readonly Piece[])[][][];

/** Reads a body as `readMarkdown` does; null where it holds more than the plainest of it. */
export const readPlainBody = (reading: Reading): readonly Written[] | null => {
  const { text } = reading;
  if (MARKED.test(text.includes('![') ? text.replace(QR_LINES, '') : text)) return null;
  const body = new PlainBody(reading);
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (!body.take(start, end)) return null;
    start = end + 1;
  }
  return body.end() ? body.blocks : null;
};

/** A body that is read line by line. What takes lines says whether they can be read. */
class PlainBody {
  readonly blocks: Written[] = [];
  /** How many blocks Markdown sees: of each row of quotations as many as empty lines part. */
  private count = 0;
  /** Where a paragraph has begun that is not at its end. */
  private begun: number | null = null;
  private quotations: Quotations = [];
  private isInQuotation = false;

  constructor(private readonly reading: Reading) {}

  /** Takes a line by its ends. */
  take(start: number, end: number): boolean {
    const line = this.reading.text.slice(start, end);
    if (line === '') return this.emptyLine(start);
    const quoted = QUOTED.exec(line);
    if (quoted !== null) return this.quotedLine(quoted[1]!, quoted[2]!, start, end);
    const crosshead = CROSSHEAD.exec(line);
    if (crosshead !== null) return this.crosshead(crosshead[1]!, start, end);
    if (line.startsWith('![')) return this.qrLine(line, start, end);
    return this.textLine(line, start);
  }

  /** The text is at its end. */
  end(): boolean {
    const isRead = this.endParagraph(this.reading.text.length);
    this.endQuotations();
    return isRead;
  }

  private emptyLine(start: number): boolean {
    this.isInQuotation = false;
    return this.endParagraph(start - 1);
  }

  private quotedLine(sign: string, said: string, start: number, end: number): boolean {
    if (!this.endParagraph(start - 1)) return false;
    if (LINE_MARKED.test(said) || !isSurelyPaired(said, STRONG) || (said === '' && sign !== '>')) return false;
    if (BAR.test(said) || said.includes(SPARE)) return false;
    if (!this.isInQuotation) this.quotations.push([[]]);
    this.isInQuotation = true;
    const paragraphs = this.quotations.at(-1)!;
    if (said === '') paragraphs.push([]);
    else paragraphs.at(-1)!.push(piecesOf(start + sign.length, end, this.reading));
    return true;
  }

  private crosshead(sign: string, start: number, end: number): boolean {
    if (!this.endParagraph(start - 1)) return false;
    this.isInQuotation = false;
    this.endQuotations();
    const pieces = [piece(start + sign.length, end, false, this.reading)];
    this.blocks.push({ kind: 'crosshead', pieces, span: spanOf(start, end, this.reading) });
    this.count += 1;
    return true;
  }

  /** Plain where it is a QR code, and no other line stands right before or after it. */
  private qrLine(line: string, start: number, end: number): boolean {
    const { text } = this.reading;
    if (this.begun !== null || this.isInQuotation || !isQr(line) || !/^\n?$/.test(text.slice(end + 1, end + 2)))
      return false;
    this.endQuotations();
    this.blocks.push(qrCode(start, end, this.reading));
    this.count += 1;
    return true;
  }

  private textLine(line: string, start: number): boolean {
    // Markdown takes such a line into the quotation before it.
    if (this.isInQuotation) return false;
    this.endQuotations();
    this.begun ??= start;
    return !line.startsWith('>') && !LINE_MARKED.test(line) && isSurelyMarked(line);
  }

  private endParagraph(end: number): boolean {
    if (this.begun === null) return true;
    const written = paragraphOf(this.begun, end, this.count, this.reading);
    if (written === null) return false;
    this.blocks.push(...written);
    this.count += 1;
    this.begun = null;
    return true;
  }

  private endQuotations(): void {
    const parts = this.quotations.map((paragraphs) => paragraphs.filter((lines) => lines.length > 0));
    this.blocks.push(...quotationsOf(parts, this.count));
    this.count += this.quotations.length;
    this.quotations = [];
  }
}

/** A paragraph, or the rows of the table that it is; null where that cannot be read. */
const paragraphOf = (start: number, end: number, number: number, reading: Reading): readonly Written[] | null => {
  if (BAR.test(reading.text.slice(start, end))) return rowsOf(start, end, number, reading);
  return [{ kind: 'paragraph', pieces: passagesOf(start, end, reading), span: spanOf(start, end, reading) }];
};

/** The rows of a table of plain text; null where it is more, or no table beyond doubt: its faults are Markdown's to tell. */
const rowsOf = (start: number, end: number, number: number, reading: Reading): readonly Written[] | null => {
  const source = reading.text.slice(start, end);
  if (!isTable(source) || source.includes('*') || source.includes(SPARE)) return null;
  const report = new Collector();
  const rows = tableOf({
    span: spanOf(start, end, reading),
    number,
    reading: { ...reading, report },
    cellPieces: (cell, at) => [piece(at, at + cell.length, false, reading)],
  });
  return report.diagnostics.length === 0 ? rows : null;
};

const isQr = (line: string): boolean => {
  const [, , link] = QR.exec(line) ?? [];
  return link !== undefined && URL.canParse(link);
};

const qrCode = (start: number, end: number, reading: Reading): Written => {
  const [, words, link] = QR.exec(reading.text.slice(start, end)) as unknown as [string, string, string];
  const from = start + '!['.length;
  return {
    kind: 'qr',
    link: new URL(link).href,
    pieces: [piece(from, from + words.length, false, reading)],
    span: spanOf(start, end, reading),
  };
};
