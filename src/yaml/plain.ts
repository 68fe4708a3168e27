/**
 * The plainest YAML, read without the `yaml` package, which takes longer to load than all of an issue's front matter
 * takes to read: maps and lists in blocks, values on one line. What goes beyond that is left to the package.
 */
import type { Span } from '../diagnostics/types.js';
import { firstLine, type ParsedYaml, placesOf } from './places.js';

/** Thrown where a text holds more than is read here. */
class Beyond extends Error {}

/** Tabs, carriage returns and control characters. */
const UNUSUAL = /[^\P{Cc}\n]|\ufeff/u;
const KEY = /([A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]{0,99}|[1-9]\d{0,3}(?:-[1-9]\d{0,3})?):(?=[ \n]|$)/y;
/** How a value without quotes may begin: all marks that mean something to YAML are ASCII. */
const BEGINS = /^[\dA-Za-z/\u0080-\uffff]/;
const FLOW_TEXT = /[^,[\]{}#:\n]+/y;
const QUOTED = /"([^"\\\n]*)"|'([^'\n]*)'(?!')/y;
const NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;
/** Forms that YAML may read as something else than text, too rare to be read here. */
const DOUBTFUL = /^(?:null|true|false)$|^\d[\d.]*(?:e[-+]?\d+)?$|^0[ox]/i;
const WORDS = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/** Keys and indices that lead to a value, together: so lists and maps are not nested deeper than can be followed. */
const LONGEST_PATH = 150;

/** A line that holds something: where its text begins and ends, and where the next line does. */
interface Line {
  readonly indent: number;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const to = feed === -1 ? text.length : feed;
    let from = start;
    while (text[from] === ' ') from += 1;
    const next = feed === -1 ? to : to + 1;
    const indent = from - start;
    if (from < to && text[from] !== '#') lines.push({ indent, from, to, next });
    // It would belong to the value before it, and make it end later.
    else if (from < to && indent > (lines.at(-1)?.indent ?? indent)) throw new Beyond();
    start = next;
  }
  return lines;
};

const scalar = (text: string): unknown => {
  if (WORDS.has(text)) return WORDS.get(text);
  if (NUMBER.test(text)) return Number(text);
  if (DOUBTFUL.test(text)) throw new Beyond();
  return text;
};

