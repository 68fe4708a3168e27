/** fonts.yaml: role → font files. Everything that can be wrong with it is said before the first glyph is asked for. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Code } from '../diagnostics/catalogue.js';
import { error } from '../diagnostics/collector.js';
import type { Loaded } from '../diagnostics/sources.js';
import { type Diagnostic, hasErrors, type Severity, type Span } from '../diagnostics/types.js';
import { type Form, readForm } from '../yaml/read.js';
import { type KeptSums, keptSums } from './checksums.js';
import { type FontFile, type FontHeader, locateFont, readFontHeader } from './files.js';
import type { Role } from './types.js';

/** A font file as fonts.yaml names it. */
type Named = string | { readonly file: string; readonly sum: string };

/** fonts.yaml. */
const FORM: Form<Record<Role, Named | Named[]>> = {
  name: 'fonts',
  schema: async () => (await import('./schema.js')).fontsSchema,
};

/** A font file where fonts.yaml names it first. */
export interface NamedFont extends FontFile {
  readonly role: Role;
  readonly span: Span;
  /** What tells it from all other fonts, where its directory does. */
  readonly identity: Buffer | null;
}

/** The files of each role, in the order in which they are asked. */
export type FontConfig = ReadonlyMap<Role, readonly NamedFont[]>;

/** What was loaded by fonts.yaml. */
export interface LoadedFonts<T> extends Loaded<T> {
  /** Paths of the font files that it names, there or not. */
  readonly files: readonly string[];
}

/**
 * Reads and checks fonts.yaml. The value is null where any role cannot be served. What is wrong with a file is told
 * where it is named first; what its tables' checksums say is kept in `cache`.
 */
export const readFontConfig = async (path: string, cache: string): Promise<LoadedFonts<FontConfig>> => {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    const hint = 'Each font set has a file fonts.yaml.';
    return {
      value: null,
      sources: new Map(),
      files: [],
      diagnostics: [error('fonts-unreadable', `the list of fonts ${path} cannot be read`, { hint })],
    };
  }
  const sources = new Map([[path, source]]);
  const checked = await readForm(FORM, path, source);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics, sources, files: [] };
  const { data, at } = checked.value;
  const diagnostics = [...checked.diagnostics];
  const roles = new Map<Role, readonly NamedFont[]>();
  // Roles share files: each is looked for and looked into once.
  const found = new Map<string, FoundFont>();
  const sums = keptSums(cache);
  for (const [role, named] of Object.entries(data)) {
    const fonts = [named].flat().map((font, index): NamedFont => {
      const key = JSON.stringify(font);
      const known = found.get(key);
      if (known !== undefined) return known.file;
      const { file: name, sum } = typeof font === 'string' ? { file: font, sum: null } : font;
      const span = at(Array.isArray(named) ? [role, index] : [role]);
      const located = locateFont(name, dirname(path), sum);
      const header = headerOf(located);
      const file = { ...located, role, span, identity: header?.identity ?? null };
      const looked: FoundFont = { file, diagnostics: checkFile(file, header, sums) };
      found.set(key, looked);
      diagnostics.push(...looked.diagnostics);
      return file;
    });
    roles.set(role, fonts);
  }
  sums.keep();
  const files = [...found.values()].map(({ file }) => file.path);
  return { value: hasErrors(diagnostics) ? null : roles, diagnostics, sources, files };
};

/** A font that fonts.yaml names, and what is wrong with it. */
interface FoundFont {
  readonly file: NamedFont;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a font says of itself; null where it cannot be read. */
const headerOf = (file: FontFile): FontHeader | null => {
  try {
    return readFontHeader(file);
  } catch {
    return null;
  }
};

/** What is told of a font that turns out not to be readable while pages are made. */
export const fontUnreadable = ({ role, name, span }: NamedFont): Diagnostic => {
  const message = `Font of the role “${role}”: ${name} is damaged: not all that pages need of it can be read.`;
  const hint = 'Copy or download the file again, or take another file of the same font.';
  return error('font-damaged', message, { hint, span });
};

/** Tables that no font does without. */
const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap'];
/** Of these it has one: its outlines. */
const OUTLINES = ['glyf', 'CFF ', 'CFF2'];

/** A font that is missing, damaged, of a kind that cannot be used, or that would print another weight than it says. */
const checkFile = (file: NamedFont, header: FontHeader | null, sums: KeptSums): readonly Diagnostic[] => {
  const { role, span } = file;
  const problem = (code: Code, message: string, hint: string, severity: Severity = 'error'): readonly Diagnostic[] => [
    { code, severity, message: `Font of the role “${role}”: ${file.name} ${message}`, hint, span },
  ];
  if (header === null) {
    const hint = file.name.startsWith('package:')
      ? 'Run `npm ci`.'
      : 'Put the file beside fonts.yaml or correct its name.';
    return problem('font-missing', 'is not there.', hint);
  }
  if (header.format === 'woff2') {
    return problem('font-format', 'is WOFF2.', 'Give the same font as TTF, OTF, TTC or WOFF.');
  }
  if (header.format === 'unknown') return problem('font-format', 'is no font.', 'Give a TTF, OTF, TTC or WOFF file.');
  if (!header.isWhole) {
    return problem('font-damaged', 'breaks off.', 'Copy or download the file again: it did not come as a whole.');
  }
  if (header.format === 'collection' && file.member === null) {
    return problem('font-member', 'holds several fonts.', 'Add `#` and the PostScript name of the one meant.');
  }
  if (header.format === 'collection' && header.tables.size === 0) {
    return problem('font-member', 'holds no font of that name.', `It holds ${header.members.join(', ')}.`);
  }
  if (header.format !== 'collection' && file.member !== null) {
    return problem('font-member', 'names one font of a file that is one font.', 'Leave out `#` and what follows it.');
  }
  const has = (tag: string): boolean => header.tables.has(tag);
  const missing = NEEDED.find((tag) => !has(tag)) ?? (OUTLINES.some(has) ? undefined : 'glyf');
  if (missing !== undefined) {
    return problem('font-damaged', `lacks the table “${missing}”.`, 'Take another file of the same font.');
  }
  // Of a packed font each table is checked when it is unpacked.
  if (header.format === 'woff') {
    if (file.sum !== null) return problem('font-sum', 'is packed: it needs no sum.', 'Leave out `sum`.');
  } else {
    const { sum, changed } = sums.of(file, header.tables);
    if (file.sum !== null && file.sum !== sum) {
      const hint = `Copy or download the file again; where another one is meant, write sum: ${sum}.`;
      return problem('font-sum', `is not the font that was meant: its sum is not ${file.sum}.`, hint);
    }
    if (file.sum === null && changed.length > 0) {
      const tables = changed.map((tag) => tag.trim()).join(', ');
      const asItIs = `{file: "${file.name}", sum: ${sum}}`;
      const hint = `Copy or download the file again; where its maker gave it out so, name it as ${asItIs}.`;
      return problem('font-damaged', `is damaged: by its checksums not all is right in ${tables}.`, hint);
    }
  }
  if (has('fvar')) {
    const message = 'is a variable font; its default weight prints.';
    return problem('font-variable', message, 'Give the static font of the weight meant.', 'warning');
  }
  return [];
};
