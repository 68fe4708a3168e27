/** Characters that no font of a role has: named with their code points, before anybody sees a box on the page. */
import { error, warning } from '../diagnostics/collector.js';
import type { Diagnostic, Span } from '../diagnostics/types.js';
import type { Fonts, Role } from '../fonts/types.js';
import type { Article, Field, PagePlan } from '../issue/types.js';
import { leavesOf, slotOf } from '../template/nodes.js';
import type { Layouts, StoryStyle, Template } from '../template/types.js';
import { styleNamed } from './fixtures/style.js';
import { fixtureTexts } from './fixtures/texts.js';
import { once } from './once.js';
import { styleOf } from './story/copy/paragraphs.js';
import { faceOf, styleOfRow } from './story/tables/cells.js';
import type { Desk } from './types.js';

/** A stretch of a manuscript, the role it is set in, and where it stands. */
interface Stretch {
  readonly text: string;
  readonly role: Role;
  readonly span: Span;
}

/** White space, joiners and marks that are shaped with the character before them have no glyph to look for. */
const WITHOUT_GLYPH = /[\s\p{Cf}\p{Mn}]/u;

/** Warnings for characters set from a fallback font, errors for those that no font has, in any style that is used. */
export function checkGlyphs({ issue, layouts, fonts }: Desk): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();
  /** By role the characters that its own font has, and those that need no glyph. */
  const ownOf = once(
    (role: Role) => role,
    () => new Set<number>(),
  );
  const look = (stretches: readonly Stretch[]): void => {
    for (const stretch of stretches) diagnostics.push(...lacking(stretch, fonts, ownOf(stretch.role), told));
  };
  for (const plan of issue.pages) {
    look(houseTexts(plan, layouts));
    for (const [slot, { kind, ...placement }] of plan.slots) {
      if (kind === 'advertisement') continue;
      const ids = 'articles' in placement ? placement.articles : 'article' in placement ? [placement.article] : [];
      const styles = stylesOf(plan, slot, layouts.templates, layouts.styles.stories);
      for (const article of ids.flatMap((id) => issue.articles.get(id) ?? [])) {
        for (const style of styles) {
          look(kind === 'teaser' ? teaserTexts(article, style) : storyTexts(article, style, kind));
        }
      }
    }
  }
  return diagnostics;
}

/** The styles a slot may be set in: the page's templates may differ. */
function stylesOf(
  plan: PagePlan,
  slot: string,
  templates: readonly Template[],
  stories: ReadonlyMap<string, StoryStyle>,
): ReadonlySet<StoryStyle> {
  const own = templates.filter(({ name }) => plan.layouts.includes(name)).map((template) => slotOf(template, slot));
  const styles = own.flatMap((leaf) => {
    if (leaf?.kind === 'free') return leaf.pieces.flatMap((piece) => piece.styles);
    return leaf !== undefined && 'style' in leaf ? [leaf.style] : [];
  });
  return new Set(styles.flatMap((style) => stories.get(style) ?? []));
}

/** What a page prints beside its slots, in whichever of its templates. */
function houseTexts(plan: PagePlan, { paper, styles, templates }: Layouts): readonly Stretch[] {
  const leaves = templates.filter(({ name }) => plan.layouts.includes(name)).flatMap(({ tree }) => leavesOf(tree));
  return leaves.flatMap((leaf): readonly Stretch[] =>
    'slot' in leaf || leaf.kind === 'free'
      ? []
      : fixtureTexts(leaf.kind, plan, paper).map(({ text, style, span }) => ({
          text,
          role: styleNamed(styles, style).font,
          span,
        })),
  );
}

/** What a story prints of an article: all of it where it begins, headline and body where it goes on. */
function storyTexts(article: Article, style: StoryStyle, kind: 'article' | 'continuation'): readonly Stretch[] {
  const field = (name: Field, role: Role): Stretch[] => fieldOf(article, name, role);
  const headline = style.headline.font;
  const head =
    kind === 'continuation'
      ? field(article.short === null ? 'headline' : 'short', headline)
      : [
          ...field('kicker', style.kicker.font),
          ...field('headline', headline),
          ...field('deck', style.deck.font),
          ...field('byline', style.byline.font),
          ...field('standfirst', style.standfirst.font),
        ];
  const captions = (kind === 'article' ? article.pictures : []).flatMap(({ title, caption, credit, span }) => [
    { text: `${title ?? ''}${caption ?? ''}`, role: style.caption.font, span },
    { text: credit ?? '', role: style.credit.font, span },
  ]);
  return [...head, ...bodyTexts(article, style), ...captions];
}

/** A teaser prints the headline in the style's deck. */
const teaserTexts = (article: Article, style: StoryStyle): readonly Stretch[] =>
  fieldOf(article, 'headline', style.deck.font);

const fieldOf = (article: Article, name: Field, role: Role): Stretch[] => {
  const text = article[name];
  return text === null ? [] : [{ text, role, span: article.fields[name] }];
};

function bodyTexts({ body }: Article, style: StoryStyle): readonly Stretch[] {
  return body.flatMap((block): Stretch[] => {
    if (block.kind === 'row') {
      const own = styleOfRow(block, style);
      return block.cells.flatMap(({ runs }) =>
        runs.map((run) => ({ text: run.text, role: faceOf(run, own), span: run.span })),
      );
    }
    if (block.kind === 'qr') {
      const own = style.caption;
      return block.words.map((run) => ({ text: run.text, role: faceOf(run, own), span: run.span }));
    }
    const own = styleOf(block, style);
    return block.kind === 'crosshead'
      ? [{ text: block.text, role: own.font, span: block.span }]
      : block.runs.map((run) => ({ text: run.text, role: faceOf(run, own), span: run.span }));
  });
}

/** The characters of a stretch that its role's own font lacks; each is told once a file and role. */
function lacking({ text, role, span }: Stretch, fonts: Fonts, own: Set<number>, told: Set<string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.codePointAt(offset)!;
    const start = span.start + offset;
    if (code > 0xffff) offset++;
    if (own.has(code)) continue;
    const character = String.fromCodePoint(code);
    const source = WITHOUT_GLYPH.test(character) ? 'own' : fonts.glyph(role, code).source;
    if (source === 'own') {
      own.add(code);
      continue;
    }
    const key = `${span.file} ${role} ${character}`;
    if (told.has(key)) continue;
    told.add(key);
    const name = `“${character}” (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
    // What cleaning took out before it can move a character; then the whole stretch is shown.
    const exact = span.end - span.start === text.length;
    const at = exact ? { ...span, start, end: start + character.length } : span;
    if (source === 'none') {
      const hint = 'add a font that has it to the role in fonts.yaml, or write another character';
      diagnostics.push(error('glyph-missing', `no font of the role “${role}” has ${name}`, { hint, span: at }));
    } else {
      const message = `the first font of the role “${role}” lacks ${name}; a fallback's glyph is printed`;
      diagnostics.push(warning('glyph-fallback', message, { hint: 'look at it on the proof', span: at }));
    }
  }
  return diagnostics;
}
