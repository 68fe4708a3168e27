/** fonts.yaml: role → font files. Everything that can be wrong with it is said before the first glyph is asked for. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Outcome, Span } from '../diagnostics/types.js';
import { type FontFile, locateFont, readFontHeader } from './files.js';
import type { Role } from './types.js';

export type FontConfig = ReadonlyMap<Role, readonly FontFile[]>;

/** Reads and checks fonts.yaml. The value is null where any role cannot be served. */
export const readFontConfig = (path: string): Outcome<FontConfig> => {
  const diagnostics: Diagnostic[] = [];
  const error = (code: string, message: string, hint: string, span?: Span): void => {
    diagnostics.push({ code, severity: 'error', message, hint, ...(span ? { span } : {}) });
  };
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    error('fonts-unreadable', `The list of fonts ${path} cannot be read.`, 'Each font set has a file fonts.yaml.');
    return { value: null, diagnostics };
  }
  const document = parseDocument(source);
  const spanOf = (node: Node | null | undefined): Span => {
    const [start, end] = node?.range ?? [0, 0];
    return { file: path, start, end };
  };
  for (const { message, pos } of document.errors) {
    error('yaml-syntax', message.split('\n')[0] ?? message, 'Correct the YAML.', {
      file: path,
      start: pos[0],
      end: pos[1],
    });
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const roles = new Map<Role, FontFile[]>();
  const shape = 'Write `role:` and under it a list of font files, the first its own, the rest for missing characters.';
  if (!isMap<Node, Node>(document.contents)) {
    error('fonts-shape', 'fonts.yaml is not a map of roles.', shape, spanOf(document.contents));
    return { value: null, diagnostics };
  }
  for (const { key, value } of document.contents.items) {
    const role = isScalar(key) ? String(key.value) : '';
    const names = isSeq<Node>(value) ? value.items : value ? [value] : [];
    if (names.length === 0 || !names.every((name) => isScalar(name) && typeof name.value === 'string')) {
      error('fonts-shape', `The role “${role}” does not list font files.`, shape, spanOf(value ?? key));
      continue;
    }
    const files = names.map((name) => locateFont(String(isScalar(name) ? name.value : ''), dirname(path)));
    roles.set(role, files);
    for (const [index, file] of files.entries()) diagnostics.push(...checkFile(role, file, spanOf(names[index])));
  }
  if (roles.size === 0) error('fonts-shape', 'fonts.yaml names no roles.', shape, spanOf(document.contents));
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return { value: failed ? null : roles, diagnostics };
};

/** A font that is missing, of a kind that cannot be used, or that would print another weight than it says. */
const checkFile = (role: Role, file: FontFile, span: Span): Diagnostic[] => {
  const problem = (code: string, message: string, hint: string, severity: Diagnostic['severity'] = 'error') => [
    { code, severity, message: `Font of the role “${role}”: ${file.name} ${message}`, hint, span },
  ];
  let header: ReturnType<typeof readFontHeader>;
  try {
    header = readFontHeader(file.path);
  } catch {
    const hint = file.name.startsWith('package:')
      ? 'Run `npm ci`.'
      : 'Put the file beside fonts.yaml or correct its name.';
    return problem('font-missing', 'is not there.', hint);
  }
  if (header.format === 'woff2') {
    return problem('font-format', 'is WOFF2.', 'Give the same font as TTF, OTF, TTC or WOFF.');
  }
  if (header.format === 'unknown') return problem('font-format', 'is no font.', 'Give a TTF, OTF, TTC or WOFF file.');
  if (header.format === 'collection' && file.member === null) {
    return problem('font-member', 'holds several fonts.', 'Add `#` and the PostScript name of the one meant.');
  }
  if (header.tables.includes('fvar')) {
    const message = 'is a variable font; its default weight prints.';
    return problem('font-variable', message, 'Give the static font of the weight meant.', 'warning');
  }
  return [];
};
