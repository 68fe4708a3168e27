/** What the heads of a story are made of, however they are set and wherever they stand. */
import type { Fonts } from '../../../fonts/types.js';
import type { Pt } from '../../../geometry/units.js';
import type { Article } from '../../../issue/types.js';
import type { StoryStyle } from '../../../template/types.js';
import type { Setting } from '../../types.js';

/** What a head says; null: it has no such part. */
export type HeadText = Pick<Article, 'kicker' | 'headline' | 'deck' | 'byline' | 'standfirst'>;

/** What the heads of one story are made of. */
export interface HeadCopy {
  readonly text: HeadText;
  /** The article, which a head is tagged with. */
  readonly story: string;
  /** Personal names, which lines never break. */
  readonly names: readonly string[];
  /** What lines had better not break within: the house's words and the names. */
  readonly words: readonly string[];
  readonly style: StoryStyle;
  readonly fonts: Fonts;
  readonly leading: Pt;
  readonly bodySize: Pt;
}

/** What the heads of an article are made of where it begins, or where it goes on after a jump. */
export function headCopy(
  article: Article,
  continued: boolean,
  style: StoryStyle,
  { desk: { fonts, layouts }, grid: { leading, bodySize } }: Pick<Setting, 'desk' | 'grid'>,
): HeadCopy {
  const { id: story, names } = article;
  const text = continued ? { ...NOTHING, headline: article.short ?? article.headline } : article;
  return { text, story, names, words: [...layouts.paper.words, ...names], style, fonts, leading, bodySize };
}

const NOTHING = { kicker: null, deck: null, byline: null, standfirst: null };