/** Reads a text as `parseYaml` does; null where it holds more than the plainest YAML. */
export const readPlainYaml = (file: string, text: string, offset = 0): ParsedYaml | null => {
  if (UNUSUAL.test(text)) return null;
  const keys = new Map<string, Span>();
  const values = new Map<string, Span>();
  const span = (start: number, end: number): Span => ({ file, start: start + offset, end: end + offset });
  const within = (id: string, step: string): string => {
    if (id.length > LONGEST_PATH) throw new Beyond();
    return id === '' ? step : `${id}\0${step}`;
  };
  let lines: readonly Line[] = [];
  let at = 0;

  /** What a pattern finds at a place. */
  const match = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const skipSpaces = (from: number): number => {
    let place = from;
    while (text[place] === ' ') place += 1;
    return place;
  };
  const isItem = ({ from, to }: Line): boolean => text[from] === '-' && text[from + 1] === ' ' && from + 1 < to;

  /** A key of a map, with the place behind its colon. */
  const key = (map: object, id: string, from: number): { name: string; behind: number } => {
    const found = match(KEY, from);
    const name = found?.[1];
    if (name === undefined || name in map || /^(?:null|true|false)$/i.test(name)) throw new Beyond();
    keys.set(within(id, name), span(from, from + name.length));
    return { name, behind: from + name.length + 1 };
  };

  /** A value in a list or map of one line, or in quotes; with the place behind it. */
  const flow = (id: string, from: number): { value: unknown; behind: number } => {
    const opening = text[from];
    if (opening === '[' || opening === '{') return collection(id, from, opening);
    const quoted = match(QUOTED, from);
    const found = quoted?.[0] ?? match(FLOW_TEXT, from)?.[0].replace(/ +$/, '') ?? '';
    if (quoted === null && !BEGINS.test(found)) throw new Beyond();
    const behind = from + found.length;
    values.set(id, span(from, behind));
    return { value: quoted === null ? scalar(found) : (quoted[1] ?? quoted[2]), behind };
  };
  const collection = (id: string, from: number, opening: '[' | '{'): { value: unknown; behind: number } => {
    const list: unknown[] = [];
    const map: Record<string, unknown> = Object.create(null);
    const closing = opening === '[' ? ']' : '}';
    let place = skipSpaces(from + 1);
    while (text[place] !== closing) {
      const { name, behind } = opening === '[' ? { name: String(list.length), behind: place } : key(map, id, place);
      const item = flow(within(id, name), skipSpaces(behind));
      if (opening === '[') list.push(item.value);
      else map[name] = item.value;
      place = skipSpaces(item.behind);
      if (text[place] === ',') place = skipSpaces(place + 1);
      else if (text[place] !== closing) throw new Beyond();
    }
    values.set(id, span(from, place + 1));
    return { value: opening === '[' ? list : map, behind: place + 1 };
  };

  /** A value on the rest of a line, which nothing but a comment may follow. */
  const inLine = (id: string, from: number, line: Line): unknown => {
    if (/["'[{]/.test(text[from]!)) {
      const { value, behind } = flow(id, from);
      const rest = skipSpaces(behind);
      if (rest < line.to && (text[rest] !== '#' || rest === behind)) throw new Beyond();
      return value;
    }
    const rest = text.slice(from, line.to);
    const comment = rest.indexOf(' #');
    const found = (comment === -1 ? rest : rest.slice(0, comment)).replace(/ +$/, '');
    if (!BEGINS.test(found) || /:(?: |$)/.test(found)) throw new Beyond();
    values.set(id, span(from, from + found.length));
    return scalar(found);
  };

  /** What stands behind a key or an item's dash: on the same line, or in deeper ones. */
  const behindMark = (id: string, from: number, indent: number, line: Line, mayBeItems: boolean): unknown => {
    at += 1;
    const place = skipSpaces(from);
    if (place < line.to && text[place] !== '#') return inLine(id, place, line);
    const below = lines[at];
    if (below === undefined) throw new Beyond();
    if (below.indent > indent) return isItem(below) ? list(id, below.indent) : map(id, below.indent, below.from);
    if (mayBeItems && below.indent === indent && isItem(below)) return list(id, indent);
    throw new Beyond();
  };

  const list = (id: string, indent: number): unknown[] => {
    const start = lines[at]!.from;
    const items: unknown[] = [];
    for (let line = lines[at]; line !== undefined && line.indent === indent && isItem(line); line = lines[at]) {
      const inside = within(id, String(items.length));
      const place = skipSpaces(line.from + 1);
      const isMap = match(KEY, place) !== null;
      items.push(
        isMap ? map(inside, indent + place - line.from, place) : behindMark(inside, place, indent, line, false),
      );
    }
    values.set(id, span(start, lines[at - 1]!.next));
    return items;
  };

  /** A map whose keys stand in a column; its first key may stand behind an item's dash. */
  const map = (id: string, indent: number, start: number): Record<string, unknown> => {
    // No prototype, so that a key such as `constructor` is a key like any other.
    const made: Record<string, unknown> = Object.create(null);
    let from = start;
    for (let line = lines[at]; line !== undefined; line = lines[at]) {
      const { name, behind } = key(made, id, from);
      made[name] = behindMark(within(id, name), behind, indent, line, true);
      const next = lines[at];
      if (next === undefined || next.indent < indent) break;
      if (next.indent > indent) throw new Beyond();
      from = next.from;
    }
    values.set(id, span(start, lines[at - 1]!.next));
    return made;
  };

  try {
    lines = linesOf(text);
    const [first] = lines;
    if (first === undefined || isItem(first)) return null;
    const value = map('', first.indent, first.from);
    if (at < lines.length) return null;
    return { value, ...placesOf(keys, values, span(0, firstLine(text))) };
  } catch (fault) {
    if (fault instanceof Beyond) return null;
    throw fault;
  }
};
