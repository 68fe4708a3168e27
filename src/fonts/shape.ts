/** Shaping of other writing: runs of one face, shaped by fontkit, every character said by exactly one glyph. */
import type { FontFace } from './face.js';
import type { ShapedGlyph } from './types.js';

/** Code points that join or vary others and need no glyph of their own. */
const JOINERS = /\p{Join_Control}|\p{Variation_Selector}/u;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Shapes `text` with the first of `faces` that has all of a cluster's characters. */
export const shapeText = (faces: readonly FontFace[], text: string): readonly ShapedGlyph[] => {
  const runs: { face: FontFace; source: ShapedGlyph['source']; text: string }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const index = faces.findIndex((face) => covers(face, segment));
    const face = faces[Math.max(index, 0)]!;
    const source = index === 0 ? 'own' : index > 0 ? 'fallback' : 'none';
    const last = runs.at(-1);
    if (last?.face === face && last.source === source) last.text += segment;
    else runs.push({ face, source, text: segment });
  }
  return runs.flatMap((run) => shapeRun(run.face, run.source, run.text));
};

const covers = (face: FontFace, cluster: string): boolean =>
  [...cluster].every((character) => JOINERS.test(character) || face.glyphOf(character.codePointAt(0)!) !== 0);

const shapeRun = (face: FontFace, source: ShapedGlyph['source'], text: string): ShapedGlyph[] =>
  face.shape(text).map((glyph) => ({ face: face.id, source, ...glyph }));
