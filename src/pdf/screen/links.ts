/** Outline, destinations and links of the screen edition. */
import type { Point } from '../../geometry/units.js';
import type { Group, Page } from '../../page/types.js';
import { type Kit, type OutlineItem, type StructElement, text } from '../pdfkit.js';
import type { ScreenFacts } from '../types.js';
import { destinationName, type Placed, piecesOf } from './places.js';
import type { SaidGroup } from './said.js';
import { type ScreenElement, wordsOf } from './tree.js';

/** Names the places that the page just begun is jumped to. */
export const nameDestinations = (kit: Kit, page: number, places: readonly Placed[]): void => {
  for (const { at, story } of piecesOf(places).filter((piece) => piece.page === page)) {
    kit.addNamedDestination(destinationName(page, story!), 'XYZ', at.x, at.y, null);
  }
};

/** A part that leads somewhere when it is clicked. */
export interface Link extends Placed {
  /** A named destination, or an address of the web, and what is said of it. */
  readonly to: { readonly destination: string } | { readonly address: string };
  readonly saying: string;
}

/** Jump lines lead to where the story goes on or comes from, teasers to their story, QR codes where their squares say. */
export const linksOf = (
  pages: readonly Page[],
  places: readonly Placed[],
  { pageName }: ScreenFacts,
): ReadonlyMap<Group, Link> => {
  const pieces = piecesOf(places);
  const links = new Map<Group, Link>();
  for (const place of places) {
    const { tag, story, group } = place;
    if (tag.link !== undefined) links.set(group, { ...place, to: { address: tag.link }, saying: tag.link });
    if ((tag.part !== 'jump' && tag.part !== 'teaser') || tag.page === undefined || story === null) continue;
    const target = pieces.find((piece) => piece.story === story && pages[piece.page]!.number === tag.page);
    if (target === undefined) continue;
    const to = { destination: destinationName(target.page, story) };
    links.set(group, { ...place, to, saying: pageName(tag.page) });
  }
  return links;
};

/** Makes a link on the page that is being written, as part of its element. */
export const linkAt = (kit: Kit, { at, size, to, saying }: Link, structParent: StructElement): void => {
  const options = { Contents: text(saying), structParent };
  if ('address' in to) kit.link(at.x, at.y, size.width, size.height, to.address, options);
  else kit.goTo(at.x, at.y, size.width, size.height, to.destination, options);
};

/** The page in the outline, and under it the stories that begin on it by their headlines. */
export const outlinePage = (kit: Kit, page: Page, part: ScreenElement, places: readonly Placed[]): void => {
  const { dictionary } = kit.page;
  const add = (to: OutlineItem, title: string, { x, y }: Point): OutlineItem => {
    const item = to.addItem(title, {});
    item.outlineData.Dest = [dictionary, 'XYZ', x, page.frame.size.height - y, 0];
    return item;
  };
  const entry = add(kit.outline, part.title!, { x: 0, y: 0 });
  for (const { source, headline } of headlinesOf(part)) {
    add(entry, headline, places.find(({ group }) => source.groups.includes(group))!.at);
  }
};

/** Headlines by story: what it is called where it begins. */
export const storyTitles = (parts: readonly ScreenElement[]): ReadonlyMap<string, string> => {
  const titles = parts.flatMap(headlinesOf).map(({ source, headline }) => [source.tag.story!, headline] as const);
  // Of equal keys a map keeps the last.
  return new Map(titles.reverse());
};

/** The stories of a page that have headlines. */
const headlinesOf = ({ kids }: ScreenElement): readonly { source: SaidGroup; headline: string }[] =>
  kids.flatMap((story) => {
    if (story.kind === 'item' || story.source?.tag.part !== 'story') return [];
    const headline = story.kids.find((kid) => kid.kind === 'element' && kid.source?.tag.part === 'headline');
    if (headline?.kind !== 'element') return [];
    return [{ source: story.source, headline: headline.source?.tag.title ?? wordsOf(headline) }];
  });
