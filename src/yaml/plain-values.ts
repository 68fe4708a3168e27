/** The plainest YAML within one line: keys, and values of a word, in quotes, or in a list or map in brackets. */
import type { Span } from '../diagnostics/types.js';

/** Thrown where a text holds more than is read here. */
export class Beyond extends Error {}

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

/** The id of what a step leads to from a value. */
export const within = (id: string, step: string): string => {
  if (id.length > LONGEST_PATH) throw new Beyond();
  return id === '' ? step : `${id}\0${step}`;
};

/** A value with the place behind it. */
interface Found {
  readonly value: unknown;
  readonly behind: number;
}

/** Reads keys and values at places of a text, and remembers where each stands; `offset`: where the text begins in its file. */
export class PlainValues {
  /** Spans by the ids of paths. */
  readonly keys = new Map<string, Span>();
  readonly values = new Map<string, Span>();

  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly offset: number,
  ) {}

  span(start: number, end: number): Span {
    return { file: this.file, start: start + this.offset, end: end + this.offset };
  }

  /** Whether a key begins at a place. */
  isKey(from: number): boolean {
    return this.match(KEY, from) !== null;
  }

  /** The first place from one on where no space stands. */
  skipSpaces(from: number): number {
    let place = from;
    while (this.text[place] === ' ') place += 1;
    return place;
  }

  /** A key that a map lacks yet, with the place behind its colon. */
  key(map: object, id: string, from: number): { readonly name: string; readonly behind: number } {
    const name = this.match(KEY, from)?.[1];
    if (name === undefined || name in map || /^(?:null|true|false)$/i.test(name)) throw new Beyond();
    this.keys.set(within(id, name), this.span(from, from + name.length));
    return { name, behind: from + name.length + 1 };
  }

  /** A value on the rest of a line, which nothing but a comment may follow. */
  inLine(id: string, from: number, end: number): unknown {
    if (/["'[{]/.test(this.text[from]!)) {
      const { value, behind } = this.flow(id, from);
      const rest = this.skipSpaces(behind);
      if (rest < end && (this.text[rest] !== '#' || rest === behind)) throw new Beyond();
      return value;
    }
    const rest = this.text.slice(from, end);
    const comment = rest.indexOf(' #');
    const found = (comment === -1 ? rest : rest.slice(0, comment)).replace(/ +$/, '');
    if (!BEGINS.test(found) || /:(?: |$)/.test(found)) throw new Beyond();
    this.values.set(id, this.span(from, from + found.length));
    return scalar(found);
  }

  /** A value in a list or map in brackets, or in quotes. */
  private flow(id: string, from: number): Found {
    const opening = this.text[from];
    if (opening === '[' || opening === '{') return this.collection(id, from, opening);
    const quoted = this.match(QUOTED, from);
    const found = quoted?.[0] ?? this.match(FLOW_TEXT, from)?.[0].replace(/ +$/, '') ?? '';
    if (quoted === null && !BEGINS.test(found)) throw new Beyond();
    const behind = from + found.length;
    this.values.set(id, this.span(from, behind));
    return { value: quoted === null ? scalar(found) : (quoted[1] ?? quoted[2]), behind };
  }

  private collection(id: string, from: number, opening: '[' | '{'): Found {
    const list: unknown[] = [];
    const map: Record<string, unknown> = Object.create(null);
    const closing = opening === '[' ? ']' : '}';
    let place = this.skipSpaces(from + 1);
    while (this.text[place] !== closing) {
      const { name, behind } =
        opening === '[' ? { name: String(list.length), behind: place } : this.key(map, id, place);
      const item = this.flow(within(id, name), this.skipSpaces(behind));
      if (opening === '[') list.push(item.value);
      else map[name] = item.value;
      place = this.skipSpaces(item.behind);
      if (this.text[place] === ',') place = this.skipSpaces(place + 1);
      else if (this.text[place] !== closing) throw new Beyond();
    }
    this.values.set(id, this.span(from, place + 1));
    return { value: opening === '[' ? list : map, behind: place + 1 };
  }

  /** What a pattern finds at a place. */
  private match(pattern: RegExp, from: number): RegExpExecArray | null {
    pattern.lastIndex = from;
    return pattern.exec(this.text);
  }
}

const scalar = (text: string): unknown => {
  if (WORDS.has(text)) return WORDS.get(text);
  if (NUMBER.test(text)) return Number(text);
  if (DOUBTFUL.test(text)) throw new Beyond();
  return text;
};
