/** What every node of a template is read with: its ranges and styles, checked. */
import type { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Range } from '../geometry/units.js';
import type { Path, Places } from '../yaml/places.js';
import type { RawNode } from './schema.js';
import type { Grid, Styles } from './types.js';
import { readRange, showRange } from './values.js';

/** What reading a tree needs beside the tree. */
export interface TreeReading extends Places {
  readonly grid: Grid;
  /** Base columns of the page, or of both pages of a spread. */
  readonly columns: number;
  /** Columns that what stands round a node leaves it at most, whatever slots stay empty. */
  readonly widest: number;
  readonly styles: Styles;
  readonly report: Collector;
}

/** Share of a picture that cropping must leave, where the template names none. */
export const KEEP = 0.6;
/** A range of the tree, checked to lie within the page. */
export const rangeAt = (
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

/** What a node takes of the page. */
export interface Extent {
  readonly width: Range;
  readonly height: Range;
}

/** A node’s width and height; where it names none, whatever the page has. */
export const extentOf = (raw: Pick<RawNode, 'width' | 'height'>, path: Path, reading: TreeReading): Extent => ({
  width: rangeAt(raw.width, 1, reading.columns, [...path, 'width'], 'columns', reading),
  height: rangeAt(raw.height, 1, reading.grid.lines, [...path, 'height'], 'lines', reading),
});

/** Says where a story style does not exist. `path` is where the style is written. */
export const checkStyle = (style: string, path: Path, { at, styles, report }: TreeReading): void => {
  if (styles.stories.has(style)) return;
  report.error('style-unknown', `styles.yaml has no story style \`${style}\``, {
    span: at(path),
    hint: suggest(style, styles.stories.keys()),
  });
};
