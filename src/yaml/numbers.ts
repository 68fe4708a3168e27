/** The number that was meant by a text where a number stands. */
import { definition, optionsOf, type Schema, unwrap } from './schema-tree.js';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** A number, and what people write round it: 280mm, 2栏, 第31期. */
const IN_WORDS = /^[^\d.\s-]*(\d+(?:\.\d+)?) *([^\d.\s,，-]*)$/;
/** Lengths that are no points, and shares: of one's own where points, columns or lines are counted they say nothing. */
const OF_ANOTHER_KIND = /^(?:mm|cm|in|毫米|厘米|公分|英寸|%)$/i;
const POINTS = /^(?:pt|px|p|磅|点)$/i;
/** What people write for as much as there is, or needs be. */
const AS_IT_COMES = /^(?:auto|full|fit|max|100%|自动|全部?|满|通栏)$/i;

/** The number among the branches of a schema, or the schema itself; undefined where it takes none. */
const numberOf = (schema: Schema | undefined): Schema | undefined => {
  if (schema === undefined) return undefined;
  if (definition(unwrap(schema)).type === 'number') return unwrap(schema);
  return optionsOf(schema)
    .map(numberOf)
    .find((one) => one !== undefined);
};

const isCount = (number: Schema): boolean => {
  const def = definition(number);
  return def.type === 'number' && 'format' in def;
};

/** The most that a number may be by its schema. */
const mostOf = (number: Schema): number => {
  const checks = (definition(number).checks ?? []).map(({ _zod }) => _zod.def as { check: string; value?: unknown });
  const most = checks.find(({ check }) => check === 'less_than')?.value;
  return typeof most === 'number' ? most : Infinity;
};

/** Whether a text is a number and nothing else. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

/** The hint for a text where a number belongs; undefined where none can be told from it. */
export const numberMeant = (text: string, schema: Schema | undefined): string | undefined => {
  const number = numberOf(schema);
  if (number === undefined) return undefined;
  const among = optionsOf(schema).length > 0;
  if (among && isCount(number) && AS_IT_COMES.test(text)) return 'Leave it out, or give a range.';
  if (isNumber(text) && !among) return `Take the quotes away: ${text}.`;
  const [, digits, unit = ''] = IN_WORDS.exec(text.normalize('NFKC')) ?? [];
  if (digits === undefined) return undefined;
  if (unit === '%' && mostOf(number) === 1) return `Write \`${Number(digits) / 100}\`.`;
  if (among && OF_ANOTHER_KIND.test(unit)) return undefined;
  if (among && isCount(number) && POINTS.test(unit)) return undefined;
  return `Write the number alone: ${digits}.`;
};
