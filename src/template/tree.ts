/** A template's tree as its file writes it → the nodes that make-up takes. */
import type { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Span } from '../diagnostics/types.js';
import { mm, type Range, toMm } from '../geometry/units.js';
import type { Path, Places } from '../yaml/places.js';
import type {
  RawAdvertisement,
  RawColumns,
  RawFixture,
  RawNode,
  RawPhoto,
  RawRows,
  RawStory,
  RawTeaser,
} from './schema.js';
import type {
  AdvertisementNode,
  FixtureNode,
  Grid,
  PhotoNode,
  StoryNode,
  Styles,
  TeaserNode,
  TemplateNode,
} from './types.js';
import { columnsWidth, readRange, showRange } from './values.js';

/** What reading a tree needs beside the tree. */
export interface TreeReading extends Places {
  readonly grid: Grid;
  /** Base columns of the page, or of both pages of a spread. */
  readonly columns: number;
  readonly styles: Styles;
  readonly report: Collector;
}

const FIXTURES = ['masthead', 'strip', 'folio', 'imprint'] as const;

/** Share of a picture that cropping must leave, where the template names none. */
const KEEP = 0.6;
const PICTURE_LINES = '8..20';

/** Lines of the paper's own parts, where the template names none: elastic, they would take up what the page lacks. */
const FIXTURE_LINES = { masthead: '8..14', strip: 2, folio: 2, imprint: 2 } as const;

/** A range of the tree, checked to lie within the page. */
const rangeAt = (
  raw: string | number | undefined,
  least: number,
  most: number,
  path: Path,
  what: string,
  { at, report }: TreeReading,
): Range => {
  if (raw === undefined) return { min: least, max: most };
  const range = readRange(raw, most);
  if (range.min > range.max) {
    report.error('template-range', `the range ${showRange(range)} ends before it begins`, {
      span: at(path),
      hint: `Write ${range.max}..${range.min}.`,
    });
  } else if (range.min < least || range.min > most) {
    report.error('template-range', `${showRange(range)} ${what} cannot be: there are ${least} to ${most}`, {
      span: at(path),
    });
  }
  return { min: range.min, max: Math.max(range.min, Math.min(range.max, most)) };
};

const extentOf = (raw: RawNode, path: Path, reading: TreeReading): { width: Range; height: Range } => ({
  width: rangeAt(raw.width, 1, reading.columns, [...path, 'width'], 'columns', reading),
  height: rangeAt(raw.height, 1, reading.grid.lines, [...path, 'height'], 'lines', reading),
});

const checkStyle = (style: string, path: Path, { at, styles, report }: TreeReading): void => {
  if (styles.stories.has(style)) return;
  report.error('style-unknown', `styles.yaml has no story style \`${style}\``, {
    span: at([...path, 'style']),
    hint: suggest(style, styles.stories.keys()),
  });
};

