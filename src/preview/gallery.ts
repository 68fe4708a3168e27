/** The pages as they were last shown: what of a made-up issue is new to the browser, and drawn only then. */
import type { FontFace } from '../fonts/registry.js';
import type { Issue } from '../issue/types.js';
import type { MadePage } from '../makeup/page.js';
import type { FaceId, FrameItem, Page, PlacedItem } from '../page/types.js';
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

export interface Gallery {
  readonly shelf: GlyphShelf;
  readonly inks: InkBook;
  /** Hangs a made page; gives messages for what changed, with drawings only of pieces that did. */
  hang(made: MadePage, issue: Issue, layouts: Layouts): readonly PageMessage[];
  /** Takes pages away that are no more; whether there were any. */
  keepOnly(numbers: readonly number[]): boolean;
  page(number: number): PageMessage | null;
  pages(): readonly PageMessage[];
}

/** An empty gallery. `prefix` begins the names of its fonts, `pictureUrl` says where a picture is to be had, small for page plans. */
export function createGallery(
  faceOf: (id: FaceId) => FontFace,
  profile: Uint8Array,
  prefix: string,
  pictureUrl: (file: string, small: boolean) => string,
): Gallery {
  const shelf = createShelf(faceOf, prefix);
  const inks = createInkBook(profile);
  const easel = (small: boolean): Easel => ({
    shelf,
    inkClass: (ink) => inks.classOf(ink),
    pictureUrl: (file) => pictureUrl(file, small),
  });
  const [large, little] = [easel(false), easel(true)];
  const hung = new Map<number, Shown>();
  const drawings = new WeakMap<FrameItem, { readonly svg: string; readonly version: number }>();
  let versions = 0;
  const drawn = (item: FrameItem): { readonly svg: string; readonly version: number } => {
    let drawing = drawings.get(item);
    if (drawing === undefined) {
      drawing = { svg: drawItem(item, 0, 0, large), version: ++versions };
      drawings.set(item, drawing);
    }
    return drawing;
  };

  const piecesOf = ({ frame }: Page): readonly PieceMessage[] => {
    const keys = new Map<string, number>();
    return frame.children.map(({ at, item }) => {
      const name = nameOf(item);
      const count = (keys.get(name) ?? 0) + 1;
      keys.set(name, count);
      const story = item.kind === 'group' ? (item.tag.story ?? null) : null;
      return { key: count === 1 ? name : `${name} ${count}`, x: at.x, y: at.y, story, ...drawn(item) };
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
        const sketch = sketchPage(page, little);
        const message = { view: views[index]!, sketch, version: ++versions, pieces: piecesOf(page) };
        hung.set(page.number, { page, message });
        return [onlyNew(message, before?.message ?? null)];
      });
    },
    keepOnly: (numbers) => {
      const gone = [...hung.keys()].filter((number) => !numbers.includes(number));
      for (const number of gone) hung.delete(number);
      return gone.length > 0;
    },
    page: (number) => hung.get(number)?.message ?? null,
    pages: () => [...hung.values()].map(({ message }) => message).sort((a, b) => a.view.number - b.view.number),
  };
}

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
