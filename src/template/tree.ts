/** A template's tree as its file writes it → the nodes that make-up takes. */
import type { Span } from '../diagnostics/types.js';
import { toMm } from '../geometry/units.js';
import type { Path } from '../yaml/places.js';
import { checkStyle, type Extent, extentOf, KEEP, rangeAt, type TreeReading } from './reading.js';
import type {
  RawAdvertisement,
  RawColumns,
  RawFixture,
  RawFree,
  RawNode,
  RawPhoto,
  RawRows,
  RawStory,
  RawTeaser,
} from './schema.js';
import { freeNode, storyNode } from './story-node.js';
import type { AdvertisementNode, FixtureNode, PhotoNode, TeaserNode, TemplateNode } from './types.js';
import { columnsWidth, heldBy, justTooWide } from './values.js';

const FIXTURES = ['masthead', 'strip', 'folio', 'imprint'] as const;

/** Lines of the paper's own parts, where the template names none: elastic, they would take up what the page lacks. */
const FIXTURE_LINES = { masthead: '8..14', strip: 2, folio: 2, imprint: 2 } as const;

const photoNode = (raw: RawPhoto, path: Path, span: Span, reading: TreeReading): PhotoNode => {
  checkStyle(raw.style, [...path, 'style'], reading);
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
  checkStyle(raw.style, [...path, 'style'], reading);
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
  const held = heldBy({ width, height }, grid, reading.columns);
  const { columns, lines } = held;
  const wide = raw.width === undefined && held.isHeld ? justTooWide(width, held) : null;
  if (wide !== null) {
    report.warning('advertisement-size', wide.message, { span: at([...path, 'mm']), hint: wide.hint });
  }
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
  const children = (key: 'rows' | 'columns', nodes: readonly RawNode[], { width }: Extent): TemplateNode[] => {
    const inside = { ...reading, widest: Math.min(reading.widest, width.max) };
    return nodes.map((child, index) => readNode(child, [...path, key, index], inside));
  };
  const key = KINDS.find((kind) => kind in raw)!;
  const span =
    key === 'rows' || key === 'columns' || key === 'free' || FIXTURES.some((kind) => kind === key)
      ? reading.keyAt([...path, key])
      : reading.at([...path, key]);
  switch (key) {
    case 'rows': {
      const { rows, rule, gap } = raw as RawRows;
      const extent = extentOf(raw, path, reading);
      return {
        kind: 'rows',
        ...extent,
        span,
        children: children('rows', rows, extent),
        gap: rangeAt(gap ?? 1, 0, reading.grid.lines, [...path, 'gap'], 'lines', reading),
        rule: rule ?? 'hairline',
      };
    }
    case 'columns': {
      const { columns, rule } = raw as RawColumns;
      const extent = extentOf(raw, path, reading);
      return {
        kind: 'columns',
        ...extent,
        span,
        children: children('columns', columns, extent),
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
    case 'free':
      return freeNode(raw as RawFree, path, span, reading);
    default:
      return fixtureNode(raw as RawFixture, path, span, reading);
  }
};

const KINDS = ['rows', 'columns', 'story', 'photo', 'teaser', 'advertisement', 'free', ...FIXTURES] as const;
