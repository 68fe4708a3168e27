/** Lines of a head or caption that stand out of their measure: a word or address that no rule lets break. */
import { warning } from '../../../diagnostics/collector.js';
import type { Diagnostic, Span } from '../../../diagnostics/types.js';
import type { Pt } from '../../../geometry/units.js';
import type { Article } from '../../../issue/types.js';
import { glyphsIn, textIn } from '../../../page/stretches.js';
import type { Frame, Glyphs, PlacedItem, Tag } from '../../../page/types.js';

/** Rounding that nobody sees. */
const TOLERANCE: Pt = 0.25;
const HINT = 'let it break by a soft hyphen (U+00AD) or a space, or shorten it';

const PARTS = ['kicker', 'deck', 'byline', 'standfirst', 'caption', 'credit'] as const;
type Part = (typeof PARTS)[number];
const isPart = (part: Tag['part']): part is Part => PARTS.some((one) => one === part);

/**
 * Warns of every such line in a piece of an article: one of whose characters begins beyond its measure. The article's
 * pictures, where it shows them, stand each in a group with its words, in their order.
 */
export function standingOut(children: readonly PlacedItem[], article: Article, slot: string): readonly Diagnostic[] {
  const shown = children.filter(({ item }) => item.kind === 'group' && item.tag.part === 'picture');
  return children.flatMap((child) => {
    const picture = article.pictures[shown.indexOf(child)];
    const spanOf = (part: Part): Span =>
      part === 'caption' || part === 'credit' ? (picture ?? article).span : article.fields[part];
    return standingIn(child, slot, spanOf);
  });
}

function standingIn({ item }: PlacedItem, slot: string, spanOf: (part: Part) => Span): readonly Diagnostic[] {
  if (item.kind !== 'group') return [];
  const { part } = item.tag;
  if (!isPart(part)) return item.frame.children.flatMap((child) => standingIn(child, slot, spanOf));
  return linesOut(item.frame).map((text) =>
    warning('line-overfull', `“${text}” is wider than its ${part} in slot “${slot}”`, {
      hint: HINT,
      span: spanOf(part),
    }),
  );
}

const linesOut = ({ size, children }: Frame): readonly string[] =>
  children.flatMap(({ at, item }) =>
    item.kind === 'glyphs' && beginsOut(item, size.width - at.x) ? [textIn(item.stretches).trim()] : [],
  );

const beginsOut = ({ stretches, size }: Glyphs, measure: Pt): boolean =>
  glyphsIn(stretches).some(({ x, text }) => text.trim() !== '' && x * size > measure + TOLERANCE);
