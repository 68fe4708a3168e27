/** A story's copy made ready for columns: blocks prepared once, broken once for each measure asked for. */
import type { Fonts } from '../../../fonts/types.js';
import type { Em, Lines } from '../../../geometry/units.js';
import { saidIn } from '../../../issue/body/said.js';
import type { Article } from '../../../issue/types.js';
import type { StoryStyle } from '../../../template/types.js';
import { newWorkspace } from '../../../typeset/index.js';
import { once } from '../../once.js';
import type { Place } from '../../types.js';
import type { TableCopy } from '../tables/tables.js';
import { type Choice, type CopyBlock, isText, type MeasuredCopy } from './blocks.js';
import { qrBlock, qrChoice } from './qr-block.js';
import { rowBlock, rowChoice } from './row-block.js';
import { type Making, type Shared, sharedBy, textBlock } from './text-block.js';

/** A story's body, or the rest of it from a place on. */
export interface Copy {
  readonly blocks: readonly CopyBlock[];
  readonly characters: number;
  at(measure: Em): MeasuredCopy;
  /** The tables of which anything stands in it. */
  readonly tables: readonly TableCopy[];
}

/** Where a story begins. */
const START: Place = { block: 0, offset: 0 };

/** The article's body in a style, from `from` on; where it begins its first character may drop by so many lines. */
export function makeCopy(
  article: Article,
  style: StoryStyle,
  fonts: Fonts,
  from: Place = START,
  dropCap: Lines | null = null,
  shared: Shared = sharedBy(article, style, fonts),
): Copy {
  const { body } = article;
  const making: Making = { article, style, fonts, dropCap, shared, workspace: newWorkspace() };
  const blocks = body.flatMap((block, index): CopyBlock[] => {
    if (index < from.block) return [];
    if (block.kind === 'row') return [rowBlock(block, index, body, shared.tables.get(block.table)!)];
    if (block.kind === 'qr') return [qrBlock(block, index, article, style, fonts)];
    const offset = index === from.block ? from.offset : 0;
    // What a jump has left of it may be left out.
    if (offset > 0 && saidIn(block).length <= offset) return [];
    return [textBlock(block, { block: index, offset }, making)];
  });
  return {
    blocks,
    characters: blocks.reduce((sum, block) => sum + block.characters, 0),
    at: once(
      (measure) => measure,
      (measure) => ({ blocks, choices: blocks.map((block) => choicesAt(block, measure)) }),
    ),
    tables: [...new Set(blocks.flatMap((block) => (block.part === 'row' ? [block.table] : [])))],
  };
}

const choicesAt = (block: CopyBlock, measure: Em): readonly Choice[] => {
  if (isText(block)) return block.ways(block.stand(measure).measure);
  return [block.part === 'row' ? rowChoice(block, measure) : qrChoice(block, measure)];
};
