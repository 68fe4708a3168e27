/** What reading any style needs: what it inherits, and how it is told what it lacks. */
import type { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Role } from '../fonts/types.js';
import type { Checked } from '../yaml/check.js';
import type { RawStyles } from './schema.js';

/** The groups of styles.yaml. */
export type Group = 'text' | 'headlines' | 'stories';
type Extending = { readonly extends?: string | undefined };

/** What reading one group of styles needs. */
export interface StylesReading extends Checked<RawStyles> {
  readonly report: Collector;
  /** Roles that fonts.yaml serves; undefined: not checked. */
  readonly roles: readonly Role[] | undefined;
}

/** A style with what it inherits filled in; null where it extends nothing known, or itself. */
export const inherited = <T extends Extending>(
  group: Group,
  name: string,
  { data, at, report }: StylesReading,
): T | null => {
  const all = data[group] as Readonly<Record<string, T>>;
  const line = [name];
  let style = all[name]!;
  for (let parent = style.extends; parent !== undefined; parent = all[parent]!.extends) {
    // Each fault is told once, by the style that has it and not by those that come from it.
    const isOwn = line.length === 1;
    const span = at([group, line.at(-1)!, 'extends']);
    if (!(parent in all)) {
      const hint = suggest(parent, Object.keys(all));
      if (isOwn) report.error('style-unknown', `there is no style \`${parent}\` under ${group}`, { span, hint });
      return null;
    }
    if (line.includes(parent)) {
      const isFirst = parent === name && Object.keys(all).find((each) => line.includes(each)) === name;
      const circle = [...line, parent].join(' → ');
      const hint = 'Let one of them stand alone.';
      if (isFirst) report.error('style-cycle', `styles extend each other in a circle: ${circle}`, { span, hint });
      return null;
    }
    line.push(parent);
    // Null prototypes come from the YAML; spreading gives plain objects back.
    style = { ...all[parent]!, ...style };
  }
  return style;
};

/** Tells of a key that a style lacks: at the style that begins the chain only, not at each that extends it. */
export const missing = (
  group: Group,
  name: string,
  key: string,
  { data, keyAt, report }: Pick<StylesReading, 'data' | 'keyAt' | 'report'>,
): void => {
  if (data[group][name]?.extends !== undefined) return;
  report.error('key-missing', `\`${key}\` is missing in \`${name}\``, {
    span: keyAt([group, name]),
    hint: 'Give it, or extend a style that has it.',
  });
};
