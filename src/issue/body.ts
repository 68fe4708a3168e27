/** An article's body: the little of Markdown that a newspaper story is made of, as paragraphs and crossheads. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { Span } from '../diagnostics/types.js';
import type { Cell } from './cells.js';
import { type Cleaning, cleanCells, isClean } from './text.js';
import type { Block, InlineRun } from './types.js';

type Root = ReturnType<typeof fromMarkdown>;
type Flow = Root['children'][number];
type Paragraph = Extract<Flow, { type: 'paragraph' }>;
type Phrasing = Paragraph['children'][number];

/** What reading a body needs: the file, where the body begins in it, and the cleaning. */
interface Reading extends Cleaning {
  readonly file: string;
  readonly offset: number;
  readonly text: string;
}

const REFUSED: Partial<Record<Flow['type'], readonly [what: string, hint: string]>> = {
  list: ['a list', 'Write paragraphs; for a number as text put a backslash before its point (1\\.) or write 1、.'],
  html: ['HTML', 'Write plain paragraphs; a lone < is written \\<.'],
  code: ['a block of code', 'Write plain paragraphs.'],
  inlineCode: ['code', 'Remove the `.'],
  blockquote: ['a block quotation', 'Begin the line without >; quote with “ ”.'],
  thematicBreak: ['a rule', 'Use a crosshead (## …) to part the story.'],
  image: ['a picture', 'Name it under `pictures:` in the front matter.'],
  imageReference: ['a picture', 'Name it under `pictures:` in the front matter.'],
  link: ['a link', 'Print cannot follow links: write the address as text, without < > and [ ]( ).'],
  linkReference: ['a link', 'Print cannot follow links: write the text without brackets.'],
  definition: ['a link’s address', 'Remove it.'],
  break: ['a line break inside a paragraph', 'Leave an empty line to begin a new paragraph.'],
};

/** A table is a paragraph to Markdown; nobody means it as one. */
const TABLE = /^.*\|.*\r?\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/;

const spanOf = (node: Flow, { file, offset }: Reading): Span => ({
  file,
  start: offset + (node.position?.start.offset ?? 0),
  end: offset + (node.position?.end.offset ?? 0),
});

const refuse = (node: Flow, reading: Reading, what?: readonly [string, string]): void => {
  const [name, hint] = what ?? REFUSED[node.type] ?? ['Markdown of this kind', 'Write plain paragraphs.'];
  reading.report.error('markdown-unknown', `${name} cannot stand in a story`, { span: spanOf(node, reading), hint });
};

/** A piece of text in one emphasis, before cleaning. */
interface Piece extends Pick<InlineRun, 'strong' | 'emphasis' | 'span'> {
  readonly text: string;
  /** Whether the text stands in the file as it is, without escapes. */
  readonly exact: boolean;
}

const pieces = (nodes: readonly Phrasing[], style: Pick<InlineRun, 'strong' | 'emphasis'>, reading: Reading): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text': {
        const span = spanOf(node, reading);
        const exact = reading.text.slice(span.start - reading.offset, span.end - reading.offset) === node.value;
        return [{ ...style, text: node.value, span, exact }];
      }
      case 'strong':
        return pieces(node.children, { ...style, strong: true }, reading);
      case 'emphasis':
        return pieces(node.children, { ...style, emphasis: true }, reading);
      default:
        refuse(node, reading);
        return [];
    }
  });

const warnOfStars = (piece: Piece, { report }: Reading): void => {
  const at = piece.exact ? piece.text.indexOf('**') : -1;
  if (at === -1) return;
  const start = piece.span.start + at;
  report.warning('markdown-stars', '** stands here as text', {
    span: { ...piece.span, start, end: start + 2 },
    hint: 'Close the **, with no space inside it; stars that shall print are written \\*.',
  });
};

/** Cleans the text of a paragraph as a whole, then gives each piece its part back. */
const runsOf = (all: readonly Piece[], reading: Reading): InlineRun[] => {
  for (const piece of all) warnOfStars(piece, reading);
  const text = all.map((piece) => piece.text).join('');
  const texts = isClean(text) ? all.map((piece) => piece.text) : cleaned(all, text, reading);
  return all
    .map(({ strong, emphasis, span }, index) => ({ text: texts[index]!, strong, emphasis, span }))
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

const blocksOf = (node: Flow, reading: Reading): Block[] => {
  const span = spanOf(node, reading);
  const source = reading.text.slice(span.start - reading.offset, span.end - reading.offset);
  if (node.type === 'heading') {
    if (node.depth !== 2 || !source.startsWith('#')) {
      const hint =
        source.startsWith('#') && node.depth === 1
          ? 'The headline stands in the front matter; a crosshead is written ## ….'
          : 'A crosshead is written ## ….';
      refuse(node, reading, [source.startsWith('#') ? 'a heading of this depth' : 'an underlined heading', hint]);
      return [];
    }
    const text = runsOf(pieces(node.children, { strong: false, emphasis: false }, reading), reading);
    return text.length === 0 ? [] : [{ kind: 'crosshead', text: text.map((run) => run.text).join(''), span }];
  }
  if (node.type !== 'paragraph') {
    refuse(node, reading);
    return [];
  }
  if (TABLE.test(source)) {
    refuse(node, reading, ['a table', 'Write paragraphs, or draw the table as a picture.']);
    return [];
  }
  const runs = runsOf(pieces(node.children, { strong: false, emphasis: false }, reading), reading);
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs, span }];
};

/** Reads a body. `offset` is where it begins in the file. */
export const readBody = (file: string, text: string, offset: number, cleaning: Cleaning): readonly Block[] => {
  const reading: Reading = { ...cleaning, file, offset, text };
  // Desks indent paragraphs by four spaces too, and mean no code by it.
  const extensions = [cjkFriendlyExtension(), { disable: { null: ['codeIndented'] } }];
  return fromMarkdown(text, { extensions }).children.flatMap((node) => blocksOf(node, reading));
};
