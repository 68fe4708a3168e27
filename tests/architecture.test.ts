/** Who may import whom (docs/architecture.md): read from the import lines themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** What each folder may import beside itself. `types` of a stage are open to those that take its values. */
const ALLOWED: Record<string, readonly string[]> = {
  geometry: [],
  diagnostics: [],
  cache: [],
  memory: [],
  page: ['geometry'],
  fonts: ['geometry', 'diagnostics', 'page', 'cache', 'yaml'],
  yaml: ['diagnostics', 'cache'],
  typeset: ['geometry', 'fonts', 'page'],
  template: ['geometry', 'diagnostics', 'yaml', 'fonts', 'page', 'typeset', 'memory', 'cache'],
  issue: ['geometry', 'diagnostics', 'yaml', 'template', 'memory', 'cache', 'pdf-objects'],
  makeup: ['geometry', 'diagnostics', 'fonts', 'page', 'typeset', 'template', 'issue', 'memory'],
  'pdf-objects': ['cache'],
  pdf: ['geometry', 'diagnostics', 'fonts', 'page', 'cache', 'pdf-objects'],
  preview: ['geometry', 'diagnostics', 'memory', 'cache', 'fonts', 'page', 'pdf', 'template', 'issue', 'makeup'],
  proof: ['geometry', 'diagnostics', 'page', 'pdf', 'pdf-objects', 'cache'],
  output: ['diagnostics', 'cache', 'issue', 'pdf'],
  report: ['diagnostics', 'issue', 'page', 'proof'],
  // From under src/ itself: the desk that pages are made up from.
  printing: [
    ...['geometry', 'diagnostics', 'cache', 'fonts', 'page', 'pdf', 'template', 'issue', 'makeup', 'proof'],
    ...['output', 'report', '.'],
  ],
};
/** From these folders only types and pure helpers may come: what a file of this name holds. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  typeset: ['fonts'],
  makeup: ['fonts', 'template'],
  template: ['fonts', 'typeset'],
};
/** What beside types may come from those: questions to their values. */
const HELPERS = ['template/nodes.ts', 'template/narrow.ts', 'template/written.ts'];
/** Stages that are pure functions of their values. */
const PURE = ['geometry', 'memory', 'typeset', 'makeup', 'page'];
const IMPURE = /^node:|^sharp$|^pdfkit$|^fontkit$|^zod$|^yaml$|^commander$/;
const GLOBALS = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\bfetch\(/;

/** Folders of one stage that need each other: a drawing may print as pixels, and hold pictures that are separated. */
const MUTUAL = ['pdf/drawing → pdf/pictures'];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(join(src, file), 'utf8');
const importsOf = (file: string): Import[] =>
  [...read(file).matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gms)].map(
    (match) => ({ typeOnly: match[1] !== undefined, from: match[2] ?? match[3]! }),
  );
/** The file under src/ that an import line of another names. */
const targetOf = (file: string, from: string): string =>
  relative(src, join(src, dirname(file), from)).replace(/\.js$/, '.ts');
const folderOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : '.');

describe('import directions', () => {
  for (const file of files) {
    const folder = folderOf(file);
    if (folder === '.' || folder === 'cli' || !(folder in ALLOWED)) continue;
    it(`${file} imports only what its folder may`, () => {
      for (const { from, typeOnly } of importsOf(file)) {
        if (PURE.includes(folder)) expect(from, `${file} is pure`).not.toMatch(IMPURE);
        if (!from.startsWith('.')) continue;
        const asked = targetOf(file, from);
        const target = folderOf(asked);
        if (target === folder) continue;
        if (target === '.') expect(asked, `${file} imports ${from}`).toBe('desk.ts');
        expect(ALLOWED[folder], `${file} imports ${from}`).toContain(target);
        if (TYPES_ONLY[folder]?.includes(target) && !HELPERS.includes(asked))
          expect(typeOnly, `${file} needs only types of ${from}`).toBe(true);
      }
    });
  }

  it('runs one way between folders beside each other', () => {
    const needs = new Map<string, Set<string>>();
    for (const file of files) {
      for (const { from } of importsOf(file).filter(({ from }) => from.startsWith('.'))) {
        const [own, other] = [file.split('/'), targetOf(file, from).split('/')];
        const parting = own.findIndex((part, at) => part !== other[at]);
        // Of a stage alone; a file beside a folder may use it, and be used by it.
        if (parting < 1 || own.length < parting + 2 || other.length < parting + 2) continue;
        const [user, used] = [own, other].map((parts) => parts.slice(0, parting + 1).join('/')) as [string, string];
        if (!MUTUAL.includes(`${user} → ${used}`)) needs.set(user, (needs.get(user) ?? new Set()).add(used));
      }
    }
    const reached = (folder: string): ReadonlySet<string> => {
      const seen = new Set<string>();
      const looking = [folder];
      for (const one of looking) {
        const further = [...(needs.get(one) ?? [])].filter((used) => !seen.has(used));
        for (const used of further) seen.add(used);
        looking.push(...further);
      }
      return seen;
    };
    expect(needs.size).toBeGreaterThan(10);
    expect([...needs.keys()].filter((folder) => reached(folder).has(folder))).toEqual([]);
  });

  it('allows nothing that nobody needs', () => {
    const used = new Set(
      files.flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => from.startsWith('.'))
          .map(({ from }) => `${folderOf(file)} → ${folderOf(targetOf(file, from))}`),
      ),
    );
    const allowed = Object.entries(ALLOWED).flatMap(([folder, others]) =>
      others.map((other) => `${folder} → ${other}`),
    );
    expect(allowed.filter((pair) => !used.has(pair))).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== '.' && folder !== 'cli'));
    expect([...folders].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it('keeps file, clock and random source out of typeset, makeup and page', () => {
    for (const file of files.filter((one) => PURE.includes(folderOf(one)))) {
      expect(read(file), file).not.toMatch(GLOBALS);
    }
  });

  it('lets only src/pdf know pdfkit, and only src/fonts fontkit', () => {
    for (const file of files) {
      for (const { from } of importsOf(file)) {
        if (from === 'pdfkit') expect(folderOf(file)).toBe('pdf');
        if (from === 'fontkit') expect(folderOf(file)).toBe('fonts');
      }
    }
  });
});
