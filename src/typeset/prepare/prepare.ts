/** Text and style into boxes, glue and penalties (rules 6, 9, 10, 14–16). */
import type { Fonts, Role } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { type ReadText, readText } from '../breaks/breaks.js';
import { MUST_BREAK, NO_BREAK } from '../breaks/uax14.js';
import { endsItemNumber } from '../breaks/whole.js';
import { closes, isConnector, isMarkKind, isMiddle, Kind } from '../characters/classes.js';
import { isAlphanumeric, isDigit, isHan } from '../characters/unicode.js';
import { FORBIDDEN, FORCED, type Items, newItems, SQUEEZE_CLASSES, STRETCH_CLASSES } from '../linebreak/items.js';
import { sumItems, type Totals } from '../linebreak/totals.js';
import type { Paragraph, Run } from '../types.js';
import { countedLength, discouragement, HAD_BETTER_NOT } from './discouraged.js';
import { type ItemText, itemAt, itemStart } from './item-text.js';
import { cutPieces, isSpace, type Piece } from './pieces.js';
import { partsPhrases } from './typed-spaces.js';

/** A paragraph ready to be broken at any measure. */
export interface Prepared extends ItemText {
  readonly paragraph: Paragraph;
  /** Running sums over the items, shared by every breaking. */
  readonly totals: Totals;
  /** The free halves that the paragraph's first and last mark would have inside a line. */
  readonly lead: Em;
  readonly trail: Em;
}

/** Rule 14: which class of squeeze a thing belongs to. Marks at line end are trimmed always (rule 11). */
export const Squeeze = { wordSpace: 0, interpunct: 1, bracket: 2, comma: 3, latinGap: 4, stop: 5 } as const;
/** Rule 15. */
const Stretch = { wordSpace: 0, latinGap: 1 } as const;

const HALF: Em = 0.5;
const WORD_SPACE: Em = 1 / 3;
const LATIN_GAP: Em = 1 / 4;
const RUN_SPACE: Em = 1;

/** Demerits of a break within a name (rule 6); 0.1 em in every gap of a line costs some 10,000. */
const NAME_PENALTY = 12_000;

const SOFT_HYPHEN = '\u00ad';

/** The role that a run's Latin words and digits are set in. */
export const latinRole = (run: Run): Role => run.latinRole ?? run.role;

/** Reads a paragraph, cuts it into pieces, and gives each its width, its glue and its penalty. */
export const prepare = (paragraph: Paragraph, fonts: Fonts): Prepared => {
  const { runs, style } = paragraph;
  const text = runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('');
  const read = readText(text, style.level);
  const pieces = cutPieces(read, runs);
  const last = pieces.length - 1;
  const count = last < 0 ? 0 : pieces[last]!.item + pieces[last]!.count;
  const items = newItems(count, pieces.length, style.hanging !== '' || text.includes(SOFT_HYPHEN));
  // Most are Han, which may be opened and broken between.
  items.width.fill(1);
  items.weight.fill(1);
  items.gap.fill(1);
  for (let p = 0; p <= last; p++) {
    const piece = pieces[p]!;
    const i = piece.item;
    if (piece.kind === Kind.han) {
      items.row.fill(p, i, i + piece.count);
    } else {
      if (style.hanging !== '' && style.hanging.includes(text[piece.start]!)) items.endSqueeze[i] = HALF; // rule 13
      items.row[i] = p;
      items.width[i] = pieceWidth(text, piece, runs[piece.run]!, fonts);
      items.weight[i] = isMarkKind(piece.kind)
        ? 0
        : piece.kind === Kind.latin
          ? Math.min(255, piece.to - piece.from)
          : 1;
    }
    if (items.hasEnds && text[piece.end - 1] === SOFT_HYPHEN) {
      items.endWidth[i] = fonts.glyph(latinRole(runs[piece.run]!), 0x2d).advance;
    }
  }
  for (let p = 0; p < last; p++) join(p, pieces, items, read, paragraph);
  if (last >= 0) {
    items.penalty[items.count - 1] = FORCED;
    items.gap[items.count - 1] = 0;
  }
  const prepared = { text, items, pieces };
  discourageNames(prepared, paragraph.names);
  return {
    ...prepared,
    paragraph,
    totals: sumItems(items),
    lead: pieces[0]?.kind === Kind.opener ? HALF : pieces[0]?.kind === Kind.middle ? HALF / 2 : 0,
    trail: last >= 0 ? rightSide(pieces[last]!.kind) : 0,
  };
};

