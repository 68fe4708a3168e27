/**
 * Says quickly that a value is right. The JSON Schemas that editors use say what zod's schemas say (they are made from
 * them), and reading one takes a fraction of loading zod: zod is left to say what is wrong.
 */

/** As much of JSON Schema as `npm run schemas` writes for issue.yaml, front matter and fonts.yaml. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly minProperties?: number;
}

const ABOUT = ['$schema', 'title', 'description'];
/** The keywords that are understood beside each type; a schema with another one fits nothing. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  anyOf: [],
  null: [],
  string: ['minLength', 'pattern'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems', 'items'],
  object: ['properties', 'required', 'propertyNames', 'additionalProperties', 'minProperties'],
};

const understood = (schema: JsonSchema, types: readonly string[]): boolean => {
  const known = types.flatMap((type) => KEYWORDS[type] ?? []);
  return Object.keys(schema).every(
    (keyword) => keyword === 'type' || keyword === 'anyOf' || ABOUT.includes(keyword) || known.includes(keyword),
  );
};

/** The value as zod would give it where it fits; undefined where it does not, or where that is not certain. */
export const fitted = (schema: JsonSchema, value: unknown): unknown => {
  const types = schema.anyOf === undefined ? [schema.type ?? []].flat() : ['anyOf'];
  if (!understood(schema, types)) return undefined;
  if (schema.anyOf !== undefined) {
    for (const branch of schema.anyOf) {
      const found = fitted(branch, value);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (value === null) return types.includes('null') ? null : undefined;
  if (Array.isArray(value)) return types.includes('array') ? fittedList(schema, value) : undefined;
  switch (typeof value) {
    case 'string':
      return types.includes('string') && isText(schema, value) ? value : undefined;
    case 'number':
      return isNumber(schema, types, value) ? value : undefined;
    case 'object':
      return types.includes('object') ? fittedMap(schema, value as Readonly<Record<string, unknown>>) : undefined;
    default:
      return undefined;
  }
};

const isText = ({ minLength = 0, pattern }: JsonSchema, value: string): boolean =>
  value.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(value));

const isNumber = (
  { minimum = -Infinity, maximum = Infinity }: JsonSchema,
  types: readonly string[],
  value: number,
): boolean =>
  (types.includes('number') ? Number.isFinite(value) : types.includes('integer') && Number.isSafeInteger(value)) &&
  value >= minimum &&
  value <= maximum;

const fittedList = (
  { minItems = 0, maxItems = Infinity, items }: JsonSchema,
  value: readonly unknown[],
): unknown[] | undefined => {
  if (items === undefined || value.length < minItems || value.length > maxItems) return undefined;
  const found = value.map((item) => fitted(items, item));
  return found.includes(undefined) ? undefined : found;
};

/** A map's keys come in the order of the schema, then those that it does not name. */
const fittedMap = (
  { properties = {}, required = [], propertyNames, additionalProperties, minProperties = 0 }: JsonSchema,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined => {
  if (Object.keys(value).length < minProperties) return undefined;
  const found: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(properties)) {
    if (!Object.hasOwn(value, key)) {
      if (required.includes(key)) return undefined;
      continue;
    }
    const inside = fitted(schema, value[key]);
    if (inside === undefined) return undefined;
    found[key] = inside;
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(properties, key)) continue;
    // zod leaves this key out.
    if (!additionalProperties || key === '__proto__') return undefined;
    if (propertyNames !== undefined && fitted(propertyNames, key) === undefined) return undefined;
    const inside = fitted(additionalProperties, value[key]);
    if (inside === undefined) return undefined;
    found[key] = inside;
  }
  return found;
};
