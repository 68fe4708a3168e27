/** Where keys and values stand in a YAML text. */
import type { Span } from '../diagnostics/types.js';

/** Keys and indices that lead from the root to a value. */
export type Path = readonly PropertyKey[];

/** Where the parts of a YAML text stand. */
export interface Places {
  /** The value at a path; where there is none, the nearest thing that holds it. */
  at(path: Path): Span;
  /** The key at a path; the value where it has no key (a list's item). */
  keyAt(path: Path): Span;
}

/** A YAML text as plain values that know where they stand. */
export interface ParsedYaml extends Places {
  readonly value: unknown;
  /** Keys that stand twice, which is told of: nobody knows which is meant. */
  readonly twice: readonly Path[];
}

/** A path as a key of the maps below. */
export const pathId = (path: Path): string => path.map(String).join('\0');

/** The first line: what is shown where a text holds nothing nearer. */
export const firstLine = (text: string): number => Math.max(1, text.search(/[\r\n]|$/));

/** Places from the spans of keys and values, by the id of their path; `whole` stands for the root. */
export const placesOf = (keys: ReadonlyMap<string, Span>, values: ReadonlyMap<string, Span>, whole: Span): Places => {
  const lookUp = (path: Path, first: ReadonlyMap<string, Span>, second: ReadonlyMap<string, Span>): Span => {
    for (let length = path.length; length > 0; length -= 1) {
      const name = pathId(path.slice(0, length));
      // A path that does not exist is shown at the key of what should hold it.
      const found =
        length === path.length ? (first.get(name) ?? second.get(name)) : (keys.get(name) ?? values.get(name));
      if (found !== undefined) return found;
    }
    return whole;
  };
  return {
    at: (path) => lookUp(path, values, keys),
    keyAt: (path) => lookUp(path, keys, values),
  };
};
