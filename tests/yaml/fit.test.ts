import { type Arbitrary, array, assert, constantFrom, letrec, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { schemaFiles } from '../../src/cli/schemas.js';
import { fontsSchema } from '../../src/fonts/schema.js';
import { articleSchema, issueSchema } from '../../src/issue/schema.js';
import { fitted, isUnderstood, type JsonSchema } from '../../src/yaml/fit.js';

const FORMS = { issue: issueSchema, article: articleSchema, fonts: fontsSchema };
const jsonSchema = (name: keyof typeof FORMS): JsonSchema =>
  JSON.parse(schemaFiles().get(`${name}.schema.json`)!) as JsonSchema;

/** Right ones, to be spoilt. */
const GOOD: Readonly<Record<keyof typeof FORMS, readonly unknown[]>> = {
  issue: [
    { paper: 'p', number: 1, date: '2021-12-03', pages: { 1: { slots: {} } } },
    {
      pages: {
        '6-7': { slots: { b: { see: ['甲', 'c'] }, a: { continues: 'c' } }, layout: ['x', 'y'], section: null },
        2: {
          layout: { kind: 'k' },
          section: '要闻',
          inks: 'black',
          slots: { x: { advertisement: 'a.png', alt: '' }, y: { see: 'z' } },
        },
      },
      parts: { A: 1, 特刊: 9 },
      'page-count': 3,
      date: '',
      number: 12868,
      paper: '报',
    },
  ],
  article: [
    { headline: '' },
    {
      pictures: [{ file: 'a', focus: [0, 1], alt: null, credit: 'c', caption: '', title: 't', whole: true }],
      names: ['甲'],
      headline: '甲',
      kicker: null,
      short: 's',
    },
    { headline: 'a', names: null, pictures: null, deck: 'd', byline: 'b', standfirst: 's' },
  ],
  fonts: [{ song: 'a.ttf' }, { hei: ['b', 'c'], '1': 'x' }],
};

const KEYS = ['headline', 'paper', 'pages', 'slots', 'see', 'alt', 'x', '1', '0', '6-7', 'constructor', '__proto__'];
const leaf = constantFrom<unknown>('', 'a', '甲-1', '-a', ' ', 0, 1, 0.5, -1, 1.5, 2 ** 60, NaN, Infinity, null, true);
const bare = (entries: readonly (readonly [string, unknown])[]): unknown => {
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
};
const { value: anything } = letrec<{ value: unknown }>((tie) => ({
  value: constantFrom(0, 0, 1, 2).chain((kind): Arbitrary<unknown> => {
    if (kind === 0) return leaf;
    if (kind === 1) return array(tie('value'), { maxLength: 3 });
    return array(tuple(constantFrom(...KEYS), tie('value')), { maxLength: 3 }).map(bare);
  }),
}));

/** A value with something done to one place in it; maps as `parseYaml` makes them. */
const spoilt = (value: unknown, path: readonly number[], made: unknown, key: string): unknown => {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null) return step === undefined || step % 3 === 0 ? made : value;
  const keys = Object.keys(value);
  const at = step === undefined || keys.length === 0 ? undefined : keys[step % (keys.length + 1)];
  const entries = Object.entries(value).flatMap(([name, inside]): [string, unknown][] => {
    if (name !== at) return [[name, inside]];
    return rest.length === 0 && step! % 2 === 0 ? [] : [[name, spoilt(inside, rest, made, key)]];
  });
  if (at === undefined && step !== undefined) entries.push([key, made]);
  return Array.isArray(value) ? entries.map(([, inside]) => inside) : bare(entries);
};

describe('the quick check', () => {
  for (const [name, schema] of Object.entries(FORMS) as [keyof typeof FORMS, z.ZodType][]) {
    it(`says of ${name} what zod says, and gives the same value`, () => {
      const json = jsonSchema(name);
      expect(isUnderstood(json)).toBe(true);
      let right = 0;
      const look = (value: unknown) => {
        const quick = fitted(json, value);
        const whole = schema.safeParse(value);
        // zod leaves such a key out, and is left to do it.
        const certain = !JSON.stringify(value).includes('__proto__');
        if (certain || quick !== undefined) expect(quick !== undefined).toBe(whole.success);
        if (quick === undefined) return;
        right += 1;
        expect(quick).toEqual(whole.data);
        // The order of keys too.
        expect(JSON.stringify(quick)).toBe(JSON.stringify(whole.data));
      };
      for (const good of GOOD[name]) look(spoilt(good, [], null, ''));
      expect(right).toBe(GOOD[name].length);
      const path = array(constantFrom(0, 1, 2, 3, 4, 5, 6), { maxLength: 6 });
      const change = tuple(constantFrom(...GOOD[name]), path, anything, constantFrom(...KEYS));
      assert(
        property(change, ([good, at, made, key]) => look(spoilt(good, at, made, key))),
        { numRuns: 3000 },
      );
      assert(property(anything, look), { numRuns: 500 });
      expect(right).toBeGreaterThan(100);
    });
  }

  it('is not asked where a schema says what it does not look at', () => {
    expect(isUnderstood({ type: 'string' })).toBe(true);
    for (const schema of [
      { type: 'string', format: 'email' },
      { type: 'string', minItems: 1 },
      { type: 'boolean', const: true },
      { type: 'date' },
      { type: 'string', anyOf: [{ type: 'null' }] },
      { type: 'array', items: { type: 'string', const: 'a' } },
      { type: 'object', properties: {}, additionalProperties: {} },
      { type: 'number', enum: [1] },
      {},
    ]) {
      expect(isUnderstood(schema as JsonSchema), JSON.stringify(schema)).toBe(false);
    }
  });
});
