/** `layouts/<paper>/` → the paper's facts, styles and page templates. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Loaded } from '../diagnostics/sources.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { readNames } from '../yaml/folder-names.js';
import { readText } from '../yaml/text-file.js';
import { keptLayouts } from './kept-layouts.js';
import type { Layouts } from './types.js';

const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** What may be papers in a folder of layouts that may be looked into. */
const papersIn = (layoutsDir: string): string[] => {
  try {
    const entries = readdirSync(layoutsDir, { withFileTypes: true });
    return entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name);
  } catch {
    return [];
  }
};

/** Reads everything a paper is made with; `roles` are those of fonts.yaml, for checking. The value is null where anything in it is wrong. */
export const loadLayouts = async (
  layoutsDir: string,
  paperId: string,
  roles?: readonly Role[],
  memory: Memory = NO_MEMORY,
): Promise<Loaded<Layouts>> => {
  const report = new Collector();
  const sources = new Map<string, string>();
  const closed = readNames(layoutsDir).diagnostics;
  if (closed.length > 0) return { value: null, diagnostics: closed, sources };
  if (!existsSync(layoutsDir)) {
    report.error('paper-unknown', `there is no folder ${layoutsDir}`, {
      hint: 'Name that of the papers with --layouts.',
    });
    return { value: null, diagnostics: report.diagnostics, sources };
  }
  const papers = papersIn(layoutsDir);
  if (!PLAIN_NAME.test(paperId) || !papers.includes(paperId)) {
    const like = nearest(paperId, papers);
    const hint = like === null ? `Papers: ${papers.join(', ') || 'none yet'}.` : `Did you mean \`${like}\`?`;
    report.error('paper-unknown', `there is no paper \`${paperId}\` in ${layoutsDir}`, { hint });
    return { value: null, diagnostics: report.diagnostics, sources };
  }
  const folder = join(layoutsDir, paperId);
  const { value: all, diagnostics } = readNames(folder);
  if (all === null) return { value: null, diagnostics, sources };
  const names = all.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
  const texts = new Map<string, string>();
  const wanted = new Set(['paper.yaml', 'styles.yaml', ...names]);
  for (const name of wanted) {
    const text = readText(join(folder, name));
    const hint = 'A paper has one: copy it from another under layouts/.';
    report.add(...text.diagnostics.map((one) => (one.code === 'file-missing' ? { ...one, hint } : one)));
    if (text.value === null) continue;
    texts.set(name, text.value);
    sources.set(join(folder, name), text.value);
  }
  const { diagnostics: before } = report;
  const read = async (): Promise<Outcome<Layouts>> =>
    (await import('./read-layouts.js')).readLayouts(folder, paperId, texts, roles, memory, before);
  // A memory wants the very values it had; a build with none takes them as the last one kept them.
  const inputs = JSON.stringify([folder, roles ?? null, [...texts]]);
  const kept = before.length === 0 && memory === NO_MEMORY;
  return { ...(kept ? await keptLayouts(inputs, read) : await read()), sources };
};
