/** All of Markdown, for bodies that are more than plain paragraphs; what a newspaper story cannot carry is refused. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { Span } from '../diagnostics/types.js';
import type { Piece, Reading, Written } from './body.js';

type Root = ReturnType<typeof fromMarkdown>;
type Flow = Root['children'][number];
type Paragraph = Extract<Flow, { type: 'paragraph' }>;
type Phrasing = Paragraph['children'][number];

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

const spanOf = (node: Flow | Phrasing, { file, offset }: Reading): Span => ({
  file,
  start: offset + (node.position?.start.offset ?? 0),
  end: offset + (node.position?.end.offset ?? 0),
});

const refuse = (node: Flow | Phrasing, reading: Reading, what?: readonly [string, string]): void => {
  const [name, hint] = what ?? REFUSED[node.type] ?? ['Markdown of this kind', 'Write plain paragraphs.'];
  reading.report.error('markdown-unknown', `${name} cannot stand in a story`, { span: spanOf(node, reading), hint });
};

/** So much emphasis within emphasis is a row of stars that went astray. */
const MOST_NESTED = 20;

const pieces = (
  nodes: readonly Phrasing[],
  style: Pick<Piece, 'strong' | 'emphasis'>,
  reading: Reading,
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
        return pieces(node.children, { ...style, strong: true }, reading, depth + 1);
      case 'emphasis':
        return pieces(node.children, { ...style, emphasis: true }, reading, depth + 1);
      default:
        refuse(node, reading);
        return [];
    }
  });

const writtenOf = (node: Flow, reading: Reading): Written[] => {
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
    return [{ kind: 'crosshead', pieces: pieces(node.children, { strong: false, emphasis: false }, reading), span }];
  }
  if (node.type !== 'paragraph') {
    refuse(node, reading);
    return [];
  }
  if (TABLE.test(source)) {
    refuse(node, reading, ['a table', 'Write paragraphs, or draw the table as a picture.']);
    return [];
  }
  return [{ kind: 'paragraph', pieces: pieces(node.children, { strong: false, emphasis: false }, reading), span }];
};

/** Reads a body as Markdown. */
export const readMarkdown = (reading: Reading): readonly Written[] => {
  // Desks indent paragraphs by four spaces too, and mean no code by it.
  const extensions = [cjkFriendlyExtension(), { disable: { null: ['codeIndented'] } }];
  return fromMarkdown(reading.text, { extensions }).children.flatMap((node) => writtenOf(node, reading));
};
