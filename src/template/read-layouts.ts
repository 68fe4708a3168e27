/** A paper's files → its facts, styles and templates. Loaded only where they are not kept from before. */
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import { inOrder } from '../diagnostics/order.js';
import type { Diagnostic, Outcome } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import type { Memory } from '../memory/memory.js';
import { readPaper } from './paper.js';
import { readStyles } from './styles.js';
import { readTemplate } from './template.js';
import type { Layouts, Paper, Styles, Template } from './types.js';

/** Reads the texts of a paper's folder, by file name; the value is null where anything is wrong, also `before`. */
export function readLayouts(
  folder: string,
  paperId: string,
  texts: ReadonlyMap<string, string>,
  roles: readonly Role[] | undefined,
  memory: Memory,
  before: readonly Diagnostic[],
): Outcome<Layouts> {
  const report = new Collector();
  report.add(...before);
  const step: Step = (name, needs, use) => {
    const [file, text] = [join(folder, name), texts.get(name)];
    if (text === undefined) return null;
    const { value, diagnostics } = memory.recall('layout', [file, text, ...needs], () => use(file, text));
    report.add(...diagnostics);
    return value;
  };
  const paper = step(PAPER, [], (file, text) => readPaper(paperId, file, text));
  // Without a paper styles are checked by a line of any length.
  const leading = paper?.grid.leading ?? 1;
  const bodySize = paper?.grid.bodySize;
  const styles = step(STYLES, [leading, roles, bodySize], (file, text) =>
    readStyles(file, text, leading, roles, bodySize),
  );
  const templates =
    paper === null || styles === null ? [] : readTemplates(folder, [...texts.keys()], paper, styles, step, report);
  const value = report.failed || paper === null || styles === null ? null : { paper, styles, templates };
  return { value, diagnostics: inOrder(report.diagnostics, [join(folder, PAPER), join(folder, STYLES)]) };
}

const PAPER = 'paper.yaml';
const STYLES = 'styles.yaml';

/** Reads one of the files, where it is there; `needs` is what else its reading follows from. */
type Step = <T>(name: string, needs: readonly unknown[], use: (file: string, text: string) => Outcome<T>) => T | null;

/** All other files are templates, each with a name of its own. */
function readTemplates(
  folder: string,
  names: readonly string[],
  paper: Paper,
  styles: Styles,
  step: Step,
  report: Collector,
): readonly Template[] {
  const templates: Template[] = [];
  for (const name of names.filter((one) => one !== PAPER && one !== STYLES)) {
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
  return templates;
}
