/** A zod issue → diagnostics at the key or value it is about. */
import type { z } from 'zod';
import type { Collector } from '../diagnostics/collector.js';
import { nearest, suggest } from '../diagnostics/nearest.js';
import type { ParsedYaml, Path } from './places.js';
import { colonIn, remedy } from './words.js';

type Issue = z.core.$ZodIssue;
type Unrecognized = z.core.$ZodIssueUnrecognizedKeys;
type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];

const definition = (schema: Schema): Definition => (schema as z.core.$ZodTypes)._zod.def;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** The schema inside optional, nullable, lazy and piped ones. */
const unwrap = (schema: Schema): Schema => {
  const def = definition(schema);
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return unwrap(def.innerType);
  if (def.type === 'lazy') return unwrap(def.getter());
  if (def.type === 'pipe') return unwrap(def.in);
  return schema;
};

/** The branch of a union whose keys a value has most of; undefined where the value has none. */
const branchFor = (options: readonly Schema[], value: unknown): Schema | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return options.find((option) => definition(unwrap(option)).type === 'array');
  const shared = options.map((option) => knownKeys(option).filter((key) => key in value).length);
  const most = Math.max(...shared);
  return most === 0 ? undefined : options[shared.indexOf(most)];
};

/** The schema that a value has to fit at a path inside it; undefined where a union leaves it open. */
const schemaAt = (schema: Schema | undefined, value: unknown, path: Path): Schema | undefined => {
  if (schema === undefined) return undefined;
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  const def = definition(inner);
  if (def.type === 'union') return schemaAt(branchFor(def.options, value), value, path);
  const next = valueAt(value, [step]);
  if (def.type === 'object') return schemaAt(def.shape[String(step)], next, rest);
  if (def.type === 'array') return schemaAt(def.element, next, rest);
  if (def.type === 'record') return schemaAt(def.valueType, next, rest);
  return undefined;
};

/** The keys of a map at a path, by its schema. */
const keysAt = (schema: Schema | undefined, value: unknown, path: Path): string[] => {
  const found = schemaAt(schema, value, path);
  const def = found === undefined ? undefined : definition(found);
  const map = def?.type === 'union' ? branchFor(def.options, valueAt(value, path)) : found;
  return knownKeys(map);
};

const knownKeys = (schema: Schema | undefined): string[] => {
  if (schema === undefined) return [];
  const def = definition(unwrap(schema));
  return def.type === 'object' ? Object.keys(def.shape) : [];
};

/** `key` or “item 2 of `key`”. */
const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
};

const same = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, index) => step === b[index]);

/** What a group of issues is about. `base` leads to the value that `schema` checks. */
interface Subject {
  readonly schema: Schema | undefined;
  readonly base: Path;
  readonly yaml: ParsedYaml;
  readonly report: Collector;
}

const unknownKeys = (issue: Unrecognized, { schema, base, yaml, report }: Subject): void => {
  const known = keysAt(schema, valueAt(yaml.value, base), issue.path);
  for (const key of issue.keys) {
    const span = yaml.keyAt([...base, ...issue.path, key]);
    report.error('key-unknown', `\`${key}\` is not known here`, { span, hint: colonIn(key) ?? suggest(key, known) });
  }
};

/** Faults of a value's own form rule a branch of a union out; so many of its keys amiss make it less likely. */
const HOPELESS = 10_000;
const KEY_AMISS = 100;

const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.path.length === 0)
      return sum + (issue.code === 'unrecognized_keys' ? KEY_AMISS * issue.keys.length : HOPELESS);
    return sum + (issue.path.length === 1 ? KEY_AMISS : 1);
  }, 0);

