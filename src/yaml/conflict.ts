import { error } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';

const MARK = /^<{7}(?: .*)?$/m;
const REST = /^>{7}(?: |$)/m;

/** What a merge left undone in a text that begins at an offset of a file; null where it left nothing. */
export const conflictIn = (file: string, text: string, offset = 0): Diagnostic | null => {
  // Told apart quickly: hardly any text holds it.
  if (!text.includes('<<<<<<<')) return null;
  const mark = MARK.exec(text);
  if (mark === null || !REST.test(text.slice(mark.index))) return null;
  const start = offset + mark.index;
  return error('merge-conflict', 'two versions of the text stand here: a merge was not finished', {
    span: { file, start, end: start + mark[0].length },
    hint: 'Keep one of them, and take away the lines with <<<<<<<, ======= and >>>>>>>.',
  });
};