/** Only a headline over some of the columns covers so many, and fewer than there are. */
const checkCover = (raw: RawStory, { headline, width, divide }: StoryNode, path: Path, reading: TreeReading): void => {
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

const storyNode = (raw: RawStory, path: Path, span: Span, reading: TreeReading): StoryNode => {
  checkStyle(raw.style, path, reading);
  const { columns, grid } = reading;
  const picture = raw.picture;
  const node: StoryNode = {
    kind: 'story',
    ...extentOf(raw, path, reading),
    span,
    slot: raw.story,
    style: raw.style,
    headline: raw.headline ?? 'over',
    cover: raw.cover ?? columns,
    // A column may be cut in two, not into slivers.
    divide:
      raw.divide === undefined ? null : rangeAt(raw.divide, 1, columns * 2, [...path, 'divide'], 'columns', reading),
    dividesFreely: false,
    box: raw.box ?? 'none',
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
  return node;
};

const photoNode = (raw: RawPhoto, path: Path, span: Span, reading: TreeReading): PhotoNode => {
  checkStyle(raw.style, path, reading);
  return {
    kind: 'photo',
    ...extentOf(raw, path, reading),
    span,
    slot: raw.photo,
    style: raw.style,
    caption: raw.caption ?? 'under',
    box: raw.box ?? 'none',
    keep: raw.keep ?? KEEP,
  };
};

const teaserNode = (raw: RawTeaser, path: Path, span: Span, reading: TreeReading): TeaserNode => {
  checkStyle(raw.style, path, reading);
  return {
    kind: 'teaser',
    ...extentOf(raw, path, reading),
    span,
    slot: raw.teaser,
    style: raw.style,
    box: raw.box ?? 'none',
  };
};

/** An advertisement sold in millimetres takes the least columns and lines that hold it. */
const advertisementNode = (raw: RawAdvertisement, path: Path, span: Span, reading: TreeReading): AdvertisementNode => {
  const { grid, at, report } = reading;
  const extent = extentOf(raw, path, reading);
  const node = { kind: 'advertisement', span, slot: raw.advertisement } as const;
  if (raw.mm === undefined) return { ...node, ...extent };
  const [width, height] = raw.mm as [number, number];
  const widthOf = (columns: number): number => toMm(columnsWidth(columns, grid.measure, grid.gap) * grid.bodySize);
  let columns = 1;
  while (columns < reading.columns && widthOf(columns) < width - 0.05) columns += 1;
  const lines = Math.ceil(mm(height) / grid.leading - 0.01);
  const most = raw.width === undefined ? reading.columns : extent.width.max;
  if (widthOf(most) < width - 0.05) {
    report.error(
      'advertisement-size',
      `an advertisement ${width} mm wide does not fit ${most} ${most === 1 ? 'column' : 'columns'} of ${widthOf(most).toFixed(1)} mm`,
      { span: at([...path, 'mm']), hint: 'Give it more columns, or a smaller size.' },
    );
  }
  if (raw.height === undefined ? lines > grid.lines : lines > extent.height.max) {
    report.error('advertisement-size', `an advertisement ${height} mm high needs ${lines} lines`, {
      span: at([...path, 'mm']),
      hint: `There are ${raw.height === undefined ? grid.lines : extent.height.max}.`,
    });
  }
  return {
    ...node,
    width: raw.width === undefined ? { min: columns, max: columns } : extent.width,
    height: raw.height === undefined ? { min: lines, max: lines } : extent.height,
    mm: { width, height },
  };
};

const fixtureNode = (raw: RawFixture, path: Path, span: Span, reading: TreeReading): FixtureNode => {
  const kind = FIXTURES.find((one) => one in raw)!;
  return { kind, ...extentOf({ ...raw, height: raw.height ?? FIXTURE_LINES[kind] }, path, reading), span };
};

/** Reads a node and what is under it. A node's span is the key that says its kind. */
export const readNode = (raw: RawNode, path: Path, reading: TreeReading): TemplateNode => {
  const children = (key: 'rows' | 'columns', nodes: readonly RawNode[]): TemplateNode[] =>
    nodes.map((child, index) => readNode(child, [...path, key, index], reading));
  const key = KINDS.find((kind) => kind in raw)!;
  const span =
    key === 'rows' || key === 'columns' || FIXTURES.some((kind) => kind === key)
      ? reading.keyAt([...path, key])
      : reading.at([...path, key]);
  switch (key) {
    case 'rows': {
      const { rows, rule, gap } = raw as RawRows;
      return {
        kind: 'rows',
        ...extentOf(raw, path, reading),
        span,
        children: children('rows', rows),
        gap: rangeAt(gap ?? 1, 0, reading.grid.lines, [...path, 'gap'], 'lines', reading),
        rule: rule ?? 'hairline',
      };
    }
    case 'columns': {
      const { columns, rule } = raw as RawColumns;
      return {
        kind: 'columns',
        ...extentOf(raw, path, reading),
        span,
        children: children('columns', columns),
        rule: rule ?? 'hairline',
      };
    }
    case 'story':
      return storyNode(raw as RawStory, path, span, reading);
    case 'photo':
      return photoNode(raw as RawPhoto, path, span, reading);
    case 'teaser':
      return teaserNode(raw as RawTeaser, path, span, reading);
    case 'advertisement':
      return advertisementNode(raw as RawAdvertisement, path, span, reading);
    default:
      return fixtureNode(raw as RawFixture, path, span, reading);
  }
};

const KINDS = ['rows', 'columns', 'story', 'photo', 'teaser', 'advertisement', ...FIXTURES] as const;
