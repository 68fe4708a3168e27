/**
 * Plain Latin and numbers shaped from what is kept of their pairs: every issue has numbers and words that no issue had
 * before, and to load fontkit and a font for each would take longer than to make up a page. Characters that the font
 * changes by more than one neighbour (OpenType GSUB and GPOS by context) are left to fontkit; what it shapes is held
 * against its pairs, and a font that ever differs is left to it as a whole.
 */
import type { Font } from 'fontkit';
import type { KeptFacts, KitGlyph } from './kept-facts.js';
import { covered, subTablesOf } from './layout-tables.js';

/** Shapes plain Latin from the pairs it knows. */
export interface PairShaper {
  /** The text as fontkit would shape it; null where it is not plain, or not all of its pairs are known. */
  compose(text: string): readonly KitGlyph[] | null;
  /** Takes the pairs of a text that fontkit has shaped, and those of numbers. */
  learn(text: string, shaped: readonly KitGlyph[]): void;
}

/** Whether a text is of ASCII's characters alone, whose shapes follow from the font's tables without its outlines. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);
const hasPairs = (text: string): boolean => text.length > 1 && isPlain(text);

/** fontkit takes a text's first letter for its script; without any it has none, and the font may have other figures. */
const scriptOf = (text: string): Script => (/[A-Za-z]/.test(text) ? 'latn' : 'none');
const SCRIPTS = ['latn', 'none'] as const;
type Script = (typeof SCRIPTS)[number];
/** What numbers are written with: their pairs are learned together. */
const NUMERALS = [...'0123456789.,:%/-'];

/** Pairs of a font, kept among its facts; `font` opens it, `shape` has fontkit shape a text as one in a script. */
export const pairShaper = (
  kept: KeptFacts,
  font: () => Font,
  shape: (text: string, script?: string) => readonly KitGlyph[],
): PairShaper => {
  const single = (character: string, script: Script): KitGlyph | null =>
    kept.known<KitGlyph | null>(`singles ${script}`, character) ?? null;
  const pair = (text: string, at: number, script: Script): number | null =>
    kept.known<number | null>(`pairs ${script}`, text.slice(at, at + 2)) ?? null;
  const compose = (text: string): readonly KitGlyph[] | null => {
    if (!hasPairs(text) || kept.known('unpaired', '') !== undefined) return null;
    const script = scriptOf(text);
    const glyphs: KitGlyph[] = [];
    for (let at = 0; at < text.length; at++) {
      const own = single(text[at]!, script);
      const advance = own && (at + 1 < text.length ? pair(text, at, script) : own.advance);
      if (own === null || advance === null) return null;
      glyphs.push({ ...own, advance });
    }
    return glyphs;
  };
  const learnPair = (text: string, script: Script): void => {
    const shaped = (own: string): readonly KitGlyph[] => shape(own, script === 'latn' ? script : undefined);
    for (const character of text) {
      kept.once(`singles ${script}`, character, () => plainGlyph(shaped(character), font(), character));
    }
    const [first, second] = [single(text[0]!, script), single(text[1]!, script)];
    kept.once(`pairs ${script}`, text, () => {
      if (first === null || second === null) return null;
      if (ligaturesOf(font()).has(`${first.id} ${second.id}`)) return null;
      return advanceInPair(shaped(text), first, second);
    });
  };
  return {
    compose,
    learn: (text, shaped) => {
      if (!hasPairs(text) || kept.known('unpaired', '') !== undefined) return;
      if (changedByContext(font()) === null) return void kept.once('unpaired', '', () => true);
      for (let at = 0; at + 1 < text.length; at++) learnPair(text.slice(at, at + 2), scriptOf(text));
      const numerals = NUMERALS.filter((character) => font().hasGlyphForCodePoint(character.codePointAt(0)!));
      for (const first of numerals) {
        for (const second of numerals) for (const script of SCRIPTS) learnPair(first + second, script);
      }
      const composed = compose(text);
      if (composed !== null && JSON.stringify(composed) !== JSON.stringify(shaped))
        kept.once('unpaired', '', () => true);
    },
  };
};

/** The one glyph of a character that nothing is moved for, and that no context changes. */
const plainGlyph = (shaped: readonly KitGlyph[], font: Font, character: string): KitGlyph | null => {
  const [glyph] = shaped;
  if (shaped.length !== 1 || glyph!.xOffset !== 0 || glyph!.yOffset !== 0) return null;
  const own = font.glyphForCodePoint(character.codePointAt(0)!).id;
  return [own, glyph!.id].some((id) => changedByContext(font)?.has(id) ?? true) ? null : glyph!;
};

/** How far the second glyph of a pair stands from the first, where that is all that the pair changes. */
const advanceInPair = (shaped: readonly KitGlyph[], first: KitGlyph, second: KitGlyph): number | null => {
  const [before, after] = shaped;
  if (shaped.length !== 2 || before === undefined || after === undefined) return null;
  const isAllThere = JSON.stringify([{ ...before, advance: first.advance }, after]) === JSON.stringify([first, second]);
  return isAllThere ? before.advance : null;
};

/** Features that fontkit sets Latin with unasked, by its default shaper. */
const FEATURES = 'rvrn ltra ltrm ccmp locl rlig mark mkmk calt clig liga rclt curs kern'.split(' ');
/** Lookups by context: of GSUB those after the ligatures, but for the extension; of GPOS those after marks. */
const LAST_WITHOUT_CONTEXT = { GSUB: 4, GPOS: 6 };
const LIGATURE = 4;

/** What is worked out once for a font. */
const ofFont = <V>(find: (font: Font) => V): ((font: Font) => V) => {
  const known = new WeakMap<Font, { readonly value: V }>();
  return (font) => {
    const entry = known.get(font) ?? { value: find(font) };
    known.set(font, entry);
    return entry.value;
  };
};

/** The glyphs that a context may change; null where that cannot be told: Apple's tables are machines of their own. */
const changedByContext = ofFont((font): ReadonlySet<number> | null => {
  if ((font as unknown as { morx?: unknown }).morx) return null;
  const found = new Set<number>();
  for (const name of ['GSUB', 'GPOS'] as const) {
    for (const { type, table } of subTablesOf(font, name, FEATURES)) {
      if (type <= LAST_WITHOUT_CONTEXT[name]) continue;
      const inputs = table.coverage ? [table.coverage] : (table.inputCoverage ?? table.coverages);
      if (inputs === undefined) return null;
      for (const glyph of inputs.flatMap(covered)) found.add(glyph);
    }
  }
  return found;
});

/** The first two glyphs of every ligature, however long it is. */
const ligaturesOf = ofFont((font): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { type, table } of subTablesOf(font, 'GSUB', FEATURES)) {
    if (type !== LIGATURE) continue;
    for (const [index, first] of covered(table.coverage!).entries()) {
      for (const { components } of table.ligatureSets!.get(index)) found.add(`${first} ${components[0]}`);
    }
  }
  return found;
});
