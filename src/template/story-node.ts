/** Slots of stories as a template writes them, named ones and those of a free region. */
import type { Span } from '../diagnostics/types.js';
import { dividedMeasure, MOST_IN_COLUMN } from '../geometry/columns.js';
import type { Path } from '../yaml/places.js';
import { checkStyle, extentOf, KEEP, rangeAt, type TreeReading } from './reading.js';
import type { RawFree, RawFreePiece, RawStory } from './schema.js';
import { type FreeNode, type FreePiece, MOST_STORIES, type StoryNode } from './types.js';
import { showRange } from './values.js';

const PICTURE_LINES = '8..20';

/** What a template says of any story, named or not. */
type Looks = Omit<RawStory, 'story' | 'style'>;

/** Only a headline over some of the columns covers so many, and fewer than there are. */
const checkCover = (raw: Looks, { headline, width, divide }: StoryNode, path: Path, reading: TreeReading): void => {
  const warn = (message: string, key: string, hint: string): void =>
    reading.report.warning('headline-cover', message, { span: reading.at([...path, key]), hint });
  const coversSome = headline === 'beside' || headline === 'middle';
  const columns = Math.max(width.max, divide?.max ?? 0);
  if (coversSome && raw.cover === undefined) {
    const message = `\`headline: ${headline}\` without \`cover\` stands over all columns`;
    warn(message, 'headline', 'Say how many columns it covers: cover: 2.');
  } else if (!coversSome && raw.cover !== undefined) {
    const message = `\`cover\` says nothing of \`headline: ${headline}\``;
    warn(message, 'cover', 'Take it away, or write headline: beside or headline: middle.');
  } else if (coversSome && raw.cover !== undefined && raw.cover >= columns) {
    const message = `\`cover: ${raw.cover}\` of ${columns} columns at most stands over all of them`;
    warn(message, 'cover', 'Cover fewer, or take away headline and cover.');
  }
};

/** More columns than any width that the slot may have is cut into; across the fold of a spread nothing is. */
const checkDivide = (
  { divide, width }: StoryNode,
  path: Path,
  { columns, widest, grid, at, report }: TreeReading,
): void => {
  const most = Math.min(widest, width.max);
  if (divide === null || divide.min > divide.max || divide.min <= most * MOST_IN_COLUMN) return;
  // More than the whole page could have is told of as such.
  if (divide.min > columns * MOST_IN_COLUMN) return;
  if (columns > grid.columns && most > 1) return;
  const cut = `${most} ${most === 1 ? 'column' : 'columns'} at most into ${divide.min}`;
  report.error(
    'template-divide',
    `\`divide: ${showRange(divide)}\` cuts ${cut} of ${dividedMeasure(divide.min, most, grid)} characters`,
    {
      span: at([...path, 'divide']),
      hint: `Write ${most * MOST_IN_COLUMN} at most, which have ${dividedMeasure(most * MOST_IN_COLUMN, most, grid)} characters, or give the slot more columns.`,
    },
  );
};

/** A picture across more text columns than the slot ever has. */
const checkPicture = ({ picture, divide, width }: StoryNode, path: Path, { widest, at, report }: TreeReading): void => {
  // Across the fold of a spread nothing is re-divided.
  const most = Math.max(Math.min(widest, width.max), divide?.max ?? 0);
  if (picture === null || picture.columns.min <= most) return;
  const message = `the picture stands across ${picture.columns.min} of ${most} ${most === 1 ? 'column' : 'columns'} at most`;
  report.error('template-range', message, {
    span: at([...path, 'picture', 'columns']),
    hint: 'Give it fewer columns, or the slot more.',
  });
};

/** A story's slot with the name and the style that it is to have. */
const nodeOf = (
  raw: Looks,
  own: Pick<StoryNode, 'slot' | 'style' | 'span' | 'weighsShape'>,
  path: Path,
  reading: TreeReading,
): StoryNode => {
  const { columns, grid } = reading;
  const picture = raw.picture;
  const node: StoryNode = {
    kind: 'story',
    ...extentOf(raw, path, reading),
    ...own,
    headline: raw.headline ?? 'over',
    cover: raw.cover ?? columns,
    divide:
      raw.divide === undefined
        ? null
        : rangeAt(raw.divide, 1, columns * MOST_IN_COLUMN, [...path, 'divide'], 'columns', reading),
    isPhotoText: false,
    box: raw.box ?? 'none',
    dropCap: raw['drop-cap'] ?? null,
    picture:
      picture === undefined
        ? null
        : {
            at: picture.at,
            columns: rangeAt(picture.columns ?? 1, 1, columns * 2, [...path, 'picture', 'columns'], 'columns', reading),
            lines: rangeAt(
              picture.lines ?? PICTURE_LINES,
              1,
              grid.lines,
              [...path, 'picture', 'lines'],
              'lines',
              reading,
            ),
            keep: picture.keep ?? KEEP,
            caption: picture.caption ?? 'under',
          },
  };
  checkCover(raw, node, path, reading);
  checkDivide(node, path, reading);
  checkPicture(node, path, reading);
  return node;
};

/** A story's slot. */
export const storyNode = (raw: RawStory, path: Path, span: Span, reading: TreeReading): StoryNode => {
  checkStyle(raw.style, [...path, 'style'], reading);
  return nodeOf(raw, { slot: raw.story, style: raw.style, span, weighsShape: false }, path, reading);
};

/** What a story of a free region may be. */
const freePiece = (raw: RawFreePiece, path: Path, reading: TreeReading): FreePiece => {
  const which = rangeAt(raw.for, 1, MOST_STORIES, [...path, 'for'], 'stories', reading);
  const styles = [raw.style].flat();
  for (const [index, style] of styles.entries()) {
    checkStyle(style, Array.isArray(raw.style) ? [...path, 'style', index] : [...path, 'style'], reading);
  }
  const own = { slot: '', style: styles[0]!, span: reading.at(path), weighsShape: true };
  return { for: which, story: nodeOf(raw, own, path, reading), styles };
};

/** A region that make-up cuts by itself. */
export const freeNode = (raw: RawFree, path: Path, span: Span, reading: TreeReading): FreeNode => ({
  kind: 'free',
  ...extentOf(raw, path, reading),
  span,
  pieces: raw.free.map((piece, index) => freePiece(piece, [...path, 'free', index], reading)),
  gap: rangeAt(raw.gap ?? 1, 0, reading.grid.lines, [...path, 'gap'], 'lines', reading),
  rule: raw.rule ?? 'hairline',
});
