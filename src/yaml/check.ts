/** Checks parsed YAML by a zod schema; every fault becomes a diagnostic at the key or value it is about. */
import type { z } from 'zod';
import { Collector } from '../diagnostics/collector.js';
import { inOrder } from '../diagnostics/order.js';
import type { Outcome } from '../diagnostics/types.js';
import { explainMisfit } from './explain.js';
import { parseYaml } from './parse.js';
import type { ParsedYaml, Path, Places } from './places.js';
import { soundPart } from './sound.js';
import { phrase } from './words.js';

/** Values that fit a schema, and where they stand. */
export interface Checked<T> extends Places {
  readonly data: T;
  /** Where values stood that are told of and left out; none of a file that is right. */
  readonly leftOut: readonly Path[];
}

/**
 * Checks parsed YAML by a schema. Messages given in a schema continue the key's name: “must be …”. With `instead`, which
 * has what stands for keys that the whole must have, the value is what fits; without it null where anything does not.
 */
export const check = <T>(schema: z.ZodType<T>, yaml: ParsedYaml, instead?: Partial<T>): Outcome<Checked<T>> => {
  const { at, keyAt } = yaml;
  const result = schema.safeParse(yaml.value, { error: phrase });
  if (result.success && yaml.twice.length === 0)
    return { value: { data: result.data, leftOut: [], at, keyAt }, diagnostics: [] };
  const report = new Collector();
  explainMisfit(result.error?.issues ?? [], schema, yaml, report);
  const sound = instead === undefined ? null : { ...soundPart(schema, yaml, instead), at, keyAt };
  return { value: sound, diagnostics: inOrder(report.diagnostics) };
};

/** Parses and checks a YAML text in one go. */
export const readYaml = <T>(schema: z.ZodType<T>, file: string, text: string, offset = 0): Outcome<Checked<T>> => {
  const parsed = parseYaml(file, text, offset);
  const isRight = parsed.value !== null && parsed.diagnostics.length === 0;
  return isRight ? check(schema, parsed.value) : { value: null, diagnostics: parsed.diagnostics };
};
