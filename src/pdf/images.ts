/** Walks over a page's frames. */
import type { Frame, FrameItem, Image } from '../page/types.js';

/** All items, in painting order, groups before their contents. */
export function* itemsOf(frame: Frame): Generator<FrameItem> {
  for (const { item } of frame.children) {
    yield item;
    if (item.kind === 'group') yield* itemsOf(item.frame);
  }
}

export const imagesOf = (frame: Frame): Image[] => [...itemsOf(frame)].filter((item) => item.kind === 'image');