/** Natural width on one unbroken line, unindented, adjacent marks squeezed (rule 10), ends untrimmed. */
export const unbrokenWidth = ({ items, lead, trail }: Prepared): Em => {
  let width = lead + trail;
  for (let i = 0; i < items.count; i++) width += items.width[i]! + (i + 1 < items.count ? items.glue[i]! : 0);
  return width;
};

/** Width of a line of its own: the same with the ends trimmed (rule 11). */
export const lineWidth = (prepared: Prepared): Em => unbrokenWidth(prepared) - prepared.lead - prepared.trail;

/** The class decides (rule 12); only shaped text has the font's own width. */
const pieceWidth = (text: string, piece: Piece, run: Run, fonts: Fonts): Em => {
  switch (piece.kind) {
    case Kind.han:
    case Kind.ellipsis:
    case Kind.affix:
    case Kind.wave:
    case Kind.link:
      return 1;
    case Kind.dash: {
      const code = text.charCodeAt(piece.start);
      return code === 0x2e3a ? 2 : code === 0x2e3b ? 3 : 1;
    }
    case Kind.latin: {
      let width = 0;
      for (const glyph of fonts.shape(latinRole(run), text.slice(piece.start, piece.end))) width += glyph.advance;
      return width;
    }
    case Kind.blank:
      return 0;
    default:
      return HALF; // marks: their inked half; the free half is glue
  }
};

const rightSide = (kind: Kind): Em => (closes(kind) ? HALF : kind === Kind.middle ? HALF / 2 : 0);

const squeezeClass = (kind: Kind): number => {
  if (kind === Kind.comma) return Squeeze.comma;
  if (kind === Kind.stop) return Squeeze.stop;
  if (kind === Kind.middle) return Squeeze.interpunct;
  return Squeeze.bracket;
};

/** The glue and the penalty between a piece and the next. */
const join = (row: number, pieces: readonly Piece[], items: Items, read: ReadText, paragraph: Paragraph): void => {
  const a = pieces[row]!;
  const b = pieces[row + 1]!;
  const i = b.item - 1;
  const breakable = read.breaks[b.from]!;
  items.penalty[i] =
    breakable === NO_BREAK || a.kind === Kind.blank ? FORBIDDEN : breakable === MUST_BREAK ? FORCED : 0;
  if (a.kind === Kind.han && b.kind === Kind.han && a.end === b.start) {
    items.gap[i] = 1;
    if (items.penalty[i] === 0 && endsItemNumber(read.codes, a.to)) items.penalty[i] = HAD_BETTER_NOT;
    return;
  }
  const spaced = b.start > a.end;
  const squeeze = row * SQUEEZE_CLASSES;
  const stretch = row * STRETCH_CLASSES;
  let glue = 0;
  // Rule 10: of two marks the first loses its free half before a closing or middle mark …
  if (spaced || !(closes(b.kind) || isMiddle(b.kind)) || !closes(a.kind)) {
    const side = rightSide(a.kind);
    glue += side;
    if (side > 0) items.squeeze[squeeze + squeezeClass(a.kind)]! += side;
  }
  // … and the second loses its own after any of them.
  if (b.kind === Kind.opener && (spaced || !(closes(a.kind) || isMiddle(a.kind) || a.kind === Kind.opener))) {
    glue += HALF;
    items.squeeze[squeeze + Squeeze.bracket]! += HALF;
  } else if (b.kind === Kind.middle) {
    glue += HALF / 2;
    items.squeeze[squeeze + Squeeze.interpunct]! += HALF / 2;
  }
  if (spaced) {
    const width = spaceWidth(pieces, row, read, paragraph);
    glue += width.natural;
    items.squeeze[squeeze + Squeeze.wordSpace]! += width.squeeze;
    items.stretch[stretch + Stretch.wordSpace]! += width.stretch;
  } else if (hasLatinGap(a, b, read)) {
    glue += LATIN_GAP;
    items.squeeze[squeeze + Squeeze.latinGap]! += LATIN_GAP / 2;
    items.stretch[stretch + Stretch.latinGap]! += 1 / 3 - LATIN_GAP;
  }
  items.glue[i] = glue;
  items.gap[i] = opensEvenly(a, b, spaced && !isWithinNumber(a, b, read)) ? 1 : 0;
  const counted = countedLength(a, b, read);
  for (let inner = b.item; inner < b.item + counted - 1; inner++) items.penalty[inner] = HAD_BETTER_NOT;
  if (items.penalty[i] === 0) items.penalty[i] = counted > 0 ? HAD_BETTER_NOT : discouragement(a, b, read);
};

