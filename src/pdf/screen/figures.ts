/**
 * Figures of the screen edition and their words. A figure's words stand for the element and all that is in it (ISO
 * 32000-1, 14.9.3): a caption inside would never be heard, so it stands beside.
 */
import { textIn } from '../../page/stretches.js';
import type { Tag } from '../../page/types.js';
import { itemsSaid, partIn, type Said, type SaidGroup } from './said.js';
import type { ScreenElement } from './tree.js';

/** What a figure is called whose words nobody wrote, or whose caption says them. */
const NAMES: Partial<Record<Tag['part'], string>> = { picture: '图片', advertisement: '广告' };

/** A picture or an advertisement as a figure, and what is written beside it. */
export const figureIn = (source: SaidGroup): { figure: ScreenElement; beside: readonly Said[] } => {
  const picture = source.tag.part === 'picture' ? (partIn(source.said, 'picture') ?? source) : source;
  const items = itemsSaid(picture.said);
  const alt = [...new Set(items.flatMap(({ item }) => (item.kind === 'image' ? [item.alt] : [])))].join(' ').trim();
  const words = alt === '' || captionSays(source, alt) ? NAMES[source.tag.part]! : alt;
  return {
    figure: { kind: 'element', type: 'Figure', alt: words, source: picture, kids: items },
    beside: picture === source ? [] : source.said.filter((one) => one !== picture),
  };
};

/** Whether the words are those that the caption begins or ends with: its title, or what follows it. */
const captionSays = ({ said }: SaidGroup, alt: string): boolean => {
  const caption = itemsSaid(partIn(said, 'caption')?.said ?? []);
  const words = bare(caption.map(({ item }) => (item.kind === 'glyphs' ? textIn(item.stretches) : '')).join(''));
  return words.startsWith(bare(alt)) || words.endsWith(bare(alt));
};

/** Without white space, of which lines lose some at their ends. */
const bare = (words: string): string => words.replace(/\s/g, '');
