/** `styles.yaml` → the paper's styles, each with what it inherits. */
import { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import type { Pt } from '../geometry/units.js';
import { BLACK, type Ink, MOST_INK, WHITE } from '../page/types.js';
import { readYaml } from '../yaml/check.js';
import { type RawHeadlineStyle, type RawTextStyle, stylesSchema } from './schema.js';
import { readStory } from './story-styles.js';
import { checkBodySizes, checkLeadings, checkRoles } from './styles-checks.js';
import { type Group, inherited, missing, type StylesReading } from './styles-reading.js';
import type { HeadlineStyle, Styles, TextStyle } from './types.js';
import { readLeading, readRange, readSize, readSizes } from './values.js';

/** Quotations stand in by so much where their style does not say. */
const QUOTE_INSET = 2;

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
  if (bodySize !== undefined) {
    checkBodySizes({ ...styles, stories }, bodySize, reading);
    checkLeadings({ ...styles, stories }, line, reading);
  }
  return { value: report.failed ? null : { ...styles, stories }, diagnostics: report.diagnostics };
};
