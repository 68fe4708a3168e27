/** Diagnostics for browsers: each with its file, line, column and the line itself. */
import { positionAt, type Sources } from '../diagnostics/sources.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { Problem } from './messages.js';

/** Characters of a long line that are shown, and how many of them stand before the place. */
const WINDOW = 120;
const LEAD = 40;

/** Diagnostics as browsers are told them, in both languages. */
export async function problemsOf(diagnostics: readonly Diagnostic[], sources: Sources): Promise<readonly Problem[]> {
  if (diagnostics.length === 0) return [];
  const { CHINESE } = await import('../diagnostics/chinese/translate.js');
  return diagnostics.map((diagnostic) => {
    const { code, severity, message, hint, span } = diagnostic;
    const told = CHINESE.tell(diagnostic);
    const chinese = { message: told.message, hint: told.hint ?? null };
    const base = { code, severity, message, hint: hint ?? null, chinese };
    if (span === undefined) return { ...base, file: null, line: null, column: null, excerpt: null };
    const text = sources.get(span.file);
    if (text === undefined) return { ...base, file: span.file, line: null, column: null, excerpt: null };
    const { line, column, text: whole, end } = positionAt(text, span.start);
    const characters = [...whole];
    const from = Math.max(0, characters.length > WINDOW ? column - 1 - LEAD : 0);
    const length = Math.max(1, [...text.slice(span.start, Math.min(span.end, end))].length);
    const excerpt = {
      text: characters.slice(from, from + WINDOW).join(''),
      start: column - 1 - from,
      length: Math.min(length, WINDOW),
    };
    return { ...base, file: span.file, line, column, excerpt };
  });
}
