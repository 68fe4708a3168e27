/** A story's copy made ready for columns: blocks prepared once, broken once for each measure asked for. */
import type { Fonts } from '../../fonts/types.js';
import type { Em, Lines } from '../../geometry/units.js';
import { saidIn } from '../../issue/said.js';
import type { Article, Block, QrCode, TableRow } from '../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../template/types.js';
import {
  type Breaking,
  breakParagraph,
  countCharacters,
  lineWidth,
  type Measure,
  measureAt,
  newWorkspace,
  type Paragraph,
  type Prepared,
  prepare,
  sliceParagraph,
  type Workspace,
} from '../../typeset/index.js';
import { COSTS } from '../costs.js';
import { once } from '../once.js';
import type { Place } from '../types.js';
import { type DropCap, dropCapOf, standBeside } from './drop-cap.js';
import { isLeading, isTitle, paragraphOf, styleOf } from './paragraphs.js';
import { type QrCopy, qrCopy } from './qr.js';
import { isUnderStanza, partingCost, type Stand, standOf } from './quoted.js';
import { type TableCopy, tablesOf } from './tabular.js';
import { titleBreaking } from './tabular-cells.js';
import { isUnderTable, rowPartingCost } from './tabular-place.js';

/** Where a story begins. */
const START: Place = { block: 0, offset: 0 };

/** How far from its best line count running text may be taken. */
const SPREAD: Lines = 1;

/** One way to set a block: its lines and what they cost above the best way. */
export interface Choice {
  readonly lines: number;
  readonly breaking: Breaking;
  readonly demerits: number;
  /** Of a table's row: lines of the table's head, which stands over it once more where it begins a column. */
  readonly head: Lines;
  /** What it costs wherever it stands: of a table's head what the table does in columns of this measure. */
  readonly price: number;
}

/** What columns ask of a block of the copy. */
interface BlockFacts {
  /**
   * What white it has: none, a crosshead's, the line that parts a stanza, a table's title, or what follows a table from
   * what stands before, that over a table without a title (its head's), what a row is taller than its cells, or what is
   * left of a column that has no room for a QR code.
   */
  readonly kind: 'paragraph' | 'crosshead' | 'apart' | 'table' | 'row' | 'qr';
  /** Whether it stands over the next block and must stay with it: a crosshead, a table's head, or a paragraph strong throughout over one that is not. */
  readonly leads: boolean;
  /** What it costs that a column ends right after it. */
  readonly parting: number;
  /** Lines at its beginning that no column's end parts: those beside a drop cap. */
  readonly kept: Lines;
  /** Index of the block in the article, and where this copy of it begins (a continuation may begin inside). */
  readonly place: Place;
  readonly characters: number;
}

/** A paragraph of the copy, prepared for breaking. */
export interface TextBlock extends BlockFacts {
  /** What of a page it is. */
  readonly part: 'paragraph' | 'crosshead' | 'verse' | 'table-title';
  /** The quotation it belongs to. */
  readonly quotation: number | null;
  readonly style: TextStyle;
  /** The story's first character, where it is set by itself beside this paragraph: it is not among its text. */
  readonly cap: DropCap | null;
  /** Where its lines stand in a column of body copy. */
  stand(measure: Em): Stand;
  readonly paragraph: Paragraph;
  readonly prepared: Prepared;
  /** Ways to set it at a measure of its own style, as far from its best line count as it may be taken. */
  ways(measure: Measure): readonly Choice[];
}

/** A row of a table. */
export interface RowBlock extends BlockFacts {
  readonly part: 'row';
  readonly row: TableRow;
  readonly table: TableCopy;
}

/** A QR code. */
export interface QrBlock extends BlockFacts {
  readonly part: 'qr';
  readonly qr: QrCopy;
}

/** A block of the copy. */
export type CopyBlock = TextBlock | RowBlock | QrBlock;

/** Whether a block is lines of text; others cannot be parted, and have one way to be set. */
export const isText = (block: CopyBlock): block is TextBlock => block.part !== 'row' && block.part !== 'qr';

/** A story's body, or the rest of it from a place on. */
export interface Copy {
  readonly blocks: readonly CopyBlock[];
  readonly characters: number;
  /** Ways to set each block at a measure; a crosshead, a line of verse and a table's row have one. */
  choices(measure: Em): readonly (readonly Choice[])[];
  /** The tables of which anything stands in it. */
  readonly tables: readonly TableCopy[];
}

/** A paragraph that can be set. */
type Settable = Pick<TextBlock, 'paragraph' | 'prepared' | 'characters' | 'ways'>;

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

