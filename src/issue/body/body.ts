/** An article's body: the little of Markdown that a newspaper story is made of, as paragraphs, crossheads, quotations and tables. */
import type { Span } from '../../diagnostics/types.js';
import type { Cell } from '../text/cells.js';
import { isOpenQuote } from '../text/pairs.js';
import { type Cleaning, cleanCells, isClean } from '../text/text.js';
import type { Block, InlineRun, QrCode, Quoted, TableCell, TableRow } from '../types.js';
import { readPlainBody } from './plain-body.js';
import { LONGEST_LINK, squaresOf } from './qr.js';

/** What reading a body needs: the file, where the body begins in it, and the cleaning. */
export interface Reading extends Cleaning {
  readonly file: string;
  readonly offset: number;
  readonly text: string;
}

/** A piece of text in one emphasis, before cleaning. */
export interface Piece extends Pick<InlineRun, 'strong' | 'emphasis' | 'spare' | 'span'> {
  readonly text: string;
  /** Whether the text stands in the file as it is, without escapes. */
  readonly exact: boolean;
}

/** A paragraph or crosshead before cleaning. */
export interface WrittenText {
  readonly kind: 'paragraph' | 'crosshead';
  readonly pieces: readonly Piece[];
  readonly quoted?: Quoted;
  readonly span: Span;
}

/** A table's row before cleaning. */
export interface WrittenRow extends Omit<TableRow, 'cells'> {
  readonly cells: readonly (Pick<TableCell, 'align'> & { readonly pieces: readonly Piece[] })[];
}

/** A QR code before cleaning. */
export interface WrittenQr extends Pick<QrCode, 'kind' | 'link' | 'span'> {
  readonly pieces: readonly Piece[];
}

/** A block before cleaning. */
export type Written = WrittenText | WrittenRow | WrittenQr;

/** Marks that did not come to anything, and what to do: with full-width stars and tildes, too. */
const LEFT_AS_TEXT = [
  ['**', 'Close the **, with no space inside it; stars that shall print are written \\*.'],
  ['~~', 'Close the ~~, with no space inside it; tildes that shall print are written \\~.'],
  ['＊＊', 'Words in Hei stand between half-width **.'],
  ['～～', 'A passage that may be left out stands between half-width ~~.'],
  ['![', 'A QR code is written ![words](https://…), in half-width marks and with no space in the address.'],
] as const;

const warnOfMarks = (piece: Piece, { report }: Reading): void => {
  for (const [mark, hint] of LEFT_AS_TEXT) {
    const at = piece.exact ? piece.text.indexOf(mark) : -1;
    if (at === -1) continue;
    const start = piece.span.start + at;
    report.warning('markdown-stars', `${mark} stands here as text`, {
      span: { ...piece.span, start, end: start + mark.length },
      hint,
    });
  }
};

