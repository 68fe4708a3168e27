/** Walks over a page's frames. */
import type { Frame, FrameItem, Image, Page } from '../page/types.js';

/** All items, in painting order, groups before their contents. */
export function* itemsOf(frame: Frame): Generator<FrameItem> {
  for (const { item } of frame.children) {
    yield item;
    if (item.kind === 'group') yield* itemsOf(item.frame);
  }
}

/** A picture where it stands. */
export interface PlacedImage {
  readonly item: Image;
  readonly page: number;
  /** The slot it stands in, if in any. */
  readonly slot: string | null;
  readonly advertisement: boolean;
}

/** Every picture on a page. */
export const imagesOf = ({ number, frame }: Pick<Page, 'number' | 'frame'>): readonly PlacedImage[] =>
  imagesIn(frame, number, null, false);

const imagesIn = (frame: Frame, page: number, slot: string | null, advertisement: boolean): readonly PlacedImage[] =>
  frame.children.flatMap(({ item }) => {
    if (item.kind === 'image') return [{ item, page, slot, advertisement }];
    if (item.kind !== 'group') return [];
    const { tag, frame } = item;
    return imagesIn(frame, page, tag.slot ?? slot, advertisement || tag.part === 'advertisement');
  });
