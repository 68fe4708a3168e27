/**
 * Manuscripts read without the program's own reader, so that what it loses on the way is missed. Text is compared
 * folded: white space gone, and marks that the desk may type half-width in one form.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface RawPicture {
  readonly file: string;
  readonly title?: string;
  readonly caption?: string;
  readonly credit?: string;
}

interface Front {
  readonly kicker?: string;
  readonly headline: string;
  readonly deck?: string;
  readonly byline?: string;
  readonly standfirst?: string;
  readonly short?: string;
  readonly pictures?: readonly RawPicture[];
}

/** A manuscript's texts, folded. */
export interface Manuscript {
  /** Kicker, headline, deck, byline, standfirst: those there are. */
  readonly head: readonly string[];
  readonly headline: string;
  /** The headline of a continuation. */
  readonly short: string;
  readonly paragraphs: readonly string[];
  /** Those of the paragraphs that are tables. */
  readonly tables: readonly string[];
  /** The first picture's file, and its caption (title and caption) and credit. */
  readonly picture: { readonly file: string; readonly texts: readonly string[] } | null;
}

const HALF = ',:;?!()%';
const FULL = '，：；？！（）％';

/** Without white space, full-width marks as half-width ones. */
export const fold = (text: string): string =>
  text.replace(/\s/gu, '').replace(/[，：；？！（）％]/gu, (mark) => HALF[FULL.indexOf(mark)]!);

const present = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined).map(fold);

const isTable = (block: string): boolean => block.startsWith('|');

/** What a block says: a table the words of its cells, row by row, a QR code those beside it. */
const textOf = (block: string): string =>
  isTable(block)
    ? block
        .split('\n')
        .filter((_, index) => index !== 1)
        .join('')
        .replaceAll('|', '')
    : block
        .trim()
        .replace(/^(?:## |> ?)/, '')
        .replace(/^!\[(.*)\]\(.*\)$/, '$1');

/** Reads `articles/NAME.md`. */
export function readManuscript(file: string): Manuscript {
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8'))!;
  const front = parse(yaml!) as Front;
  // Each line of a quotation stands by itself.
  const blocks = body!.split(/\n{2,}/).flatMap((block) => (block.startsWith('>') ? block.split('\n') : [block]));
  const said = (block: string): string => fold(textOf(block).replace(/\*|~~/g, ''));
  const paragraphs = blocks.map(said);
  const picture = front.pictures?.[0];
  const caption = [picture?.title, picture?.caption].filter((text) => text !== undefined).join('');
  return {
    head: present([front.kicker, front.headline, front.deck, front.byline, front.standfirst]),
    headline: fold(front.headline),
    short: fold(front.short ?? front.headline),
    paragraphs: paragraphs.filter((text) => text !== ''),
    tables: blocks.filter(isTable).map(said),
    picture:
      picture === undefined
        ? null
        : { file: picture.file, texts: [caption, picture.credit ?? ''].map(fold).filter((text) => text !== '') },
  };
}
