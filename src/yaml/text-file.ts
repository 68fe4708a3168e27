import { readFile } from 'node:fs/promises';
import { error } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/types.js';

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

/**
 * Reads a text file. It must be UTF-8, for a manuscript saved as GBK would otherwise print as rubbish.
 * `name` is what the diagnostics call it; a byte order mark is dropped.
 */
export const readText = async (path: string, name = path): Promise<Outcome<string>> => {
  const span = { file: name, start: 0, end: 0 };
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (fault) {
    const problem = isMissing(fault)
      ? error('file-missing', `there is no ${name}`, { span })
      : error('file-unreadable', `${name} cannot be read`, { span, hint: 'Is it a file, and may you read it?' });
    return { value: null, diagnostics: [problem] };
  }
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const hint = 'Save the file as UTF-8 (without it, GBK text would print as rubbish).';
    return { value: null, diagnostics: [error('file-encoding', `${name} is not UTF-8`, { span, hint })] };
  }
};
