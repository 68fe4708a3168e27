/** A story's style: its headline, and the text styles of its parts. */
import { suggest } from '../diagnostics/nearest.js';
import { type RawStoryStyle, STORY_PARTS } from './schema.js';
import { inherited, missing, type StylesReading } from './styles-reading.js';
import type { HeadlineStyle, StoryStyle, Styles, TextStyle } from './types.js';

type Part = (typeof STORY_PARTS)[number];

/** The styles that a story's may name. */
type Known = Omit<Styles, 'stories'>;

/** Reads a story's style; null where it lacks any part. */
export const readStory = (name: string, styles: Known, reading: StylesReading): StoryStyle | null => {
  const raw = inherited<RawStoryStyle>('stories', name, reading);
  if (raw === null) return null;
  const headline = headlineOf(name, raw, styles, reading);
  if (raw.rank === undefined) missing('stories', name, 'rank', reading);
  const textOf = (part: Part | 'quote' | 'table' | 'table-head'): TextStyle | undefined =>
    styles.text.get(textNamed(name, part, raw, reading));
  const parts: Partial<Record<Part, TextStyle>> = {};
  for (const part of STORY_PARTS) {
    const style = textOf(part) ?? (raw[part] === undefined ? styles.text.get('body') : undefined);
    if (style !== undefined) parts[part] = style;
  }
  const [quote, table, tableHead] = [textOf('quote'), textOf('table'), textOf('table-head')];
  checkParts(name, raw, reading);
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

/** The headline style that it names. An inherited name that there is not is complained of where it is written. */
const headlineOf = (
  name: string,
  raw: RawStoryStyle,
  { headlines }: Known,
  reading: StylesReading,
): HeadlineStyle | undefined => {
  const { data, at, report } = reading;
  if (raw.headline === undefined) {
    missing('stories', name, 'headline', reading);
    return undefined;
  }
  if (!(raw.headline in data.headlines) && data.stories[name]!.headline !== undefined) {
    report.error('style-unknown', `there is no headline style \`${raw.headline}\``, {
      span: at(['stories', name, 'headline']),
      hint: suggest(raw.headline, Object.keys(data.headlines)),
    });
  }
  return headlines.get(raw.headline);
};

/** The name of a part's text style: the one it names, or its own; one that there is not is complained of where it is written. */
const textNamed = (
  name: string,
  part: Part | 'quote' | 'table' | 'table-head',
  raw: RawStoryStyle,
  { data, at, report }: StylesReading,
): string => {
  const named = raw[part];
  if (named !== undefined && data.stories[name]![part] !== undefined && !(named in data.text)) {
    report.error('style-unknown', `there is no text style \`${named}\``, {
      span: at(['stories', name, part]),
      hint: suggest(named, Object.keys(data.text)),
    });
  }
  return named ?? part;
};

/** Tells of parts that no style is for: once for all of them, and not again at styles that extend this one. */
const checkParts = (name: string, raw: RawStoryStyle, { data, keyAt, report }: StylesReading): void => {
  const absent = STORY_PARTS.filter((one) => !(raw[one] ?? one in data.text) && !('body' in data.text));
  if (absent.length === 0 || data.stories[name]?.extends !== undefined) return;
  report.error('style-missing', `\`${name}\` names no style for ${absent.join(', ')}`, {
    span: keyAt(['stories', name]),
    hint: 'Name them, or define text styles of these names, or one called `body` for all.',
  });
};

/** Quotations that no style is named for: as the body, in its face of emphasis; what is stressed in them in the body's. */
const kaiOf = (body: TextStyle): TextStyle => ({ ...body, font: body.emphasis, emphasis: body.font });

/** A table's head that no style is named for: as the table, in its face of strong words, in the middle of its cells. */
const headOf = (table: TextStyle): TextStyle => ({ ...table, font: table.strong, align: 'center' });
