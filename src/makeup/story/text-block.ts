/** A paragraph or a crosshead as a block of the copy: prepared once for all versions of its article, broken once for each measure. */
import type { Fonts } from '../../fonts/types.js';
import type { Em, Lines } from '../../geometry/units.js';
import type { Article, Block, TableRow } from '../../issue/types.js';
import type { StoryStyle } from '../../template/types.js';
import {
  type Breaking,
  breakParagraph,
  countCharacters,
  lineWidth,
  type Paragraph,
  type Prepared,
  prepare,
  sliceParagraph,
  type Workspace,
} from '../../typeset/index.js';
import { once } from '../once.js';
import type { Place } from '../types.js';
import type { Choice, Settable, TextBlock } from './copy-blocks.js';
import { isLeading, isTitle, paragraphOf, styleOf } from './paragraphs.js';
import { isUnderStanza, partingCost, standOf } from './quoted.js';
import { tablesOf } from './tabular.js';
import { titleBreaking } from './tabular-cells.js';
import { isUnderTable } from './tabular-place.js';

/** How far from its best line count running text may be taken. */
const SPREAD: Lines = 1;

/** What copies of an article's versions, in one style, have in common. */
export interface Shared {
  readonly tables: ReturnType<typeof tablesOf>;
  readonly longest: ReturnType<typeof longestLines>;
  /** Paragraphs that were prepared and broken before, by their block and what else they follow from. */
  readonly settable: (block: Block) => (key: string, make: () => Settable) => Settable;
}

/** What a copy of an article has in common with those of its versions: tables and verse are the same in all. */
export const sharedBy = (article: Article, style: StoryStyle, fonts: Fonts): Shared => ({
  tables: tablesOf(article, style, fonts),
  longest: longestLines(article, style, fonts),
  settable: once(
    (block: Block) => block,
    () =>
      once(
        (key: string, _: () => Settable) => key,
        (_, make) => make(),
      ),
  ),
});

/** What a copy's blocks are made from. */
export interface Making {
  readonly article: Article;
  readonly style: StoryStyle;
  readonly fonts: Fonts;
  readonly shared: Shared;
  /** What all of them are broken in. */
  readonly workspace: Workspace;
}

/** A paragraph or crosshead, from a place in it on. */
export function textBlock(block: Exclude<Block, TableRow>, place: Place, making: Making): TextBlock {
  const { article, style, shared } = making;
  const { body } = article;
  const index = place.block;
  const next = body[index + 1];
  const own = styleOf(block, style);
  const quoted = block.kind === 'paragraph' ? block.quoted : undefined;
  const widest = shared.longest.get(quoted?.quotation) ?? 0;
  const isOverTable = isTitle(block, next);
  const isApart = block.kind === 'paragraph' && standsApart(body, index);
  const bends = block.kind === 'paragraph' && !isApart && (quoted === undefined || quoted.set === 'prose');
  return {
    kind: isApart ? 'apart' : block.kind,
    part: isOverTable ? 'table-title' : quoted?.set === 'verse' ? 'verse' : block.kind,
    quotation: quoted?.quotation ?? null,
    leads: isLeading(block, next),
    parting: partingCost(body, index),
    style: own,
    stand: (measure) => standOf(block, own, (measure * style.body.size) / own.size, widest),
    place,
    ...shared.settable(block)(`${place.offset} ${isOverTable} ${bends}`, () =>
      settableOf(block, place.offset, isOverTable, bends ? SPREAD : 0, making),
    ),
  };
}

/** A paragraph prepared from an offset on; `spread`: how far it may be taken from its best line count. */
function settableOf(
  block: Exclude<Block, TableRow>,
  offset: number,
  isOverTable: boolean,
  spread: Lines,
  { article: { names }, style, fonts, workspace }: Making,
): Settable {
  const whole = paragraphOf(block, style, names, isOverTable);
  const paragraph = offset > 0 ? sliceParagraph(whole, offset) : whole;
  const prepared = prepare(paragraph, fonts);
  return {
    paragraph,
    prepared,
    characters: countCharacters(textOf(paragraph)),
    ways: once(
      (measure) => measure,
      (measure) =>
        isOverTable
          ? [choiceOf(titleBreaking(prepared, measure, names, fonts))]
          : choicesOf(prepared, measure, spread, workspace),
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

function choicesOf(prepared: Prepared, measure: Em, spread: number, workspace: Workspace): readonly Choice[] {
  const ways = breakParagraph(prepared, measure, spread, workspace);
  const best = Math.min(...ways.map((way) => way.breaking.demerits));
  return ways.map(({ lines, breaking }) => ({
    lines,
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
