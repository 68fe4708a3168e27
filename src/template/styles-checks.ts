/** What styles must agree with beside themselves: the roles of fonts.yaml, the grid of paper.yaml. */
import { suggest } from '../diagnostics/nearest.js';
import type { Role } from '../fonts/types.js';
import type { Pt } from '../geometry/units.js';
import type { StylesReading } from './styles-reading.js';
import type { Styles } from './types.js';

/** Every role a style names must be served by fonts.yaml; one that is not is told where it is named first. */
export const checkRoles = ({ data, at, report, roles }: StylesReading): void => {
  if (roles === undefined) return;
  const named = (['text', 'headlines'] as const).flatMap((group) =>
    Object.entries(data[group]).flatMap(([name, style]) =>
      (['font', 'strong', 'emphasis'] as const).map((key) => ({
        role: (style as Readonly<Record<string, unknown>>)[key] as Role | undefined,
        path: [group, name, key],
      })),
    ),
  );
  const told = new Set<Role>();
  for (const { role, path } of named) {
    if (role === undefined || roles.includes(role) || told.has(role)) continue;
    told.add(role);
    report.error('font-unknown', `fonts.yaml has no role \`${role}\``, { span: at(path), hint: suggest(role, roles) });
  }
};

/** Columns are so many characters of the grid's size wide: body text of another size would not fill them, or run over. */
export const checkBodySizes = (styles: Styles, bodySize: Pt, { data, at, report }: StylesReading): void => {
  const told = new Set<string>();
  for (const { body } of styles.stories.values()) {
    if (Math.abs(body.size - bodySize) < 0.01) continue;
    let name: string | undefined = [...styles.text].find(([, style]) => style === body)![0];
    while (name !== undefined && data.text[name]!.size === undefined) name = data.text[name]!.extends;
    // Of one that has no size at all that is told.
    if (name === undefined || told.has(name)) continue;
    told.add(name);
    const message = `body text is ${body.size} pt here, and the columns are measured in ${bodySize} pt`;
    const hint = 'Give this style and `grid` in paper.yaml the same `size`.';
    report.error('body-size', message, { span: at(['text', name, 'size']), hint });
  }
};
