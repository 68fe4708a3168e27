/** A story's copy made ready for columns: blocks prepared once, broken once for each measure asked for. */
import type { Fonts } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import type { Article, Block } from '../../issue/types.js';
import type { StoryStyle, TextStyle } from '../../template/types.js';
import {
  type Breaking,
  breakParagraph,
  countCharacters,
  newWorkspace,
  type Paragraph,
  type Prepared,
  prepare,
  sliceParagraph,
  type Workspace,
} from '../../typeset/index.js';
import { once } from '../once.js';
import type { Place } from '../types.js';

/** How far from its best line count a paragraph may be taken. */
const SPREAD = 1;

/** One way to set a block: its lines and what they cost above the best way. */
export interface Choice {
  readonly lines: number;
  readonly breaking: Breaking;
  readonly demerits: number;
}

/** A block of the copy, prepared for breaking. */
export interface CopyBlock {
  readonly kind: 'paragraph' | 'crosshead';
  /** Whether it stands over the next block and must stay with it: a crosshead, or a paragraph strong throughout over one that is not. */
  readonly leads: boolean;
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
  /** Ways to set each block at a measure; a crosshead has one. */
  choices(measure: Em): readonly (readonly Choice[])[];
}

/** The article's body in a style, from `from` on. */
export function makeCopy(
  article: Article,
  style: StoryStyle,
  fonts: Fonts,
  from: Place = { block: 0, offset: 0 },
): Copy {
  const blocks = article.body.flatMap((block, index): CopyBlock[] => {
    if (index < from.block) return [];
    const whole = paragraphOf(block, style, article.names);
    const offset = index === from.block ? from.offset : 0;
    const paragraph = offset > 0 ? sliceParagraph(whole, offset) : whole;
    return [
      {
        kind: block.kind,
        leads: isLeading(block, article.body[index + 1]),
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
        blocks.map(({ kind, prepared }) => choicesOf(prepared, measure, kind === 'crosshead' ? 0 : SPREAD, workspace)),
    ),
  };
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
  const text = block.kind === 'crosshead' ? style.crosshead : style.body;
  return {
    runs:
      block.kind === 'crosshead'
        ? [{ text: block.text, role: text.font }]
        : block.runs.map((run) => ({ text: run.text, role: faceOf(run, text) })),
    style: {
      level: text.level,
      indent: block.kind === 'crosshead' ? 0 : text.indent,
      hanSpace: text.hanSpace,
      hanging: text.hanging,
      align: text.align,
    },
    names,
  };
}

function faceOf(run: { strong: boolean; emphasis: boolean }, style: TextStyle): string {
  if (run.strong) return style.strong;
  return run.emphasis ? style.emphasis : style.font;
}

const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');
