/** Lines of a head or caption that stand out of their measure: a word or address that no rule lets break. */
import type { Diagnostic, Span } from '../../diagnostics/types.js';
import type { Pt } from '../../geometry/units.js';
import type { Article } from '../../issue/types.js';
import { glyphsIn, textIn } from '../../page/stretches.js';
import type { Frame, Glyphs, PlacedItem, Tag } from '../../page/types.js';

/** Rounding that nobody sees. */
const TOLERANCE: Pt = 0.25;
const HINT = 'let it break by a soft hyphen (U+00AD) or a space, or shorten it';

type Part = 'kicker' | 'deck' | 'byline' | 'standfirst' | 'caption' | 'credit';
const PARTS: readonly Tag['part'][] = ['kicker', 'deck', 'byline', 'standfirst', 'caption', 'credit'];

/** Warns of every such line in a piece of an article: one of whose characters begins beyond its measure. */
export const standingOut = (children: readonly PlacedItem[], article: Article, slot: string): readonly Diagnostic[] =>
  children.flatMap(({ item }): readonly Diagnostic[] => {
    if (item.kind !== 'group') return [];
    const { part } = item.tag;
    if (!PARTS.includes(part)) return standingOut(item.frame.children, article, slot);
    return linesOut(item.frame).map((text) => ({
      code: 'line-overfull',
      severity: 'warning',
      message: `“${text}” is wider than its ${part} in slot “${slot}”`,
      hint: HINT,
      span: spanOf(article, part as Part, text),
    }));
  });

const linesOut = ({ size, children }: Frame): readonly string[] =>
  children.flatMap(({ at, item }) =>
    item.kind === 'glyphs' && beginsOut(item, size.width - at.x) ? [textIn(item.stretches).trim()] : [],
  );

const beginsOut = ({ stretches, size }: Glyphs, measure: Pt): boolean =>
  glyphsIn(stretches).some(({ x, text }) => text.trim() !== '' && x * size > measure + TOLERANCE);

const spanOf = ({ pictures, fields, span }: Article, part: Part, text: string): Span => {
  if (part !== 'caption' && part !== 'credit') return fields?.[part] ?? span;
  const says = pictures.find(({ title, caption, credit }) =>
    [title, caption, credit].some((words) => words?.includes(text)),
  );
  return (says ?? pictures[0])?.span ?? span;
};
