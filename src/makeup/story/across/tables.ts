/**
 * Tables that a story's columns are too narrow for: across several of them (跨栏), in the place that the template has
 * for pictures, and under the story's pictures where it shows any. What is left of the story is a version like any other,
 * and the tables are the body of one wide column, so that whatever sets stories sets both.
 */
import type { Em, Lines, Pt } from '../../../geometry/units.js';
import type { Article, Block } from '../../../issue/types.js';
import type { StoryNode, StoryStyle } from '../../../template/types.js';
import { COSTS } from '../../costs.js';
import { once } from '../../once.js';
import { type PictureWay, placesAcross } from '../beginnings.js';
import { roomAcross, type TextColumns } from '../columns.js';
import type { Copy } from '../copy/copy.js';
import { isTitle } from '../copy/paragraphs.js';
import { PICTURE_GAP, type PictureSize } from '../shape.js';
import type { TableColumns, TableCopy } from '../tables/tables.js';
import type { StoryPart, StoryVersion } from '../types.js';
import { heightOf } from './place.js';

/** Tables by themselves. */
export interface Tables {
  readonly article: Article;
  readonly copy: Copy;
}

/** A story with tables across its columns. */
export interface WithTablesAcross {
  /** What is left in its columns. */
  readonly version: StoryVersion;
  readonly tables: Tables;
  /** The story's node, with a place for them. */
  readonly node: StoryNode;
  readonly sizes: readonly PictureWay[];
}

/** Where tables stand in a story whose template has no place for a picture; how high they are follows from their rows. */
const AT_THE_RIGHT: StoryNode['picture'] = {
  at: 'right',
  columns: { min: 1, max: 1 },
  lines: { min: 1, max: 1 },
  keep: 1,
  caption: 'under',
};

/**
 * For a version of a story and columns, the version whose tables stand across several of them: those that do not fit
 * one, or in which words would be torn apart or rows have several lines. None where there is none such, and where they
 * are too wide for all columns together. Its pictures, in the sizes that they may have, stand over them. `copyOf` makes an
 * article's copy, from the story's place on or from its beginning.
 */
export function tablesAcross(
  node: StoryNode,
  part: StoryPart,
  style: StoryStyle,
  copyOf: (article: Article, from: StoryPart['from'], dropCap: Lines | null) => Copy,
): (
  version: StoryVersion,
  columns: TextColumns,
  fold: Pt | null,
  pictures: readonly PictureWay[],
) => readonly WithTablesAcross[] {
  const placed: StoryNode = { ...node, picture: node.picture ?? AT_THE_RIGHT };
  const partedBy = once(
    (version: StoryVersion, wide: readonly TableCopy[]) =>
      `${version.leftOut.length} ${version.dropCap} ${version.capPrice} ${wide.map(numberOf).join()}`,
    (version, wide) => {
      const { kept, taken } = parted(version.article, new Set(wide.map(numberOf)));
      return {
        version: { ...version, article: kept, copy: copyOf(kept, part.from, version.dropCap) },
        tables: { article: taken, copy: copyOf(taken, { block: 0, offset: 0 }, null) },
      };
    },
  );
  return (version, columns, fold, pictures) => {
    const isWhole = (table: TableCopy): boolean => version.article.body.indexOf(table.head) >= part.from.block;
    const wide = version.copy.tables.filter((table) => isWhole(table) && isNarrow(table, columns.measure));
    if (wide.length === 0) return [];
    const own = partedBy(version, wide);
    const sizes = sizesOf(placed, columns, own.tables.copy, style.body.size, fold).flatMap((size) =>
      under(pictures, size),
    );
    return sizes.length === 0 ? [] : [{ ...own, node: placed, sizes }];
  };
}

const numberOf = ({ head }: TableCopy): number => head.table;

/** Whether a table does not fit a measure, or would have a word torn apart, or rows of several lines. */
const isNarrow = (table: TableCopy, measure: Em): boolean => {
  const { fits, torn } = table.columnsAt(measure);
  return !fits || torn > 0 || [...table.rows.keys()].some((row) => table.height(row, measure) > 1);
};

/** An article without some of its tables, and these by themselves, each with its title. */
function parted(article: Article, tables: ReadonlySet<number>): { readonly kept: Article; readonly taken: Article } {
  const { body } = article;
  const isRow = (block: Block | undefined): boolean => block?.kind === 'row' && tables.has(block.table);
  const isTaken = (block: Block, index: number): boolean =>
    isRow(block) || (isTitle(block, body[index + 1]) && isRow(body[index + 1]));
  return {
    kept: { ...article, body: body.filter((block, index) => !isTaken(block, index)) },
    taken: { ...article, body: body.filter(isTaken) },
  };
}

/** A size of tables, and what it costs. */
type TablesWay = PictureWay & { readonly size: PictureSize };

/** The sizes of tables in a story's columns: as wide as some of them, as high as their rows then are. */
function sizesOf(node: StoryNode, columns: TextColumns, copy: Copy, em: Pt, fold: Pt | null): readonly TablesWay[] {
  const sizes: TablesWay[] = [];
  for (const { from, count } of placesAcross(node, columns, { min: 1, max: columns.columns.length }, fold)) {
    if (count < 2) continue;
    const { width, parts } = roomAcross(columns, from, count, fold);
    const set = copy.tables.map((table) => table.columnsAt(width / em));
    // No cell can lie across the fold of a spread.
    if (parts !== null || set.some(({ fits }) => !fits)) continue;
    const cost = set.reduce((sum, table) => sum + costOf(table, width / em), 0);
    sizes.push({ size: { columns: count, lines: heightOf(copy, width / em) }, cost });
  }
  return sizes;
}

/** What a table costs across columns of a width. */
function costOf({ natural, torn }: TableColumns, width: Em): number {
  const empty = Math.max(0, width - natural) / width;
  return COSTS.tableAcross + empty ** 2 * COSTS.tableSparse + torn * COSTS.wordTorn;
}

/** Tables of a size under each size of pictures as wide as they are, with what both take; by themselves without pictures. */
const under = (pictures: readonly PictureWay[], { size, cost }: TablesWay): readonly PictureWay[] =>
  pictures.flatMap((picture) => {
    if (picture.size === null) return [{ size, cost }];
    if (picture.size.columns !== size.columns) return [];
    return [{ size: { ...size, lines: picture.size.lines + PICTURE_GAP + size.lines }, cost: picture.cost + cost }];
  });
