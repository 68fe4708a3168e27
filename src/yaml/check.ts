/** Checks parsed YAML by a zod schema; every fault becomes a diagnostic at the key or value it is about. */
import type { z } from 'zod';
import { Collector } from '../diagnostics/collector.js';
import { inOrder } from '../diagnostics/order.js';
import type { Outcome } from '../diagnostics/types.js';
import { explainMisfit } from './explain.js';
import { parseYaml } from './parse.js';
import type { ParsedYaml, Places } from './places.js';
import { phrase } from './words.js';

/** Values that fit a schema, and where they stand. */
export interface Checked<T> extends Places {
  readonly data: T;
}

/** Checks parsed YAML by a schema. Messages given in a schema continue the key's name: “must be …”. */
export const check = <T>(schema: z.ZodType<T>, yaml: ParsedYaml): Outcome<Checked<T>> => {
  const result = schema.safeParse(yaml.value, { error: phrase });
  if (result.success) return { value: { data: result.data, at: yaml.at, keyAt: yaml.keyAt }, diagnostics: [] };
  const report = new Collector();
  explainMisfit(result.error.issues, schema, yaml, report);
  return { value: null, diagnostics: inOrder(report.diagnostics) };
};

/** Parses and checks a YAML text in one go. */
export const readYaml = <T>(schema: z.ZodType<T>, file: string, text: string, offset = 0): Outcome<Checked<T>> => {
  const parsed = parseYaml(file, text, offset);
  return parsed.value === null ? { value: null, diagnostics: parsed.diagnostics } : check(schema, parsed.value);
};
