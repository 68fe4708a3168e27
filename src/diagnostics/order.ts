import type { Diagnostic } from './types.js';

/**
 * Diagnostics by file and place, those of no file first; files in the order they are given, then by name. What several
 * have come upon, such as a folder that may not be looked into, is told once.
 * Files are read side by side, so without this the order would change from run to run.
 */
export const inOrder = (diagnostics: readonly Diagnostic[], first: readonly string[] = []): readonly Diagnostic[] => {
  const rank = (file: string): number => (first.includes(file) ? first.indexOf(file) : first.length);
  const once = new Map(diagnostics.map((one) => [JSON.stringify([one.code, one.message, one.span]), one]));
  return [...once.values()].sort((a, b) => {
    if (a.span === undefined || b.span === undefined)
      return Number(b.span === undefined) - Number(a.span === undefined);
    const files = rank(a.span.file) - rank(b.span.file);
    if (files !== 0) return files;
    if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
    return a.span.start - b.span.start;
  });
};
