/**
 * Sentences by their forms: what the program says in English is found again among forms with holes, and said in
 * Chinese with what the holes hold.
 */

/**
 * A sentence in English and in Chinese. Both have the same holes: `<name>` holds anything, and keeps it;
 * `<name:word>` one word; `<name:list>`, in English, what a list of forms knows, and says it in Chinese.
 */
export type Form = readonly [english: string, chinese: string];

/** Lists of forms by the names that holes give them. */
export type Lists = Readonly<Record<string, readonly Form[]>>;

/** A hole of a form; `list` is null where it holds anything. */
export interface Hole {
  readonly name: string;
  readonly list: string | null;
}

/** One half of a form taken apart: the texts around its holes, one more than there are holes. */
export interface Pattern {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

/** In place of a list: any one word. */
export const WORD = 'word';

const HOLE = /<([a-z]+)(?::([a-z]+))?>/;

/** Takes one half of a form apart. */
export function patternOf(half: string): Pattern {
  // Split by a pattern with two groups: text, name, list, text, name, list …, text.
  const parts = half.split(HOLE) as (string | undefined)[];
  return {
    texts: parts.filter((_, index) => index % 3 === 0) as string[],
    holes: parts.flatMap((name, index) => (index % 3 === 1 ? [{ name: name!, list: parts[index + 1] ?? null }] : [])),
  };
}

const patterns = new Map<string, Pattern>();

/** As `patternOf`; each is taken apart once, when it is first needed. */
function knownPattern(half: string): Pattern {
  const known = patterns.get(half);
  if (known !== undefined) return known;
  const pattern = patternOf(half);
  patterns.set(half, pattern);
  return pattern;
}

/**
 * What was already looked for in lists, by list and text: a list of names that fits nothing could be parted in twice as
 * many ways for every name, and comes upon the same rests again and again.
 */
type Sought = Map<string, string | null>;

/** A text in Chinese, by the first of the forms that it fits; null where it fits none. */
export const translated = (text: string, forms: readonly Form[], lists: Lists): string | null =>
  firstOf(forms, text, lists, new Map());

function firstOf(forms: readonly Form[], text: string, lists: Lists, sought: Sought): string | null {
  for (const [english, chinese] of forms) {
    const values = valuesIn(text, knownPattern(english), lists, sought);
    if (values !== null) return filled(knownPattern(chinese), values);
  }
  return null;
}

/** A half of a form with values in its holes. */
export const filled = ({ texts, holes }: Pattern, values: ReadonlyMap<string, string>): string =>
  texts.map((text, index) => text + (values.get(holes[index]?.name ?? '') ?? '')).join('');

/** What a hole of a list holds, in Chinese; null where it cannot hold it. */
function heldBy(list: string, held: string, lists: Lists, sought: Sought): string | null {
  if (list === WORD) return /\s/.test(held) ? null : held;
  const key = `${list} ${held}`;
  const before = sought.get(key);
  if (before !== undefined) return before;
  const value = firstOf(lists[list] ?? [], held, lists, sought);
  sought.set(key, value);
  return value;
}

/** What the holes hold where a text fits a pattern, in Chinese where a list says so; null where it does not fit. */
function valuesIn(
  text: string,
  { texts, holes }: Pattern,
  lists: Lists,
  sought: Sought,
): ReadonlyMap<string, string> | null {
  /** From where on the holes from an index on are known not to fit: `index * (text.length + 1) + from`. */
  const failed = new Set<number>();
  /** What the holes from `index` on hold, the first of which begins at `from`: each as little as it can. */
  const valuesFrom = (from: number, index: number): ReadonlyMap<string, string> | null => {
    const hole = holes[index];
    if (hole === undefined) return from === text.length ? new Map() : null;
    const state = index * (text.length + 1) + from;
    if (failed.has(state)) return null;
    const after = texts[index + 1]!;
    // The last one holds what is left.
    const least = index === holes.length - 1 ? Math.max(from, text.length - after.length) : from;
    let end = text.indexOf(after, least);
    while (end >= 0) {
      // What follows is looked at first: it rules out most ends, and that costs less than what a list may hold.
      const rest = valuesFrom(end + after.length, index + 1);
      const held = text.slice(from, end);
      const value = rest === null ? null : hole.list === null ? held : heldBy(hole.list, held, lists, sought);
      if (value !== null) return new Map([[hole.name, value], ...rest!]);
      end = end < text.length ? text.indexOf(after, end + 1) : -1;
    }
    failed.add(state);
    return null;
  };
  const before = texts[0]!;
  return text.startsWith(before) ? valuesFrom(before.length, 0) : null;
}
