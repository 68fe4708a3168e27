/** What the make-up faults are told of a page's slots beside what the page shows. */
import type { StoryNode } from '../template/types.js';
import type { SlotFact, SlotFacts } from './faults/types.js';
import type { LaidLeaf } from './sheet.js';
import type { Setting } from './types.js';

/** The facts of the stories' slots, by name. */
export const factsOf = (leaves: readonly LaidLeaf[], setting: Setting): SlotFacts =>
  new Map(
    leaves.flatMap(({ placed: { node } }) =>
      node.kind === 'story' ? [[node.slot, factOf(node, setting)] as const] : [],
    ),
  );

function factOf({ style, headline }: StoryNode, { desk }: Setting): SlotFact {
  return { rank: desk.layouts.styles.stories.get(style)!.rank, headline };
}
