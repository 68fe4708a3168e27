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
  readonly enum?: readonly string[];
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

/** The keywords that are understood, by type. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  null: [],
  boolean: [],
  string: ['minLength', 'pattern', 'enum'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems', 'items'],
  object: ['properties', 'required', 'propertyNames', 'additionalProperties', 'minProperties'],
};

/** Whether a schema asks for nothing that is not looked at here. */
export const isUnderstood = (schema: JsonSchema): boolean => {
  const types = [schema.type ?? []].flat();
  const known = ['$schema', 'title', 'description', 'type', 'anyOf', ...types.flatMap((type) => KEYWORDS[type] ?? [])];
  const { anyOf = [], items, properties = {}, propertyNames, additionalProperties } = schema;
  const inside = [...anyOf, items, ...Object.values(properties), propertyNames, additionalProperties || undefined];
  return (
    Object.keys(schema).every((keyword) => known.includes(keyword)) &&
    types.every((type) => type in KEYWORDS) &&
    types.length > 0 !== anyOf.length > 0 &&
    inside.every((one) => one === undefined || isUnderstood(one))
  );
};

/** The value as zod would give it where it fits; undefined where it does not, or where that is not certain. */
export const fitted = (schema: JsonSchema, value: unknown): unknown => {
  if (schema.anyOf !== undefined) {
    for (const branch of schema.anyOf) {
      const found = fitted(branch, value);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (value === null) return allows(schema, 'null') ? null : undefined;
  if (Array.isArray(value)) return allows(schema, 'array') ? fittedList(schema, value) : undefined;
  switch (typeof value) {
    case 'string':
      return allows(schema, 'string') && isText(schema, value) ? value : undefined;
    case 'boolean':
      return allows(schema, 'boolean') ? value : undefined;
    case 'number':
      return isNumber(schema, value) ? value : undefined;
    case 'object':
      return allows(schema, 'object') ? fittedMap(schema, value as Readonly<Record<string, unknown>>) : undefined;
    default:
      return undefined;
  }
};

const allows = ({ type }: JsonSchema, wanted: string): boolean =>
  type === wanted || (Array.isArray(type) && type.includes(wanted));

const isText = ({ minLength = 0, pattern, enum: words }: JsonSchema, value: string): boolean =>
  value.length >= minLength &&
  (pattern === undefined || new RegExp(pattern, 'u').test(value)) &&
  (words === undefined || words.includes(value));

const isNumber = (schema: JsonSchema, value: number): boolean => {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const isOne = allows(schema, 'number')
    ? Number.isFinite(value)
    : allows(schema, 'integer') && Number.isSafeInteger(value);
  return isOne && value >= minimum && value <= maximum;
};

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
