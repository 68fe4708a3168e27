/** Checks parsed YAML by a zod schema; every fault becomes a diagnostic at the key or value it is about. */
import type { z } from 'zod';
import { Collector } from '../diagnostics/collector.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Outcome } from '../diagnostics/types.js';
import { type ParsedYaml, type Path, type Places, parseYaml } from './parse.js';
import { phrase, remedy } from './words.js';

/** Values that fit a schema, and where they stand. */
export interface Checked<T> extends Places {
  readonly data: T;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];

const definition = (schema: Schema): Definition => (schema as z.core.$ZodTypes)._zod.def;

/** The schema inside optional, nullable, lazy and piped ones. */
const unwrap = (schema: Schema): Schema => {
  const def = definition(schema);
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return unwrap(def.innerType);
  if (def.type === 'lazy') return unwrap(def.getter());
  if (def.type === 'pipe') return unwrap(def.in);
  return schema;
};

/** The schema that a value at a path has to fit; undefined where a union leaves it open. */
const schemaAt = (schema: Schema | undefined, path: Path): Schema | undefined => {
  if (schema === undefined) return undefined;
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  const def = definition(inner);
  if (def.type === 'object') return schemaAt(def.shape[String(step)], rest);
  if (def.type === 'array') return schemaAt(def.element, rest);
  if (def.type === 'record') return schemaAt(def.valueType, rest);
  return undefined;
};

const knownKeys = (schema: Schema | undefined): string[] => {
  if (schema === undefined) return [];
  const def = definition(schema);
  return def.type === 'object' ? Object.keys(def.shape) : [];
};

/** How far a value is from a branch of a union: faults of its own form weigh more than faults inside it. */
const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.path.length === 0) return sum + (issue.code === 'unrecognized_keys' ? 100 * issue.keys.length : 10_000);
    return sum + (issue.path.length === 1 ? 100 : 1);
  }, 0);

/** `key` or “item 2 of `key`”. */
const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** One zod issue as diagnostics. `base` leads to the value that `schema` checks. */
const explain = (issue: Issue, schema: Schema | undefined, base: Path, yaml: ParsedYaml, report: Collector): void => {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schemaAt(schema, issue.path));
    for (const key of issue.keys) {
      report.error('key-unknown', `\`${key}\` is not known here`, {
        span: yaml.keyAt([...path, key]),
        hint: suggest(key, known),
      });
    }
    return;
  }
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map((issues, index) => ({ issues, index, misfit: misfit(issues) }));
    const best = branches.sort((a, b) => a.misfit - b.misfit)[0];
    if (best !== undefined && best.misfit < 10_000) {
      const union = schemaAt(schema, issue.path);
      const def = union === undefined ? undefined : definition(union);
      const branch = def?.type === 'union' ? def.options[best.index] : undefined;
      for (const inner of best.issues) explain(inner, branch, path, yaml, report);
      return;
    }
  }
  const value = valueAt(yaml.value, path);
  if (issue.code === 'invalid_key') {
    const said = issue.issues[0]?.message ?? issue.message;
    report.error('value-invalid', `the key ${nameOf(path)} ${said}`, { span: yaml.keyAt(path) });
  } else if (value === undefined) {
    const holder = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : '';
    report.error('key-missing', `${nameOf(path)} is missing${holder}`, { span: yaml.keyAt(path.slice(0, -1)) });
  } else {
    const expected = 'expected' in issue ? issue.expected : undefined;
    const hint = remedy(expected, value);
    report.error('value-invalid', `${nameOf(path)} ${issue.message}`, { span: yaml.at(path), hint });
  }
};

/** Checks parsed YAML by a schema. Messages given in a schema continue the key's name: “must be …”. */
export const check = <T>(schema: z.ZodType<T>, yaml: ParsedYaml): Outcome<Checked<T>> => {
  const result = schema.safeParse(yaml.value, { error: phrase });
  if (result.success) return { value: { data: result.data, at: yaml.at, keyAt: yaml.keyAt }, diagnostics: [] };
  const report = new Collector();
  for (const issue of result.error.issues) explain(issue, schema, [], yaml, report);
  return { value: null, diagnostics: report.diagnostics };
};

/** Parses and checks a YAML text in one go. */
export const readYaml = <T>(schema: z.ZodType<T>, file: string, text: string, offset = 0): Outcome<Checked<T>> => {
  const parsed = parseYaml(file, text, offset);
  return parsed.value === null ? { value: null, diagnostics: parsed.diagnostics } : check(schema, parsed.value);
};
