/**
 * A quotation as the desk writes it: a paragraph of one line is running text, one of several lines is a stanza of verse,
 * line for line. A last line that begins with —— says whose words they are.
 */

import type { Quoted } from '../types.js';
import type { Piece, Reading, Written } from './body.js';

type Line = readonly Piece[];

/** What Markdown takes away at the beginning of a quotation's line. */
const SIGN = /^[ \t]*>[ \t]*/;
const SOURCE = /^\s*[—―⸺]/;

/** A paragraph's pieces by the lines of the manuscript, each with its own place there. */
export const quotedLines = (pieces: readonly Piece[], reading: Reading): readonly Line[] => {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const [index, part] of partsOf(piece, reading).entries()) {
      if (index > 0) lines.push([]);
      if (part.text !== '') lines.at(-1)!.push(part);
    }
  }
  return lines.filter((line) => line.length > 0);
};

const partsOf = (piece: Piece, { text, offset }: Reading): readonly Piece[] => {
  const texts = piece.text.split(/\r?\n/);
  if (texts.length === 1) return [piece];
  const { start, end } = piece.span;
  const sources = text.slice(start - offset, end - offset).split(/(?<=\n)/);
  if (sources.length !== texts.length) return texts.map((part) => ({ ...piece, text: part }));
  let at = start;
  return texts.map((part, index) => {
    const source = sources[index]!;
    const from = at + (index === 0 ? 0 : (SIGN.exec(source)?.[0].length ?? 0));
    at += source.length;
    const to = from + part.length;
    const exact = text.slice(from - offset, to - offset) === part;
    return { ...piece, text: part, span: { ...piece.span, start: from, end: exact ? to : at }, exact };
  });
};

/**
 * Block quotations that nothing parts but empty lines, each as its paragraphs, each of these as its lines: one quotation
 * (desks part stanzas by empty lines, with or without a >), which ends where it is said whose words it is. `first` is
 * the number of the first in the article.
 */
export const quotationsOf = (parts: readonly (readonly (readonly Line[])[])[], first: number): readonly Written[] => {
  let quotation = first;
  let paragraph = 0;
  return parts.flatMap((paragraphs) => {
    const last = paragraphs.at(-1)?.at(-1);
    const isAlone = paragraph === 0 && paragraphs.flat().length === 1;
    const source = last !== undefined && !isAlone && SOURCE.test(textOf(last)) ? last : null;
    const written = paragraphs.flatMap((lines) => {
      const set = lines.filter((line) => line !== source).length > 1 ? 'verse' : 'prose';
      const quoted = { quotation, paragraph: paragraph++ };
      return lines.map((line) => writtenOf(line, { ...quoted, set: line === source ? 'source' : set }));
    });
    if (source !== null) [quotation, paragraph] = [quotation + 1, 0];
    return written;
  });
};

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

const writtenOf = (pieces: Line, quoted: Quoted): Written => {
  const { file, start } = pieces[0]!.span;
  return { kind: 'paragraph', pieces, quoted, span: { file, start, end: pieces.at(-1)!.span.end } };
};
