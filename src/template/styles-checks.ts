/** What styles must agree with beside themselves: the roles of fonts.yaml, the grid of paper.yaml. */
import { suggest } from '../diagnostics/nearest.js';
import type { Role } from '../fonts/types.js';
import type { Pt } from '../geometry/units.js';
import type { StylesReading } from './styles-reading.js';
import type { Styles, TextStyle } from './types.js';

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

/** Parts whose lines stand on the grid's, whatever their own leading. */
const ON_GRID = ['body', 'crosshead', 'quote', 'table', 'tableHead'] as const;
/** Parts that may take several lines of their own leading. */
const STACKED = ['kicker', 'deck', 'byline', 'standfirst', 'caption'] as const;

/** Lines that are less apart than they are tall lie on each other: a larger size wants a leading of its own. */
export const checkLeadings = ({ stories, text }: Styles, line: Pt, reading: StylesReading): void => {
  const { data, at, report } = reading;
  const told = new Set<string>();
  const tell = (style: TextStyle, leading: Pt, keys: readonly string[], hint: string): void => {
    let name = [...text].find(([, one]) => one === style)?.[0];
    const own = (): readonly string[] => keys.filter((key) => Object.hasOwn(data.text[name!]!, key));
    while (name !== undefined && own().length === 0) name = data.text[name]!.extends;
    if (name === undefined || told.has(name)) return;
    told.add(name);
    const message = `lines of \`${name}\` are ${style.size} pt tall and stand ${leading} pt apart: they lie on each other`;
    report.warning('leading-small', message, { span: at(['text', name, own()[0]!]), hint });
  };
  for (const story of stories.values()) {
    for (const part of ON_GRID) {
      const hint = 'Take a smaller `size`, or a larger `leading` of the `grid` in paper.yaml.';
      if (story[part].size > line) tell(story[part], line, ['size'], hint);
    }
    for (const part of STACKED) {
      const { size, leading } = story[part];
      const hint = `Write a \`leading\` of its own: ${size}pt at least.`;
      if (size > leading) tell(story[part], leading, ['leading', 'size'], hint);
    }
  }
};
