/** Reads and checks a YAML text: what is plain and right at once, what is not with the packages that can tell more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { projectRoot } from '../cache/project.js';
import type { Outcome } from '../diagnostics/types.js';
import type { Checked } from './check.js';
import { fitted, isUnderstood, type JsonSchema } from './fit.js';
import type { ParsedYaml } from './places.js';
import { readPlainYaml } from './plain.js';

/** What a file must be like: its zod schema, and the name of the JSON Schema that is made from it. */
export interface Form<T> {
  readonly name: 'issue' | 'article' | 'fonts';
  readonly schema: () => Promise<z.ZodType<T>>;
}

const schemas = new Map<string, JsonSchema | null>();

/** The JSON Schema of this name; null where it asks for more than `fitted` looks at. */
const jsonSchema = (name: string): JsonSchema | null => {
  let schema = schemas.get(name);
  if (schema === undefined) {
    const file = join(projectRoot, 'schemas', `${name}.schema.json`);
    const found = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
    schema = isUnderstood(found) ? found : null;
    schemas.set(name, schema);
  }
  return schema;
};

/**
 * Reads a YAML text by a form. `offset` is where it begins in the file, for front matter. With `instead`, which has what
 * stands for keys that a file must have, the value is what fits the form; without it null where anything does not.
 */
export const readForm = async <T>(
  form: Form<T>,
  file: string,
  text: string,
  offset = 0,
  instead?: Partial<T>,
): Promise<Outcome<Checked<T>>> => {
  const parsed = await parse(file, text, offset);
  if (parsed.value === null || (instead === undefined && parsed.diagnostics.length > 0))
    return { value: null, diagnostics: parsed.diagnostics };
  const { value, twice, at, keyAt } = parsed.value;
  const schema = jsonSchema(form.name);
  const data = schema === null || twice.length > 0 ? undefined : (fitted(schema, value) as T | undefined);
  if (data !== undefined) return { value: { data, leftOut: [], at, keyAt }, diagnostics: [] };
  const { check } = await import('./check.js');
  const checked = check(await form.schema(), parsed.value, instead);
  return { ...checked, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] };
};

const parse = async (file: string, text: string, offset: number): Promise<Outcome<ParsedYaml>> => {
  const plain = readPlainYaml(file, text, offset);
  if (plain !== null) return { value: plain, diagnostics: [] };
  return (await import('./parse.js')).parseYaml(file, text, offset);
};
