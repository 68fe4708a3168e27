/** All of Markdown, for bodies that are more than plain paragraphs; what a newspaper story cannot carry is refused. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import type { Span } from '../../diagnostics/types.js';
import type { Piece, Reading, Written, WrittenQr } from './body.js';
import { quotationsOf, quotedLines } from './quotation.js';
import { isTable, tableOf } from './tabular.js';

type Root = ReturnType<typeof fromMarkdown>;
type Flow = Root['children'][number];
type Paragraph = Extract<Flow, { type: 'paragraph' }>;
type Blockquote = Extract<Flow, { type: 'blockquote' }>;
type Phrasing = Paragraph['children'][number];
type Image = Extract<Phrasing, { type: 'image' }>;

const PICTURE = [
  'a picture',
  'Name it under `pictures:` in the front matter; the address of a QR code begins with https://.',
] as const;

const REFUSED: Partial<Record<Flow['type'], readonly [what: string, hint: string]>> = {
  list: ['a list', 'Write paragraphs; for a number as text put a backslash before its point (1\\.) or write 1、.'],
  html: ['HTML', 'Write plain paragraphs; a lone < is written \\<.'],
  code: ['a block of code', 'Write plain paragraphs.'],
  inlineCode: ['code', 'Remove the `.'],
  thematicBreak: ['a rule', 'Use a crosshead (## …) to part the story.'],
  image: PICTURE,
  imageReference: PICTURE,
  link: ['a link', 'Print cannot follow links: write the address as text, without < > and [ ]( ).'],
  linkReference: ['a link', 'Print cannot follow links: write the text without brackets.'],
  definition: ['a link’s address', 'Remove it.'],
  break: ['a line break inside a paragraph', 'Leave an empty line to begin a new paragraph.'],
};

/** A comment: what stands in the body prints, and what is told of HTML would have it printed. */
const NOTE = ['a note', 'Take it away, or write it after a # in the front matter: there it does not print.'] as const;

/** What else a quotation cannot carry, or what to write there instead. */
const REFUSED_IN_QUOTATION: typeof REFUSED = {
  blockquote: ['a quotation', 'Begin the line with one >; quote inside it with “ ”.'],
  heading: ['a crosshead', 'Leave an empty line after the quotation, and write ## without >.'],
  thematicBreak: ['a rule', 'A line of nothing but > begins a new paragraph or stanza.'],
};

const NO_TABLE_IN_QUOTATION = [
  'a table',
  'Leave an empty line after the quotation, and write the table without >.',
] as const;

const spanOf = (node: Flow | Phrasing, { file, offset }: Reading): Span => ({
  file,
  start: offset + (node.position?.start.offset ?? 0),
  end: offset + (node.position?.end.offset ?? 0),
});

/** A picture whose address is one of the web: its QR code is meant. */
const isQr = (node: Flow | Phrasing): node is Image =>
  node.type === 'image' && /^https?:\/\//i.test(node.url) && URL.canParse(node.url);

/** What else holds words holds no code. */
const QR_ALONE = [
  'a QR code',
  'Write it in a paragraph of its own, without > and |, with an empty line before and after it.',
] as const;
const QR_IN_TEXT = ['a QR code among other text', 'Leave an empty line before and after it.'] as const;

const refuse = (node: Flow | Phrasing, reading: Reading, what?: readonly [string, string]): void => {
  const isNote = node.type === 'html' && node.value.startsWith('<!--');
  const named = what ?? (isQr(node) ? QR_IN_TEXT : isNote ? NOTE : REFUSED[node.type]);
  const [name, hint] = named ?? ['Markdown of this kind', 'Write plain paragraphs.'];
  reading.report.error('markdown-unknown', `${name} cannot stand in a story`, { span: spanOf(node, reading), hint });
};

/** What words stand in. */
type Holder = 'paragraph' | 'crosshead' | 'quotation' | 'table';

const refuseIn = (holder: Holder, span: Span, [name, hint]: readonly [string, string], { report }: Reading): void =>
  report.error('markdown-unknown', `${name} cannot stand in a ${holder}`, { span, hint });

const PASSAGE = [
  'a passage that may be left out',
  'Mark whole paragraphs by ~~, or sentences of them; tildes that shall print are written \\~.',
] as const;

/** So much emphasis within emphasis is a row of stars that went astray. */
const MOST_NESTED = 20;

const pieces = (
  nodes: readonly Phrasing[],
  style: Pick<Piece, 'strong' | 'emphasis' | 'spare'>,
  reading: Reading,
  holder: Holder,
  depth = 0,
): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    if (depth > MOST_NESTED) {
      const hint = 'Put stars round a word once; stars that shall print are written \\*.';
      refuse(node, reading, ['so much emphasis within emphasis', hint]);
      return [];
    }
    switch (node.type) {
      case 'text': {
        const span = spanOf(node, reading);
        const exact = reading.text.slice(span.start - reading.offset, span.end - reading.offset) === node.value;
        return [{ ...style, text: node.value, span, exact }];
      }
      case 'strong':
        return pieces(node.children, { ...style, strong: true }, reading, holder, depth + 1);
      case 'emphasis':
        return pieces(node.children, { ...style, emphasis: true }, reading, holder, depth + 1);
      case 'delete': {
        const span = spanOf(node, reading);
        if (holder !== 'paragraph') {
          refuseIn(holder, span, PASSAGE, reading);
          return [];
        }
        return pieces(node.children, { ...style, spare: style.spare ?? span.start }, reading, holder, depth + 1);
      }
      case 'break':
        if (holder === 'quotation') return [{ ...style, text: '\n', span: spanOf(node, reading), exact: false }];
        refuse(node, reading);
        return [];
      case 'image':
        if (isQr(node) && holder !== 'paragraph') refuseIn(holder, spanOf(node, reading), QR_ALONE, reading);
        else refuse(node, reading);
        return [];
      default:
        refuse(node, reading);
        return [];
    }
  });

