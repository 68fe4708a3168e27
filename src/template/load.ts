/** `layouts/<paper>/` → the paper's facts, styles and page templates. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import { nearest } from '../diagnostics/nearest.js';
import { inOrder } from '../diagnostics/order.js';
import type { Loaded } from '../diagnostics/sources.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { readText } from '../yaml/text-file.js';
import { readPaper } from './paper.js';
import { readStyles } from './styles.js';
import { readTemplate } from './template.js';
import type { Layouts, Template } from './types.js';

const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

const papersIn = async (layoutsDir: string): Promise<string[]> => {
  const entries = await readdir(layoutsDir, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name);
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
  const papers = await papersIn(layoutsDir);
  if (!PLAIN_NAME.test(paperId) || !papers.includes(paperId)) {
    const like = nearest(paperId, papers);
    const hint = like === null ? `Papers: ${papers.join(', ') || 'none yet'}.` : `Did you mean \`${like}\`?`;
    report.error('paper-unknown', `there is no paper \`${paperId}\` in ${layoutsDir}`, { hint });
    return { value: null, diagnostics: report.diagnostics, sources };
  }
  const folder = join(layoutsDir, paperId);
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
  const texts = new Map<string, string>();
  const wanted = new Set(['paper.yaml', 'styles.yaml', ...names]);
  const read = await Promise.all([...wanted].map(async (name) => ({ name, text: await readText(join(folder, name)) })));
  for (const { name, text } of read) {
    report.add(...text.diagnostics);
    if (text.value === null) continue;
    texts.set(name, text.value);
    sources.set(join(folder, name), text.value);
  }
  const step = <T>(
    name: string,
    needs: readonly unknown[],
    use: (file: string, text: string) => Outcome<T>,
  ): T | null => {
    const [file, text] = [join(folder, name), texts.get(name)];
    if (text === undefined) return null;
    const { value, diagnostics } = memory.recall('layout', [file, text, ...needs], () => use(file, text));
    report.add(...diagnostics);
    return value;
  };
  const paper = step('paper.yaml', [], (file, text) => readPaper(paperId, file, text));
  // Without a paper styles are checked by a line of any length.
  const leading = paper?.grid.leading ?? 1;
  const styles = step('styles.yaml', [leading, roles], (file, text) => readStyles(file, text, leading, roles));
  const templates: Template[] = [];
  if (paper !== null && styles !== null) {
    for (const name of names.filter((one) => one !== 'paper.yaml' && one !== 'styles.yaml')) {
      const stem = name.replace(/\.ya?ml$/, '');
      const template = step(name, [paper, styles], (file, text) => readTemplate(stem, file, text, paper, styles));
      if (template === null) continue;
      if (templates.some((other) => other.name === template.name)) {
        report.error('template-duplicate', `another template is called \`${template.name}\``, {
          span: { file: join(folder, name), start: 0, end: 0 },
          hint: 'Give each its own name, or leave names out: then files name them.',
        });
      }
      templates.push(template);
    }
    if (templates.length === 0 && !report.failed) {
      report.error('template-none', `${paper.name} has no page templates`, {
        hint: `Write one beside paper.yaml, such as ${join(folder, 'front.yaml')}.`,
      });
    }
  }
  const value = report.failed || paper === null || styles === null ? null : { paper, styles, templates };
  const order = ['paper.yaml', 'styles.yaml'].map((name) => join(folder, name));
  return { value, diagnostics: inOrder(report.diagnostics, order), sources };
};
