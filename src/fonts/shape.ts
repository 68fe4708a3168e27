/** Shaping of other writing: runs of one face, shaped by fontkit, every character said by exactly one glyph. */
import type { FontFace } from './face.js';
import type { KitGlyph } from './kept-facts.js';
import type { ShapedGlyph } from './types.js';

/** Code points that join or vary others and need no glyph of their own. */
const JOINERS = /\p{Join_Control}|\p{Variation_Selector}/u;

/** Text whose characters stand for themselves: no cluster, and no need of ICU, which takes some time to start. */
const SIMPLE = /^[ -~]*$/;
let graphemes: Intl.Segmenter | undefined;

/** The clusters of a text: characters with what joins or varies them. */
const clustersOf = (text: string): readonly string[] => {
  if (SIMPLE.test(text)) return [...text];
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
};

/** Shapes `text` with the first of `faces` that has all of a cluster's characters. */
export const shapeText = (faces: readonly FontFace[], text: string): readonly ShapedGlyph[] => {
  const runs: { face: FontFace; source: ShapedGlyph['source']; text: string }[] = [];
  for (const cluster of clustersOf(text)) {
    const index = faces.findIndex((face) => covers(face, cluster));
    const face = faces[Math.max(index, 0)]!;
    const source = index === 0 ? 'own' : index > 0 ? 'fallback' : 'none';
    const last = runs.at(-1);
    if (last?.face === face && last.source === source) last.text += cluster;
    else runs.push({ face, source, text: cluster });
  }
  return runs.flatMap((run) => shapeRun(run.face, run.source, run.text));
};

const covers = (face: FontFace, cluster: string): boolean =>
  [...cluster].every((character) => JOINERS.test(character) || face.glyphOf(character.codePointAt(0)!) !== 0);

const shapeRun = (face: FontFace, source: ShapedGlyph['source'], text: string): ShapedGlyph[] =>
  face.shape(text).map((glyph) => ({ face: face.id, source, ...(isWideQuote(glyph) ? trimmed(face, glyph) : glyph) }));

/** Whether a glyph is one of the curly quotes that Chinese fonts have as marks of Chinese, in the half of a cell. */
const isWideQuote = ({ advance, text }: KitGlyph): boolean => advance > 0.9 && /^[‘’“”]$/.test(text);

/** White at either side of a curly quote in Latin, in ems. */
const QUOTE_BEARING = 0.07;

/** A quote without the white of its cell: in Latin it is as wide as its ink. */
const trimmed = (face: FontFace, glyph: KitGlyph): KitGlyph => {
  const ink = face.inkBox(glyph.id);
  if (ink === null) return glyph;
  const { xMin, xMax } = ink;
  return { ...glyph, advance: xMax - xMin + 2 * QUOTE_BEARING, xOffset: QUOTE_BEARING - xMin };
};
