/** A story's copy made ready for columns: blocks prepared once, broken once for each measure asked for. */
import type { Fonts, Role } from '../../fonts/types.js';
import type { Em, Lines } from '../../geometry/units.js';
import type { Article, Block, InlineRun } from '../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../template/types.js';
import {
  type Breaking,
  breakParagraph,
  countCharacters,
  lineWidth,
  newWorkspace,
  type Paragraph,
  type Prepared,
  prepare,
  sliceParagraph,
  type Workspace,
} from '../../typeset/index.js';
import { once } from '../once.js';
import type { Place } from '../types.js';
import { isUnderStanza, lineLooks, partingCost, type Stand, standOf } from './quoted.js';

/** How far from its best line count running text may be taken. */
const SPREAD: Lines = 1;

/** One way to set a block: its lines and what they cost above the best way. */
export interface Choice {
  readonly lines: number;
  readonly breaking: Breaking;
  readonly demerits: number;
}

/** A block of the copy, prepared for breaking. */
export interface CopyBlock {
  /** What white it has: none, a crosshead's, or the line that parts a stanza from the one before. */
  readonly kind: 'paragraph' | 'crosshead' | 'stanza';
  /** What of a page it is. */
  readonly part: 'paragraph' | 'crosshead' | 'verse';
  /** The quotation it belongs to. */
  readonly quotation: number | null;
  /** Whether it stands over the next block and must stay with it: a crosshead, or a paragraph strong throughout over one that is not. */
  readonly leads: boolean;
  /** What it costs that a column ends right after it. */
  readonly parting: number;
  /** How far from its best line count it may be taken. */
  readonly spread: Lines;
  readonly style: TextStyle;
  /** Where its lines stand in a column of body copy. */
  stand(measure: Em): Stand;
  /** Index of the block in the article, and where this copy of it begins (a continuation may begin inside). */
  readonly place: Place;
  readonly paragraph: Paragraph;
  readonly prepared: Prepared;
  readonly characters: number;
}

/** A story's body, or the rest of it from a place on. */
export interface Copy {
  readonly blocks: readonly CopyBlock[];
  readonly characters: number;
  /** Ways to set each block at a measure; a crosshead and a line of verse have one. */
  choices(measure: Em): readonly (readonly Choice[])[];
}

/** The article's body in a style, from `from` on. */
export function makeCopy(
  article: Article,
  style: StoryStyle,
  fonts: Fonts,
  from: Place = { block: 0, offset: 0 },
): Copy {
  const { body, names } = article;
  const longest = longestLines(article, style, fonts);
  const blocks = body.flatMap((block, index): CopyBlock[] => {
    if (index < from.block) return [];
    const whole = paragraphOf(block, style, names);
    const offset = index === from.block ? from.offset : 0;
    const paragraph = offset > 0 ? sliceParagraph(whole, offset) : whole;
    const own = styleOf(block, style);
    const quoted = block.kind === 'paragraph' ? block.quoted : undefined;
    const widest = longest.get(quoted?.quotation) ?? 0;
    return [
      {
        kind: isUnderStanza(body, index) ? 'stanza' : block.kind,
        part: quoted?.set === 'verse' ? 'verse' : block.kind,
        quotation: quoted?.quotation ?? null,
        leads: isLeading(block, body[index + 1]),
        parting: partingCost(body, index),
        spread: block.kind === 'paragraph' && (quoted === undefined || quoted.set === 'prose') ? SPREAD : 0,
        style: own,
        stand: (measure) => standOf(block, own, (measure * style.body.size) / own.size, widest),
        place: { block: index, offset },
        paragraph,
        prepared: prepare(paragraph, fonts),
        characters: countCharacters(textOf(paragraph)),
      },
    ];
  });
  const workspace = newWorkspace();
  return {
    blocks,
    characters: blocks.reduce((sum, block) => sum + block.characters, 0),
    choices: once(
      (measure) => measure,
      (measure) =>
        blocks.map(({ prepared, spread, stand }) => choicesOf(prepared, stand(measure).measure, spread, workspace)),
    ),
  };
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

/** Of several paragraphs strong throughout only the last leads: a story that is nothing else can be parted anywhere. */
const isLeading = (block: Block, next: Block | undefined): boolean =>
  next !== undefined && (block.kind === 'crosshead' || (isStrong(block) && !isStrong(next)));

const isStrong = (block: Block): boolean =>
  block.kind === 'paragraph' && block.runs.every(({ strong, text }) => strong || text.trim() === '');

function choicesOf(prepared: Prepared, measure: Em, spread: number, workspace: Workspace): readonly Choice[] {
  const ways = breakParagraph(prepared, measure, spread, workspace);
  const best = Math.min(...ways.map((way) => way.breaking.demerits));
  return ways.map(({ lines, breaking }) => ({ lines, breaking, demerits: breaking.demerits - best }));
}

/** A block of the manuscript as a paragraph to set. */
export function paragraphOf(block: Block, style: StoryStyle, names: readonly string[]): Paragraph {
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
      ...lineLooks(block, text),
    },
    names,
  };
}

/** What a block of the manuscript is set in. */
export function styleOf(block: Block, style: StoryStyle): TextStyle {
  if (block.kind === 'crosshead') return style.crosshead;
  return block.quoted === undefined ? style.body : style.quote;
}

/** The face of a stretch of a paragraph. */
export function faceOf(run: Pick<InlineRun, 'strong' | 'emphasis'>, style: TextStyle): Role {
  if (run.strong) return style.strong;
  return run.emphasis ? style.emphasis : style.font;
}

const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');
