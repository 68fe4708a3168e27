/** What to write instead of a value that does not fit, where the mistake is a common one. */
import type { z } from 'zod';
import { choiceMeant } from './choices.js';
import { BRACKET_HINT, colonHint, QUOTES_HINT } from './hints.js';
import { isNumber, numberMeant } from './numbers.js';
import { PICTURE_NAME } from './picture-name.js';
import {
  branchesOf,
  definition,
  itemOf,
  knownKeys,
  optionsOf,
  patternsOf,
  type Schema,
  schemaOfKey,
  unwrap,
} from './schema-tree.js';

/** Marks that people part items by: a cross between numbers, a space between numbers or between words in Han. */
const BETWEEN = /\s*[，、,；;]\s*|(?<=\d)\s*[×xX]\s*(?=\d)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=\d)\s+(?=\d)/u;

/** What is wrong with a key that holds its colon: it is full-width, or has no space after it. */
export const colonIn = (key: string): string | undefined => {
  const before = /^([^：:]*)[：:]/.exec(key);
  return before === null ? undefined : colonHint(before[1]!);
};

/** 5号, 小5, 小四号: sizes have names in Han. */
const HAO = /^(小?)(?:([1-7])|([一二三四五六七初]))号?$/;
const sizeNamed = (text: string): string => {
  const [, half = '', digit, numeral] = HAO.exec(text) ?? [];
  const own = digit === undefined ? numeral : '一二三四五六七'[Number(digit) - 1];
  return own === undefined ? text : `${half}${own}${half === '' ? '号' : ''}`;
};

/** How a text may have been meant: a file for its name, a range or a size in other signs, spaces where none may stand. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.normalize('NFKC').trim(),
  (text) => text.replace(/^[“”‘’「『"']+|[“”‘’」』"']+$/g, ''),
  (text) => text.replace(/[,，;；。]+$/, ''),
  (text) => text.replace(/^.*\//, '').replace(/\.md$/i, ''),
  (text) => text.replace(/\s*(?:-|–|—|…|~|～|至|到|\.{2,})\s*/, '..').replace(/[栏行]/g, ''),
  sizeNamed,
  (text) => text.replace(/\s*(?:磅|点|p)$/, 'pt'),
  (text) => text.trim().replace(/\s+/g, '-'),
];

/** How a page may have been meant: 04, 第4版, 6、7. */
const PAGE_WAYS: typeof WAYS = [
  (text) => text.normalize('NFKC').trim(),
  (text) => text.replace(/^第|版$/g, '').replace(/^0+/, ''),
  (text) => text.replace(/^第|版$/g, '').replace(/\s*(?:[、,，–—~～至到]|\.{2,})\s*/, '-'),
];

/** A text that has the form asked for, made of one that has not. */
const rewritten = (text: string, schema: Schema | undefined, ways = WAYS): string | undefined => {
  const patterns = patternsOf(schema);
  const fits = (one: string): boolean => one !== text && patterns.some((pattern) => pattern.test(one));
  return ways.map((way) => way(text)).find(fits);
};

/** What a key may have been that has not the form its map asks for. */
export const keyMeant = (key: string, keys: Schema | undefined): string | undefined => {
  const meant = rewritten(key, keys, PAGE_WAYS);
  return meant === undefined ? undefined : `Write \`${meant}\`.`;
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
  const items = value.trim().split(BETWEEN);
  const ofTexts = element !== undefined && definition(unwrap(element)).type === 'string';
  return ofTexts || (items.length > 1 && items.every(isNumber)) ? `Write a list: [${items.join(', ')}].` : undefined;
};

/** Several items where a list of them may stand. */
const severalOf = (text: string, schema: Schema | undefined): string | undefined => {
  const items = text.trim().split(/\s*[，、,；;]\s*|\s+/);
  const patterns = optionsOf(schema).flatMap((option) => patternsOf(itemOf(option)));
  const fits = items.length > 1 && items.every((item) => patterns.some((pattern) => pattern.test(item)));
  return fits ? `Write a list: [${items.join(', ')}].` : undefined;
};

/** A list of numbers where each has a key of its own. */
const keyed = (value: readonly unknown[], schema: Schema | undefined): string | undefined => {
  const keys = knownKeys(schema);
  if (keys.length !== value.length || !value.every((item) => typeof item === 'number')) return undefined;
  return `Write \`{ ${keys.map((key, index) => `${key}: ${value[index]}`).join(', ')} }\`.`;
};

/** Yes and no, as people write them. */
const YES = /^(?:是|对|真|yes|y|on)$/i;
const NO = /^(?:否|不|假|no|n|off)$/i;

const ofType = (expected: string, value: unknown, schema: Schema | undefined): string | undefined => {
  if (expected === 'array') return listed(value, itemOf(schema));
  if (expected === 'string') {
    if (typeof value === 'number' || typeof value === 'boolean') return `Put it in quotes: "${value}".`;
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? QUOTES_HINT : undefined;
  }
  if (expected === 'object' && Array.isArray(value)) return keyed(value, schema);
  if (typeof value !== 'string') return undefined;
  if (expected === 'boolean') return YES.test(value) ? 'Write `true`.' : NO.test(value) ? 'Write `false`.' : undefined;
  if (expected === 'number' || expected === 'int') return numberMeant(value, schema);
  const map = expected === 'object' ? begun(schema, value) : undefined;
  return map === undefined ? undefined : `Write \`{ ${map} }\`.`;
};

/** The hint for a value that does not fit; `schema` is what it has to fit. */
export const remedy = (issue: z.core.$ZodIssue, value: unknown, schema: Schema | undefined): string | undefined => {
  const last = issue.path.at(-1);
  if (value === null && typeof last === 'string' && colonIn(last) !== undefined) return colonIn(last);
  // A slot that waits for its story.
  if (value === null && patternsOf(schema).length > 0)
    return 'Name what stands there, or take the line away: its neighbours have the room.';
  if (issue.code === 'invalid_type') return ofType(issue.expected, value, schema);
  // A share of one, given in per cent.
  if (issue.code === 'too_big' && issue.maximum === 1 && typeof value === 'number' && value <= 100)
    return `Write \`${value / 100}\`.`;
  if (issue.code === 'invalid_value' && (typeof value === 'string' || typeof value === 'boolean')) {
    const like = choiceMeant(String(value), issue.values.map(String));
    return like === null ? undefined : `Did you mean \`${like}\`?`;
  }
  if (typeof value !== 'string') return undefined;
  // `folio` by itself is a text, not a key.
  if (branchesOf(schema).some((branch) => knownKeys(branch).includes(value)))
    return `Write \`${value}:\`, with a colon.`;
  if (/^[｛［【]/.test(value)) return BRACKET_HINT;
  if (PICTURE_NAME.test(value) && patternsOf(schema).length > 0)
    return 'A picture stands under `pictures:` of an article; an advertisement is {advertisement: photos/….jpg}.';
  const several = severalOf(value, schema);
  if (several !== undefined) return several;
  const meant = rewritten(value, schema);
  if (meant !== undefined) return `Write \`${meant}\`.`;
  const number = numberMeant(value, schema);
  if (number !== undefined) return number;
  return /[，、；]/.test(value)
    ? `Part them with half-width commas: \`${value.split(BETWEEN).join(', ')}\`.`
    : undefined;
};