/** A line's end that looks like a paragraph's (one line feed ends none): after a stop and what closes there, or before an indent. */
const PARAGRAPH_END = /[。！？](?:[”’）*]|~~)*[ \t]*\r?\n|\r?\n[ \t]*\u3000/;
/** Two lines of a paragraph of which both have tabs between their words: a table pasted from elsewhere. The first is caught. */
const TABBED = /^[ \u3000]*(.*\S\t+\S.*)\r?\n.*\S\t+\S/m;
/** Number signs before a text, half- or full-width, that make no crosshead; a #topic# has one at its end, too. */
const NO_CROSSHEAD = /^(?:[#＃]*＃[#＃]*|#+(?=[^#\s][^#\r\n]*(?:[\r\n]|$)))/;
const NO_QUOTATION = /^[>＞]*＞/;

/** A row of a table as it is written. */
const barred = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Tells of what prints otherwise than it looks in the manuscript. */
const warnOfParagraph = ({ span }: WrittenText, { file, offset, text, report }: Reading): void => {
  const source = text.slice(span.start - offset, span.end - offset);
  const signs = NO_CROSSHEAD.exec(source);
  if (signs !== null) {
    report.error('markdown-unknown', 'a # that makes no crosshead cannot stand in a story', {
      span: { file, start: span.start, end: span.start + signs[0].length },
      hint: 'A crosshead is written with half-width ## and a space; a # that shall print is written \\#.',
    });
  }
  const sign = NO_QUOTATION.exec(source);
  if (sign !== null) {
    report.error('markdown-unknown', 'a ＞ that makes no quotation cannot stand in a story', {
      span: { file, start: span.start, end: span.start + sign[0].length },
      hint: 'Begin each line of a quotation with one half-width > and a space.',
    });
  }
  const tabbed = TABBED.exec(source);
  if (tabbed !== null) {
    const row = tabbed[1]!.trimEnd();
    const start = span.start + tabbed.index + tabbed[0].indexOf(row);
    const cells = row.split('\t').map((cell) => cell.trim());
    report.warning('paragraphs-joined', 'lines with tabs are no table: they print as one paragraph', {
      span: { file, start, end: start + row.length },
      hint: `Write a table: first \`${barred(cells)}\`, then \`${barred(cells.map(() => '---'))}\`, then its other rows.`,
    });
    return;
  }
  const end = PARAGRAPH_END.exec(source);
  if (end === null) return;
  const start = span.start + end.index;
  report.warning('paragraphs-joined', 'the lines before and after this make one paragraph', {
    span: { file, start, end: start + 1 },
    hint: 'Leave an empty line to begin a new paragraph.',
  });
};

/** Cleans the text of a paragraph as a whole, then gives each piece its part back. */
const runsOf = (all: readonly Piece[], reading: Reading): InlineRun[] => {
  for (const piece of all) warnOfMarks(piece, reading);
  const text = all.map((piece) => piece.text).join('');
  const texts = isClean(text) ? all.map((piece) => piece.text) : cleaned(all, text, reading);
  return all
    .map(({ strong, emphasis, spare, span }, index) => {
      const own = spare === undefined ? {} : { spare };
      return { text: texts[index]!, strong, emphasis, ...own, span };
    })
    .filter((run) => run.text !== '');
};

/** The pieces' texts after cleaning them as one: a mark's neighbours may stand in other pieces. */
const cleaned = (all: readonly Piece[], text: string, reading: Reading): readonly string[] => {
  const owners: number[] = [];
  const starts: number[] = [];
  for (const [index, piece] of all.entries()) {
    starts.push(owners.length);
    for (let i = 0; i < piece.text.length; i += 1) owners.push(index);
  }
  const spanAt = ({ char, at }: Cell): Span => {
    const index = owners[at]!;
    const { span, exact } = all[index]!;
    const start = span.start + at - starts[index]!;
    return exact ? { ...span, start, end: start + char.length } : span;
  };
  const texts = all.map(() => '');
  for (const { char, at } of cleanCells(text, spanAt, reading)) texts[owners[at]!] += char;
  return texts;
};

const qrCodeOf = async ({ link, pieces, span }: WrittenQr, reading: Reading): Promise<readonly Block[]> => {
  if (link.length <= LONGEST_LINK) {
    return [{ kind: 'qr', link, squares: await squaresOf(link), words: runsOf(pieces, reading), span }];
  }
  const message = `a link of ${link.length} characters makes a QR code too dense for newsprint`;
  const hint = `Shorten it to ${LONGEST_LINK} at most, or give an address that leads on to it.`;
  reading.report.error('qr-link', message, { span, hint });
  return [];
};

/** Whether the paragraph after a block begins with a quotation mark: a quotation that goes on does (GB/T 15834, 4.8.3.4). */
const goesOnAfter = (index: number, written: readonly Written[]): boolean => {
  const next = written.slice(index + 1).find((each) => each.kind === 'paragraph');
  const text = next?.kind === 'paragraph' ? next.pieces.map((piece) => piece.text).join('') : '';
  return isOpenQuote(text.trimStart()[0]);
};

const blocksOf = (written: WrittenText | WrittenRow, goesOn: boolean, reading: Reading): Block[] => {
  if (written.kind === 'row') {
    const cells = written.cells.map(({ pieces, align }): TableCell => ({ runs: runsOf(pieces, reading), align }));
    return [{ ...written, cells }];
  }
  const { kind, pieces, quoted, span } = written;
  if (kind === 'paragraph') warnOfParagraph(written, reading);
  const runs = runsOf(pieces, { ...reading, pairs: quoted?.set === 'verse' ? 'apart' : goesOn ? 'go-on' : 'closed' });
  if (runs.length === 0) return [];
  if (kind === 'crosshead') return [{ kind, text: runs.map((run) => run.text).join(''), span }];
  return [{ kind, runs, ...(quoted === undefined ? {} : { quoted }), span }];
};

/** Reads a body. `offset` is where it begins in the file. */
export const readBody = async (
  file: string,
  text: string,
  offset: number,
  cleaning: Cleaning,
): Promise<readonly Block[]> => {
  const reading: Reading = { ...cleaning, file, offset, text };
  const written = readPlainBody(reading) ?? (await import('./markdown.js')).readMarkdown(reading);
  const blocks: Block[] = [];
  for (const [index, one] of written.entries()) {
    if (one.kind === 'qr') blocks.push(...(await qrCodeOf(one, reading)));
    else blocks.push(...blocksOf(one, one.kind === 'paragraph' && goesOnAfter(index, written), reading));
  }
  return blocks;
};
