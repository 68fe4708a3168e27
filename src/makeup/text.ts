/** Small texts (kickers, captions, imprints): set in a style at a measure, as a frame. */
import type { Fonts } from '../fonts/types.js';
import { ASCENT, type Em, type Pt } from '../geometry/units.js';
import { GROUND_PAST_ENDS } from '../page/ground.js';
import { glyphsIn, stretchesOf } from '../page/stretches.js';
import type { Frame, Glyphs, Group, PlacedItem, Tag } from '../page/types.js';
import type { TextStyle } from '../template/types.js';
import {
  bestBreaking,
  breakParagraph,
  displayBreaking,
  headlineBreakings,
  justify,
  type Line,
  type Paragraph,
  placeHeadline,
  prepare,
} from '../typeset/index.js';
import { baselineIn } from './solve/grid.js';

/** A text in one face, as a paragraph in a style. */
export function plainParagraph(text: string, style: TextStyle, names: readonly string[] = []): Paragraph {
  return {
    runs: [{ text, role: style.font }],
    style: {
      level: style.level,
      indent: style.indent,
      hanSpace: style.hanSpace,
      hanging: style.hanging,
      align: style.align,
    },
    names,
  };
}

/** What a line's glyphs look like. */
type Looks = Pick<TextStyle, 'size' | 'ink' | 'ground'>;

/** A line's glyphs as something to place on a frame. */
export function glyphsOf({ stretches }: Line, { size, ink, ground }: Looks): Glyphs {
  return { kind: 'glyphs', size, ink, ...(ground === undefined ? {} : { ground }), stretches };
}

/** Lines of running text in a measure. */
export function setText(
  text: string,
  style: TextStyle,
  width: Pt,
  fonts: Fonts,
  names: readonly string[] = [],
): readonly Line[] {
  if (text === '') return [];
  const prepared = prepare(plainParagraph(text, style, names), fonts);
  const measure = width / style.size;
  return justify(prepared, bestBreaking(breakParagraph(prepared, measure)), measure, fonts);
}

/** Rounding in a width that nobody sees. */
const TOLERANCE: Em = 0.01;

/**
 * Display lines (kicker, deck, title): as few as fit the measure, balanced, broken at words. With a block under them they
 * are set in from the measure's edges, for it stands there and reaches beyond their ends.
 */
export function setDisplay(
  text: string,
  style: TextStyle,
  width: Pt,
  fonts: Fonts,
  words: readonly string[],
  names: readonly string[] = [],
): readonly Line[] {
  if (text === '') return [];
  const clear: Em = style.ground === undefined ? 0 : GROUND_PAST_ENDS;
  const measure: Em = width / style.size - 2 * clear;
  const prepared = prepare(plainParagraph(text, { ...style, indent: 0 }, names), fonts);
  const breaking = displayBreaking(prepared, words, measure + TOLERANCE);
  const align = style.align === 'justify' ? 'start' : style.align;
  const lines =
    breaking === undefined
      ? setText(text, { ...style, indent: 0 }, measure * style.size, fonts, names)
      : placeHeadline(prepared, breaking, { measure, maxSpacing: 0, align }, fonts);
  return clear === 0 ? lines : lines.map((line) => setIn(line, clear));
}

/** A line of upright glyphs, further to the right. */
const setIn = (line: Line, by: Em): Line => ({
  ...line,
  stretches: line.stretches.map((stretch) => ({ ...stretch, along: stretch.along.map((x) => x + by) })),
});

/** Lines stacked at a leading, from the top; the em box of each stands in the middle of its leading. */
export function stackLines(lines: readonly Line[], style: Looks & Pick<TextStyle, 'leading'>, width: Pt): Frame {
  return {
    size: { width, height: lines.length * style.leading },
    children: lines.map((line, index) => ({
      at: { x: 0, y: index * style.leading + baselineIn(style.leading, style.size) },
      item: glyphsOf(line, style),
    })),
  };
}

/** Items moved to the right and down. */
export const shifted = (items: readonly PlacedItem[], x: Pt, y: Pt): readonly PlacedItem[] =>
  items.map(({ at, item }) => ({ at: { x: at.x + x, y: at.y + y }, item }));

/** A frame as a tagged group. */
export function group(tag: Tag, frame: Frame): Group {
  return { kind: 'group', tag, frame };
}

/** A line to be placed, and how wide it is. */
export interface Label {
  readonly placed: PlacedItem;
  readonly width: Pt;
}

/** A text on one line from a point on its baseline, for fixtures: start, centre or end at x. */
export function label(
  text: string,
  style: TextStyle,
  at: { readonly x: Pt; readonly baseline: Pt },
  align: 'start' | 'center' | 'end',
  fonts: Fonts,
  spacing: Em = 0,
): Label {
  const line = oneLine(text, style, fonts, spacing);
  const width = line.width * style.size;
  const shift = align === 'start' ? 0 : align === 'center' ? width / 2 : width;
  return {
    placed: { at: { x: at.x - shift, y: at.baseline }, item: glyphsOf(line, style) },
    width,
  };
}

/** As `label`, smaller where its line would be wider than its room. */
export function labelWithin(room: Pt, ...[text, style, ...rest]: Parameters<typeof label>): Label {
  const natural = label(text, style, ...rest);
  if (natural.width <= room) return natural;
  return label(text, { ...style, size: (style.size * room) / natural.width }, ...rest);
}

/** A text on one line at its natural width, or letterspaced. */
export function oneLine(text: string, style: TextStyle, fonts: Fonts, spacing: Em = 0): Line {
  const prepared = prepare(plainParagraph(text, { ...style, indent: 0, align: 'start' }), fonts);
  const single = headlineBreakings(prepared, [text], 1)[0]!;
  const measure = single.widths[0]!;
  const [line] = placeHeadline(prepared, single.breaking, { measure, maxSpacing: 0, align: 'start' }, fonts);
  if (spacing === 0) return line!;
  const glyphs = glyphsIn(line!.stretches).map((glyph, index) => ({ ...glyph, x: glyph.x + index * spacing }));
  const width = line!.width + Math.max(0, glyphs.length - 1) * spacing;
  return { ...line!, stretches: stretchesOf(glyphs), width };
}

/** Top of the em box over the baseline. */
export const ascent = (size: Pt): Pt => size * ASCENT;
