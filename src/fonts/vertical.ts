/** Vertical forms from a font's `vert` feature, glyph to glyph (OpenType GSUB, single substitution). */
import type { Font } from 'fontkit';

interface Coverage {
  readonly version: number;
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly {
    readonly start: number;
    readonly end: number;
    readonly startCoverageIndex: number;
  }[];
}

interface Single {
  readonly version: number;
  readonly coverage: Coverage;
  readonly deltaGlyphID?: number;
  readonly substitute?: { get(index: number): number };
}

interface Lookup {
  readonly lookupType: number;
  readonly subTables: readonly (Single & { readonly lookupType?: number; readonly extension?: Single })[];
}

/** The part of fontkit's GSUB that its types leave out. */
interface SubstitutionTable {
  readonly featureList: readonly {
    readonly tag: string;
    readonly feature: { readonly lookupListIndexes: readonly number[] };
  }[];
  readonly lookupList: { get(index: number): Lookup };
}

const SINGLE = 1;
const EXTENSION = 7;

/** Glyph → vertical form; empty where the font has none. */
export const verticalForms = (font: Font): ReadonlyMap<number, number> => {
  const forms = new Map<number, number>();
  const table = (font as unknown as { GSUB?: SubstitutionTable }).GSUB;
  const lookups = table?.featureList
    .filter(({ tag }) => tag === 'vert')
    .flatMap(({ feature }) => feature.lookupListIndexes);
  for (const index of new Set(lookups ?? [])) {
    const lookup = table!.lookupList.get(index);
    for (const subTable of lookup.subTables) {
      const type = lookup.lookupType === EXTENSION ? subTable.lookupType : lookup.lookupType;
      const single = lookup.lookupType === EXTENSION ? subTable.extension : subTable;
      if (type === SINGLE && single) addSingle(single, forms);
    }
  }
  return forms;
};

const addSingle = ({ version, coverage, deltaGlyphID = 0, substitute }: Single, forms: Map<number, number>): void => {
  const add = (glyph: number, index: number): void => {
    const form = version === 1 ? (glyph + deltaGlyphID) & 0xffff : substitute?.get(index);
    if (form !== undefined && !forms.has(glyph)) forms.set(glyph, form);
  };
  coverage.glyphs?.forEach(add);
  for (const { start, end, startCoverageIndex } of coverage.rangeRecords ?? []) {
    for (let glyph = start; glyph <= end; glyph++) add(glyph, startCoverageIndex + glyph - start);
  }
};
