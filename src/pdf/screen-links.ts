/** Outline, destinations and links of the screen edition. */
import type { Group, Page } from '../page/types.js';
import type { Kit, OutlineItem, StructElement } from './pdfkit.js';
import { destinationName, type Placed, piecesOf, wordsOf } from './screen-places.js';
import type { ScreenFacts } from './types.js';

/** Names the places that the page just begun is jumped to. */
export const nameDestinations = (kit: Kit, page: number, places: readonly Placed[]): void => {
  for (const { at, story } of piecesOf(places).filter((piece) => piece.page === page)) {
    kit.addNamedDestination(destinationName(page, story!), 'XYZ', at.x, at.y, null);
  }
};

/** A part that leads somewhere when it is clicked. */
export interface Link extends Placed {
  /** The named destination, and what is said of it. */
  readonly to: string;
  readonly saying: string;
}

/** Jump lines lead to where the story goes on or comes from, teasers to their story. */
export const linksOf = (
  pages: readonly Page[],
  places: readonly Placed[],
  { pageName }: ScreenFacts,
): ReadonlyMap<Group, Link> => {
  const pieces = piecesOf(places);
  const links = new Map<Group, Link>();
  for (const place of places) {
    const { tag, story, group } = place;
    if ((tag.part !== 'jump' && tag.part !== 'teaser') || tag.page === undefined || story === null) continue;
    const target = pieces.find((piece) => piece.story === story && pages[piece.page]!.number === tag.page);
    if (target === undefined) continue;
    links.set(group, { ...place, to: destinationName(target.page, story), saying: pageName(tag.page) });
  }
  return links;
};

/** Makes a page's links, each as part of its element: that ends here, for it names the page that is being written. */
export const linkPage = (kit: Kit, page: number, elements: ReadonlyMap<Link, StructElement>): void => {
  for (const [{ at, size, to, saying, ...link }, structParent] of elements) {
    if (link.page !== page) continue;
    kit.goTo(at.x, at.y, size.width, size.height, to, { Contents: Object(saying), structParent });
    structParent.end();
  }
};

/** The page in the outline, and under it its stories by their headlines. */
export const outlinePage = (
  kit: Kit,
  page: number,
  pages: readonly Page[],
  places: readonly Placed[],
  { pageName }: ScreenFacts,
): void => {
  const { number, frame } = pages[page]!;
  const { dictionary } = kit.page;
  const add = (to: OutlineItem, title: string, x: number, y: number): OutlineItem => {
    const item = to.addItem(title, {});
    item.outlineData.Dest = [dictionary, 'XYZ', x, frame.size.height - y, 0];
    return item;
  };
  const entry = add(kit.outline, pageName(number), 0, 0);
  for (const piece of piecesOf(places).filter((place) => place.page === page)) {
    const headline = places.find(
      (place) =>
        place.page === page && place.story === piece.story && place.tag.part === 'headline' && isInside(place, piece),
    );
    if (headline !== undefined) add(entry, wordsOf(headline.group), piece.at.x, piece.at.y);
  }
};

const isInside = (part: Placed, whole: Placed): boolean =>
  part.at.x >= whole.at.x - 1 &&
  part.at.x <= whole.at.x + whole.size.width &&
  part.at.y >= whole.at.y - 1 &&
  part.at.y <= whole.at.y + whole.size.height;