const isLetterOrNumber = (code: number): boolean =>
  code < 0x80 ? isAlphanumeric(code) : /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(code));

/** Rule 16: between Han and Latin letters or digits; beside marks and signs, `5G＋AI`, nothing. */
const hasLatinGap = (a: Piece, b: Piece, { codes }: ReadText): boolean => {
  const isWord = ({ count, from }: Piece): boolean =>
    count > 1 || isHan(codes[from]!) || isLetterOrNumber(codes[from]!);
  return (
    (a.kind === Kind.han && b.kind === Kind.latin && isWord(a) && isLetterOrNumber(codes[b.from]!)) ||
    (a.kind === Kind.latin && b.kind === Kind.han && isWord(b) && isLetterOrNumber(codes[a.to - 1]!))
  );
};

/** Rule 15: everywhere but inside words and rule 3 units and beside connectors, solidi and number affixes. */
const opensEvenly = (a: Piece, b: Piece, spaced: boolean): boolean => {
  if (spaced) return true;
  if (a.kind === Kind.blank || b.kind === Kind.blank) return false;
  if (isTight(a.kind) || isTight(b.kind)) return false;
  if (a.kind === b.kind && (a.kind === Kind.dash || a.kind === Kind.ellipsis || a.kind === Kind.latin)) return false;
  const pair = (x: Piece, y: Piece): boolean =>
    x.kind === Kind.latin && (y.kind === Kind.affix || y.kind === Kind.dash);
  return !pair(a, b) && !pair(b, a);
};

const isTight = (kind: Kind): boolean => isConnector(kind) || kind === Kind.solidus;

/** Whether white that was typed parts a number into thousands: 1 286. */
const isWithinNumber = (a: Piece, b: Piece, { codes, breaks }: ReadText): boolean =>
  breaks[b.from] === NO_BREAK && isDigit(codes[a.to - 1]!) && isDigit(codes[b.from]!);

interface SpaceWidth {
  readonly natural: Em;
  readonly squeeze: Em;
  readonly stretch: Em;
}

/** A typed space, by what stands on its sides; several in a row count once, but wide ones by their own width. */
const spaceWidth = (pieces: readonly Piece[], row: number, read: ReadText, { style }: Paragraph): SpaceWidth => {
  const [a, b] = [pieces[row]!, pieces[row + 1]!];
  let fixed = 0;
  let plain = false;
  for (let at = a.to; at < b.from; at++) {
    const code = read.codes[at]!;
    if (code === 0x3000 || code === 0x2003 || code === 0x2001) fixed += 1;
    else if (code === 0x2002 || code === 0x2000) fixed += HALF;
    else if (code >= 0x2004 && code <= 0x200a) fixed += LATIN_GAP;
    else if (isSpace(code)) plain = true;
  }
  if (fixed > 0) return { natural: fixed, squeeze: 0, stretch: 0 };
  if (!plain) return { natural: 0, squeeze: 0, stretch: 0 };
  if (isWithinNumber(a, b, read)) return { natural: LATIN_GAP, squeeze: 0, stretch: 0 };
  if (a.kind === Kind.latin && b.kind === Kind.latin) {
    return { natural: WORD_SPACE, squeeze: WORD_SPACE - 1 / 4, stretch: HALF - WORD_SPACE };
  }
  const isWord = a.kind === Kind.latin || b.kind === Kind.latin;
  // In running text one typed on one side only may as well be a slip.
  if (isWord && !(style.hanSpace > HALF && partsPhrases(pieces, row))) {
    return { natural: LATIN_GAP, squeeze: 0, stretch: 1 / 3 - LATIN_GAP };
  }
  if (a.run !== b.run) return { natural: RUN_SPACE, squeeze: 0, stretch: 0 };
  // The free halves of marks beside it are white too, and part of a space wider than they are.
  const free = rightSide(a.kind) + (b.kind === Kind.opener ? HALF : 0);
  return { natural: Math.max(Math.min(HALF, style.hanSpace), style.hanSpace - free), squeeze: 0, stretch: 0 };
};

/** Rule 6: names known to the article had better not break. */
const discourageNames = (prepared: ItemText, names: readonly string[]): void => {
  const { text, items } = prepared;
  for (const name of names) {
    if (name.length < 2) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      for (let i = itemAt(prepared, at); i + 1 < items.count && itemStart(prepared, i + 1) < at + name.length; i++) {
        items.penalty[i] = Math.max(items.penalty[i]!, NAME_PENALTY);
      }
    }
  }
};
