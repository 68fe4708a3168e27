/** Quotations in a story's columns: where their lines stand, and where columns had better not end. */
import type { Em } from '../../../geometry/units.js';
import type { Block, Quoted } from '../../../issue/types.js';
import type { TextStyle } from '../../../template/types.js';
import type { LineStyle, Measure } from '../../../typeset/index.js';
import { COSTS } from '../../costs.js';

/** Where lines stand in a column: how far from its left edge, and how long they may be, all or each by its number. */
export interface Stand {
  readonly left: Measure;
  readonly measure: Measure;
}

/** A line of verse that is longer than its column goes on so much further in. */
const TURNED_IN: Em = 1;

/** Indent and alignment of a body's block in its style. Of verse the first line hangs out, for those turned over stand in. */
export function lineLooks(block: Block, { indent, align }: TextStyle): Pick<LineStyle, 'indent' | 'align'> {
  if (block.kind !== 'paragraph') return { indent: 0, align };
  switch (block.quoted?.set) {
    case 'verse':
      return { indent: -TURNED_IN, align: 'start' };
    case 'source':
      return { indent: 0, align: 'end' };
    default:
      return { indent, align };
  }
}

/**
 * A block's place in a column of a measure, both in ems of its style. Running text of a quotation stands in on the left;
 * verse stands in the middle by the longest line of its quotation (`longest`), or at the edge where that is too long.
 */
export function standOf(block: Block, { inset }: TextStyle, column: Em, longest: Em): Stand {
  const set = block.kind === 'paragraph' ? block.quoted?.set : undefined;
  if (set === 'prose') return { left: inset, measure: column - inset };
  if (set !== 'verse') return { left: 0, measure: column };
  const left = Math.max(0, (column - longest) / 2) + TURNED_IN;
  return { left, measure: column - left };
}

/** Whether a block is a stanza's first line under another stanza. */
export function isUnderStanza(body: readonly Block[], index: number): boolean {
  const [before, own] = [quotedAt(body, index - 1), quotedAt(body, index)];
  return (
    before?.set === 'verse' && own?.set === 'verse' && isOneQuotation(body, index - 1) && !isOneStanza(body, index - 1)
  );
}

/** A stanza of more lines than these is long. */
const QUATRAIN = 4;

/**
 * What it costs that a column ends right after a block: within a stanza, more where one line of it would stand alone, and
 * before whose words they are. Four lines (绝句) are taken in at a glance, and stay together; a long stanza parts sooner.
 */
export function partingCost(body: readonly Block[], index: number): number {
  if (quotedAt(body, index + 1)?.set === 'source') return COSTS.widow;
  if (!isOneStanza(body, index)) return 0;
  return (
    COSTS.stanzaParted * Math.min(1, QUATRAIN / stanzaLines(body, index)) +
    (isOneStanza(body, index - 1) ? 0 : COSTS.verseOrphan) +
    (isOneStanza(body, index + 1) ? 0 : COSTS.widow)
  );
}

/** Lines of the stanza that a line of verse belongs to. */
function stanzaLines(body: readonly Block[], index: number): number {
  let [first, last] = [index, index];
  while (isOneStanza(body, first - 1)) first--;
  while (isOneStanza(body, last)) last++;
  return last - first + 1;
}

const quotedAt = (body: readonly Block[], index: number): Quoted | undefined => {
  const block = body[index];
  return block?.kind === 'paragraph' ? block.quoted : undefined;
};

/** Whether a block and the next belong to one quotation. */
const isOneQuotation = (body: readonly Block[], index: number): boolean => {
  const own = quotedAt(body, index);
  return own !== undefined && own.quotation === quotedAt(body, index + 1)?.quotation;
};

/** Whether a block and the next are lines of one stanza. */
const isOneStanza = (body: readonly Block[], index: number): boolean => {
  const [own, next] = [quotedAt(body, index), quotedAt(body, index + 1)];
  return (
    own?.set === 'verse' && next?.set === 'verse' && isOneQuotation(body, index) && own.paragraph === next.paragraph
  );
};
