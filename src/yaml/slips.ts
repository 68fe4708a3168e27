/** What is wrong in a text that is no YAML: slips of the keyboard by their own names, the rest as the parser says. */
import { BRACKET_HINT, colonHint, QUOTES_HINT } from './hints.js';

/** What the parser says: its code, its words, from where to where. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** What people are told of it. */
export interface Fault {
  readonly why: string;
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
}

const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: QUOTES_HINT,
  MULTILINE_IMPLICIT_KEY: 'A `:` is missing, or text that goes over several lines must stand in quotes.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Close the bracket or quote before this, or begin the keys of one map in the same column.',
  MISSING_CHAR: 'A `:`, a closing quote or a bracket is missing.',
  BLOCK_IN_FLOW: QUOTES_HINT,
  BAD_ALIAS: 'Text that begins with `*` must stand in quotes.',
  UNEXPECTED_TOKEN: 'Text with special characters at its beginning must stand in quotes.',
  BAD_SCALAR_START: 'Text with special characters at its beginning must stand in quotes.',
};

const WIDE_COLON = /^(\s*(?:- +)?([\p{L}\p{N}_-]+)[ \t]*)：/u;
/** A full-width or hard space, which is none to the parser, as the first after a colon. */
const WIDE_SPACE_AFTER = /^(\s*(?:- +)?([\p{L}\p{N}_-]+):)[\u00a0\u2000-\u200b\u202f\u3000]/u;
/** A comment as other languages write it, or with a full-width mark. */
const WRONG_COMMENT = /^\s*(＃|\/\/)/;
const CLOSE_COLON = /^(\s*(?:- +)?([\p{L}\p{N}_-]+)):(?=[^\s/])/u;
/** A key with a text after it, or one at all. */
const VALUED = /^( *(?:- +)?)([\p{L}\p{N}_-]+):[ \t]+[^\s#|>&*!]/u;
const KEYED = /^( *)(?:- +)?[\p{L}\p{N}_-]+:(?:\s|$)/u;
/** An item of a list without the space that makes it one. */
const CLOSE_DASH = /^ *-(?=[\p{L}])/gmu;
const SAME_COLUMN = 'Begin the keys of one map, and the items of one list, in the same column.';
const WIDE_BRACKET = /^\s*(?:- +)?[\p{L}\p{N}_-]+: +(?=[｛［])/u;
const QUOTED_BEGINNING = /^(\s*(?:- +)?[\p{L}\p{N}_-]+: +)("[^"]*")([^\s"#,}\]].*)$/u;
/** A line that begins with a space other than a half-width one. */
const WIDE_SPACE = /^ *[\u00a0\u2000-\u200b\u202f\u3000]\s*(?=\S)/u;

const lineFrom = (text: string, start: number): string => text.slice(start).split(/\r?\n/, 1)[0]!;

/** Where the next line that holds something begins; null at the end. */
const nextLine = (text: string, from: number): number | null => {
  for (let feed = text.indexOf('\n', from); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
    if (/^\s*[^\s#]/.test(lineFrom(text, feed + 1))) return feed + 1;
  }
  return null;
};

/** A colon of the wrong width, or without its space, in the line of an error. */
const slipOfColon = (text: string, start: number): Fault | null => {
  const line = lineFrom(text, start);
  const wide = WIDE_COLON.exec(line);
  if (wide !== null) {
    const at = start + wide[1]!.length;
    return { why: 'the colon is full-width', start: at, end: at + 1, hint: colonHint(wide[2]!) };
  }
  const space = WIDE_SPACE_AFTER.exec(line);
  if (space !== null) {
    const at = start + space[1]!.length;
    const why = `the space after \`${space[2]!}:\` is full-width or hard`;
    return { why, start: at, end: at + 1, hint: colonHint(space[2]!) };
  }
  const close = CLOSE_COLON.exec(line);
  if (close === null) return null;
  const at = start + close[1]!.length;
  return { why: `no space stands after \`${close[2]!}:\``, start: at, end: at + 1, hint: colonHint(close[2]!) };
};

/** A full-width colon with nothing behind it: what stands under its key belongs to nothing. */
const slipOfHolder = (text: string, start: number): Fault | null => {
  const wide = WIDE_COLON.exec(lineFrom(text, start))?.[0];
  const isHolder = wide !== undefined && lineFrom(text, start + wide.length).trim() === '';
  return isHolder ? slipOfColon(text, start) : null;
};

const slipOfComment = (text: string, start: number): Fault | null => {
  const [before, mark] = WRONG_COMMENT.exec(lineFrom(text, start)) ?? [];
  if (before === undefined || mark === undefined) return null;
  const end = start + before.length;
  const hint = 'Begin a comment with a half-width `#` and a space.';
  return { why: `\`${mark}\` begins no comment`, start: end - mark.length, end, hint };
};

const slipOfDash = (at: number): Fault => ({
  why: 'no space stands after `-`',
  start: at,
  end: at + 1,
  hint: 'Write `- ` before each item of a list.',
});

/** A key further in than the one above it, whose value stands beside it: the parser takes both for one text. */
const slipOfIndent = (text: string, start: number): Fault | null => {
  const above = VALUED.exec(lineFrom(text, start));
  const next = nextLine(text, start);
  const below = next === null ? null : KEYED.exec(lineFrom(text, next));
  if (above === null || next === null || below === null || below[1]!.length <= above[1]!.length) return null;
  if (above[2]!.startsWith('-')) return slipOfDash(start + above[1]!.length);
  const why = `this line is indented more than \`${above[2]!}\` above it`;
  return { why, start: next + below[1]!.length, end: next + below[0].trimEnd().length, hint: SAME_COLUMN };
};

/** What the text begins with stands further in than what follows: to the parser the text ends there. */
const slipOfBeginning = ({ message }: ParserError, text: string, start: number): Fault | null => {
  const first = /^\s*[^\s#]/.test(lineFrom(text, 0)) ? 0 : nextLine(text, 0);
  if (!message.includes(' at node end') || first === null) return null;
  const [above, below] = [first, start].map((at) => /^ */.exec(lineFrom(text, at))![0].length) as [number, number];
  if (above <= below) return null;
  const why = 'this line is indented more than those under it';
  return { why, start: first + above, end: first + lineFrom(text, first).trimEnd().length, hint: SAME_COLUMN };
};

/** Where the parser's words are about something else than the slip: a list's item or a key in a column of its own. */
const slipOfColumn = ({ message, pos }: ParserError, text: string, start: number): Fault | null => {
  const isItem = /^A block sequence/.test(message);
  if (!isItem && !/^Sequence item/.test(message)) return null;
  const close = [...text.slice(0, start).matchAll(CLOSE_DASH)].at(-1);
  if (isItem && close !== undefined && lineFrom(text, start).startsWith(close[0])) {
    return slipOfDash(close.index + close[0].length - 1);
  }
  const from = start + /^\s*/.exec(lineFrom(text, start))![0].length;
  const end = start + lineFrom(text, start).trimEnd().length;
  const why = isItem ? 'this item begins in another column than those above it' : 'this line is indented too little';
  return { why, start: from, end: Math.max(end, pos[0] + 1), hint: SAME_COLUMN };
};

/** A line indented with full-width or hard spaces, which are none to the parser. */
const slipOfSpace = (text: string, start: number): Fault | null => {
  const wide = WIDE_SPACE.exec(lineFrom(text, start))?.[0];
  if (wide === undefined) return null;
  const why = 'full-width or hard spaces indent this line';
  return { why, start, end: start + wide.length, hint: HINTS.TAB_AS_INDENT };
};

/** Brackets or braces of the wrong width round a value. */
const slipOfBracket = (text: string, start: number): Fault | null => {
  const before = WIDE_BRACKET.exec(lineFrom(text, start))?.[0];
  if (before === undefined) return null;
  const at = start + before.length;
  return { why: 'the brackets are full-width', start: at, end: at + 1, hint: BRACKET_HINT };
};

/** Quotes that shall print round the first words of a text, which to YAML are all of it. */
const slipOfQuotes = (text: string, start: number): Fault | null => {
  const quoted = QUOTED_BEGINNING.exec(lineFrom(text, start));
  if (quoted === null) return null;
  const [, before, first, rest] = quoted as unknown as [string, string, string, string];
  const at = start + before.length + first.length;
  const after = rest.replace(/\s+#.*$/, '').trimEnd();
  const hint = `Quotes that print are “ ”: \`${`${first}${after}`.replace(/"([^"]*)"/g, '“$1”')}\`.`;
  return { why: 'the text goes on after its closing quote', start: at, end: at + after.length, hint };
};

/** A bracket that nothing closes: the parser stumbles where the next key comes, or the text ends. */
const slipOfOpening = ({ message, pos: [from] }: ParserError, text: string): Fault | null => {
  const kind = /^Flow (sequence|map) in block collection/.exec(message)?.[1];
  if (kind === undefined) return null;
  const [open, close] = kind === 'map' ? ['{', '}'] : ['[', ']'];
  let at = from - 1;
  // Those that are closed are passed over.
  for (let closed = 0; at >= 0 && (text[at] !== open || closed > 0); at--) {
    if (text[at] === close) closed++;
    if (text[at] === open) closed--;
  }
  if (at < 0) return null;
  return { why: `nothing closes this \`${open}\``, start: at, end: at + 1, hint: `Put a \`${close}\` at its end.` };
};

/** A quote that nothing closes: the parser stumbles where the text ends. */
const slipOfQuote = ({ message, pos: [from] }: ParserError, text: string): Fault | null => {
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  const at = quote === undefined ? -1 : text.lastIndexOf(quote, from - 1);
  if (at < 0) return null;
  const hint = `Put a \`${quote}\` at its end; quotes that print are “ ”.`;
  return { why: `nothing closes this \`${quote}\``, start: at, end: at + 1, hint };
};

/** A comma of the wrong width between brackets or braces, or none. */
const slipOfComma = ({ code, pos: [from, to] }: ParserError, text: string): Fault | null => {
  if (code !== 'BLOCK_IN_FLOW') return null;
  const between = text.slice(from, to);
  const wide = /[，、]/.exec(between);
  const hint = 'Write a half-width `,` and a space.';
  if (wide !== null) {
    const at = from + wide.index;
    return { why: `\`${wide[0]}\` parts no items`, start: at, end: at + 1, hint };
  }
  const key = /(?<=[^\S\n])([\p{L}\p{N}_-]+):(?=\s)/u.exec(between);
  if (key === null) return null;
  const at = from + key.index;
  return { why: `no comma stands before \`${key[1]!}\``, start: at, end: at + key[1]!.length, hint };
};

/** A map on a key's own line, without its braces: `layout: kind: inside`. */
const BARE_MAP = /^\s*(?:- +)?[\w-]+: +([a-z][a-z-]*: +[^\s{}[\],]+) *$/;

const parserFault = ({ code, message, pos }: ParserError, text: string, start: number): Fault => {
  const map = code === 'BLOCK_AS_IMPLICIT_KEY' ? BARE_MAP.exec(lineFrom(text, start))?.[1] : undefined;
  return {
    why: message.charAt(0).toLowerCase() + message.slice(1),
    start: pos[0],
    end: Math.max(pos[1], pos[0] + 1),
    hint: map === undefined ? HINTS[code] : `Put a map in braces, \`{ ${map} }\`, and text in quotes.`,
  };
};

/**
 * What to say of a text that is no YAML. One slip makes the parser stumble several times: each line is told of once,
 * and after an indentation gone wrong nothing is, for the parser no longer knows where it is.
 */
export const faultsOf = (errors: readonly ParserError[], text: string): readonly Fault[] => {
  const faults = new Map<number, Fault>();
  let lost = false;
  for (const error of errors) {
    const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
    const isTab = error.code === 'TAB_AS_INDENT';
    if (faults.has(start) || (lost && !isTab)) continue;
    const column = isTab
      ? null
      : (slipOfSpace(text, start) ??
        slipOfHolder(text, start) ??
        slipOfOpening(error, text) ??
        slipOfQuote(error, text) ??
        slipOfBeginning(error, text, start) ??
        slipOfColumn(error, text, start) ??
        slipOfIndent(text, start));
    const mark = isTab
      ? null
      : (slipOfColon(text, start) ??
        slipOfComment(text, start) ??
        slipOfBracket(text, start) ??
        slipOfQuotes(text, start) ??
        slipOfComma(error, text));
    faults.set(start, column ?? mark ?? parserFault(error, text, start));
    lost ||= isTab || column !== null || error.code === 'BAD_INDENT';
  }
  return [...faults.values()];
};
