/** Texts and the places in them that diagnostics are about. */
import type { Outcome, Span } from './types.js';

/** The texts that spans point into, by the name spans use. */
export type Sources = ReadonlyMap<string, string>;

/** An outcome with the texts its diagnostics point into, there even when the value is not. */
export interface Loaded<T> extends Outcome<T> {
  readonly sources: Sources;
}

/** A place in a text as people count: from 1, columns in characters (code points). */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The line itself, without its end, and where it begins and ends in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where an offset stands in a text. */
export const positionAt = (text: string, offset: number): Position => {
  const at = Math.max(0, Math.min(offset, text.length));
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const feed = next === -1 ? text.length : next;
  const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < start; i = text.indexOf('\n', i + 1)) line += 1;
  return { line, column: [...text.slice(start, at)].length + 1, text: text.slice(start, end), start, end };
};

/** `file:line:column` of a span's start. */
export const location = (span: Span, sources: Sources): string => {
  const text = sources.get(span.file);
  if (text === undefined) return span.file;
  const { line, column } = positionAt(text, span.start);
  return `${span.file}:${line}:${column}`;
};

/** One map of texts from several. */
export const mergeSources = (...all: readonly Sources[]): Sources => new Map(all.flatMap((one) => [...one]));