/** Explains a value by the branch of a union that it was most likely meant for; false where that is open. */
const byLikelyBranch = (issue: z.core.$ZodIssueInvalidUnion, subject: Subject): boolean => {
  const path = [...subject.base, ...issue.path];
  const union = schemaAt(subject.schema, valueAt(subject.yaml.value, subject.base), issue.path);
  const def = union === undefined ? undefined : definition(union);
  const options = def?.type === 'union' ? def.options : [];
  const branches = issue.errors.map((issues, index) => ({ issues, option: options[index], misfit: misfit(issues) }));
  const least = Math.min(...branches.map((branch) => branch.misfit));
  const likely = branches.filter((branch) => branch.misfit === least);
  const [best] = likely;
  if (best === undefined || least >= HOPELESS) return false;
  if (likely.length === 1) {
    explainAll(best.issues, { ...subject, schema: best.option, base: path });
    return true;
  }
  // Several branches are as likely: name the keys of them all.
  const unknown = best.issues.find(
    (one): one is Unrecognized => one.code === 'unrecognized_keys' && one.path.length === 0,
  );
  const known = branches.flatMap((branch) => knownKeys(branch.option));
  const key = unknown?.keys.find((one) => !known.includes(one));
  if (key === undefined) return false;
  const { yaml, report } = subject;
  const like = nearest(key, known);
  report.error('key-unknown', `\`${key}\` is not known here`, {
    span: yaml.keyAt([...path, key]),
    hint: colonIn(key) ?? (like === null ? `${nameOf(path)} ${issue.message}.` : `Did you mean \`${like}\`?`),
  });
  return true;
};

const hintFor = (issue: Issue, { schema, base, yaml }: Subject, value: unknown): string | undefined => {
  const wanted = schemaAt(schema, valueAt(yaml.value, base), issue.path);
  const def = wanted === undefined ? undefined : definition(wanted);
  // `folio` by itself is a text, not a key.
  if (def?.type === 'union' && typeof value === 'string' && def.options.some((one) => knownKeys(one).includes(value)))
    return `Write \`${value}:\`, with a colon.`;
  const ofTexts = def?.type === 'array' && definition(unwrap(def.element)).type === 'string';
  return remedy('expected' in issue ? issue.expected : undefined, value, ofTexts);
};

const explain = (issue: Issue, subject: Subject): void => {
  const { base, yaml, report } = subject;
  if (issue.code === 'unrecognized_keys') {
    unknownKeys(issue, subject);
    return;
  }
  if (issue.code === 'invalid_union' && byLikelyBranch(issue, subject)) return;
  const path = [...base, ...issue.path];
  const value = valueAt(yaml.value, path);
  if (issue.code === 'invalid_key') {
    const said = issue.issues[0]?.message ?? issue.message;
    report.error('value-invalid', `the key ${nameOf(path)} ${said}`, { span: yaml.keyAt(path) });
  } else if (value === undefined) {
    const holder = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : '';
    report.error('key-missing', `${nameOf(path)} is missing${holder}`, { span: yaml.keyAt(path.slice(0, -1)) });
  } else {
    const hint = hintFor(issue, subject, value);
    report.error('value-invalid', `${nameOf(path)} ${issue.message}`, { span: yaml.at(path), hint });
  }
};

/** A missing key that an unknown one beside it was meant for needs no message of its own. */
const isMisspelt = (issue: Issue, all: readonly Issue[], { schema, base, yaml }: Subject): boolean => {
  const key = issue.path.at(-1);
  if (typeof key !== 'string' || valueAt(yaml.value, [...base, ...issue.path]) !== undefined) return false;
  const holder = issue.path.slice(0, -1);
  const known = keysAt(schema, valueAt(yaml.value, base), holder);
  return all.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      same(other.path, holder) &&
      other.keys.some((one) => nearest(one, known) === key),
  );
};

/** Explains all the issues of one check. */
export const explainAll = (issues: readonly Issue[], subject: Subject): void => {
  // What is of another kind need not be told that it is too short, too.
  const ofAnotherKind = issues.filter(({ code }) => code === 'invalid_type');
  for (const issue of issues) {
    const first = ofAnotherKind.find(({ path }) => same(path, issue.path)) ?? issue;
    if (first === issue && !isMisspelt(issue, issues, subject)) explain(issue, subject);
  }
};
