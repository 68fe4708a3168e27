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
      if (issue.exact === true) return `must hold ${issue.minimum}`;
      return issue.origin === 'array' || issue.origin === 'string'
        ? `must hold at least ${issue.minimum}`
        : `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      if (issue.exact === true) return `must hold ${issue.maximum}`;
      return issue.origin === 'array' || issue.origin === 'string'
        ? `must hold at most ${issue.maximum}`
        : `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'not_multiple_of':
      return 'must be a whole number';
    default:
      return 'has a form that is not known here';
  }
};
