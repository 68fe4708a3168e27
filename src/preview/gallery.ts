/** The pages as they were last shown: what of a made-up issue is new to the browser, and drawn only then. */
import type { FontFace } from '../fonts/registry.js';
import type { Issue } from '../issue/types.js';
import type { MadePage } from '../makeup/page.js';
import type { FaceId, Frame, FrameItem, Image, Page, PlacedItem } from '../page/types.js';
import type { Layouts } from '../template/types.js';
import { createShelf, type GlyphShelf } from './glyph-shelf.js';
import { createInkBook, type InkBook } from './inks.js';
import type { PageMessage, PieceMessage } from './messages.js';
import { sketchPage } from './sketch.js';
import { drawItem, type Easel } from './svg.js';
import { viewsOf } from './view.js';

interface Shown {
  readonly page: Page;
  readonly message: PageMessage;
}

interface Drawing {
  readonly svg: string;
  readonly version: number;
}

/** What hangs in the browser. */
export interface Gallery {
  readonly shelf: GlyphShelf;
  readonly inks: InkBook;
  /** Hangs a made page; gives messages for what changed, with drawings only of pieces that did. */
  hang(made: MadePage, issue: Issue, layouts: Layouts): readonly PageMessage[];
  /** Takes pages away that are no more. */
  keepOnly(numbers: readonly number[]): void;
  page(number: number): PageMessage | null;
  pages(): readonly PageMessage[];
}

/** An empty gallery. `prefix` begins the names of its fonts, `pictureUrl` says where a picture is to be had, small for page plans. */
export function createGallery(
  faceOf: (id: FaceId) => FontFace,
  profile: Uint8Array,
  prefix: string,
  pictureUrl: (picture: Image, small: boolean) => string,
): Gallery {
  const shelf = createShelf(faceOf, prefix);
  const inks = createInkBook(profile);
  const easel = (small: boolean): Easel => ({
    shelf,
    inkClass: (ink) => inks.classOf(ink),
    pictureUrl: (picture) => pictureUrl(picture, small),
  });
  const [large, little] = [easel(false), easel(true)];
  const hung = new Map<number, Shown>();
  /** Drawings by what they show: groups are wrapped anew on every page, their frames are not. */
  const drawings = new WeakMap<Frame | FrameItem, Drawing>();
  let versions = 0;
  const drawn = (item: FrameItem, before: Drawing | undefined): Drawing => {
    const key = item.kind === 'group' ? item.frame : item;
    let drawing = drawings.get(key);
    if (drawing === undefined) {
      const svg = drawItem(item, 0, 0, large);
      drawing = before?.svg === svg ? before : { svg, version: ++versions };
      drawings.set(key, drawing);
    }
    return drawing;
  };

  const piecesOf = ({ frame }: Page, before: ReadonlyMap<string, Drawing>): readonly PieceMessage[] => {
    const keys = new Map<string, number>();
    return frame.children.map(({ at, item }) => {
      const name = nameOf(item);
      const count = (keys.get(name) ?? 0) + 1;
      keys.set(name, count);
      const key = count === 1 ? name : `${name} ${count}`;
      const story = item.kind === 'group' ? (item.tag.story ?? null) : null;
      const { svg, version } = drawn(item, before.get(key));
      return { key, x: at.x, y: at.y, story, svg, version };
    });
  };

  return {
    shelf,
    inks,
    hang: (made, issue, layouts) => {
      const views = viewsOf(made, issue, layouts);
      return made.pages.flatMap((page, index) => {
        const before = hung.get(page.number);
        if (before?.page === page) return [];
        const known = drawingsOf(before?.message ?? null);
        const sketch = sketchPage(page, little);
        const message = { view: views[index]!, sketch, pieces: piecesOf(page, known) };
        hung.set(page.number, { page, message });
        return [onlyNew(message, before?.message ?? null)];
      });
    },
    keepOnly: (numbers) => {
      for (const number of hung.keys()) if (!numbers.includes(number)) hung.delete(number);
    },
    page: (number) => hung.get(number)?.message ?? null,
    pages: () => [...hung.values()].map(({ message }) => message).sort((a, b) => a.view.number - b.view.number),
  };
}

const drawingsOf = (message: PageMessage | null): ReadonlyMap<string, Drawing> =>
  new Map(
    message?.pieces.flatMap(({ key, svg, version }) => (svg === null ? [] : [[key, { svg, version }] as const])) ?? [],
  );

const nameOf = (item: PlacedItem['item']): string => {
  if (item.kind !== 'group') return item.kind;
  return item.tag.slot ?? item.tag.part;
};

/** The message without the drawings that the browser has. */
function onlyNew(message: PageMessage, before: PageMessage | null): PageMessage {
  const known = new Set(before?.pieces.map(({ key, version }) => `${key} ${version}`));
  const pieces = message.pieces.map((piece) =>
    known.has(`${piece.key} ${piece.version}`) ? { ...piece, svg: null } : piece,
  );
  return { ...message, pieces };
}
