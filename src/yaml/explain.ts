/** A zod issue → diagnostics at the key or value it is about. */
import type { z } from 'zod';
import type { Collector } from '../diagnostics/collector.js';
import { nearest } from '../diagnostics/nearest.js';
import { likelyBranches } from './branches.js';
import { furtherOut, whereElse } from './misplaced.js';
import { type ParsedYaml, type Path, pathId } from './places.js';
import { colonIn, keyMeant, remedy } from './remedies.js';
import {
  branchesOf,
  itemOf,
  keySchemaOf,
  knownKeys,
  mapAt,
  namesFreely,
  optionsOf,
  type Schema,
  same,
  schemaAt,
  valueAt,
} from './schema-tree.js';

type Issue = z.core.$ZodIssue;
type Unrecognized = z.core.$ZodIssueUnrecognizedKeys;

/** `key` or “item 2 of `key`”. */
const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
};

/** What a group of issues is about. `base` leads to the value that `schema` checks. */
interface Subject {
  readonly schema: Schema | undefined;
  readonly base: Path;
  readonly yaml: ParsedYaml;
  readonly report: Collector;
  /** The schema of the whole file. */
  readonly root: Schema;
  /** Paths of keys that unknown ones are meant for: they are not missing, too. */
  readonly meant: Set<string>;
}

const unknownKeys = (issue: Unrecognized, { schema, root, base, yaml, report, meant }: Subject): void => {
  const path = [...base, ...issue.path];
  const map = mapAt(schema, valueAt(yaml.value, base), issue.path);
  for (const key of issue.keys) {
    const found = whereElse(key, map, root, yaml, path);
    if (found.meant !== null) meant.add(pathId(found.meant));
    report.error('key-unknown', `\`${key}\` is not known here`, { span: yaml.keyAt([...path, key]), hint: found.hint });
  }
};

/** Explains a value by the branch of a union that it was most likely meant for; false where that is open. */
const byLikelyBranch = (issue: z.core.$ZodIssueInvalidUnion, subject: Subject): boolean => {
  const path = [...subject.base, ...issue.path];
  const union = schemaAt(subject.schema, valueAt(subject.yaml.value, subject.base), issue.path);
  const options = optionsOf(union);
  const likely = likelyBranches(issue);
  const [best] = likely;
  if (best === undefined) return false;
  const value = valueAt(subject.yaml.value, path);
  // The key that a map begins with says its kind.
  const kinds = options.flatMap((option) => knownKeys(option).slice(0, 1));
  const isOfNoKind = kinds.length > 1 && isMap(value) && !kinds.some((kind) => kind in value);
  const known = options.flatMap(knownKeys);
  const unknown = best.issues.find(
    (one): one is Unrecognized => one.code === 'unrecognized_keys' && one.path.length === 0,
  );
  const key = unknown?.keys.find((one) => !known.includes(one));
  if (likely.length === 1 && (key === undefined || !isOfNoKind)) {
    explainAll(best.issues, { ...subject, schema: options[best.index], base: path });
    return true;
  }
  // Several branches are as likely, or none: name the keys of them all.
  if (key === undefined) return false;
  const { yaml, report, root } = subject;
  const own = path.at(-1);
  const outer = typeof own === 'string' ? furtherOut(root, yaml.value, path.slice(0, -1), own) : null;
  if (outer !== null) {
    report.error('key-unknown', `${nameOf(path)} is not known here`, { span: yaml.keyAt(path), hint: outer.hint });
    return true;
  }
  const like = kinds.find((kind) => kind.startsWith(key)) ?? nearest(key, isOfNoKind ? kinds : known);
  report.error('key-unknown', `\`${key}\` is not known here`, {
    span: yaml.keyAt([...path, key]),
    hint: colonIn(key) ?? (like === null ? `${nameOf(path)} ${issue.message}.` : `Did you mean \`${like}\`?`),
  });
  return true;
};