/** The article's body in a style, from `from` on; where it begins its first character may drop by so many lines. */
export function makeCopy(
  article: Article,
  style: StoryStyle,
  fonts: Fonts,
  from: Place = START,
  dropCap: Lines | null = null,
  { tables, longest, settable }: Shared = sharedBy(article, style, fonts),
): Copy {
  const { body, names } = article;
  const workspace = newWorkspace();
  const blocks = body.flatMap((block, index): CopyBlock[] => {
    if (index < from.block) return [];
    if (block.kind === 'row') return [rowBlock(block, index, body, tables.get(block.table)!)];
    if (block.kind === 'qr') return [qrBlock(block, index, qrCopy(block, article, style, fonts))];
    const offset = index === from.block ? from.offset : 0;
    // What a jump has left of it may be left out.
    if (offset > 0 && saidIn(block).length <= offset) return [];
    const isOverTable = isTitle(block, body[index + 1]);
    const own = styleOf(block, style);
    const quoted = block.kind === 'paragraph' ? block.quoted : undefined;
    const widest = longest.get(quoted?.quotation) ?? 0;
    const isApart = block.kind === 'paragraph' && standsApart(body, index);
    const bends = block.kind === 'paragraph' && !isApart && (quoted === undefined || quoted.set === 'prose');
    const isFirst = index === 0 && offset === 0 && !isOverTable;
    const cap = isFirst && dropCap !== null ? dropCapOf(block, dropCap, style, fonts) : null;
    const begin = offset + (cap?.glyph.text.length ?? 0);
    const make = (): Settable => {
      const whole = paragraphOf(block, style, names, isOverTable);
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
              ? [choiceOf(titleBreaking(prepared, measureAt(measure, 0), names, fonts))]
              : choicesOf(prepared, measure, bends ? SPREAD : 0, cap?.lines ?? 0, workspace),
        ),
      };
    };
    return [
      {
        kind: isApart ? 'apart' : block.kind,
        part: isOverTable ? 'table-title' : quoted?.set === 'verse' ? 'verse' : block.kind,
        quotation: quoted?.quotation ?? null,
        leads: isLeading(block, body[index + 1]),
        parting: partingCost(body, index),
        kept: cap?.lines ?? 0,
        style: own,
        cap,
        stand: (measure) =>
          cap === null
            ? standOf(block, own, (measure * style.body.size) / own.size, widest)
            : standBeside(cap, measure),
        place: { block: index, offset },
        ...settable(block)(`${begin} ${isOverTable} ${bends}`, make),
      },
    ];
  });
  return {
    blocks,
    characters: blocks.reduce((sum, block) => sum + block.characters, 0),
    choices: once(
      (measure) => measure,
      (measure) =>
        blocks.map((block) => {
          if (isText(block)) return block.ways(block.stand(measure).measure);
          return [block.part === 'row' ? rowChoice(block, measure) : qrChoice(block, measure)];
        }),
    ),
    tables: [...new Set(blocks.flatMap((block) => (block.part === 'row' ? [block.table] : [])))],
  };
}

/** A row is set cell by cell, a QR code by itself. */
const UNBROKEN: Breaking = { breaks: [], demerits: 0 };

const rowChoice = ({ row, table }: RowBlock, measure: Em): Choice => ({
  lines: table.height(row, measure),
  breaking: UNBROKEN,
  demerits: 0,
  head: row.isHead ? 0 : table.height(table.head, measure),
  price: row.isHead ? tableCost(table, measure) : 0,
});

const qrChoice = ({ qr }: QrBlock, measure: Em): Choice => ({
  lines: qr.at(measure).lines,
  breaking: UNBROKEN,
  demerits: 0,
  head: 0,
  price: 0,
});

/** What a table costs in columns of a measure. */
function tableCost(table: TableCopy, measure: Em): number {
  const { fits, torn } = table.columnsAt(measure);
  return fits ? torn * COSTS.wordTorn : COSTS.tableWide;
}

/** White stands over a table, but not under what is its title: a crosshead or a line strong throughout. */
function rowBlock(row: TableRow, index: number, body: readonly Block[], table: TableCopy): RowBlock {
  const before = body[index - 1];
  const isTitled = before !== undefined && isLeading(before, row);
  return {
    kind: row.isHead && !isTitled ? 'table' : 'row',
    part: 'row',
    leads: row.isHead,
    parting: rowPartingCost(row, body, index),
    kept: 0,
    place: { block: index, offset: 0 },
    row,
    table,
    characters: countCharacters(row.cells.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')),
  };
}

const qrBlock = (code: QrCode, index: number, qr: QrCopy): QrBlock => ({
  kind: 'qr',
  part: 'qr',
  leads: false,
  parting: 0,
  kept: 0,
  place: { block: index, offset: 0 },
  qr,
  characters: countCharacters(saidIn(code)),
});

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
