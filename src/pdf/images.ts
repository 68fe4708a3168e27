/** Walks over a page's frames. */
import type { Frame, FrameItem, Image } from '../page/types.js';

/** All items, in painting order, groups before their contents. */
export function* itemsOf(frame: Frame): Generator<FrameItem> {
  for (const { item } of frame.children) {
    yield item;
    if (item.kind === 'group') yield* itemsOf(item.frame);
  }
}

/** Every picture on a page with the slot it stands in. */
export const imagesOf = (frame: Frame, slot: string | null = null): { item: Image; slot: string | null }[] =>
  frame.children.flatMap(({ item }) => {
    if (item.kind === 'image') return [{ item, slot }];
    return item.kind === 'group' ? imagesOf(item.frame, item.tag.slot ?? slot) : [];
  });
