import { readFileSync, statSync } from 'node:fs';
import { error } from '../diagnostics/collector.js';
import type { Outcome, Span } from '../diagnostics/types.js';

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const unreadable = (name: string, span: Span): Outcome<never> => {
  const hint = 'Is it a file, and may you read it?';
  return { value: null, diagnostics: [error('file-unreadable', `${name} cannot be read`, { span, hint })] };
};

/**
 * Reads a text file. It must be UTF-8, for a manuscript saved as GBK would otherwise print as rubbish.
 * `name` is what the diagnostics call it; a byte order mark is dropped, and line ends of old Macs (CR alone), which some
 * word processors still write, are read as any other. (Read at once: manuscripts are small, and a
 * thread of its own for each takes five times as long.)
 */
export const readText = (path: string, name = path): Outcome<string> => {
  const span = { file: name, start: 0, end: 0 };
  try {
    // A named pipe would be waited for without end.
    if (!statSync(path).isFile()) return unreadable(name, span);
    const text = readFileSync(path, 'utf8');
    // What is not UTF-8 comes out as this mark; but a file may hold the mark itself.
    if (!text.includes('\ufffd') || isUtf8(readFileSync(path)))
      return { value: text.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n'), diagnostics: [] };
  } catch (fault) {
    if (!isMissing(fault)) return unreadable(name, span);
    return { value: null, diagnostics: [error('file-missing', `there is no ${name}`, { span })] };
  }
  const hint = 'Save the file as UTF-8 (without it, GBK text would print as rubbish).';
  return { value: null, diagnostics: [error('file-encoding', `${name} is not UTF-8`, { span, hint })] };
};
