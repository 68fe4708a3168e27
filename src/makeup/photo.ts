/** Photographs with a title and a text, as stories. */
import type { PhotoNode, StoryNode } from '../template/types.js';

/** Least lines of a photograph, caption included. */
const PHOTO_LEAST = 6;
/** Text under a photograph stands in columns of about this many base columns at most. */
const WIDEST_TEXT = 4;

/**
 * A photograph with its title and text is a story whose picture stands across all columns under the headline, its
 * text re-divided into few wide columns: so photographs need no machinery of their own.
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
    divide: { min: Math.max(1, Math.ceil(node.width.min / WIDEST_TEXT)), max: widest },
    dividesFreely: true,
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
