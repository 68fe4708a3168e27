/** Says in words what is wrong with a value, in place of zod's own messages. */
import type { z } from 'zod';

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  null: 'nothing',
};

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  return KINDS[typeof value] ?? 'something else';
};

/** A phrase that follows the name of the key: “must be …”. */
export const phrase = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, but ${kindOf(issue.input)} stands here`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `\`${String(value)}\``).join(' or ')}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `must hold at least ${issue.minimum}`
        : `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `must hold at most ${issue.maximum}`
        : `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'not_multiple_of':
      return 'must be a whole number';
    default:
      return 'has a form that is not known here';
  }
};

/** Marks that people part items by. */
const BETWEEN = /\s*[，、,；;×]\s*/;

/** What to write instead, where the mistake is a common one. A list is of texts, or else of numbers. */
export const remedy = (expected: unknown, value: unknown, ofTexts = false): string | undefined => {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}".`;
  if (expected !== 'array' || typeof value !== 'string') return undefined;
  const items = value.split(BETWEEN);
  const fit = ofTexts || (items.length > 1 && items.every((item) => /^[\d.]+$/.test(item)));
  return fit ? `Write a list: [${items.join(', ')}].` : undefined;
};

/** What is wrong with a key that holds its colon: it is full-width, or has no space after it. */
export const colonIn = (key: string): string | undefined =>
  /[：:]/.test(key) ? 'Write a half-width `:` and a space after it: headline: ….' : undefined;
