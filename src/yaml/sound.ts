/** What of a value fits its schema, where not all of it does: the rest can still be looked at. */
import type { z } from 'zod';
import { likelyBranches } from './branches.js';
import type { ParsedYaml, Path } from './places.js';
import { same, valueAt } from './schema-tree.js';

/** A value that fits. */
export interface Sound<T> {
  readonly data: T;
  /** Where what does not fit stood; it is left out. */
  readonly leftOut: readonly Path[];
}

/**
 * The keys that fit, and what holds them. A list goes as one, for its items go by their numbers; so does a map that
 * lacks a key. `instead` has what stands for keys of the whole that are missing or do not fit: all that it must have.
 */
export const soundPart = <T>(
  schema: z.ZodType<T>,
  { value, twice }: Pick<ParsedYaml, 'value' | 'twice'>,
  instead: Partial<T>,
): Sound<T> => {
  const kept = isHolder(value) ? structuredClone({ ...value }) : {};
  const leftOut: Path[] = [];
  const leaveOut = (paths: readonly Path[]): void => {
    const before = leftOut.length;
    for (const path of paths) {
      if (leftOut.slice(before).some((gone) => same(gone, path.slice(0, gone.length)))) continue;
      const [place, holder] = removable(kept, path);
      leftOut.push(place);
      const key = place.at(-1) as string;
      if (holder === kept && Object.hasOwn(instead, key)) holder[key] = instead[key as keyof T];
      else delete holder[key];
    }
  };
  leaveOut(twice);
  for (;;) {
    const result = schema.safeParse(kept);
    if (result.success) return { data: result.data, leftOut };
    leaveOut(result.error.issues.flatMap(faultyPaths));
  }
};

type Holder = Record<PropertyKey, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Of a value that fits no branch of a union where it does not fit the one that it was meant for, where that is plain. */
const faultyPaths = (issue: z.core.$ZodIssue): readonly Path[] => {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const [meant, ...others] = issue.code === 'invalid_union' ? likelyBranches(issue) : [];
  if (meant === undefined || others.length > 0) return [path];
  return meant.issues.flatMap(faultyPaths).map((inside) => [...path, ...inside]);
};

/** What can be taken away for a fault at a path: it itself, or what must have it, or has it in a list. */
const removable = (whole: Holder, path: Path): readonly [place: Path, holder: Holder] => {
  if (path.length === 1) return [path, whole];
  const holder = valueAt(whole, path.slice(0, -1));
  const isKey = isHolder(holder) && !Array.isArray(holder) && Object.hasOwn(holder, path.at(-1)!);
  return isKey ? [path, holder] : removable(whole, path.slice(0, -1));
};
