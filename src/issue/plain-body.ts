/**
 * Bodies as most are written: plain paragraphs, `## crossheads`, `**strong**` words. They are read without the Markdown
 * packages, which take longer to load than all of an issue's bodies take to read; what goes beyond is left to them, a
 * quotation (`>`) too.
 */
import type { Span } from '../diagnostics/types.js';
import type { Piece, Reading, Written } from './body.js';

/** Characters that mean something to Markdown anywhere in a text, and controls. */
const MARKED = /[^\P{Cc}\n]|[\\`_[\]<>&|\ufeff]/u;
/** Beginnings of lines that may be more than a paragraph's; spaces at ends, which Markdown drops or breaks lines by. */
const LINE_MARKED = /^(?:[ #+=~-]|\d{1,9}[.)])| $/;
const CROSSHEAD = /^(## +)[^ #*](?:[^#*]*[^ #*])?$/;

/** Reads a body as `readMarkdown` does; null where it holds more than the plainest of it. */
export const readPlainBody = (reading: Reading): readonly Written[] | null => {
  const { text } = reading;
  if (MARKED.test(text)) return null;
  const blocks: Written[] = [];
  let begun: number | null = null;
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    const crosshead = CROSSHEAD.exec(line);
    if (begun !== null && (line === '' || crosshead !== null)) {
      blocks.push(paragraph(begun, start - 1, reading));
      begun = null;
    }
    if (crosshead !== null) {
      const pieces = [piece(start + crosshead[1]!.length, end, false, reading)];
      blocks.push({ kind: 'crosshead', pieces, span: spanOf(start, end, reading) });
    } else if (line !== '') {
      if (LINE_MARKED.test(line) || !isSurelyStrong(line)) return null;
      begun ??= start;
    }
    start = end + 1;
  }
  if (begun !== null) blocks.push(paragraph(begun, text.length, reading));
  return blocks;
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

const paragraph = (start: number, end: number, reading: Reading): Written => {
  const pieces: Piece[] = [];
  let from = start;
  for (const [index, part] of reading.text.slice(start, end).split('**').entries()) {
    if (part !== '') pieces.push(piece(from, from + part.length, index % 2 === 1, reading));
    from += part.length + '**'.length;
  }
  return { kind: 'paragraph', pieces, span: spanOf(start, end, reading) };
};

/** Before or after these a ** is on the side of a word, whatever stands on its other side. */
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;
const HAN_BEFORE = /\p{Script=Han}$/u;
const HAN_AFTER = /^\p{Script=Han}/u;

/** Whether the ** of a line open and close in turn beyond doubt, and no other stars stand in it. */
const isSurelyStrong = (line: string): boolean => {
  if (!line.includes('*')) return true;
  const parts = line.split('**');
  if (parts.length % 2 === 0 || parts.slice(1, -1).includes('') || parts.some((part) => part.includes('*')))
    return false;
  return parts.slice(1).every((after, index) => {
    const before = parts[index]!;
    if (index % 2 === 0)
      return WORD_AFTER.test(after) || (/^\S/.test(after) && (before === '' || HAN_BEFORE.test(before)));
    return WORD_BEFORE.test(before) || (/\S$/.test(before) && (after === '' || HAN_AFTER.test(after)));
  });
};