/** Keys of a map, each with the `- ` of a list before it; false where what stands there is another thing. */
const asListedMap = ({ path }: Issue, { schema, base, yaml, report }: Subject): boolean => {
  const value = valueAt(yaml.value, [...base, ...path]);
  const union = schemaAt(schema, valueAt(yaml.value, base), path);
  const options = branchesOf(itemOf(optionsOf(union).find((option) => itemOf(option) !== undefined)));
  const keys = Array.isArray(value) ? value.map((item) => keyOf(item)) : [];
  const [first] = keys;
  if (typeof first !== 'string' || !namesFreely(union, first) || keys.includes(null)) return false;
  if (options.some((option) => knownKeys(option).includes(first))) return false;
  report.error('value-invalid', `${nameOf([...base, ...path])} must be a map of keys, but a list stands here`, {
    span: yaml.at([...base, ...path]),
    hint: 'Take away the `- ` before its keys.',
  });
  return true;
};

/** The key of a map of one. */
const keyOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
  const keys = Object.keys(item);
  return keys.length === 1 ? keys[0]! : null;
};

const hintFor = (issue: Issue, { schema, base, yaml }: Subject, value: unknown): string | undefined =>
  remedy(issue, value, schemaAt(schema, valueAt(yaml.value, base), issue.path));

const explain = (issue: Issue, subject: Subject): void => {
  const { base, yaml, report } = subject;
  if (issue.code === 'unrecognized_keys') {
    unknownKeys(issue, subject);
    return;
  }
  if (issue.code === 'invalid_union' && (asListedMap(issue, subject) || byLikelyBranch(issue, subject))) return;
  const path = [...base, ...issue.path];
  const value = valueAt(yaml.value, path);
  if (issue.code === 'invalid_key') {
    const said = issue.issues[0]?.message ?? issue.message;
    const key = String(path.at(-1));
    const hint = colonIn(key) ?? keyMeant(key, keySchemaOf(schemaAt(subject.root, yaml.value, path.slice(0, -1))));
    report.error('value-invalid', `the key ${nameOf(path)} ${said}`, { span: yaml.keyAt(path), hint });
  } else if (value === undefined) {
    const holder = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : '';
    report.error('key-missing', `${nameOf(path)} is missing${holder}`, { span: yaml.keyAt(path.slice(0, -1)) });
  } else {
    const hint = hintFor(issue, subject, value);
    report.error('value-invalid', `${nameOf(path)} ${issue.message}`, { span: yaml.at(path), hint });
  }
};

/** Explains all the issues of one check; what is missing last, when it is known which keys were only misspelt. */
const explainAll = (issues: readonly Issue[], subject: Subject): void => {
  // What is of another kind need not be told that it is too short, too.
  const ofAnotherKind = issues.filter(({ code }) => code === 'invalid_type');
  const told = issues.filter((issue) => (ofAnotherKind.find(({ path }) => same(path, issue.path)) ?? issue) === issue);
  const isMissing = ({ path }: Issue): boolean =>
    typeof path.at(-1) === 'string' && valueAt(subject.yaml.value, [...subject.base, ...path]) === undefined;
  for (const issue of told.filter((one) => !isMissing(one))) explain(issue, subject);
  const missing = told.filter(isMissing).filter(({ path }) => !subject.meant.has(pathId([...subject.base, ...path])));
  if (missing.length > 1 && isEmpty(valueAt(subject.yaml.value, subject.base)) && subject.base.length === 0) {
    const names = missing.map(({ path }) => `\`${String(path[0])}\``).join(', ');
    subject.report.error('key-missing', 'nothing stands in this file', {
      span: subject.yaml.at([]),
      hint: `It needs ${names}.`,
    });
    return;
  }
  for (const issue of missing) explain(issue, subject);
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length === 0;

/** Says what is wrong with a value that does not fit the schema of its file. */
export const explainMisfit = (issues: readonly Issue[], root: Schema, yaml: ParsedYaml, report: Collector): void =>
  explainAll(issues, { schema: root, root, base: [], yaml, report, meant: new Set() });
