/** Which templates a page asks for: by their names, by their kind, or any. */
import { suggest } from '../../diagnostics/nearest.js';
import type { Template } from '../../template/types.js';
import type { Path } from '../../yaml/places.js';
import type { RawPage } from '../schema.js';
import type { Planning } from './plan.js';

/** The templates that a page of `count` pages asks for; empty where what it asks for does not exist. */
export const askedFor = ({ layout }: RawPage, key: string, count: number, planning: Planning): readonly Template[] => {
  const right = planning.layouts.templates.filter((template) => template.pages === count);
  if (layout === undefined) return ofAnyKind(right, key, count, planning);
  if (typeof layout === 'object' && !Array.isArray(layout)) {
    return ofKind(layout.kind, right, key, count, planning);
  }
  const path: Path = ['pages', key, 'layout'];
  return typeof layout === 'string'
    ? named(layout, path, count, planning)
    : layout.flatMap((name, index) => named(name, [...path, index], count, planning));
};

const onPages = (count: number): string => (count === 1 ? 'one page' : 'two pages');

const ofAnyKind = (
  right: readonly Template[],
  key: string,
  count: number,
  { report, keyAt }: Planning,
): readonly Template[] => {
  if (right.length === 0) {
    const hint = `Give a template \`pages: ${count}\`.`;
    report.error('layout-pages', `no template of the paper is for ${onPages(count)}`, {
      span: keyAt(['pages', key]),
      hint,
    });
  }
  return right;
};

const ofKind = (
  kind: string,
  right: readonly Template[],
  key: string,
  count: number,
  { report, at }: Planning,
): readonly Template[] => {
  const found = right.filter((template) => template.kind === kind);
  if (found.length === 0) {
    const kinds = new Set(right.map((template) => template.kind));
    const message = `no template for ${onPages(count)} is of the kind \`${kind}\``;
    const span = at(['pages', key, 'layout', 'kind']);
    report.error('layout-unknown', message, { span, hint: suggest(kind, kinds) });
  }
  return found;
};

/** The template of a name that stands at a place of the plan; none where there is none for so many pages. */
const named = (name: string, path: Path, count: number, { layouts, report, at }: Planning): readonly Template[] => {
  const { templates } = layouts;
  const span = at(path);
  const template = templates.find((one) => one.name === name);
  if (template === undefined) {
    const isKind = templates.some((one) => one.kind === name);
    const known = templates.map((one) => one.name);
    const hint = isKind ? `For any template of that kind write {kind: ${name}}.` : suggest(name, known);
    report.error('layout-unknown', `${layouts.paper.name} has no template \`${name}\``, { span, hint });
    return [];
  }
  if (template.pages === count) return [template];
  const hint =
    count === 1 ? 'Plan a spread under two pages, such as 6-7.' : 'A spread needs a template with `pages: 2`.';
  report.error('layout-pages', `\`${name}\` is for ${onPages(template.pages)}, not ${onPages(count)}`, { span, hint });
  return [];
};
