import { readdirSync, statSync } from 'node:fs';
import { faultCode } from '../cache/fault-code.js';
import { error } from '../diagnostics/collector.js';
import type { Outcome } from '../diagnostics/types.js';

const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** Names in a folder; none where there is no such folder, and told of where it may not be looked into. */
export const readNames = (path: string): Outcome<readonly string[]> => {
  try {
    const names = readdirSync(path);
    // Whoever may list a folder may not be allowed to go into it.
    statSync(`${path}/.`);
    return { value: names, diagnostics: [] };
  } catch (fault) {
    if (GONE.has(faultCode(fault))) return { value: [], diagnostics: [] };
    const span = { file: path, start: 0, end: 0 };
    const hint = 'Is it a folder, and may you read it and go into it?';
    return { value: null, diagnostics: [error('file-unreadable', `${path} cannot be read`, { span, hint })] };
  }
};
