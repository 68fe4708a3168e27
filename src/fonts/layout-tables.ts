/** A font's OpenType layout tables as fontkit reads them: the parts that its types leave out. */
import type { Font } from 'fontkit';

/** OpenType's tables of what glyphs become, and of where they stand. */
export type LayoutTableName = 'GSUB' | 'GPOS';

/** Glyphs that a subtable is about, one by one or in ranges. */
export interface Coverage {
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[];
}

/** What there is in a subtable hangs on its lookup's type. */
export interface SubTable {
  readonly version?: number;
  readonly coverage?: Coverage;
  /** Of single substitutions. */
  readonly deltaGlyphID?: number;
  readonly substitute?: { get(index: number): number };
  /** Of ligatures. */
  readonly ligatureSets?: { get(index: number): readonly { readonly components: readonly number[] }[] };
  /** Of contexts that are given glyph by glyph: what each may be, from the first that changes on. */
  readonly coverages?: readonly Coverage[];
  readonly inputCoverage?: readonly Coverage[];
}

interface LayoutTable {
  readonly featureList: readonly {
    readonly tag: string;
    readonly feature: { readonly lookupListIndexes: readonly number[] };
  }[];
  readonly lookupList: {
    get(index: number): {
      readonly lookupType: number;
      readonly subTables: readonly (SubTable & { readonly lookupType?: number; readonly extension?: SubTable })[];
    };
  };
}

/** The lookup that only says where another one stands. */
const EXTENSION = { GSUB: 7, GPOS: 9 };

/** The subtables that features use, in order, each with the type of its lookup; none where the font has no such table. */
export const subTablesOf = (
  font: Font,
  name: LayoutTableName,
  features: readonly string[],
): readonly { readonly type: number; readonly table: SubTable }[] => {
  const table = (font as unknown as Partial<Record<LayoutTableName, LayoutTable>>)[name];
  if (!table) return [];
  const indexes = table.featureList
    .filter(({ tag }) => features.includes(tag))
    .flatMap(({ feature }) => feature.lookupListIndexes);
  return [...new Set(indexes)].flatMap((index) => {
    const { lookupType, subTables } = table.lookupList.get(index);
    return subTables.map((subTable) =>
      lookupType === EXTENSION[name]
        ? { type: subTable.lookupType!, table: subTable.extension! }
        : { type: lookupType, table: subTable },
    );
  });
};

/** The glyphs of a coverage, by their index in it. */
export const covered = ({ glyphs = [], rangeRecords = [] }: Coverage): readonly number[] => [
  ...glyphs,
  ...rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => start + at)),
];
