/** What to write instead of a value that does not fit, where the mistake is a common one. */
import type { z } from 'zod';
import { nearest } from '../diagnostics/nearest.js';
import { BRACKET_HINT, colonHint, QUOTES_HINT } from './hints.js';
import { PICTURE_NAME } from './picture-name.js';
import {
  branchesOf,
  definition,
  itemOf,
  knownKeys,
  patternsOf,
  type Schema,
  schemaOfKey,
  unwrap,
} from './schema-tree.js';

/** Marks that people part items by. */
const BETWEEN = /\s*[，、,；;×xX]\s*/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** A number, and what people write round it: 280mm, 2栏, 第31期. */
const IN_WORDS = /^[^\d.\s-]*(\d+(?:\.\d+)?) *[^\d.\s,，-]*$/;

/** What is wrong with a key that holds its colon: it is full-width, or has no space after it. */
export const colonIn = (key: string): string | undefined => {
  const before = /^([^：:]*)[：:]/.exec(key);
  return before === null ? undefined : colonHint(before[1]!);
};

/** How a text may have been meant: a file for its name, a range in other signs, spaces where none may stand. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.replace(/^[“”‘’「『"']+|[“”‘’」』"']+$/g, ''),
  (text) => text.replace(/[,，;；。]+$/, ''),
  (text) => text.replace(/^.*\//, '').replace(/\.md$/i, ''),
  (text) => text.replace(/\s*(?:-|–|—|…|~|～|至|到|\.{2,})\s*/, '..').replace(/[栏行]/g, ''),
  (text) => text.trim().replace(/\s+/g, '-'),
];

/** A text that has the form asked for, made of one that has not. */
const rewritten = (text: string, schema: Schema | undefined): string | undefined => {
  const patterns = patternsOf(schema);
  const fits = (one: string): boolean => one !== text && patterns.some((pattern) => pattern.test(one));
  return WAYS.map((way) => way(text)).find(fits);
};

/** The key that a map of a schema begins with, and the text where it may be its value. */
const begun = (schema: Schema | undefined, text: string): string | undefined => {
  const [key] = knownKeys(schema);
  if (key === undefined) return undefined;
  const def = definition(unwrap(schemaOfKey(schema, key)!));
  const isValue = def.type === 'enum' ? Object.values(def.entries).includes(text) : def.type === 'string';
  return `${key}: ${isValue ? text : '…'}`;
};

const listed = (value: unknown, element: Schema | undefined): string | undefined => {
  const [key] = knownKeys(element);
  if (key !== undefined) return `Write a list, each item of which begins with \`- ${key}:\`.`;
  if (typeof value !== 'string') return undefined;
  const items = value.split(BETWEEN);
  const ofTexts = element !== undefined && definition(unwrap(element)).type === 'string';
  return ofTexts || (items.length > 1 && items.every((item) => NUMBER.test(item)))
    ? `Write a list: [${items.join(', ')}].`
    : undefined;
};

const withoutUnit = (text: string): string | undefined => {
  const number = IN_WORDS.exec(text)?.[1];
  return number === undefined ? undefined : `Write the number alone: ${number}.`;
};

const takesNumbers = (schema: Schema | undefined): boolean => {
  const def = schema === undefined ? undefined : definition(unwrap(schema));
  return def?.type === 'union' ? def.options.some(takesNumbers) : def?.type === 'number';
};

const ofType = (expected: string, value: unknown, schema: Schema | undefined): string | undefined => {
  if (expected === 'array') return listed(value, itemOf(schema));
  if (expected === 'string') {
    if (typeof value === 'number' || typeof value === 'boolean') return `Put it in quotes: "${value}".`;
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? QUOTES_HINT : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (expected === 'number' || expected === 'int') {
    return NUMBER.test(value) ? `Take the quotes away: ${value}.` : withoutUnit(value);
  }
  const map = expected === 'object' ? begun(schema, value) : undefined;
  return map === undefined ? undefined : `Write \`{ ${map} }\`.`;
};

/** The hint for a value that does not fit; `schema` is what it has to fit. */
export const remedy = (issue: z.core.$ZodIssue, value: unknown, schema: Schema | undefined): string | undefined => {
  // A slot that waits for its story.
  if (value === null && patternsOf(schema).length > 0)
    return 'Name what stands there, or take the line away: its neighbours have the room.';
  if (issue.code === 'invalid_type') return ofType(issue.expected, value, schema);
  // A share of one, given in per cent.
  if (issue.code === 'too_big' && issue.maximum === 1 && typeof value === 'number' && value <= 100)
    return `Write \`${value / 100}\`.`;
  if (typeof value !== 'string') return undefined;
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    const like = choices.find((one) => value.endsWith(`-${one}`)) ?? nearest(value, choices);
    return like === null ? undefined : `Did you mean \`${like}\`?`;
  }
  // `folio` by itself is a text, not a key.
  if (branchesOf(schema).some((branch) => knownKeys(branch).includes(value)))
    return `Write \`${value}:\`, with a colon.`;
  if (/^[｛［【]/.test(value)) return BRACKET_HINT;
  if (PICTURE_NAME.test(value) && patternsOf(schema).length > 0)
    return 'A picture stands under `pictures:` of an article; an advertisement is {advertisement: photos/….jpg}.';
  const meant = rewritten(value, schema);
  if (meant !== undefined) return `Write \`${meant}\`.`;
  const alone = takesNumbers(schema) ? withoutUnit(value) : undefined;
  if (alone !== undefined) return alone;
  return /[，、；]/.test(value)
    ? `Part them with half-width commas: \`${value.split(BETWEEN).join(', ')}\`.`
    : undefined;
};
