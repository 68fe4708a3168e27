/**
 * Bodies as most are written: plain paragraphs, `## crossheads`, `**strong**` words, passages that may be left out
 * (`~~…~~`), quotations line by line (`> …`), tables of plain text, QR codes.
 * They are read without the Markdown packages, which take longer to load than all of an issue's bodies take to read;
 * what goes beyond is left to them.
 */
import { Collector } from '../diagnostics/collector.js';
import type { Span } from '../diagnostics/types.js';
import type { Piece, Reading, Written } from './body.js';
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
const QR_LINES = new RegExp(QR, 'gm');

/** A line of a quotation: its sign, and what is said. */
const QUOTED = /^(>(?: |$))(.*)$/;

/** Block quotations that nothing parts but empty lines, each as its paragraphs, each of these as its lines. */
type Quotations = (readonly Piece[])[][][];

/** Reads a body as `readMarkdown` does; null where it holds more than the plainest of it. */
export const readPlainBody = (reading: Reading): readonly Written[] | null => {
  const { text } = reading;
  if (MARKED.test(text.includes('![') ? text.replace(QR_LINES, '') : text)) return null;
  const blocks: Written[] = [];
  /** How many blocks Markdown sees: of each row of quotations as many as empty lines part. */
  let count = 0;
  let begun: number | null = null;
  let quotations: Quotations = [];
  let isInQuotation = false;
  /** Whether the paragraph that ends, if there is one, could be read. */
  const endParagraph = (end: number): boolean => {
    if (begun === null) return true;
    const written = BAR.test(text.slice(begun, end))
      ? rowsOf(begun, end, count, reading)
      : [paragraph(begun, end, reading)];
    blocks.push(...(written ?? []));
    count += 1;
    begun = null;
    return written !== null;
  };
  const endQuotations = (): void => {
    const parts = quotations.map((paragraphs) => paragraphs.filter((lines) => lines.length > 0));
    blocks.push(...quotationsOf(parts, count));
    count += quotations.length;
    quotations = [];
  };
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    const crosshead = CROSSHEAD.exec(line);
    const quoted = QUOTED.exec(line);
    if ((line === '' || crosshead !== null || quoted !== null) && !endParagraph(start - 1)) return null;
    if (line === '') isInQuotation = false;
    if (quoted !== null) {
      const [, sign, said] = quoted as unknown as [string, string, string];
      if (LINE_MARKED.test(said) || !isSurelyPaired(said, STRONG) || (said === '' && sign !== '>')) return null;
      if (BAR.test(said) || said.includes(SPARE)) return null;
      if (!isInQuotation) quotations.push([[]]);
      isInQuotation = true;
      if (said === '') quotations.at(-1)!.push([]);
      else
        quotations
          .at(-1)!
          .at(-1)!
          .push(piecesOf(start + sign.length, end, reading));
    } else if (line !== '') {
      // Markdown takes such a line into the quotation before it.
      if (isInQuotation && crosshead === null) return null;
      isInQuotation = false;
      endQuotations();
      if (crosshead !== null) {
        const pieces = [piece(start + crosshead[1]!.length, end, false, reading)];
        blocks.push({ kind: 'crosshead', pieces, span: spanOf(start, end, reading) });
        count += 1;
      } else if (isQr(line) && begun === null && /^(?:\n|$)/.test(text.slice(end + 1, end + 2))) {
        blocks.push(qrCode(start, end, reading));
        count += 1;
      } else {
        if (line.startsWith('![') || line.startsWith('>') || LINE_MARKED.test(line) || !isSurelyMarked(line))
          return null;
        begun ??= start;
      }
    }
    start = end + 1;
  }
  if (!endParagraph(text.length)) return null;
  endQuotations();
  return blocks;
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

const spanOf = (start: number, end: number, { file, offset }: Reading): Span => ({
  file,
  start: offset + start,
  end: offset + end,
});

const piece = (start: number, end: number, strong: boolean, reading: Reading): Piece => ({
  text: reading.text.slice(start, end),
  strong,
  emphasis: false,
  span: spanOf(start, end, reading),
  exact: true,
});

const STRONG = '**';
const SPARE = '~~';

/** What stands between the marks of a stretch, and whether a mark has been opened before each; with where it stands. */
const partsOf = (
  start: number,
  end: number,
  mark: string,
  { text }: Reading,
): readonly { readonly from: number; readonly to: number; readonly isMarked: boolean }[] => {
  let from = start;
  return text
    .slice(start, end)
    .split(mark)
    .map((part, index) => {
      const own = { from, to: from + part.length, isMarked: index % 2 === 1 };
      from = own.to + mark.length;
      return own;
    })
    .filter((part) => part.to > part.from);
};

const piecesOf = (start: number, end: number, reading: Reading): readonly Piece[] =>
  partsOf(start, end, STRONG, reading).map(({ from, to, isMarked }) => piece(from, to, isMarked, reading));

/** A passage that may be left out is known by where its first mark stands. */
const passagesOf = (start: number, end: number, reading: Reading): readonly Piece[] =>
  partsOf(start, end, SPARE, reading).flatMap(({ from, to, isMarked }) => {
    const pieces = piecesOf(from, to, reading);
    return isMarked ? pieces.map((own) => ({ ...own, spare: reading.offset + from - SPARE.length })) : pieces;
  });

const paragraph = (start: number, end: number, reading: Reading): Written => ({
  kind: 'paragraph',
  pieces: passagesOf(start, end, reading),
  span: spanOf(start, end, reading),
});

/** Before or after these a mark is on the side of a word, whatever stands on its other side. */
const isWordBefore = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);
const isWordAfter = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
const isHanBefore = (text: string): boolean => /\p{Script=Han}$/u.test(text);
const isHanAfter = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Whether the marks of a line open and close in turn beyond doubt, and nothing else in it is of their characters. */
const isSurelyPaired = (line: string, mark: string): boolean => {
  const [character] = mark as unknown as readonly [string];
  if (!line.includes(character)) return true;
  const parts = line.split(mark);
  if (parts.length % 2 === 0 || parts.slice(1, -1).includes('') || parts.some((part) => part.includes(character)))
    return false;
  return parts.slice(1).every((after, index) => {
    const before = parts[index]!;
    if (index % 2 === 0) return isWordAfter(after) || (/^\S/.test(after) && (before === '' || isHanBefore(before)));
    return isWordBefore(before) || (/\S$/.test(before) && (after === '' || isHanAfter(after)));
  });
};

/** Whether all marks of a line do, and those of strong words stand within, or without, passages that may be left out. */
const isSurelyMarked = (line: string): boolean =>
  line.includes(SPARE)
    ? isSurelyPaired(line, SPARE) && line.split(SPARE).every((part) => isSurelyPaired(part, STRONG))
    : isSurelyPaired(line, STRONG);
