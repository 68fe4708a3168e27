/** Paragraphs and crossheads of a manuscript as typesetting takes them. */
import type { Block, QrCode, TableRow } from '../../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../../template/types.js';
import type { Paragraph } from '../../../typeset/index.js';
import { faceOf } from '../tables/cells.js';
import { lineLooks } from './quoted.js';

/** A block that is set as one paragraph. */
export type TextOfBody = Exclude<Block, TableRow | QrCode>;

/** A table's title stands in the middle of its column. */
const TITLE_LOOKS = { indent: 0, align: 'center' } as const;

/** A paragraph or crosshead of the manuscript as one to set. */
export function paragraphOf(
  block: TextOfBody,
  style: StoryStyle,
  names: readonly string[],
  isTitle = false,
): Paragraph {
  const text = styleOf(block, style);
  return {
    runs:
      block.kind === 'crosshead'
        ? [{ text: block.text, role: text.font }]
        : block.runs.map((run) => ({ text: run.text, role: faceOf(run, text) })),
    style: {
      level: text.level,
      hanSpace: text.hanSpace,
      hanging: text.hanging,
      ...(isTitle ? TITLE_LOOKS : lineLooks(block, text)),
    },
    names,
  };
}

/** What a paragraph or crosshead is set in. */
export function styleOf(block: TextOfBody, style: StoryStyle): TextStyle {
  if (block.kind === 'crosshead') return style.crosshead;
  return block.quoted === undefined ? style.body : style.quote;
}

/** Whether a block stands over the next and must stay with it. Of several paragraphs strong throughout only the last does: a story that is nothing else can be parted anywhere. */
export const isLeading = (block: Block, next: Block | undefined): boolean =>
  next !== undefined && (block.kind === 'crosshead' || (isStrong(block) && !isStrong(next)));

/** Whether a block is the title of a table: a paragraph strong throughout right over it. */
export const isTitle = (block: Block, next: Block | undefined): boolean => next?.kind === 'row' && isStrong(block);

const isStrong = (block: Block): boolean =>
  block.kind === 'paragraph' && block.runs.every(({ strong, text }) => strong || text.trim() === '');
