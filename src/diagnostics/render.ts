/** Diagnostics as people read them: the place, the line itself, and the way out. */
import { ENGLISH, type Language } from './language.js';
import { location, positionAt, type Sources } from './sources.js';
import type { Diagnostic, Span } from './types.js';

const WINDOW = 100;
const LEAD = 30;

/** Characters that take two cells in a terminal (East Asian Wide and Fullwidth, emoji). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const INVISIBLE = /\p{Mn}|\p{Me}/u;
const UNSAFE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Cells a character takes in a terminal. */
const cells = (char: string): number => (WIDE.test(char) ? 2 : INVISIBLE.test(char) ? 0 : 1);
const width = (text: string): number => [...text].reduce((sum, char) => sum + cells(char), 0);

/** A line from a manuscript must not steer the terminal that shows it. */
const harmless = (text: string): string =>
  [...text].map((char) => (char === '\t' ? ' ' : UNSAFE.test(char) ? '\ufffd' : char)).join('');

/** The line a span begins on, cut to a window where it is long, and carets under the span. */
const excerpt = (span: Span, text: string): string[] => {
  const line = positionAt(text, span.start);
  const before = [...harmless(line.text.slice(0, span.start - line.start))];
  const inside = [...harmless(line.text.slice(span.start - line.start, Math.max(span.start, span.end) - line.start))];
  const after = [...harmless(line.text.slice(Math.max(span.start, span.end) - line.start))];
  const cutLeft = before.length + inside.length > WINDOW && before.length > LEAD;
  const left = cutLeft ? `…${before.slice(-LEAD).join('')}` : before.join('');
  const room = Math.max(0, WINDOW - [...left].length);
  const middle = inside.slice(0, room).join('');
  const right = after.slice(0, Math.max(0, room - inside.length)).join('');
  const cutRight = inside.length + after.length > room ? '…' : '';
  const gutter = String(line.line);
  return [
    `  ${gutter} | ${left}${middle}${right}${cutRight}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(width(left))}${'^'.repeat(Math.max(1, width(middle)))}`,
  ];
};

/**
 * A diagnostic as people read it: `file:line:column: error: message [code]`, the line itself with carets
 * under the place, and what to do about it, in their language.
 */
export const render = (diagnostic: Diagnostic, sources: Sources, language: Language = ENGLISH): string => {
  const { span, severity, message, code, hint } = language.tell(diagnostic);
  const { severities, colon } = language;
  const place = span === undefined ? '' : `${location(span, sources)}: `;
  const text = span === undefined ? undefined : sources.get(span.file);
  const lines = [`${place}${severities[severity]}${colon}${harmless(message)} [${code}]`];
  if (span !== undefined && text !== undefined) lines.push(...excerpt(span, text));
  if (hint !== undefined) lines.push(`  ${language.hint}${colon}${harmless(hint)}`);
  return lines.join('\n');
};

/** All diagnostics, an empty line between them. */
export const renderAll = (diagnostics: readonly Diagnostic[], sources: Sources, language: Language = ENGLISH): string =>
  diagnostics.map((diagnostic) => render(diagnostic, sources, language)).join('\n\n');
