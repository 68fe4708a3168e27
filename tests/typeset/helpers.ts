import type { Fonts } from '../../src/fonts/types.js';
import {
  bestBreaking,
  breakOffsets,
  breakParagraph,
  justify,
  type Level,
  type Line,
  type LineStyle,
  type Paragraph,
  prepare,
} from '../../src/typeset/index.js';
import { fakeFonts } from './fake-fonts.js';

export const bodyStyle: LineStyle = { level: 'strict', indent: 0, hanSpace: 0.5, hanging: '', align: 'justify' };

export const plain = (text: string, style: Partial<LineStyle> = {}, names: readonly string[] = []): Paragraph => ({
  runs: [{ text, role: 'song' }],
  style: { ...bodyStyle, ...style },
  names,
});

/** The text with `|` where it may break. */
export const marked = (text: string, level: Level = 'strict'): string => {
  let shown = '';
  let at = 0;
  for (const offset of breakOffsets(text, level)) {
    shown += `${text.slice(at, offset)}|`;
    at = offset;
  }
  return shown + text.slice(at);
};

/** The best lines of a paragraph. */
export const set = (paragraph: Paragraph, measure: number, fonts: Fonts = fakeFonts): readonly Line[] => {
  const prepared = prepare(paragraph, fonts);
  return justify(prepared, bestBreaking(breakParagraph(prepared, measure)), measure, fonts);
};
