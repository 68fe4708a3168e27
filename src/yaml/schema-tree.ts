/** Ways through a zod schema beside the value that it checks: which schema, and which keys, stand at a path. */
import type { z } from 'zod';
import type { Path } from './places.js';

/** Any schema, as zod's issues and definitions give them. */
export type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];

/** What a schema is made of. */
export const definition = (schema: Schema): Definition => (schema as z.core.$ZodTypes)._zod.def;

/** What stands at a path inside a value. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** The schema inside optional, nullable, lazy and piped ones. */
export const unwrap = (schema: Schema): Schema => {
  const def = definition(schema);
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return unwrap(def.innerType);
  if (def.type === 'lazy') return unwrap(def.getter());
  if (def.type === 'pipe') return unwrap(def.in);
  return schema;
};

/** The branch of a union whose keys a value has most of, or that takes any keys; undefined where there is none. */
const branchFor = (options: readonly Schema[], value: unknown): Schema | undefined => {
  const ofType = (type: Definition['type']): Schema | undefined =>
    options.find((option) => definition(unwrap(option)).type === type);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return ofType('array');
  const weight = (key: string, index: number): number => (!(key in value) ? 0 : index === 0 ? 2 : 1);
  // The key that a map begins with says its kind: it counts for more than those that several kinds have.
  const shared = options.map((option) => knownKeys(option).reduce((sum, key, index) => sum + weight(key, index), 0));
  const most = Math.max(...shared);
  return most === 0 ? ofType('record') : options[shared.indexOf(most)];
};

/** The schema that a value has to fit at a path inside it; undefined where a union leaves it open. */
export const schemaAt = (schema: Schema | undefined, value: unknown, path: Path): Schema | undefined => {
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

/** The branches of a union; none where a schema is no union. */
export const optionsOf = (schema: Schema | undefined): readonly Schema[] => {
  const def = schema === undefined ? undefined : definition(unwrap(schema));
  return def?.type === 'union' ? def.options : [];
};

/** The maps among the branches of a union. */
export const branchesOf = (schema: Schema | undefined): readonly Schema[] =>
  optionsOf(schema).filter((option) => knownKeys(option).length > 0);

/** The map that a value at a path is taken for: of a union, the branch that it is most like. */
export const mapAt = (schema: Schema | undefined, value: unknown, path: Path): Schema | undefined => {
  const found = schemaAt(schema, value, path);
  const def = found === undefined ? undefined : definition(found);
  return def?.type === 'union' ? branchFor(def.options, valueAt(value, path)) : found;
};

/** The keys of a map at a path, by its schema. */
export const keysAt = (schema: Schema | undefined, value: unknown, path: Path): string[] =>
  knownKeys(mapAt(schema, value, path));

/** The keys that a schema of a map knows. */
export const knownKeys = (schema: Schema | undefined): string[] => {
  if (schema === undefined) return [];
  const def = definition(unwrap(schema));
  return def.type === 'object' ? Object.keys(def.shape) : [];
};

/** The schema of a list's items; undefined where a schema is of no list. */
export const itemOf = (schema: Schema | undefined): Schema | undefined => {
  const def = schema === undefined ? undefined : definition(unwrap(schema));
  return def?.type === 'array' ? def.element : undefined;
};

/** The schema of a key of a map. */
export const schemaOfKey = (map: Schema | undefined, key: string): Schema | undefined => {
  const def = map === undefined ? undefined : definition(unwrap(map));
  return def?.type === 'object' ? def.shape[key] : undefined;
};

/** The schema of the keys that a map's owner chooses; undefined where the schema names them. */
export const keySchemaOf = (map: Schema | undefined): Schema | undefined => {
  const def = map === undefined ? undefined : definition(unwrap(map));
  return def?.type === 'record' ? def.keyType : undefined;
};

/** Whether a schema lets a map have a key that it does not name. */
export const namesFreely = (schema: Schema | undefined, key: string): boolean => {
  if (schema === undefined) return false;
  const def = definition(unwrap(schema));
  if (def.type === 'union') return def.options.some((option) => namesFreely(option, key));
  return def.type === 'record' && patternsOf(def.keyType).every((pattern) => pattern.test(key));
};

/** The forms that a text may have by a schema. */
export const patternsOf = (schema: Schema | undefined): readonly RegExp[] => {
  const def = schema === undefined ? undefined : definition(unwrap(schema));
  if (def?.type === 'union') return def.options.flatMap(patternsOf);
  if (def?.type !== 'string') return [];
  return (def.checks ?? []).flatMap(({ _zod }) => {
    const { pattern } = _zod.def as { pattern?: RegExp };
    return pattern === undefined ? [] : [pattern];
  });
};

/** Whether two paths are one. */
export const same = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, index) => step === b[index]);
