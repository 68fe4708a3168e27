/** `styles.yaml` → the paper's styles, each with what it inherits. */
import { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import type { Pt } from '../geometry/units.js';
import { BLACK, type Ink, MOST_INK, WHITE } from '../page/types.js';
import { type Checked, readYaml } from '../yaml/check.js';
import {
  type RawHeadlineStyle,
  type RawStoryStyle,
  type RawStyles,
  type RawTextStyle,
  STORY_PARTS,
  stylesSchema,
} from './schema.js';
import { checkBodySizes, checkRoles } from './styles-checks.js';
import type { HeadlineStyle, StoryStyle, Styles, TextStyle } from './types.js';
import { readLeading, readRange, readSize, readSizes } from './values.js';

type Group = 'text' | 'headlines' | 'stories';
type Extending = { readonly extends?: string | undefined };

/** Quotations stand in by so much where their style does not say. */
const QUOTE_INSET = 2;

/** What reading one group of styles needs. */
export interface StylesReading extends Checked<RawStyles> {
  readonly report: Collector;
  /** Roles that fonts.yaml serves; undefined: not checked. */
  readonly roles: readonly Role[] | undefined;
}

/** A style with what it inherits filled in; null where it extends nothing known, or itself. */
const inherited = <T extends Extending>(group: Group, name: string, { data, at, report }: StylesReading): T | null => {
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

const readInks = ({ data, at, report }: StylesReading): Map<string, Ink> => {
  const inks = new Map<string, Ink>([
    ['black', BLACK],
    ['white', WHITE],
  ]);
  for (const [name, raw] of Object.entries(data.inks ?? {})) {
    if (Array.isArray(raw)) {
      const [c, m, y, k] = raw as [number, number, number, number];
      inks.set(name, { c, m, y, k });
    } else {
      const { c, m, y, k, spot } = raw;
      inks.set(name, { c, m, y, k, ...(spot === undefined ? {} : { spot }) });
    }
    const { c, m, y, k } = inks.get(name)!;
    const sum = c + m + y + k;
    if (sum > MOST_INK) {
      const message = `\`${name}\` has ${sum} per cent of ink, more than the ${MOST_INK} that newsprint takes`;
      report.error('value-invalid', message, {
        span: at(['inks', name]),
        hint: 'Take it out of the colours, not black.',
      });
    }
  }
  return inks;
};

/** A font role, an ink: what text and headlines have in common. */
const fontAndInk = (
  group: Group,
  name: string,
  raw: { readonly font?: string | undefined; readonly ink?: string | undefined },
  inks: ReadonlyMap<string, Ink>,
  reading: StylesReading,
): { font: string; ink: Ink } => {
  const ink = inkOf('ink', raw.ink ?? 'black', [group, name], inks, reading);
  if (raw.font === undefined) missing(group, name, 'font', reading);
  return { font: raw.font ?? '', ink: ink ?? BLACK };
};

/** The ink that a style's key names. An inherited one that is not there is complained of where it is written. */
const inkOf = (
  key: 'ink' | 'ground',
  ink: string,
  [group, name]: readonly [Group, string],
  inks: ReadonlyMap<string, Ink>,
  { data, at, report }: StylesReading,
): Ink | undefined => {
  const found = inks.get(ink);
  const isOwn = Object.hasOwn(data[group][name] ?? {}, key);
  if (found === undefined && isOwn) {
    report.error('style-unknown', `there is no ink \`${ink}\``, {
      span: at([group, name, key]),
      hint: suggest(ink, inks.keys()),
    });
  }
  return found;
};

/** Said at the style that begins the chain only, not at each that extends it. */
const missing = (
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

const readText = (name: string, inks: ReadonlyMap<string, Ink>, line: Pt, reading: StylesReading): TextStyle | null => {
  const raw = inherited<RawTextStyle>('text', name, reading);
  if (raw === null) return null;
  const { font, ink } = fontAndInk('text', name, raw, inks, reading);
  if (raw.size === undefined) missing('text', name, 'size', reading);
  const ground = raw.ground === undefined ? undefined : inkOf('ground', raw.ground, ['text', name], inks, reading);
  return {
    font,
    strong: raw.strong ?? font,
    emphasis: raw.emphasis ?? font,
    size: readSize(raw.size ?? 1),
    leading: readLeading(raw.leading ?? '1 line', line),
    ink,
    ...(ground === undefined ? {} : { ground }),
    align: raw.align ?? 'justify',
    indent: raw.indent ?? 0,
    inset: raw.inset ?? QUOTE_INSET,
    hanSpace: raw['han-space'] ?? 0.5,
    level: raw.level ?? 'strict',
    hanging: raw.hanging ?? '',
  };
};

const readHeadline = (name: string, inks: ReadonlyMap<string, Ink>, reading: StylesReading): HeadlineStyle | null => {
  const raw = inherited<RawHeadlineStyle>('headlines', name, reading);
  if (raw === null) return null;
  const { font, ink } = fontAndInk('headlines', name, raw, inks, reading);
  if (raw.sizes === undefined) missing('headlines', name, 'sizes', reading);
  const sizes = readSizes(raw.sizes ?? 1);
  const lines = readRange(raw.lines ?? '1..2', 4);
  const ends = [
    ['sizes', sizes],
    ['lines', lines],
  ] as const;
  for (const [key, { min, max }] of ends) {
    if (min <= max && min > 0) continue;
    const span = reading.at(['headlines', name, key]);
    reading.report.error('template-range', `\`${key}\` of \`${name}\` goes from ${min} to ${max}`, {
      span,
      hint: 'Write the least first; it must be more than 0.',
    });
  }
  return {
    font,
    sizes,
    lines,
    spacing: raw.spacing ?? 0.25,
    leading: raw.leading ?? 1.2,
    ink,
    align: raw.align ?? 'center',
  };
};

const readStory = (name: string, styles: Omit<Styles, 'stories'>, reading: StylesReading): StoryStyle | null => {
  const raw = inherited<RawStoryStyle>('stories', name, reading);
  if (raw === null) return null;
  const { at, keyAt, report } = reading;
  const headline = raw.headline === undefined ? undefined : styles.headlines.get(raw.headline);
  // An inherited name is complained of where it is written.
  const own = reading.data.stories[name]!;
  if (raw.headline === undefined) missing('stories', name, 'headline', reading);
  else if (!(raw.headline in reading.data.headlines) && own.headline !== undefined) {
    report.error('style-unknown', `there is no headline style \`${raw.headline}\``, {
      span: at(['stories', name, 'headline']),
      hint: suggest(raw.headline, Object.keys(reading.data.headlines)),
    });
  }
  if (raw.rank === undefined) missing('stories', name, 'rank', reading);
  /** The text style that a part names, or of its own name; a name that there is not is complained of. */
  const textOf = (part: (typeof STORY_PARTS)[number] | 'quote' | 'table' | 'table-head'): TextStyle | undefined => {
    const named = raw[part];
    if (named !== undefined && own[part] !== undefined && !(named in reading.data.text)) {
      report.error('style-unknown', `there is no text style \`${named}\``, {
        span: at(['stories', name, part]),
        hint: suggest(named, Object.keys(reading.data.text)),
      });
    }
    return styles.text.get(named ?? part);
  };
  const parts: Partial<Record<(typeof STORY_PARTS)[number], TextStyle>> = {};
  for (const part of STORY_PARTS) {
    const style = textOf(part) ?? (raw[part] === undefined ? styles.text.get('body') : undefined);
    if (style !== undefined) parts[part] = style;
  }
  const [quote, table, tableHead] = [textOf('quote'), textOf('table'), textOf('table-head')];
  const absent = STORY_PARTS.filter((one) => !(raw[one] ?? one in reading.data.text) && !('body' in reading.data.text));
  // Said once for all parts, and not again by styles that extend this one.
  if (absent.length > 0 && reading.data.stories[name]?.extends === undefined) {
    report.error('style-missing', `\`${name}\` names no style for ${absent.join(', ')}`, {
      span: keyAt(['stories', name]),
      hint: 'Name them, or define text styles of these names, or one called `body` for all.',
    });
  }
  if (headline === undefined || Object.keys(parts).length < STORY_PARTS.length) return null;
  const all = parts as Required<typeof parts>;
  return {
    rank: raw.rank ?? 1,
    headline,
    ...all,
    quote: quote ?? kaiOf(all.body),
    table: table ?? all.body,
    tableHead: tableHead ?? headOf(table ?? all.body),
  };
};

/** Quotations that no style is named for: as the body, in its face of emphasis; what is stressed in them in the body's. */
const kaiOf = (body: TextStyle): TextStyle => ({ ...body, font: body.emphasis, emphasis: body.font });

/** A table's head that no style is named for: as the table, in its face of strong words, in the middle of its cells. */
const headOf = (table: TextStyle): TextStyle => ({ ...table, font: table.strong, align: 'center' });

/** A map of what could be read, by name. */
const collect = <T>(names: readonly string[], read: (name: string) => T | null): Map<string, T> => {
  const all = new Map<string, T>();
  for (const name of names) {
    const value = read(name);
    if (value !== null) all.set(name, value);
  }
  return all;
};

/**
 * Reads styles.yaml; `line` is the page grid's leading, `roles` are those of fonts.yaml, `bodySize` is the size that
 * columns are measured in; what is not given is not checked.
 */
export const readStyles = (
  file: string,
  text: string,
  line: Pt,
  roles?: readonly Role[],
  bodySize?: Pt,
): Outcome<Styles> => {
  const checked = readYaml(stylesSchema, file, text);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const reading: StylesReading = { ...checked.value, report: new Collector(), roles };
  checkRoles(reading);
  const { data, report } = reading;
  const inks = readInks(reading);
  const styles = {
    inks,
    text: collect(Object.keys(data.text), (name) => readText(name, inks, line, reading)),
    headlines: collect(Object.keys(data.headlines), (name) => readHeadline(name, inks, reading)),
  };
  const stories = collect(Object.keys(data.stories), (name) => readStory(name, styles, reading));
  if (bodySize !== undefined) checkBodySizes({ ...styles, stories }, bodySize, reading);
  return { value: report.failed ? null : { ...styles, stories }, diagnostics: report.diagnostics };
};
