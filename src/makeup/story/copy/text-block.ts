/** A paragraph or a crosshead as a block of the copy: prepared once for all versions of its article, broken once for each measure. */
import type { Fonts } from '../../../fonts/types.js';
import type { Em, Lines } from '../../../geometry/units.js';
import type { Article, Block } from '../../../issue/types.js';
import { createMemory, type Memory } from '../../../memory/memory.js';
import type { StoryStyle } from '../../../template/types.js';
import {
  type Breaking,
  breakParagraph,
  countCharacters,
  lineWidth,
  type Measure,
  measureAt,
  type Paragraph,
  type Prepared,
  prepare,
  sliceParagraph,
  type Workspace,
} from '../../../typeset/index.js';
import { once } from '../../once.js';
import type { Place } from '../../types.js';
import { titleBreaking } from '../tables/cells.js';
import { isUnderTable } from '../tables/parting.js';
import { type TableCopy, tablesOf } from '../tables/tables.js';
import type { Choice, Settable, TextBlock } from './blocks.js';
import { type DropCap, dropCapOf, standBeside } from './drop-cap.js';
import { isLeading, isTitle, paragraphOf, styleOf, type TextOfBody } from './paragraphs.js';
import { isUnderStanza, partingCost, standOf } from './quoted.js';

/** How far from its best line count running text may be taken. */
const SPREAD: Lines = 1;

/** What copies of an article's versions, in one style, have in common. */
export interface Shared {
  readonly tables: ReadonlyMap<number, TableCopy>;
  /** By quotation the longest line of its verse. */
  readonly longest: ReadonlyMap<number | undefined, Em>;
  /** Paragraphs that were prepared and broken before, of the same inputs. */
  readonly settables: Memory;
}

/** What a copy of an article has in common with those of its versions: tables and verse are the same in all. */
export const sharedBy = (article: Article, style: StoryStyle, fonts: Fonts): Shared => ({
  tables: tablesOf(article, style, fonts),
  longest: longestLines(article, style, fonts),
  settables: createMemory(),
});

/** What a copy's blocks are made from. */
export interface Making {
  readonly article: Article;
  readonly style: StoryStyle;
  readonly fonts: Fonts;
  /** Lines that the story's first character drops by; null: it is one of the others. */
  readonly dropCap: Lines | null;
  readonly shared: Shared;
  /** What all of them are broken in. */
  readonly workspace: Workspace;
}

/** A paragraph or crosshead, from a place in it on. */
export function textBlock(block: TextOfBody, place: Place, making: Making): TextBlock {
  const { article, style, fonts, dropCap, shared } = making;
  const { body } = article;
  const index = place.block;
  const next = body[index + 1];
  const own = styleOf(block, style);
  const quoted = block.kind === 'paragraph' ? block.quoted : undefined;
  const widest = shared.longest.get(quoted?.quotation) ?? 0;
  const isOverTable = isTitle(block, next);
  const isApart = block.kind === 'paragraph' && standsApart(body, index);
  const bends = block.kind === 'paragraph' && !isApart && (quoted === undefined || quoted.set === 'prose');
  const isFirst = index === 0 && place.offset === 0 && !isOverTable;
  const cap = isFirst && dropCap !== null ? dropCapOf(block, dropCap, style, fonts) : null;
  return {
    kind: isApart ? 'apart' : block.kind,
    part: isOverTable ? 'table-title' : quoted?.set === 'verse' ? 'verse' : block.kind,
    quotation: quoted?.quotation ?? null,
    leads: isLeading(block, next),
    parting: partingCost(body, index),
    kept: cap?.lines ?? 0,
    style: own,
    cap,
    stand: (measure) =>
      cap === null ? standOf(block, own, (measure * style.body.size) / own.size, widest) : standBeside(cap, measure),
    place,
    ...shared.settables.recall('settable', [block, `${place.offset} ${isOverTable} ${bends} ${cap?.lines ?? 0}`], () =>
      settableOf(block, place.offset, cap, isOverTable, bends ? SPREAD : 0, making),
    ),
  };
}

/** A paragraph prepared from an offset on, behind its cap where it has one; `spread`: how far it may be taken from its best line count. */
function settableOf(
  block: TextOfBody,
  offset: number,
  cap: DropCap | null,
  isOverTable: boolean,
  spread: Lines,
  { article: { names }, style, fonts, workspace }: Making,
): Settable {
  const whole = paragraphOf(block, style, names, isOverTable);
  const begin = offset + (cap?.glyph.text.length ?? 0);
  const paragraph = begin > 0 ? sliceParagraph(whole, begin) : whole;
  const prepared = prepare(paragraph, fonts);
  return {
    paragraph,
    prepared,
    characters: countCharacters(textOf(paragraph)) + (cap === null ? 0 : 1),
    ways: once(
      (measure: Measure) => measure,
      (measure) =>
        isOverTable
          ? [choiceOf(titleBreaking(prepared, measureAt(measure, 0)))]
          : choicesOf(prepared, measure, spread, cap?.lines ?? 0, workspace),
    ),
  };
}

/** Whether a line of white parts a paragraph from what stands before it: a stanza under another, a table's title, what follows a table. */
function standsApart(body: readonly Block[], index: number): boolean {
  if (isUnderStanza(body, index) || isUnderTable(body, index)) return true;
  const before = body[index - 1];
  return isTitle(body[index]!, body[index + 1]) && before !== undefined && !isLeading(before, body[index]);
}

/** By quotation the longest line of its verse, those on an earlier page too: what goes on looks as it began. */
function longestLines({ body, names }: Article, style: StoryStyle, fonts: Fonts): ReadonlyMap<number | undefined, Em> {
  const longest = new Map<number | undefined, Em>();
  for (const block of body) {
    if (block.kind !== 'paragraph' || block.quoted?.set !== 'verse') continue;
    const width = lineWidth(prepare(paragraphOf(block, style, names), fonts));
    const { quotation } = block.quoted;
    longest.set(quotation, Math.max(longest.get(quotation) ?? 0, width));
  }
  return longest;
}

/** Ways to break a paragraph; it takes `least` lines even where it has fewer. */
function choicesOf(
  prepared: Prepared,
  measure: Measure,
  spread: number,
  least: Lines,
  workspace: Workspace,
): readonly Choice[] {
  const ways = breakParagraph(prepared, measure, spread, workspace);
  const best = Math.min(...ways.map((way) => way.breaking.demerits));
  return ways.map(({ lines, breaking }) => ({
    lines: Math.max(lines, least),
    breaking,
    demerits: breaking.demerits - best,
    head: 0,
    price: 0,
  }));
}

const choiceOf = (breaking: Breaking): Choice => ({
  lines: breaking.breaks.length,
  breaking,
  demerits: 0,
  head: 0,
  price: 0,
});

const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');