const PLAIN = { strong: false, emphasis: false };

const sourceOf = ({ start, end }: Span, { text, offset }: Reading): string => text.slice(start - offset, end - offset);

/** A text's blocks, with `~~` as GitHub has it (two tildes, not one: 3~5) and without some of Markdown's own. */
const parsed = (text: string, without: string[]): readonly Flow[] =>
  fromMarkdown(text, {
    extensions: [
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
      { disable: { null: without } },
    ],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  }).children;

/** Everything that begins a block: within a cell it is text. */
const NO_BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/** The text of a table's cell, from an offset in the body on, as a paragraph's would be read. */
const cellPieces = (text: string, at: number, reading: Reading): readonly Piece[] => {
  const own = { ...reading, text, offset: reading.offset + at };
  return parsed(text, NO_BLOCKS).flatMap((node) =>
    node.type === 'paragraph' ? pieces(node.children, PLAIN, own, 'table') : [],
  );
};

/** A QR code, with its words as a text of their own. */
const qrCode = ({ url, alt }: Image, source: string, span: Span): WrittenQr => {
  const text = alt ?? '';
  const exact = source.startsWith(`![${text}]`);
  const start = span.start + 2;
  const words = exact ? { ...span, start, end: start + text.length } : span;
  return { kind: 'qr', link: new URL(url).href, pieces: [{ ...PLAIN, text, span: words, exact }], span };
};

const writtenOf = (node: Flow, index: number, reading: Reading): readonly Written[] => {
  const span = spanOf(node, reading);
  const source = sourceOf(span, reading);
  if (node.type === 'heading') {
    if (node.depth !== 2 || !source.startsWith('#')) {
      const hint =
        source.startsWith('#') && node.depth === 1
          ? 'The headline stands in the front matter; a crosshead is written ## ….'
          : 'A crosshead is written ## ….';
      refuse(node, reading, [source.startsWith('#') ? 'a heading of this depth' : 'an underlined heading', hint]);
      return [];
    }
    return [{ kind: 'crosshead', pieces: pieces(node.children, PLAIN, reading, 'crosshead'), span }];
  }
  if (node.type !== 'paragraph') {
    refuse(node, reading);
    return [];
  }
  if (isTable(source)) return tableOf({ span, number: index, reading, cellPieces });
  const [only, ...others] = node.children;
  if (only !== undefined && others.length === 0 && isQr(only)) return [qrCode(only, source, span)];
  return [{ kind: 'paragraph', pieces: pieces(node.children, PLAIN, reading, 'paragraph'), span }];
};

/** A line that Markdown takes into a quotation though it begins otherwise. */
const LINE_WITHOUT = /\n(?![ \t]*>)[^\r\n]*/;

/** The lines of each paragraph of a block quotation. */
const paragraphsIn = (quote: Blockquote, reading: Reading): readonly (readonly (readonly Piece[])[])[] => {
  const span = spanOf(quote, reading);
  const without = LINE_WITHOUT.exec(sourceOf(span, reading));
  if (without !== null) {
    const start = span.start + without.index + 1;
    const hint = 'Begin each line of the quotation with >; leave an empty line before what is not of it.';
    refuseIn(
      'quotation',
      { ...span, start, end: span.start + without.index + without[0].length },
      ['a line without >', hint],
      reading,
    );
    return [];
  }
  return quote.children.flatMap((node) => {
    const own = spanOf(node, reading);
    const source = sourceOf(own, reading).replace(/\n[ \t]*>/g, '\n');
    if (node.type !== 'paragraph' || isTable(source)) {
      const plain = ['Markdown of this kind', 'Write plain paragraphs.'] as const;
      const what =
        node.type === 'paragraph'
          ? NO_TABLE_IN_QUOTATION
          : (REFUSED_IN_QUOTATION[node.type] ?? REFUSED[node.type] ?? plain);
      refuseIn('quotation', own, what, reading);
      return [];
    }
    return [quotedLines(pieces(node.children, PLAIN, reading, 'quotation'), reading)];
  });
};

/** Reads a body as Markdown. */
export const readMarkdown = (reading: Reading): readonly Written[] => {
  // Desks indent paragraphs by four spaces too, and mean no code by it.
  const nodes = parsed(reading.text, ['codeIndented']);
  return nodes.flatMap((node, index) => {
    if (node.type !== 'blockquote') return writtenOf(node, index, reading);
    if (nodes[index - 1]?.type === 'blockquote') return [];
    const end = nodes.findIndex((other, at) => at > index && other.type !== 'blockquote');
    const parts = nodes.slice(index, end < 0 ? nodes.length : end) as Blockquote[];
    return quotationsOf(
      parts.map((part) => paragraphsIn(part, reading)),
      index,
    );
  });
};
