/** Photographs with a title and a text, as stories. */
import type { PhotoNode, StoryNode } from '../template/types.js';

/** Least lines of a photograph, caption included. */
const PHOTO_LEAST = 6;

/**
 * A photograph with its title and text is a story whose picture stands across all columns under the headline, its
 * text re-divided into wide columns: so photographs need no machinery of their own.
 */
export function photoAsStory(node: PhotoNode): StoryNode {
  const widest = node.width.max;
  return {
    kind: 'story',
    slot: node.slot,
    style: node.style,
    width: node.width,
    height: node.height,
    span: node.span,
    headline: 'over',
    cover: widest,
    divide: { min: 1, max: widest },
    isPhotoText: true,
    box: node.box,
    dropCap: null,
    weighsShape: false,
    picture: {
      at: 'across',
      columns: { min: widest, max: widest },
      lines: { min: PHOTO_LEAST, max: node.height.max },
      keep: node.keep,
      caption: node.caption,
    },
  };
}
